"""Dates as running English text writes them, each as EDTF; what a sentence leaves out stays X."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from cuibono.extract.records import Span
from cuibono.model.dates import bounds

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LARGER = {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_NUMBERS = {word: number for number, word in enumerate(_SMALL, 1)} | _LARGER
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(_NUMBERS) + ")"
_UNDER_TWENTY = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_ORDINALS = (
    *_UNDER_TWENTY, "twentieth", *(f"twenty-{o}" for o in _UNDER_TWENTY[:9]), "thirtieth", "thirty-first",
)  # fmt: skip
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_TENS = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
_SEASON = "(?P<season>spring|summer|autumn|fall|winter)"
_QUARTERS = {"first": 33, "second": 34, "third": 35, "fourth": 36, "1": 33, "2": 34, "3": 35, "4": 36}
_PART = r"(?:(?i:early|mid|late|the (?:beginning|middle|end) of)[- ]?)?"


@dataclass(frozen=True, slots=True)
class Written:
    """A date where it stands; ``year`` is what it adds to what later dates may leave out.

    With ``shift`` the year is so many after (or before) another one: that named before it, or that of publication.
    ``recent`` is the last or the next such month or season, counted from publication.
    """

    span: Span
    edtf: str
    year: str | None = None
    shift: int | None = None
    anchor: Literal["before", "published"] = "published"
    recent: Literal["last", "next"] | None = None


def written_dates(text: str) -> Iterator[Written]:
    """The dates in order, none inside another; the earlier pattern wins where two fit."""
    found: list[Written] = []
    for pattern, make in _PATTERNS:
        for match in pattern.finditer(text):
            date = make(match)
            if date is not None:
                found.append(date)
    kept: list[Written] = []
    for date in sorted(found, key=lambda d: (d.span.start, -d.span.end)):
        if not kept or date.span.start >= kept[-1].span.end:
            kept.append(date)
    yield from kept


def _month(match: re.Match[str]) -> int:
    word = match["month"].lower().rstrip(".")
    return next(n for n, m in enumerate(_MONTHS, 1) if m.startswith(word[:3]))


def _checked(match: re.Match[str], edtf: str, group: str | int = 0, year: str | None = None) -> Written | None:
    first, _ = bounds(edtf.replace("XXXX", "2000"))
    return Written(Span(*match.span(group)), edtf, year) if first is not None or "/" in edtf else None


def _full(match: re.Match[str]) -> Written | None:
    return _checked(match, f"{match['year']}-{_month(match):02}-{int(match['day']):02}", year=match["year"])


def _iso(match: re.Match[str]) -> Written | None:
    return _checked(match, match[0].replace("/", "-"), year=match[0][:4])


def _month_year(match: re.Match[str]) -> Written | None:
    return _checked(match, f"{match['year']}-{_month(match):02}", "date", match["year"])


def _season(match: re.Match[str]) -> Written | None:
    return _checked(match, f"{match['year']}-{_SEASONS[match['season'].lower()]}", year=match["year"])


def _range(match: re.Match[str]) -> Written | None:
    first, last = match["first"], match["last"]
    last = first[: 4 - len(last)] + last
    return _checked(match, f"{first}/{last}", "date", last) if int(first) < int(last) else None


def _decade(match: re.Match[str]) -> Written | None:
    return Written(Span(*match.span("date")), match["decade"] + "X")


def _short_decade(match: re.Match[str]) -> Written | None:
    return Written(Span(*match.span("date")), "19" + match["decade"] + "X")


def _century(match: re.Match[str]) -> Written | None:
    return Written(Span(*match.span()), f"{int(match['count']) - 1:02}XX")


def _since(match: re.Match[str]) -> Written | None:
    return Written(Span(*match.span("date")), f"{match['year']}/..", match["year"])


def _open_day(match: re.Match[str]) -> Written | None:
    return _checked(match, f"XXXX-{_month(match):02}-{int(match['day']):02}", "date")


def _open_month(match: re.Match[str]) -> Written | None:
    return _checked(match, f"XXXX-{_month(match):02}", "date")


def _days(match: re.Match[str]) -> Written | None:
    """Days of one month from one to another: "June 25-27, 2013"."""
    if int(match["day"]) >= int(match["last"]):
        return None
    year = match["year"] or "XXXX"
    first, last = (f"{year}-{_month(match):02}-{int(match[d]):02}" for d in ("day", "last"))
    return Written(Span(*match.span("date")), f"{first}/{last}", match["year"])


def _named_day(match: re.Match[str]) -> Written | None:
    """A day in words: "June Fourth"."""
    day = _ORDINALS.index(match["ordinal"].lower()) + 1
    year = match["year"] or "XXXX"
    return _checked(match, f"{year}-{_month(match):02}-{day:02}", "date", match["year"])


def _quarter(match: re.Match[str]) -> Written | None:
    return Written(Span(*match.span("date")), f"{match['year']}-{_QUARTERS[match['quarter'].lower()]}", match["year"])


def _told_decade(match: re.Match[str]) -> Written | None:
    return Written(Span(*match.span("date")), f"19{_TENS[match['tens'].lower()]}X")


_WHICH = {"last": -1, "this": 0, "next": 1, "the previous": -1, "the following": 1}


def _month_of_year(match: re.Match[str]) -> Written | None:
    """ "October of last year", "the fall of this year"."""
    found = match.groupdict()
    part = _month(match) if found.get("month") else _SEASONS[match["season"].lower()]
    return Written(Span(*match.span("date")), f"XXXX-{part:02}", shift=_WHICH[match["which"].lower()])


def _of_that_year(match: re.Match[str]) -> Written | None:
    """ "August that year", "August 3 of the same year": of the year that was named before."""
    day = f"-{int(match['day']):02}" if match["day"] else ""
    return Written(Span(*match.span("date")), f"XXXX-{_month(match):02}{day}", shift=0, anchor="before")


def _recent_month(match: re.Match[str]) -> Written | None:
    """ "Last October", "this spring": counted from publication."""
    found = match.groupdict()
    part = _month(match) if found.get("month") else _SEASONS[match["season"].lower()]
    which = match["which"].lower()
    recent: Literal["last", "next"] | None = "last" if which == "last" else "next" if which == "next" else None
    shift = None if recent else 0
    return Written(Span(*match.span("date")), f"XXXX-{part:02}", shift=shift, recent=recent)


def _open_season(match: re.Match[str]) -> Written | None:
    return Written(Span(*match.span("date")), f"XXXX-{_SEASONS[match['season'].lower()]}")


def _year(match: re.Match[str]) -> Written | None:
    return Written(Span(*match.span("year")), match["year"], match["year"])


def _about(match: re.Match[str]) -> Written | None:
    return Written(Span(*match.span("date")), match["year"] + "~", match["year"])


def _shifted(by: int, anchor: Literal["before", "published"]) -> Callable[[re.Match[str]], Written]:
    def make(match: re.Match[str]) -> Written:
        return Written(Span(*match.span()), "", shift=by, anchor=anchor)

    return make


def _counted(sign: int, anchor: Literal["before", "published"]) -> Callable[[re.Match[str]], Written]:
    def make(match: re.Match[str]) -> Written:
        count = match["count"].lower()
        return Written(Span(*match.span()), "", shift=sign * int(_NUMBERS.get(count, count)), anchor=anchor)

    return make


def _pattern(text: str, *, loose: bool = False) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{text})(?![\w])", re.IGNORECASE if loose else 0)


_PREPOSITION = r"(?i:in|of|by|during|until|since|last|this|next|early|mid|late|from|after|before)"
_UNITS = (
    r"(?!\s*(?:%|percent|per cent|yuan|dollars?|euros?|people|men|women|km|kilomet|met(?:er|re)s|miles|tons?|tonnes|"
    r"million|billion|thousand|officials|employees|workers|soldiers|times|copies|pages|words|degrees|shares))"
)
_UP_TO = r"\s*(?:-|–|—|to|and|through|until)\s*(?P<last>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Written | None]], ...] = (
    (_pattern(rf"(?P<date>{_MONTH}\s+{_DAY}{_UP_TO}(?:\s*,?\s*{_YEAR})?)(?!\s*[:%\d])"), _days),
    (_pattern(rf"(?P<date>{_DAY}{_UP_TO}\s+(?:of\s+)?{_MONTH}(?:\s*,?\s*{_YEAR})?)"), _days),
    (_pattern(rf"(?P<date>{_MONTH}\s+(?:the\s+)?(?P<ordinal>{_ORDINAL})(?:\s*,?\s*{_YEAR})?)", loose=True), _named_day),
    (_pattern(rf"{_MONTH}\s+(?:the\s+)?{_DAY}\s*,?\s*(?:of\s+)?{_YEAR}", loose=True), _full),
    (_pattern(rf"{_DAY}\s+(?:of\s+)?{_MONTH}\s*,?\s*(?:of\s+)?{_YEAR}"), _full),
    (_pattern(r"(?:1[5-9]|20)\d\d([-/])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])"), _iso),
    (_pattern(rf"{_PART}(?P<date>{_MONTH}\s*,?\s*(?:of\s+)?{_YEAR})", loose=True), _month_year),
    (
        _pattern(rf"(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+|in\s+)?{_YEAR}", loose=True),
        _season,
    ),
    (
        _pattern(
            r"(?:from\s+|between\s+)?(?P<date>(?P<first>1[5-9]\d\d|20\d\d)\s*(?:-|–|—|to|and|until|through)\s*"
            r"(?P<last>(?:1[5-9]|20)\d\d|\d\d(?=[\s,.;)])))"
        ),
        _range,
    ),
    (_pattern(rf"{_PART}(?:the\s+)?{_PART}(?P<date>(?P<decade>1[5-9]\d|20\d)0['’]?s)", loose=True), _decade),
    (
        _pattern(r"(?:the\s+|early\s+|late\s+|mid-?\s*)(?P<date>['’]?(?P<decade>[2-9])0['’]?s)", loose=True),
        _short_decade,
    ),
    (_pattern(r"(?:the\s+)?(?P<count>1[5-9]|2[01])(?:st|th)[ -]century", loose=True), _century),
    (
        _pattern(
            rf"(?P<date>(?:the\s+)?(?P<quarter>first|second|third|fourth)\s+quarter\s+(?:of|in)\s+{_YEAR})", loose=True
        ),
        _quarter,
    ),
    (_pattern(rf"(?P<date>Q(?P<quarter>[1-4])\s*(?:of\s+|/|,\s*)?{_YEAR})"), _quarter),
    (
        _pattern(
            rf"(?<!his )(?<!her )(?<!their )(?:the\s+)(?:(?:early|mid|late)[\s-]+)?"
            rf"(?P<date>(?:nineteen[\s-]+)?(?P<tens>{'|'.join(_TENS)}))",
            loose=True,
        ),
        _told_decade,
    ),
    (_pattern(rf"(?P<date>{_MONTH}(?:\s+{_DAY})?,?\s+(?:of\s+)?(?i:that|that same|the same)\s+year)"), _of_that_year),
    (_pattern(rf"(?P<date>{_MONTH}\s+(?:of\s+)?(?P<which>last|this|next)\s+year)"), _month_of_year),
    (_pattern(rf"(?:the\s+)?(?P<date>{_SEASON}\s+of\s+(?P<which>last|this|next)\s+year)", loose=True), _month_of_year),
    (_pattern(rf"(?P<date>(?P<which>(?i:last|this|next))\s+{_MONTH})(?!\s+\d)"), _recent_month),
    (_pattern(rf"(?P<date>(?P<which>last|this|next)\s+{_SEASON})", loose=True), _recent_month),
    (
        _pattern(
            rf"(?:in|by|until|since)\s+(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?P<date>{_SEASON})(?!\s+of)", loose=True
        ),
        _open_season,
    ),
    (_pattern(rf"since\s+(?P<date>{_YEAR})", loose=True), _since),
    (_pattern(rf"(?:around|about|circa|c\.)\s+(?P<date>{_YEAR}){_UNITS}", loose=True), _about),
    (_pattern(rf"(?P<date>{_MONTH}\s+(?:the\s+)?{_DAY})(?!\s*(?:,\s*)?\d)"), _open_day),
    (_pattern(rf"(?:the\s+)?(?P<date>{_DAY}\s+(?:of\s+)?{_MONTH})"), _open_day),
    (_pattern(rf"{_PREPOSITION}[\s-]+(?:(?:early|mid|late)[\s-]+)?(?P<date>{_MONTH})(?!\s+\d)"), _open_month),
    (_pattern(rf"(?<![\d$€£¥.,]){_YEAR}(?![,.]\d)(?!-(?:year|mile|page|[A-Z0-9]))" + _UNITS), _year),
    (_pattern(r"(?:the|that) same year|that (?:same )?year|later that year", loose=True), _shifted(0, "before")),
    (_pattern(r"the (?:following|next) year", loose=True), _shifted(1, "before")),
    (_pattern(r"the (?:previous|preceding) year|the year before", loose=True), _shifted(-1, "before")),
    (_pattern(rf"{_COUNT} years? later", loose=True), _counted(1, "before")),
    (_pattern(rf"{_COUNT} years? ago", loose=True), _counted(-1, "published")),
    (_pattern(r"last year", loose=True), _shifted(-1, "published")),
    (_pattern(r"(?:earlier |later )?this year", loose=True), _shifted(0, "published")),
    (_pattern(r"next year", loose=True), _shifted(1, "published")),
)
