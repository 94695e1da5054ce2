"""The names and the claims of a case as a dictionary to type into: who is in it, and who says what.

An index in the cache (SQLite's full-text index), brought up to date source by source; it can be thrown away. Chinese
characters are indexed one by one, so that a name is found by any run of them, and by its sound in Pinyin.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from cuibono.model.romanisation import spelled
from cuibono.model.schemata import edge_schemata
from cuibono.store.layout import Layout
from cuibono.store.parties import tables
from cuibono.store.progress import Tell, silent
from cuibono.store.session import Session, open_session
from cuibono.store.text_index import CJK, bring_up, connect, full_disk_said, is_current

_FILE = "names.sqlite"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS indexed (source TEXT PRIMARY KEY, mark TEXT);
CREATE TABLE IF NOT EXISTS called (
    id INTEGER PRIMARY KEY, source TEXT, entity TEXT, schema TEXT, name TEXT, plain TEXT, times INTEGER
);
CREATE INDEX IF NOT EXISTS called_source ON called (source);
CREATE INDEX IF NOT EXISTS called_plain ON called (plain);
CREATE VIRTUAL TABLE IF NOT EXISTS name_words USING fts5 (
    name, tokenize = "unicode61 remove_diacritics 2", prefix = "1 2 3"
);
CREATE TABLE IF NOT EXISTS said (
    id INTEGER PRIMARY KEY, source TEXT, seq INTEGER, record TEXT, words TEXT, speaker TEXT, kind TEXT, status TEXT,
    polarity TEXT, standing TEXT
);
CREATE INDEX IF NOT EXISTS said_source ON said (source);
CREATE VIRTUAL TABLE IF NOT EXISTS claim_words USING fts5 (
    words, tokenize = "unicode61 remove_diacritics 2", prefix = "3"
);
"""
_NAMES = "'name', 'alias', 'abbreviation', 'previousName'"
#: Things that have a name and that nobody looks for as an entity.
_NO_ENTITIES = ("Claim", "Position", "Event", "Documentation", "Mention", "Note")
_SIGN = re.compile(f"[{CJK}]")
_PART = re.compile(rf"[{CJK}]+|[^\W{CJK}]+")
#: So many candidates are looked at before the best are told.
_LOOKED, _CALLED = 1_200, 400
_EVERY = 2**62


@dataclass(frozen=True, slots=True)
class CalledSo:
    """A name that an entity bears in a source."""

    entity: str
    schema: str
    name: str
    source: str
    times: int


@dataclass(frozen=True, slots=True)
class SaidSo:
    """A claim: where it stands, in which words, and who makes it; a row of a table of claims has no record."""

    source: str
    seq: int
    record: str
    words: str
    speaker: str
    kind: str
    status: str
    polarity: str
    standing: str


@contextmanager
def opened(layout: Layout, session: Session, tell: Tell = silent) -> Iterator[sqlite3.Connection]:
    """The index, as the case is now."""
    with full_disk_said(layout), closing(connect(layout, _FILE, _SCHEMA)) as index:
        bring_up(index, session, lambda: _update(session, index, tell))
        yield index


def refresh(layout: Layout, tell: Tell = silent) -> None:
    """Bring the index up to date with the case."""
    with open_session(layout) as session, opened(layout, session, tell):
        pass


def stale(layout: Layout) -> int:
    """How many sources the index lacks, or has as they were before."""
    with open_session(layout) as session, closing(connect(layout, _FILE, _SCHEMA)) as index:
        if is_current(index, session):
            return 0
        now, then = _marks(session), dict(index.execute("SELECT source, mark FROM indexed"))
        return len({s for s, _ in set(now.items()) ^ set(then.items())})


def plain(text: str) -> str:
    """A name as it is compared: compatibility forms, no marks on letters, no capitals, single spaces."""
    if text.isascii():
        return " ".join(text.casefold().split())
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(c for c in folded if not unicodedata.combining(c)).split())


