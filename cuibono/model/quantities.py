"""Numbers as people write them: "77.5", "about 45 %", "at least 60", "25-50", "2.3 million", "10万".

The rules, one by one:

- "77.5", "1,234.5", "1.234,5", "1 234": see ``numerals``; a point is decimal unless the text shows otherwise.
- "45 %", "45 percent", "百分之四十五", "四成": the unit is "percent" and the number is 45, never 0.45.
- "about 45": low and high are both 45; that it is inexact stays in ``qualifier``, no width is invented.
- "nearly 80", "almost 80", "近80": high is 80, low is open (None).
- "at least 60", "60 or more", "more than 66", "> 80": low is the number, high is open.
- "up to 25", "at most 25", "less than 3", "< 3": high is the number, low is open.
- "25-50", "between 25 and 50", "80–90 %": low and high; a range that runs backwards is no quantity.
- "45 ± 3": low is 42, high is 48, the qualifier is "about".
- "2.3 million", "1.2bn", "10k", "10万", "3亿": multiplied out. A lone lower-case "m" stays a unit (metre),
  except after a currency sign.
- "half", "a third", "two thirds", "a tenth", "一半", "三分之二": percent.
- "nine percent", "two million tonnes", "ten": spelled numbers, where a percent sign, a scale or nothing follows.
- What is left after the number is the unit, when it looks like one: "12 tonnes" yes, "12 killed in 3 raids" no.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from cuibono.model.numerals import Decimal, chinese, western
from cuibono.model.spelled import fraction, spelled


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it was said: its two ends, its unit, and the word that qualifies it.

    An end is None when it is open: "at least 60" has no ``high``. ``qualifier`` is "", "about", "nearly",
    "at least", "more than", "up to" or "less than".
    """

    low: float | None
    high: float | None
    unit: str = ""
    qualifier: str = ""

    @property
    def point(self) -> float | None:
        """The number itself when there is one number, None for a range or an open end."""
        return self.low if self.low == self.high else None


class _Number(NamedTuple):
    """One number, its unit, and the multiplier that is already in it."""

    value: float
    unit: str
    scale: float = 1.0


_BEFORE = {
    "about": r"about|around|approx(?:imately|\.)?|roughly|circa|ca\.?|c\.|some|etwa|rund|ungefähr|environ|~|≈"
    r"|大约|约为|大概|约",
    "nearly": r"nearly|almost|just under|close to|knapp|fast|presque|près de|将近|接近|近",
    "at least": r"at least|no less than|not less than|no fewer than|minimum(?: of)?|min\.?|from"
    r"|mindestens|au moins|≥|>=|⩾|至少|不低于|不少于",
    "more than": r"more than|over|above|greater than|exceeding|upwards of|mehr als|über|plus de|>|超过|多于|超|逾",
    "up to": r"up to|at most|no more than|not more than|maximum(?: of)?|max\.?|bis zu|höchstens|jusqu'à|au plus"
    r"|≤|<=|⩽|至多|最多|不超过|高达",
    "less than": r"less than|fewer than|under|below|weniger als|unter|moins de|<|低于|少于|不足|不到",
}
_AFTER = {
    "at least": r"or more|and more|or above|and above|\+|以上",
    "up to": r"or less|or fewer|or below|以下|以内",
    "about": r"or so|左右|上下",
    "more than": r"多",
}
_TAIL = {k: re.compile(rf"\s*(?:{w})$", re.IGNORECASE) for k, w in _AFTER.items()}

