"""Units become part of the case, many of them in one transaction.

They are committed in batches, because a commit costs a few hundredths of a second whatever its size.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.store import statements
from cuibono.store.compact import compact, crowded
from cuibono.store.database import raise_generation, touch, writer
from cuibono.store.layout import Layout
from cuibono.store.staging import Stage
from cuibono.store.unit import Unit, now

_OBJECT = 1 << 20


def commit(layout: Layout, stage: Stage, units: list[Unit]) -> set[str]:
    """Make the units part of the case, all in one transaction; returns the hashes that came in.

    A source that another writer brought in meanwhile is left as it is.
    """
    stage.sync()
    with writer(layout) as engine:
        with engine.transaction():
            known = {i for (i,) in engine.tuples("SELECT id FROM ev.source")}
            generation = raise_generation(engine)
            fresh = _insert_sources(engine, stage, units, known, generation)
            _insert_passages(engine, stage, units, fresh, generation)
            _insert_bulks(engine, layout, units, generation)
            _insert_entities(engine, layout, units, generation)
        stage.settle()
        for table in crowded(engine):
            with engine.transaction():
                compact(layout, engine, stage, table)
                stage.sync()
            stage.settle()
    return fresh


def load_rows(engine: DuckEngine, table: str, rows: list[dict[str, Any]], stage: Stage) -> None:
    """Insert dicts into a table by way of a JSON-lines file: far quicker than one statement per row."""
    if not rows:
        return
    path = stage.work / f"{table.replace('.', '-')}.ndjson"
    lines = [json.dumps(row, ensure_ascii=False, default=str).encode() + b"\n" for row in rows]
    path.write_bytes(b"".join(lines))
    load_json(engine, table, [path], longest=max(map(len, lines)))


def load_json(engine: DuckEngine, table: str, paths: list[Path], where: str = "true", *, longest: int = 0) -> None:
    """Insert JSON-lines files whose keys are the columns of the table; ``longest`` line in bytes sizes the buffers."""
    columns = engine.columns(table)
    types = ", ".join(f"{name}: '{kind}'" for name, kind in columns.items())
    files = ", ".join(f"'{str(p).replace(chr(39), chr(39) * 2)}'" for p in paths)
    room = max(longest, _OBJECT) + 1024
    engine.run(
        f"INSERT INTO {table} BY NAME SELECT {', '.join(columns)} FROM read_json([{files}], "
        f"format = 'newline_delimited', maximum_object_size = {room}, columns = {{{types}}}) WHERE {where}"
    )


def _insert_sources(engine: DuckEngine, stage: Stage, units: list[Unit], known: set[str], generation: int) -> set[str]:
    rows, seen = [], set(known)
    for source, version in (pair for unit in units for pair in unit.sources):
        if source.id in seen:
            continue
        seen.add(source.id)
        rows.append(
            {
                "id": source.id,
                "name": source.name,
                "media_type": source.media_type,
                "reader": source.reader,
                "reader_version": version,
                "size": source.size,
                "origin": source.origin,
                "title": source.title,
                "outlet": source.outlet,
                "author": source.author,
                "published": source.published,
                "language": source.language,
                "url": source.url,
                "captured": source.captured,
                "added": now(),
                "protected": source.protected,
                "simulated": source.simulated,
                "parent": source.parent,
                "notes": json.dumps(source.notes, ensure_ascii=False),
                "gen_in": generation,
            }
        )
    load_rows(engine, "ev.source", rows, stage)
    return seen - known


def _insert_passages(engine: DuckEngine, stage: Stage, units: list[Unit], fresh: set[str], generation: int) -> None:
    readings = [r | {"gen_in": generation} for u in units for r in u.readings if r["source"] in fresh]
    load_rows(engine, "ev.reading", readings, stage)
    files = [u.passage_file for u in units if u.passage_file.exists()]
    if not files:
        return
    engine.run("CREATE OR REPLACE TEMP TABLE fresh AS SELECT unnest($ids) AS id", {"ids": sorted(fresh)})
    longest = max(u.longest for u in units)
    load_json(engine, "ev.passage", files, "source IN (SELECT id FROM fresh)", longest=longest)
    engine.run("DROP TABLE temp.fresh")


def _insert_bulks(engine: DuckEngine, layout: Layout, units: list[Unit], generation: int) -> None:
    for unit in units:
        for bulk in unit.bulks:
            staged = unit.stage.root / bulk.final.relative_to(layout.root)
            file = str(bulk.final.relative_to(layout.root))
            mapping = str(bulk.mapping.relative_to(layout.root)) if bulk.mapping else None
            engine.run("DELETE FROM ev.bulk WHERE table_name = ? AND source = ?", [bulk.table, bulk.source])
            engine.run(
                "INSERT INTO ev.bulk VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
                [bulk.table, bulk.source, file, bulk.rows, sha256_of(staged), mapping, generation],
            )
            touch(engine, [bulk.table], generation)


def _insert_entities(engine: DuckEngine, layout: Layout, units: list[Unit], generation: int) -> None:
    for brought in (e for unit in units for e in unit.entities):
        statements.insert(
            engine,
            brought.path,
            source=brought.source,
            dataset=layout.root.name,
            asserted_by=brought.asserted_by,
            generation=generation,
            origin=brought.origin,
        )
        touch(engine, ["statement"], generation)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, read in pieces."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
