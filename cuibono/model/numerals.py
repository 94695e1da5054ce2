"""Numerals: the digits and number words of a text become one number.

Western rules: a point is the decimal sign and a comma groups thousands, unless the text itself shows the
opposite ("1.234,5", "12,5", "1.234.567") or the caller says which sign is the decimal one. Spaces, thin
spaces and apostrophes group thousands too. Chinese rules: 十百千 inside a group, 万 亿 兆 between groups.
"""

import math
import re
from typing import Literal

Decimal = Literal[".", ","]

_GROUPS = re.compile(r"\d{1,3}([,. '\u2019_])\d{3}(?:\1\d{3})*|\d{1,2}(,)(?:\d{2},)+\d{3}")
_PLAIN = re.compile(r"(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?", re.IGNORECASE)
_SHOWN = {
    ",": re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,})|0+,\d+|\d{4,},\d+)(?![\d.,])"),
    ".": re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+\.\d+|\d+\.(?:\d{1,2}|\d{4,})|0+\.\d+|\d{4,}\.\d+)(?![\d.,])"),
}
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_GREAT = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_CHINESE = re.compile("[零〇一二两兩三四五六七八九十百千万萬亿億兆]+")


def decimal_shown(text: str) -> Decimal | None:
    """Which decimal sign a text shows beyond doubt: "12,5" a comma, "12.5" a point, "1,234" neither."""
    comma, point = bool(_SHOWN[","].search(text)), bool(_SHOWN["."].search(text))
    if comma == point:
        return None
    return "," if comma else "."


def western(text: str, decimal: Decimal | None = None) -> float | None:
    """The number written in Western digits, None when the text is anything else.

    ``decimal`` decides what the text alone leaves open: "1,234" is 1234 by default and 1.234 with ``","``.
    """
    sign = decimal_shown(text) or decimal or "."
    group = "." if sign == "," else ","
    whole, _, rest = text.partition(sign)
    if text.count(sign) > 1:  # 1.234.567: the would-be decimal sign groups thousands
        return _number(text.replace(sign, "")) if _grouped_by(text) == sign else None
    whole = whole.replace(_grouped_by(whole) or "\0", "")
    if group in whole:
        return None
    return _number(f"{whole}.{rest}" if rest else whole)


def _grouped_by(text: str) -> str | None:
    """The sign that groups thousands throughout a text, None when none does."""
    found = _GROUPS.fullmatch(text)
    return (found.group(1) or found.group(2)) if found else None


def chinese(text: str) -> float | None:
    """The number written in Chinese numerals: 二十五, 三百, 一千二百万, 十万; None when it is none."""
    if not _CHINESE.fullmatch(text):
        return None
    if len(text) > 1 and all(c in _DIGITS for c in text):  # 二〇二五: digit by digit, as years are written
        return float("".join(str(_DIGITS[c]) for c in text)) if len(text) <= 12 else None
    total, group = 0, ""
    for c in text:
        if c not in _GREAT:
            group += c
            continue
        part = _small(group) if group else 0 if total else None
        if part is None:
            return None
        total, group = _raised(total, part, _GREAT[c]), ""
    last = _small(group) if group else 0
    return None if last is None else float(total + last)


def _raised(total: int, part: int, step: int) -> int:
    """万 after nothing greater multiplies all before it (一万亿); after 亿 it multiplies its own group only."""
    return (total + part) * step if total < step else total + part * step


def _small(text: str) -> int | None:
    """A group below ten thousand: 一千二百, 三十五, 十二."""
    total, digit = 0, None
    limit = 10**4
    for c in text.replace("〇", "零"):
        if c in _STEPS:
            if _STEPS[c] >= limit:
                return None
            limit = _STEPS[c]
            total, digit = total + (1 if digit is None else digit) * limit, None
        elif digit is not None and digit != 0:
            return None
        else:
            digit = _DIGITS[c]
    return total + (digit or 0)


def _number(text: str) -> float | None:
    if not _PLAIN.fullmatch(text) or len(text) > 400:
        return None
    value = float(text)
    return value if math.isfinite(value) else None
