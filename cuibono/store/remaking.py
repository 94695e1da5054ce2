"""What a source says is made anew, from its records as they stand after a correction or a change of reading.

Nothing is overwritten: what no longer holds ends with this generation, what is new begins with it, so that a finding
of earlier can still be made again as of its own time.
"""

from cuibono.engine import DuckEngine
from cuibono.model.record import Record
from cuibono.store import database, statements
from cuibono.store.intake import load_rows
from cuibono.store.layout import Layout
from cuibono.store.reading_batch import Read, deactivate, touched
from cuibono.store.readings import record_of, row_of, said_row
from cuibono.store.staging import Stage

_SAME = "source, entity_id, prop, value, _row, asserted_by, status, polarity, standing, reading, rule, confidence"


def reading_of(engine: DuckEngine, source: str, wanted: tuple[str, str] | None = None) -> tuple[str, str, int] | None:
    """Extractor, version and number of the reading that lenses see, or of that of an extractor; None without one."""
    which = "active" if wanted is None else "extractor = $extractor AND version = $version"
    params = {"source": source} | (dict(zip(("extractor", "version"), wanted, strict=True)) if wanted else {})
    rows = engine.tuples(
        "SELECT id, extractor, version FROM ev.reading WHERE source = $source AND kind = 'records' "
        f"AND gen_out IS NULL AND {which}",
        params,
    )
    if not rows:
        return None
    reading, extractor, version = rows[0]
    _, sign, number = str(reading).rpartition("#")
    return str(extractor), str(version), int(number) if sign else 1


def raw_of(engine: DuckEngine, source: str, reading: str) -> list[Record]:
    """The records of a reading as the extractor made them, whatever was corrected since."""
    rows = engine.rows(
        "SELECT DISTINCT ON (id) * FROM ev.record WHERE source = $source AND reading = $reading "
        "AND judgement IS NULL ORDER BY id, gen_in",
        {"source": source, "reading": reading},
    )
    return sorted(map(record_of, rows), key=lambda r: (r.start, r.end, r.kind, r.id))


def remake(engine: DuckEngine, layout: Layout, stage: Stage, read: Read) -> int:
    """Let a source say what its ``kept`` records and statements say; call in a transaction. Returns the generation."""
    generation = database.raise_generation(engine)
    if reading_of(engine, read.source) != (read.extractor, read.version, read.number):
        deactivate(engine, f"source = '{read.source}'", generation)
        _activate(engine, read, generation)
    _records(engine, stage, read, generation)
    _said(engine, layout, stage, read, generation)
    engine.run("DELETE FROM ev.unplaced WHERE source = ?", [read.source])
    rows = [{"judgement": n, "source": read.source, "why": why} for n, why in read.unplaced]
    load_rows(engine, "ev.unplaced", rows, stage)
    return generation


def _activate(engine: DuckEngine, read: Read, generation: int) -> None:
    mine = "kind = 'records' AND source = $source AND id = $id AND gen_out IS NULL"
    params = {"source": read.source, "id": read.reading}
    engine.step("coming", f"SELECT * FROM ev.reading WHERE {mine}", params)
    engine.run(f"UPDATE ev.reading SET gen_out = $at WHERE {mine}", {**params, "at": generation})
    engine.run(
        "INSERT INTO ev.reading BY NAME "
        "SELECT * REPLACE (true AS active, $at::BIGINT AS gen_in, NULL::BIGINT AS gen_out) FROM coming",
        {"at": generation},
    )
    engine.run("DROP TABLE temp.coming")


def _records(engine: DuckEngine, stage: Stage, read: Read, generation: int) -> None:
    """Records that changed end, and begin as they are now."""
    rows = engine.rows(
        "SELECT * FROM ev.record WHERE source = $source AND reading = $reading AND gen_out IS NULL",
        {"source": read.source, "reading": read.reading},
    )
    there = {_key(r): r for r in map(record_of, rows)}
    wanted = {_key(r): r for r in read.kept}
    gone = sorted(r.id for k, r in there.items() if k not in wanted)
    engine.run(
        "UPDATE ev.record SET gen_out = $at WHERE source = $source AND reading = $reading AND gen_out IS NULL "
        "AND id IN (SELECT unnest($gone))",
        {"at": generation, "source": read.source, "reading": read.reading, "gone": gone},
    )
    still = {k: r for k, r in there.items() if r.id not in set(gone)}
    fresh = [row_of(r, read.reading) | {"gen_in": generation} for k, r in wanted.items() if k not in still]
    load_rows(engine, "ev.record", fresh, stage)


def _key(record: Record) -> tuple[object, ...]:
    data = sorted((k, str(v)) for k, v in record.data.items())
    return record.id, record.start, record.end, record.judgement, tuple(data)


def _said(engine: DuckEngine, layout: Layout, stage: Stage, read: Read, generation: int) -> None:
    engine.step(
        "old_said",
        "SELECT e.source, e.entity_id, s.schema, s.prop, s.value, e.seq AS _row, e.asserted_by, e.status, e.polarity, "
        "e.standing, e.reading, e.rule, e.confidence, e.statement FROM ev.evidence AS e JOIN ev.statement AS s "
        "ON s.id = e.statement AND s.entity_id = e.entity_id "
        "WHERE e.source = ? AND e.reading <> 'table' AND e.gen_out IS NULL",
        [read.source],
    )
    engine.step("new_said", "SELECT * EXCLUDE (statement), NULL::VARCHAR AS lang FROM old_said LIMIT 0")
    load_rows(engine, "new_said", [said_row(s, read.source, read.reading) for s in read.said], stage)
    differ = f"SELECT {_SAME} FROM {{}} EXCEPT SELECT {_SAME} FROM {{}}"
    engine.step("ended", differ.format("old_said", "new_said"))
    engine.step("begun", differ.format("new_said", "old_said"))
    same = " AND ".join(f"x.{c.strip()} IS NOT DISTINCT FROM o.{c.strip()}" for c in _SAME.split(","))
    engine.step("ended_said", f"SELECT o.* FROM old_said AS o WHERE EXISTS (SELECT 1 FROM ended AS x WHERE {same})")
    engine.run(
        "UPDATE ev.evidence AS e SET gen_out = $at WHERE e.gen_out IS NULL AND e.source = $source AND EXISTS ("
        "SELECT 1 FROM ended_said AS x WHERE x.statement = e.statement AND x._row = e.seq "
        "AND x.asserted_by IS NOT DISTINCT FROM e.asserted_by AND x.status = e.status AND x.polarity = e.polarity "
        "AND x.standing = e.standing AND x.reading = e.reading AND x.rule IS NOT DISTINCT FROM e.rule "
        "AND x.confidence IS NOT DISTINCT FROM e.confidence)",
        {"at": generation, "source": read.source},
    )
    engine.step("begun_said", f"SELECT o.* FROM new_said AS o WHERE EXISTS (SELECT 1 FROM begun AS x WHERE {same})")
    statements.insert_read(engine, "begun_said", dataset=layout.root.name, generation=generation)
    for name in ("ended_said", "begun_said"):
        database.touch(engine, touched(engine, name), generation)
    for name in ("old_said", "new_said", "ended", "begun", "ended_said", "begun_said"):
        engine.run(f"DROP TABLE temp.{name}")
