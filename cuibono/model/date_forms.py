"""The forms a single date can take in writing: each a pattern and how its parts become EDTF."""

import re
from collections.abc import Callable

from cuibono.model.date_bounds import is_edtf
from cuibono.model.date_words import CHINESE_DIGITS, MONTHS, ORDINALS, SEASONS


def without_time(edtf: str) -> str:
    """The day of a moment; EDTF here goes no finer than the day."""
    return re.sub(r"T[0-9:.]+(?:Z|[+-][0-9:]+)?", "", edtf)


def single_date(text: str) -> str | None:
    """One date without marks of doubt, from plain lower-case text; None when no form fits."""
    if re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", text) or re.fullmatch(r"\d{4}-\d\d-\d\dt.+", text):
        return without_time(text.upper()) if is_edtf(text.upper()) else None
    text = re.sub(r"^(?:early|mid|late|the early|the mid|the late|in|im|the)[ -](?:in )?", "", text)
    text = re.sub(r"(?<=\d),? (?:at )?\d{1,2}:\d\d.*$", "", text)
    for form, build in _FORMS:
        match = form.fullmatch(text)
        found = build(match) if match else None
        if found and is_edtf(found):
            return found
    return None


def _year_first(m: re.Match[str]) -> str:
    return f"{m['y']}-{int(m['m']):02d}" + (f"-{int(m['d']):02d}" if m["d"] else "")


def _year_month(m: re.Match[str]) -> str | None:
    """``2021/03`` is March 2021; ``2010/11`` may also be the winter from 2010 to 2011 and is not read."""
    two_years = m["sep"] == "/" and len(m["m"]) == 2 and int(m["m"]) > int(m["y"][2:])
    return None if two_years else f"{m['y']}-{int(m['m']):02d}"


def _named(m: re.Match[str]) -> str | None:
    """Month by name, with or without a day."""
    month = MONTHS.get(m["m"].rstrip("."))
    day = m.groupdict().get("d")
    if month is None:
        return None
    return f"{m['y']}-{month:02d}" + (f"-{int(day):02d}" if day else "")


def _season(m: re.Match[str]) -> str | None:
    season = SEASONS.get(m["s"])
    return f"{m['y']}-{season}" if season else None


def _numeric(m: re.Match[str]) -> str | None:
    """Day and month in figures: read only when one order is possible, or both mean the same day."""
    a, b = int(m["a"]), int(m["b"])
    if m["sep"] == "." or a == b or a > 12:
        return f"{m['y']}-{b:02d}-{a:02d}"
    return f"{m['y']}-{a:02d}-{b:02d}" if b > 12 else None


def _decade(m: re.Match[str]) -> str:
    """A decade; the first of a century may mean the century, which is wider."""
    return m["d"][:2] + "XX" if m["d"].endswith("0") else m["d"] + "X"


def _century(m: re.Match[str]) -> str:
    return f"{int(m['c']) - 1:02d}XX"


def _quarter(m: re.Match[str]) -> str:
    return f"{m['y']}-{32 + ORDINALS[m['q']]}"


def _half(m: re.Match[str]) -> str:
    return f"{m['y']}-{39 + (2 if m['h'] in ('下', 'last') else ORDINALS.get(m['h'], 1))}"


def _winter(m: re.Match[str]) -> str:
    """Winter over the turn of a year, where the wording names both years."""
    return f"{m['y']}-12/{int(m['y']) + 1}-02" if int(m["z"]) == (int(m["y"]) + 1) % 100 else ""


def _chinese(m: re.Match[str]) -> str | None:
    """Year, month and day with their Chinese signs, in figures of either kind."""
    year = _chinese_number(m["y"], digits=True)
    if year is None or not 1000 <= year <= 9999:
        return None
    parts = [f"{year}"]
    for part in (m["m"], m["d"]):
        if part:
            number = _chinese_number(part)
            if number is None:
                return None
            parts.append(f"{number:02d}")
    return "-".join(parts)


