"""spaCy's tokens, sentences, grammar and guesses at names, as our ``Analysis``; long texts in pieces."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from cuibono.extract.analysis import Analysis, Guess, Sentence, Token
from cuibono.extract.document import Document
from cuibono.extract.records import Span

#: The parser's memory grows with the length of a text: pieces of whole paragraphs keep it bounded.
_PIECE = 20_000
#: Marks without end in one piece: spaCy takes the square of their number to cut them, and they say nothing.
_MARKS = re.compile(r"[^\w\s]{40,}")
#: Halves of a character that a broken program left behind; spaCy cannot take them.
_HALVES = re.compile("[\ud800-\udfff]")
#: Who speaks, at the head of a line: what follows the colon is a sentence of its own, and the label not its subject.
_LABEL = re.compile(
    r"^(?P<who>[ \t>*_\[]{0,8}[A-Z][\w.'’-]{0,20}(?: [\w.'’-]{1,20}){0,4}[\]*_]{0,3})"
    r"(?: \([^()\n]{1,60}\))?:[*_]{0,3}[ \t]+(?=\S)",
    re.MULTILINE,
)
#: A label with a title is one though it comes but once.
_TITLED = re.compile(r"(?i:(?:mr|mrs|ms|miss|dr|prof|sir)\.? )(?=[A-Z])")

#: A heading between blank lines, without a mark at its end: what follows it begins anew.
_HEADING = re.compile(r"(?:\A|\n[ \t]*\n)[^\n]{1,100}[^\s.!?:,;\"”'’)](?=\n[ \t]*\n\s*(?P<next>[A-Z\d$€£“\"]))")
#: An item of a list, and a line behind a full stop, begin anew though no blank line stands before them.
_ITEM = re.compile(r"(?:^|\n)[ \t]{0,8}(?=(?P<next>[-*•–—‣·+]|\d{1,2}[.)])[ \t]+\S)")
_PARAGRAPH = re.compile(r"[\w.!?:\"”’)][ \t]*\n[ \t]*\n\s*(?=(?P<next>[A-Z\d$€£“\"]))")
_CELL = re.compile(r"\|[ \t]*(?=(?P<next>[^\s|]))")
_LINE = re.compile(r"[.!?][\"”’)]?[ \t]*\n[ \t]*(?=(?P<next>[A-Z\d“\"]))")
#: Two words of a name, or a small word and what it goes with: no sentence ends between them.
_UNPARTED = re.compile(r"\b(?:[A-Z][\w'’-]+|and|or|of|the|an?|in|to|by|with|for|at|from) (?=(?P<next>[A-Z]\w))")


def analyse(document: Document, pipeline: Any, view: str) -> Analysis:
    """Run the pipeline over a view of the text that is as long as the text itself."""
    assert len(view) == len(document.text)
    view = _HALVES.sub("\ufffd", view)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    guesses: list[Guess] = []
    shown = _MARKS.sub(_shortened, view)
    spoken = _labels(shown)
    for piece in _pieces(shown):
        doc = pipeline(_parted(pipeline.make_doc(piece.of(shown)), spoken))
        _take(doc, piece.start, tokens, sentences, guesses)
    return Analysis(view, tuple(tokens), tuple(sentences), tuple(guesses), parsed=True)


def _labels(text: str) -> frozenset[str]:
    """The labels that come back: what stands once before a colon is a heading, or opens a list."""
    counted = Counter(m["who"].strip() for m in _LABEL.finditer(text))
    return frozenset(label for label, times in counted.items() if times > 1 or _TITLED.match(label))


def _parted(doc: Any, spoken: frozenset[str]) -> Any:
    """The words of a piece with a sentence's beginning set behind every label and heading, and none within a name."""
    starts = {m.end() for m in _LABEL.finditer(doc.text) if m["who"].strip() in spoken} if spoken else set()
    starts |= {m.start("next") for m in _HEADING.finditer(doc.text)}
    starts |= {m.start("next") for pattern in (_ITEM, _LINE, _PARAGRAPH, _CELL) for m in pattern.finditer(doc.text)}
    inside = {m.start("next") for m in _UNPARTED.finditer(doc.text)} - starts
    begun = False
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = begun = True
        elif begun:
            token.is_sent_start = begun = False  # no item of a list is a number alone: "- 40 ships were sold"
        elif token.idx in inside:
            token.is_sent_start = False
    return doc


def _shortened(match: re.Match[str]) -> str:
    return match[0][:40] + " " * (len(match[0]) - 40)


def _take(doc: Any, shift: int, tokens: list[Token], sentences: list[Sentence], guesses: list[Guess]) -> None:
    numbers: dict[int, int] = {}
    kept = [t for t in doc if not t.is_space]
    for token in kept:
        numbers[token.i] = len(tokens) + len(numbers)
    base = len(tokens)
    for at, token in enumerate(kept):
        start = shift + token.idx
        place = (base + at, start, start + len(token.text), token.text, token.lemma_.lower() or token.lower_)
        head = numbers.get(token.head.i, base + at)
        tokens.append(Token(*place, token.pos_, token.tag_, token.dep_, head, token.ent_type_))
    for sentence in doc.sents:
        inside = [t for t in sentence if not t.is_space]
        if inside:
            first, last = numbers[inside[0].i], numbers[inside[-1].i]
            sentences.append(Sentence(tokens[first].start, tokens[last].end, first, last + 1))
    guesses.extend(Guess(shift + e.start_char, shift + e.end_char, e.label_) for e in doc.ents if e.text.strip())


def _pieces(text: str) -> Iterator[Span]:
    """Spans of at most a piece's length, cut at the best break near the end of each."""
    start = 0
    while start < len(text):
        end = min(start + _PIECE, len(text))
        if end < len(text):
            end = _cut(text, start, end)
        yield Span(start, end)
        start = end


def _cut(text: str, start: int, end: int) -> int:
    half = start + (end - start) // 2
    for mark in ("\n\n", "\n", ". ", " "):
        at = text.rfind(mark, half, end)
        if at >= 0:
            return at + len(mark)
    return end
