"""What the stages of finding turns share: the text in its repaired view, its blocks, sentences and people."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from cuibono.extract.analysis import Analysis
from cuibono.extract.records import Span
from cuibono.extract.sections import Blocks
from cuibono.extract.turns_introductions import Masked, masked
from cuibono.extract.turns_people import People


@dataclass(frozen=True, slots=True)
class Script:
    """A text on the way to its turns."""

    view: str
    analysis: Analysis
    blocks: Blocks
    people: People

    def sentences(self, span: Span) -> Iterator[Span]:
        """The sentences that touch a span, cut to it and at the breaks of blocks."""
        sentences = self.analysis.sentences
        at = max(0, bisect_left(sentences, span.start, key=lambda s: s.end))
        while at < len(sentences) and sentences[at].start < span.end:
            sentence = sentences[at]
            at += 1
            cut = Span(max(sentence.start, span.start), min(sentence.end, span.end))
            if self.blocks.torn:
                yield _bare(self.view, cut)
            else:
                yield from (_bare(self.view, b.span) for b in self.blocks.within(cut))

    def masked(self, span: Span) -> Masked:
        """A sentence whose persons are numbers."""
        return masked(self.view, span, self.people)

    def bare(self, span: Span) -> Span:
        """A span without the blanks and hanging marks around it."""
        return _bare(self.view, span)


def _bare(view: str, span: Span) -> Span:
    start, end = span
    while start < end and (view[start].isspace() or view[start] == ">"):
        start += 1
    if view[start : start + 2] in ("- ", "– ", "— ") and end - start > 2:
        return _bare(view, Span(start + 2, end))
    while end > start and view[end - 1].isspace():
        end -= 1
    return Span(start, end)
