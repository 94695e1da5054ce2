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
#: Short forms, which mean a change only before its number.
_UP, _DOWN = frozenset("增升涨"), frozenset("降减跌")
_WIDTHS = {"增幅": "rose", "涨幅": "rose", "升幅": "rose", "降幅": "fell", "跌幅": "fell"}


def changes(text: str) -> str:
    """The text with its changes in English."""
    text = _from_to().sub(_ends, text)
    text, against = _AGAINST.subn(lambda m: f" 在{m[1] or m[2]} ", text)
    if (years := set(_YEAR.findall(text))) and len(years) == 1 and _moved().search(text):
        text, more = _YEAR_BEFORE.subn(f" 在{int(years.pop()) - 1}年 ", text)
        against += more
    text = _to().sub(lambda m: f" {_way(m[1])} to {m[2]} ", text)
    text = _by().sub(lambda m: f" {_way(m[1])} by {m[2]} ", text)
    text = re.sub(rf"({'|'.join(_WIDTHS)})(?:为|达到|达)?{_NUMBER}", lambda m: f" {_WIDTHS[m[1]]} by {m[2]} ", text)
    if against:
        text = re.sub(rf"(?:多|高)(?:出|了)?{_NUMBER}", r" rose by \1 ", text)
        text = re.sub(rf"(?:少|低)(?:了)?{_NUMBER}", r" fell by \1 ", text)
    return text


def _ends(found: re.Match[str]) -> str:
    first = found[1]
    if first and "年" in first and not first[0].isdigit():  # 上年: the year before the one that is named
        years = set(_YEAR.findall(found.string))
        if len(years) != 1:
            return found[0]
        first = f"{int(years.pop()) - 1}年"
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
def _by() -> re.Pattern[str]:
    return re.compile(rf"({_ways()})(?:了|幅度为|幅度达|达)?{_NUMBER}")
