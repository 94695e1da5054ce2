"""A desk in memory: lens tables from a few rows, so that a lens can be tried without a case.

>>> from cuibono.testing.desk import MemoryDesk, ask
>>> desk = MemoryDesk({"supply_shares": [{"supplier_name": "Norland", "share_low": 0.9, "share_high": 0.9}]})
>>> ask("dependence.concentration", desk)[0].says[:7]
'Norland'
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.errors import BadTable, UnknownName
from cuibono.lenses import registry
from cuibono.lenses.contract import LensFunction, LensSpec, spec_of
from cuibono.lenses.run import run
from cuibono.model.finding import Finding, Notice
from cuibono.model.passage import Passage
from cuibono.model.source import Source
from cuibono.model.table import COMMON, TableSpec, spec, table_names

Rows = Sequence[Mapping[str, Any]]

_FILLED: dict[str, Any] = {
    "asserted_by": "Invented Gazette",
    "status": "stated",
    "polarity": "+",
    "standing": "recorded",
    "reading": "table",
}


class MemoryDesk:
    """A Desk over rows given as dicts, or as the text of a SELECT when there are many.

    Columns that a row leaves out are empty, except these: ``_source`` (any text may name it), ``_row`` (from 1
    in the order given), ``asserted_by`` "Invented Gazette", ``status`` stated, ``polarity`` +, ``standing``
    recorded, and ids, which become the name in lower case. ``seen`` holds every SQL text that was run,
    ``conditions`` those of the evidence, ``told`` what a lens said of its progress. Raises BadTable for a column
    that the table does not have.
    """

    def __init__(self, tables: Mapping[str, Rows | str], *, memory: str = "2GB") -> None:
        self.engine = DuckEngine(memory=memory)
        self.seen: list[str] = []
        self.conditions: list[str] = []
        self.told: list[str] = []
        self.given = dict(tables)
        for name in tables:
            if name not in table_names():
                raise UnknownName.among("table", name, list(table_names()))
        for name in table_names():
            self._load(spec(name), tables.get(name, ()))

    def __enter__(self) -> "MemoryDesk":
        return self

    def __exit__(self, *_: object) -> None:
        self.engine.close()

    def rows(self, sql: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Run a SELECT and return its rows as dicts."""
        self.seen.append(sql)
        return self.engine.rows(sql, params)

    def arrays(self, sql: str, params: Mapping[str, Any] | None = None, *, budget: int = 50_000_000) -> dict[str, Any]:
        """Run a SELECT and return its columns as numpy arrays."""
        self.seen.append(sql)
        return self.engine.arrays(sql, params, budget=budget)

    def step(self, name: str, sql: str, params: Mapping[str, Any] | None = None) -> str:
        """Keep the result of a SELECT as a named temporary table."""
        self.seen.append(sql)
        return self.engine.step(name, sql, params)

    def select(self, table: str, condition: str, params: Mapping[str, Any]) -> "Selected":
        """The rows of a table that meet a condition, as evidence."""
        self.conditions.append(condition)
        return Selected(self, table, condition, dict(params))

    def tell(self, what: str, done: int = 0, of: int = 0) -> None:
        """Remember what a lens says of its progress."""
        del done, of
        self.told.append(what)

    def have(self, table: str) -> bool:
        """Whether a table has rows."""
        return bool(self.engine.value(f'SELECT 1 FROM "{table}" LIMIT 1'))

    def _load(self, table: TableSpec, rows: Rows | str) -> None:
        types = {c.name: c.type for c in table.columns} | COMMON
        params: dict[str, Any] = {}
        if isinstance(rows, str):
            names, given = set(self.engine.columns(f"({rows})")), rows
        else:
            filled = [_filled(row, number, table) for number, row in enumerate(rows, start=1)]
            names = {name for row in filled for name in row} or {"_row"}
            shape = json.dumps([{n: types.get(n, "VARCHAR") for n in sorted(names)}])
            given = f"SELECT unnest(from_json($rows, '{shape}'), recursive := true)"
            params["rows"] = json.dumps(filled, default=str)
        if unknown := sorted(names - set(types)):
            raise BadTable(
                f"The table '{table.name}' has no column '{unknown[0]}'.", try_=f"one of: {', '.join(types)}"
            )
        columns = ", ".join(f'{_column(n, table, names)}::{t} AS "{n}"' for n, t in types.items())
        self.engine.step(table.name, f"SELECT {columns} FROM ({given}) AS g", params or None)


