"""A proposed pair as a person judges it: what is said of both, side by side, by whom, and where they stand."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.model.passage import Passage
from cuibono.model.proposal import Proposal, Side
from cuibono.model.schemata import property_type, schema
from cuibono.model.source import Source
from cuibono.store import canonical, database, parties
from cuibono.store.layout import Layout
from cuibono.store.selection import Key
from cuibono.store.session import Session, open_session

#: Values of a property and passages of an entity that are shown.
VALUES, PASSAGES = 12, 4
_FIRST = ("name", "alias", "weakAlias", "previousName", "abbreviation")
_PAIR = ", ".join(f"'{v}'" for v in canonical.PAIR)


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a property: who says so, in which sources, and of what standing that is."""

    value: str
    by: tuple[str, ...]
    sources: tuple[Source, ...]
    standing: str
    status: str
    denied: bool


@dataclass(frozen=True, slots=True)
class Property:
    """What is said of both under one property; ``shared`` are the values that both have."""

    name: str
    label: str
    left: tuple[Said, ...]
    right: tuple[Said, ...]
    shared: frozenset[str]


@dataclass(frozen=True, slots=True)
class Beside:
    """Both entities side by side: properties, and the first passages in which each stands."""

    properties: tuple[Property, ...]
    left: tuple[Passage, ...]
    right: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A judgement about two entities, under the names that they had then."""

    seq: int
    left: str
    right: str
    left_name: str
    right_name: str
    verdict: str
    by: str
    at: datetime
    note: str
    undone: datetime | None


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is to compare, and a mark that changes when the evidence does, but not when pairs are judged."""

    size: int
    mark: tuple[Any, ...]


def extent(layout: Layout) -> Extent:
    """How much there is to compare; asks the counts that the database keeps, so that it costs nothing."""
    with database.reader(layout) as engine:
        statements, rows, *mark = engine.tuples(
            f"""
            SELECT (SELECT count(*) FROM ev.statement),
                   (SELECT coalesce(sum(rows), 0)::BIGINT FROM ev.bulk WHERE gen_out IS NULL),
                   (SELECT max(gen_in) FROM ev.source), (SELECT count(*) FROM ev.source),
                   (SELECT max(greatest(gen_in, coalesce(gen_out, 0))) FROM ev.reading),
                   (SELECT max(greatest(gen_in, coalesce(gen_out, 0))) FROM ev.bulk),
                   (SELECT count(*) * 2 - count(undone) FROM ev.judgement
                    WHERE NOT (other IS NOT NULL AND verdict IN ({_PAIR})))
            """
        )[0]
    return Extent(int(statements) + int(rows), tuple(mark))


def beside(layout: Layout, pair: Proposal) -> Beside:
    """What is said of both, property by property, and where each stands."""
    with open_session(layout) as session:
        rows = [session.said_of(side.id) for side in (pair.left, pair.right)]
        sources = {s.id: s for s in session.sources(sorted({str(r["source"]) for side in rows for r in side}))}
        stands = [
            tuple(session.passages(_keys(session, side, said)))
            for side, said in zip((pair.left, pair.right), rows, strict=True)
        ]
    left, right = (
        _properties(said, sources) or _named(side, passages)
        for side, said, passages in zip((pair.left, pair.right), rows, stands, strict=True)
    )
    names = sorted({*left, *right}, key=lambda n: (_FIRST.index(n) if n in _FIRST else len(_FIRST), n))
    labels = {"name": "Name"} | {
        str(r["prop"]): _label(str(r["schema"]), str(r["prop"])) for side in rows for r in side
    }
    return Beside(
        tuple(
            Property(n, labels[n], left.get(n, ()), right.get(n, ()), _shared(left.get(n, ()), right.get(n, ())))
            for n in names
        ),
        *stands,
    )


def judged(layout: Layout, *, first: int = 50, skip: int = 0) -> tuple[int, list[JudgedPair]]:
    """How many judgements about pairs there are, and one page of them, the newest first; undone ones are told, too."""
    where = f"other IS NOT NULL AND verdict IN ({_PAIR})"
    with database.reader(layout) as engine:
        total = int(engine.value(f"SELECT count(*) FROM ev.judgement WHERE {where}"))
        rows = engine.rows(
            f"SELECT * FROM ev.judgement WHERE {where} ORDER BY seq DESC LIMIT {int(first)} OFFSET {int(skip)}"
        )
    return total, [_judged(row) for row in rows]


