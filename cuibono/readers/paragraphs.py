"""Running text becomes passages: a paragraph each, a very long one cut at the ends of its sentences."""

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from cuibono.readers.contract import Piece

#: A paragraph longer than _LONG characters is cut into parts of about _PART.
_PART = 2000
_LONG = 3000
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)|[。！？；][”’」』）]*|\n")
_GAP = re.compile(r"\s")


def lines_of(file: TextIO) -> Iterator[str]:
    """The lines of a file, a very long one in several bites, so that no line need fit into memory."""
    while bite := file.readline(_LONG):
        yield bite


def pieces(lines: Iterable[str], *, first_line: int = 1) -> Iterator[Piece]:
    """A passage for every paragraph: what stands between blank lines.

    A paragraph of more than 3,000 characters becomes parts of about 2,000, cut after a sentence where one
    ends in the right place, else at a gap between words, else anywhere. ``place`` is "paragraph N" or
    "paragraph N, part M"; ``data`` has the number of the line that the passage begins on.
    """
    number, part, held, line, start, fresh = 1, 0, "", first_line, first_line, True
    for bite in lines:
        if fresh and not bite.strip() and bite.endswith("\n"):
            yield from _last(held, number, part, start)
            number, part, held = number + (1 if held.strip() or part else 0), 0, ""
        else:
            start = start if held else line
            held += bite
        fresh = bite.endswith("\n")
        line += fresh
        while len(held) > _LONG:
            at = cut_at(held)
            part += 1
            yield from _piece(held[:at], f"paragraph {number}, part {part}", start)
            start, held = start + held.count("\n", 0, at), held[at:]
    yield from _last(held, number, part, start)


def _last(text: str, number: int, part: int, line: int) -> Iterator[Piece]:
    place = f"paragraph {number}, part {part + 1}" if part else f"paragraph {number}"
    return _piece(text, place, line)


def _piece(text: str, place: str, line: int) -> Iterator[Piece]:
    bare = text.strip()
    if bare:
        before = len(text) - len(text.lstrip())
        yield Piece(bare, place, {"line": line + text.count("\n", 0, before)})


def cut_at(text: str) -> int:
    """Where to cut a long text: after the last sentence, else the last gap, in its second thousand characters."""
    window = _PART // 2
    for mark in (_SENTENCE_END, _GAP):
        ends = [m.end() for m in mark.finditer(text, window, _PART)]
        if ends:
            return ends[-1]
    return _PART


def parts(text: str) -> list[str]:
    """A block of text that is one passage already, cut like a paragraph where it is very long."""
    found, at = [], 0
    while len(text) - at > _LONG:
        end = at + cut_at(text[at : at + _LONG])
        found.append(text[at:end].strip())
        at = end
    return [part for part in (*found, text[at:].strip()) if part]


def of(blocks: Iterable[str]) -> Iterator[Piece]:
    """A passage for every block of text that is a paragraph already (of a web page, a letter)."""
    whole = (found for block in blocks if (found := parts(block)))
    for number, found in enumerate(whole, 1):
        for place, text in zip(places(f"paragraph {number}", len(found)), found, strict=True):
            yield Piece(text, place, {"paragraph": number})


def places(place: str, count: int) -> list[str]:
    """The places of the parts of one passage."""
    return [place] if count == 1 else [f"{place}, part {n}" for n in range(1, count + 1)]
