"""Tests of trends: did it rise or fall between two times that the claim names, by how much, from where to where?

Compared are two recorded points of one source, on one basis and in one unit; a number that lies between is not needed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from cuibono.case.docket import in_words, shares
from cuibono.case.docket.bases import plainly
from cuibono.case.docket.changes import POINTS, Change, change_of, in_points
from cuibono.case.docket.figures import ends, recorded, series
from cuibono.case.docket.moments import day_of
from cuibono.case.docket.of_now import last_told
from cuibono.case.docket.rows import Evidence, Figure, Share, keys_of
from cuibono.case.docket.times import days, year_of
from cuibono.case.docket.units import unit_of
from cuibono.case.docket.verdicts import DECIDED, agreed, open_, unknown
from cuibono.case.docket.words import bases, listed, months, tokens
from cuibono.extract.claim_numbers import measures
from cuibono.measures.claimed import Claimed, Verdict, verdict
from cuibono.model.docket import Asked, Tested

Ends = tuple[float | None, float | None]

_RECENT = 2  # years by which the newest record may be older than the claim


def trend(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Whether a share or a figure rose or fell between two years, and by how much where the claim says so."""
    claim = in_points(claim)
    change = change_of(claim)
    if change is None or months(claim):
        return open_("a direction between two years that it names can be tested, and nothing else")
    if set(tokens(claim.words)) & {"share", "shares"}:
        found = _of_shares(claim, change, evidence, own)
        if found.outcome != "no data":
            return found
    elif (found := _of_amounts(claim, change, evidence, own)).outcome in DECIDED:
        return found
    found = _of_figures(claim, change, evidence, own)
    if found.outcome not in DECIDED and _is_of_a_part(claim, change):
        parts = _of_shares(claim, change, evidence, own)
        return parts if parts.outcome in DECIDED else found
    return found


def _is_of_a_part(claim: Asked, change: Change) -> bool:
    """Whether what changed is a part without the word: so many points, or percent "of" something."""
    return change.sized == "points" or re.search(r"\b(?:percent|per cent|%|part) of\b", claim.words) is not None


def _of_shares(claim: Asked, change: Change, evidence: Evidence, own: frozenset[str]) -> Tested:
    """A change of a share of a market."""
    if strange := {change.unit, change.step} - {"", "percent", *POINTS}:
        return open_(f"shares are recorded in parts, and not in {', '.join(strange)}")
    if change.end is None:
        years = {r.year for k in keys_of(claim.subject) for r in evidence.shares.get(k, ()) if r.year}
        change = replace(change, end=newest(claim, years, evidence))
    if change.end is None or change.end <= change.start:
        return open_("until when it is meant is not said")
    found = [shares.about(claim, evidence, own, year=y, also=change_words()) for y in (change.start, change.end)]
    before, after = found
    if isinstance(before, Tested):
        return before
    if isinstance(after, Tested):
        return after
    judged: list[tuple[Share, Verdict]] = []
    olds: dict[tuple[str, int], Share] = {}
    for new in after.rows:
        for old in before.rows:
            if (old.market, old.stage, old.basis, old.by) == (new.market, new.stage, new.basis, new.by):
                judged.append((new, weighed(change, percents(old), percents(new), "percent")))
                olds[new.key] = old
    if not judged:
        return open_("no one source records both years on the same basis")
    return _with(
        [olds[r.key] for r, _ in judged],
        shares.decided(
            claim, judged, after.open, lambda r: f"{in_words.share(r)}, against {in_words.share(olds[r.key])}", evidence
        ),
    )


def _of_amounts(claim: Asked, change: Change, evidence: Evidence, own: frozenset[str]) -> Tested:
    """A change of the quantity that somebody supplies: tonnes made, not parts of what all made."""
    if change.end is None or change.size or not bases(plainly(claim.words)):
        return unknown("no change of a quantity is told", "supply_shares")
    found = [shares.about(claim, evidence, own, year=y, also=change_words()) for y in (change.start, change.end)]
    rows = [f.rows for f in found if isinstance(f, shares.Rows) and not f.open]
    pairs = [
        (old, new) for old in (rows[0] if len(rows) == 2 else ()) for new in rows[1]
        if (old.market, old.stage, old.basis, old.by, old.unit) == (new.market, new.stage, new.basis, new.by, new.unit)
        and old.amount is not None and new.amount is not None
    ]  # fmt: skip
    if not pairs:
        return unknown("no one source records the quantity of both years", "supply_shares")
    olds = {new.key: old for old, new in pairs}
    judged = [(new, weighed(change, _amount(old), _amount(new), new.unit)) for old, new in pairs]
    told = agreed(claim, judged, lambda r: f"{in_words.amount(r)}, against {in_words.amount(olds[r.key])}")
    return _with([o for o, _ in pairs], told)


def _amount(row: Share) -> Ends:
    """A quantity with its scale multiplied out."""
    return (None if row.amount is None else row.amount * unit_of(row.unit)[1],) * 2


def percents(row: Share) -> Ends:
    """The two ends of a share in percent."""
    return in_words.percent(row.low), in_words.percent(row.high)