_SCALES = {
    "thousand": 1e3, "tausend": 1e3, "mille": 1e3, "k": 1e3, "K": 1e3, "千": 1e3, "百": 1e2, "十": 10.0,
    "million": 1e6, "millions": 1e6, "mln": 1e6, "mn": 1e6, "mio": 1e6, "mio.": 1e6, "millionen": 1e6, "M": 1e6,
    "billion": 1e9, "billions": 1e9, "bn": 1e9, "bln": 1e9, "mrd": 1e9, "mrd.": 1e9, "milliarden": 1e9,
    "milliard": 1e9, "milliards": 1e9, "B": 1e9,
    "trillion": 1e12, "trillions": 1e12, "tn": 1e12, "trn": 1e12, "兆": 1e12,
    "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "百万": 1e6, "千万": 1e7, "十亿": 1e9, "万亿": 1e12, "十万": 1e5,
    "百亿": 1e10, "千亿": 1e11,
}  # fmt: skip
_SCALE = re.compile(r"\s*(" + "|".join(re.escape(w) for w in sorted(_SCALES, key=len, reverse=True)) + r")(?![^\W\d_])")
_SCALE_CJK = re.compile(r"\s*(万亿|千亿|百亿|十亿|千万|百万|十万|万|萬|亿|億|兆|千|百|十)")
_MONEY = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "￥": "CNY", "₹": "INR", "₽": "RUB"}
_MONEY_LEAD = re.compile(r"(us\$|[$€£¥￥₹₽]|[A-Z]{3}(?=\s?\d))\s*")
_PERCENT = re.compile(r"\s*(?:%|per\s?cents?\b|percents?\b|pct\b\.?|prozent\b|pour\s?cent\b|v\.\s?h\.)", re.IGNORECASE)
_POINTS = re.compile(r"\s*(?:percentage points?|%-?points?|pp\b|p\.p\.|个百分点|百分点)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\d[\d.,'\u2019_ ]*\d|\d)(?:\.(?!\d))?(?:e[+-]?\d{1,3}(?![^\W_]))?|\.\d+", re.IGNORECASE)
_HAN = re.compile("[零〇一二两兩三四五六七八九十百千万萬亿億兆]+")
_WORD = r"[^\W\d_](?:[^\W\d]|[²³/·%°µ.$€-])*[23]?"
_UNIT = re.compile(rf"[°µ]?{_WORD}(?: {_WORD}){{0,3}}")
_DASH = re.compile(r"\s*(?:-|–|—|~|〜|\.\.\.?|…|\bto\b|\bbis\b|\bà\b|至|到)\s*", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:between|zwischen|entre)\s+(.+?)\s+(?:and|und|et)\s+(.+)|from\s+(.+?)\s+to\s+(.+)", re.IGNORECASE
)
_GIVE_OR_TAKE = re.compile(r"(.+?)\s*(?:±|\+/-|\+-)\s*(.+)")
_HALVES = {"half": 50.0, "a half": 50.0, "一半": 50.0, "半数": 50.0}
_PARTS = re.compile(r"([一二两三四五六七八九十百\d.]+)分之([零一二两三四五六七八九十百\d.]+)")
_TENTHS = re.compile(r"([一二三四五六七八九十\d.]+)成([一二三四五六七八九半]?)")
_LONGEST = 200


@lru_cache(maxsize=4096)
def parse(text: str, decimal: Decimal | None = None) -> Quantity | None:
    """Read a number with its ends, unit and qualifier; None when the text is not one quantity.

    ``decimal`` says which sign is the decimal one where the text leaves it open ("1,234").

    >>> parse("at least 60 %")
    Quantity(low=60.0, high=None, unit='percent', qualifier='at least')
    >>> parse("1.234,5").low
    1234.5

    It does not read dates, fractions written with a slash, or sentences.
    """
    clean = _tidy(text)
    if not clean or len(clean) > _LONGEST:
        return None
    for read in (_between, _give_or_take, _qualified, _range):
        if found := read(clean, decimal):
            return found
    return None


def _tidy(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text[: _LONGEST * 4])
    plain = "".join(str(unicodedata.digit(c)) if c.isdecimal() and not c.isascii() else c for c in plain)
    plain = re.sub(r"\s+", " ", plain.replace("\u2212", "-").replace("﹣", "-")).strip()
    return plain.rstrip("*†‡,;: ")  # footnote marks and stray punctuation change no number


def _between(text: str, decimal: Decimal | None) -> Quantity | None:
    if not (match := _BETWEEN.fullmatch(text)):
        return None
    first, second = (g for g in match.groups() if g is not None)
    return _span(_single(first, decimal), _single(second, decimal))


def _give_or_take(text: str, decimal: Decimal | None) -> Quantity | None:
    if not (match := _GIVE_OR_TAKE.fullmatch(text)):
        return None
    middle, width = _single(match[1], decimal), _single(match[2], decimal)
    if not middle or not width or middle.unit not in ("", width.unit) or width.value < 0:
        return None
    return Quantity(middle.value - width.value, middle.value + width.value, width.unit, "about")


def _qualified(text: str, decimal: Decimal | None) -> Quantity | None:
    qualifier, rest = _lead(text)
    if not qualifier:
        qualifier, rest = _tail(text)
    if number := _single(rest, decimal):
        return _ends(number, qualifier)
    between = _range(rest, decimal) if qualifier == "about" else None
    return between and Quantity(between.low, between.high, between.unit, "about")


def _lead(text: str) -> tuple[str, str]:
    found: tuple[str, str] = ("", text)
    for name, words in _BEFORE.items():
        match = re.match(rf"(?:{words})\s*", text, re.IGNORECASE)
        if match and len(match[0]) > len(text) - len(found[1]) and _whole(match[0], text[match.end() :]):
            found = (name, text[match.end() :])
    return found


def _whole(words: str, rest: str) -> bool:
    """Whether the words end where a word ends: "over" in "over 66", not in "overall 66"."""
    return not (words[-1].isascii() and words[-1].isalpha() and rest[:1].isalpha())


