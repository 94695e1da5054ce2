"""Who and what stands in the tables that a lens reads: a lens is not asked about somebody who is in none of them."""

from collections.abc import Iterable

from cuibono.case.docket.routes import CLAIMED
from cuibono.case.docket.words import folded
from cuibono.lenses.contract import LensSpec
from cuibono.model.table import spec
from cuibono.store.session import Session

_MOST = 50_000  # names of a column that are kept in mind; a lens on a larger one is asked about everybody


class Present:
    """The ids, names and words in the tables of a session, read once for each table when first needed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[str, frozenset[str] | None] = {}

    def has(self, lens: LensSpec, keys: Iterable[str]) -> bool:
        """Whether a lens reads anything of one of these ids or folded names, or may: of large tables nobody knows."""
        wanted = set(keys)
        names = [t.table.name for t in lens.tables if t.table.name not in CLAIMED]
        return any((known := self._of(name)) is None or not known.isdisjoint(wanted) for name in names)

    def _of(self, table: str) -> frozenset[str] | None:
        if table not in self._known:
            self._known[table] = self._read(table) if table in self._session.tables() else frozenset()
        return self._known[table]

    def _read(self, table: str) -> frozenset[str] | None:
        self._session.need(table)
        found: set[str] = set()
        for column in spec(table).columns:
            if column.type != "VARCHAR":
                continue
            rows = self._session.rows(f'SELECT DISTINCT "{column.name}" AS v FROM "{table}" LIMIT {_MOST + 1}')
            if len(rows) > _MOST:
                return None
            found |= {v for r in rows if r["v"] for v in (r["v"], folded(r["v"]))}
        return frozenset(found)
