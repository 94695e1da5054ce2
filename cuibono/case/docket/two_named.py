"""Comparisons of two who are named: "Acme employed more people than Vex Works" is tested on the numbers of both.

What is said of the one is looked up for both, in the same year and of the same thing; then the two recorded numbers are
compared, also as to how many times as much the one has, or by how much more. Who has as many is not told by it, and
words that only one side has leave it open.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cuibono.case.docket import in_words, shares
from cuibono.case.docket.changes import Change
from cuibono.case.docket.figures import ends, recorded
from cuibono.case.docket.outdone import Outdone, outdone
from cuibono.case.docket.rows import Evidence, Figure, Share
from cuibono.case.docket.times import relation, year_of
from cuibono.case.docket.trends import Ends, percents, weighed
from cuibono.case.docket.verdicts import DECIDED, agreed, open_, unknown
from cuibono.case.docket.words import folded, listed, months, stems, stray, tokens
from cuibono.case.docket.years import YEAR
from cuibono.measures.claimed import Verdict
from cuibono.model.docket import Asked, Party, Tested

_DENIED = re.compile(
    r"\b(?:no|not|never|any|nor|neither|hardly|or|times|twice|half|often|likely|only)\b", re.IGNORECASE
)
_BEHIND = re.compile(r"(?:['\u2019]s?)?(?: (?:did|had|has|does|was|were|one|ones))?", re.IGNORECASE)
_SAME = frozenset({"that", "those", "it", "did", "there", "one", "ones", "figure", "rate", "level"})
_APART = 1.1  # how many times as much the one must have as the other where two sources give the two


@dataclass(frozen=True, slots=True)
class Sides:
    """The claim as it is said of the one and of the other, and how it sets them against each other."""

    one: Asked
    other: Asked
    said: Outdone


def sides(claim: Asked, evidence: Evidence) -> Sides | None:
    """The two sides of a comparison of two who are recorded; None for any other claim."""
    found = outdone(claim.words)
    years = set(YEAR.findall(claim.words))
    if not found or claim.polarity == "-" or len(years) > 1:
        return None
    if found.size is None and (claim.low is not None or claim.high is not None):
        return None
    year = next(iter(years), claim.time or "")
    front, other = found.front, found.other
    if _DENIED.search(front) or not re.fullmatch(r"\d{4}", year) or (claim.time or year) != year or months(claim):
        return None
    mine, theirs = _named(front, evidence), _named(other, evidence)
    if len(mine) != 1 or len(theirs) != 1 or mine == theirs:
        return None
    (one,), (two,) = mine, theirs
    if found.ahead and other.startswith((two, f"the {two}")):
        front, other = f"{front} {other.partition(two)[2]}", two
    if not _of_the_same(front, one, other, two):
        return None
    words = " ".join(f"{YEAR.sub('', re.sub(rf'(?:in|during) {year}', '', front))} in {year}".split())
    bare = replace(
        claim, kind="trend", words=words, object=None, place=None, time=year, low=None, high=None, unit="", qualifier=""
    )
    first, second = (replace(bare, words=words.replace(one, n), subject=Party(None, n)) for n in (one, two))
    return Sides(first, second, found)


def _named(words: str, evidence: Evidence) -> list[str]:
    """Those of whom numbers are recorded and who are named in words; parts of longer names are none."""
    there = {r.subject.name for rows in evidence.figures.values() for r in rows}
    there |= {r.supplier.name for rows in evidence.shares.values() for r in rows}
    found = [n for n in there if re.search(rf"(?<![\w-]){re.escape(n)}(?![\w-])", words)]
    return [n for n in found if not any(n != o and n in o for o in found)]


def _of_the_same(front: str, one: str, other: str, two: str) -> bool:
    """Whether the second side says nothing that the first does not: no "put together", no other thing or time."""
    at = other.find(two)
    rest = f"{other[:at]} {_BEHIND.sub('', other[at + len(two) :], count=1)}"
    mine = stems(front.replace(one, " "))
    said = [w for w in tokens(YEAR.sub("", rest)) if w not in listed("grammar") and w not in _SAME]
    return all(stems(w) <= mine for w in said)


def compared(claim: Asked, both: Sides, evidence: Evidence, own: frozenset[str]) -> Tested:
    """What the recorded numbers of two say to a comparison of them."""
    if left := stray(both.one):
        return open_(f"it gives a number beside the comparison: {', '.join(left[:3])}")
    found = [test(claim, both, evidence, own) for test in (_of_figures, _of_shares)]
    decided = [t for t in found if t.outcome in DECIDED]
    if len({t.outcome for t in decided}) > 1:
        return open_("the records do not all say the same of it")
    return next(iter(decided), None) or next((t for t in found if t.outcome == "not identified"), found[0])


def _of_figures(claim: Asked, both: Sides, evidence: Evidence, own: frozenset[str]) -> Tested:
    """A comparison of two figures of one thing in one year."""
    one, other = (recorded(c, evidence, own) for c in (both.one, both.other))
    if isinstance(one, Tested):
        return one
    if isinstance(other, Tested):
        return other
    pairs = [
        (a, b) for a, b in _pairs(_dated(one, both), _dated(other, both))
        if (folded(a.indicator), a.unit, folded(a.place)) == (folded(b.indicator), b.unit, folded(b.place))
    ]  # fmt: skip
    if not pairs:
        return unknown(f"the same thing is not recorded of both for {both.one.time}", "figures")
    beside = {a.key: b for a, b in pairs}
    judged = [(a, _judged(both, ends(a), ends(b), a.unit, apart=a.by != b.by)) for a, b in pairs]
    return _with(
        [b for _, b in pairs],
        agreed(claim, judged, lambda r: f"{in_words.figure(r)}, against {in_words.figure(beside[r.key])}"),
    )


def _dated(rows: Sequence[Figure], both: Sides) -> list[Figure]:
    return [r for r in rows if relation(both.one.time, r.period) == "same" and None not in (r.low, r.high)]


def _of_shares(claim: Asked, both: Sides, evidence: Evidence, own: frozenset[str]) -> Tested:
    """A comparison of what two supply of one market in one year, on one basis."""
    year = year_of(both.one.time)
    one, other = (shares.about(c, evidence, own, year=year) for c in (both.one, both.other))
    if isinstance(one, Tested):
        return one
    if isinstance(other, Tested):
        return other
    pairs = [
        (a, b) for a, b in _pairs(one.rows, other.rows)
        if (a.market, a.stage, a.basis, a.by) == (b.market, b.stage, b.basis, b.by)
        and None not in (a.low, a.high, b.low, b.high)
    ]  # fmt: skip
    if not pairs:
        return unknown("no one source records the shares of both", "supply_shares")
    beside = {a.key: b for a, b in pairs}
    judged = [(a, _judged(both, percents(a), percents(b), "percent", apart=False)) for a, b in pairs]
    told = shares.decided(
        claim, judged, one.open, lambda r: f"{in_words.share(r)}, against {in_words.share(beside[r.key])}", evidence
    )
    return _with([b for _, b in pairs], told)


def _pairs(one: Sequence[Any], other: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """All rows of the one with all rows of the other."""
    return ((a, b) for a in one for b in other)


def _judged(both: Sides, mine: Ends, theirs: Ends, unit: str, *, apart: bool) -> Verdict:
    """Whether the one has more, or less, and by how much; what two sources give must lie clearly apart."""
    (a, b), (c, d) = mine, theirs
    if a is None or b is None or c is None or d is None:
        return "not identified"
    said = both.said
    if said.size is not None:
        change = Change(said.more, 0, 0, size=said.size, sized=said.sized, step=said.step)
        return "not identified" if apart else weighed(change, theirs, mine, unit)
    room = _APART if apart else 1.0
    if a > d * room:
        return "supported" if said.more else "contradicted"
    if b * room < c:
        return "contradicted" if said.more else "supported"
    return "not identified"


def _with(others: Sequence[Figure | Share], tested: Tested) -> Tested:
    """An outcome that rests on the rows of the other one, too."""
    return replace(tested, keys=tuple(dict.fromkeys((*tested.keys, *(o.key for o in others)))))
