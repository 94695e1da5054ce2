"""``verify``: does the case still say what it said? Bytes, passages, statements and findings, each checked.

Every source is hashed again, every passage is cut again from the text it was part of, every statement's id is
computed again, and every kept finding is made again as of the generation it saw. Newer evidence makes a finding
stale, forgotten evidence makes it fall; only a finding that no longer reproduces is a fault.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cuibono.engine import DuckEngine
from cuibono.store import database, readings
from cuibono.store.intake import sha256_of
from cuibono.store.layout import Layout
from cuibono.store.progress import Tell, silent
from cuibono.store.unit import JOIN


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was: what kind of thing, which one, and how it differs."""

    kind: str
    name: str
    says: str

    def __str__(self) -> str:
        return f"{self.kind} {self.name}: {self.says}"


@dataclass(slots=True)
class Verified:
    """What was checked, what is wrong, and what is merely worth knowing."""

    sources: int = 0
    tables: int = 0
    passages: int = 0
    records: int = 0
    statements: int = 0
    findings: int = 0
    outcomes: int = 0
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def verify_evidence(layout: Layout, tell: Tell = silent) -> Verified:
    """Check bytes, rows, passages and statements; findings are checked by the case, which knows the lenses."""
    seen = Verified()
    with database.reader(layout) as engine:
        seen.faults += _sources(engine, layout, seen, tell)
        seen.faults += _bulks(engine, layout, seen, tell)
        seen.faults += _passages(engine, seen)
        seen.faults += _records(engine, seen)
        seen.faults += _statements(engine, seen)
        seen.notes += _strangers(engine, layout)
    return seen


def _sources(engine: DuckEngine, layout: Layout, seen: Verified, tell: Tell) -> Iterator[Fault]:
    rows = engine.tuples("SELECT id, name, size FROM ev.source ORDER BY name, id")
    seen.sources = len(rows)
    for number, (sha, name, size) in enumerate(rows):
        tell("sources", number, len(rows))
        yield from _file("source", name, layout.source_file(sha), sha, size)


def _bulks(engine: DuckEngine, layout: Layout, seen: Verified, tell: Tell) -> Iterator[Fault]:
    rows = engine.tuples("SELECT table_name, file, sha256 FROM ev.bulk WHERE gen_out IS NULL ORDER BY file")
    seen.tables = len(rows)
    for number, (table, file, sha) in enumerate(rows):
        tell("tables", number, len(rows))
        yield from _file("table", f"{table} ({Path(file).name[:12]}...)", layout.root / file, sha, None)


def _file(kind: str, name: str, path: Path, sha: str, size: int | None) -> Iterator[Fault]:
    if not path.is_file():
        yield Fault(kind, name, "its file is missing")
    elif size is not None and path.stat().st_size != size:
        yield Fault(kind, name, f"has {path.stat().st_size:,} bytes, was {size:,}")
    elif sha256_of(path) != sha:
        yield Fault(kind, name, "its bytes have changed")


def _passages(engine: DuckEngine, seen: Verified) -> Iterator[Fault]:
    seen.passages = int(engine.value("SELECT count(*) FROM ev.passage"))
    off = engine.tuples(
        "SELECT s.name, p.place FROM ev.passage AS p LEFT JOIN ev.source AS s ON s.id = p.source "
        "WHERE s.id IS NULL OR length(p.text) <> p.end_char - p.start_char ORDER BY 1, p.seq LIMIT 20"
    )
    for name, place in off:
        yield Fault("passage", f"{name}, {place}", "does not fill the place it was cut from")
    changed = engine.tuples(
        f"""
        SELECT s.name FROM ev.reading AS r JOIN ev.source AS s ON s.id = r.source
        LEFT JOIN (SELECT source, reading, count(*) AS n,
                          sha256(string_agg(text, '{JOIN}' ORDER BY seq)) AS sha
                   FROM ev.passage GROUP BY source, reading) AS p ON p.source = r.source AND p.reading = r.id
        WHERE r.kind = 'text' AND (coalesce(p.n, 0) <> r.passages OR p.sha IS DISTINCT FROM r.text_sha256) ORDER BY 1
        """
    )
    for (name,) in changed:
        yield Fault("text", name, "a passage has changed since it was read")


def _records(engine: DuckEngine, seen: Verified) -> Iterator[Fault]:
    """Every record is cut again: out of its passage, or out of the whole text where it runs through several."""
    seen.records = int(engine.value("SELECT count(*) FROM ev.record WHERE gen_out IS NULL"))
    engine.step(
        "placed",
        "SELECT c.source, c.kind, c.start_char, c.end_char, c.quote, p.text, p.start_char AS passage_start, "
        "coalesce(c.start_char >= p.start_char AND c.end_char <= p.end_char, false) AS inside FROM ev.record AS c "
        "LEFT JOIN ev.passage AS p ON p.source = c.source AND p.seq = c.seq",
    )
    off = engine.tuples(
        "SELECT source, kind, quote FROM placed WHERE inside "
        "AND substr(text, (start_char - passage_start + 1)::BIGINT, (end_char - start_char)::BIGINT) <> quote LIMIT 20"
    )
    for (source,) in engine.tuples("SELECT DISTINCT source FROM placed WHERE NOT inside"):
        text = readings.text_of(engine, source)[0]
        rows = engine.tuples(
            "SELECT kind, start_char, end_char, quote FROM placed WHERE NOT inside AND source = ?", [source]
        )
        off += [(source, kind, quote) for kind, start, end, quote in rows if text[start:end] != quote]
    engine.run("DROP TABLE temp.placed")
    for source, kind, quote in off[:20]:
        yield Fault(str(kind), f"'{quote[:60]}' in {source[:12]}", "does not stand in the text where it was found")


def _statements(engine: DuckEngine, seen: Verified) -> Iterator[Fault]:
    seen.statements = int(engine.value("SELECT count(*) FROM ev.statement"))
    off = engine.tuples(
        "SELECT entity_id, prop, value FROM ev.statement WHERE id <> sha1(concat(dataset, '.', entity_id, '.', prop, "
        "'.', value, coalesce('@' || lang, ''))) ORDER BY 1, 2, 3 LIMIT 20"
    )
    for entity, prop, value in off:
        yield Fault("statement", f"{entity} {prop}", f"'{value}' is not what was read")
    bare = int(engine.value("SELECT count(*) FROM ev.statement WHERE id NOT IN (SELECT statement FROM ev.evidence)"))
    if bare:
        yield Fault("statement", f"{bare:,} of them", "rest on no evidence")
    lost = int(engine.value("SELECT count(*) FROM ev.evidence WHERE source NOT IN (SELECT id FROM ev.source)"))
    if lost:
        yield Fault("evidence", f"{lost:,} rows", "point to a source that is not in the case")


def _strangers(engine: DuckEngine, layout: Layout) -> list[str]:
    known = {i for (i,) in engine.tuples("SELECT id FROM ev.source")}
    files = (p for p in layout.sources.rglob("*") if p.is_file())
    strange = [p.name for p in files if p.name not in known]
    return (
        [f"{len(strange)} files in sources/ belong to no source: {', '.join(n[:12] for n in strange[:5])}"]
        if strange
        else []
    )
