"""Whom he, she, it and they mean: the nearest fitting name, subjects first, and nobody where two fit alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from cuibono.extract.analysis import Token
from cuibono.extract.lexicon import words
from cuibono.extract.records import Name
from cuibono.extract.references_people import FEMALE, MALE
from cuibono.extract.references_scene import Placed, Scene

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs"})
_LEAST = 0.45
_LEAST_OF_ITS_KIND = 0.35  # where gender or what it has tells that much more
_DECLINE = 0.8  # how much of its weight a mention keeps with each sentence that it lies back
_SHARE = 1.25  # how much heavier the first must be than the second


@dataclass
class Pronouns:
    """Resolves pronouns from left to right, learning who is he and who is she as it goes."""

    scene: Scene
    genders: dict[str, str]
    speaker: Callable[[int], str | None]
    meant: dict[int, str] = field(default_factory=dict)  # what each pronoun before stood for, by token

    def meaning(self, token: Token) -> tuple[Name, float] | None:
        """The name that a pronoun stands for, and how sure that is."""
        low = token.text.lower()
        if low in HE or low in SHE:
            if self._somebody_else(token):
                return None
            found = self._best(token, self._people(token, MALE if low in HE else FEMALE))
            if found is not None and found[1] >= 0.7:
                self.genders.setdefault(found[0].id, MALE if low in HE else FEMALE)
        elif low in IT:
            if _empty(self.scene, token):
                return None
            found = self._best(token, self._kinds(token, self._may_own(token)))
        elif low in THEY:
            found = self._they(token)
        else:
            return None
        if found is not None:
            self.meant[token.i] = found[0].id
        return found

    def _somebody_else(self, token: Token) -> bool:
        """Whether a person without a name did something since the last name was: "one man called. He said ..."."""
        here = self.scene.sentence(token.i)
        for at in range(token.i - 1, max(-1, token.i - 40), -1):
            other = self.scene.analysis.tokens[at]
            placed = self.scene.over(at)
            if here - self.scene.sentence(at) > 1 or at in self.meant or (placed and placed.name.type == "Person"):
                return False
            if other.dep == "nsubj" and other.tag == "NN" and other.lemma in words("references", "somebody"):
                return at > 0 and self.scene.analysis.tokens[at - 1].text.lower() in ("a", "an", "one", "another")
        return False

    def _people(self, token: Token, gender: str) -> list[Placed]:
        return [
            p for p in self.scene.before(token.i)
            if p.name.type == "Person" and self.genders.get(p.name.id, gender) == gender
        ]  # fmt: skip

    def _may_own(self, token: Token) -> tuple[str, ...]:
        """What kinds of things "it" may be: what has shareholders and a chairman is a body."""
        above = self.scene.analysis.tokens[token.head]
        if token.text.lower() == "its" and above.lemma in words("references", "corporate"):
            return ("Organization", "Group")
        return ("Organization", "Product", "Group", "Location")

    def _kinds(self, token: Token, kinds: tuple[str, ...]) -> list[Placed]:
        here = self.scene.sentence(token.i)
        near = [p for p in self.scene.before(token.i) if p.name.type in kinds and here - p.sentence <= 1]
        return [p for p in near if p.name.type != "Location" or p.subject]

    def _they(self, token: Token) -> tuple[Name, float] | None:
        here = self.scene.sentence(token.i)
        analysis = self.scene.analysis
        for at in range(token.i - 1, max(0, token.i - 40), -1):
            other = analysis.tokens[at]
            if other.tag in ("NNS", "NNPS") and self.scene.over(at) is None:
                return None
            if other.dep in ("nsubj", "nsubjpass"):
                break
        near = [
            p for p in self.scene.before(token.i) if p.name.type in ("Group", "Organization") and here - p.sentence <= 1
        ]
        found = self._best(token, near)
        return (found[0], round(found[1] * 0.8, 3)) if found else None

    def _best(self, token: Token, candidates: Sequence[Placed]) -> tuple[Name, float] | None:
        """The heaviest candidate, where none comes near it; its share of the weight is how sure it is."""
        weights: dict[str, float] = {}
        names: dict[str, Name] = {}
        barred = self._barred(token)
        for placed in candidates:
            if placed.name.id in barred or (
                placed.quoted != self.scene.quoted(token.i) and self._same_sentence(placed, token)
            ):
                continue
            weight = self._weight(placed, token) + (0.8 if self._beside(placed, token) else 0.0)
            if weight > weights.get(placed.name.id, 0.0):
                weights[placed.name.id], names[placed.name.id] = weight, placed.name
        self._carried(token, weights)
        if not weights:
            return None
        ranked = sorted(weights.items(), key=lambda w: -w[1])
        first, heaviest = ranked[0]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        least = _LEAST_OF_ITS_KIND if len(ranked) == 1 and self._telling(token, first) else _LEAST
        if heaviest < least or heaviest < second * _SHARE:
            return None
        sure = min(0.95, 0.55 + 0.4 * (heaviest - second) / heaviest) if second else 0.93
        return names[first], round(min(sure, 0.5 + heaviest / 2.2), 3)

    def _beside(self, placed: Placed, token: Token) -> bool:
        """Whether it is the X of "X and his wife", "X (1801-1870) and his wife"."""
        if token.text.lower() not in ("his", "her"):
            return False
        tokens = self.scene.analysis.tokens
        at = token.i - 1
        if tokens[at].text.lower() != "and":
            return False
        if tokens[at - 1].text == ")":
            while at > 0 and tokens[at].text != "(" and token.i - at < 16:
                at -= 1
        return placed.last == at - 1

    def _telling(self, token: Token, name: str) -> bool:
        """Whether more than nearness speaks for a name: its gender, or that only bodies have a chairman."""
        return name in self.genders or len(self._may_own(token)) == 2

    def _same_sentence(self, placed: Placed, token: Token) -> bool:
        return placed.sentence == self.scene.sentence(token.i)

    def _weight(self, placed: Placed, token: Token) -> float:
        back = self.scene.sentence(token.i) - placed.sentence
        weight = 1.0 if placed.subject else 0.8 if placed.opens and not placed.governed else 0.6
        if placed.governed:
            weight = 0.55 if placed.subject is False else weight
        if placed.paragraph != self.scene.paragraph(token.i):
            weight *= 0.75
        if back == 0 and placed.subject and token.dep in ("nsubj", "nsubjpass", "poss"):
            weight *= 1.15
        return weight * _DECLINE**back

    def _carried(self, token: Token, weights: dict[str, float]) -> None:
        """A pronoun just before, of the same kind, most likely meant the same one: what goes on goes on."""
        forms = next(f for f in (HE, SHE, IT, THEY) if token.text.lower() in f)
        here = self.scene.sentence(token.i)
        for at in range(token.i - 1, max(-1, token.i - 80), -1):
            other = self.scene.analysis.tokens[at]
            if other.text.lower() in forms and at in self.meant:
                back = here - self.scene.sentence(at)
                near = self.scene.paragraph(at) == self.scene.paragraph(token.i)
                if self.meant[at] in weights and back <= 1:
                    weights[self.meant[at]] += 0.5
                elif self.meant[at] in weights and back <= 3 and near:
                    weights[self.meant[at]] = max(weights[self.meant[at]], 0.9 * _DECLINE ** (back - 1))
                return

    def _barred(self, token: Token) -> set[str]:
        """Who cannot be meant: whoever speaks, whoever does it to "him", and X in "X was his son", "X, his son"."""
        low = token.text.lower()
        speaker = self.speaker(token.start)
        barred = {speaker} if speaker is not None and low in HE | SHE else set()
        analysis = self.scene.analysis
        above = analysis.tokens[token.head]
        if low in ("his", "her", "its", "their") and token.dep == "poss":
            if above.dep == "appos":
                barred |= self._over(analysis.tokens[above.head])
            elif above.dep == "attr":
                barred |= self._subject(analysis.tokens[above.head])
        elif low in ("him", "her", "it", "them"):
            verb = analysis.tokens[above.head] if above.pos == "ADP" else above
            barred |= self._subject(verb)
        return barred

    def _subject(self, verb: Token) -> set[str]:
        analysis = self.scene.analysis
        for _ in range(3):
            for child in self.scene.children(verb):
                if child.dep in ("nsubj", "nsubjpass"):
                    return self._over(child)
            if verb.dep not in ("xcomp", "advcl", "conj") or verb.head == verb.i:
                break
            verb = analysis.tokens[verb.head]
        return set()

    def _over(self, token: Token) -> set[str]:
        placed = self.scene.over(token.i)
        found = {placed.name.id} if placed is not None else set()
        return found | ({self.meant[token.i]} if token.i in self.meant else set())


def _empty(scene: Scene, token: Token) -> bool:
    """Whether "it" stands for nothing: "it is said that", "it was X who", "it takes time to"."""
    if token.text.lower() != "it":
        return False
    if token.dep == "expl":
        return True
    verb = scene.analysis.tokens[token.head]
    near = [verb, *scene.analysis.tokens[token.i + 1 : token.i + 5]]
    if any(t.lemma in words("references", "pleonastic") for t in near):
        return True
    return verb.lemma == "be" and any(
        c.dep in ("ccomp", "csubj", "acl", "relcl", "xcomp") for c in scene.children(verb)
    )
