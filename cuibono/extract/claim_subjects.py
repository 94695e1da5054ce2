"""Whom a claim is about, and whom it sets that in relation to."""

from cuibono.extract import claim_called as called
from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.chinese.script import simplified
from cuibono.extract.claim_finest import finest
from cuibono.extract.claim_heads_chinese import head, measure, stand_in
from cuibono.extract.claim_issuers import issuer
from cuibono.extract.claim_meant import OUTSIDE, THINGS, Meant
from cuibono.extract.claim_named import NamesAt
from cuibono.extract.claim_subjects_chinese import meant
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.claim_we import Bodies
from cuibono.extract.claim_where import whose_number
from cuibono.extract.claims_cues import has
from cuibono.extract.lexicon import words
from cuibono.extract.records import Found, Span, Tie

#: Ties whose first end a claim is about, however its sentence is built.
_DIRECTED = frozenset({"family", "role", "member_of", "owns_controls", "party_unit"})
_COME = frozenset({"come", "originate", "stem", "hail", "arrive"})  # "half of all lamps came from Norland"
_SUPPLIED = frozenset({
    "make", "produce", "manufacture", "mine", "refine", "build", "supply", "ship", "export", "sell", "grow", "process",
    "assemble", "smelt", "generate", "catch", "control", "hold",
})  # fmt: skip
_BACK = 3  # verbs up that a clause without a subject is followed
#: How the words begin in which a text asked for the share that "it" is.
ASKED = ("how much", "how large", "how big", "how many", "what share", "what part", "what portion", "share of")


