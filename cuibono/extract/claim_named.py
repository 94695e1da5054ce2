"""Which name a word is of: the name written over it, the one it refers to, or the one that its phrase tells of."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.lexicon import words
from cuibono.extract.records import Found, Name, Span

#: Who speaks, in a speaker's own words.
ME = frozenset({"i", "we", "my", "our", "me", "us"})
_OF_PERSONS = ("role", "job", "chief", "aide", "agent", "retainer", "kin", "mutual_kin", "founder", "owner", "member")


class NamesAt:
    """Looks up the names of a text by where they stand."""

    def __init__(self, analysis: Analysis | None, found: Found) -> None:
        self._analysis = analysis
        named = sorted((span, n) for n in found.names if not n.unnamed for span in n.mentions)
        self._spans = [span for span, _ in named]
        self._names = [n for _, n in named]
        self.by_id = {n.id: n for n in found.names}
        self.references = {r.span.start: r.name for r in found.references}

    def between(self, start: int, end: int) -> Sequence[Name]:
        """The names that begin in a stretch of text, in order."""
        return self._names[bisect_left(self._spans, Span(start, 0)) : bisect_left(self._spans, Span(end, 0))]

    def named(self, token: Token) -> Name | None:
        """The name over a token."""
        at = bisect_left(self._spans, Span(token.start + 1, 0)) - 1
        return self._names[at] if at >= 0 and token.start < self._spans[at].end else None

    def at(self, token: Token) -> str | None:
        """The name over a token, or the one that it refers to."""
        named = self.named(token)
        if named is not None:
            return named.id
        if token.start in self.references:
            return self.references[token.start]
        for child in self._analysis.children(token) if self._analysis is not None else ():
            if child.dep == "det" and child.start in self.references:
                return self.references[child.start]
        return None

    def of_phrase(self, head: Token, tokens: Sequence[Token]) -> Iterator[str]:
        """The names by which a subject is told: itself, the name beside it, whose it is; of persons not whose."""
        analysis = self._analysis
        assert analysis is not None
        if name := self.at(head):
            yield name
        below = analysis.children(head)
        for child in below:
            if child.dep == "appos" or (child.dep in ("compound", "nmod") and child.i > head.i):
                beside = self.named(child)
                if beside is not None and beside.type != "Location":
                    yield beside.id
        if any(head.lemma.lower() in words("ties_nouns", r) for r in _OF_PERSONS):
            return
        for child in below:
            if (
                child.dep in ("poss", "compound", "nmod")
                and child.text.lower() not in ME
                and not (child.dep != "poss" and self._is_other(head, child))
                and (name := self.at(child))
            ):
                yield name
            if child.dep == "prep" and child.lemma == "of":
                for inner in analysis.children(child):
                    if inner.dep == "pobj" and (owner := self.owner(inner)):
                        yield owner
            if child.dep == "conj" and (name := self.at(child)):
                yield name

    def owner(self, token: Token) -> str | None:
        """The name behind "of": itself, or whose it is ("of China's factories")."""
        analysis = self._analysis
        assert analysis is not None
        named = self.named(token)
        if named is not None:
            return named.id
        return next((n.id for c in analysis.children(token) if c.dep == "poss" and (n := self.named(c))), None)

    def _is_other(self, head: Token, part: Token) -> bool:
        """Whether a name is only a part of what is named: of a longer name ("Elm Family Trust"), or of an event."""
        if self.named(head) is not None:
            return False
        longer = head.tag in ("NNP", "NNPS") and head.i > part.i and head.text[:1].isupper()
        return longer or head.lemma.lower() in words("claim_kinds", "occurrence")
