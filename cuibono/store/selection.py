"""The evidence of a finding: a condition on a lens table, evaluated when someone asks.

Carrying every passage along with a finding was measured at seventeen times the cost of the finding itself.
"""

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
    """

    table: str
    condition: str
    params: Mapping[str, Any]
    open: Opener
    known: tuple[Key, ...] = ()

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
        return {"table": self.table, "where": self.condition, "params": dict(self.params)}

    def keys_sql(self) -> str:
        """The SELECT that gives the distinct (source, row) keys."""
        return f'SELECT DISTINCT _source, _row FROM "{self.table}" WHERE {self.condition}'