def _chinese_number(text: str, *, digits: bool = False) -> int | None:
    """``二〇二一`` digit by digit, ``二十一`` by tens."""
    if text.isascii() and text.isdigit():
        return int(text)
    if digits or "十" not in text:
        figures = [CHINESE_DIGITS.get(c) for c in text]
        return None if None in figures else int("".join(map(str, figures)))
    tens, ones = text.split("十", 1)
    ten, one = CHINESE_DIGITS.get(tens or "一"), CHINESE_DIGITS.get(ones or "〇")
    return None if ten is None or one is None else ten * 10 + one


def _chinese_decade(m: re.Match[str]) -> str | None:
    decade = _chinese_number(m["d"])
    return f"{int(m['c']) - 1}{decade // 10}X" if decade is not None and decade < 100 else None


_Y = r"(?P<y>\d{4})"
_D = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|o|\.)?"
_M = r"(?P<m>[a-z]+\.?)"
_N = "[0-9〇零○一二三四五六七八九十]"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = tuple(
    (re.compile(form), build)
    for form, build in (
        (_Y, lambda m: m["y"]),
        (r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)", _year_first),
        (rf"{_Y}(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})", _year_first),
        (rf"{_Y}(?P<sep>[-/.])(?P<m>\d{{1,2}})", _year_month),
        (r"(?P<m>\d{1,2})(?P<s>[-/.])(?P<y>\d{4})(?P<d>)", _year_first),
        (rf"{_D}[ -](?:of |de )?{_M},?[ -](?:of |de |del )?{_Y}", _named),
        (rf"{_M}[ -]{_D},? {_Y}", _named),
        (rf"{_Y}[ -]{_M}[ -]{_D}", _named),
        (rf"{_M},?[ -]?(?:of |de )?{_Y}", _named),
        (rf"{_Y},?[ -]?{_M}", _named),
        (rf"(?P<s>[a-z]+),? (?:of |in )?{_Y}", _season),
        (rf"{_Y},? ?(?P<s>[a-z]+)", _season),
        (rf"{_Y}年(?P<s>[春夏秋冬][季天]?)", _season),
        (rf"(?:winter|hiver|invierno|inverno|冬) (?:of )?{_Y}[-/–](?:\d\d)?(?P<z>\d\d)", _winter),
        (rf"(?P<a>\d{{1,2}})(?P<sep>[-/.])(?P<b>\d{{1,2}})(?P=sep){_Y}", _numeric),
        (r"(?P<d>\d{3})0'?s", _decade),
        (r"(?P<d>\d{3})0年代", _decade),
        (rf"(?P<c>\d\d)世纪(?P<d>{_N}{{1,3}})年代", _chinese_decade),
        (r"(?P<c>\d\d?)(?:st|nd|rd|th) (?:century|c\.)", _century),
        (r"(?P<c>\d\d?)世纪", _century),
        (rf"{_Y}[- ]?/?q(?P<q>[1-4])", _quarter),
        (rf"q(?P<q>[1-4])[ ,/-]*{_Y}", _quarter),
        (rf"(?P<q>[1-4])q[ ,/-]*{_Y}", _quarter),
        (rf"(?:the )?(?P<q>first|second|third|fourth|last|1st|2nd|3rd|4th) quarter,? (?:of |in )?{_Y}", _quarter),
        (rf"{_Y}年第?(?P<q>[一二三四1-4])季度?", _quarter),
        (rf"{_Y}[- ]?h(?P<h>[12])", _half),
        (rf"h(?P<h>[12])[ ,/-]*{_Y}", _half),
        (rf"(?:the )?(?P<h>first|second|last|1st|2nd) half,? (?:of |in )?{_Y}", _half),
        (rf"{_Y}年(?P<h>[上下])半年", _half),
        (
            rf"(?P<y>{_N}{{4}})年(?:(?P<m>{_N}{{1,3}})月(?:(?P<d>{_N}{{1,3}})[日号]|[上中下]旬|[初中底末])?|[初中底末])?",
            _chinese,
        ),
    )
)