def _judged(row: Mapping[str, Any]) -> JudgedPair:
    names = json.loads(row["anchor"] or "{}")
    left, right = (str(names.get(side) or row[end]) for side, end in (("left", "target"), ("right", "other")))
    return JudgedPair(
        int(row["seq"]), row["target"], row["other"], left, right, row["verdict"], row["made_by"], row["made_at"],
        row["note"] or "", row["undone"],
    )  # fmt: skip


def _properties(rows: Iterable[Mapping[str, Any]], sources: Mapping[str, Source]) -> dict[str, tuple[Said, ...]]:
    """What is said of one, by property and value; each value once, with all who say it."""
    found: dict[str, dict[tuple[str, bool], list[Mapping[str, Any]]]] = {}
    for row in rows:
        if property_type(row["schema"], row["prop"]) != "entity" and row["prop"] != "unlinkable":
            key = (str(row["value"]), row["polarity"] == "-")
            found.setdefault(row["prop"], {}).setdefault(key, []).append(row)
    return {
        prop: tuple(_said(value, denied, those, sources) for (value, denied), those in list(values.items())[:VALUES])
        for prop, values in found.items()
    }


def _named(side: Side, passages: Sequence[Passage]) -> dict[str, tuple[Said, ...]]:
    """Of whom only rows of tables are known, the name in them."""
    sources = tuple({p.source.id: p.source for p in passages}.values())
    return {"name": (Said(side.name, (), sources, "recorded", "stated", False),)}


def _said(value: str, denied: bool, rows: Sequence[Mapping[str, Any]], sources: Mapping[str, Source]) -> Said:
    best = {"recorded": 0, "confirmed": 1, "read": 2, "proposed": 3}
    return Said(
        value,
        tuple(dict.fromkeys(str(r["asserted_by"]) for r in rows if r["asserted_by"])),
        tuple(sources[i] for i in dict.fromkeys(str(r["source"]) for r in rows) if i in sources),
        min((str(r["standing"]) for r in rows), key=lambda s: best.get(s, 4)),
        next((str(r["status"]) for r in rows if r["status"] == "stated"), str(rows[0]["status"] or "stated")),
        denied,
    )


def _shared(left: Sequence[Said], right: Sequence[Said]) -> frozenset[str]:
    """The values that both have, whatever their case."""
    both = {s.value.casefold() for s in left} & {s.value.casefold() for s in right}
    return frozenset(s.value for s in (*left, *right) if s.value.casefold() in both)


def _label(of: str, prop: str) -> str:
    spec = schema(of)
    found = spec.properties.get(prop) if spec else None
    return found.label if found else prop


def _keys(session: Session, side: Side, said: Sequence[Mapping[str, Any]]) -> list[Key]:
    """The first places where an entity stands, a source each as long as there are more; rows of tables, too."""
    named = dict.fromkeys((str(r["source"]), int(r["seq"])) for r in said if r["seq"] is not None)
    by_source: dict[str, list[Key]] = {}
    for key in named:
        by_source.setdefault(key[0], []).append(key)
    turns = [k[n] for n in range(PASSAGES) for k in by_source.values() if n < len(k)]
    keys = turns[:PASSAGES]
    for table in side.tables:
        if len(keys) < PASSAGES:
            keys += _rows(session, side.id, table, PASSAGES - len(keys))
    return list(dict.fromkeys(keys))


def _rows(session: Session, party: str, table: str, most: int) -> list[Key]:
    """The first rows of a table in which a party stands; its files are read, not the view with all that is said."""
    engine = session.engine
    files = engine.tuples(
        "SELECT DISTINCT file FROM ev.bulk WHERE table_name = ? AND gen_out IS NULL ORDER BY file", [table]
    )
    ends = " OR ".join(f'"{stem}_id" IN (SELECT unnest($ids))' for stem in parties.tables().get(table, ()))
    if not (files and ends):
        return []
    listed = ", ".join("'" + str((session.layout.root / f).resolve()).replace("'", "''") + "'" for (f,) in files)
    found = engine.tuples(
        f"SELECT DISTINCT _source, _row FROM read_parquet([{listed}], union_by_name = true) WHERE {ends} "
        f"ORDER BY _source, _row LIMIT {int(most)}",
        {"ids": _one_with(engine, party)},
    )
    return [(str(s), int(n)) for s, n in found]


def _one_with(engine: DuckEngine, party: str) -> list[str]:
    """The ids of all that were judged to be the same as a party, its own among them."""
    now = engine.value("SELECT canonical_id FROM ev.canonical WHERE entity_id = ?", [party]) or party
    rows = engine.tuples("SELECT entity_id FROM ev.canonical WHERE canonical_id = ?", [now])
    return sorted({party, str(now), *(str(i) for (i,) in rows)})
