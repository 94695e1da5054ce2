"""A small Parquet file."""

from pathlib import Path

from cuibono.engine import DuckEngine


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "shares.parquet"
    with DuckEngine() as engine:
        engine.run(
            "COPY (SELECT 'Ruritania' AS country, 45.5 AS share, ['a'] AS tags UNION ALL SELECT 'Graustark', NULL, []) "
            f"TO '{path}' (FORMAT parquet)"
        )
    return path