def tokens(text: str) -> str:
    """A name as it is indexed: words as they are, each Chinese character by itself."""
    return _SIGN.sub(lambda sign: f" {sign.group()} ", unicodedata.normalize("NFKC", text).casefold())


def typed(text: str, *, every: bool = False) -> str:
    """What somebody has typed so far, as a query: the last word, or ``every`` one, may be only begun."""
    parts = _PART.findall(unicodedata.normalize("NFKC", text).casefold())
    asked = [f'"{" ".join(tokens(part).split())}"' for part in parts]
    open_ended = range(len(parts)) if every else [len(parts) - 1] if parts and not text[-1:].isspace() else []
    for n in open_ended:
        if not _SIGN.match(parts[n]):
            asked[n] += "*"
    return " ".join(asked)


def names(index: sqlite3.Connection, text: str, *, sources: Collection[str] | None = None) -> list[CalledSo]:
    """Names that hold what is typed: those that are it, then those that begin with it, then the others."""
    asked, whole = typed(text, every=True), plain(text)
    if not asked:
        return []
    only, params = _only(index, sources)
    columns = "SELECT c.entity, c.schema, c.name, c.source, c.times FROM called AS c"
    exact = index.execute(
        f"{columns} {only} WHERE c.plain = ? ORDER BY c.times DESC, c.id LIMIT ?", (*params, whole, _CALLED)
    ).fetchall()
    begins = index.execute(
        f"{columns} {only} WHERE c.plain > ? AND c.plain < ? ORDER BY c.plain LIMIT ?",
        (*params, whole, whole + "\U0010ffff", _CALLED),
    ).fetchall()
    holds = index.execute(
        f"SELECT c.entity, c.schema, c.name, c.source, c.times FROM name_words JOIN called AS c "
        f"ON c.id = name_words.rowid {only} WHERE name_words MATCH ? ORDER BY name_words.rowid LIMIT ?",
        (*params, asked, _CALLED),
    ).fetchall()
    ranked = [
        *exact,
        *sorted(begins, key=lambda r: (-r[4], len(r[2]), r[2])),
        *sorted(holds, key=lambda r: (-r[4], r[2])),
    ]
    return [CalledSo(*row) for row in dict.fromkeys(ranked)]


def claims(
    index: sqlite3.Connection,
    text: str,
    *,
    speaker: str = "",
    sources: Collection[str] | None = None,
    limit: int = 20,
    skip: int = 0,
) -> list[SaidSo]:
    """Claims that hold the words, best first; of one speaker, when one is named."""
    asked = typed(text)
    if not asked and not speaker:
        return []
    only, params = _only(index, sources)
    columns = "c.source, c.seq, c.record, c.words, c.speaker, c.kind, c.status, c.polarity, c.standing"
    said_by = " AND instr(lower(c.speaker), ?) > 0" if speaker else ""
    named = [speaker.casefold()] if speaker else []
    if not asked:
        sql = f"SELECT {columns} FROM said AS c {only} WHERE true{said_by} ORDER BY c.id LIMIT ? OFFSET ?"
        return [SaidSo(*row) for row in index.execute(sql, (*params, *named, limit, skip))]
    joined = f"FROM claim_words JOIN said AS c ON c.id = claim_words.rowid {only} WHERE claim_words MATCH ?{said_by}"
    last = index.execute(
        f"SELECT claim_words.rowid {joined} ORDER BY claim_words.rowid LIMIT 1 OFFSET ?",
        (*params, asked, *named, _LOOKED),
    ).fetchone()
    rows = index.execute(
        f"SELECT {columns} {joined} AND claim_words.rowid <= ? ORDER BY bm25(claim_words), c.id LIMIT ? OFFSET ?",
        (*params, asked, *named, last[0] if last else _EVERY, limit, skip),
    )
    return [SaidSo(*row) for row in rows]


