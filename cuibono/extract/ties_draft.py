"""A tie as a rule proposes it, before it is known who says so and how surely."""

from dataclasses import dataclass

from cuibono.extract.records import TieType
from cuibono.extract.ties_items import Item


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
