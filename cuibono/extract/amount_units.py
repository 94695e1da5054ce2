"""The unit of a number: the currency before it, or the words after it."""

import re
from dataclasses import dataclass

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.lexicon import lines, words
from cuibono.extract.records import Span

_SYMBOLS = {"$": "USD", "US$": "USD", "HK$": "HKD", "NT$": "TWD", "A$": "AUD", "C$": "CAD", "€": "EUR", "£": "GBP",
            "¥": "CNY", "￥": "CNY", "RMB": "CNY", "CNY": "CNY", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "HKD": "HKD",
            "₹": "INR", "₽": "RUB"}  # fmt: skip
_BEFORE = re.compile(r"(?<![\w$])(US\$|HK\$|NT\$|A\$|C\$|RMB|CNY|USD|EUR|GBP|HKD|[$€£¥￥₹₽])\s?$")
_MEASURES = tuple(
    (form.replace("_", r"\s+"), unit.replace("_", " "), float(factor))
    for form, unit, factor in map(str.split, lines("amounts", "measure"))
)
_MEASURE = re.compile(
    r"[\s-]*(?:" + "|".join(rf"(?P<m{i}>{words})" for i, (words, _, _) in enumerate(_MEASURES)) + r")(?![a-z])",
    re.IGNORECASE,
)
_SKIP = frozenset(
    {
        "of",
        "the",
        "and",
        "or",
        "in",
        "to",
        "at",
        "on",
        "for",
        "with",
        "by",
        "a",
        "an",
        "is",
        "are",
        "was",
        "were",
        "that",
        "this",
        "these",
        "those",
        "last",
        "next",
        "when",
        "as",
        "but",
        "per",
        "from",
        "than",
        "if",
        "who",
        "which",
        "he",
        "she",
        "it",
        "they",
        "we",
    }
)
#: "A 114-page report" counts pages.
_HYPHENED = re.compile(r"-([a-z]{3,})(?=[\s,.;-])")
_OF = re.compile(r"\s+of\s")
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


def unit_after(view: str, end: int, analysis: Analysis, *, loose: bool = False) -> Unit | None:
    """The measure that follows, else the noun that is counted; None when nothing is.

    After a loose number ("tens of millions") an "of" may stand before what is counted.
    """
    if loose and (of := _OF.match(view, end)):
        end = of.end() - 1
    match = _MEASURE.match(view, end)
    if match and not (match[0].lstrip(" -")[:1].isupper() and match[0].strip(" -").lower() in ("second", "won", "mu")):
        number = next(i for i in range(len(_MEASURES)) if match[f"m{i}"])
        return Unit(_MEASURES[number][1], match.end(), _MEASURES[number][2])
    if hyphened := _HYPHENED.match(view, end):
        return _unit(hyphened[1], hyphened[1].removesuffix("s"), hyphened.end())
    return _counted(view, end, analysis)


def _counted(view: str, end: int, analysis: Analysis) -> Unit | None:
    """The first noun after the number that no other noun follows: "five senior harbour officials" are officials."""
    last = None
    for token in analysis.tokens_in(_window(view, end))[: _FARTHEST + 1]:
        if token.start < end:
            continue
        noun = token.tag in _NOUNS if analysis.parsed else token.text.isalpha()
        if last is None and (token.text.lower() in _SKIP or token.pos in ("VERB", "AUX", "PRON")) and not _given(token):
            return None
        if last is not None and not noun:
            break
        if noun:
            last = token
        elif token.text in '.,;:!?()"“”' and token.text != "-":
            break
    if last is None or last.text.lower() in words("amounts", "uncounted"):
        return None
    people = last.text in words("names", "nationality") or last.text.endswith(("ans", "ese"))
    if last.text[0].isupper() and not people:
        return None  # a name follows, which counts nothing: "the Bramble 60 Pro"
    if people and last.text[0].isupper():
        return Unit("person", last.end)
    return _unit(last.text, last.lemma if analysis.parsed else last.text.lower().removesuffix("s"), last.end)


def _given(token: Token) -> bool:
    """Whether what looks like a verb only describes: "three hundred detained men"."""
    return token.tag in ("VBN", "VBG") and token.dep == "amod"


def _unit(text: str, lemma: str, end: int) -> Unit:
    person = not {lemma, text.lower()}.isdisjoint(words("amounts", "person"))
    return Unit("person" if person else lemma, end, measure=False)


def _window(view: str, end: int) -> Span:
    return Span(end, min(len(view), end + 80))
