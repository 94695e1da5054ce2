"""How two times lie to each other: the same, one within the other, overlapping, apart, or not said."""

from datetime import date
from functools import lru_cache
from typing import Literal

from cuibono.model import dates

#: Seen from the first of two: it lies "within" the second, or "covers" it; "unsaid" where either is not said.
Relation = Literal["same", "within", "covers", "overlaps", "apart", "unsaid"]
Days = tuple[date, date]


@lru_cache(maxsize=65_536)
def days(edtf: str | None) -> Days | None:
    """The first and the last day that a time allows, open ends at the ends of the calendar; None where none is said."""
    if not edtf:
        return None
    first, last = dates.bounds(edtf)
    return None if first is None and last is None else (first or date.min, last or date.max)


@lru_cache(maxsize=262_144)
def relation(one: str | None, other: str | None) -> Relation:
    """How one time lies to another; of a rough time ("2021~") one never knows what it covers.

    >>> relation("2021-06", "2021")
    'within'
    """
    mine, theirs = days(one), days(other)
    if mine is None or theirs is None:
        return "unsaid"
    if mine[1] < theirs[0] or theirs[1] < mine[0]:
        return "apart"
    if rough(one) or rough(other):
        return "overlaps"
    if mine == theirs:
        return "same"
    if theirs[0] <= mine[0] and mine[1] <= theirs[1]:
        return "within"
    return "covers" if mine[0] <= theirs[0] and theirs[1] <= mine[1] else "overlaps"


def rough(edtf: str | None) -> bool:
    """Whether a time is only approximate, doubtful or with digits left open."""
    return bool(edtf) and bool(set("~?%X") & set(edtf or ""))


def finer(one: str | None, other: str | None) -> bool:
    """Whether two times are one said more and less exactly: a year, a month of it, a day of that; no span of time.

    >>> finer("2021", "2021-06")
    True
    >>> finer("2014/2018", "2016")
    False
    """
    return "/" not in f"{one}{other}" and relation(one, other) in ("within", "covers")
