"""Numbers with their units, and what they measure."""

import re
from bisect import bisect_right
from typing import NamedTuple

from cuibono.extract.amount_numbers import Number, numbers
from cuibono.extract.amount_units import money_before, unit_after
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_words import OWN_OVER, stem
from cuibono.extract.document import Document
from cuibono.extract.lexicon import words
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
_OVER = re.compile(rf"{OWN_OVER}\s+\Z", re.IGNORECASE)
_AFTER = {"at least": re.compile(r"\s*(?:or more|and more|and above|\+)", re.IGNORECASE),
          "at most": re.compile(r"\s*or (?:less|fewer)", re.IGNORECASE)}  # fmt: skip
_PAST = re.compile(r"(?:past|last|next|previous|first)\s+$", re.IGNORECASE)
_LABEL = 80
#: A month behind a number is a date, a bracket a time code; before it a page, a section, an episode.
_TIME = re.compile(
    r"\s*(?:st|nd|rd|th)?\s+(?:of\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\s*[\])]\s*[A-Z]\w*:|:\d"
)
_PLACE = re.compile(
    r"(?:page|section|chapter|article|episode|season|line|no|number|unit|room|part|version|level)s?\.?\s+\Z",
    re.IGNORECASE,
)
_CALENDAR = frozenset({"second", "minute", "hour", "day", "month", "year", "times"})
_ENDS = re.compile(r"\s*(?:[.,;!?\n]|\Z|and\b|when\b|but\b|then\b|years old)")
_OLD = re.compile(
    r"\b(?:i am|i'm|i was|he is|he's|he was|she is|she's|she was|turned|aged|age of|is now|was then|at)\s+"
    r"(?:only\s+|just\s+|already\s+)?\Z",
    re.IGNORECASE,
)
_AGED = re.compile(r"[A-Z][\w’'-]+,\s\Z")
#: What follows a number whose noun was named before: "nine million were watched", "4,300 of them".
_OF_THEM = re.compile(r"\s+(?:of\s+(?:them|these|those|whom|which)|were|was|are|have|had)\b")
_NEAR = 400  # characters back to what was counted last
#: Those who belong to somebody, before how many they are: "a staff of 300", "the workforce numbered 300".
_MANNED = re.compile(
    r"\b(?:staff|workforce|headcount|payroll|personnel|population|membership|crew)"
    r"(?: (?:at|of|in) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})?(?: in (?:1[89]|20)\d\d)?,? "
    r"(?:of|is|was|were|number(?:s|ed|ing)|stands? at|stood at|totall?(?:s|ed|ing)|came to|reached) "
    rf"(?:(?:just )?(?:{_WAYS}) )?\Z"
)
#: What is counted, before how many there are: "the number of burst pipes at Acme reached 1,820".
_NUMBER_OF = re.compile(
    r"\bnumber of (?:[a-z][\w-]* ){0,3}?(?P<noun>[a-z][\w-]*s)(?: [a-z]+ed)?"
    r"(?: (?:at|of|in|by|for|to) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})?(?: in (?:1[89]|20)\d\d)?,? "
    r"(?:is|was|were|stands? at|stood at|totall?(?:s|ed|ing)|came to|reached|hit|rose to|fell to) "
    rf"(?:(?:just )?(?:{_WAYS}) )?\Z"
)
_WERE = re.compile(
    r"\b(?:we|they|there)\s+(?:are|were|was)\s+(?:about\s+|almost\s+|nearly\s+|over\s+|more than\s+)?\Z", re.IGNORECASE
)


def find(document: Document, analysis: Analysis, names: tuple[Name, ...]) -> tuple[Amount, ...]:
    """The amounts in order; a number that counts nothing (a year, a rank, a house number) is left out."""
    view = analysis.text
    mentions = sorted((span, name.id) for name in names for span in name.mentions)
    found: list[Amount] = []
    money = ""
    counted = ("", -_NEAR)
    for number in numbers(view):
        measured = _measured(view, analysis, number, money)
        if measured is None:
            measured = _of_them(view, number, *counted)
        if measured is None:
            continue
        if measured.unit not in _CALENDAR and measured.unit != "percent":
            counted = (measured.unit, measured.end)
        money = measured.unit if len(measured.unit) == 3 and measured.unit.isupper() else money
        amount = _amount(document.text, view, analysis, number, measured, mentions)
        if not found or amount.span.start >= found[-1].span.end:
            found.append(amount)
    return tuple(found)


class _Measured(NamedTuple):
    """Where a number with its unit stands, and what the unit is worth in base units."""

    start: int
    end: int
    unit: str
    factor: float = 1.0


def _measured(view: str, analysis: Analysis, number: Number, money: str) -> _Measured | None:
    """The number with its unit; None when it counts nothing. ``money`` is the currency that was named last."""
    start, end = number.span
    placed = _PLACE.search(view, max(0, start - 14), start) and not view.startswith(" times", end)
    if _TIME.match(view, end) or placed:
        return None
    if before := money_before(view, start):
        return _Measured(before.start, end, before.unit)
    if number.unit:
        return _Measured(start, end, number.unit)
    if after := unit_after(view, end, analysis, loose=number.loose):
        if after.measure and not (number.like_a_year and after.unit in _CALENDAR):
            return _Measured(start, after.end, after.unit, after.factor)
        if not (after.measure or number.few or number.like_a_year):
            return _Measured(start, after.end, after.unit, after.factor)
        return None
    if number.low >= 1e6 and money and _of_money(view, analysis, start):
        return _Measured(start, end, money)
    return _bare(view, number)


def _of_them(view: str, number: Number, counted: str, at: int) -> _Measured | None:
    """A number above a hundred without a noun of its own: of what was counted shortly before, else of anything."""
    start, end = number.span
    told = _OF_THEM.match(view, end) or number.low >= 1e5 or _BEFORE.search(view[max(0, start - 32) : start])
    if number.low < 100 or number.like_a_year or not told:
        return None
    return _Measured(start, end, counted if start - at < _NEAR else "")


def _of_money(view: str, analysis: Analysis, start: int) -> bool:
    sentence = analysis.sentence_at(start)
    before = view[max(sentence.start if sentence else 0, start - 60) : start].lower()
    return not words("amounts", "money").isdisjoint(re.findall(r"[a-z]+", before))


def _bare(view: str, number: Number) -> _Measured | None:
    """A number that ends its clause: how old somebody is, how many "we" were."""
    start, end = number.span
    before = view[max(0, start - 40) : start]
    if _ENDS.match(view, end) and not number.like_a_year:
        aged = _OLD.search(before) or (view[end : end + 1] in (",", ".") and _AGED.search(before))
        clock = number.low <= 12 and before.lower().endswith("at ")  # "every morning at six"
        if 5 <= number.low <= 110 and aged and not clock:
            return _Measured(start, end, "year")
        if number.low >= 100 and _WERE.search(before):
            return _Measured(start, end, "person")
    if not number.like_a_year and number.low >= 2 and _MANNED.search(view[max(0, start - 90) : start]):
        return _Measured(start, end, "person")
    if not number.like_a_year and (of := _NUMBER_OF.search(view[max(0, start - 120) : start])):
        return _Measured(start, end, stem(of["noun"]))
    return None


def _amount(
    text: str, view: str, analysis: Analysis, number: Number, measured: _Measured, mentions: list[tuple[Span, str]]
) -> Amount:
    start, end, unit, factor = measured
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
    if match and not _OVER.search(before):
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