def _filled(row: Mapping[str, Any], number: int, table: TableSpec) -> dict[str, Any]:
    """A row with what every row carries, and with ids made from names."""
    ids = {
        c.name: str(row[c.name[:-3] + "_name"]).lower()
        for c in table.columns
        if c.parse == "id" and row.get(c.name[:-3] + "_name") is not None
    }
    return {"_source": f"{table.name}.csv", "_row": number} | _FILLED | ids | dict(row)


def _column(name: str, table: TableSpec, given: set[str]) -> str:
    """A column as a SELECT gave it, or what stands for it when it did not."""
    if name in given:
        return f'g."{name}"'
    if name == "_row":
        return "row_number() OVER ()"
    value = f"{table.name}.csv" if name == "_source" else _FILLED.get(name)
    if value is not None:
        return f"'{value}'"
    column, partner = table.column(name), name[:-3] + "_name"
    return f'lower(g."{partner}")' if column and column.parse == "id" and partner in given else "NULL"


@dataclass(frozen=True, slots=True)
class Selected:
    """Evidence over a MemoryDesk."""

    desk: MemoryDesk
    table: str
    condition: str
    params: dict[str, Any]

    def count(self) -> int:
        """How many passages there are."""
        return int(self.desk.engine.value(f"SELECT count(*) FROM ({self._keys()}) AS k", self._used()))

    def first(self, n: int = 20, *, skip: int = 0) -> list[Passage]:
        """The first ``n`` passages in the order of sources and places."""
        rows = self.desk.engine.rows(
            f'SELECT t.* FROM "{self.table}" AS t SEMI JOIN ({self._keys()}) AS k '
            "ON k._source = t._source AND k._row = t._row "
            f"ORDER BY t._source, t._row LIMIT {int(n)} OFFSET {int(skip)}",
            self._used(),
        )
        return [_passage(row) for row in rows]

    def to_json(self) -> dict[str, Any]:
        """The selection as data."""
        return {"table": self.table, "where": self.condition, "params": self._used()}

    def _keys(self) -> str:
        return f'SELECT DISTINCT _source, _row FROM "{self.table}" WHERE {self.condition}'

    def _used(self) -> dict[str, Any]:
        return {k: v for k, v in self.params.items() if f"${k}" in self.condition}


def _passage(row: Mapping[str, Any]) -> Passage:
    name = row["_source"]
    source = Source(hashlib.sha256(name.encode()).hexdigest(), name, media_type="text/csv", reader="memory")
    cells = {k: v for k, v in row.items() if k not in COMMON and v is not None}
    text = " · ".join(f"{k}: {v}" for k, v in cells.items())
    return Passage(source, row["_row"], f"row {row['_row']}", text, data=cells)


def ask(
    lens: str | LensSpec | LensFunction, tables: MemoryDesk | Mapping[str, Rows | str], **settings: Any
) -> list[Finding | Notice]:
    """Everything that a lens yields on the given tables; the lens by name, as its spec, or the function itself."""
    found = registry.get(lens) if isinstance(lens, str) else lens if isinstance(lens, LensSpec) else spec_of(lens)
    if found is None:
        raise UnknownName(f"{lens!r} is not a lens.", try_="mark the function with @lens")
    desk = tables if isinstance(tables, MemoryDesk) else MemoryDesk(tables)
    return list(run(found, desk, settings, desk.have))


def findings(items: Sequence[Finding | Notice]) -> list[Finding]:
    """The findings among what a lens yielded."""
    return [i for i in items if isinstance(i, Finding)]


def notices(items: Sequence[Finding | Notice]) -> list[Notice]:
    """The notices among what a lens yielded."""
    return [i for i in items if isinstance(i, Notice)]
