"""A sentence as a row of names, tying nouns and small words, each with one letter for its sort.

Rules then look at the letters, so that a name of five words is one place, and a rule is short:
``N`` name (or what stands for one), ``R`` tying noun, ``m`` modifier, ``d`` article, ``p`` preposition,
``s`` possessive, ``&`` and, ``b`` a form of be, ``a`` auxiliary, ``v`` verb, ``u`` adverb, ``q`` "as", ``w`` who or
which, ``o`` open pronoun, ``x`` open possessive, ``k`` conjunction,
``j`` adjective, ``n`` noun, ``C`` unknown word written large,
``#`` number; marks stand for themselves.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from cuibono.extract import ties_lexicon as lexicon
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.lexicon import words
from cuibono.extract.records import Found, Name, Span

_WIDEST = 60  # words that one word governs
_LONGEST = 240  # tokens; what runs on longer is looked at in pieces
_MARKS = {",": ",", "(": "(", ")": ")", "–": "-", "—": "-", "--": "-", "-": "-", ":": ":", ";": ";", ".": "."}
_QUOTES = frozenset("\"“”‘’'`«»``''")
_CLASSES = (
    ("as", "q"), ("and", "&"), ("be", "b"), ("auxiliary", "a"), ("adverb", "u"), ("then", "m"), ("own", "x"),
    ("relative", "w"), ("open", "o"), ("article", "d"), ("preposition", "p"),
)  # fmt: skip
_TAGS = (("VB", "v"), ("RB", "u"), ("JJ", "j"), ("DT", "d"), ("TO", "i"), ("RP", "i"), ("PRP", "o"), ("EX", "o"))


class Item(NamedTuple):
    """One place in the row: tokens ``first`` up to ``last``, its sort, and whose name it is."""

    at: int
    first: int
    last: int
    sort: str
    text: str
    name: str | None = None
    kind: str = ""
    sure: float = 1.0
    by_reference: bool = False
    by_model: bool = False
    groups: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    unnamed: bool = False


class Mark(NamedTuple):
    """A mention or reference as tokens ``first`` up to ``last``."""

    first: int
    last: int
    name: Name
    sure: float
    by_reference: bool
    by_model: bool
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A sentence's items, their letters in one string, and where it lies; ``below`` is what all rows looked up."""

    analysis: Analysis
    span: Span
    items: tuple[Item, ...]
    below: dict[int, tuple[Token, ...]]

    @cached_property
    def letters(self) -> str:
        """The sorts of the items, one letter each."""
        return "".join(i.sort for i in self.items)

    @cached_property
    def _of_token(self) -> dict[int, Item]:
        return {number: item for item in self.items for number in range(item.first, item.last)}

    def item_of(self, number: int) -> Item | None:
        """The item over a token."""
        return self._of_token.get(number)

    def children(self, token: Token) -> tuple[Token, ...]:
        """What a token governs; of a heap of words without a sentence only the first."""
        if token.i not in self.below:
            self.below[token.i] = self.analysis.children(token)[:_WIDEST]
        return self.below[token.i]

    def letter(self, at: int) -> str:
        """The sort at a place, a blank outside the sentence."""
        return self.letters[at] if 0 <= at < len(self.letters) else " "

    def head(self, item: Item) -> Token:
        """The token that governs the others of an item: its head word."""
        for token in self.analysis.tokens[item.first : item.last]:
            if not item.first <= token.head < item.last or token.head == token.i:
                return token
        return self.analysis.tokens[item.last - 1]


class Rows:
    """Cuts a document into rows of items."""

    def __init__(self, analysis: Analysis, found: Found) -> None:
        self.analysis = analysis
        self._below: dict[int, tuple[Token, ...]] = {}
        self._marks = _marks(analysis, found)
        self._starts = [m.first for m in self._marks]

    def __iter__(self) -> Iterator[Row]:
        for first, last in self._pieces():
            row = self._row(first, last)
            if any(i.sort == "N" for i in row.items):
                yield row

    def _pieces(self) -> Iterator[tuple[int, int]]:
        """Sentences, cut where a blank line runs through and where they are longer than any sentence."""
        tokens, text = self.analysis.tokens, self.analysis.text
        for sentence in self.analysis.sentences:
            first = sentence.first
            for at in range(first + 1, sentence.last):
                gap = text[tokens[at - 1].end : tokens[at].start] if tokens[at].start - tokens[at - 1].end > 1 else ""
                if gap.count("\n") > 1 or at - first >= _LONGEST:
                    yield first, at
                    first = at
            yield first, sentence.last

    def _row(self, first: int, last: int) -> Row:
        items: list[Item] = []
        at = first
        number = bisect_right(self._starts, first - 1)
        while at < last:
            while number < len(self._marks) and self._marks[number].first < at:
                number += 1
            mark = self._marks[number] if number < len(self._marks) else None
            if mark is not None and mark.first == at:
                items += self._named(len(items), mark)
                at = mark.last
                continue
            wall = min(last, mark.first) if mark is not None else last
            if whose := _whose(self.analysis.tokens[at], items):
                items += whose
                at += 1
                continue
            item = _plain(self.analysis.tokens, at, wall, items)
            items.append(item)
            at = item.last
        tokens = self.analysis.tokens
        return Row(self.analysis, Span(tokens[first].start, tokens[last - 1].end), tuple(items), self._below)

    def _named(self, at: int, mark: Mark) -> list[Item]:
        """A name's item; of "his" and "its" a possessive after it, as if the name itself stood there."""
        tokens = self.analysis.tokens
        low = tokens[mark.first].text.lower()
        item = Item(
            at, mark.first, mark.last, "N", low, mark.name.id, lexicon.LETTER[mark.name.type], mark.sure,
            mark.by_reference, mark.by_model, more=mark.more, unnamed=mark.name.unnamed,
        )  # fmt: skip
        if mark.by_reference and low in words("ties_small", "own") and mark.last == mark.first + 1:
            if low == "her" and tokens[mark.first].tag == "PRP":
                return [item]
            return [item, Item(at + 1, mark.first, mark.first, "s", "'s")]
        return [item]