def speakers(index: sqlite3.Connection, *, first: int = 200) -> list[tuple[str, int]]:
    """Who makes most claims, and how many."""
    sql = "SELECT speaker, count(*) FROM said GROUP BY speaker ORDER BY 2 DESC, 1 LIMIT ?"
    return [(str(s), int(n)) for s, n in index.execute(sql, (first,))]


def _only(index: sqlite3.Connection, sources: Collection[str] | None) -> tuple[str, tuple[str, ...]]:
    if sources is None:
        return "", ()
    index.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (source TEXT PRIMARY KEY)")
    index.execute("DELETE FROM wanted")
    index.executemany("INSERT INTO wanted VALUES (?)", [(s,) for s in set(sources)])
    return "JOIN wanted AS w ON w.source = c.source", ()


def _marks(session: Session) -> dict[str, str]:
    """A mark of all that each source says: it changes when anything of it comes, ends or is corrected."""
    rows = session.engine.tuples(
        """
        SELECT source, string_agg(mark, ' ' ORDER BY mark) FROM (
            SELECT source, concat('e', max(gen_in), '.', max(gen_out), '.', count(*)) AS mark
            FROM ev.evidence GROUP BY source
            UNION ALL
            SELECT source, concat('r', max(gen_in), '.', max(gen_out), '.', count(*)) FROM ev.record GROUP BY source
            UNION ALL
            SELECT source, concat('b', table_name, '.', gen_in) FROM ev.bulk WHERE gen_out IS NULL
        ) AS m GROUP BY source
        """
    )
    return dict(rows)


def _update(session: Session, index: sqlite3.Connection, tell: Tell) -> None:
    now = _marks(session)
    then = dict(index.execute("SELECT source, mark FROM indexed"))
    for source in sorted(s for s, mark in then.items() if now.get(s) != mark):
        _unindex(index, source)
    come = sorted(s for s, mark in now.items() if then.get(s) != mark)
    parts = _parts(session, come, not then) if come else ()
    for n, (what, rows) in enumerate(parts, start=1):
        tell(f"indexing {what}", n, 0)
        _write(index, what, rows)
    index.executemany("INSERT OR REPLACE INTO indexed VALUES (?, ?)", [(s, now[s]) for s in come])


def _unindex(index: sqlite3.Connection, source: str) -> None:
    for words, table in (("name_words", "called"), ("claim_words", "said")):
        index.execute(f"DELETE FROM {words} WHERE rowid IN (SELECT id FROM {table} WHERE source = ?)", (source,))
        index.execute(f"DELETE FROM {table} WHERE source = ?", (source,))
    index.execute("DELETE FROM indexed WHERE source = ?", (source,))


def _parts(
    session: Session, sources: Sequence[str], everything: bool
) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    """Names and claims of these sources, a stretch at a time."""
    among = "" if everything else "AND {} IN (SELECT unnest($ids))"
    params = None if everything else {"ids": list(sources)}
    left_out = ", ".join(f"'{s}'" for s in (*edge_schemata(), *_NO_ENTITIES))
    stated = (
        "SELECT e.source, s.entity_id, any_value(s.schema), s.value, count(*) FROM ev.statement AS s "
        "JOIN ev.evidence AS e ON e.statement = s.id AND e.entity_id = s.entity_id "
        f"WHERE s.prop IN ({_NAMES}) AND s.schema NOT IN ({left_out}) AND e.gen_out IS NULL {among.format('e.source')} "
        "GROUP BY e.source, s.entity_id, s.value"
    )
    for chunk in session.engine.stream(stated, params, size=20_000):
        yield "names", chunk
    for sql in _party_columns(session, among):
        for chunk in session.engine.stream(sql, params, size=20_000):
            yield "names", chunk
    for sql in _claim_selects(session, among):
        for chunk in session.engine.stream(sql, params, size=20_000):
            yield "claims", chunk


def _files(session: Session, table: str) -> str:
    rows = session.engine.tuples(
        "SELECT DISTINCT file FROM ev.bulk WHERE table_name = ? AND gen_out IS NULL ORDER BY file", [table]
    )
    return ", ".join("'" + str((session.layout.root / f).resolve()).replace("'", "''") + "'" for (f,) in rows)


