"""How a Chinese clause begins: when it was, whom it is of, and what of theirs is measured.

"2023年石桥电机的净利润为3亿元" is of 石桥电机, in 2023, and of its 净利润. There is no grammar to look at: times have a
shape, what is measured and what is done are lists (``measured``, ``does``), and whoever stands before them is meant.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from cuibono.extract.lexicon import words

_HAN = r"[\u4e00-\u9fff·A-Za-z]"
_YEAR = r"(?:\d{4}|[一二][〇零一二三四五六七八九]{3})年"
#: A time at the head of a clause, or behind whom it is of.
TIME = (
    rf"(?:(?:早在|截至|截止|直到|在|自从|自|从|到|于)?{_YEAR}(?:\d{{1,2}}月)?(?:\d{{1,2}}[日号])?"
    rf"(?:(?:到|至|-|—|~){_YEAR})?(?:以来|期间|之间|全年|年底|年末|[上下]半年|度|起|底|初|末|间|时|里)?[，,]?)"
)
#: What is only named to be spoken of: 卫生支出方面，….
_TOPIC = r"(?![^，]*\d)[\u4e00-\u9fff]{2,10}?(?:方面|[这那][边头])[，,]"
#: A number that ends a clause: 岚峰股份24%.
_NUMBER = r"\d[\d.]*(?:%|[^\d，的]{0,3})$"
Stop = Literal["does", "time", "measured", "of", ""]


class Head(NamedTuple):
    """The beginning of a clause: its time, who stands there, by what that ends, and where it ends."""

    time: str
    who: str
    stop: Stop
    end: int


def head(said: str) -> Head:
    """How a simplified clause begins; ``who`` is empty where nobody stands before a verb, a time or a measure."""
    lead = _lead().match(said)
    assert lead is not None
    found = _who().match(said, lead.end())
    if found is None:
        return Head(lead[0], "", "", lead.end())
    stop: Stop = "of" if found["of"] else "time" if found["time"] else "measured" if found["measured"] else "does"
    return Head(lead[0], found["who"], stop, found.end("who"))


def stand_in(said: str) -> str:
    """What a clause begins with that stands for somebody named before: 公司, 他; empty where nothing does."""
    lead = _lead().match(said)
    found = _again().match(said, lead.end()) if lead else None
    return found[0] if found else ""


def measure(said: str, start: int = 0) -> int:
    """Where what is measured ends, if a stretch names that first: its goods, and 产量, 净利润; 0 where it does not."""
    found = _measured().match(said, start)
    return found.end() if found else 0


def is_time(lead: str) -> bool:
    """Whether what stands at the head of a clause names a year."""
    return re.search(TIME, lead) is not None


def time_behind(said: str) -> str:
    """The time that a stretch begins with, with what leads to it."""
    found = re.match(rf"[，,]?(?:{_any('between')})*{TIME}", said)
    return found[0] if found else ""


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('lead_in')}[，,]?)*(?:{_TOPIC})?(?:{TIME}的?|(?:{_any('around')})[，,]?)*")


@cache
def _who() -> re.Pattern[str]:
    small = rf"(?:{_any('between')}|{TIME})*"
    does = "|".join(_any(name) for name in ("does", "up", "down"))
    return re.compile(
        rf"(?!{_any('measured')})(?P<who>{_HAN}{{2,20}}?)"
        rf"(?:(?P<of>的)|(?P<time>[，,]?(?:{_any('between')})*{TIME})|(?P<measured>{_any('measured')})"
        rf"|[，,]?{small}(?:{does}|有(?=员工|雇员|职工|居民|人口|约|近|超过|\d)|[由对](?={_HAN})|以(?=\d))"
        rf"|[，,]?(?:{_any('between')})+(?=\d)|(?:{_any('between')})*(?={_NUMBER}))"
    )


@cache
def _measured() -> re.Pattern[str]:
    return re.compile(rf"的?(?:{_HAN}{{0,12}}?)(?:{_any('measured')})")


@cache
def _again() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('firm_again')}|{_any('person_again')})(?![们中他它实次余间人])")


@cache
def _any(name: str) -> str:
    return "|".join(sorted(words("chinese_kinds", name), key=len, reverse=True))
