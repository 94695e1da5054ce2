"""``cuibono verify``: is the case as it was?"""

import click

from cuibono.cli.output import emit, harmless, json_option, progress, the_case
from cuibono.model.counting import plural


@click.command("verify", short_help="Check that nothing has changed since it was read.")
@json_option
def command() -> None:
    """Hash every source again, cut every passage again, make every finding again; say what differs.

    Exits with 1 when anything is wrong.
    """
    case = the_case()
    with progress() as tell:
        seen = case.verify(tell=tell)
    counts = (
        f"{plural(seen.sources, 'source')}, {plural(seen.tables, 'table')}, {plural(seen.passages, 'passage')}, "
        f"{plural(seen.records, 'record')}, {plural(seen.statements, 'statement')}, "
        f"{plural(seen.findings, 'finding')}, {plural(seen.outcomes, 'outcome')} of the docket"
    )
    lines = [f"WRONG  {harmless(str(f))}" for f in seen.faults] + [f"  . {harmless(n)}" for n in seen.notes]
    lines.append(f"Checked {counts}: " + ("all as it was." if seen.ok else plural(len(seen.faults), "fault") + "."))
    emit(
        {
            "ok": seen.ok,
            "faults": seen.faults,
            "notes": seen.notes,
            "sources": seen.sources,
            "tables": seen.tables,
            "passages": seen.passages,
            "records": seen.records,
            "statements": seen.statements,
            "findings": seen.findings,
            "outcomes": seen.outcomes,
        },
        "\n".join(lines),
    )
    if not seen.ok:
        click.get_current_context().exit(1)
