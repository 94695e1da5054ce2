"""Workbooks: XLSX, XLSM, XLSB, XLS and ODS; every sheet, values only, no macros, no formulas run.

Sheets become one table: columns of the same name are the same column, and every row says which sheet it is from.
A sheet with one column of text beside sheets that are tables is read as passages.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cuibono.errors import BadTable, CuibonoError, UnreadableSource, UnsafeInput
from cuibono.readers.child import Answer, Child
from cuibono.readers.column_headers import find_header
from cuibono.readers.contract import Input, Piece, Reader, Reading
from cuibono.readers.encoding import clean
from cuibono.readers.limits import check_size
from cuibono.readers.raw_rows import Dialect, by_line_size, copy, engine_of, ident, quoted, source_sql

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPPED = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    ".xlsb": "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
}
_OLD = {".xls": "application/vnd.ms-excel", ".xlt": "application/vnd.ms-excel"}
_TYPES = _ZIPPED | _OLD
_INSIDE = (b"xl/workbook", b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
_STREAM = "Workbook".encode("utf-16-le")
_HARMLESS = 16 << 20
_SECONDS = 10  # times the limit of a page: a sheet of a million rows takes long


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet that is a table: where its cells lie, from which row on, and what its columns are called."""

    name: str
    file: Path
    width: int
    data_from: int
    columns: tuple[str, ...]


def recognises(item: Input) -> float:
    """By the first bytes and the name; workbooks under another name by what is inside."""
    if item.head.startswith(_ZIP):
        return 0.95 if item.suffix in _ZIPPED else 0.85 if any(m in item.head for m in _INSIDE) else 0.0
    if item.head.startswith(_OLE):
        return 0.95 if item.suffix in _TYPES else 0.7 if _STREAM in item.head else 0.0
    return 0.05 if item.suffix in _ZIPPED else 0.0


def read(item: Input) -> Reading:
    """Read every sheet into raw rows; their place is "sheet 'Shares', row 5", as the program numbers rows.

    Raises UnsafeInput for a ZIP bomb or a grid too large, UnreadableSource when the file is encrypted or
    damaged, BadTable when no sheet has rows.
    """
    check_size(item)
    with Child("cuibono.readers.workbook_child") as child:
        if item.head.startswith(_ZIP):
            _check_index(item, _ask(item, child, do="index", path=str(item.path)))
        question = {"path": str(item.path), "folder": str(item.staging), "cell": item.limits.cell}
        found = _ask(item, child, do="sheets", **question)["sheets"]
    filled = [s for s in found if s["rows"]]
    tables = [s for s in filled if s["columns"] > 1] or filled
    if not tables:
        raise BadTable(f"{item.name} has no rows in any sheet.", try_="open it and check that it holds values")
    sheets, notes = _headed(item, tables)
    rows, columns = _store(item, sheets)
    texts = [s for s in filled if s not in tables]
    return Reading(
        media_type=_TYPES.get(item.suffix) or _TYPES[".xls" if item.head.startswith(_OLE) else ".xlsx"],
        pieces=_pieces(texts),
        rows=rows,
        columns=columns,
        notes=tuple(clean(n) for n in (*notes, *_remarks(found, texts))),
    )


def _ask(item: Input, child: Child, **question: object) -> Answer:
    try:
        answer = child.ask(question, seconds=_SECONDS * item.limits.seconds)
    except TimeoutError as error:
        raise UnsafeInput(
            f"{item.name} could not be read within {_SECONDS * item.limits.seconds:g} seconds.",
            try_="save the sheets you need as CSV",
        ) from error
    except EOFError as error:
        raise _too_large(item) from error
    if "error" in answer:
        raise _fault(item, answer)
    return answer


def _fault(item: Input, answer: Answer) -> CuibonoError:
    if answer["error"] == "encrypted":
        return UnreadableSource(f"{item.name} is encrypted.", try_="save it without a password and add it again")
    if answer["error"] == "memory":
        return _too_large(item)
    if answer["error"] == "grid":
        return UnsafeInput(
            f"{item.name} has a sheet that spans {answer['cells']:,} cells.",
            try_="delete what stands far below or beside the data, or save the sheets you need as CSV",
        )
    if answer["error"] == "cell":
        return UnsafeInput(
            f"{item.name} has a cell of {answer['size']:,} characters; at most {item.limits.cell:,} are read.",
            try_="keep long texts in files of their own",
        )
    if item.head.startswith(_OLE) and item.suffix in _ZIPPED:
        return UnreadableSource(
            f"{item.name} is encrypted, or an old workbook under a new name.",
            try_="save it without a password as XLSX and add it again",
        )
    return UnreadableSource(
        f"{item.name} is damaged or no workbook: {clean(answer['why'])}.", try_="get a fresh copy, or save it as CSV"
    )


