"""What a Chinese claim says changed, in English: from where to where, by how much, against which year.

"从22%上升到28%" is "rose from 22 percent to 28 percent"; "同比下降8%" fell by so much against the year before, where
the claim names one year and no other. Numbers are written out by then.
"""

import re
from functools import cache

from cuibono.extract.lexicon import words

_DATE = r"(?:(?:1[5-9]|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}[日号])?)"
_NUMBER = r"\s*((?:[a-z]+ ){0,2}\d[\d.]*(?: to \d[\d.]*)? (?:percentage points|[^\s\d，。]+))\s*"
_BEFORE = "(?:上年同期|上一年度|上一年|上年度|前一年|上年)(?:底|末)?"
_YEAR_BEFORE = re.compile(
    rf"(?:与|同|和|跟)?{_BEFORE}(?:相比|比)|(?:相比|相较于|较之|比起|较|比){_BEFORE}(?:同期)?|同比"
)
_AGAINST = re.compile(
    rf"(?:与|同|和|跟)({_DATE})(?:同期)?(?:相比|比)|(?:相比于|相比|相较于|较之|比起|较|比)({_DATE})(?:同期)?"
)
_YEAR = re.compile(r"((?:1[5-9]|20)\d\d)年")
#: 高于2023年, 高于上年的41万吨: what was, and is no longer.
_SET_AGAINST = re.compile(
    rf"(?<![不未没])(?:(?P<more>高于|超过|多于|大于)了?|(?:低于|少于|小于|不及|不如))(?P<year>{_DATE}|{_BEFORE})"
    rf"(?:同期|全年)?(?:的?水平|的?数字)?(?:的{_NUMBER})?(?=\s*(?:[，。；,]|$))"
)
#: What is told of less than a year, of several, or against something else than the year before.
_PART_OF_YEAR = re.compile(
    r"\d月|季|半年|年[初中]|以来|至今|近年|连续|累计|[自从由](?!\x00)|[一二三四五六七八九十]年|\d年[间内]|新增|每|日均|月均|环比"
)
_SET_AGAINST_WORDS = re.compile(r"rose|fell|预期|目标|计划|[比较与同](?!\x00)")
#: 比2023年多, and no number behind.
_MORE = re.compile(
    r"(?<![减缩提增升最至不])(?:更|要|有所|略|稍)?(?:(?P<more>[多高大])|[少低小])(?:了|出|一?些)?(?=\s*(?:[，。；,]|$))"
)
#: The only year of a claim is the one from which something changed: 人口比2022年增加了7万人.
_SINCE = re.compile(rf"^(?!.*\d{{4}}年.*\d{{4}}年).*?(?:与|同|和|跟|较|比|相比)({_DATE})")
_TIMES_OF = re.compile(
    rf"(?:是|为|相当于|达到|达)(?P<year>{_DATE}|{_BEFORE})(?:同期)?的\s*"
    r"(?P<how>(?:nearly|about|more than) )?(?P<n>\d[\d.]*) times\s*"
)
_FOLDS = {2.0: "doubled", 3.0: "tripled", 4.0: "quadrupled"}
#: Short forms, which mean a change only before its number.
_UP, _DOWN = frozenset("增升涨"), frozenset("降减跌")
_WIDTHS = {"增幅": "rose", "涨幅": "rose", "升幅": "rose", "降幅": "fell", "跌幅": "fell"}


def changes(text: str) -> str:
    """The text with its changes in English."""
    text = _from_to().sub(_ends, text)
    text = _TIMES_OF.sub(_times_of, text)
    text = _SET_AGAINST.sub(_above, text)
    lead = "自" if since(text) else "在"
    text, against = _AGAINST.subn(lambda m: f" {lead}{m[1] or m[2]} ", text)
    years = set(_YEAR.findall(text))
    if (before := _year_before(text, years)) and _moved().search(text):
        text, more = _YEAR_BEFORE.subn(before, text)
        against += more
    text = _year_on_year(text, against)
    text = _to().sub(lambda m: f" {_way(m[1])} to {m[2]} ", text)
    text = _by().sub(lambda m: f" {_way(m[1])} by {m[2]} ", text)
    text = re.sub(rf"({'|'.join(_WIDTHS)})(?:为|达到|达)?{_NUMBER}", lambda m: f" {_WIDTHS[m[1]]} by {m[2]} ", text)
    if against:
        text = re.sub(rf"(?:多|高)(?:出|了)?{_NUMBER}", r" rose by \1 ", text)
        text = re.sub(rf"(?:少|低)(?:了)?{_NUMBER}", r" fell by \1 ", text)
        text = _MORE.sub(lambda m: f" {'rose' if m['more'] else 'fell'} ", text)
    return _moved_at_last().sub(lambda m: f" {_way(m[1])} ", text)


