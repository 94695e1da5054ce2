"""``cuibono docket``: every claim of the case, who says so, and whether it can be tested."""

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cuibono.cli.findings import stressed
from cuibono.cli.output import emit, harmless, json_option, passage_data, passage_text, progress, the_case
from cuibono.model.claim_kind import CLAIM_KINDS
from cuibono.model.counting import plural

if TYPE_CHECKING:
    from cuibono.case import Case
    from cuibono.model.docket import Asked, DocketLine, DocketRow

_SHOWN = 40


@click.command("docket", short_help="Every claim: who says so, what can test it, what came of that.")
@click.argument("claim", required=False)
@click.option("--run", is_flag=True, help="Put each claim that can be tested to the test, and keep what comes of it.")
@click.option("--kind", type=click.Choice(CLAIM_KINDS), help="Only claims of this kind.")
@click.option("--limit", default=_SHOWN, show_default=True, help="How many to show; what is contradicted, always.")
@json_option
def command(claim: str | None, run: bool, kind: str | None, limit: int) -> None:
    """List every claim: what it says, who says so and through whom, its kind, what can test it, the outcome.

    A claim is tested against what is recorded, never against other claims or against rows of its own speakers:
    supported, contradicted, not identified (the records do not decide), no data (and where it is published), or not
    testable (and why). Nothing is called true. Outcomes are kept; without --run those of the last time are told.

    With the number or the id of a CLAIM, or the beginning of its id, one row is shown whole, with all its passages.

    \b
    Examples:
      cuibono docket --run                  test what can be tested
      cuibono docket                        what the last test came to
      cuibono docket 5                      one claim with all its passages
      cuibono docket --run --kind share     only claims of shares
    """
    case = the_case()
    if claim:
        if run:
            _tested(case)
        one = case.claim(claim)
        names = {s.id: s.name for s in case.sources()}
        emit(_whole_data(one, names), "\n".join(map(harmless, _whole(one))))
        return
    rows = [r for r in (_tested(case) if run else case.docket(run=False)) if kind in (None, r.claim.kind)]
    told = Told({s.id: s.name for s in case.sources()}, stressed(case))
    limit = max(limit, sum(r.outcome == "contradicted" for r in rows))  # these come first, and are never left out
    data = [_data(r, told.names) | {"stress": told.stress.get(r.id)} for r in rows[:limit]]
    emit(data, "\n".join(_lines(rows, told, limit, run=run)))


def _tested(case: "Case") -> "list[DocketRow]":
    """The docket tested anew, with a line of how far that is."""
    with progress() as tell:
        return case.docket(run=True, tell=tell)


class Told(NamedTuple):
    """What is told beside the rows: the names of sources, and what stress came to for each claim."""

    names: dict[str, str]
    stress: dict[str, str]


def _lines(rows: "list[DocketRow]", beside: Told, limit: int, *, run: bool) -> list[str]:
    if not rows:
        return ["There is no claim in this case: add texts, or a table with --as claims."]
    counted = Counter[str](r.outcome or "to be tested" for r in rows)
    told = [", ".join(f"{n:,} {outcome}" for outcome, n in counted.most_common())]
    for row in rows[:limit]:
        told += [harmless(line) for line in _row(row, beside)]
    told += [f"and {len(rows) - limit:,} more; see them with --limit"] if len(rows) > limit else []
    return told if run else [*told, *_kept(rows, counted)]


def _kept(rows: "list[DocketRow]", counted: Counter[str]) -> list[str]:
    """How old the kept outcomes are, and what to do about it."""
    told = [r for r in rows if r.kept]
    stale = sum(r.state != "fresh" for r in told)
    lines = [f"Tested on {max(r.kept for r in told if r.kept):%Y-%m-%d %H:%M} UTC."] if told else []
    lines += [f"{plural(stale, 'outcome')} may be out of date: what they rest on has changed."] if stale else []
    return [*lines, "Test them with: cuibono docket --run"] if stale or counted["to be tested"] else lines


