"""Numbers with their units, and what they measure."""

import re
from bisect import bisect_right

from cuibono.extract.amount_numbers import Number, numbers
from cuibono.extract.amount_units import money_before, unit_after
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.document import Document
from cuibono.extract.records import Amount, Name, Span

_QUALIFIERS = {
    "nearly": r"nearly|almost|just under|close to|not quite",
    "about": r"about|around|approximately|roughly|some|an estimated|estimated at",
    "at least": r"at least|no less than|no fewer than|a minimum of",
    "more than": r"more than|over(?!\s+(?:the\s+)?(?:past|last|next))|above|upwards of|exceeding|in excess of",
    "at most": r"at most|up to|no more than|not more than|as many as|as much as|a maximum of",
    "less than": r"less than|fewer than|under|below",
    "only": r"only|just|merely",
}
_WAYS = "|".join(rf"(?P<q{i}>{w})" for i, w in enumerate(_QUALIFIERS.values()))
_BEFORE = re.compile(rf"(?<!\w)(?:{_WAYS})\s+(?:(?:the\s+)?(?:past|last|next)\s+)?$", re.IGNORECASE)
_AFTER = {"at least": re.compile(r"\s*(?:or more|and more|and above|\+)", re.IGNORECASE),
          "at most": re.compile(r"\s*or (?:less|fewer)", re.IGNORECASE)}  # fmt: skip
_PAST = re.compile(r"(?:past|last|next|previous|first)\s+$", re.IGNORECASE)
_LABEL = 80


def find(document: Document, analysis: Analysis, names: tuple[Name, ...]) -> tuple[Amount, ...]:
    """The amounts in order; a number that counts nothing (a year, a rank, a house number) is left out."""
    view = analysis.text
    mentions = sorted((span, name.id) for name in names for span in name.mentions)
    found: list[Amount] = []
    for number in numbers(view):
        amount = _amount(document.text, view, analysis, number, mentions)
        if amount and (not found or amount.span.start >= found[-1].span.end):
            found.append(amount)
    return tuple(found)


def _amount(
    text: str, view: str, analysis: Analysis, number: Number, mentions: list[tuple[Span, str]]
) -> Amount | None:
    start, end, unit, factor = number.span.start, number.span.end, number.unit, 1.0
    if money := money_before(view, start):
        start, unit = money.start, money.unit
    elif not unit:
        after = unit_after(view, end, analysis)
        if after is None or (number.bare_one and not after.measure) or (number.like_a_year and not after.measure):
            return None
        end, unit, factor = after.end, after.unit, after.factor
    qualifier, start = _qualified(view, start)
    if not qualifier:
        qualifier, end = _followed(view, end)
    high = number.high * factor if number.high is not None else None
    span = Span(start, end)
    return Amount(
        span, span.of(text), number.low * factor, unit, high, qualifier or number.qualifier,
        _what(text, analysis, span), _about(analysis, span, mentions),
    )  # fmt: skip


def _qualified(view: str, start: int) -> tuple[str, int]:
    """The word that qualifies the number, and where the phrase begins with it."""
    before = view[max(0, start - 32) : start]
    match = _BEFORE.search(before)
    if match:
        name = next(n for i, n in enumerate(_QUALIFIERS) if match[f"q{i}"])
        return name, start - len(before) + match.start()
    past = _PAST.search(before)
    return "", start - len(before) + past.start() if past else start


def _followed(view: str, end: int) -> tuple[str, int]:
    for name, pattern in _AFTER.items():
        if match := pattern.match(view, end):
            return name, match.end()
    return "", end


def _what(text: str, analysis: Analysis, span: Span) -> str:
    """What is measured: the words around the amount, in its clause."""
    sentence = analysis.sentence_at(span.start)
    if sentence is None:
        return ""
    words = " ".join(
        Span(max(sentence.start, span.start - _LABEL // 2), min(sentence.end, span.end + _LABEL // 2)).of(text).split()
    )
    return words[:_LABEL]


def _about(analysis: Analysis, span: Span, mentions: list[tuple[Span, str]]) -> str | None:
    """The name that the amount is likeliest about: the subject of its sentence, else the last name before it."""
    sentence = analysis.sentence_at(span.start)
    if sentence is None:
        return None
    first = bisect_right(mentions, (Span(sentence.start, -1), ""))
    inside = [(s, n) for s, n in mentions[first : first + 40] if s.end <= sentence.end]
    for mention, name in inside:
        root = analysis.root(mention)
        if root is not None and _subject(root):
            return name
    before = [n for s, n in inside if s.end <= span.start]
    return before[-1] if before else None


def _subject(token: Token) -> bool:
    return token.dep in ("nsubj", "nsubjpass")