def _marks(analysis: Analysis, found: Found) -> list[Mark]:
    """Mentions and references as stretches of tokens, in order, none over another."""
    modelled = {m.span for m in found.mentions if m.by == "model"}
    by_id = {n.id: n for n in found.names}
    placed: list[tuple[Span, Name, float, bool]] = []
    placed += [(span, n, 1.0, False) for n in found.names for span in n.mentions]
    placed += [(r.span, by_id[r.name], r.confidence, True) for r in found.references if r.name in by_id]
    marks: list[Mark] = []
    for span, name, sure, by_reference in sorted(placed, key=lambda p: (p[0].start, p[3], -p[0].end)):
        tokens = analysis.tokens_in(span)
        if tokens and marks and by_reference and marks[-1].by_reference and tokens[0].i == marks[-1].first:
            marks[-1] = marks[-1]._replace(more=(*marks[-1].more, name.id))
            continue
        if not tokens or (marks and tokens[0].i < marks[-1].last):
            continue
        marks.append(Mark(tokens[0].i, tokens[-1].i + 1, name, sure, by_reference, span in modelled))
    return marks


def _whose(token: Token, before: Sequence[Item]) -> list[Item]:
    """ "X, whose father ...": what follows is X's."""
    if token.text.lower() != "whose":
        return []
    near = [i for i in before[-2:] if i.sort != ","]
    if not near or near[-1].sort != "N" or before[-1].sort not in "N,":
        return []
    at = len(before)
    item = near[-1]._replace(at=at, first=token.i, last=token.i + 1, text="whose", sure=0.9, by_reference=True)
    return [item, Item(at + 1, token.i, token.i, "s", "'s")]


def _plain(tokens: Sequence[Token], at: int, wall: int, before: Sequence[Item]) -> Item:
    """The item of a word or of a phrase of the lexicon that begins here."""
    token = tokens[at]
    low = token.text.lower()
    for parts in lexicon.longest(low):
        end = at + len(parts)
        if end <= wall and _matches(tokens[at:end], parts):
            return _noun(len(before), at, end, " ".join(parts), token)
    last = before[-1].sort if before else " "
    if low in ("'s", "’s", "'", "’") and token.tag != "VBZ" and last in "NRnCj":
        return Item(len(before), at, at + 1, "s", "'s")
    if token.text == "-" and 0 < at < len(tokens) - 1 and tokens[at - 1].end == token.start:
        return Item(len(before), at, at + 1, "j", low)
    groups = _groups(token, low)
    if groups and _is_noun(token, tokens, at, wall):
        return Item(len(before), at, at + 1, "R", low, groups=groups)
    return Item(len(before), at, at + 1, _sort(token, low, last), low)


def _matches(tokens: Sequence[Token], parts: Sequence[str]) -> bool:
    """Whether a phrase stands there, its last word perhaps in the plural."""
    if tokens[-1].text.lower() != parts[-1] and tokens[-1].lemma != parts[-1]:
        return False
    return all(t.text.lower() == p for t, p in zip(tokens[:-1], parts[:-1], strict=True))


def _noun(at: int, first: int, end: int, phrase: str, token: Token) -> Item:
    return Item(at, first, end, "R", phrase, groups=lexicon.noun_groups()[phrase])


def _groups(token: Token, low: str) -> tuple[str, ...]:
    known = lexicon.noun_groups()
    return known.get(low) or known.get(token.lemma) or ()


def _is_noun(token: Token, tokens: Sequence[Token], at: int, wall: int) -> bool:
    """Whether the word stands as a noun here; "chair" and "head" are verbs too, "general" an adjective."""
    if token.tag.startswith("VB") or token.tag in ("MD", "IN", "RB"):
        return token.tag == "VB" and token.lemma not in lexicon.verb_frames()
    if token.tag == "JJ" and token.text.lower() in lexicon.modifiers():
        following = tokens[at + 1] if at + 1 < wall else None
        return following is None or following.tag not in ("NN", "NNS", "JJ", "NNP")
    return True


def _sort(token: Token, low: str, last: str) -> str:
    if token.text in _MARKS:
        return _MARKS[token.text]
    if token.text in _QUOTES:
        return '"'
    if low == "to":
        return "a" if token.pos == "PART" or token.dep == "aux" else "p"
    if token.dep == "mark" and low not in ("to", "as"):
        return "k"
    if low in _closed():
        return _closed()[low]
    if token.tag in ("WDT", "WP"):
        return "w"
    if token.text[:1].isdigit() or token.tag == "CD":
        return "#"
    return _by_tag(token, low)


@cache
def _closed() -> dict[str, str]:
    """The letter of each small word; a word in two classes has that of the first."""
    letters: dict[str, str] = {}
    for name, letter in _CLASSES:
        for word in words("ties_small", name):
            letters.setdefault(word, letter)
    return letters


def _by_tag(token: Token, low: str) -> str:
    if low in lexicon.modifiers():
        return "m"
    if token.tag == "IN":
        return "p"
    for start, letter in _TAGS:
        if token.tag.startswith(start):
            return letter
    if token.text[:1].isupper() and (token.tag.startswith("NNP") or not token.tag):
        return "C"
    return "n" if token.tag.startswith("NN") or (not token.tag and low.isalpha()) else "z"