@cache
def change_words() -> str:
    """Words of a change, and of what qualifies its number."""
    return (
        " ".join(w for name in ("up", "down", "numbers") for w in listed(name))
        + " figures figure numbers level levels total totals points half third quarter fifth sixth eighth tenth"
        + " part took takes take won lost gained market one two three four five six seven eight nine ten"
    )


def _of_figures(claim: Asked, change: Change, evidence: Evidence, own: frozenset[str]) -> Tested:
    """A change of a figure."""
    rows = recorded(claim, evidence, own, also=f"{change_words()} percentage")
    if isinstance(rows, Tested):
        return rows
    pairs = [pair for line in series(rows) if (pair := _pair(claim, change, line, evidence))]
    if not pairs:
        return unknown(f"no one source records both ends of the time, from {change.start} on", "figures")
    olds = {new.key: old for old, new in pairs}
    judged = [(new, weighed(change, ends(old), ends(new), new.unit)) for old, new in pairs]
    return _with(
        [o for o, _ in pairs],
        agreed(claim, judged, lambda r: f"{in_words.figure(r)}, against {in_words.figure(olds[r.key])}"),
    )


def _pair(claim: Asked, change: Change, line: Sequence[Figure], evidence: Evidence) -> tuple[Figure, Figure] | None:
    """The first and the last point of a series; None where one is missing or told twice."""
    by_year: dict[int, list[Figure]] = {}
    for row in line:
        if (year := year_of(row.period)) is not None:
            by_year.setdefault(year, []).append(row)
    last = change.end if change.end is not None else newest(claim, by_year, evidence)
    first, final = by_year.get(change.start, []), by_year.get(last or 0, [])
    return (first[0], final[0]) if len(first) == len(final) == 1 and last and last > change.start else None


def newest(claim: Asked, by_year: Iterable[int], evidence: Evidence) -> int | None:
    """The newest recorded year before a claim was published; None where that is not known, or too long before.

    Of a text without a date it is the last one recorded, where the text tells of that year or of the next.
    """
    said = days(day_of(claim, evidence))
    if said is None and (last := max(by_year, default=0)) and last_told(claim) in (last, last + 1):
        return last
    if said is None or said[0].year != said[1].year:
        return None
    newest = max((y for y in by_year if y <= said[0].year), default=None)
    return newest if newest is not None and newest >= said[0].year - _RECENT else None


def weighed(change: Change, old: Ends, new: Ends, unit: str) -> Verdict:
    """What two recorded points say to a claimed change; None is an open end."""
    (a, b), (c, d) = old, new
    if a is None or b is None or c is None or d is None:
        return "not identified"
    rose, fell = c > b, d < a
    if not (rose or fell):
        return "not identified"
    if rose != change.up:
        return "contradicted"
    by_size = {_by_size(change, (a, b), (c, d), unit)} if change.size is not None else set()
    points = [(change.first, a, b), (change.last, c, d)]
    if any(p for p, _, _ in points) and not _in_one_unit(change.unit, unit):
        return "not identified"
    if change.last and not change.first and _was_past(change.last, a, b):
        return "not identified"  # who "fell below 20" was not there before
    found = by_size | {verdict(said, low, high) for said, low, high in points if said}
    if "contradicted" in found:
        return "contradicted"
    return "not identified" if "not identified" in found else "supported"


def _was_past(mark: Claimed, low: float, high: float) -> bool:
    """Whether the earlier point lay beyond an open mark already."""
    return (mark.low is None) != (mark.high is None) and verdict(mark, low, high) != "contradicted"


def _in_one_unit(claimed: str, recorded_: str) -> bool:
    """Whether two numbers are in one unit; what is counted need not be said."""
    (mine, _), (theirs, scale) = unit_of(claimed), unit_of(recorded_)
    if "per" in theirs - mine and scale != 1.0:
        return False  # of which weight a price is was not said
    return mine == theirs or (bool(mine) and mine < theirs) or (not mine and theirs.isdisjoint(measures()))


def _by_size(change: Change, old: tuple[float, float], new: tuple[float, float], unit: str) -> Verdict:
    """A claimed size against what was recorded; a percentage of a share may be meant of it or in points."""
    assert change.size is not None
    (a, b), (c, d) = old, new
    sign = 1 if change.up else -1
    apart = sorted((sign * (c - b), sign * (d - a)))
    of_percent = unit_of(unit)[0] == frozenset({"percent"})
    if change.sized == "points":
        return verdict(change.size, *apart) if of_percent else "not identified"
    if change.sized == "unit":
        return verdict(change.size, *apart) if _in_one_unit(change.step, unit) else "not identified"
    if min(a, b) <= 0:
        return "not identified"
    if change.sized == "fold":
        return verdict(change.size, 100 * c / b, 100 * d / a)
    relative = sorted((100 * sign * (c / b - 1), 100 * sign * (d / a - 1)))
    # "by 5 percent" may be points
    found = {verdict(change.size, *relative)} | ({verdict(change.size, *apart)} if of_percent else set())
    return found.pop() if len(found) == 1 else "not identified"


def _with(olds: Sequence[Share | Figure], tested: Tested) -> Tested:
    """An outcome that rests on the earlier points, too."""
    return replace(tested, keys=tuple(dict.fromkeys((*tested.keys, *(o.key for o in olds)))))
