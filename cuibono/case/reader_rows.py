"""A table as it is read on a page: a window of its rows under the file's own header, with who is named in them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cuibono.case.entity_ties import among
from cuibono.model.schemata import edge_schemata, property_type
from cuibono.model.source import Source
from cuibono.store import catalog
from cuibono.store.layout import Layout
from cuibono.store.parties import tables
from cuibono.store.session import Session, open_session

#: So many rows, columns and characters of a cell stand on one page.
ROWS, COLUMNS, CELL = 100, 40, 400


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number, its place in the file, its cells, and whom it names (words to id)."""

    number: int
    place: str
    cells: Mapping[str, Any]
    named: Mapping[str, str] = field(default_factory=dict)

    def about(self, cell: Any) -> str:
        """The id of the entity that a cell names; empty when it names none."""
        return self.named.get(_plain(cell), "")

    def others(self, header: Sequence[str]) -> list[tuple[str, str]]:
        """Whom the row names in none of its cells, as name and id."""
        shown = {_plain(self.cells.get(h)) for h in header}
        return [(name, one) for name, one in self.named.items() if not shown & {name, one}]


@dataclass(frozen=True, slots=True)
class RowsPage:
    """A window of a table: header, rows, how many there are, and as which tables the case holds them."""

    source: Source
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    total: int
    number: int
    pages: int
    tables: tuple[str, ...] = ()


def rows_page(layout: Layout, source: str, *, at: int | None = None, number: int = 1) -> RowsPage | None:
    """The window of a table that holds row ``at``, or the window of that number; None where there are no rows."""
    with open_session(layout) as session:
        found = catalog.find_source(session.engine, source)
        files = session.engine.tuples(
            "SELECT table_name, file FROM ev.bulk WHERE source = ? AND gen_out IS NULL ORDER BY table_name", [found.id]
        )
        if not files:
            return None
        paths = [str((layout.root / file).resolve()) for _, file in files]
        total = int(session.engine.value(f"SELECT max(_row) FROM {_read(paths)} WHERE _source = ?", [found.id]) or 0)
        pages = max(1, -(-total // ROWS))
        number = min(max((at - 1) // ROWS + 1 if at is not None else number, 1), pages)
        low, high = (number - 1) * ROWS + 1, number * ROWS
        raw = session.engine.rows(
            f"SELECT _row, any_value(_place) AS place, any_value(_original) AS cells FROM {_read(paths)} "
            f"WHERE _source = $source AND _row BETWEEN {low} AND {high} GROUP BY _row ORDER BY _row",
            {"source": found.id},
        )
        named = _named(session, found.id, dict(files), low, high)
    rows = tuple(
        Row(r["_row"], r["place"] or f"row {r['_row']}", json.loads(r["cells"] or "{}"), named.get(r["_row"], {}))
        for r in raw
    )
    header = tuple(dict.fromkeys(h for r in rows for h in r.cells))[:COLUMNS]
    return RowsPage(found, header, rows, total, number, pages, tuple(t for t, _ in files if t != "rows"))


def _read(paths: Sequence[str]) -> str:
    listed = ", ".join("'" + p.replace("'", "''") + "'" for p in paths)
    return f"read_parquet([{listed}], union_by_name = true)"


def _named(session: Session, source: str, files: Mapping[str, str], low: int, high: int) -> dict[int, dict[str, str]]:
    """Whom each row names: the parties of lens tables, and entities whose name a row states."""
    between = f"BETWEEN {low} AND {high}"
    found: dict[int, dict[str, str]] = {}
    known = tables()
    for table, file in files.items():
        path = [str((session.layout.root / file).resolve())]
        for stem in known.get(table, ()):
            told = session.engine.tuples(
                f'SELECT _row, "{stem}_name", "{stem}_id" FROM {_read(path)} WHERE _source = ? AND _row {between} '
                f'AND "{stem}_name" IS NOT NULL AND "{stem}_id" IS NOT NULL',
                [source],
            )
            for row, name, one in told:
                found.setdefault(row, {})[_plain(name)] = one
    there = session.engine.tuples(
        f"SELECT e.seq, e.statement, e.entity_id FROM ev.evidence AS e WHERE e.source = ? AND e.seq {between} "
        "AND e.gen_out IS NULL",
        [source],
    )
    if not there:
        return found
    rows_of: dict[str, set[int]] = {}
    for seq, statement, _ in there:
        rows_of.setdefault(statement, set()).add(seq)
    stated = session.engine.tuples(
        f"SELECT s.id, s.schema, s.prop, s.value, s.entity_id FROM ev.statement AS s "
        f"WHERE {among('s.entity_id', sorted({e for _, _, e in there}))}"
    )
    said = [(row, *told) for statement, *told in stated for row in rows_of.get(statement, ())]
    for row, schema, prop, value, one in said:
        if prop == "name" and schema not in edge_schemata():
            found.setdefault(row, {}).setdefault(_plain(value), one)
        elif property_type(schema, prop) == "entity":  # a cell that holds an id
            found.setdefault(row, {}).setdefault(_plain(value), value)
    return found


def _plain(cell: Any) -> str:
    return " ".join(str(cell if cell is not None else "").split())
