"""Numbers of Chinese text with their units, and what they measure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cuibono.extract.lexicon import lines, words
from cuibono.extract.records import Amount, Name, Span
from cuibono.model.numerals import chinese, western

_QUALIFIERS = {
    "nearly": "将近|接近|近|差不多|快",
    "about": "大约|大概|约为|约有|约|估计|平均|左右",
    "at least": "至少有?|最少|起码|不少于|不低于|不下",
    "more than": "超过|超出|多于|高于|逾|超|突破",
    "at most": "至多|最多|不超过|不多于|高达|多达",
    "less than": "不到|不足|低于|少于|未满|未达",
    "only": "仅有|仅|只有|只",
}
_LEAD = re.compile(
    "(?:" + "|".join(f"(?P<q{i}>{w})" for i, w in enumerate(_QUALIFIERS.values())) + r")(?:了|有|过|达)?[ ]?$"
)
_TRAIL = (("at least", re.compile("以上|或以上|或更多")), ("at most", re.compile("以下|以内|之内")),
          ("about", re.compile("左右|上下")))  # fmt: skip
_DIGITS = r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,9})?|\d{1,16}(?:\.\d{1,9})?"
_HAN = "[零〇一二两三四五六七八九十百千万亿]"
_SCALE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|十"
_PAIR = "|".join(f"{a}{b}" for a, b in zip("一二两三四五六七八", "二三三四五六七八九", strict=True))
_TWO_STEPS = re.compile(r"(\d+)万(\d)千")
_ONE = (
    rf"\d+万\d千|(?P<pair{{0}}>{_PAIR})(?P<ps{{0}}>[十百千万亿]*)(?=[个名位家天年次艘座人万亿条件岁])"
    rf"|(?P<few{{0}}>[二三四五六七八九]?十)几|(?:{_DIGITS})(?P<s{{0}}>{_SCALE})?|(?:几|数|上|成)(?P<h{{0}}>[十百千万亿]+)"
    rf"|{_HAN}{{1,16}}(?:点{_HAN}{{1,9}})?(?P<t{{0}}>万亿|亿|万)?(?!{_HAN})"
)
_FIRST, _SECOND = _ONE.replace("{0}", "1"), _ONE.replace("{0}", "2")
_NUMBER = re.compile(
    rf"(?<![\d.第_])(?P<a>{_FIRST})(?:%?(?:至|到|-|—|–|~|～)(?P<b>{_SECOND}))?"
    r"(?P<odd>余|多|来(?=[个名位岁人万亿]))?(?P<after>万亿|亿|万)?"
)
_SMALL = rf"(?:{_HAN}{{1,9}}|\d{{1,9}}(?:\.\d{{1,6}})?)"
_SHARE = re.compile(
    rf"百分之(?P<p>{_HAN}{{1,6}}点{_HAN}{{1,6}}|{_SMALL})(?:(?:至|到)(?:百分之)?(?P<p2>{_SMALL}))?"
    rf"|(?<![零〇一二两三四五六七八九十百千万亿\d])(?P<below>{_SMALL})分之(?P<above>{_SMALL})"
    r"|(?P<tenth>[一二两三四五六七八九]|(?<![\d.])\d(?:\.\d)?)成(?P<half>半|[一二三四五六七八九](?!成))?"
    r"(?![立为员长就本年果功熟都人分交])"
    r"|(?P<halved>一半|半数)"
)
_SCALES = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8, "十亿": 1e9,
           "百亿": 1e10, "千亿": 1e11, "万亿": 1e12}  # fmt: skip
_DAYS = re.compile(r"日(?=内|之内|拘留|行政拘留|期限|。|，|的(?:期限|拘留))")
_HELD = re.compile(r"(?:拘留|为期|限期|长达|监禁|禁闭|最多|至少)$")
_WORDS_AROUND = 20


class _Unit(NamedTuple):
    unit: str
    end: int
    factor: float = 1.0


def find(text: str, view: str, dated: Sequence[Span], names: Sequence[Name]) -> tuple[Amount, ...]:
    """The amounts in order; what is part of a date (``dated``) counts nothing."""
    mentions = sorted((span, name.id) for name in names for span in name.mentions)
    starts = [s.start for s, _ in mentions]
    taken = sorted(dated)
    found: list[Amount] = []
    for made in sorted([*_shares(view), *_counts(view, taken, mentions)], key=lambda m: m[0]):
        span, value, unit, high, qualifier = made
        if found and span.start < found[-1].span.end:
            continue
        at = bisect_right(starts, span.start) - 1
        near = at >= 0 and not re.search("[。！？\n]", view[mentions[at][0].end : span.start][-60:] or "。")
        found.append(Amount(
            span, span.of(text), value, unit, high, qualifier, _what(text, span), mentions[at][1] if near else None,
        ))  # fmt: skip
    return tuple(found)


_Made = tuple[Span, float, str, float | None, str]


def _shares(view: str) -> list[_Made]:
    """Parts of a whole, in percent: 百分之三十, 六成, 三分之一, 一半."""
    found: list[_Made] = []
    for match in _SHARE.finditer(view):
        value, high = _share(match)
        if value is not None:
            found.append(_qualified(view, match.start(), match.end(), value, "percent", high, ""))
    return found


def _share(match: re.Match[str]) -> tuple[float | None, float | None]:
    if match["halved"]:
        return 50.0, None
    if match["p"]:
        return _plain(match["p"]), _plain(match["p2"]) if match["p2"] else None
    if match["below"]:
        below, above = _plain(match["below"]), _plain(match["above"])
        return (100 * above / below if below and above is not None else None), None
    tens = _plain(match["tenth"])
    more = 5.0 if match["half"] == "半" else _plain(match["half"]) or 0.0 if match["half"] else 0.0
    return (None if tens is None else tens * 10 + more), None


def _counts(view: str, dated: Sequence[Span], mentions: Sequence[tuple[Span, str]]) -> list[_Made]:
    found: list[_Made] = []
    starts = [s.start for s in dated]
    named = [s for s, _ in mentions]
    for match in _NUMBER.finditer(view):
        span = Span(*match.span())
        if _covered(span, dated, starts) or _covered(span, named, None):
            continue
        value, high = _value(match, "1"), _value(match, "2") if match["b"] else None
        if value is not None and high is None and (pair := match["pair1"]):  # 三四千人, 两三个月
            high = value + _round(match["ps1"]) * ((chinese(pair[1]) or 0.0) - (chinese(pair[0]) or 0.0))
        if value is None or (match["b"] and high is None):
            continue
        if high is not None:
            value = _lent(match, value, high)
        factor = _SCALES[match["after"]] if match["after"] else 1.0
        unit, start = _unit(view, match, value), span.start
        if (unit is None or unit.unit == "CNY") and (money := _money_before(view, start)) is not None:
            unit, start = _behind(view, _Unit(money[0], span.end)), money[1]
        if unit is None or (high is not None and high < value):
            continue
        scale = factor * unit.factor
        lead = "more than" if match["odd"] or match["few1"] else "at least" if match["h1"] else ""
        found.append(
            _qualified(
                view, start, unit.end, value * scale, unit.unit, high * scale if high is not None else None, lead
            )
        )
    return found


def _covered(span: Span, spans: Sequence[Span], starts: Sequence[int] | None) -> bool:
    at = bisect_right(starts, span.start) - 1 if starts is not None else bisect_left(spans, (span.start + 1,)) - 1
    return any(0 <= k < len(spans) and span.overlap(spans[k]) > 0 for k in (at, at + 1))


def _behind(view: str, unit: _Unit) -> _Unit:
    """With the currency named in front, 元 behind the number belongs to it."""
    end = unit.end + 1 if view[unit.end : unit.end + 1] == "元" else unit.end
    return _Unit(unit.unit, end)


def _value(match: re.Match[str], side: str) -> float | None:
    whole: str = match["a" if side == "1" else "b"]
    if odd := _TWO_STEPS.fullmatch(whole):  # 1万5千
        return (western(odd[1]) or 0.0) * 1e4 + (western(odd[2]) or 0.0) * 1e3
    if pair := match[f"pair{side}"]:
        return (chinese(pair[0]) or 0.0) * _round(match[f"ps{side}"])
    if few := match[f"few{side}"]:
        return chinese(few)
    if scale := match[f"s{side}"]:
        number = western(whole.removesuffix(scale))
        return None if number is None else number * _SCALES[scale]
    if round_ := match[f"h{side}"]:
        return chinese(round_ if round_[0] in "十" else "一" + round_)
    return _plain(whole)


def _round(scale: str) -> float:
    """What 十, 百 and the like behind a pair of digits multiply by."""
    return chinese(scale if scale[:1] == "十" else "一" + scale) or 1.0 if scale else 1.0


def _lent(match: re.Match[str], low: float, high: float) -> float:
    """五到七万: the scale stands with the second number only."""
    scale = match["s2"] or match["t2"]
    if scale and not (match["s1"] or match["t1"]) and low * _SCALES[scale] <= high:
        return low * _SCALES[scale]
    return low


def _plain(text: str) -> float | None:
    if text[:1].isdigit() and text[:1].isascii():
        return western(text)
    if "点" in text:
        whole, rest = text.split("点", 1)
        scale = next((s for s in ("万亿", "亿", "万") if rest.endswith(s)), "")
        front, back = chinese(whole), chinese("零" + rest.removesuffix(scale)) if rest else None
        digits = len(rest.removesuffix(scale))
        if front is None or back is None or digits == 0:
            return None
        scaled: float = (front + back / 10**digits) * _SCALES.get(scale, 1.0)
        return scaled
    return chinese(text)


def _unit(view: str, match: re.Match[str], value: float) -> _Unit | None:
    """What the number counts; None when nothing does."""
    end = match.end()
    bare_one = match["a"] in ("一", "1") and not match["b"]
    if found := _money().match(view, end):
        return _Unit(*_named(found, _money_rows()))
    a_year = match["a"].isdigit() and len(match["a"]) == 4 and view[end : end + 1] == "年"
    if not a_year and (found := _measure().match(view, end)) and not _ordinal(view, match, found):
        unit, stop, factor = _named(found, _measure_rows())
        return None if bare_one and unit in ("times", "day") else _Unit(unit, stop, factor)
    if _DAYS.match(view, end) or (
        view[end : end + 1] == "日" and _HELD.search(view, max(0, match.start() - 4), match.start())
    ):
        return _Unit("day", end + 1)
    if found := _persons().match(view, end):
        return None if bare_one else _Unit("person", found.end())
    if found := _counted().match(view, end):
        if bare_one:
            return None
        return _Unit(_noun_unit(found), found.end())
    if match["s1"] or match["t1"] or match["after"]:
        before = view[max(0, match.start() - _WORDS_AROUND) : match.start()]
        clause = re.split("[。！？；\n]", before)[-1]
        if any(w in clause for w in words("chinese_amounts", "persons") if len(w) > 1):
            return _Unit("person", end)
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


def _money_before(view: str, start: int) -> tuple[str, int] | None:
    found = _leading().search(view, max(0, start - 5), start)
    if not found:
        return None
    unit = next(u for i, (_, u, _) in enumerate(_rows("before")) if found[f"u{i}"])
    return unit, found.start()


def _qualified(view: str, start: int, end: int, value: float, unit: str, high: float | None, given: str) -> _Made:
    """The amount with the words that qualify it."""
    qualifier = given
    lead = _LEAD.search(view, max(0, start - 8), start)
    if lead is None and (money := _money_before(view, start)) and money[0] == unit:
        start = money[1]
        lead = _LEAD.search(view, max(0, start - 8), start)
    if lead:
        name = next(n for i, n in enumerate(_QUALIFIERS) if lead[f"q{i}"])
        qualifier = name
        start = lead.start()
    for name, pattern in _TRAIL:
        if found := pattern.match(view, end):
            qualifier, end = qualifier or name, found.end()
            break
    return Span(start, end), value, unit, high, qualifier


def _what(text: str, span: Span) -> str:
    """What is measured: the words around the amount, in its sentence."""
    before = re.split("[。！？；!?\n]", text[max(0, span.start - _WORDS_AROUND) : span.start])[-1]
    after = re.split("[。！？；!?\n]", text[span.end : span.end + _WORDS_AROUND])[0]
    return before + span.of(text) + after


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


@cache
def _persons() -> re.Pattern[str]:
    listed = "|".join(sorted((w for w in words("chinese_amounts", "persons") if len(w) > 1), key=len, reverse=True))
    return re.compile(
        rf"(?:名|位)(?:[\u4e00-\u9fff]{{0,4}}?(?:{listed}))?|人(?![民大权才物员格均次])|口人|(?:{listed})"
    )


@cache
def _counted() -> re.Pattern[str]:
    nouns = "|".join(f"(?P<n{i}>{row.rsplit(' ', 1)[0]})" for i, row in enumerate(lines("chinese_amounts", "nouns")))
    counters = "|".join(sorted(words("chinese_amounts", "counters"), key=len, reverse=True))
    return re.compile(rf"(?P<c>{counters})(?:[\u4e00-\u9fff]{{0,4}}?(?:{nouns}))?(?![月星小钟])")


def _noun_unit(found: re.Match[str]) -> str:
    for i, row in enumerate(lines("chinese_amounts", "nouns")):
        if found[f"n{i}"]:
            return row.rsplit(" ", 1)[1]
    if found["c"] in ("家", "艘", "架"):
        return {"家": "company", "艘": "ship", "架": "aircraft"}[found["c"]]
    noun = re.match("[\u4e00-\u9fff]{2}", found.string[found.end() : found.end() + 2])
    return noun[0] if noun and "的" not in noun[0] else found["c"]
