"""Rows that are made in Python, from workbooks and JSON, on their way into Parquet."""

import csv
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from cuibono.errors import UnsafeInput
from cuibono.readers.column_headers import MOST_COLUMNS
from cuibono.readers.contract import Input
from cuibono.readers.encoding import clean
from cuibono.readers.raw_rows import Dialect, by_line_size, cell_too_long, copy, engine_of, ident, source_sql


class RowWriter:
    """Rows from Python on their way to Parquet; columns may appear as they are met.

    ``add`` takes a place and a dict of cells; ``close`` writes the Parquet file. Raises UnsafeInput for a cell
    that is too long or too many columns. Several writers of one reading need names of their own.
    """

    def __init__(self, item: Input, name: str = "rows") -> None:
        self.item = item
        self.name = name
        self.columns: dict[str, int] = {}
        self.rows = 0
        self.mended = 0
        self._path = item.staging / f"{name}.csv"
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

    def put(self, row: Sequence[str | int | None], *, plain: bool = False) -> None:
        """Write a row as it is, with what comes before its columns; ``plain`` says that its cells need no look."""
        self.rows += 1
        self._csv.writerow(row if plain else [self._tidy(c) if isinstance(c, str) else c for c in row])

    def add(self, place: str | None, cells: dict[int, str], number: int | None = None) -> None:
        """Add a row; ``cells`` by the position of their column, ``number`` when it is not the next one."""
        row = [""] * (max(cells, default=-1) + 1)
        for at, cell in cells.items():
            row[at] = cell
        self.put([number or self.rows + 1, place, *row])

    def _tidy(self, cell: str) -> str:
        """A cell as it can be stored: within limits, without NUL characters, lone surrogates, carriage returns."""
        if len(cell) > self.item.limits.cell:
            raise cell_too_long(self.item, len(cell))
        if cell.isascii() and "\r" not in cell and "\0" not in cell:
            return cell
        kept = clean(cell)
        self.mended += "\0" in cell or kept.count("\ufffd") != cell.count("\ufffd")
        return kept

    def notes(self) -> tuple[str, ...]:
        """For people: what could not be kept as it was."""
        if not self.mended:
            return ()
        cells = "1 cell" if self.mended == 1 else f"{self.mended:,} cells"
        return (f"{cells} held NUL characters (dropped) or broken surrogates (shown as U+FFFD)",)

    def close(self, names: Sequence[str], *, before: Sequence[str] = ("_row", "_place")) -> Path:
        """Write the Parquet file; ``names`` are the final column names, ``before`` what each row begins with."""
        self._file.close()
        out = self.item.staging / f"{self.name}.parquet"
        columns = [*before, *names]
        chosen = ", ".join(["_row::BIGINT AS _row", *map(ident, columns[1:])])
        with engine_of(self.item, len(columns)) as engine:
            by_line_size(
                self.item,
                lambda line: copy(
                    engine,
                    f"SELECT {chosen} FROM {source_sql(self._path, columns, Dialect(), line, padded=True)}",
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
