"""When a holding holds: for all of a time that is claimed, or for some of it."""

from datetime import date

from cuibono.case.docket.rows import Holding
from cuibono.case.docket.times import APART, days
from cuibono.model import dates


def meet(end: str | None, start: str | None) -> bool:
    """Whether one holding begins about as another ends."""
    one, other = days(end), days(start)
    return bool(one and other and end and start and abs(other[0] - one[1]) <= APART)


def _days(row: Holding) -> tuple[date, date]:
    since, until = days(row.since), days(row.until)
    return since[0] if since else date.min, until[1] if until else date.max


def touches(row: Holding, first: date | None, last: date | None) -> bool:
    """Whether a holding holds for some of a time."""
    start, end = _days(row)
    return start <= (last or date.max) and (first or date.min) <= end


def covers(row: Holding, first: date | None, last: date | None) -> bool:
    """Whether a holding surely holds for all of a time: a year in which it began may have begun without it."""
    _, end = _days(row)
    start = dates.bounds(row.since)[1] if row.since else None
    late = start is not None and first is not None and start > first and row.since != str(first.year)
    return first is not None and last is not None and not late and last <= end
