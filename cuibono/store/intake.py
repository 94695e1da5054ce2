"""What one file brings into the case, gathered in a stage and committed in one transaction.

A unit is one file that a person adds, with everything inside it: a ZIP and its members go in together or not
at all. Units are committed in batches, because a commit costs a few hundredths of a second whatever its size.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from cuibono.engine import DuckEngine
from cuibono.model.source import Source
from cuibono.store import statements
from cuibono.store.compact import compact, crowded
from cuibono.store.database import raise_generation, touch, writer
from cuibono.store.layout import Layout
from cuibono.store.staging import Stage

JOIN = "\n\n"
_OBJECT = 1 << 20


class PieceLike(Protocol):
    """What a passage needs: its words, its place, its data."""

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def place(self) -> str: ...  # noqa: D102
    @property
    def data(self) -> Mapping[str, Any]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Bulk:
    """A Parquet file of rows that a unit brings for a table."""

    table: str
    source: str
    final: Path
    rows: int
    mapping: Path | None = None


@dataclass(frozen=True, slots=True)
class Entities:
    """A Parquet file of raw statements that a unit brings, who asserts them and whose ids they carry."""

    source: str
    path: Path
    asserted_by: str
    origin: str = "given"


@dataclass(frozen=True, slots=True)
class Mark:
    """How much of each kind a unit holds."""

    sources: int = 0
    readings: int = 0
    bulks: int = 0
    entities: int = 0
    finals: int = 0


@dataclass(slots=True)
class Unit:
    """Everything that one added file brings; nothing of it is visible before the commit."""

    stage: Stage
    name: str
    number: int
    sources: list[tuple[Source, str]] = field(default_factory=list)
    readings: list[dict[str, Any]] = field(default_factory=list)
    bulks: list[Bulk] = field(default_factory=list)
    entities: list[Entities] = field(default_factory=list)
    finals: list[Path] = field(default_factory=list)
    passages: int = 0
    size: int = 0
    longest: int = 0

    @property
    def passage_file(self) -> Path:
        """The passages of this unit, one JSON object a line."""
        return self.stage.work / f"passages-{self.number}.ndjson"

    def keep(self, source: Source, path: Path, version: str) -> None:
        """Take in a source: its bytes and what is told of it."""
        final = self.stage.layout.source_file(source.id)
        staged = self._place(final)
        shutil.copyfile(path, staged)
        self.sources.append((source, version))
        self.size += source.size

    def write_passages(self, source: str, reading: str, pieces: Iterable[PieceLike]) -> int:
        """Write the passages of a source as they come, and note the hash of its text."""
        digest, seq, at = hashlib.sha256(), 0, 0
        with self.passage_file.open("ab") as out:
            for piece in pieces:
                digest.update(((JOIN if seq else "") + piece.text).encode())
                seq, start = seq + 1, at + (len(JOIN) if seq else 0)
                at = start + len(piece.text)
                row = {
                    "source": source,
                    "reading": reading,
                    "seq": seq,
                    "place": piece.place,
                    "start_char": start,
                    "end_char": at,
                    "text": piece.text,
                    "data": json.dumps(dict(piece.data), ensure_ascii=False) if piece.data else None,
                }
                line = json.dumps(row, ensure_ascii=False).encode() + b"\n"
                self.longest = max(self.longest, len(line))
                out.write(line)
        self.passages += seq
        self.size += at
        self._note_reading(source, reading, seq, digest.hexdigest() if seq else None)
        return seq

    def place_bulk(self, table: str, source: str) -> tuple[Path, Path]:
        """Where to write the rows of a table: the staged path, and where it will end up."""
        final = self.stage.layout.tables / table / f"{source[:40]}.parquet"
        return self._place(final), final

    def note_bulk(self, table: str, source: str, final: Path, rows: int, mapping: str | None = None) -> None:
        """Name a written Parquet file, and keep the mapping that made it."""
        kept = None
        if mapping is not None:
            kept = self.stage.layout.mappings / f"{table}-{source[:40]}.yaml"
            self._place(kept).write_text(mapping, "utf-8")
        self.bulks.append(Bulk(table, source, final, rows, kept))

    def mark(self) -> "Mark":
        """Where the unit stands, to return to when a member inside it cannot be read."""
        return Mark(len(self.sources), len(self.readings), len(self.bulks), len(self.entities), len(self.finals))

    def rewind(self, mark: "Mark") -> None:
        """Take back what came since the mark; passages already written are skipped at the commit."""
        del self.sources[mark.sources :], self.readings[mark.readings :]
        del self.bulks[mark.bulks :], self.entities[mark.entities :]
        for final in self.finals[mark.finals :]:
            (self.stage.root / final.relative_to(self.stage.layout.root)).unlink(missing_ok=True)
            self.stage.files.remove(final)
        del self.finals[mark.finals :]

    def drop(self) -> None:
        """Forget the unit: nothing of it was ever part of the case."""
        self.rewind(Mark())
        self.passage_file.unlink(missing_ok=True)

    def _place(self, final: Path) -> Path:
        if final in self.finals:
            return self.stage.root / final.relative_to(self.stage.layout.root)
        self.finals.append(final)
        return self.stage.place(final)

    def _note_reading(self, source: str, reading: str, passages: int, sha: str | None) -> None:
        extractor, _, version = reading.partition("@")
        self.readings.append(
            {
                "id": reading,
                "source": source,
                "extractor": extractor,
                "version": version,
                "active": True,
                "passages": passages,
                "text_sha256": sha,
                "created": _now(),
                "gen_out": None,
            }
        )


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
        engine.checkpoint()
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
                "added": _now(),
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


def _now() -> str:
    return datetime.now(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")
