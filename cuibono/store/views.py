"""The views that lenses, queries and exports see: made at open, never stored.

A lens table is the bulk rows of all its Parquet files, UNION ALL a pivot of the edge statements of its schema,
one row per assertion. ``Scope`` says as of which generation, and whether protected material is in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cuibono.engine import DuckEngine
from cuibono.model.table import COMMON, DERIVED, Column, TableSpec, spec, table_names
from cuibono.model.words import RELIED_ON
from cuibono.store import canonical, edge_view, fills, parties, record_tables, sayings
from cuibono.store.assertions import union
from cuibono.store.compact import listed
from cuibono.store.layout import Layout

ROWS = "rows"
_UNHEARD = "unheard_records"
_ROUNDING = 0.5  # percentage points that a share may lie above the whole


@dataclass(frozen=True, slots=True)
class Scope:
    """What a session sees: everything up to ``generation`` (None: now), ``public`` leaves protected out.

    ``judged`` is the time up to which people's judgements that entities are the same count (None: now). ``without``
    are sources that are left out, and ``unheard`` speakers, as the rows name them: nothing of what they say is seen.
    """

    generation: int | None = None
    public: bool = False
    proposals: bool = False
    judged: datetime | None = None
    without: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()


def make_evidence_views(engine: DuckEngine, layout: Layout, scope: Scope) -> None:
    """Create the views of sources, passages, statements and their evidence."""
    if scope.unheard:
        engine.step(_UNHEARD, _unheard_records(scope), {"unheard": list(scope.unheard)})
    for name, sql in _evidence(engine, layout, scope).items():
        engine.run(f'CREATE OR REPLACE TEMP VIEW "{name}" AS {sql}')


def view_of(engine: DuckEngine, layout: Layout, table: str, scope: Scope) -> str:
    """The SELECT behind a lens table, the plain rows, or the assertions (which need every other table first)."""
    if table == ROWS:
        return _plain_rows(*_files(engine, layout, ROWS, scope))
    if table == "assertions":
        return union()
    if table == "sayings":
        return sayings.union()
    if table in record_tables.NAMES:
        return record_tables.view(record_tables.record_table(table))
    return _lens_table(engine, layout, spec(table), scope)


def all_tables() -> tuple[str, ...]:
    """Every table that has a view, in the order in which they can be made."""
    return (*(n for n in table_names() if n not in DERIVED), ROWS, *DERIVED, *record_tables.NAMES)


def live_tables(engine: DuckEngine, layout: Layout, scope: Scope) -> list[str]:
    """Lens tables that have rows, bulk or from statements; told from the catalogue, no view is opened."""
    said = set(engine.tuples("SELECT DISTINCT schema, prop FROM statement"))
    schemata = {s for s, _ in said}
    named = [n for n in table_names() if n not in DERIVED]
    bulk = {t for (t,) in engine.tuples(f"SELECT DISTINCT table_name FROM ev.bulk WHERE {_seen(scope)}")}
    own = {n for n in named if n in bulk or _has_edges(spec(n), said)}
    own |= {n for n in named if n not in own and fills.fresh(engine, layout, n, generation=scope.generation)}
    found = [n for n in named if n in own or spec(n).also.get("table") in own]
    asserting = any(spec(n).asserts for n in found) or bool(schemata)
    saying = {*found} & {*sayings.MADE_OF} or schemata & {*sayings.ties()} or _has_said(engine)
    return [*found, *(["assertions"] if asserting else []), *(["sayings"] if saying else [])]


def _has_said(engine: DuckEngine) -> bool:
    """Whether a claim or a tie was read in a text."""
    return engine.value("SELECT 1 FROM record WHERE kind IN ('claim', 'tie') LIMIT 1") is not None


def _has_edges(table: TableSpec, said: set[tuple[str, str]]) -> bool:
    """Whether statements make rows of a table: all that its rows cannot do without must have been said."""
    if table.edges or table.things:
        return edge_view.has_rows(table, said)
    return table.schema is not None and all((table.schema, p) in said for p in _needed(table))


def _needed(table: TableSpec) -> list[str]:
    """The properties without which an edge is no row of a table."""
    return sorted({c.prop for c in table.columns if c.required and c.prop})


def _evidence(engine: DuckEngine, layout: Layout, scope: Scope) -> dict[str, str]:
    known = f"gen_in <= {2**62 if scope.generation is None else scope.generation}"
    alive = _alive("r", scope)
    shown = "NOT protected" if scope.public else "true"
    standings = ", ".join(f"'{s}'" for s in (*RELIED_ON, *(["proposed"] if scope.proposals else [])))
    active = f"SELECT r.* FROM ev.reading AS r WHERE {alive} AND active AND source IN (SELECT id FROM source)"
    return {
        "source": f"SELECT * FROM ev.source WHERE {known} AND {shown}{_not_in('id', scope.without)}",
        "reading": f"{active} AND kind = 'text'",
        "extraction": f"{active} AND kind = 'records'",
        "record": "SELECT c.* FROM ev.record AS c "
        "SEMI JOIN extraction AS x ON x.source = c.source AND x.id = c.reading "
        f"WHERE {_alive('c', scope)}"
        + (f" AND (c.source, c.id) NOT IN (SELECT source, id FROM {_UNHEARD})" if scope.unheard else ""),
        "passage": "SELECT p.* FROM ev.passage AS p SEMI JOIN reading AS r ON r.source = p.source AND r.id = p.reading",
        "evidence": f"SELECT e.* FROM ev.evidence AS e SEMI JOIN source AS s ON s.id = e.source "
        f"WHERE e.standing IN ({standings}) AND {_alive('e', scope)}"
        + _not_in("coalesce(e.asserted_by, '')", scope.unheard),
        "canonical": canonical.view(engine, layout, when=scope.judged, public=scope.public),
        "statement": "SELECT s.*, coalesce(c.canonical_id, s.entity_id) AS canonical_id FROM ev.statement AS s "
        "LEFT JOIN canonical AS c ON c.entity_id = s.entity_id "
        "SEMI JOIN evidence AS e ON e.statement = s.id AND e.entity_id = s.entity_id",
        "entity": "SELECT canonical_id AS id, min(schema) AS schema, "
        "arg_max(value, length(value)) FILTER (WHERE prop = 'name') AS name, count(*) AS statements "
        "FROM statement GROUP BY canonical_id",
        "judgement": "SELECT * FROM ev.judgement WHERE undone IS NULL",
    }


def _alive(name: str, scope: Scope) -> str:
    """The condition that a row was there at the time of the scope."""
    if scope.generation is None:
        return f"{name}.gen_out IS NULL"
    return f"{name}.gen_in <= {scope.generation} AND coalesce({name}.gen_out, {2**62}) > {scope.generation}"


def _not_in(column: str, values: Sequence[str]) -> str:
    """A further condition that leaves out some values; empty when there are none."""
    listed = ", ".join("'" + v.replace("'", "''") + "'" for v in values)
    return f" AND {column} NOT IN ({listed})" if listed else ""


def _unheard_records(scope: Scope) -> str:
    """What those left out say in texts: records whose speaker is named so; the text's own voice where nobody is."""
    who = "coalesce(json_extract_string(c.data, '$.asserted_by'), json_extract_string(c.data, '$.speaker'))"
    alive = _alive("c", scope), _alive("n", scope)
    return f"""
        SELECT DISTINCT c.source AS source, c.id AS id
        FROM ev.record AS c JOIN ev.source AS s ON s.id = c.source
        LEFT JOIN ev.record AS n ON n.kind = 'name' AND n.source = c.source AND n.id = {who} AND {alive[1]}
        WHERE c.kind IN ('claim', 'tie', 'event', 'amount') AND {alive[0]} AND list_contains($unheard,
          coalesce(json_extract_string(n.data, '$.name'), s.outlet, s.author, s.title, s.name))"""


