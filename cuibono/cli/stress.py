"""``cuibono stress``: which findings and outcomes fall without one source, outlet or speaker."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from cuibono.cli.output import emit, harmless, json_option, progress, the_case
from cuibono.model.counting import plural
from cuibono.model.stress import UNIT_KINDS, Carrier, Stress, Stressed

if TYPE_CHECKING:
    from cuibono.model.stress import Change

_SHOWN = 20


@click.command("stress", short_help="Which findings and outcomes fall without one source, outlet or speaker.")
@click.option(
    "--by", type=click.Choice([*UNIT_KINDS, "all"]), default="all", show_default=True, help="What to leave out."
)
@click.option("--finding", metavar="ID", help="Only this finding, or this claim of the docket; nothing is kept.")
@click.option("--limit", default=_SHOWN, show_default=True, help="How many to show of each kind.")
@json_option
def command(by: str, finding: str | None, limit: int) -> None:
    """Compute the kept findings and the docket again without one source, outlet or speaker at a time.

    A finding or an outcome falls when it is gone or comes out otherwise; it weakens when its measure leaves its own
    interval (or moves by more than a tenth, where it has none), when p passes 0.05, or when one source is all that is
    left of several; else it stands. What falls without most comes first among what carries the case. That something
    stands says that no single one carries it: two that copy each other still may.

    \b
    Examples:
      cuibono stress                        leave out everything in turn
      cuibono stress --by source            only sources
      cuibono stress --finding 3f9a         one finding, with all that changes it
    """
    case = the_case()
    with progress() as tell:
        found = case.stress(by=by, finding=finding, tell=tell)  # type: ignore[arg-type]
    emit(_data(found), "\n".join(map(harmless, _lines(found, limit))))


def _lines(found: Stress, limit: int) -> list[str]:
    if not found.stressed:
        return ["There is no finding and no tested claim to put under stress: cuibono look LENS, cuibono docket --run"]
    lines = [
        f"{plural(found.units, 'source, outlet or speaker', 'sources, outlets and speakers')} left out in turn; "
        f"{found.again:,} of them reach anything."
    ]
    lines += [_counted("finding", found.stressed), _counted("claim", found.stressed)]
    if found.lost:
        lines.append(f"{plural(found.lost, 'kept finding')} cannot be found any more: look again.")
    return [x for x in lines if x] + _carriers(found.carriers, limit) + _changed(found.stressed, limit)


def _counted(kind: str, stressed: Sequence[Stressed]) -> str:
    """How many findings, or claims, fall, weaken and stand."""
    counts = Counter(s.effect for s in stressed if s.kind == kind)
    if not counts:
        return ""
    stand = counts[None] + counts["unsaid"]
    what = "tested claim" if kind == "claim" else kind
    return (
        f"{plural(counts.total(), what)}: {counts['falls']:,} would fall without one of them, "
        f"{counts['weakens']:,} would weaken, {stand:,} stand."
    )


def _carriers(carriers: Sequence[Carrier], limit: int) -> list[str]:
    bearing = [c for c in carriers if c.falls or c.weakens]
    lines = ["What carries the case:"] if bearing else []
    for c in bearing[:limit]:
        told = [f"{plural(n, w)}" for n, w in ((c.findings, "finding"), (c.claims, "claim")) if n]
        parts = [f"{' and '.join(told)} fall{'s' if c.falls == 1 else ''}"] if told else []
        parts += [f"{c.weakens:,} weaken"] if c.weakens else []
        parts += [f"{plural(c.unsaid, 'claim')} that nobody else makes"] if c.unsaid else []
        lines.append(f"  {c.unit.name} ({c.unit.kind}): {', '.join(parts)}")
    return lines + ([f"  and {len(bearing) - limit:,} more"] if len(bearing) > limit else [])


def _changed(stressed: Sequence[Stressed], limit: int) -> list[str]:
    """What falls, then what weakens, each with what changes it."""
    hit = [s for s in stressed if s.effect in ("falls", "weakens")]
    lines = []
    for one in sorted(hit, key=lambda s: (s.effect != "falls", s.kind != "finding"))[:limit]:
        lines.append(f"{one.target}  {_short(one.says)}")
        lines += [_change(c) for c in one.changes[:limit]]
    return lines + ([f"and {len(hit) - limit:,} more; see them with --limit"] if len(hit) > limit else [])


def _change(change: "Change") -> str:
    verb = "not said" if change.effect == "unsaid" else change.effect
    return f"            {verb} without the {change.unit.kind} {change.unit.name}: {change.how}"


def _short(text: str) -> str:
    return text if len(text) <= 160 else text[:160].rsplit(" ", 1)[0] + " ..."


def _data(found: Stress) -> dict[str, Any]:
    return {
        "units": found.units,
        "computed_again": found.again,
        "lost": found.lost,
        "kept": found.kept,
        "stressed": [
            {
                "id": s.target,
                "kind": s.kind,
                "says": s.says,
                "effect": s.effect or "stands",
                "units": s.units,
                "computed_again": s.again,
                "changes": [
                    {"without": c.unit.name, "kind": c.unit.kind, "effect": c.effect, "how": c.how} for c in s.changes
                ],
            }
            for s in found.stressed
        ],
        "carriers": [
            {
                "name": c.unit.name,
                "kind": c.unit.kind,
                "findings": c.findings,
                "claims": c.claims,
                "weakens": c.weakens,
                "unsaid": c.unsaid,
            }
            for c in found.carriers
        ],
    }
