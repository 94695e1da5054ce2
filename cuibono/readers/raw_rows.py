"""Raw rows on their way into Parquet: ``_row``, ``_place`` and every column as text, through the engine.

A file of delimited text is read by DuckDB with everything spelled out. Rows that are made in Python (from
workbooks and JSON) are first written as such a file, which is quicker than any other way in.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from cuibono.engine import DuckEngine
from cuibono.engine.duck import SqlError
from cuibono.errors import CuibonoError, DiskFull, UnsafeInput
from cuibono.readers.column_headers import MOST_COLUMNS
from cuibono.readers.contract import Input
from cuibono.readers.encoding import clean

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
            _copy(
                engine,
                f"SELECT _row, NULL::VARCHAR AS _place, {read} FROM "
                f"(SELECT row_number() OVER () AS _row, * FROM {source} {lone}) AS n WHERE {filled}",
                out,
                len(columns),
            )

        if _by_line_size(item, lambda line: run(source_sql(path, columns, dialect, line))) or item.limits.cell < _LINE:
            _check_cells(engine, item, out, columns)
        kept, last = engine.tuples(f"SELECT count(*), max(_row) FROM {parquet(out)}")[0]
    return out, int(kept), int(last or 0) - int(kept)


def source_sql(path: Path, columns: Sequence[str], dialect: Dialect, line: int, *, padded: bool = False) -> str:
    """A delimited file as a table in SQL, every option given, nothing guessed by the engine."""
    types = ", ".join(f"{_literal(c)}: 'VARCHAR'" for c in columns)
    options = ", null_padding = true" if padded else ""
    options += ", parallel = false" if padded or line > _LINE else ""
    return (
        f"read_csv({_literal(str(path))}, auto_detect = false, header = false, strict_mode = true, "
        f"delim = {_literal(dialect.delimiter)}, quote = {_literal(dialect.quote)}, "
        f"escape = {_literal(dialect.escape)}, max_line_size = {line}, buffer_size = {4 * line}, "
        f"columns = {{{types}}}{options})"
    )


class RowWriter:
    """Rows from Python on their way to Parquet; columns may appear as they are met.

    ``add`` takes a place and a dict of cells; ``close`` writes the Parquet file. Raises UnsafeInput for a cell
    that is too long or too many columns.
    """

    def __init__(self, item: Input) -> None:
        self.item = item
        self.columns: dict[str, int] = {}
        self.rows = 0
        self._path = item.staging / "rows.csv"
        self._file = self._path.open("w", encoding="utf-8", newline="")
        self._csv = csv.writer(self._file, lineterminator="\n")

    def column(self, name: str) -> int:
        """The position of a column, which is made when it is new."""
        if name not in self.columns and len(self.columns) >= MOST_COLUMNS:
            raise UnsafeInput(
                f"{self.item.name} has more than {MOST_COLUMNS:,} columns.",
                try_="check that its items are alike: keys are columns, and should not be ids or dates",
            )
        return self.columns.setdefault(name, len(self.columns))

    def add(self, place: str | None, cells: dict[int, str], number: int | None = None) -> None:
        """Add a row; ``cells`` by the position of their column, ``number`` when it is not the next one."""
        self.rows += 1
        row = [""] * (max(cells, default=-1) + 1)
        for at, cell in cells.items():
            row[at] = tidy(cell, self.item)
        self._csv.writerow([number or self.rows, place or "", *row])

    def close(self, names: Sequence[str]) -> Path:
        """Write the Parquet file; ``names`` are the final names of the columns, in order of position."""
        self._file.close()
        out = self.item.staging / "rows.parquet"
        columns = ["_row", "_place", *names]
        cells = "".join(f", {ident(c)}" for c in names)
        with engine_of(self.item, len(columns)) as engine:
            _by_line_size(
                self.item,
                lambda line: _copy(
                    engine,
                    f"SELECT _row::BIGINT AS _row, _place{cells} "
                    f"FROM {source_sql(self._path, columns, Dialect(), line, padded=True)}",
                    out,
                    len(columns),
                ),
            )
        self._path.unlink()
        return out

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _check_cells(engine: DuckEngine, item: Input, out: Path, columns: Sequence[str]) -> None:
    longest = ", ".join(f"max(length({ident(c)}))" for c in columns)
    found = engine.tuples(f"SELECT {longest} FROM {parquet(out)}")[0]
    if any(n is not None and n > item.limits.cell for n in found):
        raise _too_long(item, max(n for n in found if n is not None))


def _too_long(item: Input, size: int) -> UnsafeInput:
    return UnsafeInput(
        f"{item.name} has a cell of {size:,} characters; at most {item.limits.cell:,} are read.",
        try_="keep long texts in files of their own",
    )


def tidy(cell: str, item: Input) -> str:
    """A cell as it can be stored: within limits, without lone surrogates, NUL characters and carriage returns."""
    if len(cell) > item.limits.cell:
        raise _too_long(item, len(cell))
    return cell if cell.isascii() and "\r" not in cell and "\0" not in cell else clean(cell)


def ident(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def parquet(path: Path) -> str:
    """A Parquet file as a table in SQL."""
    return f"read_parquet({_literal(str(path))})"


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _copy(engine: DuckEngine, sql: str, out: Path, columns: int) -> None:
    group = max(2048, min(100_000, _CELLS // columns))
    engine.run(f"COPY ({sql}) TO {_literal(str(out))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {group})")


def _by_line_size(item: Input, run: Callable[[int], None]) -> bool:
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
