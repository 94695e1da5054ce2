"""Who a speaking word stands for: a name of the text, whoever a pronoun means, or a source without a name."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from cuibono.extract import claims_frames as frames
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claims_bodies import body_of, holds_post
from cuibono.extract.claims_cues import has
from cuibono.extract.claims_persons import as_person, named_by_trade
from cuibono.extract.claims_subjects import Subjects
from cuibono.extract.records import EntityType, Name, Naming, Reference, Span, SpeakerKind

_HE = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_THEY = frozenset({"they", "them", "their", "it", "its"})
_TITLES = frozenset({"Dr", "Prof", "Professor", "Sir", "Mr", "Mrs", "Ms"})
_OPEN = frozenset({"i", "we", "you", "me", "us", "who", "what", "which", "that", "this", "these", "those", "there"})
_MANY = frozenset({"many", "some", "others", "several", "few", "most", "both", "everyone", "everybody"})


class Voice(NamedTuple):
    """A speaker: the id of its name (None where it stays open), its kind, and how sure that is."""

    name: str | None
    kind: SpeakerKind
    confidence: float = 1.0
    guessed: bool = False


class Voices:
    """Looks up who speaks; keeps the unnamed sources that it meets."""

    def __init__(
        self,
        analysis: Analysis,
        names: Sequence[Name],
        references: Sequence[Reference],
        quoted: Callable[[int], bool] = lambda _: False,
    ) -> None:
        self._analysis = analysis
        self._subjects = Subjects(analysis, self.over, self._apposed, quoted)
        self._names = {n.id: n for n in names}
        self._mentions = sorted((span.start, span.end, n.id) for n in names for span in n.mentions)
        self._starts = [m[0] for m in self._mentions]
        self._references = {r.span.start: r for r in references}
        self._reference_starts = sorted(self._references)
        self._unnamed: dict[str, Name] = {}
        self._outlet: str | None = None
        self._papers: dict[str, Voice] = {}
        self._keys: dict[str, str] = {}
        self._taken = set(self._names)

    def unnamed(self) -> tuple[Name, ...]:
        """The sources without a name, in the order in which they were met."""
        return tuple(self._unnamed.values())

    def named(self, name: str) -> Name | None:
        """A name by its id."""
        return self._names.get(name) or self._unnamed.get(self._keys.get(name, ""))

    def over(self, token: Token) -> Name | None:
        """The name whose mention lies over a token."""
        at = bisect_right(self._starts, token.start) - 1
        if at >= 0 and token.start < self._mentions[at][1]:
            return self._names[self._mentions[at][2]]
        return None

    def outlet(self, number: int) -> str | None:
        """The outlet or person that relays, or None where a listener is nobody who passes it on."""
        token = self._analysis.tokens[number]
        name = self.over(token)
        if name is not None and (name.type == "Organization" or name.type == "Product"):
            return name.id
        if has("press", token.lemma) or has("paper", token.lemma):
            for below in self._modifiers(token):
                inner = self.over(below)
                if inner is not None and inner.type == "Organization":
                    return inner.id
        reference = self._references.get(token.start) or self._reference(token)
        if reference is not None and (has("press", token.lemma) or has("body", token.lemma)):
            return reference.name
        if has("press", token.lemma) and token.tag == "NN" and self._starts_with_the(token):
            return self._outlet
        return None

    def quoter(self, number: int) -> str | None:
        """Whoever quotes somebody: an outlet, or a person by name."""
        name = self.over(self._analysis.tokens[number])
        if name is not None and name.type != "Location":
            return name.id
        return self.outlet(number) or self.speaker(number, None).name

    def remember(self, outlet: str) -> None:
        """Keep the outlet that was named last, for "the newspaper" after it."""
        self._outlet = outlet

    def told(self, content: Span, *, spoke: bool) -> None:
        """Keep what was said last, and by somebody: whoever is a subject in there is nobody that the text turned to."""
        self._subjects.told = content
        self._subjects.since = content.start if spoke else -1

    def _starts_with_the(self, token: Token) -> bool:
        return any(b.text.lower() == "the" for b in self._analysis.children(token))

    def speaker(self, number: int, last: str | None, *, said: Sequence[Span] = (), turn: str | None = None) -> Voice:
        """Who the head word of a speaker's phrase stands for; ``last`` is who spoke before.

        ``turn`` is whoever has the word in a transcript: "he" and "she" are never the one who speaks.
        ``said`` are the content and the verb, which a description of the speaker never reaches into.
        """
        token = self._analysis.tokens[number]
        low = token.text.lower()
        name = self.over(token)
        if name is not None and not has("paper", token.lemma):
            return self._voice(name)
        if low in _THEY and said and (own := self._within(token, said[0])) is not None:
            turn = own  # "Elm Bank lost money, it alleges": nobody who names another means that one by "it"
        if low in _HE | _THEY:
            self._subjects.telling = self._behind_colon(said[0]) if said and low in _HE else Span(-1, -1)
            return self._pronoun(token, None if last == turn else last, turn)
        if low in _OPEN:
            reference = self._reference(token)
            before = self.named(last) if last is not None and low == "it" and reference is None else None
            if before is not None and before.type in ("Organization", "Product"):
                return self._voice(before, 0.7)  # "the study says X. It also found that Y"
            return self._voice(self._names[reference.name]) if reference else Voice(None, "nominal")
        if last is not None and any(c.text.lower() == "same" for c in self._analysis.children(token)):
            before = self.named(last)  # "the same paper claimed"
            outlet = has("paper", token.lemma) or has("press", token.lemma) or has("body", token.lemma)
            if before is not None and (holds_post(token.lemma) if before.type == "Person" else outlet):
                return self._voice(before, 0.8)
        return self._nominal(token, said)

    def _behind_colon(self, content: Span) -> Span:
        """What is told, without who is named before a colon in it: "Hu Wen spoke of mills: they closed, he said"."""
        colon = content.of(self._analysis.text).rfind(": ")
        return Span(content.start + colon + 1, content.end) if colon >= 0 else content

    def _within(self, token: Token, content: Span) -> str | None:
        """The name that is the subject of what stands before a pronoun that tells it."""
        if content.end > token.start:
            return None
        heads = (t for t in self._analysis.tokens_in(content) if t.dep in ("nsubj", "nsubjpass"))
        return next((name.id for t in heads if (name := self.over(t)) is not None), None)

    def plain(self, span: Span) -> Voice:
        """An unnamed source by nothing but where its description stands."""
        return self._add(span, "Group")

    def kind(self, name: Name) -> SpeakerKind:
        """What kind of speaker a name is."""
        if name.naming != "named":
            return name.naming
        return "named" if name.type == "Person" else "organisation"

    def _voice(self, name: Name, confidence: float = 1.0, *, guessed: bool = False) -> Voice:
        return Voice(name.id, self.kind(name), confidence, guessed)

    def _reference(self, token: Token) -> Reference | None:
        at = bisect_right(self._reference_starts, token.start) - 1
        if at < 0:
            return None
        reference = self._references[self._reference_starts[at]]
        return reference if token.start < reference.span.end and reference.name in self._names else None

    def _pronoun(self, token: Token, last: str | None, never: str | None = None) -> Voice:
        """Whoever spoke last goes on, unless the text since has turned to somebody else."""
        reference = self._reference(token)
        reference = reference if reference is not None and reference.name != never else None
        before = self.named(last) if last is not None else None
        person = token.text.lower() in _HE
        before = as_person(self._analysis, before) if person and before is not None else before
        fits = before is not None and (before.type == "Person") == person
        turned = self._subjects.turned_to(token, person, never, before if person and fits else None)
        they = token.text.lower() == "they"
        many = self._subjects.plural(token) if they and (before is None or before.type != "Group") else None
        if many is not None:
            return self._nominal(many, ())._replace(confidence=0.7)
        if before is not None and (turned is None or turned.id == before.id) and fits:
            sure = reference is not None and reference.name == before.id
            return self._voice(before, 0.95 if sure else 0.8)
        if reference is not None:
            meant = self._names[reference.name]
            left = fits and before is not None and meant.id == before.id  # the text has turned to another since
            if turned is not None and (left or self._subjects.tells_of(meant)):
                return self._voice(turned, 0.7)  # "Elm is calmer. Oak will be sold, she reckons"
            return self._voice(meant, reference.confidence, guessed=reference.confidence < 0.5)
        if turned is None and token.text.lower() in ("they", "it", "he", "she"):
            described = self._subjects.described(token)
            if described is not None:
                return self._nominal(described, ())._replace(confidence=0.6, guessed=True)
        fallback = turned or (before if fits else None)
        if fallback is not None:
            return self._voice(fallback, 0.6, guessed=True)
        return Voice(None, "nominal", 0.3, guessed=True)

    def _modifiers(self, token: Token) -> list[Token]:
        """What stands before and after a noun and may name whose it is: possessors, compounds, of- and by-phrases."""
        found = []
        for below in self._analysis.children(token):
            if below.dep in ("poss", "compound", "nmod", "amod"):
                found.append(below)
            elif below.lemma in ("of", "from", "by", "with", "for", "at", "in", "on") and below.pos == "ADP":
                inner = frames.child(self._analysis, below, "pobj")
                found += [inner] if inner else []
            elif below.dep == "acl" and below.tag == "VBN":
                by = frames.agent(self._analysis, below)
                found += [by] if by else []
        return found

    def _nominal(self, token: Token, said: Sequence[Span]) -> Voice:
        """A described speaker: the name beside the description, the maker of a paper, or a source without a name."""
        beside = self._apposed(token)
        if beside is not None:
            return self._voice(beside)
        if has("paper", token.lemma):
            maker = self._maker(token)
            if maker is not None:
                return maker
        name = self.over(token)
        if name is not None:
            return self._voice(name)
        body = body_of(self._analysis, token, self.over)
        if body is not None:
            return Voice(body.id, "organisation", 0.85)
        known = named_by_trade(self._analysis, token, self.over, self._apposed)
        reference = self._reference(token) if len(known) < 2 else None
        if reference is not None and reference.confidence >= 0.4:
            return self._voice(self._names[reference.name], reference.confidence)
        if len(known) == 1:
            return self._voice(known[0], 0.75)
        tokens = self._analysis.tokens
        first, end = frames.phrase(self._analysis, token)
        wall = min((s.start for s in said if s.start >= token.end), default=tokens[end].end)
        while end > token.i and (tokens[end].end > wall or tokens[end].text.lower() in ("that", "as", ",", "by")):
            end -= 1
        return self._add(Span(tokens[first].start, tokens[end].end), self._type(token), token)

    def _apposed(self, token: Token) -> Name | None:
        """ "the economist Hu Wen", "the paper's editor, Hu Wen"; not "analysts including Hu Wen"."""
        for below in self._analysis.children(token):
            if below.dep in ("appos", "dep") or (below.dep in ("compound", "nmod") and below.i > token.i):
                name = self.over(below)
                if name is not None and (name.type == "Person" or (holds_post(token.lemma) and _like_a_person(name))):
                    return name
                if below.dep == "appos" and below.tag == "NN" and holds_post(below.lemma) and name is None:
                    return self._apposed(below)  # "a third member, the engineer Hu Wen"
            if below.dep == "acl" and below.lemma in ("name", "call", "surname"):
                inner = frames.child(self._analysis, below, "oprd", "dobj", "attr", "npadvmod")
                name = self.over(inner) if inner is not None else None
                if name is not None and name.type == "Person":
                    return name  # "a tenant named Rosie Hale"
        if token.tag in ("NN", "NNP"):
            titled = self._analysis.tokens[min(token.i + 1, len(self._analysis.tokens) - 1)].text.rstrip(".") in _TITLES
            following = self._analysis.tokens[token.i + 1 + titled : token.i + 2 + titled]
            name = self.over(following[0]) if following and following[0].pos == "PROPN" else None
            if name is not None and name.type == "Person":
                return name
            return self._across_commas(token)
        return None

    def _across_commas(self, token: Token) -> Name | None:
        """A name between commas after a long title: "the dean at the School of Law, Dorn Weller, said"."""
        post = holds_post(token.lemma) or has("spokes", token.lemma)
        if token.pos != "PROPN" and not token.text[:1].isupper() and not post:
            return None
        tokens = self._analysis.tokens
        for at in range(token.i + 1, min(token.i + 25, len(tokens) - 1)):
            if tokens[at].tag in ("VBD", "VBZ", "VBP", "."):
                return None
            if tokens[at].text == ",":
                name = self.over(tokens[at + 1])
                if name is not None and name.type == "Person":
                    return name
        return None

    def _maker(self, paper: Token) -> Voice | None:
        for below in self._modifiers(paper):
            name = self.over(below) or (self._apposed(below) if holds_post(below.lemma) else None)
            if name is not None and name.type in self._makers(below):
                return self._kept(paper, self._voice(name, 0.85))
            reference = self._reference(below)
            if reference is not None and below.dep == "poss":
                return self._kept(paper, self._voice(self._names[reference.name], reference.confidence))
            if below.dep == "poss" and below.text.lower() in ("his", "her"):
                voice = self._pronoun(below, None)
                if voice.name is not None:
                    return self._kept(paper, voice)
        publisher = self._publisher(paper)
        if publisher is not None:
            return self._kept(paper, self._voice(publisher, 0.85))
        return self._papers.get(paper.lemma) if self._starts_with_the(paper) else None

    def _kept(self, paper: Token, voice: Voice) -> Voice:
        """Remember whose report it was, for "the report" after it."""
        self._papers[paper.lemma] = voice._replace(confidence=0.7)
        return voice

    def _publisher(self, paper: Token) -> Name | None:
        """Who put it out: "the paper published an article which says ..."."""
        verb = self._analysis.tokens[paper.head]
        if paper.dep != "dobj" or verb.lemma not in ("publish", "release", "issue", "write", "post", "run", "print"):
            return None
        who = frames.subject(self._analysis, verb)
        return self.over(who) if who is not None else None

    def _makers(self, below: Token) -> tuple[str, ...]:
        """A paper on, at or with somebody is not theirs: only what it appeared in or came out at counts there."""
        above = self._analysis.tokens[below.head]
        if above.lemma in ("in", "at"):
            return ("Organization",)
        if above.lemma == "of" and below.dep == "pobj":
            body = self._analysis.tokens[above.head].lemma in (
                "data",
                "figure",
                "statistic",
                "statement",
                "announcement",
                "website",
            )
            return ("Organization",) if body else ()
        if above.lemma in ("on", "with", "for"):
            return ()
        return ("Person", "Organization", "Group")

    def _type(self, token: Token) -> EntityType:
        if has("body", token.lemma):
            return "Organization"
        if token.tag in ("NNS", "NNPS") or token.text.lower() in _MANY:
            return "Group"
        return "Product" if has("paper", token.lemma) else "Person"

    def _add(self, span: Span, kind: EntityType, token: Token | None = None) -> Voice:
        words = span.of(self._analysis.text)
        key = self._key(words, token)
        known = self._unnamed.get(key) if key else None
        if known is not None:
            mentions = known.mentions if span in known.mentions else (*known.mentions, span)
            known = Name(known.id, known.name, known.type, mentions, known.aliases, known.naming)
            self._unnamed[key] = known
            return Voice(known.id, self.kind(known), 0.9)
        return self._new(span, kind, key, token)

    def _key(self, words: str, token: Token | None) -> str:
        """What makes two descriptions one source: "the resident" goes on with the last resident; "a source" is new."""
        low = words.lower()
        return low.removeprefix("the ") if not low.startswith(("a ", "an ", "one ", "another ")) else ""

    def _new(self, span: Span, kind: EntityType, key: str, token: Token | None) -> Voice:
        number = len(self._unnamed) + 1
        while f"u{number}" in self._taken:
            number += 1
        name_id = f"u{number}"
        self._taken.add(name_id)
        words = " ".join(span.of(self._analysis.text).split())
        naming: Naming = "anonymous"
        name = Name(name_id, words, kind, (span,), (words,), naming)
        self._keys[name_id] = key or name_id
        self._unnamed[key or name_id] = name
        return Voice(name_id, naming, 0.9)


def _like_a_person(name: Name) -> bool:
    """Whether a name is written as one of a person, whatever it was taken for: two plain words."""
    parts = name.name.split()
    return name.type != "Location" and len(parts) == 2 and all(p.isalpha() and p.istitle() for p in parts)
