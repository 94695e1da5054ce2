"""Dates as written in tables and texts become EDTF; what is ambiguous stays unread."""

import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache

from cuibono.model.date_bounds import bounds, is_edtf
from cuibono.model.date_forms import single_date, without_time
from cuibono.model.date_words import (
    ABOUT,
    ABOUT_AFTER,
    BACKWARDS,
    BEFORE,
    NOW,
    ONWARDS,
    PERHAPS,
    SIMPLIFIED,
    SINCE,
    TO,
)

_LONGEST = 120


@lru_cache(maxsize=65_536)
def to_edtf(text: str) -> str | None:
    """A date as it was written, in the notation that says how precise it is; None when it cannot be read.

    Read are ISO dates, ``20 October 2016``, ``Oct 2016``, ``1966-Q1`` (``1966-33``), ``spring 2018``
    (``2018-21``), ``1990s`` (``199X``), ``circa 1966`` (``1966~``), ``2002 to 2023`` (``2002/2023``),
    ``2015-`` (``2015/..``), weeks of ISO 8601 (``2026-W07``, Monday to Sunday), Chinese dates, and month
    names in English, German, French, Spanish and Italian. Times of day are cut off: the day stays as written,
    whatever the time zone.

    Nothing is guessed. ``03/04/2021`` may be March or April and gives None; ``25/12/2021`` can only be
    one day and is read; with dots (``03.04.2021``) the day comes first everywhere such dates are used.
    ``early``, ``mid`` and ``late`` are dropped, since EDTF cannot say them: the year contains them.
    ``1900s`` and ``2000s`` may mean a decade or a century and give the wider ``19XX``. What is EDTF
    already stays as it is, so ``2010-21`` is spring 2010; with a long dash it is the range.

    A date is read, not checked: 30 February gives None, but a wrong year is not noticed.

    >>> to_edtf("circa October 2016")
    '2016-10~'
    """
    plain = _plain(text)
    if not plain or len(plain) > _LONGEST:
        return None
    if is_edtf(plain.upper()):
        return without_time(plain.upper())
    found = _week(plain) or _marked(plain) or _interval(plain)
    return found if found and is_edtf(found) else None


def _plain(text: str) -> str:
    """Lower case, no accents, half-width characters, single spaces, no weekday and no surrounding marks."""
    wide = unicodedata.normalize("NFKD", text.strip())
    bare = "".join(c for c in wide if not unicodedata.combining(c)).casefold()
    bare = re.sub(r"[‐‑‒−]", "-", bare).translate(SIMPLIFIED)
    bare = re.sub(r"\s+", " ", bare).strip(" ,;\"'“”")
    bare = re.sub(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? ", "", bare)
    return re.sub(r"(?<=[年月日号季]) | (?=[年月日号])", "", bare)


def _week(text: str) -> str | None:
    """A week of ISO 8601 ("2026-W07") as its seven days, Monday to Sunday."""
    found = re.fullmatch(r"(\d{4})-?w(\d{2})", text)
    try:
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else None
    except ValueError:
        return None
    return f"{monday}/{monday + timedelta(days=6)}" if monday else None


def _interval(text: str) -> str | None:
    """A range or a date with an open end."""
    return _open(text) or _between(text)


def _open(text: str) -> str | None:
    forms: tuple[tuple[str, str], ...] = (
        (rf"{SINCE}(?:\b|(?<=[自从])) ?(?P<date>.+?),? ?(?:{ONWARDS})?", "{}/.."),
        (rf"(?P<date>.+?),? ?{ONWARDS}", "{}/.."),
        (r"(?P<date>.*[0-9s年月日])(?: ?[–—]| -|(?<=[0-9])-|/)", "{}/.."),
        (rf"(?:{BEFORE} |截至)(?P<date>.+?)", "../{}"),
        (rf"(?P<date>.+?) ?{BACKWARDS}", "../{}"),
        (r"(?:[–—] ?|/)(?P<date>[0-9].*)", "../{}"),
    )
    for form, shape in forms:
        match = re.fullmatch(form, text)
        found = _marked(match["date"]) if match else None
        if found:
            return shape.format(found)
    return None


_SPLITS = tuple(
    re.compile(rule)
    for rule in (
        rf"(?:(?:from|von|de|desde|从|自) ?)?(?P<a>.+?) ?{TO} ?(?P<b>.+)",
        r"(?:between|zwischen|entre) (?P<a>.+?) (?:and|und|et|y) (?P<b>.+)",
        r"(?P<a>.+?) (?:-|/) (?P<b>.+)",
        r"(?P<a>[^-/]+)[-/](?P<b>[^-/]+)",
        r"(?P<a>[^/]+)/(?P<b>[^/]+)",
    )
)


def _between(text: str) -> str | None:
    """Two ends; an end may borrow the year or the month of the other (``3-5 March 2018``)."""
    for split in _SPLITS:
        match = split.fullmatch(text)
        if match and (found := _ends(match["a"].strip(), match["b"].strip())):
            return found
    return None


def _ends(start: str, end: str) -> str | None:
    if end in NOW:
        first = _marked(start)
        return f"{first}/.." if first else None
    last = _marked(end) or _marked(_lend_forward(start, end))
    first = _marked(start) or (_marked(_lend_back(start, end)) if last else None)
    if not first or not last or "/" in first + last:
        return None
    low, high = bounds(first)[0], bounds(last)[1]
    return f"{first}/{last}" if low and high and low < high else None


def _lend_back(start: str, end: str) -> str:
    """The start with what only the end says: ``march`` to ``may 2018``, ``3`` to ``5 march 2018``."""
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?\.?", start):
        return re.sub(r"^\d{1,2}(?:st|nd|rd|th)?", start.rstrip("."), end, count=1)
    year = re.search(r"\d{4}$", end)
    return f"{start} {year[0]}" if year and not re.search(r"\d{4}", start) else ""


def _lend_forward(start: str, end: str) -> str:
    """The end with what only the start says: ``2018年3月`` to ``5月``, ``1998`` to ``99``."""
    if re.match(r"[0-9一二三四五六七八九十]+月", end) and (year := re.match(r".*?年", start)):
        return year[0] + end
    if re.fullmatch(r"\d{1,2}[日号]", end) and (month := re.match(r".*?月", start)):
        return month[0] + end
    short = re.fullmatch(r"(?:.*\b)?(\d\d)(\d\d)", start)
    if short and re.fullmatch(r"\d\d", end) and end > short[2] and (int(end) > 12 or "-" in start):
        return short[1] + end
    day = re.fullmatch(r"([a-z]+\.?) \d{1,2}(?:st|nd|rd|th)?", start)
    return f"{day[1]} {end}" if day and re.match(r"\d{1,2}(?:st|nd|rd|th)?,? \d{4}$", end) else ""


def _marked(text: str) -> str | None:
    """A single date with its marks of precision and doubt."""
    if not text:
        return None
    about = re.fullmatch(rf"{ABOUT} ?(?P<d>.+)|(?P<e>.+?) ?{ABOUT_AFTER}", text)
    perhaps = None if about else re.fullmatch(rf"{PERHAPS} ?(?P<d>.+)|(?P<e>.+?) ?\(?\?\)?", text)
    match = about or perhaps
    inner = (match["d"] or match["e"]) if match else text
    found = _marked(inner) if match else single_date(inner)
    if not match or not found:
        return found
    if "/" in found:
        return None
    return found if found[-1] in "~?%" else found + ("~" if about else "?")
