"""Whom a noun or a pronoun stands for: a name, or what the sentences before were about ("it", "they", "its share")."""

import re
from collections.abc import Sequence

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claim_named import ME, NamesAt
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.claim_we import Bodies, counts_its_own, is_ours
from cuibono.extract.lexicon import words
from cuibono.extract.records import Span

#: Pronouns for things.
THINGS = frozenset({"it", "this", "that"})
#: What a name behind these is outside of.
OUTSIDE = frozenset(
    {"outside", "except", "excluding", "without", "beyond", "besides", "apart", "than", "against", "unlike"}
)
_HE = frozenset({"he", "she"})
_MANY = frozenset({"they", "these", "those", "both"})
_BACK = 3  # sentences back that a pronoun is followed
_TOPIC = 1_200  # characters back that a text keeps to what it is about
_LONG = 12  # words of a subject that are shown
#: How a number is told to be one of all: "a total of 40 lamps".
_TOTAL = re.compile(r"^(?:a|the) (?:grand |combined )?total of (?=\d|\w+ \w)", re.IGNORECASE)
_HOW_MUCH = re.compile(r"\bhow (?:much|large|big|many)\b|\bwhat (?:share|part|portion)\b|\bshare of\b", re.IGNORECASE)


class Meant:
    """Follows what a claim only points at back to what it means."""

    def __init__(self, analysis: Analysis | None, names: NamesAt, bodies: Bodies) -> None:
        self._analysis = analysis
        self._names = names
        self._bodies = bodies

    def of(self, head: Token, tokens: Sequence[Token], view: ClaimView | None) -> tuple[str | None, str]:
        """The name that a subject means, and the words that it stands in."""
        low = head.text.lower()
        if low in ME and view is not None and (view.claim.speaker or self._bodies.of_text(view.claim)):
            return self._who_speaks(low, view), head.text
        if low in _HE | THINGS | _MANY:
            return self._pointed(head, view)
        analysis = self._analysis
        assert analysis is not None
        if head.i and analysis.tokens[head.i - 1].text.lower() in OUTSIDE:
            return None, Span(analysis.tokens[head.i - 1].start, head.end).of(analysis.text)
        name = next(self._names.of_phrase(head, tokens), None) or self._its(head)
        ours = view is not None and (is_ours(analysis, head) or self._speaks_for(head, view))
        if name is None and view is not None and ours:
            name = self._bodies.speaking(view.claim)
        run = clauses.contiguous(clauses.phrase(analysis, tokens, head), head)
        while len(run) > 1 and run[0].text.lower() in ("that", "which", "and", "but"):
            run = run[1:]
        shown = " ".join(Span(run[0].start, run[min(len(run), _LONG) - 1].end).of(analysis.text).split())
        return name, _TOTAL.sub("", shown)

    def _who_speaks(self, low: str, view: ClaimView) -> str | None:
        """Whom "I" and "we" mean: who speaks, or the body whose text it is or whose numbers are told."""
        own = self._bodies.of_text(view.claim) if low in ("we", "us") else None
        body = self._bodies.of(view.claim.speaker) if low == "we" and counts_its_own(view) else None
        return body or own or view.claim.speaker

    def _speaks_for(self, head: Token, view: ClaimView) -> bool:
        """Whether "the party" is the one that the speaker heads, if its name has the word or could have any."""
        body = self._names.by_id.get(self._bodies.of(view.claim.speaker) or "")
        analysis = self._analysis
        assert analysis is not None
        below = analysis.children(head)
        if body is None or view.claim.mode == "turn" or len(below) != 1 or below[0].text.lower() != "the":
            return False
        return head.lemma.lower() in words("references", "body")

    def _its(self, head: Token) -> str | None:
        """Whose "its share" is, where the sentence before has but one name, its subject: a body or a place."""
        analysis = self._analysis
        assert analysis is not None
        pronoun = next((c for c in analysis.children(head) if c.dep == "poss" and c.text.lower() == "its"), None)
        here = analysis.sentence_at(head.start) if pronoun is not None else None
        if pronoun is not None and here is not None and (own := self._named_in_front(here, pronoun)) is not None:
            return own
        at = analysis.sentences.index(here) if here is not None else 0
        if pronoun is None or not at or self._parted(before := analysis.sentences[at - 1], pronoun):
            return None
        near = {n.id for n in self._names.between(before.start, pronoun.start) if n.type != "Person"}
        found = self._subject(before)
        return found[0] if found is not None and near == {found[0]} else None

    def _named_in_front(self, sentence: Sentence, pronoun: Token) -> str | None:
        """The one name of a sentence before its "its", if it is the subject: "Elm was second, but its share fell"."""
        analysis = self._analysis
        assert analysis is not None
        tokens = analysis.words(sentence)
        top = clauses.subject(analysis, tokens, clauses.core(analysis, tokens))
        if top is None or top.i >= pronoun.i:
            return None
        near = {n.id for n in self._names.between(sentence.start, pronoun.start) if n.type != "Person"}
        own = self._names.at(top)
        return own if near == {own} else None

    def _pointed(self, head: Token, view: ClaimView | None) -> tuple[str | None, str]:
        """What a pronoun means: the name that it was resolved to, else the subject of the sentences before."""
        analysis = self._analysis
        assert analysis is not None
        low = head.text.lower()
        if low in THINGS and view is not None and view.unit("percent") and (asked := self._asked(head)):
            return asked
        known = self._names.references.get(head.start)
        if known is not None:
            return known, head.text
        own = view.claim.speaker if view is not None and view.claim.mode != "turn" else None
        if own is not None and low in ("it", "he", "she") and self._fits(low, own, ""):
            return own, head.text  # who says it of itself: "the company says that it has ..."
        here = analysis.sentence_at(head.start)
        at = analysis.sentences.index(here) if here is not None else 0
        for back in range(1, _BACK + 1):
            before = analysis.sentences[at - back] if at >= back else None
            if before is None or self._parted(before, head):
                break
            found = self._subject(before)
            if found is None:
                continue
            name, about = found
            if self._fits(low, name, about):
                return name, about
            break
        return self._topic(head, view), head.text

    def _topic(self, head: Token, view: ClaimView | None) -> str | None:
        """What a text was about when it turned to who says "it is a spy in every pocket": the product named last."""
        low = head.text.lower()
        if view is None or view.claim.mode not in ("direct", "mixed") or low not in THINGS:
            return None
        if view.amounts or view.events or view.ties or not view.tokens or head.i - view.tokens[0].i > 1:
            return None
        start = view.claim.span.start
        named = [n for n in self._names.between(max(0, start - _TOPIC), start) if n.type in ("Product", "Organization")]
        return named[-1].id if named and named[-1].type == "Product" else None

    def _parted(self, before: Sentence, head: Token) -> bool:
        analysis = self._analysis
        assert analysis is not None
        return "\n\n" in analysis.text[before.start : head.start]

    def _subject(self, sentence: Sentence) -> tuple[str | None, str] | None:
        """The subject of a whole sentence; None where it is a pronoun itself or there is none."""
        analysis = self._analysis
        assert analysis is not None
        tokens = analysis.words(sentence)
        head = clauses.subject(analysis, tokens, clauses.core(analysis, tokens))
        if head is None or head.pos == "PRON" or head.text.lower() in ME:
            known = self._names.references.get(head.start) if head is not None else None
            return (known, head.text) if known is not None and head is not None else None
        return self.of(head, tokens, None)

    def _fits(self, low: str, name: str | None, about: str) -> bool:
        """Whether a pronoun may mean a subject: persons are he and she, things and bodies it and they."""
        known = self._names.by_id.get(name or "")
        if low in _HE:
            return known is not None and known.type == "Person"
        if known is not None:
            return known.type != "Person" and (low in THINGS or known.type in ("Group", "Organization"))
        plural = about.split()[-1:] != [] and about.split()[-1].lower().endswith("s")
        return bool(about) and plural == (low in _MANY)

    def _asked(self, head: Token) -> tuple[str, str] | None:
        """Whose share "it" is: the place in the question or the sentence before that says of what."""
        analysis = self._analysis
        assert analysis is not None
        start = analysis.text.rfind("\n\n", 0, head.start) + 1
        before = analysis.text[max(start, head.start - 400) : head.start]
        asked = list(_HOW_MUCH.finditer(before))
        if not asked:
            return None
        first = head.start - len(before) + asked[-1].start()
        end = analysis.text.find("?", first, head.start)
        end = end if end >= 0 else head.start
        inside = [n for n in self._names.between(first, end) if n.type in ("Location", "Organization")]
        asked_for = " ".join(Span(first, end).of(analysis.text).split())
        return (inside[-1].id, asked_for) if inside else None
