"""Raw rows on their way into Parquet: ``_row``, ``_place`` and every column as text, through the engine.

Delimited text is read by the engine with everything spelled out. Rows that are made in Python (``row_writer``)
are first written as such a file, which is quicker than any other way in.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cuibono.engine import DuckEngine
from cuibono.engine.duck import SqlError
from cuibono.errors import CuibonoError, DiskFull, UnsafeInput
from cuibono.readers.contract import Input

_WIDE = 300
_LINE = 2 << 20
_CELLS = 4_000_000  # in a row group, at most: wide tables get shorter groups
_NEED_MORE = ("Maximum line size", "Parallel CSV Reader")  # how the engine says that its buffers are too small


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are told apart: the delimiter, the quotation mark ("" for none) and what escapes it."""

    delimiter: str = ","
    quote: str = '"'
    escape: str = '"'


@contextmanager
def engine_of(item: Input, columns: int = 1) -> Iterator[DuckEngine]:
    """An engine in memory for one reading, bounded, that spills into the staging folder.

    Every thread holds a buffer for every column, so wide tables are read by one thread with more memory.
    """
    scratch = item.staging / "scratch"
    scratch.mkdir(exist_ok=True)
    wide = columns > _WIDE
    with DuckEngine(memory="2GB" if wide else "1GB", threads=1 if wide else None, scratch=scratch) as engine:
        yield engine


def store_rows(item: Input, path: Path, columns: Sequence[str], dialect: Dialect) -> tuple[Path, int, int]:
    """Number the rows of a delimited file without header and keep them; returns the file, rows kept, empty ones.

    Raises SqlError when a row does not have as many cells as there are columns, or a quotation mark stands
    where none may; UnsafeInput when a line or a cell is longer than the limits allow.
    """
    out = item.staging / "rows.parquet"
    read = ", ".join(f"{ident(c)}" for c in columns)
    filled = " OR ".join(f"{ident(c)} IS NOT NULL" for c in columns)
    lone = f"WHERE {ident(columns[0])} IS NOT NULL" if len(columns) == 1 else ""  # blank lines are no rows
    with engine_of(item, len(columns)) as engine:

        def run(source: str) -> None:
            copy(
                engine,
                f"SELECT _row, NULL::VARCHAR AS _place, {read} FROM "
                f"(SELECT row_number() OVER () AS _row, * FROM {source} {lone}) AS n WHERE {filled}",
                out,
                len(columns),
            )

        if by_line_size(item, lambda line: run(source_sql(path, columns, dialect, line))) or item.limits.cell < _LINE:
            _check_cells(engine, item, out, columns)
        kept, last = engine.tuples(f"SELECT count(*), max(_row) FROM {parquet(out)}")[0]
    return out, int(kept), int(last or 0) - int(kept)


def source_sql(path: Path, columns: Sequence[str], dialect: Dialect, line: int, *, padded: bool = False) -> str:
    """A delimited file as a table in SQL, every option given, nothing guessed by the engine."""
    types = ", ".join(f"{quoted(c)}: 'VARCHAR'" for c in columns)
    options = ", null_padding = true" if padded else ""
    options += ", parallel = false" if padded or line > _LINE else ""
    return (
        f"read_csv({quoted(str(path))}, auto_detect = false, header = false, strict_mode = true, "
        f"delim = {quoted(dialect.delimiter)}, quote = {quoted(dialect.quote)}, "
        f"escape = {quoted(dialect.escape)}, max_line_size = {line}, buffer_size = {4 * line}, "
        f"columns = {{{types}}}{options})"
    )


def _check_cells(engine: DuckEngine, item: Input, out: Path, columns: Sequence[str]) -> None:
    longest = ", ".join(f"max(length({ident(c)}))" for c in columns)
    found = engine.tuples(f"SELECT {longest} FROM {parquet(out)}")[0]
    if any(n is not None and n > item.limits.cell for n in found):
        raise cell_too_long(item, max(n for n in found if n is not None))


def cell_too_long(item: Input, size: int) -> UnsafeInput:
    """The error for a cell that is longer than the limits allow."""
    return UnsafeInput(
        f"{item.name} has a cell of {size:,} characters; at most {item.limits.cell:,} are read.",
        try_="keep long texts in files of their own",
    )


def ident(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def parquet(path: Path) -> str:
    """A Parquet file as a table in SQL."""
    return f"read_parquet({quoted(str(path))})"


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def copy(engine: DuckEngine, sql: str, out: Path, columns: int) -> None:
    """Write the result of a SELECT to Parquet, in row groups that suit the number of columns."""
    group = max(2048, min(100_000, _CELLS // columns))
    engine.run(f"COPY ({sql}) TO {quoted(str(out))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {group})")


def by_line_size(item: Input, run: Callable[[int], None]) -> bool:
    """Read with small buffers, and with the largest allowed ones when a row needs it; returns whether it did."""
    try:
        run(_LINE)
        return False
    except SqlError as error:
        if not any(words in str(error) for words in _NEED_MORE):
            raise
    try:
        run(max(item.limits.line, _LINE))
        return True
    except SqlError as error:
        if not any(words in str(error) for words in _NEED_MORE):
            raise
    except DiskFull:
        raise
    except CuibonoError as error:  # one row does not fit into the memory of a reading
        raise line_too_long(item) from error
    raise line_too_long(item)


def line_too_long(item: Input) -> UnsafeInput:
    """The error for a row that is longer than the limits allow."""
    return UnsafeInput(
        f"{item.name} has a line or row of more than {item.limits.line:,} characters.",
        try_="check that it is a table with one row per line, and that every quotation mark is closed",
    )
