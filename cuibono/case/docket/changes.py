"""What a claim says changed: in which direction, between which years, by how much, from where to where."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from cuibono.case.docket.times import days
from cuibono.case.docket.words import QUALIFIERS, listed, tokens
from cuibono.measures.claimed import Claimed
from cuibono.model import quantities
from cuibono.model.docket import Asked
from cuibono.model.spelled import ONES, TENS

Sized = Literal["percent", "points", "unit", "fold"]

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
#: A year in which something rose, and so against the year before; not one by which it had risen.
_WITHIN = re.compile(r"\b(?:in|during|over|for) (?:the (?:year )?)?(?:1[89]|20)\d\d\b", re.IGNORECASE)
#: How many times as much there is then, in percent of what there was.
_TIMES = {"doubled": 200.0, "tripled": 300.0, "trebled": 300.0, "quadrupled": 400.0, "halved": 50.0}
_SAID = re.compile(
    r"\b(by|from|to)\s+(.{1,40}?)(?=\s+(?:in|from|to|between|since|until|by|and|during|of)\b|[.,;:](?:\s|$)|$)",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(
    rf"\b(nearly|almost|all but|more than|about|roughly|around|approximately)\s+(?:{'|'.join(_TIMES)})\b", re.IGNORECASE
)
_QUALIFIERS = {"almost": "nearly", "all but": "nearly", "roughly": "about", "around": "about", "approximately": "about"}
#: A size as a part in words, which is spoken and not measured.
_SPOKEN = re.compile(r"\b(?:half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)$", re.IGNORECASE)
_PARTS = frozenset({"half", "third", "quarter", "fifth", "sixth", "eighth", "tenth"})
POINTS = ("percentage points", "percentage point", "points", "point")
_SPELLED = frozenset({*ONES, *TENS})
#: "One point", which would be read as the beginning of "one point five".
_FEW_POINTS = re.compile(rf"\b(?:{'|'.join(ONES)})\b(?= (?:percentage )?points?\b)", re.IGNORECASE)
#: What is counted, and rose or fell itself.
THINGS = re.compile(r"\b(?:power|job|tax) cuts?\b|\bpay rises?\b", re.IGNORECASE)
_HALF_POINT = re.compile(r"\b(?:half a (?:percentage )?point|a half point)\b", re.IGNORECASE)
#: A change with its size right behind it: "rose three percentage points".
_RIGHT_BEHIND = re.compile(
    rf"\b(?P<verb>{'|'.join(sorted(listed('up') | listed('down')))}) "
    rf"(?=(?:(?:{QUALIFIERS}|some) )?(?:\d[\d.,]*|[a-z]+) ?"
    r"(?:%|per ?cent\b|percentage points?\b|points?\b))",
    re.IGNORECASE,
)


#: A mark that something got above or below: "fell below 20 million".
_SIDES = dict.fromkeys(("above", "over", "past"), "more than") | dict.fromkeys(("below", "under"), "less than")
_PAST = re.compile(
    rf"\b(?P<verb>{'|'.join(sorted(listed('up') | listed('down')))}) (?:to )?(?P<side>{'|'.join(_SIDES)}) "
    r"(?=[$€£¥]?\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Change:
    """What a claim says changed: in which direction, between which years, by how much, from where to where.

    ``end`` is None where it is open ("since 2016"); ``unit`` is that of the two ends, ``step`` that of ``size``.
    """

    up: bool
    start: int
    end: int | None
    size: Claimed | None = None
    sized: Sized = "percent"
    first: Claimed | None = None
    last: Claimed | None = None
    unit: str = ""
    step: str = ""


def in_points(claim: Asked) -> Asked:
    """A claim with its size in digits and behind "by": "rose two points" is that it rose by 2 points."""
    words = _HALF_POINT.sub("0.5 points", claim.words)
    words = _FEW_POINTS.sub(lambda m: f"{ONES[m[0].lower()]:.0f}", words)
    words = _PAST.sub(
        lambda m: f"{m['verb']} to {_SIDES[m['side'].lower()]} ", _RIGHT_BEHIND.sub(r"\g<verb> by ", words)
    )
    return claim if words == claim.words else replace(claim, words=words)


def change_of(claim: Asked) -> Change | None:
    """What a claim says changed; None where that is more, or less, than a change between two times."""
    said = set(tokens(THINGS.sub(" ", claim.words)))
    up, down = bool(said & listed("up")), bool(said & listed("down"))
    times = _times(claim)
    numbers = _numbers(claim)
    if up == down or times is None or numbers is None or _hedged(claim.words):
        return None
    change = Change(up, *times)
    if said & _PARTS and "by" not in numbers:
        return None
    sizes = [w for w in _TIMES if w in said]
    if not numbers and not sizes:
        return None if said & listed("hedges") else change
    if sizes and (len(sizes) > 1 or "by" in numbers):
        return None
    if sizes:
        change = replace(change, size=_folded_by(_TIMES[sizes[0]], claim.words), sized="fold")
    return _sized(change, numbers)


def _hedged(words: str) -> bool:
    """Whether something only nearly rose or fell; what nearly doubled did grow."""
    moved = (listed("up") | listed("down")) - set(_TIMES)
    return any(a in listed("hedges") and b in moved for a, b in pairwise(tokens(words)))


def _times(claim: Asked) -> tuple[int, int | None] | None:
    """The first and the last year that a claim names; the last is open after "since", and one alone is the last."""
    years = sorted({int(y) for y in _YEAR.findall(claim.words)})
    if len(years) == 2:
        return years[0], years[1]
    if len(years) == 1 and claim.time == str(years[0]) and _WITHIN.search(claim.words):
        return years[0] - 1, years[0]
    span = days(claim.time) if claim.time and "/" in claim.time else None
    if span is None or (years and years[0] not in (span[0].year, span[1].year)):
        return None
    if claim.time and claim.time.endswith("/.."):
        return span[0].year, None
    return (span[0].year, span[1].year) if span[0].year < span[1].year < 9999 and not years else None


def _numbers(claim: Asked) -> dict[str, quantities.Quantity] | None:
    """The numbers of a claim by the word before them (by, from, to); None where one has none, or two have the same."""
    found: dict[str, quantities.Quantity] = {}
    years = set(_YEAR.findall(claim.words))
    left = re.sub(_YEAR, " ", claim.words)
    for match in _SAID.finditer(claim.words):
        if match[2].strip() in years or not (said := quantities.parse(match[2].strip())):
            continue
        if match[1].lower() in found:
            return None
        found[match[1].lower()] = _as_spoken(said, match[2])
        left = left.replace(match[2], " ")
    if not found and claim.low is not None and claim.low == claim.high:  # a row of a table: "growth", 30, percent
        found["by"] = quantities.Quantity(claim.low, claim.high, claim.unit, claim.qualifier)
        return found if len(re.findall(r"\d+(?:[.,]\d+)*", left)) <= 1 else None
    return None if re.search(r"\d", left) or _SPELLED & set(tokens(left)) else found


def _as_spoken(said: quantities.Quantity, words: str) -> quantities.Quantity:
    """A part in words as loose as it is spoken: "about a fifth" is nearer to 22 than to 25 percent."""
    if not _SPOKEN.search(words) or said.low is None or said.low != said.high:
        return said
    if said.qualifier == "about":
        return replace(said, low=0.95 * said.low, high=1.05 * said.low)
    return said if said.qualifier else replace(said, qualifier="about")


def _folded_by(size: float, words: str) -> Claimed:
    """ "Doubled" as how many percent there are then of what there was, with the word that qualifies it.

    What nearly halved is a little above a half.
    """
    match = _QUALIFIED.search(words)
    qualifier = _QUALIFIERS.get(match[1].lower(), match[1].lower()) if match else "part"
    if size < 100 and qualifier == "part":
        return Claimed(0.9 * size, 1.1 * size)
    if size < 100 and qualifier in ("nearly", "more than"):
        return Claimed(size, size, "about") if qualifier == "nearly" else Claimed(None, size, "less than")
    low = None if qualifier == "nearly" else size
    return Claimed(low, None if qualifier == "more than" else size, qualifier)


def _sized(change: Change, numbers: dict[str, quantities.Quantity]) -> Change | None:
    """A change with its numbers: by how much, and the two ends, which are in one unit."""
    size = numbers.get("by")
    units = {q.unit for k, q in numbers.items() if k != "by"}
    units -= {""} if len(units) > 1 else set()  # "from 26 to 21 percent"
    if len(units) > 1 or (size and units and _step(size) == "unit" and units != {size.unit}):
        return None
    claimed = {k: Claimed(q.low, q.high, q.qualifier) for k, q in numbers.items()}
    if size:
        change = replace(change, size=claimed["by"], sized=_step(size), step=size.unit)
    return replace(change, first=claimed.get("from"), last=claimed.get("to"), unit=next(iter(units), ""))


def _step(size: quantities.Quantity) -> Sized:
    return "percent" if size.unit == "percent" else "points" if size.unit in POINTS else "unit"