def _files(engine: DuckEngine, layout: Layout, table: str, scope: Scope) -> tuple[list[Path], str]:
    """The files of a table that a scope sees, and a filter on the rows where files hold more than it sees."""
    mine, seen = f"table_name = '{table}'", _seen(scope)
    found = engine.tuples(
        f"SELECT file, bool_and(seen) FROM (SELECT file, {seen} AS seen FROM ev.bulk WHERE {mine}) AS b "
        "GROUP BY file HAVING bool_or(seen) ORDER BY file"
    )
    shared = not all(whole for _, whole in found)
    only = f" WHERE _source IN (SELECT b.source FROM ev.bulk AS b WHERE {mine} AND {seen})" if shared else ""
    return [layout.root / file for file, _ in found], only


def _seen(scope: Scope) -> str:
    """The condition that bulk rows are seen."""
    when = "gen_out IS NULL"
    if scope.generation is not None:
        when = f"gen_in <= {scope.generation} AND coalesce(gen_out, {2**62}) > {scope.generation}"
    return f"{when} AND source IN (SELECT id FROM source)"


def _lens_table(engine: DuckEngine, layout: Layout, table: TableSpec, scope: Scope) -> str:
    parts = []
    files, only = _files(engine, layout, table.name, scope)
    types = {c.name: c.type for c in table.columns} | COMMON
    if files:
        heard = _not_in("coalesce(asserted_by, '')", scope.unheard)
        only = only + heard if only else heard.replace(" AND ", " WHERE ", 1)
        parts.append(
            _bulk(engine, table, types, f"SELECT * FROM read_parquet({listed(files)}, union_by_name = true){only}")
        )
    if table.schema and engine.value("SELECT 1 FROM ev.statement WHERE schema = ? LIMIT 1", [table.schema]):
        parts.append(_pivot(table))
    if (table.edges or table.things) and edge_view.has_rows(table, edge_view.said(engine)):
        parts.append(edge_view.view(table))
    if table.also and (others := _lens_table(engine, layout, spec(table.also["table"]), scope)):
        parts.append(edge_view.of_table(table, others))
    filled = fills.fresh(engine, layout, table.name, generation=scope.generation)
    if not parts:
        empty = ", ".join(f'NULL::{kind} AS "{name}"' for name, kind in types.items())
        parts.append(f"SELECT {empty} WHERE false")
    given = " UNION ALL ".join(parts)
    return f"{given} UNION ALL {fills.part(filled, layout, table, given, scope.unheard)}" if filled else given


