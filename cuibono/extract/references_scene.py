"""What has been named so far: each mention with its sentence, paragraph and grammatical place."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.records import Name, Span

_WIDEST = 60  # words that one word governs
_BACK = 40  # mentions; nothing farther back is meant by a pronoun


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention: its first and last token, its name, and whether it is a subject, owned by another, or in quotes."""

    first: int
    last: int
    span: Span
    name: Name
    sentence: int
    paragraph: int
    subject: bool
    governed: bool
    quoted: bool
    opens: bool


class Scene:
    """The mentions of a document in order."""

    def __init__(self, analysis: Analysis, names: Sequence[Name], labels: Sequence[Span] = ()) -> None:
        self.analysis = analysis
        self._labels = sorted(labels)
        self._below: dict[int, tuple[Token, ...]] = {}
        self._sentence_of: list[int] = [0] * len(analysis.tokens)
        for number, sentence in enumerate(analysis.sentences):
            self._sentence_of[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
        self._paragraph_of, self._quoted = _paragraphs(analysis)
        self.placed = sorted(self._all(names), key=lambda p: p.first)
        self._firsts = [p.first for p in self.placed]

    def _all(self, names: Sequence[Name]) -> Iterator[Placed]:
        analysis = self.analysis
        for name in names:
            for span in name.mentions:
                inside = analysis.tokens_in(span)
                if not inside or self._labelled(span):
                    continue
                head = analysis.root(span) or inside[-1]
                following = analysis.tokens[inside[-1].i + 1 : inside[-1].i + 2]
                owned = bool(following) and following[0].text in ("'s", "’s", "'", "’") and following[0].tag != "VBZ"
                sentence = self.sentence(inside[0].i)
                opens = inside[0].i - analysis.sentences[sentence].first <= 2 if analysis.sentences else False
                yield Placed(
                    inside[0].i, inside[-1].i, span, name, sentence, self.paragraph(inside[0].i),
                    self._is_subject(head) and not owned, owned or head.dep in ("pobj", "compound", "poss"),
                    self.quoted(inside[0].i), opens,
                )  # fmt: skip

    def _is_subject(self, head: Token) -> bool:
        """A subject, or what is set beside one: "his daughter, X, ..."."""
        above = self.analysis.tokens[head.head] if head.dep == "appos" else head
        return above.dep in ("nsubj", "nsubjpass")

    def children(self, token: Token) -> tuple[Token, ...]:
        """What a token governs; of a heap of words without a sentence only the first."""
        if token.i not in self._below:
            self._below[token.i] = self.analysis.children(token)[:_WIDEST]
        return self._below[token.i]

    def _labelled(self, span: Span) -> bool:
        """Whether the name only labels a turn."""
        at = bisect_left(self._labels, (span.end, 0)) - 1
        return at >= 0 and span.within(self._labels[at])

    def sentence(self, number: int) -> int:
        """The number of the sentence over a token."""
        return self._sentence_of[number]

    def paragraph(self, number: int) -> int:
        """The number of the paragraph over a token."""
        return self._paragraph_of[number]

    def quoted(self, number: int) -> bool:
        """Whether a token stands within quote marks."""
        return self._quoted[number]

    def before(self, number: int) -> Iterator[Placed]:
        """The mentions before a token in its paragraph and the one before, nearest first."""
        here = self.paragraph(number)
        at = bisect_left(self._firsts, number) - 1
        stop = max(-1, at - _BACK)
        while at > stop and here - self.placed[at].paragraph <= 1:
            if self.placed[at].last < number:
                yield self.placed[at]
            at -= 1

    def over(self, number: int) -> Placed | None:
        """The mention over a token."""
        at = bisect_left(self._firsts, number + 1) - 1
        return self.placed[at] if at >= 0 and number <= self.placed[at].last else None


def _paragraphs(analysis: Analysis) -> tuple[list[int], list[bool]]:
    """Paragraph numbers (a blank line, or a line end where none are blank) and quoting, for each token."""
    numbers, quoted = [], []
    number, inside, end = 0, False, 0
    for token in analysis.tokens:
        gap = analysis.text[end : token.start]
        if "\n" in gap:
            number += gap.count("\n") > 1
            if gap.count("\n") > 1:
                inside = False
        if token.text in ("“", "``"):
            inside = True
        elif token.text in ("”", "''"):
            inside = False
        elif token.text == '"':
            inside = not inside
        numbers.append(number)
        quoted.append(inside)
        end = token.end
    return numbers, quoted
