"""What is in the case: counts, sources by name, what was refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.errors import UnknownName
from cuibono.model.source import Source
from cuibono.model.table import DERIVED
from cuibono.store.readings import how_many_wait
from cuibono.store.session import Session, source_of

#: Rows that are in no table and made no statements: what a register states is read, and its rows are not plain.
_PLAIN = (
    "SELECT count(*) FROM rows WHERE _source NOT IN (SELECT DISTINCT source FROM evidence WHERE standing = 'recorded')"
)


@dataclass(frozen=True, slots=True)
class Status:
    """A case in numbers: what was read, what could not be, what was found."""

    title: str
    folder: str
    generation: int
    sources: int
    protected: int
    passages: int
    statements: int
    entities: int
    tables: dict[str, int]
    plain_rows: int
    kinds: dict[str, int]
    findings: dict[str, int]
    refused: tuple[tuple[str, str], ...]
    forgotten: int
    texts: int = 0
    waiting: int = 0
    records: int = 0
    unplaced: int = 0
    simulated: int = 0
    claims: int = 0
    tested: int = 0


def status(session: Session, title: str) -> Status:
    """Count what the case holds."""
    engine = session.engine
    session.need(*session.tables(), "rows")
    tables = {t: int(engine.value(f'SELECT count(*) FROM "{t}"')) for t in session.tables() if t not in DERIVED}
    return Status(
        title=title,
        folder=str(session.layout.root),
        generation=int(engine.value("SELECT value FROM ev.meta WHERE key = 'generation'")),
        sources=int(engine.value("SELECT count(*) FROM source")),
        protected=int(engine.value("SELECT count(*) FROM source WHERE protected")),
        passages=int(engine.value("SELECT count(*) FROM passage")),
        statements=int(engine.value("SELECT count(*) FROM statement")),
        entities=int(engine.value("SELECT count(*) FROM entity")),
        tables=tables,
        plain_rows=int(engine.value(_PLAIN)),
        kinds=_counts(engine, "SELECT reader, count(*) FROM source GROUP BY 1 ORDER BY 2 DESC, 1"),
        findings=_counts(
            engine,
            "SELECT lens, count(*) FROM ev.finding WHERE run IN "
            "(SELECT max(id) FROM ev.run GROUP BY lens, settings) GROUP BY 1 ORDER BY 1",
        ),
        refused=tuple(engine.tuples("SELECT name, any_value(why) FROM ev.refused GROUP BY name ORDER BY name")),
        forgotten=int(engine.value("SELECT coalesce(sum(sources), 0)::BIGINT FROM ev.forgotten")),
        texts=int(engine.value("SELECT count(*) FROM extraction")),
        waiting=how_many_wait(engine),
        records=int(engine.value("SELECT count(*) FROM record")),
        unplaced=int(engine.value("SELECT count(DISTINCT judgement) FROM ev.unplaced")),
        simulated=int(engine.value("SELECT count(*) FROM source WHERE simulated")),
        claims=int(engine.value("SELECT count(*) FROM record WHERE kind = 'claim'")) + tables.get("claims", 0),
        tested=int(engine.value("SELECT count(*) FROM ev.outcome")),
    )


def find_source(engine: DuckEngine, name: str) -> Source:
    """A source by its name, or by the beginning of its hash; raises UnknownName when none or several fit."""
    rows = engine.rows(
        "SELECT * FROM ev.source WHERE name = $name OR id = $name "
        "OR (length($name) >= 6 AND starts_with(id, lower($name))) ORDER BY name, id",
        {"name": name},
    )
    if len(rows) == 1:
        return source_of(rows[0])
    if rows:
        listed = ", ".join(f"{r['id'][:12]} ({r['media_type']}, {r['size']:,} bytes)" for r in rows[:8])
        raise UnknownName(f"{len(rows)} sources are called '{name}'.", try_=f"name one by its hash: {listed}")
    known = [n for (n,) in engine.tuples("SELECT DISTINCT name FROM ev.source ORDER BY 1")]
    raise UnknownName.among("source", name, known, try_="cuibono status --sources")


def note_refused(
    engine: DuckEngine, refused: Sequence[tuple[str, str]], read: Sequence[str], *, protected: bool
) -> None:
    """Remember what could not be read, and that what was read now is no longer missing."""
    now = datetime.now(UTC).replace(tzinfo=None)
    names = [*read, *(n for n, _ in refused)]
    engine.run("DELETE FROM ev.refused WHERE name IN (SELECT unnest($names))", {"names": names})
    for name, why in refused[:1000]:
        engine.run("INSERT INTO ev.refused VALUES (?, ?, ?, ?)", [name, why, now, protected])


def tell_again(engine: DuckEngine, ids: Sequence[str], told: Mapping[str, str]) -> list[str]:
    """Note what a person tells of sources that are here already; returns what is different from now on."""
    notes = []
    for row in engine.rows("SELECT * FROM ev.source WHERE id IN (SELECT unnest($ids)) ORDER BY name", {"ids": ids}):
        new = {key: value for key, value in told.items() if row[key] != value}
        for key, value in new.items():
            engine.run(f"UPDATE ev.source SET {key} = ? WHERE id = ?", [value, row["id"]])
        notes += [f"{row['name']}: {key} is {value} from now on" for key, value in new.items()]
    return notes


def refusal(name: str, why: str) -> str:
    """Why something was not read, with its name in front once."""
    return why if why.startswith(name) else f"{name}: {why}"


def family(engine: DuckEngine, ids: Sequence[str]) -> list[str]:
    """The sources and everything that was taken out of them."""
    every, new = set(ids), set(ids)
    while new:
        found = engine.tuples("SELECT id FROM ev.source WHERE parent IN (SELECT unnest($ids))", {"ids": sorted(new)})
        new = {i for (i,) in found} - every
        every |= new
    return sorted(every)


def protect(engine: DuckEngine, ids: Sequence[str]) -> list[str]:
    """Protect sources and all that was taken out of them: they appear in no export from now on; returns which."""
    every = family(engine, ids)
    engine.run("UPDATE ev.source SET protected = true WHERE id IN (SELECT unnest($ids))", {"ids": every})
    return every


def mark_simulated(engine: DuckEngine, ids: Sequence[str]) -> list[str]:
    """Mark sources, and all that was taken out of them, as invented; returns the names of those that were not."""
    every = family(engine, ids)
    new = engine.tuples(
        "UPDATE ev.source SET simulated = true WHERE id IN (SELECT unnest($ids)) AND NOT coalesce(simulated, false) "
        "RETURNING name",
        {"ids": every},
    )
    return sorted(name for (name,) in new)


def _counts(engine: DuckEngine, sql: str) -> dict[str, Any]:
    return {str(k): int(n) for k, n in engine.tuples(sql)}
