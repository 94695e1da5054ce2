"""What a Chinese number counts: money, measures, days, people, and what counters and nouns name."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cuibono.extract.lexicon import lines, words

_DAYS = re.compile(r"日(?=内|之内|拘留|行政拘留|期限|。|，|的(?:期限|拘留))")
_HELD = re.compile(r"(?:拘留|为期|限期|长达|监禁|禁闭|最多|至少)$")
WORDS_AROUND = 20
#: 上一年 and 同一年 say which year it is, and no number of them.
_WHICH = tuple("上前同那这下")


class Unit(NamedTuple):
    """A unit, where it ends, and what its number is multiplied by."""

    unit: str
    end: int
    factor: float = 1.0


def unit_of(view: str, match: re.Match[str]) -> Unit | None:
    """What the number counts; None when nothing does."""
    end = match.end()
    bare_one = match["a"] in ("一", "1") and not match["b"]
    if found := _money().match(view, end):
        return Unit(*_named(found, _money_rows()))
    a_year = match["a"].isdigit() and len(match["a"]) == 4 and view[end : end + 1] == "年"
    if not a_year and (found := _measure().match(view, end)) and not _ordinal(view, match, found):
        unit, stop, factor = _named(found, _measure_rows())
        named = unit == "year" and view[max(0, match.start() - 1) : match.start()] in _WHICH
        return None if bare_one and (named or unit in ("times", "day")) else Unit(unit, stop, factor)
    if _DAYS.match(view, end) or (
        view[end : end + 1] == "日" and _HELD.search(view, max(0, match.start() - 4), match.start())
    ):
        return Unit("day", end + 1)
    if found := _persons().match(view, end):
        return None if bare_one else Unit("person", found.end())
    if found := _counted().match(view, end):
        if bare_one:
            return None
        return Unit(_noun_unit(found), found.end())
    if match["s1"] or match["t1"] or match["after"]:
        before = view[max(0, match.start() - WORDS_AROUND) : match.start()]
        clause = re.split("[。！？；\n]", before)[-1]
        if any(w in clause for w in words("chinese_amounts", "persons") if len(w) > 1):
            return Unit("person", end)
    return None


def _ordinal(view: str, match: re.Match[str], unit: re.Match[str]) -> bool:
    """Whether it is a grade, a clock time or the like: 八年级, 5天后 stays an amount, 三度 does not."""
    rest = view[unit.end() : unit.end() + 1]
    word = unit[0].strip()
    if word in ("度", "回", "次", "米", "克", "升", "周", "年") and rest in (
        "级",
        "假",
        "国",
        "代",
        "的士",
        "头",
        "边",
    ):
        return True
    return word in ("度", "米", "克", "升", "回") and not match["a"][0].isascii() and len(match["a"]) == 1


def money_before(view: str, start: int) -> tuple[str, int] | None:
    """The currency that stands in front of a number, and where it begins."""
    found = _leading().search(view, max(0, start - 5), start)
    if not found:
        return None
    unit = next(u for i, (_, u, _) in enumerate(_rows("before")) if found[f"u{i}"])
    return unit, found.start()


def behind(view: str, unit: Unit) -> Unit:
    """With the currency named in front, 元 behind the number belongs to it."""
    end = unit.end + 1 if view[unit.end : unit.end + 1] == "元" else unit.end
    return Unit(unit.unit, end)


@cache
def _rows(name: str) -> tuple[tuple[str, str, float], ...]:
    found = []
    for line in lines("chinese_amounts", name):
        forms, unit, factor = line.rsplit(" ", 2)
        found.append((forms, unit, float(factor)))
    return tuple(found)


def _money_rows() -> tuple[tuple[str, str, float], ...]:
    return _rows("money")


def _measure_rows() -> tuple[tuple[str, str, float], ...]:
    return _rows("measure")


@cache
def _table(name: str) -> re.Pattern[str]:
    return re.compile(r"\s?(?:" + "|".join(f"(?P<u{i}>{forms})" for i, (forms, _, _) in enumerate(_rows(name))) + ")")


def _money() -> re.Pattern[str]:
    return _table("money")


def _measure() -> re.Pattern[str]:
    return _table("measure")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(
        "(?:" + "|".join(f"(?P<u{i}>{forms})" for i, (forms, _, _) in enumerate(_rows("before"))) + r")\s?$"
    )


def _named(found: re.Match[str], rows: Sequence[tuple[str, str, float]]) -> tuple[str, int, float]:
    number = next(i for i in range(len(rows)) if found[f"u{i}"])
    return rows[number][1], found.end(), rows[number][2]


def counter(unit: str, said: str) -> tuple[str, str]:
    """The measure word of what is counted and its noun, where a unit is only a part of that: 座 and 换电站.

    Empty where the unit says all: 37艘货轮 are ships.
    """
    found = _kinds_of(unit).search(said) if unit else None
    return (found["c"], found["noun"]) if found else ("", "")


@cache
def _kinds_of(unit: str) -> re.Pattern[str]:
    nouns = [row.rsplit(" ", 1)[0] for row in lines("chinese_amounts", "nouns") if row.rsplit(" ", 1)[1] == unit]
    noun = rf"(?!{'|'.join(nouns)})[\u4e00-\u9fff]{{1,4}}?(?:{'|'.join(nouns)})" if nouns else re.escape(unit)
    return re.compile(rf"(?<=[\d零〇一二三四五六七八九十百千万亿两几多余])\s?(?P<c>{_counters()})(?P<noun>{noun})")


def _counters() -> str:
    return "|".join(sorted(words("chinese_amounts", "counters"), key=len, reverse=True))


@cache
def _persons() -> re.Pattern[str]:
    listed = "|".join(sorted((w for w in words("chinese_amounts", "persons") if len(w) > 1), key=len, reverse=True))
    return re.compile(
        rf"(?:名|位)(?:[\u4e00-\u9fff]{{0,4}}?(?:{listed}))?|人(?![民大权才物员格均次])|口人|(?:{listed})"
    )


@cache
def _counted() -> re.Pattern[str]:
    nouns = "|".join(f"(?P<n{i}>{row.rsplit(' ', 1)[0]})" for i, row in enumerate(lines("chinese_amounts", "nouns")))
    return re.compile(rf"(?P<c>{_counters()})(?:[\u4e00-\u9fff]{{0,4}}?(?:{nouns}))?(?![月星小钟])")


def _noun_unit(found: re.Match[str]) -> str:
    for i, row in enumerate(lines("chinese_amounts", "nouns")):
        if found[f"n{i}"]:
            return row.rsplit(" ", 1)[1]
    if found["c"] in ("家", "艘", "架"):
        return {"家": "company", "艘": "ship", "架": "aircraft"}[found["c"]]
    noun = re.match("[\u4e00-\u9fff]{2}", found.string[found.end() : found.end() + 2])
    moved = noun is not None and noun[0] in words("chinese_kinds", "up") | words("chinese_kinds", "down")
    return noun[0] if noun and not moved and "的" not in noun[0] else found["c"]
