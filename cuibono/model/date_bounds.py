"""The earliest and the latest day that a date of limited precision can mean.

Dates are EDTF (Extended Date/Time Format, ISO 8601-2:2019, levels 0 to 2).
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

Bounds = tuple[date | None, date | None]
Span = tuple[date, date]

UNKNOWN: Bounds = (None, None)

#: First month and number of months of every season and part of a year that EDTF numbers.
#: Plain seasons (21 to 24) are read as northern; winter is wider, see ``_winter``.
PARTS: dict[int, tuple[int, int]] = {
    **{21 + i: (3 + 3 * i, 3) for i in range(3)},
    **{25 + i: (3 + 3 * i, 3) for i in range(4)},
    **{29 + i: ((9 + 3 * i - 1) % 12 + 1, 3) for i in range(4)},
    **{33 + i: (1 + 3 * i, 3) for i in range(4)},
    **{37 + i: (1 + 4 * i, 4) for i in range(3)},
    **{40 + i: (1 + 6 * i, 6) for i in range(2)},
}
_WINTER = 24

_POINT = re.compile(
    r"(?P<qy>[?~%]?)(?P<year>[0-9X]{4})(?P<ay>[?~%]?)"
    r"(?:-(?P<qm>[?~%]?)(?P<month>[0-9X]{2})(?P<am>[?~%]?)"
    r"(?:-(?P<qd>[?~%]?)(?P<day>[0-9X]{2})(?P<ad>[?~%]?)(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?)?)?"
)
_EDTF_CHARACTERS = re.compile(r"[-0-9XYESTZ?~%./,:+\[\]{}]+")


@lru_cache(maxsize=65_536)
def bounds(edtf: str) -> Bounds:
    """The earliest and the latest day that a date can mean; None where it is open or unknown.

    The true day is never outside when the wording is true, so the bounds are wide where words are loose:

    - ``2016-10`` is the whole month, ``199X`` the whole decade, ``2021-XX-03`` from 3 January to 3 December.
    - ``1966~``, ``1966?`` and ``1966%`` ("circa", "perhaps") widen by one unit of the precision written, on
      both sides: a year before and after, a month for ``1966-03~``, a day for ``1966-03-05~``, ten years
      for ``196X~``. The mark itself stays in the text, for whoever wants to treat it otherwise.
    - Quarters are ``-33`` to ``-36``. Seasons ``-21`` to ``-23`` are read as on the northern half of the
      Earth; ``2018-24``, winter, can mean the one before or the one after: December 2017 to February 2019.
    - ``2015/..`` and ``2015/`` have no latest day, ``../2015`` no earliest; ``[1667,1669]`` spans its members.

    What is not EDTF, or lies outside the years 1 to 9999, bounds nothing: ``(None, None)``. A wide
    span is not a claim that something lasted; it says only when the day could have been.

    >>> bounds("2016-10")
    (datetime.date(2016, 10, 1), datetime.date(2016, 10, 31))
    """
    text = edtf.strip()
    if text.count("/") == 1:
        return _interval(*text.split("/"))
    if text[:1] in ("[", "{") and text[-1:] in ("]", "}"):
        return _members(text[1:-1])
    return _point(text) or _by_package(text)


def is_edtf(text: str) -> bool:
    """Whether a text is a date or an interval in the forms that ``bounds`` reads without help."""
    ends = text.split("/")
    if len(ends) == 1:
        return _point(text) is not None
    if len(ends) != 2 or all(e in ("", "..") for e in ends):
        return False
    if any(e not in ("", "..") and _point(e) is None for e in ends):
        return False
    return _interval(*ends) != UNKNOWN


def _interval(start: str, end: str) -> Bounds:
    low = None if start in ("", "..") else bounds(start)
    high = None if end in ("", "..") else bounds(end)
    if UNKNOWN in (low, high):
        return UNKNOWN
    first, last = (low[0] if low else None), (high[1] if high else None)
    if first and last and first > last:
        return UNKNOWN
    return first, last


def _members(text: str) -> Bounds:
    """A set spans from its first to its last member; ``..`` before, after or between is allowed."""
    members = [m.strip() for m in text.split(",")]
    open_start, open_end = members[0].startswith(".."), members[-1].endswith("..")
    found = [bounds(p) for m in members for p in m.split("..") if p]
    if not found or UNKNOWN in found:
        return UNKNOWN
    lows, highs = [f[0] for f in found if f[0]], [f[1] for f in found if f[1]]
    low = None if open_start or len(lows) < len(found) else min(lows)
    return low, None if open_end or len(highs) < len(found) else max(highs)


def _point(text: str) -> Bounds | None:
    """A single date; None when it is not one that this module reads."""
    match = _POINT.fullmatch(text)
    if not match or match["year"] == "0000":
        return None
    span = _span(match["year"], match["month"], match["day"])
    if span is None:
        return UNKNOWN if match["year"] == "XXXX" and _plausible(match["month"], match["day"]) else None
    unit = _qualified(match)
    return _widened(span, unit, match["year"]) if unit else span


def _plausible(month: str | None, day: str | None) -> bool:
    """Whether month and day could stand in some year."""
    return _span("2000", month, day) is not None


def _span(year: str, month: str | None, day: str | None) -> Span | None:
    years = _years(year)
    if years is None:
        return None
    if month is None:
        return date(years[0], 1, 1), date(years[1], 12, 31)
    if month.isdigit() and int(month) > 12:
        return None if day or year != f"{years[0]:04d}" else _part(years[0], int(month))
    months = _digits(month, 1, 12)
    if not months:
        return None
    return _days(years, (months[0], months[-1]), day)


def _years(year: str) -> tuple[int, int] | None:
    if year == "XXXX" or not re.fullmatch(r"[0-9]*X*", year):
        return None
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return (max(first, MINYEAR), min(last, MAXYEAR)) if last >= MINYEAR else None


def _part(year: int, part: int) -> Span | None:
    """A season, a quarter, a third or a half of a year."""
    if part == _WINTER:
        return _safe(year - 1, 12, year + 1, 2)
    if part not in PARTS:
        return None
    start, length = PARTS[part]
    end = start + length - 1
    return _safe(year, start, year + (end - 1) // 12, (end - 1) % 12 + 1)


def _safe(year: int, month: int, last_year: int, last_month: int) -> Span | None:
    if year < MINYEAR or last_year > MAXYEAR:
        return None
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def _digits(pattern: str, low: int, high: int) -> list[int]:
    """The numbers between two ends that two digits with X for any can mean, smallest first."""
    rule = re.compile(pattern.replace("X", "[0-9]"))
    return [n for n in range(low, high + 1) if rule.fullmatch(f"{n:02d}")]


def _days(years: tuple[int, int], months: tuple[int, int], day: str | None) -> Span | None:
    """From the first to the last day of the given pattern within the months."""
    pattern = day or "XX"
    for month in range(months[0], months[1] + 1):
        if first := _digits(pattern, 1, monthrange(years[0], month)[1]):
            break
    else:
        return None
    for last_month in range(months[1], months[0] - 1, -1):
        if last := _digits(pattern, 1, monthrange(years[1], last_month)[1]):
            return date(years[0], month, first[0]), date(years[1], last_month, last[-1])
    return None


def _qualified(match: re.Match[str]) -> str:
    """The unit to widen by: of the precision for a mark at the end, else the coarsest marked one."""
    if match["ad"] or (match["day"] is None and match["am"]) or (match["month"] is None and match["ay"]):
        return "day" if match["day"] else "month" if match["month"] else "year"
    marks = {"year": match["qy"] or match["ay"], "month": match["qm"] or match["am"], "day": match["qd"]}
    return next((unit for unit, mark in marks.items() if mark), "")


def _widened(span: Span, unit: str, year: str) -> Bounds:
    first, last = span
    if unit == "day":
        return _shifted_days(first, -1), _shifted_days(last, 1)
    months = (last.year - first.year) * 12 + last.month - first.month + 1 if unit == "month" else 12
    months = 12 * 10 ** year.count("X") if unit == "year" else months
    return _shifted(first, -months), _shifted(last, months)


def _shifted_days(day: date, by: int) -> date | None:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None


def _shifted(day: date, months: int) -> date | None:
    """The same day some months on; the last of a month stays the last of a month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not MINYEAR <= year <= MAXYEAR:
        return None
    length = monthrange(year, month + 1)[1]
    at_end = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, length if at_end else min(day.day, length))


def _by_package(text: str) -> Bounds:
    """Rarer forms (exponents, significant digits) through the edtf package, imported only for them."""
    if not text or not _EDTF_CHARACTERS.fullmatch(text):
        return UNKNOWN
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(text)
        low, high = parsed.lower_fuzzy(), parsed.upper_fuzzy()
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        return UNKNOWN  # the package raises any of these on text that only looks like a date
    return _day(low), _day(high)


def _day(moment: object) -> date | None:
    if not isinstance(moment, tuple) or not MINYEAR <= moment[0] <= MAXYEAR:
        return None
    return date(moment[0], moment[1], moment[2])
