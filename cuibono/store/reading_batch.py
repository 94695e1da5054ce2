"""What was read becomes part of the case: many sources in one transaction, each wholly or not at all."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.model.record import Record
from cuibono.model.said import Said
from cuibono.store import statements
from cuibono.store.database import raise_generation, touch, writer
from cuibono.store.intake import load_json
from cuibono.store.layout import Layout
from cuibono.store.readings import row_of, said_row
from cuibono.store.staging import Stage
from cuibono.store.unit import now


@dataclass(frozen=True, slots=True)
class Read:
    """One source as one extractor read it: ``raw`` records, those ``kept`` after corrections, and statements."""

    source: str
    extractor: str
    version: str
    text_sha256: str
    raw: Sequence[Record]
    kept: Sequence[Record]
    said: Sequence[Said]
    notes: tuple[str, ...] = ()
    unplaced: Sequence[tuple[int, str]] = ()
    active: bool = True
    number: int = 1

    @property
    def reading(self) -> str:
        """The id of the reading; a source that is read again by the same extractor gets another."""
        return f"{self.extractor}@{self.version}" + (f"#{self.number}" if self.number > 1 else "")


@dataclass(slots=True)
class Batch:
    """Sources that were read and are not yet part of the case; their rows lie in files, not in memory."""

    stage: Stage
    reads: list[dict[str, Any]] = field(default_factory=list)
    records: int = 0
    longest: int = 0
    whole: tuple[int, ...] = (0, 0, 0)

    @property
    def files(self) -> tuple[Path, Path, Path]:
        """Records, statements, and corrections without a place; one JSON object a line."""
        return tuple(self.stage.work / f"{n}.ndjson" for n in ("records", "said", "unplaced"))  # type: ignore[return-value]

    def put(self, read: Read) -> None:
        """Take in one source."""
        records, said, unplaced = self.files
        self._append(records, _record_rows(read))
        self._append(said, ([said_row(s, read.source, read.reading) for s in read.said] if read.active else []))
        self._append(unplaced, [{"judgement": n, "source": read.source, "why": why} for n, why in read.unplaced])
        self.records += len(read.raw)
        self.whole = tuple(f.stat().st_size for f in self.files)
        self.reads.append(
            {
                "id": read.reading,
                "source": read.source,
                "extractor": read.extractor,
                "version": read.version,
                "active": read.active,
                "text_sha256": read.text_sha256,
                "created": now(),
                "kind": "records",
                "notes": json.dumps(read.notes, ensure_ascii=False),
            }
        )

    def trim(self) -> None:
        """Cut off what a source left that was not taken in whole."""
        for path, size in zip(self.files, self.whole, strict=True):
            with path.open("ab") as out:
                out.truncate(size)

    def clear(self) -> None:
        """Begin again, after a commit."""
        self.reads, self.records, self.longest, self.whole = [], 0, 0, (0, 0, 0)
        self.trim()

    def _append(self, path: Path, rows: Iterable[dict[str, Any]]) -> None:
        with path.open("ab") as out:
            for row in rows:
                line = json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
                self.longest = max(self.longest, len(line))
                out.write(line)


def commit(layout: Layout, batch: Batch) -> list[str]:
    """Make what was read part of the case, all in one transaction; returns the sources that went in.

    A source that was forgotten or read by somebody else meanwhile is left as it is.
    """
    with writer(layout) as engine, engine.transaction():
        _offer(engine, batch)
        fresh = [s for (s,) in engine.tuples("SELECT DISTINCT source FROM new_readings")]
        if fresh:
            generation = raise_generation(engine)
            _end_earlier(engine, generation)
            _insert(engine, layout, generation)
        for name in ("new_readings", "new_records", "new_said", "new_unplaced"):
            engine.run(f"DROP TABLE temp.{name}")
    return fresh


def _offer(engine: DuckEngine, batch: Batch) -> None:
    """The batch as temporary tables, without what is in the case already."""
    like = {
        "new_readings": "SELECT * FROM ev.reading",
        "new_records": "SELECT *, false AS closed FROM ev.record",
        "new_said": (
            "SELECT s.entity_id, s.schema, s.prop, s.value, s.lang, e.seq AS _row, e.* EXCLUDE "
            "(entity_id, seq, statement, retracts, gen_in, gen_out) FROM ev.statement AS s, ev.evidence AS e"
        ),
        "new_unplaced": "SELECT * FROM ev.unplaced",
    }
    batch.trim()
    listing = batch.stage.work / "readings.ndjson"
    listing.write_bytes(b"".join(json.dumps(r, ensure_ascii=False).encode() + b"\n" for r in batch.reads))
    for (name, sql), path in zip(like.items(), (listing, *batch.files), strict=True):
        engine.step(name, f"{sql} LIMIT 0")
        load_json(engine, f'"{name}"', [path], longest=max(batch.longest, listing.stat().st_size))
    engine.run(
        """
        DELETE FROM new_readings AS n WHERE NOT EXISTS (
            SELECT 1 FROM ev.reading AS t WHERE t.source = n.source AND t.kind = 'text' AND t.gen_out IS NULL
              AND t.text_sha256 = n.text_sha256)
        OR EXISTS (
            SELECT 1 FROM ev.reading AS o WHERE o.source = n.source AND o.kind = 'records' AND o.gen_out IS NULL
              AND o.extractor = n.extractor AND o.version = n.version)
        """
    )
    for name in ("new_records", "new_said", "new_unplaced"):
        engine.run(f"DELETE FROM {name} WHERE source NOT IN (SELECT source FROM new_readings)")


def _end_earlier(engine: DuckEngine, generation: int) -> None:
    """An older version of the same extractor ends; where the new reading is active, the others become inactive."""
    params = {"at": generation}
    ends = (
        "EXISTS (SELECT 1 FROM new_readings AS n WHERE n.source = {0}.source "
        "AND split_part({0}.reading, '@', 1) = n.extractor)"
    )
    engine.run(f"UPDATE ev.record AS c SET gen_out = $at WHERE gen_out IS NULL AND {ends.format('c')}", params)
    engine.run(
        "UPDATE ev.reading AS r SET gen_out = $at WHERE gen_out IS NULL AND kind = 'records' AND EXISTS "
        "(SELECT 1 FROM new_readings AS n WHERE n.source = r.source AND n.extractor = r.extractor)",
        params,
    )
    deactivate(engine, "source IN (SELECT source FROM new_readings WHERE active)", generation)


def end(engine: DuckEngine, ids: Sequence[str]) -> int:
    """End every reading of these sources, so that they wait for a new one; returns how many were read before."""
    params = {"ids": list(ids)}
    mine = "gen_out IS NULL AND source IN (SELECT unnest($ids))"
    count = int(engine.value(f"SELECT count(*) FROM ev.reading WHERE kind = 'records' AND active AND {mine}", params))
    if count:
        generation = raise_generation(engine)
        for source in ids:
            deactivate(engine, f"source = '{source}'", generation)
        for table, which in (("reading", "kind = 'records' AND "), ("record", "")):
            engine.run(f"UPDATE ev.{table} SET gen_out = $at WHERE {which}{mine}", {**params, "at": generation})
    return count


def deactivate(engine: DuckEngine, where: str, generation: int) -> None:
    """The active readings of some sources become inactive, and what they made statements of ends."""
    params = {"at": generation}
    ending = f"gen_out IS NULL AND reading <> 'table' AND {where}"
    engine.step(
        "ending",
        "SELECT s.schema, s.prop, e.standing FROM ev.statement AS s JOIN ev.evidence AS e "
        f"ON e.statement = s.id AND e.entity_id = s.entity_id WHERE {ending}",
    )
    touch(engine, touched(engine, "ending"), generation)
    engine.step("going", f"SELECT * FROM ev.reading WHERE kind = 'records' AND active AND gen_out IS NULL AND {where}")
    engine.run(
        "UPDATE ev.reading AS r SET gen_out = $at WHERE gen_out IS NULL AND kind = 'records' AND active AND EXISTS "
        "(SELECT 1 FROM going AS g WHERE g.source = r.source AND g.id = r.id)",
        params,
    )
    engine.run(
        "INSERT INTO ev.reading BY NAME "
        "SELECT * REPLACE (false AS active, $at::BIGINT AS gen_in, NULL::BIGINT AS gen_out) FROM going",
        params,
    )
    engine.run(f"UPDATE ev.evidence SET gen_out = $at WHERE {ending}", params)
    for name in ("going", "ending"):
        engine.run(f"DROP TABLE temp.{name}")


def _insert(engine: DuckEngine, layout: Layout, generation: int) -> None:
    params = {"at": generation}
    engine.run(
        "INSERT INTO ev.reading BY NAME SELECT * REPLACE ($at::BIGINT AS gen_in, NULL::BIGINT AS gen_out) "
        "FROM new_readings",
        params,
    )
    insert_records(engine, generation)
    insert_said(engine, layout, generation)
    engine.run("DELETE FROM ev.unplaced WHERE source IN (SELECT source FROM new_readings WHERE active)")
    engine.run("INSERT INTO ev.unplaced SELECT * FROM new_unplaced")


def insert_records(engine: DuckEngine, generation: int) -> None:
    """Insert ``new_records``; those that a correction replaced already begin and end at once."""
    engine.run(
        "INSERT INTO ev.record BY NAME SELECT * EXCLUDE (closed) REPLACE ($at::BIGINT AS gen_in, "
        "CASE WHEN closed THEN $at::BIGINT END AS gen_out) FROM new_records ORDER BY source, start_char, end_char",
        {"at": generation},
    )


def insert_said(engine: DuckEngine, layout: Layout, generation: int) -> None:
    """Insert ``new_said``, and note which tables changed by it."""
    statements.insert_read(engine, "new_said", dataset=layout.root.name, generation=generation)
    touch(engine, touched(engine, "new_said"), generation)


def touched(engine: DuckEngine, said: str) -> list[str]:
    """What lenses would see otherwise for these statements: the tables of their schemata, and what is compared."""
    from cuibono.model.schemata import comparable_props

    pairs = set(
        engine.tuples(f"SELECT DISTINCT schema, prop FROM {said} WHERE standing <> 'proposed' ORDER BY schema, prop")
    )
    names = {f"statement:{schema}" for schema, _ in pairs}
    return sorted(names | ({"statement:compared"} if pairs & set(comparable_props()) else set()))


def _record_rows(read: Read) -> Iterable[dict[str, Any]]:
    kept = {(r.id, r.judgement) for r in read.kept}
    for record in read.raw:
        yield row_of(record, read.reading) | {"closed": (record.id, None) not in kept}
    yield from (row_of(r, read.reading) | {"closed": False} for r in read.kept if r.judgement is not None)
