"""Readings of texts: which documents wait for one, which have one, and the text that is read.

A source is read as a whole or not at all. A second extractor makes a second reading; only the active one makes
statements.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.model.record import Record
from cuibono.model.said import Said
from cuibono.store.unit import JOIN

#: Sources with passages: what a reader made of tables and of lists of items has none.
_TEXTS = "SELECT t.source FROM ev.reading AS t WHERE t.kind = 'text' AND t.gen_out IS NULL AND t.passages > 0"
_READ = "SELECT x.source FROM ev.reading AS x WHERE x.kind = 'records' AND x.gen_out IS NULL"


@dataclass(frozen=True, slots=True)
class Document:
    """A source that has text, and how many characters of it."""

    id: str
    name: str
    size: int


def waiting(engine: DuckEngine, *, extractor: str | None = None, version: str | None = None) -> list[Document]:
    """Documents without an active reading, in the order in which they came in.

    With an extractor named, also those that it has not read, or has read in another version only.
    """
    if extractor is None:
        return _sized(engine, f"{_TEXTS} AND t.source NOT IN ({_READ} AND x.active)", None)
    read = f"{_READ} AND x.extractor = $extractor AND x.version = $version"
    params = {"extractor": extractor, "version": version}
    return _sized(engine, f"{_TEXTS} AND t.source NOT IN ({read})", params)


def how_many_wait(engine: DuckEngine) -> int:
    """How many documents have no active reading; looks at no text."""
    return int(engine.value(f"SELECT count(*) FROM ({_TEXTS} AND t.source NOT IN ({_READ} AND x.active)) AS w"))


def documents(engine: DuckEngine, ids: Sequence[str]) -> list[Document]:
    """Those of the sources that have text."""
    return _sized(engine, f"{_TEXTS} AND t.source IN (SELECT unnest($ids))", {"ids": list(ids)})


def _sized(engine: DuckEngine, wanted: str, params: Mapping[str, Any] | None) -> list[Document]:
    rows = engine.tuples(
        "SELECT s.id, s.name, sum(length(p.text))::BIGINT AS size FROM ev.source AS s "
        f"JOIN ev.passage AS p ON p.source = s.id WHERE s.id IN ({wanted}) AND p.source IN ({wanted}) "
        "GROUP BY s.id, s.name, s.gen_in ORDER BY s.gen_in, s.name, s.id",
        params,
    )
    return [Document(*row) for row in rows]


def alive(engine: DuckEngine, ids: Sequence[str], extractor: str, version: str) -> dict[str, bool]:
    """Those of the sources that this extractor has read in this version, and whether that reading is active."""
    rows = engine.tuples(
        "SELECT source, active FROM ev.reading WHERE kind = 'records' AND extractor = $extractor "
        "AND version = $version AND gen_out IS NULL AND source IN (SELECT unnest($ids)) ORDER BY source",
        {"extractor": extractor, "version": version, "ids": list(ids)},
    )
    return {str(source): bool(active) for source, active in rows}


def next_number(engine: DuckEngine, source: str, extractor: str, version: str) -> int:
    """The number of the next reading of a source by an extractor: 1 unless it was read before and that has ended."""
    return 1 + int(
        engine.value(
            "SELECT count(DISTINCT id) FROM ev.reading WHERE kind = 'records' AND source = ? AND extractor = ? "
            "AND version = ?",
            [source, extractor, version],
        )
    )


def text_of(engine: DuckEngine, source: str) -> tuple[str, list[tuple[int, int]], str]:
    """The text of a source, the places of its passages in it, and the hash of the text."""
    rows = engine.tuples(
        "SELECT p.text, p.start_char, p.end_char, r.text_sha256 FROM ev.passage AS p "
        "JOIN ev.reading AS r ON r.source = p.source AND r.id = p.reading AND r.kind = 'text' AND r.gen_out IS NULL "
        "WHERE p.source = ? ORDER BY p.seq",
        [source],
    )
    return JOIN.join(r[0] for r in rows), [(r[1], r[2]) for r in rows], str(rows[0][3]) if rows else ""


def names_of(engine: DuckEngine, source: str) -> list[Record]:
    """The names that any reading of a source has found, whose ids a new reading takes over."""
    rows = engine.rows(
        "SELECT DISTINCT ON (id) * FROM ev.record WHERE source = ? AND kind = 'name' AND judgement IS NULL "
        "ORDER BY id, gen_in",
        [source],
    )
    return [record_of(r) for r in rows]


def record_of(row: Mapping[str, Any]) -> Record:
    """A record from its row."""
    return Record(
        row["id"],
        row["kind"],
        row["start_char"],
        row["end_char"],
        row["quote"],
        json.loads(row["data"]),
        row["source"],
        row["seq"],
        row["judgement"],
    )


def row_of(record: Record, reading: str) -> dict[str, Any]:
    """A record as a row of ``ev.record``."""
    return {
        "id": record.id,
        "source": record.source,
        "reading": reading,
        "kind": record.kind,
        "start_char": record.start,
        "end_char": record.end,
        "quote": record.quote,
        "data": json.dumps(dict(record.data), ensure_ascii=False),
        "seq": record.seq,
        "judgement": record.judgement,
    }


def said_row(said: Said, source: str, reading: str) -> dict[str, Any]:
    """A statement with its evidence as a row to insert."""
    return {
        "entity_id": said.entity,
        "schema": said.schema,
        "prop": said.prop,
        "value": said.value,
        "_row": said.seq,
        "source": source,
        "asserted_by": said.asserted_by,
        "status": said.status,
        "polarity": said.polarity,
        "standing": said.standing,
        "reading": reading,
        "rule": said.rule,
        "confidence": said.confidence,
    }
