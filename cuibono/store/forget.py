"""Forgetting: a source and everything that came from it, gone from every file of the case.

What rested on it falls, and the log keeps only when and how much, never what it was. The database is written
anew, because a deleted row stays readable in the old file.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.engine.checkpoint import checkpoint, log_of
from cuibono.errors import CaseDamaged
from cuibono.model.finding import Finding
from cuibono.store import canonical, corrections, database, findings, locks, outcomes, parties, protection, stresses
from cuibono.store.catalog import family
from cuibono.store.compact import compact
from cuibono.store.layout import Layout
from cuibono.store.session import Session, open_session
from cuibono.store.staging import Stage, stage
from cuibono.store.views import Scope


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What forgetting takes away, or would take away."""

    sources: tuple[str, ...]
    rows: dict[str, int]
    passages: int
    statements: int
    fell: tuple[Finding, ...]


def preview(layout: Layout, ids: Sequence[str]) -> Forgotten:
    """What would go and what would fall."""
    with open_session(layout, Scope(proposals=True)) as session:
        return _measure(session, family(session.engine, ids))


def forget(layout: Layout, ids: Sequence[str]) -> Forgotten:
    """Remove sources, the members of containers among them, and all that rests on them."""
    with stage(layout) as bin_, database.writer(layout) as engine:
        every = family(engine, ids)
        session = Session(engine, layout, Scope(proposals=True), _no_reopening)
        gone, resting = _measure(session, every), _resting(session, every)
        named = parties.in_bulk(engine, layout, canonical.judged_ids(engine), without=every)
        with engine.transaction():
            _thin_out(engine, layout, bin_, every)
            for final in _files(engine, layout, every):
                bin_.set_aside(final)
            _scrub(engine, resting)
            _delete(engine, every, gone, named)
            bin_.sync()
        bin_.settle()
        _drop_views(engine)
        _rewrite(engine, layout)
        rmtree(layout.cache, ignore_errors=True)
        layout.cache.mkdir(exist_ok=True)
    _prove(layout, every)
    return gone


def _measure(session: Session, ids: Sequence[str]) -> Forgotten:
    engine, params = session.engine, {"ids": list(ids)}
    inside = "source IN (SELECT unnest($ids))"
    rows = engine.tuples(
        f"SELECT table_name, sum(rows)::BIGINT FROM ev.bulk WHERE {inside} GROUP BY 1 ORDER BY 1", params
    )
    orphans = engine.value(
        f"SELECT count(*) FROM (SELECT statement FROM ev.evidence GROUP BY statement HAVING bool_and({inside})) AS o",
        params,
    )
    kept = [f for f in findings.kept(session) if f.state != "fell"]
    hit = session.touched([session.restore(f.evidence.to_json()) for f in kept], ids)
    fell = [f for f, lost in zip(kept, hit, strict=True) if lost]
    return Forgotten(
        tuple(ids),
        {str(t): int(n) for t, n in rows},
        int(engine.value(f"SELECT count(*) FROM ev.passage WHERE {inside}", params)),
        int(orphans),
        tuple(fell),
    )


def _resting(session: Session, ids: Sequence[str]) -> list[str]:
    """The kept findings, of every run, that rest on these sources: what an older run said is told no less."""
    rows = session.engine.tuples("SELECT run || ':' || ord, selection FROM ev.finding WHERE NOT fell ORDER BY run, ord")
    hit = session.touched([session.restore(json.loads(kept)) for _, kept in rows], ids)
    return [key for (key, _), lost in zip(rows, hit, strict=True) if lost]


def _scrub(engine: DuckEngine, resting: Sequence[str]) -> None:
    """Let findings fall: nothing of what they said is left, nor of what a person saw when judging them."""
    params = {"keys": list(resting)}
    mine = "run || ':' || ord IN (SELECT unnest($keys))"
    engine.run(f"UPDATE ev.judgement SET anchor = '' WHERE target IN (SELECT id FROM ev.finding WHERE {mine})", params)
    engine.run(
        "UPDATE ev.finding SET says = $says, about = '[]', measure = NULL, caveats = '[]', figure = NULL, "
        "bears = NULL, "
        'selection = \'{"table": "rows", "where": "false", "params": {}}\', first_keys = \'[]\', fell = true '
        f"WHERE {mine}",
        {**params, "says": findings.SCRUBBED},
    )
    engine.run("UPDATE ev.run SET notices = '[]'")  # a notice may name what the source said


