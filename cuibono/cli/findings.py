"""``cuibono findings``: list, confirm, dismiss, compare."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from cuibono.cli.output import emit, finding_data, harmless, json_option, the_case
from cuibono.model.counting import plural

if TYPE_CHECKING:
    from cuibono.case import Case


@click.command("findings", short_help="List the kept findings; confirm, dismiss, compare, undo.")
@click.argument("lens", required=False)
@click.option("--confirm", metavar="FINDING", help="A person stands behind it.")
@click.option("--dismiss", metavar="FINDING", help="It is left out of exports.")
@click.option("--undo", is_flag=True, help="Take back the newest judgement.")
@click.option("--by", help="Who decides (needed to confirm or dismiss).")
@click.option("--note", default="", help="Why; appears in reports.")
@click.option("--compare", is_flag=True, help="What changed between the last two runs.")
@json_option
def command(
    lens: str | None, confirm: str | None, dismiss: str | None, undo: bool, by: str | None, note: str, compare: bool
) -> None:
    """List the kept findings, or decide about one.

    Each is fresh, stale (newer evidence has come: look again) or fell (its evidence was forgotten).
    """
    case = the_case()
    if undo:
        back = case.undo()
        emit(
            back,
            f"Taken back: {back.verdict} {back.target}, by {back.by}" if back else "There is nothing to take back.",
        )
    elif confirm or dismiss:
        verdict = "confirmed" if confirm else "dismissed"
        made = case.judge(confirm or dismiss or "", verdict, by=by or "", note=note)  # type: ignore[arg-type]
        emit(made, f"{made.target} is {made.verdict} by {made.by}. Take it back with: cuibono findings --undo")
    elif compare:
        _compare(case.compare(lens))
    else:
        found, stress = case.findings(lens), stressed(case)
        told = "\n".join(line(f, stress.get(f.id, "")) for f in found)
        data = [finding_data(f) | {"stress": stress.get(f.id)} for f in found]
        emit(data, told or "No findings yet. Next: cuibono look LENS")


def stressed(case: "Case") -> dict[str, str]:
    """What stress came to for each finding and claim, in a few words; nothing for what is stale."""
    from cuibono.model.stress import mark

    return {s.target: mark(s) for s in case.stressed() if s.state == "fresh"}


def line(f: object, stress: str = "") -> str:
    """A finding on one line, with its state, its verdict, what it falls without, and how much it rests on."""
    from cuibono.model.finding import Finding

    assert isinstance(f, Finding)
    marks = "".join(f"  [{harmless(m)}]" for m in (f.state if f.state != "fresh" else "", f.verdict or "", stress) if m)
    return f"{f.id}  {harmless(f.says)}{marks}\n            {f.measure or ''}  ({plural(f.count, 'passage')}, {f.lens})"


def _compare(found: Sequence[object]) -> None:
    from cuibono.case.comparing import Comparison

    lines, data = [], []
    for c in found:
        assert isinstance(c, Comparison)
        lines.append(
            f"{c.lens} {c.settings}: {len(c.new)} new, {len(c.gone)} gone, {len(c.changed)} changed, {c.same} the same"
        )
        lines += [f"  + {harmless(f.says)}" for f in c.new] + [f"  - {harmless(f.says)}" for f in c.gone]
        lines += [f"  ~ {harmless(a.says)}\n    {harmless(b.says)}" for a, b in c.changed]
        data.append(
            {
                "lens": c.lens,
                "settings": c.settings,
                "new": [f.id for f in c.new],
                "gone": [f.id for f in c.gone],
                "changed": [b.id for _, b in c.changed],
                "same": c.same,
            }
        )
    emit(data, "\n".join(lines) or "Nothing to compare: no lens has run twice with the same settings.")
