"""The unit of a number: the currency before it, or the words after it."""

import re
from dataclasses import dataclass

from cuibono.extract.analysis import Analysis
from cuibono.extract.lexicon import lines, words
from cuibono.extract.records import Span

_SYMBOLS = {"$": "USD", "US$": "USD", "HK$": "HKD", "NT$": "TWD", "A$": "AUD", "C$": "CAD", "€": "EUR", "£": "GBP",
            "¥": "CNY", "￥": "CNY", "RMB": "CNY", "CNY": "CNY", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "HKD": "HKD",
            "₹": "INR", "₽": "RUB"}  # fmt: skip
_BEFORE = re.compile(r"(?<![\w$])(US\$|HK\$|NT\$|A\$|C\$|RMB|CNY|USD|EUR|GBP|HKD|[$€£¥￥₹₽])\s?$")
_MEASURES = tuple(
    (form.replace("_", r"\s+"), unit, float(factor))
    for form, unit, factor in map(str.split, lines("amounts", "measure"))
)
_MEASURE = re.compile(
    r"[\s-]*(?:" + "|".join(rf"(?P<m{i}>{words})" for i, (words, _, _) in enumerate(_MEASURES)) + r")(?![a-z])",
    re.IGNORECASE,
)
_SKIP = frozenset(
    {"of", "the", "and", "or", "in", "to", "at", "on", "for", "with", "by", "a", "an", "is", "are", "was", "were"}
)
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_FARTHEST = 4


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit in base form, where its words end, and by how much the number is to be multiplied."""

    unit: str
    end: int
    factor: float = 1.0
    measure: bool = True


@dataclass(frozen=True, slots=True)
class Money:
    """A currency that stands before its number."""

    unit: str
    start: int


def money_before(view: str, start: int) -> Money | None:
    """The currency sign or code in front of a number."""
    match = _BEFORE.search(view, max(0, start - 5), start)
    return Money(_SYMBOLS[match[1]], match.start()) if match else None


def unit_after(view: str, end: int, analysis: Analysis) -> Unit | None:
    """The measure that follows, else the noun that is counted; None when nothing is."""
    match = _MEASURE.match(view, end)
    if match:
        number = next(i for i in range(len(_MEASURES)) if match[f"m{i}"])
        return Unit(_MEASURES[number][1], match.end(), _MEASURES[number][2])
    return _counted(view, end, analysis)


def _counted(view: str, end: int, analysis: Analysis) -> Unit | None:
    """The first noun after the number that no other noun follows: "five senior harbour officials" are officials."""
    last = None
    for token in analysis.tokens_in(_window(view, end))[: _FARTHEST + 1]:
        if token.start < end:
            continue
        word = token.text.lower()
        noun = token.tag in _NOUNS if analysis.parsed else word.isalpha()
        if word in _SKIP and last is None:
            return None
        if last is not None and not noun:
            break
        if noun:
            last = token
        elif token.text in '.,;:!?()"“”' and token.text != "-":
            break
    if last is None:
        return None
    lemma = last.lemma if analysis.parsed else last.text.lower().removesuffix("s")
    person = not {lemma, last.text.lower()}.isdisjoint(words("amounts", "person"))
    return Unit("person" if person else lemma, last.end, measure=person)


def _window(view: str, end: int) -> Span:
    return Span(end, min(len(view), end + 80))