def _too_large(item: Input) -> UnsafeInput:
    return UnsafeInput(
        f"{item.name} asks for more memory than a workbook may take.",
        try_="delete empty rows and columns far below the data, or save the sheets you need as CSV",
    )


def _check_index(item: Input, answer: Answer) -> None:
    """What the ZIP says of itself; what it hides is caught by the bounds of the process that reads it."""
    expanded, size = answer["expanded"], item.path.stat().st_size
    bomb = expanded > _HARMLESS and expanded > item.limits.ratio * size
    if expanded > item.limits.expanded or bomb or answer["entries"] > item.limits.members:
        raise UnsafeInput(
            f"{item.name} unpacks to {expanded:,} bytes, {expanded // max(size, 1):,} times its size; "
            "nothing of it was read.",
            try_="if you trust it, save the sheets you need as CSV",
        )


def _headed(item: Input, tables: list[Answer]) -> tuple[list[_Sheet], list[str]]:
    sheets, notes = [], []
    for table in tables:
        width = table["width"]
        head = [row[:width] + [""] * (width - len(row)) for _, row in table["head"]]
        header = find_header(head, item.name)
        first = table["head"][header.before][0] if header.before < len(head) else table["head"][-1][0] + 1
        sheets.append(_Sheet(table["name"], Path(table["file"]), width, first, header.names[:width]))
        notes += [f"sheet '{table['name']}': {note}" for note in header.notes]
    return sheets, notes


def _store(item: Input, sheets: list[_Sheet]) -> tuple[Path, tuple[str, ...]]:
    """All sheets as one table, numbered through; columns of the same name, case aside, are one."""
    names = {c.casefold(): c for sheet in reversed(sheets) for c in reversed(sheet.columns)}
    columns = tuple(dict.fromkeys(names[c.casefold()] for sheet in sheets for c in sheet.columns))
    out = item.staging / "rows.parquet"
    chosen = ", ".join(ident(c) for c in columns)
    with engine_of(item, len(columns)) as engine:

        def run(line: int) -> None:
            parts = " UNION ALL BY NAME ".join(_part(i, sheet, line) for i, sheet in enumerate(sheets))
            numbered = "row_number() OVER (ORDER BY _sheet, _line) AS _row"
            copy(engine, f"SELECT {numbered}, _place, {chosen} FROM ({parts}) AS s ORDER BY _row", out, len(columns))

        by_line_size(item, run)
    return out, columns


def _part(number: int, sheet: _Sheet, line: int) -> str:
    own = ["_line", *(f"_{i}" for i in range(len(sheet.columns)))]
    cells = ", ".join(f"{ident(f'_{i}')} AS {ident(c)}" for i, c in enumerate(sheet.columns))
    filled = " OR ".join(f"{ident(c)} IS NOT NULL" for c in own[1:])
    place = quoted(f"sheet '{sheet.name}', row ") + " || _line"
    return (
        f"SELECT {number} AS _sheet, _line::BIGINT AS _line, {place} AS _place, {cells} "
        f"FROM {source_sql(sheet.file, own, Dialect(), line, padded=True)} "
        f"WHERE _line::BIGINT >= {sheet.data_from} AND ({filled})"
    )


def _pieces(texts: list[Answer]) -> Iterator[Piece]:
    for sheet in texts:
        with Path(sheet["file"]).open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                words = " ".join(c for c in row[1:] if c).strip()
                if words:
                    yield Piece(words, f"sheet '{sheet['name']}', row {row[0]}", {"sheet": sheet["name"]})


def _remarks(found: list[Answer], texts: list[Answer]) -> list[str]:
    notes = [f"sheet '{s['name']}' is hidden" for s in found if s["hidden"]]
    notes += [f"sheet '{s['name']}' is empty" for s in found if not s["rows"]]
    notes += [f"sheet '{s['name']}' is read as text" for s in texts]
    merged = [f"'{s['name']}' ({s['merged']})" for s in found if s["merged"]]
    if merged:
        notes.append(f"merged cells hold their value in the first cell only: sheet {', '.join(merged[:10])}")
    return notes


READER = Reader(
    name="workbook",
    version="1",
    says="Excel and OpenDocument workbooks: every sheet, every row can be cited",
    suffixes=tuple(_TYPES),
    recognises=recognises,
    read=read,
)
