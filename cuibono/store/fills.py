"""Tables filled by a lens when a person asks: rows that rest on others, kept in the cache until those change.

A filled row stands only for a party of which no given row says anything. It is left out of every view that lacks one of
its sources or speakers, so that nothing protected shows through it.
"""

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.model.table import COMMON, TableSpec, spec
from cuibono.store import database
from cuibono.store.layout import Layout, sync_file
from cuibono.store.staleness import is_stale


@dataclass(frozen=True, slots=True)
class Fill:
    """What filled a table: the lens with its settings, the tables that it read, in which generation, and the file."""

    table: str
    lens: str
    settings: Mapping[str, Any]
    tables: tuple[str, ...]
    generation: int
    file: str
    rows: int


def folder(layout: Layout) -> Path:
    """Where filled tables lie; forgetting a source empties the cache, and them with it."""
    return layout.cache / "fills"


def fill_of(layout: Layout, table: str) -> Fill | None:
    """What filled a table, or None."""
    try:
        raw = json.loads((folder(layout) / f"{table}.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return Fill(**raw | {"tables": tuple(raw["tables"])})


def fresh(engine: DuckEngine, layout: Layout, table: str, *, generation: int | None = None) -> Fill | None:
    """The fill of a table where it still holds, as of a generation (None: now)."""
    found = fill_of(layout, table)
    if found is None or (generation is not None and generation < found.generation):
        return None
    there = (folder(layout) / found.file).is_file()
    return found if there and not is_stale(found.tables, found.generation, database.changes(engine)) else None


def part(found: Fill, layout: Layout, table: TableSpec, given: str, unheard: Sequence[str]) -> str:
    """The filled rows as a SELECT: of parties that the ``given`` rows leave out, and resting on nothing that is out."""
    file = str((folder(layout) / found.file).resolve()).replace("'", "''")
    rows = f"read_parquet('{file}')"
    key = next(c.name for c in table.columns if c.parse == "id")
    party = f'coalesce("{key}", lower("{key[:-3]}_name"))'
    types = {c.name: c.type for c in table.columns} | COMMON
    columns = ", ".join(f'f."{name}"::{kind} AS "{name}"' for name, kind in types.items())
    said = ", ".join("'" + u.replace("'", "''") + "'" for u in unheard) or "''"
    return f"""
        SELECT {columns} FROM {rows} AS f
        WHERE {party} NOT IN (SELECT {party} FROM ({given}) AS g WHERE {party} IS NOT NULL)
          AND f._n NOT IN (SELECT r._n FROM (SELECT _n, unnest(_rests) AS source FROM {rows}) AS r
                           WHERE r.source NOT IN (SELECT id FROM source))
          AND f._n NOT IN (SELECT r._n FROM (SELECT _n, unnest(_said) AS who FROM {rows}) AS r
                           WHERE r.who IN ({said}))"""


def write(
    engine: DuckEngine, layout: Layout, table: str, rows: Iterable[Mapping[str, Any]], *, lens: str,
    settings: Mapping[str, Any], tables: Sequence[str],
) -> Fill:  # fmt: skip
    """Keep rows as the fill of a table, in place of an earlier one; call under the exclusive lock."""
    place = folder(layout)
    place.mkdir(parents=True, exist_ok=True)
    name = f"{table}-{uuid.uuid4().hex[:12]}.parquet"
    count = _parquet(engine, place / name, spec(table), rows, lens)
    sync_file(place / name)
    with engine.transaction():
        at = database.raise_generation(engine)
        database.touch(engine, [table], at)
    made = Fill(table, lens, dict(settings), tuple(tables), at, name, count)
    told = place / f"{table}.json.new"
    told.write_text(json.dumps(asdict(made), ensure_ascii=False), "utf-8")
    sync_file(told)
    told.replace(place / f"{table}.json")
    _sweep(place, table, name)
    return made


def clear(engine: DuckEngine, layout: Layout, table: str) -> bool:
    """Take back the fill of a table; whether there was one. Call under the exclusive lock."""
    found = fill_of(layout, table)
    if found is None:
        return False
    (folder(layout) / f"{table}.json").unlink()
    _sweep(folder(layout), table, "")
    with engine.transaction():
        database.touch(engine, [table], database.raise_generation(engine))
    return True


def _sweep(place: Path, table: str, but: str) -> None:
    for file in place.glob(f"{table}-*.parquet"):
        if file.name != but:
            file.unlink(missing_ok=True)


def _parquet(
    engine: DuckEngine, file: Path, table: TableSpec, rows: Iterable[Mapping[str, Any]], lens: str
) -> int:  # fmt: skip
    """Write the rows; returns how many there are."""
    filled = {
        "asserted_by": lens,
        "status": "stated",
        "polarity": "+",
        "standing": "recorded",
        "reading": f"fill:{lens}",
    }
    types = {c.name: c.type for c in table.columns} | COMMON
    lines = file.with_suffix(".ndjson")
    count = 0
    with lines.open("w", encoding="utf-8") as out:
        for count, row in enumerate(rows, start=1):
            own = {n: row.get(n, filled.get(n)) for n in types}
            out.write(json.dumps({"_n": count, "_rests": row["rests"], "_said": row["said"], **own}) + "\n")
    named = {"_n": "BIGINT", "_rests": "VARCHAR[]", "_said": "VARCHAR[]", **types}
    columns = ", ".join(f"\"{n}\": '{t}'" for n, t in named.items())
    path = str(lines).replace("'", "''")
    source = f"read_json('{path}', format = 'newline_delimited', columns = {{{columns}}})"
    if not count:
        source = "(SELECT " + ", ".join(f'NULL::{t} AS "{n}"' for n, t in named.items()) + " WHERE false)"
    engine.run(f"COPY (SELECT * FROM {source}) TO '{str(file).replace(chr(39), chr(39) * 2)}' (FORMAT parquet)")
    lines.unlink()
    return count
