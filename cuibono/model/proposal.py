"""A proposal: two entities that may be the same, with all that speaks for it and against it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature: what was compared, what it weighs in bits (below zero: against), and what a person reads."""

    feature: str
    level: str
    weight: float
    says: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two entities: its id, name and kind, and how many statements and rows of tables the case has of it."""

    id: str
    name: str
    schema: str
    statements: int
    rows: int = 0
    tables: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """Its kind; of whom only rows of tables are known, where these are."""
        return self.schema if self.statements or not self.tables else f"in {', '.join(self.tables)}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities that a person may judge to be the same.

    ``score`` is the sum of the weights of all ``reasons``, in bits: 0 is even odds, 3 is eight to one for the same. It
    orders proposals and explains them; it decides nothing.
    """

    left: Side
    right: Side
    score: float
    reasons: tuple[Reason, ...]

    @property
    def supports(self) -> tuple[Reason, ...]:
        """What speaks for the same, heaviest first."""
        return tuple(sorted((r for r in self.reasons if r.weight > 0), key=lambda r: -r.weight))

    @property
    def against(self) -> tuple[Reason, ...]:
        """What speaks against it, heaviest first."""
        return tuple(sorted((r for r in self.reasons if r.weight < 0), key=lambda r: r.weight))

    @property
    def odds(self) -> float:
        """How many to one for the same, if the weights are right."""
        return float(2.0**self.score)


class Proposals(list[Proposal]):
    """Proposals, best first; ``notes`` says what was left out and why, ``more`` how many were not asked for."""

    def __init__(self, found: Sequence[Proposal] = (), *, notes: Sequence[str] = (), more: int = 0) -> None:
        super().__init__(found)
        self.notes = tuple(notes)
        self.more = more