def _tail(text: str) -> tuple[str, str]:
    for name, pattern in _TAIL.items():
        if (match := pattern.search(text)) and match.start():
            rest = text[: match.start()]
            if name != "more than" or rest[-1] in "十百千万亿":  # 三十多, not 很多
                return name, rest
    inner = re.fullmatch(r"(.+?)(多)([^\d]*)", text)
    if inner and inner[1][-1] in "十百千万亿0123456789":
        return "more than", inner[1] + inner[3]
    return "", text


def _ends(number: _Number, qualifier: str) -> Quantity:
    low = None if qualifier in ("nearly", "up to", "less than") else number.value
    high = None if qualifier in ("at least", "more than") else number.value
    return Quantity(low, high, number.unit, qualifier)


def _range(text: str, decimal: Decimal | None) -> Quantity | None:
    for dash in _DASH.finditer(text, 1):
        first, second = _single(text[: dash.start()], decimal), _single(text[dash.end() :], decimal)
        if first and second and (found := _span(first, second)):
            return found
    return None


def _span(first: _Number | None, second: _Number | None) -> Quantity | None:
    """Two numbers become a range; unit and scale may stand with the second alone ("2-3 million tonnes")."""
    if not first or not second or first.unit not in ("", second.unit):
        return None
    low, high = first.value, second.value
    if first.scale == 1 and not first.unit and low * second.scale <= high:
        low *= second.scale
    return Quantity(low, high, second.unit) if low <= high else None


def _single(text: str, decimal: Decimal | None) -> _Number | None:
    """One number and its unit, nothing else."""
    text = text.strip()
    if (words := _in_words(text)) is not None:
        return _Number(words, "percent")
    negative, text = _sign(text)
    money, text = _currency(text)
    found = _digits(text, decimal)
    if not found:
        return None
    scale, rest = _scale(found[1], bool(money))
    unit = _unit(rest)
    if unit is None or (money and unit):
        return None
    return _Number((-1 if negative else 1) * found[0] * scale, money or unit, scale)


def _in_words(text: str) -> float | None:
    """Parts of a whole in words, as percent: half, two thirds, 三分之二, 百分之四十五, 四成五."""
    text = re.sub(r"^(?:一|1)半$", "一半", text).lower()
    if text in _HALVES:
        return _HALVES[text]
    if (part := fraction(text)) is not None:
        return 100 * part
    if match := _PARTS.fullmatch(text):
        below, above = _either(match[1]), _either(match[2])
        return 100 * above / below if below and above is not None else None
    if match := _TENTHS.fullmatch(text):
        tens = _either(match[1])
        ones = 5.0 if match[2] == "半" else (chinese(match[2]) or 0.0) if match[2] else 0.0
        return None if tens is None else 10 * tens + ones
    return None


def _either(text: str) -> float | None:
    return western(text) if text[:1].isascii() else chinese(text)


def _sign(text: str) -> tuple[bool, str]:
    if match := re.fullmatch(r"\((\d[\d.,' ]*)\)", text):  # (1,234): how accounts write what is missing
        return True, match[1]
    if text[:1] == "-":
        return True, text[1:].lstrip()
    return False, text[1:].lstrip() if text[:1] == "+" else text


def _currency(text: str) -> tuple[str, str]:
    match = _MONEY_LEAD.match(text) or re.match(r"(US\$)\s*", text)
    if not match:
        return "", text
    return _MONEY.get(match[1].lower(), match[1]), text[match.end() :]


def _digits(text: str, decimal: Decimal | None) -> tuple[float, str] | None:
    if match := _NUMBER.match(text):
        value = western(match[0].rstrip(), decimal)
        return None if value is None else (value, text[match.end() :])
    if match := _HAN.match(text):
        value = chinese(match[0])
        return None if value is None else (value, text[match.end() :])
    return spelled(text)


def _scale(rest: str, money: bool) -> tuple[float, str]:
    """The multiplier that follows a number, and what follows it."""
    if money and (match := re.match(r"\s*([mb])(?![^\W_])", rest)):
        return (1e6 if match[1] == "m" else 1e9), rest[match.end() :]
    word = re.match(r"\s*[A-Za-z.]{2,}", rest)
    probe = rest[: word.end()].lower() + rest[word.end() :] if word else rest
    match = _SCALE.match(probe) or _SCALE_CJK.match(probe)
    return (_SCALES[match[1]], rest[match.end() :]) if match else (1.0, rest)


def _unit(rest: str) -> str | None:
    """The unit that the rest of the text is; "" for none, None when it is no unit."""
    rest = rest.strip()
    if not rest:
        return ""
    if _POINTS.fullmatch(rest):
        return "percentage points"
    if match := _PERCENT.match(rest):
        return "percent" if not rest[match.end() :].strip(" .") else None
    if rest.lower() in _MONEY:
        return _MONEY[rest.lower()]
    return rest if len(rest) <= 40 and _UNIT.fullmatch(rest) else None
