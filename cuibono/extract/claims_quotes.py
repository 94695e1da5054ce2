"""Where quoted words stand: marks of every kind, nested, over several paragraphs, or never closed."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from cuibono.extract.records import Span

_PAIRS = {"“": "”", "「": "」", "『": "』", "«": "»", "‘": "’"}
_BREAK = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_MARK = re.compile('["“”„‟「」『』«»‘’＂]')
_EDGE = " \t\r\n\u00a0,.;:，。；：、"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quote marks: ``span`` without the marks and end stop, ``outer`` with them.

    ``closed`` is false where the closing mark is missing and the paragraph's end stands in for it.
    """

    span: Span
    outer: Span
    closed: bool = True


class Paragraphs:
    """The paragraphs of a text, and which one an offset lies in."""

    def __init__(self, text: str) -> None:
        breaks = list(_BREAK.finditer(text)) or list(re.finditer(r"\n\s*", text))
        starts = [0, *(b.end() for b in breaks)]
        ends = [*(b.start() for b in breaks), len(text)]
        self.spans = [Span(s, e) for s, e in zip(starts, ends, strict=True)]
        self._starts = starts

    def number(self, offset: int) -> int:
        """The number of the paragraph over (or last before) an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def at(self, offset: int) -> Span:
        """The paragraph over (or last before) an offset."""
        return self.spans[self.number(offset)]


def quotations(text: str, paragraphs: Paragraphs) -> list[Quotation]:
    """The outermost quotations in order; one that each paragraph opens anew counts as one."""
    found: list[Quotation] = []
    for paragraph in paragraphs.spans:
        for quote in _in_paragraph(text, paragraph):
            if found and _goes_on(text, found[-1], quote, paragraph):
                quote = Quotation(
                    Span(found[-1].span.start, quote.span.end),
                    Span(found[-1].outer.start, quote.outer.end),
                    quote.closed,
                )
                found.pop()
            found.append(quote)
    return found


def _goes_on(text: str, before: Quotation, quote: Quotation, paragraph: Span) -> bool:
    if before.closed or quote.outer.start != paragraph.start or text[before.outer.start] != text[quote.outer.start]:
        return False
    return not text[before.outer.end : quote.outer.start].strip()


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Quotation]:
    opened: int | None = None
    depth = 0
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        at, mark = match.start(), match.group()
        if opened is None:
            if _opens(text, at, mark):
                opened, depth = at, 0
            continue
        if _nests(text, opened, at, mark):
            depth += 1
        elif _closes(text, opened, at, mark):
            if depth:
                depth -= 1
                continue
            yield from _cut(text, opened, at, closed=True)
            opened = None
    if opened is not None:
        yield from _unclosed(text, opened, paragraph)


def _opens(text: str, at: int, mark: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in "“„「『«":
        return True
    if mark == "‘":
        return not before.isalnum() and after.isalpha()
    if mark in '"＂‟':
        return not after.isspace() and after != "" and not (before.isalnum() or before in {".", ",", "?", "!"})
    return False


def _nests(text: str, opened: int, at: int, mark: str) -> bool:
    return mark == text[opened] and mark in "“「『«"


def _closes(text: str, opened: int, at: int, mark: str) -> bool:
    kind, before, after = text[opened], text[at - 1 : at], text[at + 1 : at + 2]
    if kind == "‘":  # the same mark is the apostrophe
        return mark == "’" and not after.isalnum() and (before in ".,?!…" or before != "s")
    if kind in "“„":
        return mark in '”"' or (mark == "“" and kind == "„")
    if kind in '"＂‟':
        return mark in '"”＂'
    return mark == _PAIRS.get(kind)


def _unclosed(text: str, opened: int, paragraph: Span) -> Iterator[Quotation]:
    """The rest of a paragraph after an opening mark that stays open; a lone single mark is an apostrophe."""
    if text[opened] != "‘":
        yield from _cut(text, opened, paragraph.end, closed=False)


def _cut(text: str, opened: int, end: int, *, closed: bool) -> Iterator[Quotation]:
    start, stop = opened + 1, end
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1] in _EDGE:
        stop -= 1
    if stop > start:
        yield Quotation(Span(start, stop), Span(opened, end + closed), closed)
