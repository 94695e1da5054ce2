"""Plain rows: what a table brings before anyone says which lens table it is."""

from pathlib import Path

from cuibono.engine import DuckEngine


def plain_rows(engine: DuckEngine, raw: Path, out: Path, *, source_id: str) -> int:
    """Write raw rows as ``_source, _row, _place, _original``; returns how many there are."""
    cells = [c for c in engine.columns(f"read_parquet('{_quote(raw)}')") if c not in ("_row", "_place")]
    packed = ", ".join(f'"{c.replace(chr(34), chr(34) * 2)}"' for c in cells)
    original = f"to_json(struct_pack({_named(cells)}))" if packed else "'{}'"
    engine.run(
        f"COPY (SELECT '{source_id}' AS _source, _row, _place, {original}::VARCHAR AS _original "
        f"FROM read_parquet('{_quote(raw)}') ORDER BY _row) TO '{_quote(out)}' "
        "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20000)"
    )
    return int(engine.value(f"SELECT count(*) FROM read_parquet('{_quote(out)}')"))


def rows_of_entities(engine: DuckEngine, raw: Path, out: Path, *, source_id: str) -> int:
    """Write one row per line of an entity file, so that its statements can be read in place."""
    engine.run(
        f"""
        COPY (
            SELECT '{source_id}' AS _source, _row, 'line ' || _row AS _place,
                   json_merge_patch(json_object('id', any_value(entity_id), 'schema', any_value(schema)),
                                    json_group_object(prop, vals))::VARCHAR AS _original
            FROM (SELECT _row, entity_id, schema, prop, string_agg(value, '; ' ORDER BY value) AS vals
                  FROM read_parquet('{_quote(raw)}') GROUP BY _row, entity_id, schema, prop) AS g
            GROUP BY _row ORDER BY _row
        ) TO '{_quote(out)}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20000)
        """
    )
    return int(engine.value(f"SELECT count(*) FROM read_parquet('{_quote(out)}')"))


def _named(cells: list[str]) -> str:
    quoted = [c.replace('"', '""') for c in cells]
    return ", ".join(f'"{c}" := "{c}"' for c in quoted)


def _quote(path: Path) -> str:
    return str(path).replace("'", "''")
