"""``cuibono docket``: every claim of the case, who says so, and whether it can be tested."""

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from cuibono.cli.output import emit, harmless, json_option, the_case
from cuibono.model.claim_kind import CLAIM_KINDS

if TYPE_CHECKING:
    from cuibono.model.docket import DocketRow

_SHOWN = 40


@click.command("docket", short_help="Every claim: who says so, what can test it, what came of that.")
@click.option("--run", is_flag=True, help="Put each claim that can be tested to the test.")
@click.option("--kind", type=click.Choice(CLAIM_KINDS), help="Only claims of this kind.")
@click.option("--limit", default=_SHOWN, show_default=True, help="How many to show.")
@json_option
def command(run: bool, kind: str | None, limit: int) -> None:
    """List every claim: what it says, who says so and through whom, its kind, what can test it, the outcome.

    A claim is tested against what is recorded, never against other claims or against rows of its own speakers:
    supported, contradicted, not identified (the records do not decide), no data (and where it is published), or not
    testable (and why). Nothing is called true.

    \b
    Examples:
      cuibono docket --run                  test what can be tested
      cuibono docket --run --kind share     only claims of shares
    """
    case = the_case()
    rows = [r for r in case.docket(run=run) if kind in (None, r.claim.kind)]
    names = {s.id: s.name for s in case.sources()}
    emit([_data(r, names) for r in rows[:limit]], "\n".join(_lines(rows, names, limit, run=run)))


def _lines(rows: "list[DocketRow]", names: dict[str, str], limit: int, *, run: bool) -> list[str]:
    if not rows:
        return ["There is no claim in this case: add texts, or a table with --as claims."]
    counted = Counter(r.outcome or "to be tested" for r in rows)
    told = [", ".join(f"{n:,} {outcome}" for outcome, n in counted.most_common())]
    for row in rows[:limit]:
        told += [harmless(line) for line in _row(row, names)]
    told += [f"and {len(rows) - limit:,} more; see them with --limit"] if len(rows) > limit else []
    return told if run or "to be tested" not in counted else [*told, "Test them with: cuibono docket --run"]


def _row(row: "DocketRow", names: dict[str, str]) -> list[str]:
    claim, tested = row.claim, row.tested
    lines = [f"{row.number}. {_short(claim.says)}", f"     {claim.kind}; {'; '.join(_voices(row))}"]
    lens = row.route.lens or ("the records" if row.route.tables else "")
    lines.append(f"     {row.outcome or 'to be tested'}" + (f" ({lens})" if lens else ""))
    if tested:
        lines += [f"     {tested.measure}"] if tested.measure else []
        lines.append(f"     why: {tested.rule}")
        lines += (
            [f"     rests on {', '.join(f'{names.get(s, s)} {n}' for s, n in tested.keys[:5])}"] if tested.keys else []
        )
    elif row.route.why:
        lines.append(f"     why: {row.route.why}")
    notes = [*row.marks, *([f"against {', '.join(map(str, row.against))}"] if row.against else [])]
    notes += [f"{row.rests} rest on it"] if row.rests else []
    return [*lines, f"     {'; '.join(notes)}"] if notes else lines


def _voices(row: "DocketRow") -> list[str]:
    return list(dict.fromkeys(c.voice for c in row.claims))[:4]


def _short(text: str) -> str:
    return text if len(text) <= 160 else text[:160].rsplit(" ", 1)[0] + " ..."


def _data(row: "DocketRow", names: dict[str, str]) -> dict[str, Any]:
    """A row as plain data."""
    claim, tested = row.claim, row.tested
    return {
        "number": row.number,
        "claim": claim.says,
        "kind": claim.kind,
        "subject": claim.subject.name if claim.subject else None,
        "object": claim.object.name if claim.object else None,
        "time": claim.time,
        "said_by": [
            {"speaker": c.speaker, "kind": c.speaker_kind, "via": list(c.via), "source": names.get(c.key[0], c.key[0]),
             "number": c.key[1], "record": c.id, "status": c.status}
            for c in row.claims
        ],
        "voices": row.voices,
        "lens": row.route.lens,
        "tables": list(row.route.tables),
        "outcome": row.outcome,
        "rule": row.why,
        "measure": tested.measure if tested else "",
        "by": list(tested.by) if tested else [],
        "passages": [{"source": names.get(s, s), "number": n} for s, n in tested.keys] if tested else [],
        "against": list(row.against),
        "rests": row.rests,
        "marks": list(row.marks),
    }  # fmt: skip
