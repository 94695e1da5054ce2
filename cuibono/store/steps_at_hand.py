"""Steps at hand: what a lens worked out of tables that do not change is not worked out again for the next question.

A step is the same when its query, its parameters and all earlier steps that it reads are; the tables of a session at
hand are kept in memory, and stay what they are.
"""

from collections.abc import Collection, Mapping
from typing import Any

from cuibono.engine.duck import tables_in


class Steps:
    """The steps of a session, each with what it was made of; a step of the same name takes the place of the last."""

    def __init__(self, tables: Collection[str]) -> None:
        self._tables = frozenset(tables)  # of the case; whatever else a query reads may change
        self._made: dict[str, tuple[int, object]] = {}
        self._number = 0

    def has(self, name: str, sql: str, params: Mapping[str, Any] | None) -> bool:
        """Whether the step of that name is just this one; if not, it is taken to be made now."""
        of = self._of(name, sql, params)
        if name in self._made and self._made[name][1] == of:
            return True
        self._number += 1
        self._made[name] = (self._number, of)
        return False

    def forget(self, name: str) -> None:
        """A step could not be made."""
        self._made.pop(name, None)

    def _of(self, name: str, sql: str, params: Mapping[str, Any] | None) -> object:
        read = tables_in(sql)
        if name in read or not read <= self._tables | self._made.keys():
            return object()  # like no other
        earlier = {n: self._made[n][0] for n in read & self._made.keys()}
        return sql, repr(sorted((params or {}).items())), tuple(sorted(earlier.items()))
