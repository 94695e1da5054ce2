"""Dates as running Chinese text writes them, each as EDTF; what a sentence leaves out stays X."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from cuibono.extract.records import Span
from cuibono.model.dates import bounds, to_edtf
from cuibono.model.numerals import chinese

_N = "[0-9〇零一二三四五六七八九十廿]"
_YEAR = r"(?:(?<![\d.])(?:1[0-9]|20)\d\d|[一二][〇零一二三四五六七八九]{3})"
_MONTH = r"(?<![\d.个第])(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
_PART = r"(?:[初底末中](?!旬|期间|国|心)|年?中期|初期|后期|末期|前期|[上中下]旬|上半月|下半月)"
_ROC = r"(?P<roc>(?:民国)(?P<rocyear>元|\d{1,3}|[〇零一二三四五六七八九十]{1,4})年)"
_RELATIVE = r"(?P<rel>去年|今年|明年|前年|当年|同年|本年)"
_TO = r"(?:至|到|—+|–|-|~|～)"
_OPEN = r"(?P<since>以来|以后|之后|开始|起(?![诉初来草源])|至今)?(?P<until>以前|之前|前(?=[，。、]|夕)|为止)?"
_FULL = re.compile(
    rf"(?P<until0>截至|截止)?(?:{_ROC}|(?P<year>{_YEAR})年|{_RELATIVE})?"
    rf"(?:(?P<lunar>农历|旧历|阴历)(?P<lunarday>(?:正|腊|冬|闰?{_N}{{1,2}})月(?:初?{_N}{{1,3}})?)?"
    rf"|(?P<season>[春夏秋冬])(?:季|天|(?=[，。、 ]|召|开|闭|$))"
    rf"|(?P<quarter>第?[一二三四1-4]季度?)|(?P<half>[上下]半年)"
    rf"|(?P<month>{_MONTH})月(?!{_N}*[份]?报)(?:份)?(?:(?P<day>{_DAY})[日号](?!线|楼|院|文件))?(?P<mpart>{_PART})?"
    rf"|(?P<ypart>[初底末中]))?"
    rf"(?:(?P<to>{_TO})(?:(?P<year2>{_YEAR})年)?(?:(?P<month2>{_MONTH})月(?:份)?)?(?:(?P<day2>{_DAY})[日号])?)?{_OPEN}"
)
_DECADE = re.compile(
    r"(?P<century>上(?:个)?世纪|(?:[12]?\d|十[七八九]|二十一?)世纪|本世纪)?(?P<decade>[1-9]0|[一二三四五六七八九]十)年代(?:[初中末]期?|后期|前期)?"
    r"|(?P<full>(?:1[5-9]|20)\d0)年代(?:[初中末]期?|后期|前期)?"
)
_CENTURY = re.compile(r"(?P<number>[12]?\d|十[五六七八九]|二十一?)世纪(?:[初中末]期?(?!间))?(?![^，。]{0,1}\d0年代)")
_NUMERIC = re.compile(r"(?<![\d/.-])(?:1[5-9]|20)\d\d([-/.])(?:1[0-2]|0?[1-9])\1(?:3[01]|[12]\d|0?[1-9])(?![\d/.-])")
_SPAN = re.compile(rf"(?P<a>{_YEAR})(?:年)?{_TO}(?P<b>{_YEAR})年(?!\d{{1,2}}月)(?:间|之间|期间)?")
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_SHIFT = {"去年": -1, "今年": 0, "本年": 0, "明年": 1, "前年": -2}
_PUBLISHED = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Written:
    """A date where it stands; ``year`` is what later dates may take, ``base`` what filled in the year."""

    span: Span
    edtf: str
    year: str | None = None
    base: str | None = None
    alternatives: tuple[str, ...] = ()
    lunar: bool = False


def written_dates(view: str, published: str | None = None) -> Iterator[Written]:
    """The dates of a simplified view in order, none inside another."""
    found = [*_decades(view), *_numeric(view), *_ranges(view)]
    taken = sorted(w.span for w in found)
    told: list[Written] = []
    year: tuple[str, int] | None = None
    for match in _FULL.finditer(view):
        span = Span(*match.span())
        if not match[0] or (made := _made(view, match, year, published)) is None:
            continue
        if not any(span.overlap(t) for t in _near(taken, span)):
            told.append(made)
            if made.year:
                year = (made.year, span.end)
    yield from sorted([*found, *told], key=lambda w: w.span)


def _near(taken: list[Span], span: Span) -> list[Span]:
    at = bisect_right(taken, span)
    return taken[max(0, at - 1) : at + 1]


def _decades(view: str) -> Iterator[Written]:
    for match in _DECADE.finditer(view):
        if match["full"]:
            yield Written(Span(*match.span()), match["full"][:3] + "X")
            continue
        ten = _number(match["decade"])
        century = match["century"] or ""
        if ten is None or (not century and not 20 <= ten <= 90):
            continue
        first = "20" if century.startswith("本") else "19"
        if (number := _number(century.removesuffix("世纪"))) is not None:
            first = f"{number - 1:02}"
        yield Written(Span(*match.span()), f"{first}{ten // 10}X")
    for match in _CENTURY.finditer(view):
        number = _number(match["number"])
        if number is not None and 10 <= number <= 21 and not view.startswith("年代", match.end() + 2):
            yield Written(Span(*match.span()), f"{number - 1:02}XX")


def _numeric(view: str) -> Iterator[Written]:
    for match in _NUMERIC.finditer(view):
        y, m, d = match[0].split(match[1])
        edtf = f"{y}-{int(m):02}-{int(d):02}"
        if bounds(edtf)[0] is not None:
            yield Written(Span(*match.span()), edtf, y)


def _ranges(view: str) -> Iterator[Written]:
    for match in _SPAN.finditer(view):
        a, b = _year(match["a"]), _year(match["b"])
        if a and b and a < b:
            yield Written(Span(*match.span()), f"{a}/{b}", b)


def _made(view: str, m: re.Match[str], before: tuple[str, int] | None, published: str | None) -> Written | None:
    """The date of a match of the long form; None when it tells no more than a word of time does."""
    explicit = _year(m["year"]) if m["year"] else str(1911 + int(_number(m["rocyear"]) or 1)) if m["roc"] else None
    detail = m["month"] or m["season"] or m["quarter"] or m["half"] or m["lunarday"]
    if not explicit and not m["rel"] and not m["month"] and not m["lunarday"]:
        return None
    if (
        m["rel"] is None
        and not explicit
        and m["month"]
        and not m["day"]
        and view[m.start() - 1 : m.start()] in ("个", "第")
    ):
        return None
    year, base, others = _settled(m, explicit, before, published)
    if year is None:
        return None
    rest = _rest(m)
    if rest is None or (year == "XXXX" and not detail):
        return None
    edtf = _ends(m, year, rest)
    if edtf is None:
        return None
    span = Span(*m.span())
    made = tuple(_ends(m, y, rest) or "" for y in others)
    return Written(span, edtf, year if year.isdigit() else None, base, tuple(filter(None, made)), bool(m["lunar"]))


def _settled(
    m: re.Match[str], explicit: str | None, before: tuple[str, int] | None, published: str | None
) -> tuple[str | None, str | None, tuple[str, ...]]:
    """The year of a date, what filled it in, and which others it may be."""
    now = match[0] if published and (match := _PUBLISHED.match(published)) else None
    if explicit:
        return explicit, None, ()
    if m["rel"] in _SHIFT:
        if now is None:
            return ("XXXX", None, ()) if m["month"] else (None, None, ())
        return str(int(now) + _SHIFT[m["rel"]]), now, ()
    if before is not None and (m["rel"] or "\n" not in m.string[before[1] : m.start()]):
        return before[0], before[0], ("XXXX",)
    return "XXXX", None, tuple(y for y in dict.fromkeys((now, before[0] if before else None)) if y)


def _rest(m: re.Match[str]) -> str | None:
    """What follows the year in EDTF; None when it is no date at all."""
    if m["lunar"]:
        return ""  # the lunar year's days lie elsewhere in ours: only the year is sure
    if m["season"]:
        return f"-{_SEASONS[m['season']]}"
    if m["quarter"]:
        number = _number(m["quarter"].strip("第季度"))
        return f"-{32 + number}" if number else None
    if m["half"]:
        return "-40" if m["half"][0] == "上" else "-41"
    if not m["month"]:
        return ""
    month = _number(m["month"])
    day = _number(m["day"]) if m["day"] else None
    if not month or not 1 <= month <= 12 or (m["day"] and not day):
        return None
    return f"-{month:02}" + (f"-{day:02}" if day else "")


def _ends(m: re.Match[str], year: str, rest: str) -> str | None:
    """The date with its other end, or open on one side."""
    first = year + rest
    if m["to"]:
        last = _last(m, year, rest)
        return f"{first}/{last}" if last else None
    if not _possible(first):
        return None
    if m["since"]:
        return f"{first}/.."
    return f"../{first}" if m["until"] or m["until0"] else first


def _last(m: re.Match[str], year: str, rest: str) -> str | None:
    month, day = _number(m["month2"] or ""), _number(m["day2"] or "")
    if month is None and day is None:
        return _year(m["year2"]) if m["year2"] else None
    later = _year(m["year2"]) if m["year2"] else year
    if month is None:
        return f"{later}{rest[:3]}-{day:02}" if len(rest) >= 3 else None
    return f"{later}-{month:02}" + (f"-{day:02}" if day else "")


def _possible(edtf: str) -> bool:
    return bounds(edtf.replace("XXXX", "2000"))[0] is not None


def _year(text: str) -> str | None:
    read = to_edtf(text + "年")
    return read if read and read.isdigit() else None


def _number(text: str) -> int | None:
    if text.isascii() and text.isdigit():
        return int(text)
    if text == "元":
        return 1
    value = chinese(text.replace("廿", "二十")) if text else None
    return int(value) if value is not None else None
