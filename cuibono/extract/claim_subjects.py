"""Whom a claim is about, and whom it sets that in relation to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from cuibono.extract import claim_called as called
from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.chinese.script import simplified
from cuibono.extract.claim_heads_chinese import head, measure, stand_in
from cuibono.extract.claim_subjects_chinese import meant
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.claims_cues import has
from cuibono.extract.lexicon import words
from cuibono.extract.records import Found, Name, Span, Tie

_ME = frozenset({"i", "we", "my", "our", "me", "us"})
_HE = frozenset({"he", "she"})
_THINGS = frozenset({"it", "this", "that"})
_MANY = frozenset({"they", "these", "those", "both"})
_IN = frozenset({"in", "at", "near", "from", "to", "into", "on", "through", "for", "with"})
_NOT = frozenset(
    {"outside", "except", "excluding", "without", "beyond", "besides", "apart", "than", "against", "unlike"}
)
#: Ties whose first end a claim is about, however its sentence is built.
_DIRECTED = frozenset({"family", "role", "member_of", "owns_controls", "party_unit"})
_OF_PERSONS = ("role", "job", "chief", "aide", "agent", "retainer", "kin", "mutual_kin", "founder", "owner", "member")
_COME = frozenset({"come", "originate", "stem", "hail", "arrive"})  # "half of all lamps came from Norland"
_SUPPLIED = frozenset({
    "make", "produce", "manufacture", "mine", "refine", "build", "supply", "ship", "export", "sell", "grow", "process",
    "assemble", "smelt", "generate", "catch", "control", "hold",
})  # fmt: skip
_BACK = 3  # sentences back that a pronoun is followed
_LONG = 12  # words of a subject that are shown
#: How the words begin in which a text asked for the share that "it" is.
ASKED = ("how much", "how large", "how big", "how many", "what share", "what part", "what portion", "share of")
#: How a number is told to be one of all: "a total of 40 lamps".
_TOTAL = re.compile(r"^(?:a|the) (?:grand |combined )?total of (?=\d|\w+ \w)", re.IGNORECASE)
_HOW_MUCH = re.compile(r"\bhow (?:much|large|big|many)\b|\bwhat (?:share|part|portion)\b|\bshare of\b", re.IGNORECASE)


class Subjects:
    """Looks up the subject of claims; one that the text only points at ("it") is followed back to what it means."""

    def __init__(self, analysis: Analysis | None, found: Found) -> None:
        self._analysis = analysis
        named = sorted((span, n) for n in found.names if not n.unnamed for span in n.mentions)
        self._spans = [span for span, _ in named]
        self._names = [n for _, n in named]
        self._by_id = {n.id: n for n in found.names}
        self._references = {r.span.start: r.name for r in found.references}

    def of(self, view: ClaimView, verb: Token | None) -> tuple[str | None, str]:
        """The name that a claim is about, else the words of its subject.

        A subject that is no name ("the app") leaves the name open, and so does a place in which something else is.
        """
        tie = _tie(view)
        analysis = self._analysis
        if analysis is None or not analysis.parsed or not view.tokens:
            return (tie.subject, "") if tie else self._in_front_of_all(view)
        head = clauses.subject(analysis, view.tokens, verb)
        if (turned := self._turned(view, verb, head)) is not None:
            return turned
        if verb is not None and self._is_statement(view, verb, head):
            return self._of_statement(view, verb, head)
        if len(view.spans) > 1 and (of_its_own := self._counted(view)):
            return None, of_its_own  # a listed part that says itself what its number is of
        if verb is not None and (maker := self._maker(view, verb)):
            return maker, ""
        if head is None:
            return self._without_subject(view, tie)
        name, about = self._meant(head, view.tokens, view)
        if tie and tie.type in _DIRECTED and (name is None or name in (tie.subject, tie.object)):
            return tie.subject, ""
        return name, about if about.lower().startswith(ASKED) or not name else ""

    def _in_front_of_all(self, view: ClaimView) -> tuple[str | None, str]:
        """Without grammar the first name; of a Chinese claim one before its verb, else what stands there."""
        if word := stand_in(simplified(view.quote)):
            return next((r.name for r in view.references if simplified(r.quote) == word), None), ""
        start = view.claim.span.start
        told = {n.id: view.claim.quote[s.start - start : s.end - start] for s, n in view.names}
        name, who = meant(simplified(view.quote), list(map(simplified, told.values())))
        if not name:
            return (None, who) if who else self._of_measure(view)
        return next(i for i, t in told.items() if simplified(t) == name), ""

    def _of_measure(self, view: ClaimView) -> tuple[str | None, str]:
        """Whom a clause is of that only names a measure: a name in it, else the firm that states it, else itself."""
        if (name := self._first(view)) is not None:
            return name, ""
        said = simplified(view.quote)
        lead = len(head(said).time)
        last = measure(said, lead)
        speaker = self._by_id.get(view.claim.speaker or "")
        alone = said[lead:last] in words("chinese_kinds", "measured")  # 净利润, and not 全球销量
        if alone and speaker is not None and speaker.type == "Organization":
            return speaker.id, ""
        return None, said[lead:last]

    def _turned(self, view: ClaimView, verb: Token | None, head: Token | None) -> tuple[str | None, str] | None:
        """Whom a judgement is of, or who stands before a verb that was taken for a noun."""
        analysis = self._analysis
        assert analysis is not None
        first = called.first_does(view.tokens)
        if first is not None and (name := self._at(first)) is not None:
            return name, ""
        said_of = clauses.is_said_of(analysis, head) if head is not None and view.has("rank") else None
        if said_of is not None and (name := self._at(said_of)) is not None:
            return name, ""
        meant = called.called_by_many(analysis, verb, head) or called.judged(analysis, view)
        if meant is None:
            return None
        name, about = self._meant(meant, (meant, *analysis.subtree(meant)), None)
        return name, "" if name else about

    def _maker(self, view: ClaimView, verb: Token) -> str | None:
        """Who or what place supplies a part: "two thirds of all lamps were made in Norland"."""
        analysis, part = self._analysis, view.unit("percent")
        assert analysis is not None
        below = analysis.children(verb)
        passive = any(c.dep in ("auxpass", "nsubjpass") for c in below)
        passive = passive and verb.lemma in _SUPPLIED
        if part is None or part.span.start > verb.start or not (passive or verb.lemma in _COME):
            return None
        led = ("in", "by", "from") if passive else ("from", "out")
        joints = [c for c in below if c.i > verb.i and (c.dep == "agent" or c.lemma in led)]
        ends = [e for j in joints for e in analysis.children(j) if e.dep == "pobj"]
        return next((n.id for e in ends if (n := self._named(e)) is not None), None)

    def _is_statement(self, view: ClaimView, verb: Token, head: Token | None) -> bool:
        """Whether the subject of a verb is who states it, and not whom it is of: "they give 45 percent"."""
        if view.claim.cue is not None and view.claim.cue.start == verb.start:
            return True
        named = self._named(head) if head is not None else None
        source = (named is not None and named.type == "Person") or (head is not None and has("paper", head.lemma))
        return (
            source and verb.lemma in ("give", "state", "report", "cite", "quote") and view.unit("percent") is not None
        )

    def _of_statement(self, view: ClaimView, verb: Token, source: Token | None) -> tuple[str | None, str]:
        """Whom a statement without a clause is about, its source aside: who is named or given a number."""
        analysis = self._analysis
        assert analysis is not None
        inside = {t.i for t in view.tokens}
        below = [c for c in analysis.children(verb) if c.i in inside and (source is None or c.i != source.i)]
        wanted = ("dobj",) if verb.lemma in ("name", "list", "describe") else ("dative", "dobj", "nsubj", "ccomp")
        bare = verb.lemma not in ("name", "list", "describe", "call", "expect")
        if bare and not any(c.dep in ("dobj", "dative") and self._at(c) for c in below) and (
            (named := self._in_front(view, verb)) is not None
        ):  # fmt: skip
            return named, ""
        for dep in wanted:
            for child in (c for c in below if c.dep == dep and c.i > verb.i):
                if child.text.lower() in _THINGS and (near := self._just_named(child, view)):
                    return near, ""
                name, _ = self._meant(child, view.tokens, view)
                if name is None and child.dep == "ccomp":
                    inner = clauses.subject_below(analysis, child, view.tokens[0].i, view.tokens[-1].i)
                    name = self._meant(inner, view.tokens, view)[0] if inner is not None else None
                if name is not None:
                    return name, ""
        if (named := self._in_front(view, verb)) is not None:
            return named, ""
        noun = self._counted(view)
        return None, noun if noun else ""

    def _just_named(self, pronoun: Token, view: ClaimView) -> str | None:
        """The name last given in the same sentence: "calls Acme the largest and gives it 25 percent"."""
        sentence = self._analysis.sentence_at(pronoun.start) if self._analysis is not None else None
        low = bisect_left(self._spans, Span(sentence.start if sentence else pronoun.start, 0))
        high = bisect_left(self._spans, Span(pronoun.start, 0))
        near = [n.id for n in self._names[low:high] if n.id != view.claim.speaker]
        return near[-1] if near else None

    def _in_front(self, view: ClaimView, verb: Token) -> str | None:
        """A name in a phrase before the verb: "for Acme's plant the paper gives ..."."""
        analysis = self._analysis
        assert analysis is not None
        for child in analysis.children(verb):
            if child.dep == "prep" and child.i < verb.i and child.lemma in ("for", "on", "of", "about", "as"):
                for inner in (c for c in analysis.children(child) if c.dep == "pobj"):
                    owner = self._owner(inner)
                    if owner is not None:
                        return owner
        return None

    def _counted(self, view: ClaimView) -> str:
        """The noun that a number is of: "a cost below 40 yuan"."""
        analysis = self._analysis
        assert analysis is not None
        own = next((a for a in view.amounts if a.span.start >= view.own.start), None)
        nouns = [t for t in view.tokens if own and view.own.start <= t.start < own.span.start and t.pos == "NOUN"]
        if not nouns:
            return ""
        run = clauses.contiguous(clauses.phrase(analysis, view.tokens, nouns[0]), nouns[0])
        run = [t for t in run if own is None or t.start < own.span.start]
        if run[-1].i + 1 < len(analysis.tokens) and run[-1].pos not in ("ADP", "ADV"):
            return ""
        while run and run[-1].pos == "ADP":
            run = run[:-1]
        return Span(run[0].start, run[-1].end).of(analysis.text) if run else ""

    def _without_subject(self, view: ClaimView, tie: Tie | None) -> tuple[str | None, str]:
        """The first name, where there is no grammar to say more; what stands outside of a name is not about it."""
        analysis = self._analysis
        assert analysis is not None
        if view.tokens[0].text.lower() in _NOT:
            return None, " ".join(t.text for t in view.tokens[:2])
        if view.tokens[0].pos in ("VERB", "AUX") and (before := self._before(view.tokens[0])):
            return before
        if tie:
            return tie.subject, ""
        root = next((t for t in view.tokens if t.dep == "ROOT" and t.pos in ("NOUN", "PROPN")), None)
        if root is not None and any(c.dep == "acl" and c.tag == "VBN" for c in analysis.children(root)):
            return self._meant(root, view.tokens, view)  # "the makers held 62 percent", taken for a phrase
        return self._first(view), ""

    def _before(self, verb: Token) -> tuple[str | None, str] | None:
        """What a clause that begins with its verb hangs on: "the mine, which he said holds 7 percent"."""
        analysis = self._analysis
        assert analysis is not None
        for _ in range(_BACK):
            if verb.dep == "relcl":
                noun = analysis.tokens[verb.head]
                return self._meant(noun, (noun, *analysis.subtree(noun)), None)
            if verb.dep not in ("ccomp", "xcomp", "conj") or verb.head == verb.i:
                return None
            verb = analysis.tokens[verb.head]
        return None

    def _first(self, view: ClaimView) -> str | None:
        names = [n for _, n in view.names]
        return next((n.id for n in names if n.type != "Location"), names[0].id if names else None)

    def _meant(self, head: Token, tokens: Sequence[Token], view: ClaimView | None) -> tuple[str | None, str]:
        """The name that a subject means, and the words that it stands in."""
        low = head.text.lower()
        if low in _ME and view is not None and view.claim.speaker:
            return view.claim.speaker, head.text
        if low in _HE | _THINGS | _MANY:
            return self._pointed(head, view)
        analysis = self._analysis
        assert analysis is not None
        if head.i and analysis.tokens[head.i - 1].text.lower() in _NOT:
            return None, Span(analysis.tokens[head.i - 1].start, head.end).of(analysis.text)
        name = next(self._of_phrase(head, tokens), None) or self._its(head)
        run = clauses.contiguous(clauses.phrase(analysis, tokens, head), head)
        while len(run) > 1 and run[0].text.lower() in ("that", "which", "and", "but"):
            run = run[1:]
        shown = " ".join(Span(run[0].start, run[min(len(run), _LONG) - 1].end).of(analysis.text).split())
        return name, _TOTAL.sub("", shown)

    def _of_phrase(self, head: Token, tokens: Sequence[Token]) -> Iterator[str]:
        """The names by which a subject is told: itself, the name beside it, whose it is; of persons not whose."""
        analysis = self._analysis
        assert analysis is not None
        if name := self._at(head):
            yield name
        below = analysis.children(head)
        for child in below:
            if child.dep == "appos" or (child.dep in ("compound", "nmod") and child.i > head.i):
                beside = self._named(child)
                if beside is not None and beside.type != "Location":
                    yield beside.id
        if any(head.lemma.lower() in words("ties_nouns", r) for r in _OF_PERSONS):
            return
        for child in below:
            if (
                child.dep in ("poss", "compound", "nmod")
                and child.text.lower() not in _ME
                and not (child.dep != "poss" and self._is_other(head, child))
                and (name := self._at(child))
            ):
                yield name
            if child.dep == "prep" and child.lemma == "of":
                for inner in analysis.children(child):
                    if inner.dep == "pobj" and (owner := self._owner(inner)):
                        yield owner
            if child.dep == "conj" and (name := self._at(child)):
                yield name

    def _its(self, head: Token) -> str | None:
        """Whose "its share" is, where the sentence before has but one name, its subject: a body or a place."""
        analysis = self._analysis
        assert analysis is not None
        pronoun = next((c for c in analysis.children(head) if c.dep == "poss" and c.text.lower() == "its"), None)
        here = analysis.sentence_at(head.start) if pronoun is not None else None
        at = analysis.sentences.index(here) if here is not None else 0
        if pronoun is None or not at or self._parted(before := analysis.sentences[at - 1], pronoun):
            return None
        low, high = bisect_left(self._spans, Span(before.start, 0)), bisect_left(self._spans, Span(pronoun.start, 0))
        near = {n.id for n in self._names[low:high] if n.type != "Person"}
        found = self._subject(before)
        return found[0] if found is not None and near == {found[0]} else None

    def _is_other(self, head: Token, part: Token) -> bool:
        """Whether a name is only a part of what is named: of a longer name ("Elm Family Trust"), or of an event."""
        if self._named(head) is not None:
            return False
        longer = head.tag in ("NNP", "NNPS") and head.i > part.i and head.text[:1].isupper()
        return longer or head.lemma.lower() in words("claim_kinds", "occurrence")

    def _owner(self, token: Token) -> str | None:
        """The name behind "of": itself, or whose it is ("of China's factories")."""
        analysis = self._analysis
        assert analysis is not None
        named = self._named(token)
        if named is not None:
            return named.id
        return next((n.id for c in analysis.children(token) if c.dep == "poss" and (n := self._named(c))), None)

    def _at(self, token: Token) -> str | None:
        """The name over a token, or the one that it refers to."""
        named = self._named(token)
        if named is not None:
            return named.id
        if token.start in self._references:
            return self._references[token.start]
        for child in self._analysis.children(token) if self._analysis is not None else ():
            if child.dep == "det" and child.start in self._references:
                return self._references[child.start]
        return None

    def _named(self, token: Token) -> Name | None:
        at = bisect_left(self._spans, Span(token.start + 1, 0)) - 1
        return self._names[at] if at >= 0 and token.start < self._spans[at].end else None

    def _pointed(self, head: Token, view: ClaimView | None) -> tuple[str | None, str]:
        """What a pronoun means: the name that it was resolved to, else the subject of the sentences before."""
        analysis = self._analysis
        assert analysis is not None
        low = head.text.lower()
        if low in _THINGS and view is not None and view.unit("percent") and (asked := self._asked(head)):
            return asked
        known = self._references.get(head.start)
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
        return None, head.text

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
        if head is None or head.pos == "PRON" or head.text.lower() in _ME:
            known = self._references.get(head.start) if head is not None else None
            return (known, head.text) if known is not None and head is not None else None
        return self._meant(head, tokens, None)

    def _fits(self, low: str, name: str | None, about: str) -> bool:
        """Whether a pronoun may mean a subject: persons are he and she, things and bodies it and they."""
        known = self._by_id.get(name or "")
        if low in _HE:
            return known is not None and known.type == "Person"
        if known is not None:
            return known.type != "Person" and (low in _THINGS or known.type in ("Group", "Organization"))
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
        low, high = bisect_left(self._spans, Span(first, 0)), bisect_left(self._spans, Span(end, 0))
        inside = [n for n in self._names[low:high] if n.type in ("Location", "Organization")]
        asked_for = " ".join(Span(first, end).of(analysis.text).split())
        return (inside[-1].id, asked_for) if inside else None


def _tie(view: ClaimView) -> Tie | None:
    """The one tie that a claim is of."""
    return view.ties[0] if len(view.ties) == 1 else None


def object_of(view: ClaimView, subject: str | None, about: str = "") -> str | None:
    """The other end: of a tie of the subject, else the first other name that is no place, else a place.

    Of a statement without a clause nobody before its verb is one: there stands who states it. Nor is one whose name is
    only part of a described subject (``about``).
    """
    for tie in view.ties:
        if subject in (tie.subject, tie.object):
            return tie.object if subject == tie.subject else tie.subject
    cue = view.claim.cue
    after = cue.end if cue is not None and cue.within(view.claim.span) else 0
    source = view.claim.speaker if view.claim.mode != "turn" else None
    within = about if subject is None else ""
    others = [n for s, n in view.names if n.id not in (subject, source) and s.start >= after and n.name not in within]
    return next((n.id for n in others if n.type != "Location"), others[0].id if others else None)
