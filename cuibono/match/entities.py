"""What a case knows of each entity that may be matched: names, dates, identifiers, countries, addresses, ties.

Read from its statements in a few steps of SQL, and from the parties of its bulk tables (``parties``).

Left out: who must not be matched (anonymous, pseudonymous and nominal speakers, and all ids that the caller names),
ties, documents, events, and whatever has no name.
"""

import sys
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from functools import cache

from cuibono.match.known import MOST_TIES, PLACE, Entities, Known, mask_of
from cuibono.match.parties import add_parties
from cuibono.model.counting import plural
from cuibono.model.schemata import edge_schemata, property_type, schema, schema_names
from cuibono.store.session import Session

_STARTS, _ENDS = ("birthDate", "incorporationDate"), ("deathDate", "dissolutionDate")
_NAMES = ("name", "alias", "abbreviation", "previousName")
_UNTOLD = frozenset({"Claim", "Documentation", "Mention", "Note"})
#: Identifiers of classes or programmes, which many share.
_SHARED = frozenset({"okvedCode", "cpvCode", "nutsCode", "programId", "vedCode", "okpoCode", "bikCode", "swiftBic"})


def load(session: Session, *, unlinkable: Collection[str] = ()) -> Entities:
    """Read what a case knows of its entities; linear in its statements."""
    engine = session.engine
    wanted = ", ".join(f"'{n}'" for n in schema_names() if mask_of(n) or n in edge_schemata())
    engine.step(
        "match_said",
        f"""
        SELECT s.canonical_id, s.entity_id, s.schema, s.prop, s.value, s.earliest, s.latest
        FROM statement AS s SEMI JOIN (SELECT statement FROM evidence
            WHERE polarity = '+' AND status IN ('stated', 'alleged') AND retracts IS NULL) AS e ON e.statement = s.id
        WHERE s.schema IN ({wanted})
        """,
    )
    try:
        return _gathered(session, set(unlinkable))
    finally:
        engine.run("DROP TABLE IF EXISTS temp.match_said")


def _gathered(session: Session, unlinkable: set[str]) -> Entities:
    engine = session.engine
    marked = engine.tuples("SELECT DISTINCT canonical_id FROM match_said WHERE prop = 'unlinkable'")
    given = engine.tuples(
        "SELECT DISTINCT canonical_id FROM match_said WHERE entity_id IN (SELECT unnest($ids))",
        {"ids": sorted(unlinkable)},
    )
    barred = {i for (i,) in (*marked, *given)} | unlinkable
    edges = ", ".join(f"'{n}'" for n in edge_schemata())
    sql = (
        f"SELECT DISTINCT canonical_id, schema, prop, value, earliest, latest FROM match_said "
        f"WHERE schema NOT IN ({edges}) ORDER BY canonical_id, prop, length(value) DESC, value"
    )
    found: dict[str, Known] = {}
    for chunk in engine.stream(sql, size=50_000):
        for canonical, schema_name, prop, value, earliest, latest in chunk:
            if canonical not in barred:
                known = found.get(canonical) or found.setdefault(canonical, Known(canonical))
                _take(known, sys.intern(schema_name), prop, value, (earliest, latest))
    _tie(session, found)
    add_parties(session, found, barred)
    named = [k for k in found.values() if k.names or k.aliases]
    notes = []
    if barred:
        are = "is" if len(barred) == 1 else "are"
        who = plural(len(barred), "entity", "entities")
        notes.append(f"{who} {are} anonymous, pseudonymous or unnamed in their sources, and nobody's match")
    if len(found) > len(named):
        notes.append(f"{plural(len(found) - len(named), 'entity has', 'entities have')} no name")
    return Entities(named, tuple(notes))


def _take(known: Known, schema_name: str, prop: str, value: str, days: tuple[date | None, date | None]) -> None:
    if schema_name not in known.schemata:
        known.schemata |= {schema_name}
    known.statements += 1
    if prop == "name":
        known.names.append(value)
    elif prop in _NAMES:
        known.aliases = (*known.aliases, value)
    elif prop in _STARTS and days != (None, None):
        known.start = _wider(known.start, days)
        known.start_words = (*known.start_words, value)
    elif prop in _ENDS and days != (None, None):
        known.end = _wider(known.end, days)
        known.end_words = (*known.end_words, value)
    else:
        _take_typed(known, _type(schema_name, prop), prop, value)


def _take_typed(known: Known, kind: str, prop: str, value: str) -> None:
    if kind == "identifier" and prop not in _SHARED:
        plain = "".join(c for c in value.upper() if c.isalnum())
        if len(plain) >= 4:
            known.identifiers |= {(prop, plain)}
    elif kind == "country":
        known.countries |= {sys.intern(value.strip().casefold())}
    elif kind == "address" and known.mask != PLACE:  # the address of a place is its name, and counts once
        known.addresses |= {" ".join(sorted(set(value.casefold().replace(",", " ").split())))}
    elif kind == "entity":
        known.ties |= {value}


def _tie(session: Session, found: dict[str, Known]) -> None:
    """Who is tied to whom, by the edges of the case; a neighbour of very many is left out."""
    ends = ", ".join(
        f"('{n}', '{p}')"
        for n in edge_schemata()
        if n not in _UNTOLD and (spec := schema(n)) and spec.edge
        for p in (spec.edge.source, spec.edge.target)
    )
    pairs = session.engine.tuples(
        f"""
        WITH ends AS (SELECT DISTINCT s.entity_id, coalesce(c.canonical_id, s.value) AS at
                      FROM match_said AS s LEFT JOIN canonical AS c ON c.entity_id = s.value
                      WHERE (s.schema, s.prop) IN (VALUES {ends}))
        SELECT DISTINCT a.at, b.at FROM ends AS a JOIN ends AS b ON a.entity_id = b.entity_id AND a.at <> b.at
        """
    )
    for one, other in pairs:
        if one in found:
            found[one].ties |= {other}
    degree = Counter(t for k in found.values() for t in k.ties)
    for known in found.values():
        if known.ties:
            known.ties = {t for t in known.ties if degree[t] <= MOST_TIES}


def _wider(
    old: tuple[int | None, int | None] | None, days: tuple[date | None, date | None]
) -> tuple[int | None, int | None]:
    """The span that holds what all sources say of a day."""
    low, high = (None if d is None else d.toordinal() for d in days)
    if old is None:
        return low, high
    lows, highs = (old[0], low), (old[1], high)
    return (None if None in lows else min(_told(lows)), None if None in highs else max(_told(highs)))


def _told(days: Iterable[int | None]) -> list[int]:
    return [d for d in days if d is not None]


@cache
def _type(schema_name: str, prop: str) -> str:
    return property_type(schema_name, prop)
