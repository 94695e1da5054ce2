"""Evidence of several tables at once: a finding that rests on shares and on stocks cites both."""

from dataclasses import dataclass
from typing import Any

from cuibono.model.finding import Evidence
from cuibono.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Joined:
    """Selections that a finding rests on together; kept as the first one with the others beside it."""

    parts: tuple[Evidence, ...]

    def count(self) -> int:
        """How many passages there are."""
        return sum(part.count() for part in self.parts)

    def first(self, n: int = 20, *, skip: int = 0) -> list[Passage]:
        """The first ``n`` passages of all parts, in the order of sources and places."""
        found = {(p.source.id, p.seq): p for part in self.parts for p in part.first(skip + n)}
        return [found[key] for key in sorted(found)[skip : skip + n]]

    def to_json(self) -> dict[str, Any]:
        """The selections as data: the first, and ``also`` the others."""
        one, *others = (part.to_json() for part in self.parts)
        return one | {"also": others}


def joined(first: Evidence, *others: Evidence | None) -> Evidence:
    """Evidence that rests on all of these; what is None is left out."""
    parts = (first, *(o for o in others if o is not None))
    return Joined(parts) if len(parts) > 1 else first
