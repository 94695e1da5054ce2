"""Delimited text becomes raw rows; shared by the readers of tables and of statement exports.

The delimiter, the quotation marks and the header are judged on the first megabyte; then the engine reads every
row with all of it spelled out, and refuses what does not fit. Nothing is padded, cut or skipped in silence.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from cuibono.engine.duck import SqlError
from cuibono.errors import BadTable, CuibonoError, UnreadableSource, UnsafeInput
from cuibono.readers import encoding
from cuibono.readers.column_headers import Header, find_header
from cuibono.readers.contract import Input
from cuibono.readers.csv_dialects import Guess, records, sniff
from cuibono.readers.limits import check_size
from cuibono.readers.raw_rows import Dialect, line_too_long, store_rows

#: Suffixes that say a file is delimited text, and the delimiter that each speaks for.
SUFFIXES = {".csv": None, ".tsv": "\t", ".tab": "\t", ".psv": "|"}
_SAMPLE = 1 << 20
_HEADER_RECORDS = 200
_CALLED = {"\t": "tab", ",": "comma", ";": "semicolon", "|": "pipe"}


@dataclass(frozen=True, slots=True)
class Table:
    """Raw rows in a Parquet file, the names of their columns, the delimiter, and what was decided on the way."""

    rows: Path
    columns: tuple[str, ...]
    delimiter: str
    notes: tuple[str, ...]


def read_table(item: Input) -> Table:
    """Read delimited text into raw rows, every cell as text, empty cells NULL, rows numbered from 1 below the header.

    Raises BadTable for rows with too few or too many cells (naming the first), UnsafeInput for lines and cells
    longer than the limits, UnreadableSource when it is no text.
    """
    check_size(item)
    if not encoding.is_text(item.head):
        raise UnreadableSource(f"{item.name} is no text.", try_="open it to see what it is, and save it as CSV")
    path, text = item.staging / "data.csv", encoding.stream(item.path)
    guess, header, lines = _split(item, iter(text), path)
    if not header.names:
        raise BadTable(f"{item.name} has no rows.", try_="get a fresh copy of the file")
    rows, notes = _store(item, path, header.names, guess.dialect, lines)
    path.unlink(missing_ok=True)
    delimiter = guess.dialect.delimiter
    said = () if delimiter == "," else (f"cells are separated by {_CALLED[delimiter]}s",)
    return Table(rows, header.names, delimiter, (*text.notes, *said, *header.notes, *notes))


def _split(item: Input, chunks: Iterator[str], path: Path) -> tuple[Guess, Header, int]:
    """Judge the beginning, and write what comes below the header to a file; also returns how many lines came above."""
    sample, whole = _beginning(item, chunks)
    guess = sniff(sample, whole=whole, likely=SUFFIXES.get(item.suffix))
    header = find_header(guess.records[:_HEADER_RECORDS], item.name)
    above = guess.ends[header.before - 1] if header.before else 0
    at = _offset(sample, above)
    with path.open("w", encoding="utf-8", newline="") as out:
        out.writelines(_bounded(item, chain([sample[at:]], chunks)))
    return guess, header, above


def _beginning(item: Input, chunks: Iterator[str]) -> tuple[str, bool]:
    """About a megabyte of text, and at least one whole line; and whether that is all."""
    parts: list[str] = []
    size, line_ends = 0, False
    for chunk in _bounded(item, chunks):
        parts.append(chunk)
        size += len(chunk)
        line_ends = line_ends or "\n" in chunk
        if size >= _SAMPLE and line_ends:
            return "".join(parts), False
    return "".join(parts), True


def _bounded(item: Input, chunks: Iterable[str]) -> Iterator[str]:
    """The same chunks; raises UnsafeInput as soon as a line grows longer than the limits allow."""
    line = 0
    for chunk in chunks:
        first = chunk.find("\n")
        line = line + len(chunk) if first < 0 else max(line + first, len(chunk) - chunk.rfind("\n"))
        if line > item.limits.line:
            raise line_too_long(item)
        line = line if first < 0 else len(chunk) - chunk.rfind("\n") - 1
        yield chunk


def _offset(text: str, lines: int) -> int:
    at = 0
    for _ in range(lines):
        found = text.find("\n", at)
        at = len(text) if found < 0 else found + 1
    return at


def _store(
    item: Input, path: Path, columns: tuple[str, ...], dialect: Dialect, above: int
) -> tuple[Path, tuple[str, ...]]:
    """Read strictly; when quotation marks stand in the way, try what else they can mean, and say so."""
    try:
        rows, _, empty = store_rows(item, path, columns, dialect)
        return rows, _left_out(empty)
    except SqlError as error:
        fault = _fault(item, path, columns, dialect, above) or _unexplained(item, error)
    for other, says in _others(path, dialect):
        if _fault(item, path, columns, other, above) is None:
            try:
                rows, _, empty = store_rows(item, *_strict(item, path, columns, other))
            except SqlError:
                continue
            return rows, (says, *_left_out(empty))
    raise fault


def _strict(
    item: Input, path: Path, columns: tuple[str, ...], dialect: Dialect
) -> tuple[Path, tuple[str, ...], Dialect]:
    """The file as the engine can read it: as it is, or written anew where it breaks the rules of quoting."""
    if dialect.quote == '"' and dialect.escape == '"':
        return _rewritten(item, path, dialect), columns, Dialect()
    return path, columns, dialect


def _left_out(empty: int) -> tuple[str, ...]:
    return (f"{empty:,} empty row{'s' if empty > 1 else ''} left out",) if empty else ()


def _others(path: Path, dialect: Dialect) -> list[tuple[Dialect, str]]:
    """What quotation marks can mean when the usual reading fails, likeliest first."""
    if not dialect.quote or not _holds(path, b'"'):
        return []
    plain = (Dialect(dialect.delimiter, "", ""), "quotation marks are kept as they stand: not all of them are paired")
    backslash = (Dialect(dialect.delimiter, '"', "\\"), "a backslash before a quotation mark belongs to the mark")
    lenient = (Dialect(dialect.delimiter), "some quoted cells have text after their closing mark: it was taken on")
    tried = [plain, lenient] if dialect.delimiter == "\t" else [lenient, plain]
    return [backslash, *tried] if _holds(path, b'\\"') else tried


def _holds(path: Path, sign: bytes) -> bool:
    before = b""
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            if sign in before + block:
                return True
            before = block[-1:]
    return False


def _lines(path: Path, longest: int) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as file:
        while line := file.readline(longest):
            yield line


def _fault(item: Input, path: Path, columns: tuple[str, ...], dialect: Dialect, above: int) -> CuibonoError | None:
    """The first row that does not have as many cells as there are columns, as an error; None when all have."""
    row, first, bad = 0, None, 0
    try:
        for line, cells in records(_lines(path, item.limits.line), dialect, longest=item.limits.cell):
            row += bool(cells)
            if cells and len(cells) != len(columns):
                bad += 1
                first = first or (row, line + above, len(cells))
    except csv.Error as error:
        return _broken(item, row + 1, str(error))
    return first and _ragged(item, *first, len(columns), bad)


def _ragged(item: Input, row: int, line: int, cells: int, columns: int, bad: int) -> BadTable:
    more = f" So do {bad - 1:,} more." if bad > 2 else " So does 1 more." if bad == 2 else ""
    advice = (
        "put quotation marks around cells that hold the separator, or save the table again as CSV"
        if cells > columns
        else "fill in the missing cells, and take out lines below the table (sources, remarks)"
    )
    count = "1 cell" if cells == 1 else f"{cells} cells"
    return BadTable(
        f"{item.name}: row {row} (line {line:,}) does not fit: it has {count}, and there are {columns} columns.{more}",
        try_=advice,
    )


def _broken(item: Input, row: int, why: str) -> CuibonoError:
    if "field larger" in why:
        return UnsafeInput(
            f"{item.name}: row {row:,} has a cell of more than {item.limits.cell:,} characters.",
            try_="check that every quotation mark is closed",
        )
    return BadTable(f"{item.name}: in or after row {row:,}, {why}.", try_="close the mark, or double it")


def _unexplained(item: Input, error: Exception) -> BadTable:
    line = re.search(r"Line: (\d+)", str(error))
    where = f" near row {int(line[1]):,}" if line else ""
    return BadTable(
        f"{item.name} cannot be cut into rows{where}: {encoding.clean(str(error)).splitlines()[0][:200]}",
        try_="save the table again as CSV with UTF-8 encoding",
    )


def _rewritten(item: Input, path: Path, dialect: Dialect) -> Path:
    """The same table, written the strict way."""
    out = item.staging / "rewritten.csv"
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows(r for _, r in records(_lines(path, item.limits.line), dialect, longest=item.limits.cell) if r)
    return out
