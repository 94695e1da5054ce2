"""Search over everything read: SQLite's full-text index over words, and over pairs of Chinese characters.

A single character is found as the first of a pair or, in a column of its own, as the last of a run.

The index lies in the cache and is brought up to date when someone searches; it can be thrown away. Long tables
are indexed by their distinct values, with the first row and the number of rows of each.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from cuibono.model.passage import Passage
from cuibono.store.layout import Layout
from cuibono.store.progress import Tell, silent
from cuibono.store.session import Session, open_session
from cuibono.store.text_index import CJK, bring_up, connect, full_disk_said, is_current

SHORT_TABLE = 50_000
_RANKED, _EVERY = 1000, 2**62
_FILE = "words.sqlite"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS indexed (source TEXT, reading TEXT, PRIMARY KEY (source, reading));
CREATE TABLE IF NOT EXISTS hit (id INTEGER PRIMARY KEY, source TEXT, seq INTEGER, times INTEGER);
CREATE INDEX IF NOT EXISTS hit_source ON hit (source);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    text, ends, tokenize = "unicode61 remove_diacritics 2", prefix = "3"
);
"""
_RUN = re.compile(f"[{CJK}]+")
_WORD = re.compile(rf"[^\W{CJK}]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds what was searched for; ``times`` rows of a table say the same."""

    passage: Passage
    times: int = 1


def search(
    layout: Layout, text: str, *, limit: int = 20, skip: int = 0, sources: Collection[str] | None = None
) -> list[Hit]:
    """Passages that hold all the words, best first; "quoted words" stand together, a final * is a prefix.

    Ranked by BM25 among the first 1,000 passages that match: a word that stands in more of them tells none apart.
    ``sources`` are those that are looked into, all when None.
    """
    with open_session(layout) as session:
        return find(session, text, limit=limit, skip=skip, sources=sources)


def find(
    session: Session, text: str, *, limit: int = 20, skip: int = 0, sources: Collection[str] | None = None
) -> list[Hit]:
    """The same in a session that is open."""
    asked = match_query(text)
    if not asked or (sources is not None and not sources):
        return []
    with _index(session.layout, session) as index:
        only = _only(index, sources)
        found = index.execute(
            f"SELECT h.source, h.seq, h.times FROM words JOIN hit AS h ON h.id = words.rowid {only} "
            "WHERE words MATCH ? AND words.rowid <= ? ORDER BY bm25(words), h.id LIMIT ? OFFSET ?",
            (asked, _last_ranked(index, asked, only), limit, skip),
        ).fetchall()
    passages = {(p.source.id, p.seq): p for p in session.passages([(s, n) for s, n, _ in found])}
    return [Hit(passages[s, n], times) for s, n, times in found if (s, n) in passages]


def refresh(layout: Layout, tell: Tell = silent) -> None:
    """Bring the index up to date with the case."""
    with open_session(layout) as session, _index(layout, session, tell):
        pass


def stale(layout: Layout) -> int:
    """How many sources the index lacks, or has as they were before: what bringing it up to date would take."""
    with open_session(layout) as session, closing(connect(layout, _FILE, _SCHEMA)) as index:
        if is_current(index, session):
            return 0
        now, then = _now(session), set(index.execute("SELECT source, reading FROM indexed"))
        return len({s for s, _ in now ^ then})


def tokens(text: str) -> str:
    """A text as it is indexed: words as they are, runs of Chinese characters as overlapping pairs."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _RUN.sub(lambda run: f" {' '.join(_pairs(run.group()))} ", folded)


def ends(text: str) -> str:
    """The last character of each run of Chinese characters: the one that begins no pair."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(run[-1] for run in _RUN.findall(folded) if len(run) > 1)


def match_query(text: str) -> str:
    """What a person typed, as a query of the index."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    quoted = re.findall(r'"([^"]*)"', folded)
    loose = re.sub(r'"[^"]*"', " ", folded)
    terms = [_phrase(q) for q in quoted]
    terms += [_phrase(run) for run in _RUN.findall(loose)]
    words = [
        (w, "*" if loose[m.end() : m.end() + 1] == "*" else "") for m in _WORD.finditer(loose) for w in [m.group()]
    ]
    terms += [f'"{w}"{star}' for w, star in words]
    return " ".join(t for t in terms if t)


def _phrase(text: str) -> str:
    if len(text) == 1 and _RUN.fullmatch(text):
        return f'"{text}"*'
    inner = " ".join(part for part in tokens(text).split())
    return f'"{inner}"' if inner else ""


def _pairs(run: str) -> list[str]:
    return [run] if len(run) == 1 else [run[i : i + 2] for i in range(len(run) - 1)]


@contextmanager
def _index(layout: Layout, session: Session, tell: Tell = silent) -> Iterator[sqlite3.Connection]:
    with full_disk_said(layout), closing(connect(layout, _FILE, _SCHEMA)) as index:
        bring_up(index, session, lambda: _update(session, index, tell))
        yield index


def _only(index: sqlite3.Connection, sources: Collection[str] | None) -> str:
    """A join that leaves only some sources; nothing when all are meant."""
    if sources is None:
        return ""
    index.execute("CREATE TEMP TABLE wanted (source TEXT PRIMARY KEY)")
    index.executemany("INSERT INTO wanted VALUES (?)", [(s,) for s in set(sources)])
    return "JOIN wanted AS w ON w.source = h.source"


def _now(session: Session) -> set[tuple[str, str]]:
    """Every reading and bulk file that the index should hold."""
    readings = {(s, r) for s, r in session.engine.tuples("SELECT source, id FROM reading")}
    sql = "SELECT source, table_name, gen_in FROM ev.bulk WHERE gen_out IS NULL"
    return readings | {(s, f"{t}:{g}") for s, t, g in session.engine.tuples(sql)}


def _update(session: Session, index: sqlite3.Connection, tell: Tell) -> None:
    now = _now(session)
    then = set(index.execute("SELECT source, reading FROM indexed"))
    changed = sorted({s for s, _ in now ^ then})
    for source in {s for s, _ in then} & set(changed):
        _unindex(index, source)
    if changed:
        _index_texts(session, index, changed, tell)
        _index_rows(session, index, changed, tell)
    index.executemany("INSERT INTO indexed VALUES (?, ?)", [k for k in now if k[0] in set(changed)])


def _unindex(index: sqlite3.Connection, source: str) -> None:
    index.execute("DELETE FROM words WHERE rowid IN (SELECT id FROM hit WHERE source = ?)", (source,))
    index.execute("DELETE FROM hit WHERE source = ?", (source,))
    index.execute("DELETE FROM indexed WHERE source = ?", (source,))


def _index_texts(session: Session, index: sqlite3.Connection, sources: list[str], tell: Tell) -> None:
    sql = "SELECT source, seq, text, 1 FROM passage WHERE source IN (SELECT unnest($ids)) ORDER BY source, seq"
    of = int(
        session.engine.value("SELECT count(*) FROM passage WHERE source IN (SELECT unnest($ids))", {"ids": sources})
    )
    done = 0
    for chunk in session.engine.stream(sql, {"ids": sources}):
        _write(index, chunk)
        done += len(chunk)
        tell("indexing passages", done, of)


def _index_rows(session: Session, index: sqlite3.Connection, sources: list[str], tell: Tell) -> None:
    found = session.engine.tuples(
        "SELECT source, arg_min(file, table_name = 'rows'), any_value(rows) FROM ev.bulk "
        "WHERE gen_out IS NULL AND source IN (SELECT unnest($ids)) GROUP BY source ORDER BY source",
        {"ids": sources},
    )
    for number, (source, file, rows) in enumerate(found, start=1):
        path = str((session.layout.root / file).resolve())
        for chunk in session.engine.stream(_cells_sql(rows), {"file": path, "source": source}):
            _write(index, chunk)
        tell("indexing tables", number, len(found))


def _cells_sql(rows: int) -> str:
    each = (
        "SELECT _row, json_extract_string(_original, '$.*') AS cells FROM read_parquet($file) WHERE _source = $source"
    )
    if rows <= SHORT_TABLE:
        return f"SELECT $source, _row, array_to_string(cells, ' · '), 1 FROM ({each}) AS e ORDER BY _row"
    return (
        f"SELECT $source, min(_row), cell, count(*) FROM (SELECT _row, unnest(cells) AS cell FROM ({each}) AS e) AS c "
        "WHERE TRY_CAST(cell AS DOUBLE) IS NULL GROUP BY cell ORDER BY 2"
    )


def _write(index: sqlite3.Connection, chunk: list[tuple[str, int, str, int]]) -> None:
    start = (index.execute("SELECT max(id) FROM hit").fetchone()[0] or 0) + 1
    rows = [(start + i, source, seq, times, text or "") for i, (source, seq, text, times) in enumerate(chunk)]
    index.executemany("INSERT INTO hit VALUES (?, ?, ?, ?)", [r[:4] for r in rows])
    index.executemany(
        "INSERT INTO words (rowid, text, ends) VALUES (?, ?, ?)", [(r[0], tokens(r[4]), ends(r[4])) for r in rows]
    )


def _last_ranked(index: sqlite3.Connection, asked: str, only: str) -> int:
    joined = f"JOIN hit AS h ON h.id = words.rowid {only}" if only else ""
    row = index.execute(
        f"SELECT words.rowid FROM words {joined} WHERE words MATCH ? ORDER BY words.rowid LIMIT 1 OFFSET ?",
        (asked, _RANKED),
    ).fetchone()
    return int(row[0]) if row else _EVERY
