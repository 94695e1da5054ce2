"""Chinese text cut into sentences and clauses; what stands between quote marks is never cut."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from cuibono.extract.chinese.words import Word
from cuibono.extract.lexicon import words

_ENDS = frozenset("。！？!?；;")
_COMMAS = frozenset("，：,:")
_LONGEST, _LONGEST_QUOTE, _LONGEST_CLAUSE = 200, 400, 60  # words; text without marks is cut there
_LOOK_AHEAD = 40  # words after a quotation in which who said it may still be told


class Quote(NamedTuple):
    """A quotation: the numbers of the words that open and close it."""

    open: int
    close: int


class Clause(NamedTuple):
    """Words from ``first`` up to but not including ``last``; ``mark`` is what ends it."""

    first: int
    last: int
    mark: str


class Sentence(NamedTuple):
    """A sentence: its words by number, its clauses, the quotations in it."""

    first: int
    last: int
    clauses: tuple[Clause, ...]
    quotes: tuple[Quote, ...]

    def quote_at(self, at: int) -> Quote | None:
        """The quotation that a word stands in or opens or closes."""
        k = bisect_right(self.quotes, at, key=_opened) - 1
        return self.quotes[k] if k >= 0 and at <= self.quotes[k].close else None

    def clause_at(self, at: int) -> Clause:
        """The clause of a word."""
        k = bisect_right(self.clauses, at, key=_begun) - 1
        return self.clauses[max(0, k)]


def _opened(quote: Quote) -> int:
    return quote.open


def _begun(clause: Clause) -> int:
    return clause.first


def sentences(view: str, line: Sequence[Word]) -> list[Sentence]:
    """The sentences in order."""
    pairs = _pairs(view, line)
    found: list[Sentence] = []
    first, at = 0, 0
    quotes: list[Quote] = []
    while at < len(line):
        close = pairs.get(at)
        if close is not None:
            quotes.append(Quote(at, close))
            opened = _introduced(line, at)
            done = _full(line, close) and (opened or not _goes_on(line, close, pairs))
            at = close + 1
        else:
            done = line[at].text in _ENDS
            at += 1
        done = done or at - first > _LONGEST
        if done or at >= len(line) or "\n" in view[line[at - 1].end : line[at].start]:
            found.append(Sentence(first, at, _clauses(line, first, at, pairs), tuple(quotes)))
            first, quotes = at, []
    return found


def _pairs(view: str, line: Sequence[Word]) -> dict[int, int]:
    """The closing mark of every opening one; a quotation that a paragraph leaves open is none."""
    found: dict[int, int] = {}
    since: int | None = None
    for at, word in enumerate(line):
        if since is not None and "\n" in view[line[at - 1].end : word.start]:
            since = None
        if word.text == "“" and since is None:
            since = at
        elif word.text == "”" and since is not None:
            if at - since <= _LONGEST_QUOTE:
                found[since] = at
            since = None
    return found


def _introduced(line: Sequence[Word], at: int) -> bool:
    """Whether a cue of the clause before opens the quotation: 某某告诉记者，“."""
    if at < 2 or line[at - 1].text not in "：，":
        return False
    for k in range(at - 2, max(-1, at - 14), -1):
        if line[k].text in _COMMAS or line[k].text in _ENDS or line[k].text == "”":
            return False
        if line[k].text in words("chinese_speech", "say"):
            return True
    return False


def _full(line: Sequence[Word], close: int) -> bool:
    """Whether a quotation ends as a sentence ends."""
    return close > 0 and line[close - 1].text in _ENDS


def _goes_on(line: Sequence[Word], close: int, pairs: dict[int, int]) -> bool:
    """Whether who said it follows: 。”某某说。"""
    say = words("chinese_speech", "say")
    for at in range(close + 1, min(len(line) - 1, close + _LOOK_AHEAD)):
        text, after = line[at].text, line[at + 1].text
        if text in say and (after == "。" or (after in "，：" and at + 2 in pairs)):
            return True
        if text in _ENDS or at in pairs or text == "：":
            return False
    return False


def _clauses(line: Sequence[Word], first: int, last: int, pairs: dict[int, int]) -> tuple[Clause, ...]:
    found: list[Clause] = []
    since = at = first
    while at < last:
        close = pairs.get(at)
        if close is not None:
            at = close + 1
            continue
        if line[at].text in _COMMAS or line[at].text in _ENDS or at - since >= _LONGEST_CLAUSE:
            found.append(Clause(since, at, line[at].text))
            since = at + 1
        at += 1
    if since < last:
        found.append(Clause(since, last, ""))
    return tuple(found) or (Clause(first, last, ""),)