def _party_columns(session: Session, among: str) -> Iterator[str]:
    for table, stems in tables().items():
        if listed := _files(session, table):
            for stem in stems:
                yield (
                    f'SELECT _source, "{stem}_id", \'\', "{stem}_name", count(*) '
                    f"FROM read_parquet([{listed}], union_by_name = true) SEMI JOIN source AS s ON s.id = _source "
                    f'WHERE "{stem}_id" IS NOT NULL AND "{stem}_name" IS NOT NULL {among.format("_source")} '
                    f'GROUP BY _source, "{stem}_id", "{stem}_name"'
                )


def _claim_selects(session: Session, among: str) -> Iterator[str]:
    """Claims that were read in texts, and the rows of tables of claims."""
    field = "json_extract_string(c.data, '$.{}')".format
    yield (
        f"SELECT c.source, c.seq, c.id, coalesce(nullif({field('words')}, ''), c.quote), "
        f"coalesce(json_extract_string(n.data, '$.name'), s.outlet, s.author, s.title, s.name), "
        f"coalesce({field('kind')}, 'other'), coalesce({field('status')}, 'stated'), "
        f"coalesce({field('polarity')}, '+'), coalesce({field('standing')}, 'read') "
        "FROM record AS c JOIN source AS s ON s.id = c.source LEFT JOIN record AS n ON n.kind = 'name' "
        f"AND n.source = c.source AND n.id = {field('speaker')} WHERE c.kind = 'claim' {among.format('c.source')}"
    )
    if listed := _files(session, "claims"):
        value = "concat_ws(' ', value, CASE WHEN contains(value, unit) THEN NULL ELSE unit END)"
        yield (
            "SELECT _source, _row, '', "
            f"concat_ws(', ', concat(subject_name, ': ', property, ' ', {value}), stage, \"when\"), "
            "coalesce(asserted_by, ''), 'table', coalesce(status, 'stated'), coalesce(polarity, '+'), 'recorded' "
            f"FROM read_parquet([{listed}], union_by_name = true) SEMI JOIN source AS s ON s.id = _source "
            f"WHERE subject_name IS NOT NULL {among.format('_source')}"
        )


def _write(index: sqlite3.Connection, what: str, rows: Sequence[tuple[object, ...]]) -> None:
    table, words = ("called", "name_words") if what == "names" else ("said", "claim_words")
    start = (index.execute(f"SELECT max(id) FROM {table}").fetchone()[0] or 0) + 1
    if what == "names":
        told = [(start + n, r[0], r[1], r[2], _spaced(r[3]), plain(str(r[3])), r[4]) for n, r in enumerate(rows)]
        index.executemany("INSERT INTO called VALUES (?, ?, ?, ?, ?, ?, ?)", told)
        texts = [(row[0], f"{tokens(str(row[4]))} {_sound(str(row[4]))}") for row in told]
        index.executemany(f"INSERT INTO {words} (rowid, name) VALUES (?, ?)", texts)
        return
    claims = [(start + n, r[0], r[1], r[2], _spaced(r[3]), *r[4:]) for n, r in enumerate(rows)]
    index.executemany("INSERT INTO said VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", claims)
    spoken = [(row[0], f"{tokens(str(row[4]))} {tokens(str(row[5]))}") for row in claims]
    index.executemany(f"INSERT INTO {words} (rowid, words) VALUES (?, ?)", spoken)


def _spaced(text: object) -> str:
    return " ".join(str(text or "").split())


def _sound(name: str) -> str:
    """How a Chinese name of a person sounds, in syllables and in one word, to be found by those who type letters."""
    heard = {s.pinyin for s in spelled.of_han(name)} if _SIGN.match(name) else set()
    return " ".join(f"{p} {p.replace(' ', '')}" for p in sorted(heard) if p)
