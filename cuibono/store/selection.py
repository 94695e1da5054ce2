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

Opener = Callable[[], AbstractContextManager["Session"]]


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows of one table that meet a condition; ``open`` gives a session to evaluate it in."""

    table: str
    condition: str
    params: Mapping[str, Any]
    open: Opener

    def count(self) -> int:
        """How many passages there are."""
        with self.open() as session:
            return session.weigh([self])[0][0]

    def first(self, n: int = 20, *, skip: int = 0) -> list[Passage]:
        """The first ``n`` passages in the order of sources and places."""
        with self.open() as session:
            return session.first(self, n, skip=skip)

    def to_json(self) -> dict[str, Any]:
        """The selection as data."""
        return {"table": self.table, "where": self.condition, "params": dict(self.params)}

    def keys_sql(self) -> str:
        """The SELECT that gives the distinct (source, row) keys."""
        return f'SELECT DISTINCT _source, _row FROM "{self.table}" WHERE {self.condition}'
