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

DAYS, SAID = "edtf_days", "said_days"
# A value may be a date: a year stands in it, and no number was read, or none that could not be a year.
_PERHAPS = """
    length("{text}") <= 40 AND regexp_matches("{text}", '[12][0-9]{{3}}')
    AND ("{low}" IS NULL AND "{high}" IS NULL
         OR "{low}" BETWEEN 1000 AND 2999 AND "{high}" BETWEEN 1000 AND 2999
            AND lower(coalesce("{unit}", 'year')) LIKE 'year%')
"""


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
    number = {"kind": _kind(rule), "low": col("low", "DOUBLE"), "high": col("high", "DOUBLE"), "unit": unit}
    days, join = "NULL::DATE AS earliest, NULL::DATE AS latest", ""
    if "text" in rule:
        number = {key: f"CASE WHEN d.said IS NULL THEN {sql} END" for key, sql in number.items()}
        number["kind"] = f"coalesce({number['kind']}, 'date')"
        days = "d.first_day AS earliest, d.last_day AS latest"
        join = f"LEFT JOIN {SAID} AS d ON d.property = {says} AND d.said = {value}"
    measured = ", ".join(f"{number[key]} AS {key}" for key in ("low", "high", "unit"))
    return f"""
        SELECT {about} AS about_id, {named} AS about_name, {says} AS property,
               {number["kind"]} AS kind, {value} AS value, {measured}, {days},
               {_day(table, rule, "from", "first")} AS from_day, {_day(table, rule, "until", "last")} AS until_day,
               '{table.name}' AS table_name, {common}
        FROM "{table.name}" AS t {join}"""


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
    _step(engine, DAYS, ("edtf",), [(v, *_ends(v)) for v in written])
    _step(engine, SAID, ("property", "said"), _said(engine))


def _said(engine: DuckEngine) -> list[tuple[str, ...]]:
    """Values that are dates in words: property, value, first and last day.

    A year alone may be a number, too ("2000"): it is a date where its property has other dates.
    """
    rules = [(spec(n), p[1:-1], r) for n in table_names() for p, r in (spec(n).asserts or {}).items() if "text" in r]
    found: list[tuple[str, str, bool, str | None]] = []
    for table, prop, rule in rules:
        rows = engine.tuples(
            f'SELECT DISTINCT "{prop}", "{rule["text"]}", "{rule["low"]}" IS NULL FROM "{table.name}" '
            f'WHERE "{prop}" IS NOT NULL AND {_PERHAPS.format(**rule)}'
        )
        found += [(said_of, text, sure, dates.to_edtf(text)) for said_of, text, sure in rows]
    dated = {said_of for said_of, _, sure, edtf in found if sure and edtf}
    kept = {(said_of, text): edtf for said_of, text, _, edtf in found if edtf and said_of in dated}
    return [(said_of, text, *_ends(edtf)) for (said_of, text), edtf in sorted(kept.items())]


def _ends(edtf: str) -> tuple[str, str]:
    first, last = ("" if day is None else day.isoformat() for day in dates.bounds(edtf))
    return first, last


def _step(engine: DuckEngine, name: str, keys: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Keep a lookup: keys, then a first and a last day."""
    columns = (*keys, "first_day", "last_day")
    cells = list(zip(*rows, strict=True)) or [()] * len(columns)
    engine.offer("offered", {n: np.array(c, dtype=object) for n, c in zip(columns, cells, strict=True)})
    texts = ", ".join(f"{key}::VARCHAR AS {key}" for key in keys)
    days = ", ".join(f"TRY_CAST({day}::VARCHAR AS DATE) AS {day}" for day in columns[-2:])
    engine.step(name, f"SELECT {texts}, {days} FROM offered")
    engine.withdraw("offered")


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
