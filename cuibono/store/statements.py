"""Statements: one claim each, with n:1 evidence; loaded from raw statements by SQL alone.

Columns and ids follow FollowTheMoney: ``id = sha1(dataset.entity.prop.value[@lang])``. Two passages that say
the same thing make one statement with two evidence rows.
"""

from pathlib import Path
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.model import dates, quantities
from cuibono.model.schemata import property_type

_ID = "sha1(concat($dataset, '.', entity_id, '.', prop, '.', value, coalesce('@' || lang, '')))"


def insert(
    engine: DuckEngine,
    raw: Path,
    *,
    source: str,
    dataset: str,
    asserted_by: str,
    generation: int,
    origin: str = "given",
    standing: str = "recorded",
) -> None:
    """Insert the raw statements of one source (``_row, entity_id, schema, prop, value, lang``).

    ``origin`` is "given" when the source brought its own ids, "minted" when a mapping made them: minted ids
    are made anew in every export.
    """
    params = {"file": str(raw), "dataset": dataset}
    engine.step("raw_statements", f"SELECT {_ID} AS id, * FROM read_parquet($file) WHERE value IS NOT NULL", params)
    _read_values(engine)
    engine.run(
        """
        INSERT INTO ev.statement
        SELECT s.id, any_value(s.entity_id), any_value(s.schema), any_value(s.prop), any_value(s.value), $dataset,
               any_value(s.lang), NULL, $origin, false, now()::TIMESTAMP, now()::TIMESTAMP,
               any_value(v.low), any_value(v.high), any_value(v.earliest), any_value(v.latest)
        FROM raw_statements AS s
        LEFT JOIN read_values AS v ON v.prop = s.prop AND v.schema = s.schema AND v.value = s.value
        WHERE NOT EXISTS (SELECT 1 FROM ev.statement AS old WHERE old.id = s.id)
        GROUP BY s.id ORDER BY any_value(s.entity_id), any_value(s.prop)
        """,
        {"dataset": dataset, "origin": origin},
    )
    engine.run(
        """
        INSERT INTO ev.evidence
        SELECT id, $source, _row, $asserted_by, 'stated', '+', $standing, 'table', NULL, NULL, NULL, $generation
        FROM raw_statements GROUP BY id, _row ORDER BY id, _row
        """,
        {"source": source, "asserted_by": asserted_by, "standing": standing, "generation": generation},
    )
    engine.run("DROP TABLE temp.raw_statements")
    engine.run("DROP TABLE temp.read_values")


def _read_values(engine: DuckEngine) -> None:
    """Read dates and numbers once per distinct value, into a lookup."""
    kinds = engine.tuples("SELECT DISTINCT schema, prop FROM raw_statements ORDER BY 1, 2")
    typed = {(s, p): property_type(s, p) for s, p in kinds}
    wanted = [(s, p, t) for (s, p), t in typed.items() if t in ("date", "number")]
    columns: dict[str, list[Any]] = {k: [] for k in ("schema", "prop", "value", "low", "high", "earliest", "latest")}
    for schema, prop, kind in wanted:
        values = engine.tuples(
            "SELECT DISTINCT value FROM raw_statements WHERE schema = ? AND prop = ?", [schema, prop]
        )
        for (value,) in values:
            _read_one(columns, schema, prop, value, kind)
    _offer_values(engine, columns)


def _read_one(columns: dict[str, list[Any]], schema: str, prop: str, value: str, kind: str) -> None:
    low: float | None = None
    high: float | None = None
    earliest = latest = None
    if kind == "date":
        edtf = dates.to_edtf(value)
        earliest, latest = dates.bounds(edtf) if edtf else (None, None)
    else:
        quantity = quantities.parse(value)
        low, high = (quantity.low, quantity.high) if quantity else (None, None)
    row = (schema, prop, value, low, high, earliest and earliest.isoformat(), latest and latest.isoformat())
    for name, item in zip(columns, row, strict=True):
        columns[name].append(item)


def _offer_values(engine: DuckEngine, columns: dict[str, list[Any]]) -> None:
    import numpy as np

    text = {k: np.array(columns[k], dtype=object) for k in ("schema", "prop", "value", "earliest", "latest")}
    numbers = {k: np.array([np.nan if x is None else x for x in columns[k]], dtype=float) for k in ("low", "high")}
    engine.offer("offered_values", text | numbers)
    engine.run(
        """
        CREATE OR REPLACE TEMP TABLE read_values AS
        SELECT schema::VARCHAR AS schema, prop::VARCHAR AS prop, value::VARCHAR AS value,
               CASE WHEN isnan(low) THEN NULL ELSE low END AS low,
               CASE WHEN isnan(high) THEN NULL ELSE high END AS high,
               TRY_CAST(earliest AS DATE) AS earliest, TRY_CAST(latest AS DATE) AS latest
        FROM offered_values
        """
    )
    engine.withdraw("offered_values")
