"""Claims without grammar: a verb of saying beside a quote or before "that", with the name next to it.

Used where no parser is there. Less is found, and only where a name or a source word stands right beside the verb.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claims_cues import forms, has
from cuibono.extract.claims_draft import Draft
from cuibono.extract.claims_quotes import Paragraphs, Quotation
from cuibono.extract.records import Name, Polarity, Span

_GAP = re.compile(r"[\s,]*(?:[a-z]+ly\s+|also\s+|later\s+|then\s+|has\s+|had\s+)?\Z")
_STOP = re.compile(r"[.!?。！？](?=\s|\Z)|\n\s*\n")
_PRONOUNS = frozenset({"he", "she", "they"})
_SOURCES = re.compile(
    r"\b(?:(?:a|an|one|the|some|many|several|two|three|other)\s+)?(?:[a-z]+\s+){0,2}"
    r"(?:sources?|officials?|residents?|insiders?|experts?|analysts?|observers?|critics|witness(?:es)?|people)\Z"
)


class _Marks:
    """Where names stand, by their start and by their end."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._spans = sorted(span for n in names for span in n.mentions)
        self._starts = [s.start for s in self._spans]

    def ending_near(self, text: str, offset: int) -> Span | None:
        """The name that ends right before an offset, an adverb left out."""
        at = bisect_left(self._starts, offset) - 1
        if at >= 0 and self._spans[at].end <= offset and offset - self._spans[at].end < 30:
            return self._spans[at] if _GAP.match(text[self._spans[at].end : offset]) else None
        return None

    def starting_at(self, text: str, offset: int) -> Span | None:
        """The name that begins right after an offset."""
        at = bisect_left(self._starts, offset)
        if at < len(self._spans) and not text[offset : self._spans[at].start].strip(" ,"):
            return self._spans[at]
        return None


def plain(
    analysis: Analysis, names: Sequence[Name], quotes: Sequence[Quotation], paragraphs: Paragraphs
) -> Iterator[Draft]:
    """Drafts from the words alone; ``who`` is the last word of the speaker's name."""
    marks = _Marks(names)
    taken: set[int] = set()
    for token in analysis.tokens:
        if token.text.lower() not in forms() or _quoted(quotes, token.start):
            continue
        who = _speaker(analysis, marks, token)
        if who is None:
            continue
        paragraph = paragraphs.at(token.start)
        quote = _beside(analysis.text, quotes, token, paragraph)
        if quote is not None and quote.outer.start not in taken:
            taken.add(quote.outer.start)
            yield Draft(quote.span, "direct", who.i, token.span, confidence=0.75)
        elif quote is None:
            span = _clause(analysis.text, token, paragraph)
            if span is not None:
                deny: Polarity = "-" if has("deny", forms()[token.text.lower()]) else "+"
                yield Draft(span, "indirect", who.i, token.span, polarity=deny, confidence=0.6)


def _quoted(quotes: Sequence[Quotation], offset: int) -> bool:
    at = bisect_right(quotes, offset, key=lambda q: q.outer.start) - 1
    return at >= 0 and offset < quotes[at].outer.end


def _speaker(analysis: Analysis, marks: _Marks, verb: Token) -> Token | None:
    """The word right before the verb (or right after it, beside a quote) that a name or a pronoun is."""
    text = analysis.text
    before = marks.ending_near(text, verb.start)
    if before is not None:
        return analysis.token_at(before.end - 1)
    previous = analysis.tokens[verb.i - 1] if verb.i else None
    if previous is not None and previous.text.lower() in _PRONOUNS:
        return previous
    if previous is not None and _SOURCES.search(text[max(0, previous.end - 60) : previous.end]):
        return previous
    after = marks.starting_at(text, verb.end)
    if after is not None and text[: verb.start].rstrip()[-1:] in ('"', "”", "’", "」"):
        return analysis.token_at(after.end - 1)
    return None


def _beside(text: str, quotes: Sequence[Quotation], verb: Token, paragraph: Span) -> Quotation | None:
    """The quote that ends shortly before the verb or begins shortly after it, no full stop between."""
    at = bisect_left(quotes, verb.end, key=lambda q: q.outer.start)
    if at and quotes[at - 1].outer.end >= paragraph.start and verb.start - quotes[at - 1].outer.end < 60:
        between = text[quotes[at - 1].outer.end : verb.start]
        if not _STOP.search(between):
            return quotes[at - 1]
    if at < len(quotes) and quotes[at].outer.start < paragraph.end:
        between = text[verb.end : quotes[at].outer.start]
        if len(between) < 80 and between.rstrip()[-1:] in (",", ":", "") and not _STOP.search(between):
            return quotes[at]
    return None


def _clause(text: str, verb: Token, paragraph: Span) -> Span | None:
    """What follows "that" in the verb's sentence."""
    window = text[verb.end : min(paragraph.end, verb.end + 60)]
    that = re.search(r"\bthat\s+", window)
    if that is None or _STOP.search(window[: that.start()]):
        return None
    start = verb.end + that.end()
    stop = _STOP.search(text, start, min(paragraph.end, start + 600))
    end = stop.start() if stop else min(paragraph.end, start + 600)
    while end > start and text[end - 1] in ' \n\t,;:"”':
        end -= 1
    return Span(start, end) if end - start > 4 else None
