"""A tie as a rule proposes it, before it is known who says so and how surely."""

from dataclasses import dataclass

from cuibono.extract.records import TieType
from cuibono.extract.ties_items import Item

_IN_PASSING = ("place.", "owner.", "part.", "inner.", "of.", "hyphen.")
_BESIDE = (".glued", ".appos_left", ".appos_right", ".including")


@dataclass(frozen=True, slots=True)
class Draft:
    """Both ends where they stand, the token that ties them, and what the rule knows of its own shape."""

    type: TieType
    subject: Item
    object: Item
    rule: str
    trigger: int
    role: str | None = None
    features: tuple[tuple[str, float], ...] = ()

    @property
    def taken_for_granted(self) -> bool:
        """Whether it is told in passing: "X's son Y will not come" denies nothing of the son."""
        if self.rule.startswith("without."):
            return True  # "could not live without X" says that it lives on X
        if not dict(self.features).get("surface", 1.0):
            return False  # the parser sees an apposition in "Is X the chairman of Y?" too
        return self.rule.startswith(_IN_PASSING) or self.rule.endswith(_BESIDE)
