"""Numbers of Chinese text with their units, and what they measure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from cuibono.extract.chinese.amounts_numbers import NUMBER, SCALES, SHARE, lent, scaled, share, value
from cuibono.extract.chinese.amounts_units import WORDS_AROUND, Unit, behind, money_before, unit_of
from cuibono.extract.records import Amount, Name, Span
from cuibono.model.numerals import chinese

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
#: The same before the verb that leads to the number: 约占全球产量的三成.
_FAR = re.compile(
    "(?:" + "|".join(f"(?P<q{i}>{w})" for i, w in enumerate(_QUALIFIERS.values())) + r")占[^，。；：\d]{0,24}$"
)
_TRAIL = (("at least", re.compile("以上|或以上|或更多")), ("at most", re.compile("以下|以内|之内")),
          ("about", re.compile("左右|上下")), ("more than", re.compile("多")))  # fmt: skip


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
    for match in SHARE.finditer(view):
        part, high = share(match)
        if part is not None:
            found.append(
                _qualified(
                    view, match.start(), match.end(), part, "percent", high, "more than" if match["over"] else ""
                )
            )
    return found


def _counts(view: str, dated: Sequence[Span], mentions: Sequence[tuple[Span, str]]) -> list[_Made]:
    found: list[_Made] = []
    starts = [s.start for s in dated]
    named = [s for s, _ in mentions]
    for match in NUMBER.finditer(view):
        span = Span(*match.span())
        if _covered(span, dated, starts) or _covered(span, named, None):
            continue
        low, high = value(match, "1"), value(match, "2") if match["b"] else None
        if low is not None and high is None and (pair := match["pair1"]):  # 三四千人, 两三个月
            high = low + scaled(match["ps1"]) * ((chinese(pair[1]) or 0.0) - (chinese(pair[0]) or 0.0))
        if low is None or (match["b"] and high is None):
            continue
        if high is not None:
            low = lent(match, low, high)
        factor = SCALES[match["after"]] if match["after"] else 1.0
        unit, start = unit_of(view, match), span.start
        if (unit is None or unit.unit == "CNY") and (money := money_before(view, start)) is not None:
            unit, start = behind(view, Unit(money[0], span.end)), money[1]
        if unit is None or (high is not None and high < low):
            continue
        scale = factor * unit.factor
        lead = "more than" if match["odd"] or match["few1"] else "at least" if match["h1"] else ""
        found.append(
            _qualified(view, start, unit.end, low * scale, unit.unit, high * scale if high is not None else None, lead)
        )
    return found


def _covered(span: Span, spans: Sequence[Span], starts: Sequence[int] | None) -> bool:
    at = bisect_right(starts, span.start) - 1 if starts is not None else bisect_left(spans, (span.start + 1,)) - 1
    return any(0 <= k < len(spans) and span.overlap(spans[k]) > 0 for k in (at, at + 1))


def _qualified(view: str, start: int, end: int, value: float, unit: str, high: float | None, given: str) -> _Made:
    """The amount with the words that qualify it."""
    qualifier = given
    lead = _LEAD.search(view, max(0, start - 8), start)
    if lead is None and (money := money_before(view, start)) and money[0] == unit:
        start = money[1]
        lead = _LEAD.search(view, max(0, start - 8), start)
    if lead:
        name = next(n for i, n in enumerate(_QUALIFIERS) if lead[f"q{i}"])
        qualifier = name
        start = lead.start()
    elif not given and (far := _FAR.search(view, max(0, start - 32), start)):
        qualifier = next(n for i, n in enumerate(_QUALIFIERS) if far[f"q{i}"])
    for name, pattern in _TRAIL:
        if found := pattern.match(view, end):
            qualifier, end = qualifier or name, found.end()
            break
    return Span(start, end), value, unit, high, qualifier


def _what(text: str, span: Span) -> str:
    """What is measured: the words around the amount, in its sentence."""
    before = re.split("[。！？；!?\n]", text[max(0, span.start - WORDS_AROUND) : span.start])[-1]
    after = re.split("[。！？；!?\n]", text[span.end : span.end + WORDS_AROUND])[0]
    return before + span.of(text) + after
