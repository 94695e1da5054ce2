"""A text cut into sentences and tokens, with grammar when a parser was there; the ground of all stages."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cuibono.extract.records import Span


class Token(NamedTuple):
    """One word or mark; ``i`` is its number, ``head`` the number of the token that governs it (its own for a root).

    ``tag`` is Penn Treebank, ``pos`` Universal Dependencies, ``dep`` ClearNLP as in spaCy's English models.
    Without a parser pos, tag and dep are empty, lemma is the word in lower case, head its own index.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str = ""
    tag: str = ""
    dep: str = ""
    head: int = 0
    label: str = ""  # of the named entity it lies in (OntoNotes), as a model sees it

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Sentence(NamedTuple):
    """A sentence: its span, and its tokens from ``first`` up to but not including ``last``."""

    start: int
    end: int
    first: int
    last: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Guess(NamedTuple):
    """A named entity as a model sees it (OntoNotes label), before we look at it ourselves."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Analysis:
    """Sentences and tokens of ``text``: the original, or a repaired view of the same length."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    guesses: tuple[Guess, ...] = ()
    parsed: bool = False

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _children(self) -> list[list[int]]:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return below

    def token_at(self, offset: int) -> Token | None:
        """The token over a character, or None between tokens."""
        at = bisect_right(self._starts, offset) - 1
        return self.tokens[at] if at >= 0 and offset < self.tokens[at].end else None

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that touch a span."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        if first < len(self.tokens) and self.tokens[first].end <= span.start:
            first += 1
        last = first
        while last < len(self.tokens) and self.tokens[last].start < span.end:
            last += 1
        return self.tokens[first:last]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence over a character; between two, the one before."""
        at = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[at] if at >= 0 else None

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def children(self, token: Token) -> tuple[Token, ...]:
        """The tokens that a token governs, in order."""
        return tuple(self.tokens[i] for i in self._children[token.i])

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """A token and all that hangs below it, in order."""
        found, todo = [token.i], [token.i]
        while todo:
            below = self._children[todo.pop()]
            found += below
            todo += below
        return tuple(self.tokens[i] for i in sorted(found))

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Those that govern a token, nearest first."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def root(self, span: Span) -> Token | None:
        """The token of a span that governs the others in it: its head word."""
        inside = self.tokens_in(span)
        for token in inside:
            above = self.tokens[token.head]
            if token.head == token.i or not (span.start <= above.start < span.end):
                return token
        return inside[-1] if inside else None
