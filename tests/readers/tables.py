"""Read raw rows back in the way a case does."""

from pathlib import Path

from cuibono.engine import DuckEngine
from cuibono.readers.contract import Limits, Reader, Reading
from tests.readers.inputs import given


def reading(reader: Reader, folder: Path, name: str, data: bytes | str, limits: Limits | None = None) -> Reading:
    """Write a file and read it."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return reader.read(given(path, folder / "staging", limits=limits))


def rows(found: Reading) -> list[tuple]:
    """The raw rows as tuples, in the order of the file."""
    return _all(found.rows)


def entities(found: Reading) -> list[tuple]:
    """The raw statements as tuples, in the order of the file."""
    return _all(found.entities)


def _all(path: Path) -> list[tuple]:
    with DuckEngine() as engine:
        return engine.tuples(f"SELECT * FROM read_parquet('{path}')")
