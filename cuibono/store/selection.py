"""The evidence of a finding: a condition on a lens table (or one on each of several), evaluated when someone asks.

Carrying every passage along with a finding was measured at seventeen times the cost of the finding itself.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cuibono.model.passage import Passage

if TYPE_CHECKING:
    from cuibono.store.session import Session

Key = tuple[str, int]
FIRST = 20  # so many keys are kept with a finding: what people look at opens without a look at the table

Opener = Callable[[], AbstractContextManager["Session"]]


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows of one table that meet a condition; ``open`` gives a session to evaluate it in.

    ``known`` are the first keys, where they were weighed already: all of them when there are fewer than ``FIRST``.
    ``also`` are rows of other tables that the finding rests on too.
    """

    table: str
    condition: str
    params: Mapping[str, Any]
    open: Opener
    known: tuple[Key, ...] = ()
    also: tuple["Selection", ...] = ()

    @property
    def parts(self) -> tuple["Selection", ...]:
        """This selection and those beside it, each of one table."""
        return (self, *self.also)

    def count(self) -> int:
        """How many passages there are."""
        with self.open() as session:
            return session.weigh([self])[0].count

    def first(self, n: int = 20, *, skip: int = 0) -> list[Passage]:
        """The first ``n`` passages in the order of sources and places."""
        known = skip + n <= FIRST if len(self.known) == FIRST else bool(self.known)
        with self.open() as session:
            return session.passages(self.known[skip : skip + n]) if known else session.first(self, n, skip=skip)

    def to_json(self) -> dict[str, Any]:
        """The selection as data."""
        own = {"table": self.table, "where": self.condition, "params": dict(self.params)}
        return own | ({"also": [other.to_json() for other in self.also]} if self.also else {})

    def keys(self) -> tuple[str, dict[str, Any]]:
        """The SELECT that gives the distinct (source, row) keys of all parts, and its parameters."""
        texts: list[str] = []
        params: dict[str, Any] = {}
        for number, part in enumerate(self.parts):
            names = {n: f"{n}_{number}" if number else n for n in part.params}  # two parts may use the same name
            condition = re.sub(r"\$(\w+)", lambda m, names=names: f"${names.get(m[1], m[1])}", part.condition)  # type: ignore[misc]
            texts.append(f'SELECT DISTINCT _source, _row FROM "{part.table}" WHERE {condition}')
            params |= {names[n]: value for n, value in part.params.items()}
        return " UNION ".join(texts), params
