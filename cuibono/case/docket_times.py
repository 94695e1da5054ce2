"""How the time that a claim is of lies to the time that something was recorded for or measured."""

from datetime import date
from functools import lru_cache
from typing import Literal

from cuibono.model import dates

#: Seen from the claim: "within" what was measured, or it "covers" that; "unsaid" where either says no time.
Relation = Literal["same", "within", "covers", "overlaps", "apart", "unsaid"]
Days = tuple[date, date]


@lru_cache(maxsize=65_536)
def days(edtf: str | None) -> Days | None:
    """The first and the last day that a time allows, open ends at the ends of the calendar; None where none is said."""
    if not edtf:
        return None
    first, last = dates.bounds(edtf)
    return None if first is None and last is None else (first or date.min, last or date.max)


@lru_cache(maxsize=65_536)
def relation(claimed: str | None, measured: str | None) -> Relation:
    """How the claimed time lies to the measured one; of a rough time ("2021~") one never knows what it covers.

    >>> relation("2021-06", "2021")
    'within'
    """
    mine, theirs = days(claimed), days(measured)
    if mine is None or theirs is None:
        return "unsaid"
    if mine[1] < theirs[0] or theirs[1] < mine[0]:
        return "apart"
    if rough(claimed) or rough(measured):
        return "overlaps"
    if mine == theirs:
        return "same"
    if theirs[0] <= mine[0] and mine[1] <= theirs[1]:
        return "within"
    return "covers" if mine[0] <= theirs[0] and theirs[1] <= mine[1] else "overlaps"


def rough(edtf: str | None) -> bool:
    """Whether a time is only approximate, doubtful or with digits left open."""
    return bool(edtf) and bool(set("~?%X") & set(edtf or ""))


def year_of(edtf: str | None) -> int | None:
    """The year that a time is; None for none, for several, for a part of one, and for one that is open."""
    found = days(edtf)
    if found is None or found != (date(found[0].year, 1, 1), date(found[0].year, 12, 31)):
        return None
    return found[0].year


def until(edtf: str | None) -> date | None:
    """The last day of a time; None where it is open or none is said."""
    found = days(edtf)
    return None if found is None or found[1] == date.max else found[1]


def on_day(edtf: str | None) -> bool:
    """Whether a time is a single day."""
    found = days(edtf)
    return found is not None and found[0] == found[1]


def spoken(edtf: str | None) -> str:
    """A time in a sentence: "../2030" is "the time up to 2030"."""
    if not edtf:
        return "no time"
    if edtf.startswith("../"):
        return f"the time up to {edtf[3:]}"
    return f"the time from {edtf[:-3]} on" if edtf.endswith("/..") else edtf.replace("/", " to ")


def stale(claimed: str | None, published: str | None) -> bool:
    """Whether what was published says nothing of the end of a claimed time, since that had not come yet."""
    mine, theirs = days(claimed), days(published)
    return bool(mine and theirs and theirs[1] < mine[1] and mine[1] != date.max)
