"""Raw rows as a reader leaves them."""

import json
from pathlib import Path

from cuibono.engine import DuckEngine

SHARES = ["year", "stage", "country", "share_pct"]


def raw(folder: Path, columns: list[str], cells: list[list[str | None]], places: list[str] | None = None) -> Path:
    """Write a Parquet file of raw rows: numbers, places and cells."""
    path = folder / "raw.parquet"
    lines = folder / "raw.ndjson"
    places = places or [None] * len(cells)
    rows = [
        {"_row": i, "_place": place} | dict(zip(columns, row, strict=True))
        for i, (row, place) in enumerate(zip(cells, places, strict=True), 1)
    ]
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    types = ", ".join(["_row: 'BIGINT'", "_place: 'VARCHAR'", *(f"\"{c}\": 'VARCHAR'" for c in columns)])
    with DuckEngine() as engine:
        engine.run(
            f"COPY (SELECT * FROM read_json('{lines}', format='newline_delimited', columns={{{types}}})) "
            f"TO '{path}' (FORMAT parquet)"
        )
    return path
