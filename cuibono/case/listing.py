"""The sources as a list: filtered and one page at a time, so that twenty thousand cost no more than fifty."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.model.judgement import Judgement
from cuibono.model.source import Source
from cuibono.store import catalog, database, judgements
from cuibono.store.layout import Layout
from cuibono.store.session import source_of

_OUTLET = "coalesce(outlet, author, '')"
_YEAR = "left(coalesce(published, ''), 4)"
_NEWEST = "added DESC, name, id"
ORDERS: Mapping[str, str] = {
    "newest": _NEWEST,
    "name": "lower(name), id",
    "published": f"published IS NULL, published DESC, {_NEWEST}",
    "size": f"size DESC, {_NEWEST}",
}
_CHOICES = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """Which sources are wanted: words of their names or titles, and what each must be; empty is all."""

    words: str = ""
    kind: str = ""
    outlet: str = ""
    year: str = ""
    mark: str = ""
    order: str = "newest"


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be read, why, and when that was tried."""

    name: str
    why: str
    at: datetime
    protected: bool


@dataclass(frozen=True, slots=True)
class Held:
    """What the case holds of one source: what it was taken out of, what was taken out of it, what was read in it."""

    source: Source
    parent: Source | None
    members: tuple[Source, ...]
    more_members: int
    passages: int
    tables: tuple[tuple[str, int], ...]
    records: int
    statements: int
    read_by: tuple[str, ...]
    judged: tuple[Judgement, ...]


def sources(layout: Layout, asked: Asked, *, first: int = 50, skip: int = 0) -> tuple[int, list[Source]]:
    """How many sources fit, and one page of them."""
    where, params = _where(asked)
    order = ORDERS.get(asked.order, _NEWEST)
    with database.reader(layout) as engine:
        total = int(engine.value(f"SELECT count(*) FROM ev.source WHERE {where}", params))
        rows = engine.rows(
            f"SELECT * FROM ev.source WHERE {where} ORDER BY {order} LIMIT {int(first)} OFFSET {int(skip)}", params
        )
    return total, [source_of(r) for r in rows]


def choices(layout: Layout) -> dict[str, list[tuple[str, int]]]:
    """The kinds, outlets, years and marks that sources have, each with how many; the most frequent first."""
    with database.reader(layout) as engine:
        return {
            "kind": _counted(engine, "reader", "n DESC, 1"),
            "outlet": _counted(engine, _OUTLET, "n DESC, 1"),
            "year": _counted(engine, _YEAR, "1 DESC"),
            "mark": [
                (mark, int(n))
                for mark in ("protected", "simulated")
                if (n := engine.value(f"SELECT count(*) FROM ev.source WHERE {mark}"))
            ],
        }


def refused(layout: Layout, *, first: int = 50, skip: int = 0) -> tuple[int, list[Refused]]:
    """How many files could not be read, and one page of them with the reasons."""
    with database.reader(layout) as engine:
        total = int(engine.value("SELECT count(DISTINCT name) FROM ev.refused"))
        rows = engine.tuples(
            "SELECT name, any_value(why), max(noted), bool_or(protected) FROM ev.refused GROUP BY name "
            f"ORDER BY 3 DESC, name LIMIT {int(first)} OFFSET {int(skip)}"
        )
    return total, [Refused(*row) for row in rows]


def held(layout: Layout, name: str, *, members: int = 100) -> Held:
    """One source with all that the case holds of it; raises UnknownName when there is none, or several."""
    with database.reader(layout) as engine:
        source = catalog.find_source(engine, name)
        mine = {"id": source.id}
        inside = engine.rows("SELECT * FROM ev.source WHERE parent = $id ORDER BY name, id", mine)
        counts = engine.tuples(
            "SELECT (SELECT count(*) FROM ev.passage WHERE source = $id), "
            "(SELECT count(*) FROM ev.record WHERE source = $id AND gen_out IS NULL), "
            "(SELECT count(DISTINCT statement) FROM ev.evidence WHERE source = $id AND gen_out IS NULL)",
            mine,
        )[0]
        tables = engine.tuples(
            "SELECT table_name, sum(rows)::BIGINT FROM ev.bulk WHERE source = $id AND gen_out IS NULL "
            "GROUP BY 1 ORDER BY 1",
            mine,
        )
        by = engine.tuples(
            "SELECT DISTINCT extractor || '@' || version FROM ev.reading WHERE source = $id AND kind = 'records' "
            "AND active AND gen_out IS NULL ORDER BY 1",
            mine,
        )
        return Held(
            source,
            catalog.find_source(engine, source.parent) if source.parent else None,
            tuple(source_of(r) for r in inside[:members]),
            max(0, len(inside) - members),
            int(counts[0]),
            tuple((str(t), int(n)) for t, n in tables),
            int(counts[1]),
            int(counts[2]),
            tuple(str(e) for (e,) in by),
            tuple(judgements.standing(engine, target=source.id)),
        )


def _where(asked: Asked) -> tuple[str, dict[str, Any]]:
    parts: list[str] = ["true"]
    params: dict[str, Any] = {}
    if asked.words:
        parts.append("contains(lower(concat_ws(' ', name, title, outlet, author, origin)), $words)")
        params["words"] = asked.words.lower()
    for name, column in (("kind", "reader"), ("outlet", _OUTLET), ("year", _YEAR)):
        if wanted := getattr(asked, name):
            parts.append(f"{column} = ${name}")
            params[name] = wanted
    if asked.mark in ("protected", "simulated"):
        parts.append(asked.mark)
    return " AND ".join(parts), params


def _counted(engine: DuckEngine, column: str, order: str) -> list[tuple[str, int]]:
    rows: Sequence[tuple[Any, ...]] = engine.tuples(
        f"SELECT {column} AS what, count(*) AS n FROM ev.source WHERE {column} <> '' GROUP BY 1 "
        f"ORDER BY {order} LIMIT {_CHOICES}"
    )
    return [(str(what), int(n)) for what, n in rows]