def _times_of(found: re.Match[str]) -> str:
    """是2023年的3倍: it has tripled since."""
    year, folds = _dated(found["year"], found.string), float(found["n"])
    if not year or folds <= 1:
        return found[0]
    grown = _FOLDS.get(folds) or f"rose by {found['how'] or ''}{100 * (folds - 1):.12g} percent"
    return f" 在{year} {found['how'] or ''}{grown} "


def since(text: str) -> str:
    """The year against which a change is told that names no other year; empty where it names its own, or a month."""
    found = _SINCE.match(text)
    return found[1].removesuffix("年") if found and found[1].endswith("年") else ""


def _year_before(text: str, years: set[str]) -> str:
    """The year before the only one of a claim; of 去年 the docket knows which one that is."""
    if len(years) == 1:
        return f" 在{int(next(iter(years))) - 1}年 "
    return " in the previous year, " if not years and text.count("去年") == 1 else ""


def _year_on_year(text: str, against: int) -> str:
    """What changed by so much or to so much in one year that is named did so against the year before."""
    before = _year_before(text, set(_YEAR.findall(text)))
    if against or not before or _PART_OF_YEAR.search(text) or not _told_alone().search(text):
        return text
    return f"{before}{text}" if not _SET_AGAINST_WORDS.search(text) else text


def _above(found: re.Match[str]) -> str:
    year = _dated(found["year"], found.string)
    if not year:
        return found[0]
    return f" 在{year} {'rose' if found['more'] else 'fell'} " + (f"from {found[3]} " if found[3] else "")


def _dated(year: str, said: str) -> str:
    """A year as it stands, or the one before the only one that a claim names: 上年."""
    if year[0].isdigit():
        return year
    years = set(_YEAR.findall(said))
    return f"{int(years.pop()) - 1}年" if len(years) == 1 else ""


def _ends(found: re.Match[str]) -> str:
    first = found[1]
    if first and not (first := _dated(first, found.string)):
        return found[0]
    times = " ".join(f"在{t}" for t in (first, found[4]) if t)
    return f" {times} {_way(found[3])} from {found[2]} to {found[5]} "


def _way(word: str) -> str:
    return "rose" if word in words("chinese_kinds", "up") | _UP else "fell"


@cache
def _ways() -> str:
    both = words("chinese_kinds", "up") | words("chinese_kinds", "down") | _UP | _DOWN
    return "|".join(sorted(both, key=len, reverse=True))


@cache
def _moved() -> re.Pattern[str]:
    return re.compile(f"{_ways()}|{'|'.join(_WIDTHS)}|翻番|翻了|减半|多|少|高|低")


@cache
def _from_to() -> re.Pattern[str]:
    return re.compile(
        rf"(?:从|由|自)({_DATE}|{_BEFORE})?的?{_NUMBER}[，,]?({_ways()})(?:了)?(?:到|至|为)?了?({_DATE})?的?{_NUMBER}"
    )


@cache
def _to() -> re.Pattern[str]:
    return re.compile(rf"({_ways()})(?:到|至|为)了?{_NUMBER}")


@cache
def _moved_at_last() -> re.Pattern[str]:
    """A change at the end of a claim, without its size."""
    both = words("chinese_kinds", "up") | words("chinese_kinds", "down")
    return re.compile(rf"({'|'.join(sorted(both, key=len, reverse=True))})了?(?=[。，\s]*$)")


@cache
def _told_alone() -> re.Pattern[str]:
    """A change with its size or its end, or with nothing behind it."""
    return re.compile(
        rf"{_to().pattern}|{_by().pattern}|(?:{_ways()}|翻了?[一两]?番|翻了?一?倍|减半|一倍)了?(?=[。，\s]*$)"
    )


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"({_ways()})(?:了|幅度为|幅度达|达)?{_NUMBER}")
