"""Chinese text cut into words: the cheapest way through dictionary words and possible names."""

import math
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cuibono.extract.chinese.dictionary import Dictionary, dictionary
from cuibono.extract.chinese.person_shapes import foreign_from, names_from, repeated
from cuibono.extract.chinese.script import HAN

_RUN = re.compile(
    rf"(?P<han>[{HAN}](?:[{HAN}]|·(?=[{HAN}]))*)|(?P<num>\d+(?:[.,]\d+)*)|(?P<lat>(?:(?![{HAN}])[^\W\d_])+)|(?P<mark>\S)"
)
_LONGEST_RUN = 2000


class Word(NamedTuple):
    """A word where it stands, in its simplified form, and its kind (ours, else as jieba tags it)."""

    start: int
    end: int
    text: str
    kind: str


def cut(view: str, known: Mapping[str, str]) -> list[Word]:
    """The words of a simplified view; ``known`` are words of this document with their kind, and come first."""
    found: list[Word] = []
    book = dictionary()
    again = repeated(view)
    reach = max(map(len, known), default=0)
    for run in _RUN.finditer(view):
        kind = run.lastgroup or "mark"
        if kind != "han":
            found.append(Word(run.start(), run.end(), run[0], kind))
            continue
        for start in range(run.start(), run.end(), _LONGEST_RUN):
            end = min(run.end(), start + _LONGEST_RUN)
            found.extend(_cheapest(view, start, end, _Ways(book, known, reach, again)))
    return found


class _Ways(NamedTuple):
    """What words may begin at a place."""

    book: Dictionary
    known: Mapping[str, str]
    reach: int
    again: frozenset[str]

    def at(self, view: str, start: int, end: int) -> Iterator[tuple[int, float, str]]:
        """Every word that can begin here: its end, its cost, its kind."""
        sign = view[start]
        yield start + 1, self.book.single(sign), self.book.kinds.get(sign, "?")
        for size in range(2, min(self.book.longest.get(view[start : start + 2], 0), end - start) + 1):
            word = view[start : start + size]
            if (cost := self.book.costs.get(word)) is not None:
                yield start + size, cost, self.book.kinds.get(word, "?")
        for size in range(2, min(self.reach, end - start) + 1):
            if kind := self.known.get(view[start : start + size]):
                yield start + size, 1.0, kind
        for stop, cost in names_from(view, start, end, self.again):
            yield stop, cost, "person"
        for stop, cost in foreign_from(view, start, end):
            yield stop, cost, "person"


def _cheapest(view: str, start: int, end: int, ways: _Ways) -> list[Word]:
    size = end - start
    best = [math.inf] * (size + 1)
    back: list[tuple[int, str]] = [(0, "")] * (size + 1)
    best[0] = 0.0
    for at in range(size):
        for stop, cost, kind in ways.at(view, start + at, end):
            if best[at] + cost < best[stop - start]:
                best[stop - start] = best[at] + cost
                back[stop - start] = (at, kind)
    found: list[Word] = []
    at = size
    while at > 0:
        since, kind = back[at]
        found.append(Word(start + since, start + at, view[start + since : start + at], kind))
        at = since
    return found[::-1]
