"""Whom "both", "they" and "their" mean after two people: the two, where there are just two."""

from collections.abc import Sequence
from itertools import pairwise

from cuibono.extract.analysis import Token
from cuibono.extract.records import Name
from cuibono.extract.references_scene import Placed, Scene

_PLURAL = frozenset({"they", "their", "them", "both"})
_BACK = 60


class Pairs:
    """Looks for the two that a plural goes back to."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def meaning(self, token: Token) -> Sequence[Name]:
        """Both names, or none where more or fewer people or any other plural lies between."""
        low = token.text.lower()
        if low not in _PLURAL or (low == "both" and self._before_a_pair(token)) or self._other_plural(token):
            return ()
        here = self.scene.sentence(token.i)
        near = [p for p in self.scene.before(token.i) if p.name.type == "Person"]
        for back in (0, 1):
            people = [p for p in near if here - p.sentence == back]
            names = {p.name.id: p.name for p in reversed(people)}
            if len(names) == 2 and (back or self._joined(people)):
                return tuple(names.values())
            if names and back == 0 and len(names) != 1:
                return ()
        return ()

    def _before_a_pair(self, token: Token) -> bool:
        """ "both X and Y" names the two itself."""
        return self.scene.over(token.i + 1) is not None

    def _joined(self, people: Sequence[Placed]) -> bool:
        """Whether "X and Y" stood there."""
        tokens = self.scene.analysis.tokens
        ordered = sorted(people, key=lambda p: p.first)
        return any(
            b.first - a.last == 2 and tokens[a.last + 1].text.lower() == "and" and a.name.id != b.name.id
            for a, b in pairwise(ordered)
        )

    def _other_plural(self, token: Token) -> bool:
        """Whether a plural noun or a group stands nearer, that may be meant."""
        tokens = self.scene.analysis.tokens
        here = self.scene.sentence(token.i)
        for at in range(token.i - 1, max(-1, token.i - _BACK), -1):
            if here - self.scene.sentence(at) > 1:
                return False
            placed = self.scene.over(at)
            if placed is not None and placed.name.type in ("Group", "Organization"):
                return tokens[at].dep in ("nsubj", "nsubjpass")
            if (
                placed is None
                and tokens[at].tag in ("NNS", "NNPS")
                and tokens[at].dep in ("nsubj", "nsubjpass", "dobj")
            ):
                return True
        return False