def _bulk(engine: DuckEngine, table: TableSpec, types: Mapping[str, str], rows: str) -> str:
    """Bulk rows with their declared types, each party under its canonical id; names stay as the rows have them."""
    joined = parties.stems(table) if engine.value("SELECT 1 FROM canonical LIMIT 1") else ()
    cells = dict.fromkeys(types, 'r."{}"') | {f"{s}_id": f'coalesce("c_{s}".canonical_id, r."{{}}")' for s in joined}
    cast = ", ".join(f'{cells[name].format(name)}::{kind} AS "{name}"' for name, kind in types.items())
    joins = " ".join(f'LEFT JOIN canonical AS "c_{s}" ON "c_{s}".entity_id = r."{s}_id"' for s in joined)
    return f"SELECT {cast} FROM ({rows}) AS r {joins}"


def _pivot(table: TableSpec) -> str:
    """Edge statements as rows: one row per entity, source and speaker, the ends joined to their names."""
    columns = ", ".join(_pivot_column(c) for c in table.columns)
    return f"""
        SELECT {columns}, p._source, p._row, p.asserted_by, p.status, p.polarity, p.standing, p.reading
        FROM (
            SELECT s.entity_id, e.source AS _source, min(e.seq) AS _row, e.asserted_by, any_value(e.status) AS status,
                   any_value(e.polarity) AS polarity, any_value(e.standing) AS standing, e.reading,
                   {_pivot_props(table)}
            FROM statement AS s JOIN evidence AS e ON e.statement = s.id
            WHERE s.schema = '{table.schema}'
            GROUP BY s.entity_id, e.source, e.asserted_by, e.reading
        ) AS p {_pivot_names(table)}
        WHERE {" AND ".join(f'p."v_{p}" IS NOT NULL' for p in _needed(table)) or "true"}"""


def _props(table: TableSpec) -> list[str]:
    return sorted({c.prop for c in table.columns if c.prop})


def _pivot_props(table: TableSpec) -> str:
    return ", ".join(
        f"max(s.value) FILTER (WHERE s.prop = '{p}') AS \"v_{p}\", "
        f"max(s.low) FILTER (WHERE s.prop = '{p}') AS \"low_{p}\", "
        f"max(s.high) FILTER (WHERE s.prop = '{p}') AS \"high_{p}\""
        for p in _props(table)
    )


def _parties(table: TableSpec) -> list[str]:
    return [c.prop for c in table.columns if c.parse == "id" and c.prop]


def _pivot_names(table: TableSpec) -> str:
    """Each party under its canonical id, and the name of that entity."""
    return " ".join(
        f'LEFT JOIN canonical AS "c_{p}" ON "c_{p}".entity_id = p."v_{p}" '
        f'LEFT JOIN entity AS "n_{p}" ON "n_{p}".id = coalesce("c_{p}".canonical_id, p."v_{p}")'
        for p in _parties(table)
    )


def _pivot_column(column: Column) -> str:
    if column.prop is None:
        return f'NULL::{column.type} AS "{column.name}"'
    if column.parse in ("share_low", "share_high"):
        return f'{_share(column.prop, column.parse.removeprefix("share_"))} AS "{column.name}"'
    if column.parse in ("low", "high"):
        return f'p."{column.parse}_{column.prop}" AS "{column.name}"'
    if column.parse == "id":
        return f'coalesce("c_{column.prop}".canonical_id, p."v_{column.prop}") AS "{column.name}"'
    if column.name.endswith("_name"):
        return f'coalesce("n_{column.prop}".name, p."v_{column.prop}") AS "{column.name}"'
    return f'TRY_CAST(p."v_{column.prop}" AS {column.type}) AS "{column.name}"'


def _share(prop: str, end: str) -> str:
    """One end of a share, 0 to 1; what cannot be a part of a whole, rounding allowed for, is no share."""
    low, high = f'p."low_{prop}"', f'p."high_{prop}"'
    possible = f"coalesce({low}, {high}) >= 0 AND coalesce({high}, {low}) <= {100 + _ROUNDING}"
    return f'CASE WHEN {possible} THEN p."{end}_{prop}" / 100 END'


def _plain_rows(files: list[Path], only: str) -> str:
    columns = {"_source": "VARCHAR", "_row": "BIGINT", "_place": "VARCHAR", "_original": "VARCHAR"}
    if not files:
        return "SELECT " + ", ".join(f"NULL::{t} AS {n}" for n, t in columns.items()) + " WHERE false"
    return f"SELECT {', '.join(columns)} FROM read_parquet({listed(files)}, union_by_name = true){only}"
