"""Everything that tables and statements assert, in one shape: the table that contradictions are read from.

Each lens table says in its YAML file what a row asserts; this turns the declaration into one SELECT.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from cuibono.engine import DuckEngine
from cuibono.model import dates
from cuibono.model.schemata import comparable_props, edge_schemata
from cuibono.model.table import COMMON, TableSpec, spec, table_names

DAYS = "edtf_days"


def union() -> str:
    """One SELECT over every table that asserts something, and over the statements of entities."""
    parts = [
        _of_table(spec(name), prop, rule) for name in table_names() for prop, rule in (spec(name).asserts or {}).items()
    ]
    return " UNION ALL ".join([*parts, _of_statements()])


def _of_table(table: TableSpec, prop: str, rule: Mapping[str, Any]) -> str:
    def col(key: str, kind: str) -> str:
        name = rule.get(key)
        return f't."{name}"::{kind}' if name and table.column(name) else f"NULL::{kind}"

    common = ", ".join(f't."{c}" AS "{c}"' for c in COMMON)
    unit = f"'{rule['unit']}'" if rule.get("unit") and not table.column(rule["unit"]) else col("unit", "VARCHAR")
    about = " || ' | ' || ".join(f"coalesce(t.\"{c}\"::VARCHAR, '?')" for c in rule["about"])
    named = " || ".join([col("name", "VARCHAR"), *_context(table, rule)])
    says = f't."{prop[1:-1]}"' if prop.startswith("{") else f"'{prop}'"
    value = col("text", "VARCHAR") if "text" in rule else _shown(rule)
    return f"""
        SELECT {about} AS about_id, {named} AS about_name, {says} AS property,
               {_kind(rule)} AS kind, {value} AS value,
               {col("low", "DOUBLE")} AS low, {col("high", "DOUBLE")} AS high, {unit} AS unit,
               NULL::DATE AS earliest, NULL::DATE AS latest,
               {_day(table, rule, "from", "first")} AS from_day, {_day(table, rule, "until", "last")} AS until_day,
               '{table.name}' AS table_name, {common}
        FROM "{table.name}" AS t"""


def _kind(rule: Mapping[str, Any]) -> str:
    low, high = rule.get("low"), rule.get("high")
    if low is None:
        return "'text'"
    return f"""CASE WHEN t."{low}" IS NOT NULL OR t."{high}" IS NOT NULL THEN 'number' ELSE 'text' END"""


def _context(table: TableSpec, rule: Mapping[str, Any]) -> list[str]:
    others = [c for c in rule["about"] if not c.endswith("_id")]
    partner = [c for c in rule["about"] if c.endswith("_id")][1:]
    names = [c[:-3] + "_name" for c in partner if table.column(c[:-3] + "_name")]
    return [f"coalesce(', ' || t.\"{c}\"::VARCHAR, '')" for c in [*names, *others]]


def _shown(rule: Mapping[str, Any]) -> str:
    low, high = f't."{rule["low"]}"', f't."{rule["high"]}"'
    if rule.get("unit") != "share":
        return f"{low}::VARCHAR"
    percent = "rtrim(rtrim(format('{{:.4f}}', {} * 100), '0'), '.')"
    lo, hi = (percent.format(x).replace("{{", "{").replace("}}", "}") for x in (low, high))
    return f"CASE WHEN {low} = {high} THEN {lo} || ' %' ELSE {lo} || ' to ' || {hi} || ' %' END"


def _day(table: TableSpec, rule: Mapping[str, Any], key: str, end: str) -> str:
    name = _dated(table, rule, key)
    return f'(SELECT d.{end}_day FROM {DAYS} AS d WHERE d.edtf = t."{name}"::VARCHAR)' if name else "NULL::DATE"


def _dated(table: TableSpec, rule: Mapping[str, Any], key: str) -> str | None:
    name = rule.get(key) or rule.get("at")
    return name if name and table.column(name) else None


def make_days(engine: DuckEngine) -> None:
    """Make the lookup of first and last days, from the distinct dates that the tables hold."""
    columns = {
        (name, column)
        for name in table_names()
        for rule in (spec(name).asserts or {}).values()
        for column in (_dated(spec(name), rule, "from"), _dated(spec(name), rule, "until"))
        if column
    }
    parts = [f'SELECT "{c}"::VARCHAR AS edtf FROM "{t}" WHERE "{c}" IS NOT NULL' for t, c in sorted(columns)]
    written = [v for (v,) in engine.tuples(" UNION ".join(parts))] if parts else []
    days = [(v, *("" if d is None else d.isoformat() for d in dates.bounds(v))) for v in written]
    columns_of = list(zip(*days, strict=True)) or [(), (), ()]
    named = zip(("edtf", "first_day", "last_day"), columns_of, strict=True)
    engine.offer("offered_days", {n: np.array(c, dtype=object) for n, c in named})
    engine.step(
        DAYS,
        "SELECT edtf::VARCHAR AS edtf, TRY_CAST(first_day::VARCHAR AS DATE) AS first_day, "
        "TRY_CAST(last_day::VARCHAR AS DATE) AS last_day FROM offered_days",
    )
    engine.withdraw("offered_days")


def _of_statements() -> str:
    """Statements of entities that can be compared: dates, numbers, and properties with one true value."""
    edges = ", ".join(f"'{s}'" for s in edge_schemata()) or "''"
    pairs = ", ".join(f"('{s}', '{p}')" for s, p in comparable_props()) or "('', '')"
    return f"""
        SELECT s.canonical_id AS about_id, coalesce(n.name, s.canonical_id) AS about_name, s.prop AS property,
               CASE WHEN s.earliest IS NOT NULL OR s.latest IS NOT NULL THEN 'date'
                    WHEN s.low IS NOT NULL OR s.high IS NOT NULL THEN 'number' ELSE 'text' END AS kind,
               s.value AS value, s.low AS low, s.high AS high, NULL::VARCHAR AS unit,
               s.earliest AS earliest, s.latest AS latest, NULL::DATE AS from_day, NULL::DATE AS until_day,
               s.schema AS table_name, e.source AS _source, e.seq AS _row, e.asserted_by AS asserted_by,
               e.status AS status, e.polarity AS polarity, e.standing AS standing, e.reading AS reading
        FROM statement AS s JOIN evidence AS e ON e.statement = s.id LEFT JOIN entity AS n ON n.id = s.canonical_id
        WHERE s.schema NOT IN ({edges}) AND (s.schema, s.prop) IN (VALUES {pairs})"""
