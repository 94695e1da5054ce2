"""Which two years are meant where a claim only gives both ends: "its share slipped from 38 to 36 percent".

Of all that is recorded of the one whom it is about just one pair of years must have the two numbers, one after the
other. That both agree is no accident; that no pair has them decides nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from cuibono.case.docket.figures import content, ends, indicator, series
from cuibono.case.docket.names import is_meant
from cuibono.case.docket.rows import Evidence, Share, keys_of
from cuibono.case.docket.times import year_of
from cuibono.model.docket import Asked
from cuibono.model.spelled import ONES

_KINDS = ("trend", "share", "amount", "count")
_NUMBER = r"[$\u20ac\u00a3\u00a5]?\d[\d.,]*\d|\d"
_SCALE = r"thousand|million|billion|trillion"
_FROM_TO = re.compile(
    rf"\bfrom (?P<a>{_NUMBER})(?: (?P<sa>{_SCALE}))?(?: [a-z%]+)?(?: [a-z]+)? "
    rf"to (?P<b>{_NUMBER})(?: (?P<sb>{_SCALE}))?",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r",? (?:with)?in (?:the space of )?(?:just |only )?(?:a|one|a single|twelve months|12 months)(?: year)?\b|"
    r",? over (?:the|a) year\b|,? from one year to the next\b|,? year on year\b",
    re.IGNORECASE,
)
#: Over how many years: "in two years".
_OVER = re.compile(
    rf",? (?:with)?in (?:the (?:space|course) of )?(?:just |only )?(?P<n>{'|'.join(list(ONES)[2:11])}|\d) years\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TIMES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_ROUND = 0.0051  # part of a number that its rounding may be off


def with_years(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of a change with the two years in which its numbers are recorded; None where it has some, or none fit."""
    found = _FROM_TO.search(claim.words)
    subject = claim.subject
    if (
        found is None
        or subject is None
        or claim.kind not in ("trend", "share", "amount", "count")
        or claim.polarity == "-"
    ):
        return None
    if claim.time or _YEAR.search(claim.words):
        return None
    a, b = _value(found["a"], found["sa"] or found["sb"]), _value(found["b"], found["sb"])
    if a is None or b is None or a == b:
        return None
    over = _OVER.search(claim.words)
    pairs = set(_pairs(claim, evidence, a, b, _count(over["n"]) if over else None))
    if len(pairs) != 1:
        return None
    one, two = pairs.pop()
    words = f"{_WITHIN.sub('', _OVER.sub('', claim.words)).rstrip('.')} between {one} and {two}"
    if claim.unit == "year":  # how long it took, and no number of what changed
        claim = replace(claim, low=None, high=None, unit="", qualifier="")
    return replace(claim, kind="trend", words=words, time=f"{one}/{two}")


def _count(written: str) -> int:
    return int(written) if written.isdigit() else int(ONES[written.lower()])


def _value(number: str, scale: str | None) -> float | None:
    bare = re.sub(r"[^\d.]", "", number.replace(",", ""))
    try:
        return float(bare) * _TIMES.get((scale or "").lower(), 1.0)
    except ValueError:
        return None


def _pairs(claim: Asked, evidence: Evidence, a: float, b: float, over: int | None) -> Iterator[tuple[int, int]]:
    """The pairs of years in which the two numbers are recorded: so far apart, or one next to the other in a series."""
    assert claim.subject is not None
    keys = sorted(keys_of(claim.subject))
    figures = {
        r.key: r for k in keys for r in evidence.figures.get(k, ()) if is_meant(claim.subject, r.subject, evidence)
    }
    said = content(claim.words)
    for line in series([r for r in figures.values() if content(indicator(r)) & said]):
        yield from _in_line([(year_of(r.period), ends(r)[0]) for r in line], a, b, over)
    lines: dict[tuple[str, str, str, str], list[Share]] = {}
    for row in {r.key: r for k in keys for r in evidence.shares.get(k, ())}.values():
        if "share" in claim.words and is_meant(claim.subject, row.supplier, evidence):
            lines.setdefault((row.market, row.stage, row.basis, row.by), []).append(row)
    for of in lines.values():
        yield from _in_line([(r.year, None if r.low is None else r.low * 100) for r in of], a, b, over)


def _in_line(
    points: Iterable[tuple[int | None, float | None]], a: float, b: float, over: int | None
) -> Iterator[tuple[int, int]]:
    known = sorted((year, value) for year, value in points if year is not None and value is not None)
    for (one, old), (two, new) in combinations(known, 2) if over else pairwise(known):
        if (
            (two - one == over if over else one < two)
            and abs(old - a) <= _ROUND * abs(a)
            and abs(new - b) <= _ROUND * abs(b)
        ):
            yield one, two
