"""The blocks of a text: paragraphs of speech or prose, headings of parts, and boilerplate that nobody speaks."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal

from cuibono.extract.lexicon import words
from cuibono.extract.records import Span

BlockKind = Literal["text", "heading", "boilerplate"]
_LINE = re.compile(r"[^\n]+")
_SMALL_CUE = 110  # characters: subtitles seldom have longer cues
_LONG_HEADING = 90
_LONG_BOILERPLATE = 450
_STOPS = ".!?…。！？\"”’'),;"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph without the blanks around it; ``section`` is the heading that it stands under."""

    span: Span
    kind: BlockKind
    section: str = ""


class Blocks:
    """The blocks of a text in order; ``torn`` where its breaks are those of subtitles and mean nothing."""

    def __init__(self, view: str) -> None:
        spans = list(_paragraphs(view))
        self.torn = _torn(view, spans)
        self.all = tuple(_under_headings(view, [Block(s, "text") for s in spans], self.torn))
        self._starts = [b.span.start for b in self.all]

    def at(self, offset: int) -> int:
        """The number of the block over (or last before) an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def within(self, span: Span) -> Iterator[Block]:
        """The blocks that touch a span, cut to it."""
        for at in range(self.at(span.start), len(self.all)):
            block = self.all[at]
            if block.span.start >= span.end:
                return
            cut = Span(max(block.span.start, span.start), min(block.span.end, span.end))
            if cut.start < cut.end:
                yield replace(block, span=cut)


def _paragraphs(view: str) -> Iterator[Span]:
    """Lines between blank lines; each line for itself where the text hardly has blank lines."""
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(view) if m[0].strip()]
    gaps = sum(view.count("\n", a.end, b.start) > 1 for a, b in pairwise(lines))
    alone = gaps * 4 < len(lines)
    held: Span | None = None
    for line in lines:
        if held is not None and not alone and view.count("\n", held.end, line.start) == 1:
            held = Span(held.start, line.end)
            continue
        if held is not None:
            yield _bare(view, held)
        held = line
    if held is not None:
        yield _bare(view, held)


def _bare(view: str, span: Span) -> Span:
    text = span.of(view)
    return Span(span.start + len(text) - len(text.lstrip()), span.end - len(text) + len(text.rstrip()))


def _torn(view: str, spans: list[Span]) -> bool:
    """Whether the breaks are those of subtitles: many short pieces, half of them without an end."""
    if len(spans) < 12 or sum(s.end - s.start for s in spans) > _SMALL_CUE * len(spans):
        return False
    marked = sum(view.startswith((">>", "-", "–"), s.start) for s in spans)
    open_ends = sum(view[s.end - 1] not in _STOPS + ":" for s in spans)
    return open_ends * 2 > len(spans) and marked * 2 < len(spans)


def _under_headings(view: str, blocks: list[Block], torn: bool) -> Iterator[Block]:
    section = ""
    for at, block in enumerate(blocks):
        text = block.span.of(view)
        kind: BlockKind = "text"
        if is_boilerplate(text):
            kind = "boilerplate"
        elif not torn and at + 1 < len(blocks) and is_heading(text):
            kind, section = "heading", " ".join(text.split())
        yield Block(block.span, kind, section)


def is_heading(text: str) -> bool:
    """A short line that names a part and is no sentence."""
    if len(text) > _LONG_HEADING or "\n" in text or text[-1] in '.!…,;:"”' or text[0] in '"“>-–([*•':
        return False
    parts = text.split()
    if _numbered(parts):
        return True
    if not 1 <= len(parts) <= 12 or (": " in text[:30] and not text.isupper() and len(parts) > 8):
        return False
    large = sum(p[:1].isupper() or p[:1].isdigit() for p in parts)
    return large == len(parts) or (len(parts) > 2 and large * 2 >= len(parts) and text[-1] != "?")


def _numbered(parts: list[str]) -> bool:
    first = parts[0].strip(":.").lower()
    return first in words("turns", "heading") and len(parts) <= 12


#: Words that pages and people share: where sentences follow each other, they are people's.
_EVERYDAY = re.compile(r"advertisement|newsletter|cookie")
_SUMMED = re.compile(r"\w[.!?]\s+\w[^.!?]*\w[.!?]")


def is_boilerplate(text: str) -> bool:
    """Whether it is what a page says about itself: a copyright line, a form to sign up."""
    if len(text) > _LONG_BOILERPLATE:
        return False
    low = text.lower()
    if _SUMMED.search(low) is not None:
        low = _EVERYDAY.sub(" ", low)
    return any(phrase in low for phrase in words("turns", "boilerplate"))


@cache
def _phrases(name: str) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(p) for p in sorted(words("turns", name), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)" if name != "guest_talk" else rf"(?<!\w)(?:{alternatives})")


def count(name: str, low: str) -> int:
    """How many phrases of a list of the lexicon stand in a text in lower case."""
    return len(_phrases(name).findall(low))
