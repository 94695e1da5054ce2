"""Parquet files: every row, every column as text; nested values as JSON, bytes that are no text in hexadecimal."""

from cuibono.engine.duck import SqlError
from cuibono.errors import CuibonoError, DiskFull, UnreadableSource, UnsafeInput
from cuibono.readers.column_headers import MOST_COLUMNS, unique_names
from cuibono.readers.contract import Input, Reader, Reading
from cuibono.readers.encoding import clean
from cuibono.readers.limits import check_size
from cuibono.readers.raw_rows import copy, engine_of, ident
from cuibono.readers.raw_rows import parquet as table

_MAGIC, _ENCRYPTED = b"PAR1", b"PARE"
_NESTED = ("STRUCT", "MAP", "UNION", "JSON")


def recognises(item: Input) -> float:
    """By the first four bytes."""
    if item.head.startswith((_MAGIC, _ENCRYPTED)):
        return 0.95
    return 0.1 if item.suffix in READER.suffixes else 0.0


def read(item: Input) -> Reading:
    """Read all rows in their order, numbered from 1, every value as text, empty ones NULL.

    Raises UnreadableSource when the file is damaged, cut short or encrypted, UnsafeInput when it holds more
    columns or larger values than the limits allow.
    """
    check_size(item)
    _check_ends(item)
    out = item.staging / "rows.parquet"
    try:
        names, types = _columns(item)
        columns, notes = unique_names(names)
        cells = ", ".join(f"{_text(n, t)} AS {ident(c)}" for n, t, c in zip(names, types, columns, strict=True))
        with engine_of(item, len(columns)) as engine:
            sql = f"SELECT row_number() OVER () AS _row, NULL::VARCHAR AS _place, {cells} FROM {table(item.path)}"
            copy(engine, sql, out, len(columns))
    except SqlError as error:
        why = clean(str(error)).replace(str(item.path), item.name)
        raise _damaged(item, why.splitlines()[0][:200]) from error
    except CuibonoError as error:
        raise _asked_too_much(item, error) from error
    return Reading(media_type="application/vnd.apache.parquet", rows=out, columns=columns, notes=notes)


def _check_ends(item: Input) -> None:
    """A Parquet file ends as it begins; one that was cut short does not."""
    with item.path.open("rb") as file:
        file.seek(max(0, item.path.stat().st_size - 4))
        end = file.read()
    if _ENCRYPTED in (item.head[:4], end):
        raise UnreadableSource(f"{item.name} is encrypted.", try_="write it anew without encryption")
    if item.head[:4] != _MAGIC or end != _MAGIC or item.path.stat().st_size < 12:
        raise _damaged(item, "it was probably cut short")


def _columns(item: Input) -> tuple[list[str], list[str]]:
    with engine_of(item) as engine:
        found = engine.columns(table(item.path))
    if len(found) > MOST_COLUMNS:
        raise UnsafeInput(f"{item.name} has {len(found):,} columns; at most {MOST_COLUMNS:,} are read.")
    return list(found), list(found.values())


def _text(name: str, kind: str) -> str:
    nested = kind.endswith("]") or kind.startswith(_NESTED)
    value = f"to_json({ident(name)})" if nested else ident(name)
    if kind == "BLOB":
        value = f"coalesce(TRY(decode({ident(name)})), hex({ident(name)}))"
    return f"nullif(CAST({value} AS VARCHAR), '')"


def _damaged(item: Input, why: str) -> UnreadableSource:
    return UnreadableSource(f"{item.name} is damaged or no Parquet file: {why}.", try_="get a fresh copy of the file")


def _asked_too_much(item: Input, error: CuibonoError) -> CuibonoError:
    if isinstance(error, UnreadableSource | DiskFull):
        return error
    return UnsafeInput(f"{item.name} asks for more memory than allowed.", try_="write it with smaller row groups")


READER = Reader(
    name="parquet",
    version="1",
    says="Parquet tables: every row can be cited",
    suffixes=(".parquet", ".pq"),
    recognises=recognises,
    read=read,
)
