"""Tables whose rows are edges of several schemata, or entities of some: one row per assertion, as a SELECT."""

from collections.abc import Iterable, Mapping

from cuibono.engine import DuckEngine
from cuibono.model.schemata import SchemaSpec, schema
from cuibono.model.table import Column, TableSpec

#: Properties that say in words what an edge is, best first.
_WORDED = ("role", "relationship", "controlType", "purpose")
_POST = "Occupancy"


def said(engine: DuckEngine) -> set[tuple[str, str]]:
    """Which properties of which schemata have been stated at all."""
    return set(engine.tuples("SELECT DISTINCT schema, prop FROM ev.statement"))


def has_rows(table: TableSpec, stated: set[tuple[str, str]]) -> bool:
    """Whether statements make rows of a table: both ends of some edge, or some thing, must have been stated."""
    edges = any(
        (s.name, s.edge.source) in stated and (s.name, s.edge.target) in stated for s in _edges(table) if s.edge
    )
    return edges or any(name == s for s, _ in stated for name in table.things)


def view(table: TableSpec) -> str:
    """The SELECT of the rows that statements make."""
    return _of_edges(table) if table.edges else _of_things(table)


def _edges(table: TableSpec) -> list[SchemaSpec]:
    return [s for name in table.edges if (s := schema(name)) and s.edge]


def _of_edges(table: TableSpec) -> str:
    """Edges with both ends joined to their names and kinds; who holds a post is tied to where the post is."""
    specs = _edges(table)
    ends: dict[str, Mapping[str, Iterable[str]]] = {
        "one": {s.name: (s.edge.source,) for s in specs if s.edge},
        "other": {s.name: (s.edge.target,) for s in specs if s.edge},
        "since": {s.name: s.starts[:1] for s in specs},
        "until": {s.name: s.ends[:1] for s in specs},
        "kind": {s.name: ("kind",) for s in specs if s.own and "kind" in s.properties},
    }
    ends |= {word: {s.name: (word,) for s in specs if word in s.properties} for word in _WORDED}
    props = ", ".join(f"{_value(named)} AS v_{key}" for key, named in ends.items())
    listed = ", ".join(_text(s.name) for s in specs)
    return f"""
        SELECT {", ".join(f'{_edge_column(c, table)} AS "{c.name}"' for c in table.columns)},
               p._source, p._row, p.asserted_by, p.status, p.polarity, p.standing, p.reading
        FROM (
            SELECT s.schema, s.entity_id, e.source AS _source, min(e.seq) AS _row, e.asserted_by,
                   any_value(e.status) AS status, any_value(e.polarity) AS polarity,
                   any_value(e.standing) AS standing, e.reading, {props}
            FROM statement AS s JOIN evidence AS e ON e.statement = s.id AND e.entity_id = s.entity_id
            WHERE s.schema IN ({listed})
            GROUP BY s.schema, s.entity_id, e.source, e.asserted_by, e.reading
        ) AS p
        LEFT JOIN canonical AS c_one ON c_one.entity_id = p.v_one
        LEFT JOIN entity AS n_one ON n_one.id = coalesce(c_one.canonical_id, p.v_one)
        LEFT JOIN (SELECT entity_id, min(value) AS value FROM statement
                   WHERE schema = 'Position' AND prop = 'organization' GROUP BY entity_id) AS post
               ON p.schema = '{_POST}' AND post.entity_id = p.v_other
        LEFT JOIN entity AS post_name ON p.schema = '{_POST}' AND post_name.id = p.v_other
        LEFT JOIN canonical AS c_other ON c_other.entity_id = coalesce(post.value, p.v_other)
        LEFT JOIN entity AS n_other ON n_other.id = coalesce(c_other.canonical_id, post.value, p.v_other)
        WHERE p.v_one IS NOT NULL AND p.v_other IS NOT NULL"""


def _edge_column(column: Column, table: TableSpec) -> str:
    other = "coalesce(post.value, p.v_other)"
    types = " ".join(f"WHEN {_text(name)} THEN {_text(kind)}" for name, kind in table.edges.items())
    found = {
        "from_id": "coalesce(c_one.canonical_id, p.v_one)",
        "from_name": "coalesce(n_one.name, p.v_one)",
        "from_kind": "n_one.schema",
        "to_id": f"coalesce(c_other.canonical_id, {other})",
        "to_name": f"coalesce(n_other.name, {other})",
        "to_kind": "n_other.schema",
        "type": f"coalesce(p.v_kind, CASE p.schema {types} END)",
        "role": f"coalesce({', '.join(f'p.v_{w}' for w in _WORDED)}, post_name.name)",
        "since": "p.v_since",
        "until": "p.v_until",
    }.get(column.name)
    return found or f"NULL::{column.type}"


def _of_things(table: TableSpec) -> str:
    """Entities: one row for each source and speaker that names one."""
    key = next(c.name for c in table.columns if c.parse == "id")
    kinds = " ".join(f"WHEN {_text(name)} THEN {_text(kind)}" for name, kind in table.things.items())
    found = {
        key: "p.id",
        f"{key[:-3]}_name": "n.name",
        "kind": f"CASE p.schema {kinds} END",
        "country": "p.country",
    }
    columns = ", ".join(f'{found.get(c.name, f"NULL::{c.type}")} AS "{c.name}"' for c in table.columns)
    return f"""
        SELECT {columns}, p._source, p._row, p.asserted_by, p.status, p.polarity, p.standing, p.reading
        FROM (
            SELECT s.schema, s.canonical_id AS id, e.source AS _source, min(e.seq) AS _row, e.asserted_by,
                   any_value(e.status) AS status, any_value(e.polarity) AS polarity,
                   any_value(e.standing) AS standing, e.reading,
                   max(s.value) FILTER (WHERE s.prop IN ('country', 'jurisdiction')) AS country
            FROM statement AS s JOIN evidence AS e ON e.statement = s.id AND e.entity_id = s.entity_id
            WHERE s.schema IN ({", ".join(map(_text, table.things))})
            GROUP BY s.schema, s.canonical_id, e.source, e.asserted_by, e.reading
        ) AS p JOIN entity AS n ON n.id = p.id WHERE n.name IS NOT NULL"""


def of_table(table: TableSpec, select: str) -> str:
    """All rows of another table, given as its SELECT, as rows of this one."""
    named = table.also["columns"]
    columns = ", ".join(
        f'h."{named[c.name]}" AS "{c.name}"' if c.name in named
        else f'{_text(table.also["type"])} AS "{c.name}"' if c.name == "type"
        else f'NULL::{c.type} AS "{c.name}"'
        for c in table.columns
    )  # fmt: skip
    return (
        f"SELECT {columns}, h._source, h._row, h.asserted_by, h.status, h.polarity, h.standing, h.reading "
        f"FROM ({select}) AS h"
    )


def _value(named: Mapping[str, Iterable[str]]) -> str:
    """What was stated of the property that each schema has for one thing."""
    pairs = [f"(s.schema = {_text(name)} AND s.prop = {_text(p)})" for name, props in named.items() for p in props]
    return f"max(s.value) FILTER (WHERE {' OR '.join(pairs)})" if pairs else "NULL::VARCHAR"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
