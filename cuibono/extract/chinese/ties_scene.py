"""What the rules for ties in Chinese share: the words with the names on them, and who is the subject."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cuibono.extract.chinese.sentences import Sentence
from cuibono.extract.chinese.words import Word
from cuibono.extract.lexicon import words
from cuibono.extract.records import Name, TieType


class Draft(NamedTuple):
    """A tie by the numbers of the words where its ends stand."""

    type: TieType
    subject: str
    object: str
    first: int
    last: int
    rule: str
    role: str | None = None
    referred: bool = False
    share: tuple[float, float] | None = None


@dataclass
class Scene:
    """The words of a document, the names that begin among them, and whom the last sentence named."""

    text: str
    line: Sequence[Word]
    at: dict[int, Name]
    ends: dict[int, int]
    last_person: str | None = None
    last_body: str | None = None
    bodies: dict[str, set[str]] = field(default_factory=dict)  # by the word that ends their name

    def name(self, at: int, *types: str) -> Name | None:
        """The name that begins at a word, if it is of one of the types."""
        found = self.at.get(self.line[at].start) if 0 <= at < len(self.line) else None
        return found if found and found.type in types else None

    def after(self, at: int) -> int:
        """The word after the name (or word) at a place."""
        stop = self.ends.get(self.line[at].start, self.line[at].end)
        at += 1
        while at < len(self.line) and self.line[at].start < stop:
            at += 1
        return at

    def before(self, at: int) -> int | None:
        """The word at which the name begins that ends right before a word."""
        stop = self.line[at].start
        for k in range(at - 1, max(-1, at - 4), -1):
            if self.line[k].start in self.at and self.ends[self.line[k].start] == stop:
                return k
        return None

    def word(self, at: int) -> str:
        """The word at a place, "" outside the text."""
        return self.line[at].text if 0 <= at < len(self.line) else ""


def subject_of(reader: Scene, sentence: Sentence, first: int, last: int, *types: str) -> tuple[str, int] | None:
    """The only person (or body) before a verb in its clause that nothing governs, else that of the clause before."""
    types = types or ("Person",)
    here = [k for k in range(first, last) if reader.name(k, *types) and not modifies(reader, k)]
    if len(here) == 1:
        return reader.at[reader.line[here[0]].start].id, here[0]
    if here:
        return None
    before = [c for c in sentence.clauses if c.last <= first]
    if not before or any(w.kind == "say" for w in reader.line[before[-1].first : before[-1].last]):
        return None
    there = [k for k in range(before[-1].first, before[-1].last) if reader.name(k, *types) and not modifies(reader, k)]
    return (reader.at[reader.line[there[0]].start].id, there[0]) if len(there) == 1 else None


def modifies(reader: Scene, at: int, *, joined: bool = True) -> bool:
    """Whether a name only describes what follows, or stands behind a preposition.

    With ``joined=False`` one behind "and" or "with" may be a subject beside another.
    """
    governs = ties_words("governs") | (ties_words("joins") if joined else frozenset())
    return reader.word(reader.after(at)) in ties_words("describes") or reader.word(at - 1) in governs


def ties_words(name: str) -> frozenset[str]:
    """A list of words that the rules for ties look for."""
    return words("chinese_ties", name)


def person_so_far(reader: Scene, sentence: Sentence, at: int) -> str | None:
    """The only person named in the sentence before a place, else the first of the sentence before."""
    inside = {n.id for a in range(sentence.first, at) if (n := reader.name(a, "Person"))}
    if len(inside) > 1:
        return None
    return next(iter(inside), reader.last_person)
