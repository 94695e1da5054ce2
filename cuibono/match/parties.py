"""Parties of bulk tables as entities that may be matched: rows of holdings or supplies name many that no statement has.

They are read through the views, so that parties who were judged to be the same are one already. Their kind is not
known: a party may be a person or a body, and both are tried.
"""

from collections import Counter
from collections.abc import Collection, Iterator

from cuibono.match.known import MOST_NAMES, MOST_TIES, Known
from cuibono.store.parties import tables
from cuibono.store.session import Session

#: What is said of a party by standing in a table: that it is one.
SCHEMA = "LegalEntity"


def add_parties(session: Session, found: dict[str, Known], barred: Collection[str]) -> None:
    """Put the parties of bulk rows, their names and their ties among what is known; linear in the rows."""
    for table, named in tables().items():
        if not _has_bulk(session, table):
            continue
        session.need(table)
        for stem in named:
            for party, names, rows in _of_column(session, table, stem):
                if party not in barred:
                    _put(found, party, names, rows, table)
        if len(named) > 1:
            _tie(session, found, table, named[0], named[1])


def named_parties(session: Session, wanted: str) -> Iterator[tuple[str, str]]:
    """Parties of bulk rows that have this id or this name; the id as it was asked for, else as it is now."""
    sql = "SELECT canonical_id FROM canonical WHERE entity_id = $wanted"
    now = session.engine.value(sql, {"wanted": wanted}) or wanted
    for table, named in tables().items():
        if not _has_bulk(session, table):
            continue
        session.need(table)
        for stem in named:
            rows = session.engine.tuples(
                f'SELECT "{stem}_id", min("{stem}_name") FROM "{table}" WHERE reading = \'table\' '
                f'AND ("{stem}_id" = $now OR "{stem}_name" = $wanted) AND "{stem}_id" IS NOT NULL GROUP BY 1',
                {"wanted": wanted, "now": now},
            )
            yield from ((wanted if party == now else party, name) for party, name in rows)


def _has_bulk(session: Session, table: str) -> bool:
    sql = "SELECT 1 FROM ev.bulk WHERE table_name = ? AND gen_out IS NULL LIMIT 1"
    return session.engine.value(sql, [table]) is not None


def _of_column(session: Session, table: str, stem: str) -> Iterator[tuple[str, list[str], int]]:
    """Each party of a column with its names, the most frequent first, and the number of its rows."""
    sql = f"""
        SELECT id, list(name ORDER BY n DESC, name)[1:{MOST_NAMES}] AS names, CAST(sum(n) AS BIGINT) AS rows FROM (
            SELECT "{stem}_id" AS id, "{stem}_name" AS name, count(*) AS n FROM "{table}"
            WHERE reading = 'table' AND "{stem}_id" IS NOT NULL AND "{stem}_name" IS NOT NULL GROUP BY 1, 2
        ) AS g GROUP BY id ORDER BY id
    """
    for chunk in session.engine.stream(sql, size=50_000):
        yield from chunk


def _put(found: dict[str, Known], party: str, names: list[str], rows: int, table: str) -> None:
    known = found.get(party) or found.setdefault(party, Known(party))
    told = {*known.names, *known.aliases}
    fresh = [n for n in names if n not in told]
    if not known.schemata:
        known.schemata = {SCHEMA}
    if known.statements:
        known.aliases = (*known.aliases, *fresh)
    else:
        known.names += fresh
    known.tables |= {table}
    known.rows += rows


def _tie(session: Session, found: dict[str, Known], table: str, one: str, other: str) -> None:
    """The first two parties of a row are tied to each other; who is tied to very many tells nothing."""
    pairs = [
        (left, right)
        for chunk in session.engine.stream(
            f'SELECT DISTINCT "{one}_id" AS a, "{other}_id" AS b FROM "{table}" '
            f'WHERE reading = \'table\' AND "{one}_id" <> "{other}_id" ORDER BY a, b',
            size=50_000,
        )
        for left, right in chunk
    ]
    degree = Counter(end for pair in pairs for end in pair)
    for left, right in pairs:
        for here, there in ((left, right), (right, left)):
            if here in found and degree[there] <= MOST_TIES:
                found[here].ties |= {there}
