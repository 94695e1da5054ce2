"""How the time that a claim is of lies to the time that something was recorded for or measured."""

from datetime import date, timedelta

from cuibono.model.date_relations import Relation, days, relation, rough

__all__ = [
    "APART",
    "Relation",
    "days",
    "is_mistold",
    "on_day",
    "relation",
    "rough",
    "spoken",
    "stale",
    "until",
    "year_of",
]

#: How far what was announced, took effect and was entered may lie apart.
APART = timedelta(days=60)
_WEEKS = timedelta(days=45)  # how far off a mishap is that is told wrongly, and not of another one


def is_mistold(claimed: str | None, recorded: str | None) -> bool:
    """Whether two times lie so few weeks apart that one may be the other, told wrongly, and not another mishap."""
    mine, theirs = days(claimed), days(recorded)
    return bool(mine and theirs and theirs[0] - _WEEKS <= mine[1] and mine[0] <= theirs[1] + _WEEKS)


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