def _row(row: "DocketRow", beside: Told) -> list[str]:
    claim, tested, names = row.claim, row.tested, beside.names
    lines = [f"{row.number}. {_short(claim.says)}", f"     {row.id}  {claim.kind}; {'; '.join(_voices(row))}"]
    lines[1] += f"; {row.corroborated}" if row.corroborated.stated > 1 else ""
    lines.append(f"     {_outcome(row)}")
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
    notes += [mark] if (mark := beside.stress.get(row.id)) else []
    return [*lines, f"     {'; '.join(notes)}"] if notes else lines


def _outcome(row: "DocketRow") -> str:
    by = f" ({_by(row)})" if row.route.tables or row.route.lens else ""
    return (row.outcome or "to be tested") + by + (f"  [{row.state}]" if row.state != "fresh" else "")


def _by(row: "DocketRow") -> str:
    """What a claim is to be tested by, or what decided it: a lens only where it was put to one."""
    if row.tested and row.tested.keys and row.route.lens not in row.tested.rule:
        return "put to a lens" if "put to" in row.tested.rule else _records(row)
    return row.route.lens or _records(row)


def _records(row: "DocketRow") -> str:
    """What a claim is compared with that no lens is needed for."""
    return f"compared with recorded {', '.join(t.replace('_', ' ') for t in row.route.tables)}"


def _whole(line: "DocketLine") -> list[str]:
    """One row with everything: who says it where, what tested it and why it came out so, what that rests on."""
    row, tested = line.row, line.row.tested
    lines = [row.claim.says, f"  {row.id}, {row.claim.kind}"]
    lines += [f"  of {row.claim.subject.name}"] if row.claim.subject else []
    lines += [f"  as of {row.claim.time}"] if row.claim.time else []
    lines.append(f"  {_outcome(row)}: {row.why}" if row.why else f"  {_outcome(row)}")
    lines += [f"  measured: {tested.measure}"] if tested and tested.measure else []
    lines += [f"  read from {', '.join(row.route.tables)}"] if row.route.tables else []
    lines += [f"  tested on {row.kept:%Y-%m-%d %H:%M} UTC, as of generation {row.generation}"] if row.kept else []
    lines += [f"  {'; '.join(row.marks)}"] if row.marks else []
    lines += [f"  {row.corroborated}", *(f"    {why}" for why in row.corroborated.reasons)]
    lines += ["Said by"] + [f"  {c.voice} ({c.speaker_kind}, {c.status})" for c in _each(row)]
    lines += ["Said in"] + [passage_text(p, width=2000) for p in line.said_in]
    return lines + (["The outcome rests on"] + [passage_text(p) for p in line.rests_on] if line.rests_on else [])


def _each(row: "DocketRow") -> "list[Asked]":
    return list({(c.voice, c.speaker_kind, c.status): c for c in row.claims}.values())


def _whole_data(line: "DocketLine", names: dict[str, str]) -> dict[str, Any]:
    return _data(line.row, names) | {
        "said_in": [passage_data(p) for p in line.said_in],
        "rests_on": [passage_data(p) for p in line.rests_on],
    }


def _voices(row: "DocketRow") -> list[str]:
    return list(dict.fromkeys(c.voice for c in row.claims))[:4]


def _short(text: str) -> str:
    return text if len(text) <= 160 else text[:160].rsplit(" ", 1)[0] + " ..."


def _data(row: "DocketRow", names: dict[str, str]) -> dict[str, Any]:
    """A row as plain data."""
    claim, tested = row.claim, row.tested
    return {
        "id": row.id,
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
        "independent": asdict(row.corroborated),
        "lens": row.route.lens,
        "tables": list(row.route.tables),
        "outcome": row.outcome,
        "state": row.state,
        "kept": row.kept,
        "generation": row.generation,
        "rule": row.why,
        "measure": tested.measure if tested else "",
        "by": list(tested.by) if tested else [],
        "passages": [{"source": names.get(s, s), "number": n} for s, n in tested.keys] if tested else [],
        "against": list(row.against),
        "rests": row.rests,
        "marks": list(row.marks),
    }  # fmt: skip
