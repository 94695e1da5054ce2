"""``cuibono status``: what is in the case."""

import click

from cuibono.cli.output import emit, harmless, json_option, the_case
from cuibono.model.counting import plural


@click.command("status", short_help="What is in the case, what could not be read, what was found.")
@click.option("--sources", "listed", is_flag=True, help="List every source.")
@json_option
def command(listed: bool) -> None:
    """Say what is in the case, what could not be read, and what was found."""
    from cuibono.store.catalog import refusal

    case = the_case()
    if listed:
        rows = case.sources()
        emit(
            rows,
            "\n".join(
                f"{s.short}  {s.published or '':<10}  {harmless(s.name)}"
                + (f"  ({s.outlet})" if s.outlet else "")
                + ("  [protected]" if s.protected else "")
                + ("  [simulated]" if s.simulated else "")
                for s in rows
            )
            or "No source yet. Next: cuibono add FILE...",
        )
        return
    now = case.status()
    marks = [f"{n:,} {what}" for n, what in ((now.protected, "protected"), (now.simulated, "simulated")) if n]
    lines = [
        f"{now.title}  ({now.folder})",
        f"  sources     {now.sources:,}" + (f" ({', '.join(marks)})" if marks else "") + _counts(now.kinds),
        f"  passages    {now.passages:,}",
    ]
    if now.texts:
        lines.append(
            f"  read        {plural(now.texts, 'text')}, {plural(now.records, 'record')} (cuibono records SOURCE)"
        )
    if now.waiting:
        verb = "is" if now.waiting == 1 else "are"
        lines.append(f"  waiting     {plural(now.waiting, 'text')} {verb} not read yet: cuibono read")
    if now.unplaced:
        lost = plural(now.unplaced, "correction")
        lines.append(f"  look at     {lost} without a place: cuibono records --needs-person")
    lines += [f"  statements  {now.statements:,} about {now.entities:,} entities"] if now.statements else []
    lines += [f"  rows        {n:,} of {t}" for t, n in now.tables.items()]
    lines += (
        [f"  plain rows  {now.plain_rows:,} (no lens reads them: cuibono add FILE --as TABLE)"]
        if now.plain_rows
        else []
    )
    lines += [f"  findings    {n:,} by {lens}" for lens, n in now.findings.items()]
    lines += [f"  forgotten   {now.forgotten:,} sources"] if now.forgotten else []
    lines += ["  not read:"] * bool(now.refused) + [f"    {harmless(refusal(n, w))}" for n, w in now.refused[:10]]
    lines += [f"    and {len(now.refused) - 10:,} more"] if len(now.refused) > 10 else []
    if not now.sources:
        lines.append("Next: cuibono add FILE...")
    elif now.claims and not now.tested:
        lines.append(f"Next: cuibono docket --run ({plural(now.claims, 'claim')} to put to the test)")
    elif not now.findings:
        fits = case.fitting()
        lines.append(
            f"Next: cuibono look {fits[0]}" if fits else "Next: cuibono lenses (what could be asked, and what it needs)"
        )
    emit(now, "\n".join(lines))


def _counts(kinds: dict[str, int]) -> str:
    return ": " + ", ".join(f"{n:,} {k}" for k, n in kinds.items()) if kinds else ""