def _thin_out(engine: DuckEngine, layout: Layout, bin_: Stage, ids: Sequence[str]) -> None:
    """Rewrite the files that hold rows of other sources too."""
    shared = engine.tuples(
        "SELECT table_name, file FROM ev.bulk GROUP BY table_name, file "
        "HAVING bool_or(source IN (SELECT unnest($ids))) AND bool_or(source NOT IN (SELECT unnest($ids)))",
        {"ids": list(ids)},
    )
    for table, file in shared:
        compact(layout, engine, bin_, table, without=list(ids), files=[file])


def _files(engine: DuckEngine, layout: Layout, ids: Sequence[str]) -> list[Path]:
    """The files that hold nothing but what goes."""
    mine = {"ids": list(ids)}
    bulk = engine.tuples(
        "SELECT DISTINCT file FROM ev.bulk GROUP BY file HAVING bool_and(source IN (SELECT unnest($ids)))", mine
    )
    mappings = engine.tuples(
        "SELECT mapping FROM ev.bulk WHERE mapping IS NOT NULL AND source IN (SELECT unnest($ids))", mine
    )
    named = [*map(layout.source_file, ids), *(layout.root / f for (f,) in [*bulk, *mappings])]
    return [p for p in named if p.exists()]


def _delete(engine: DuckEngine, ids: Sequence[str], gone: Forgotten, named: Collection[str]) -> None:
    params = {"ids": list(ids)}
    tables = [
        t
        for (t,) in engine.tuples(
            "SELECT DISTINCT table_name FROM ev.bulk WHERE source IN (SELECT unnest($ids))", params
        )
    ]
    if engine.value("SELECT 1 FROM ev.evidence WHERE source IN (SELECT unnest($ids)) LIMIT 1", params):
        tables.append("statement")
    names = [n for (n,) in engine.tuples("SELECT name FROM ev.source WHERE id IN (SELECT unnest($ids))", params)]
    for table in ("ev.passage", "ev.record", "ev.evidence", "ev.bulk", "ev.reading"):
        engine.run(f"DELETE FROM {table} WHERE source IN (SELECT unnest($ids))", params)
    corrections.forget(engine, ids)
    protection.forget(engine, ids)
    outcomes.forget(engine, ids, tables)
    stresses.forget(engine)
    engine.run("DELETE FROM ev.source WHERE id IN (SELECT unnest($ids))", params)
    engine.run("DELETE FROM ev.refused WHERE name IN (SELECT unnest($names))", {"names": names})
    engine.run("DELETE FROM ev.statement WHERE id NOT IN (SELECT statement FROM ev.evidence)")
    canonical.forget(engine, named)
    at = database.raise_generation(engine)
    database.touch(engine, tables, at)
    engine.run(
        "INSERT INTO ev.forgotten VALUES (?, ?, ?, ?, ?)",
        [datetime.now(UTC).replace(tzinfo=None), at, len(ids), sum(gone.rows.values()), len(gone.fell)],
    )


def _drop_views(engine: DuckEngine) -> None:
    for (name,) in engine.tuples("SELECT view_name FROM duckdb_views() WHERE temporary AND NOT internal"):
        engine.run(f'DROP VIEW IF EXISTS temp."{name}"')


def _rewrite(engine: DuckEngine, layout: Layout) -> None:
    fresh = layout.root / "evidence.new.duckdb"
    for stale in (fresh, log_of(fresh)):
        stale.unlink(missing_ok=True)
    checkpoint(engine, layout.database)
    engine.run(f"ATTACH '{str(fresh).replace(chr(39), chr(39) * 2)}' AS fresh")
    engine.run(f'COPY FROM DATABASE "{engine.value("SELECT current_database()")}" TO fresh')
    engine.run("CHECKPOINT fresh")
    engine.run("DETACH fresh")
    engine.close()
    fresh.replace(layout.database)


def _prove(layout: Layout, ids: Sequence[str]) -> None:
    """Search the decoded contents for what should be gone; raises CaseDamaged when something is left."""
    with locks.reading(layout):
        left = [p for p in layout.root.rglob("*") if p.is_file() and any(i[:40] in p.name for i in ids)]
    with database.reader(layout) as engine:
        columns = engine.tuples(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'ev' AND data_type = 'VARCHAR'"
        )
        for table, column in columns:
            hit = engine.value(
                f'SELECT 1 FROM ev."{table}" AS t, (SELECT unnest($ids) AS id) AS i '
                f'WHERE contains(t."{column}", i.id) LIMIT 1',
                {"ids": list(ids)},
            )
            if hit:
                left.append(layout.database)
    if left:
        raise CaseDamaged(
            f"Traces of the forgotten source are left in {left[0].name}.", try_="run cuibono forget again"
        )


def _no_reopening() -> Any:
    raise CaseDamaged("The case is being changed; its evidence cannot be opened now.")
