"""Statements: one claim each, with n:1 evidence; loaded from raw statements by SQL alone.

Columns and ids follow FollowTheMoney: ``id = sha1(dataset.entity.prop.value[@lang])``. Two passages that say
the same thing make one statement with two evidence rows.
"""

from datetime import date
from pathlib import Path

from cuibono.engine import DuckEngine
from cuibono.model import dates, quantities
from cuibono.model.schemata import property_type

_DAY = "regexp_full_match(r.value, '\\d{4}-\\d{2}-\\d{2}')"
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
    _insert_new(engine, dataset, origin)
    engine.run(
        """
        INSERT INTO ev.evidence
        SELECT DISTINCT id, entity_id, $source, _row, $asserted_by, 'stated', '+', $standing, 'table',
               NULL, NULL::DOUBLE, NULL, $generation, NULL
        FROM raw_statements AS r
        ANTI JOIN (SELECT statement, seq FROM ev.evidence WHERE source = $source) AS old
          ON old.statement = r.id AND old.seq = r._row
        ORDER BY entity_id, id, _row
        """,
        {"source": source, "asserted_by": asserted_by, "standing": standing, "generation": generation},
    )
    engine.run("DROP TABLE temp.raw_statements")


def insert_read(engine: DuckEngine, said: str, *, dataset: str, generation: int) -> None:
    """Insert what was read in texts: a relation of statements, each with its own piece of evidence.

    Its columns are ``entity_id, schema, prop, value, lang, _row`` and those of ``ev.evidence``.
    """
    engine.step("raw_statements", f"SELECT {_ID} AS id, * FROM {said}", {"dataset": dataset})
    _insert_new(engine, dataset, "minted")
    engine.run(
        """
        INSERT INTO ev.evidence
        SELECT DISTINCT id, entity_id, source, _row, asserted_by, status, polarity, standing, reading,
               rule, confidence, NULL, $generation::BIGINT, NULL::BIGINT
        FROM raw_statements ORDER BY entity_id, id, _row
        """,
        {"generation": generation},
    )
    engine.run("DROP TABLE temp.raw_statements")


def _insert_new(engine: DuckEngine, dataset: str, origin: str) -> None:
    """Insert those of the raw statements that the case does not have."""
    _read_values(engine)
    engine.step("new_statements", _new(engine))
    engine.run(
        """
        INSERT INTO ev.statement
        SELECT s.id, s.entity_id, s.schema, s.prop, s.value, $dataset, s.lang, NULL, $origin, false,
               now()::TIMESTAMP, now()::TIMESTAMP, v.low, v.high, v.earliest, v.latest
        FROM new_statements AS s
        LEFT JOIN read_values AS v ON v.prop = s.prop AND v.schema = s.schema AND v.value = s.value
        ORDER BY s.entity_id, s.prop
        """,
        {"dataset": dataset, "origin": origin},
    )
    for step in ("new_statements", "read_values"):
        engine.run(f"DROP TABLE temp.{step}")


def _new(engine: DuckEngine) -> str:
    """The statements that the case does not have, each once; grouping is left out when nothing repeats."""
    columns = ("entity_id", "schema", "prop", "value", "lang")
    repeats = engine.value("SELECT count(*) > count(DISTINCT id) FROM raw_statements")
    each = ", ".join(f"any_value({c}) AS {c}" for c in columns) if repeats else ", ".join(columns)
    once = "GROUP BY id" if repeats else ""
    old = "ANTI JOIN ev.statement AS old ON old.id = r.id" if engine.value("SELECT 1 FROM ev.statement LIMIT 1") else ""
    return f"SELECT r.id, {each} FROM raw_statements AS r {old} {once}"


def _read_values(engine: DuckEngine) -> None:
    """Read dates and numbers, once per distinct value: plain forms in SQL, people's wording in Python."""
    kinds = engine.tuples("SELECT DISTINCT schema, prop FROM raw_statements ORDER BY 1, 2")
    typed = [(s, p, property_type(s, p)) for s, p in kinds]
    wanted = ", ".join(f"('{_sql(s)}', '{_sql(p)}', '{t}')" for s, p, t in typed if t in ("date", "number"))
    engine.step(
        "read_values",
        f"""
        SELECT r.schema, r.prop, r.value, k.kind,
               CASE WHEN k.kind = 'number' THEN TRY_CAST(r.value AS DOUBLE) END AS low,
               CASE WHEN k.kind = 'number' THEN TRY_CAST(r.value AS DOUBLE) END AS high,
               CASE WHEN k.kind = 'date' AND {_DAY} THEN TRY_CAST(r.value AS DATE) END AS earliest,
               CASE WHEN k.kind = 'date' AND {_DAY} THEN TRY_CAST(r.value AS DATE) END AS latest
        FROM (SELECT DISTINCT schema, prop, value FROM raw_statements) AS r
        JOIN (VALUES {wanted or "('', '', '')"}) AS k(schema, prop, kind) ON k.schema = r.schema AND k.prop = r.prop
        """,
    )
    left = "low IS NULL AND high IS NULL AND earliest IS NULL AND latest IS NULL"
    for kind in ("date", "number"):
        worded = [
            v for (v,) in engine.tuples(f"SELECT DISTINCT value FROM read_values WHERE kind = '{kind}' AND {left}")
        ]
        if worded:
            _read_wording(engine, kind, worded)


def _read_wording(engine: DuckEngine, kind: str, values: list[str]) -> None:
    """Fill in what the words of a value say, where they say a date or a number."""
    import numpy as np

    read = [(v, *(_date(v) if kind == "date" else _number(v))) for v in values]
    names = ("value", "first", "last")
    columns = {
        n: np.array(["" if x is None else str(x) for x in c], dtype=object)
        for n, c in zip(names, zip(*read, strict=True), strict=True)
    }
    engine.offer("worded", columns)
    ends, cast = (("earliest", "latest"), "DATE") if kind == "date" else (("low", "high"), "DOUBLE")
    engine.run(
        f"UPDATE read_values SET {ends[0]} = TRY_CAST(w.first AS {cast}), {ends[1]} = TRY_CAST(w.last AS {cast}) "
        f"FROM worded AS w WHERE w.value = read_values.value AND read_values.kind = '{kind}'"
    )
    engine.withdraw("worded")


def _date(value: str) -> tuple[date | None, date | None]:
    edtf = dates.to_edtf(value)
    return dates.bounds(edtf) if edtf else (None, None)


def _number(value: str) -> tuple[float | None, float | None]:
    quantity = quantities.parse(value)
    return (quantity.low, quantity.high) if quantity else (None, None)


def _sql(text: str) -> str:
    return text.replace("'", "''")
