"""What must not get out: the identifiers and phrases that only protected material has."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from cuibono.model.table import DERIVED
from cuibono.store.leaks import Secrets
from cuibono.store.session import Session

# Cells stay apart: "Ilse" beside "Grau" does not make "Ilse Grau" a public name.
_CELLS = "DISTINCT unnest(json_extract_string(_original, '$.*'))"
#: Two to four capitalised words in a row: good enough for names when a miss costs a source and an extra a word.
_NAMELIKE = re.compile(r"\b[^\W\d_a-z][\w'’-]+(?:[ \t]+[^\W\d_a-z][\w'’-]+){1,3}")
_NAMES = "('name', 'alias', 'weakAlias', 'previousName')"


def has_protected(session: Session) -> bool:
    """Whether the case holds anything protected."""
    return session.engine.value("SELECT 1 FROM ev.source WHERE protected LIMIT 1") is not None


def secrets_of(everything: Session, public: Session, title: str, own_words: Iterable[str]) -> Secrets:
    """What must not be in an export: identifiers and phrases of protected sources that no public one has too.

    Every export holds the title of the case anyway, and ``own_words``: the headings of a report and the like.
    """
    rows = everything.engine.rows("SELECT id, name, origin, title, author, url FROM source WHERE protected")
    told = {str(v) for r in rows for k, v in r.items() if v and k != "id"}
    files = {r["name"].rsplit("/", 1)[-1] for r in rows}
    names = files | {f.rsplit(".", 1)[0] for f in files}
    hashes = {h for r in rows for h in (r["id"], r["id"][:12], r["id"][:40])}
    named = {name for text in _texts(everything, protected=True) for name in _NAMELIKE.findall(text)}
    spoken = {t for t in told | names | hashes | named | set(_only_there(everything)) if len(t.strip()) > 1}
    told_anyway = chain([title], _texts(public, protected=False))
    return Secrets.of(spoken, _texts(everything, protected=True), told_anyway, own_words)


def _only_there(session: Session) -> Iterator[str]:
    """Names that rest on protected sources alone: of entities, of parties in tables, of speakers.

    A single word that was read in a text ("Will", "Hall") is no name that could be looked for in other texts.
    """
    engine = session.engine
    named = engine.tuples(
        f"""
        SELECT DISTINCT s.value FROM statement AS s WHERE s.prop IN {_NAMES} AND s.id NOT IN (
            SELECT e.statement FROM evidence AS e JOIN source AS p ON p.id = e.source WHERE NOT p.protected)
        AND (contains(s.value, ' ') OR NOT regexp_full_match(s.value, '[ -~]*')
             OR s.id IN (SELECT e.statement FROM evidence AS e WHERE e.reading = 'table'))
        """
    )
    yield from (value for (value,) in named)
    for table in (t for t in session.tables() if t not in DERIVED):
        session.need(table)
        for column in (c for c in engine.columns(f'"{table}"') if c.endswith("_name") or c == "asserted_by"):
            found = engine.tuples(
                f'SELECT DISTINCT t."{column}" FROM "{table}" AS t JOIN source AS p ON p.id = t._source '
                f'WHERE p.protected AND t."{column}" IS NOT NULL'
            )
            yield from (str(value) for (value,) in found)


def _texts(session: Session, *, protected: bool) -> Iterator[str]:
    engine, wanted = session.engine, "protected" if protected else "NOT protected"
    mine = f"SELECT id FROM source WHERE {wanted}"
    for chunk in engine.stream(f"SELECT text FROM passage WHERE source IN ({mine})"):
        yield from (text for (text,) in chunk)
    files = engine.tuples(f"SELECT DISTINCT file FROM ev.bulk WHERE gen_out IS NULL AND source IN ({mine})")
    for (file,) in files:
        path = str((session.layout.root / file).resolve())
        cells = f"SELECT {_CELLS} FROM read_parquet($file) WHERE _source IN ({mine})"
        for chunk in engine.stream(cells, {"file": path}):
            yield from (text for (text,) in chunk if text)
    if not protected:
        fields = ("title", "name", "author", "outlet", "origin", "url")
        told = " UNION ".join(f"SELECT {f} FROM source WHERE {wanted} AND {f} IS NOT NULL" for f in fields)
        yield from (text for (text,) in engine.tuples(told))