class Subjects:
    """Looks up the subject of claims; one that the text only points at ("it") is followed back to what it means."""

    def __init__(self, analysis: Analysis | None, found: Found) -> None:
        self._analysis = analysis
        self._names = NamesAt(analysis, found)
        of_text = issuer(analysis.text, found) if analysis is not None else None
        self._meaning = Meant(analysis, self._names, Bodies(found, of_text))

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
        if verb is not None and (seen := _found(analysis, view, verb, head)) is not None:
            return self._meaning.of(seen, (seen, *analysis.subtree(seen)), None)
        name, about = self._meaning.of(head, view.tokens, view)
        if name is None and not tie and about.lower() not in clauses.PRONOUNS:
            name = whose_number(analysis, self._names, view, head, verb) or self._at_body(head, view)
        if tie and tie.type in _DIRECTED and (name is None or name in (tie.subject, tie.object)):
            return tie.subject, ""
        return name, about if about.lower().startswith(ASKED) or not name else ""

    def _at_body(self, head: Token, view: ClaimView) -> str | None:
        """Whose "sales at the company" are: the body that is meant; of bare "sales" the firm that says so."""
        analysis = self._analysis
        assert analysis is not None
        if head.lemma.lower() not in words("claim_kinds", "changing"):
            return None
        below = [c for c in analysis.children(head) if c.pos != "PUNCT"]
        speaker = self._names.by_id.get(view.claim.speaker or "")
        if not below and speaker is not None and speaker.type == "Organization" and view.claim.mode != "turn":
            return speaker.id
        joints = [c for c in below if c.dep == "prep" and c.lemma in ("at", "of")]
        ends = [e for j in joints for e in analysis.children(j) if e.dep == "pobj"]
        ends = [e for e in ends if e.lemma in words("references", "body")]
        the = [e for e in ends if {c.text.lower() for c in analysis.children(e)} <= {"the"}]
        return self._meaning.of(the[0], (the[0],), None)[0] if len(the) == 1 else None

    def sort(self, subject: str | None, view: ClaimView) -> str:
        """What a named product may be, where nothing is measured: an app, as far as it does what apps do."""
        named = self._names.by_id.get(subject or "")
        return "app" if named is not None and named.type == "Product" and not view.amounts else ""

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
        speaker = self._names.by_id.get(view.claim.speaker or "")
        alone = said[lead:last] in words("chinese_kinds", "measured")  # 净利润, and not 全球销量
        if alone and speaker is not None and speaker.type == "Organization":
            return speaker.id, ""
        return None, said[lead:last]

    def _turned(self, view: ClaimView, verb: Token | None, head: Token | None) -> tuple[str | None, str] | None:
        """Whom a judgement is of, or who stands before a verb that was taken for a noun."""
        analysis = self._analysis
        assert analysis is not None
        first = called.first_does(view.tokens)
        if first is not None and (name := self._names.at(first)) is not None:
            return name, ""
        above = called.outdone_by_none(analysis, view, head)
        if above is not None and (name := self._names.at(above)) is not None:
            return name, ""
        said_of = clauses.is_said_of(analysis, head) if head is not None and view.has("rank") else None
        if said_of is not None and (name := self._names.at(said_of)) is not None:
            return name, ""
        meant = called.called_by_many(analysis, verb, head) or called.judged(analysis, view)
        meant = meant or finest(analysis, view.tokens)
        if meant is None:
            return None
        if (name := self._names.at(meant)) is not None:
            return name, ""
        name, about = self._meaning.of(meant, (meant, *analysis.subtree(meant)), None)
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
        return next((n.id for e in ends if (n := self._names.named(e)) is not None), None)

    def _is_statement(self, view: ClaimView, verb: Token, head: Token | None) -> bool:
        """Whether the subject of a verb is who states it, and not whom it is of: "they give 45 percent"."""
        if view.claim.cue is not None and view.claim.cue.start == verb.start:
            return True
        named = self._names.named(head) if head is not None else None
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
        if bare and not any(c.dep in ("dobj", "dative") and self._names.at(c) for c in below) and (
            (named := self._in_front(view, verb)) is not None
        ):  # fmt: skip
            return named, ""
        if verb.lemma in ("put", "list", "count") and (told := next((c for c in below if c.dep == "dobj"), None)):
            return self._meaning.of(told, view.tokens, view)
        for dep in wanted:
            for child in (c for c in below if c.dep == dep and c.i > verb.i):
                if child.text.lower() in THINGS and (near := self._just_named(child, view)):
                    return near, ""
                name, _ = self._meaning.of(child, view.tokens, view)
                if name is None and child.dep == "ccomp":
                    inner = clauses.subject_below(analysis, child, view.tokens[0].i, view.tokens[-1].i)
                    name = self._meaning.of(inner, view.tokens, view)[0] if inner is not None else None
                if name is not None:
                    return name, ""
        if (named := self._in_front(view, verb)) is not None:
            return named, ""
        noun = self._counted(view)
        behind = {n.id for s, n in view.names if s.start > verb.end and "," not in analysis.text[verb.end : s.start]}
        if not noun and len(behind) == 1:  # "reports 40 ships at the Port of Elm"
            return behind.pop(), ""
        return None, noun if noun else ""

    def _just_named(self, pronoun: Token, view: ClaimView) -> str | None:
        """The name last given in the same sentence: "calls Acme the largest and gives it 25 percent"."""
        sentence = self._analysis.sentence_at(pronoun.start) if self._analysis is not None else None
        here = self._names.between(sentence.start if sentence else pronoun.start, pronoun.start)
        near = [n.id for n in here if n.id != view.claim.speaker]
        return near[-1] if near else None

    def _in_front(self, view: ClaimView, verb: Token) -> str | None:
        """A name in a phrase before the verb: "for Acme's plant the paper gives ..."."""
        analysis = self._analysis
        assert analysis is not None
        for child in analysis.children(verb):
            if child.dep == "prep" and child.i < verb.i and child.lemma in ("for", "on", "of", "about", "as"):
                for inner in (c for c in analysis.children(child) if c.dep == "pobj"):
                    owner = self._names.owner(inner)
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
        if view.tokens[0].text.lower() in OUTSIDE:
            return None, " ".join(t.text for t in view.tokens[:2])
        if view.tokens[0].pos in ("VERB", "AUX") and (before := self._before(view.tokens[0])):
            return before
        if tie:
            return tie.subject, ""
        root = next((t for t in view.tokens if t.dep == "ROOT" and t.pos in ("NOUN", "PROPN")), None)
        if root is not None and any(c.dep == "acl" and c.tag == "VBN" for c in analysis.children(root)):
            return self._meaning.of(root, view.tokens, view)  # "the makers held 62 percent", taken for a phrase
        return self._first(view), ""

    def _before(self, verb: Token) -> tuple[str | None, str] | None:
        """What a clause that begins with its verb hangs on: "the mine, which he said holds 7 percent"."""
        analysis = self._analysis
        assert analysis is not None
        for _ in range(_BACK):
            if verb.dep == "relcl":
                noun = analysis.tokens[verb.head]
                return self._meaning.of(noun, (noun, *analysis.subtree(noun)), None)
            if verb.dep not in ("ccomp", "xcomp", "conj") or verb.head == verb.i:
                return None
            verb = analysis.tokens[verb.head]
        return None

    def _first(self, view: ClaimView) -> str | None:
        names = [n for _, n in view.names]
        return next((n.id for n in names if n.type != "Location"), names[0].id if names else None)


def _found(analysis: Analysis, view: ClaimView, verb: Token, head: Token) -> Token | None:
    """What "we" found so many of: "we counted 29 firms with such a share" is of the firms."""
    if head.text.lower() not in ("we", "i") or not has("find_out", verb.lemma.lower()):
        return None
    found = next((c for c in analysis.children(verb) if c.dep == "dobj" and c.i > verb.i and c.pos == "NOUN"), None)
    if found is None:
        return None
    counted = any(a.span.start <= found.start < a.span.end or a.span.end <= found.start for a in view.amounts)
    return found if counted and any(c.dep == "nummod" for c in analysis.children(found)) else None


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
