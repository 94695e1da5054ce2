"""The process in which workbooks are opened: a few bytes can ask for a grid of seventeen billion cells.

It knows two questions: index (how large is the ZIP?) and sheets (write every sheet to a CSV file).
"""

import csv
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import python_calamine as calamine

from cuibono.readers.child import Answer, serve

MEMORY = 4 << 30
#: Rows that any program can show, and cells that can be gone through in reasonable time.
_LAST_ROW = 1 << 20
_GRID = 50_000_000
_HEAD = 60
_SHOWN = 2_000


def index(path: str, **_: Any) -> Answer:
    """How many entries a ZIP has, and how large they say they are."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except Exception as error:  # the index is a stranger's; zipfile trips over it in many ways
        return {"error": "damaged", "why": str(error)[:200]}
    return {"entries": len(entries), "expanded": sum(e.file_size for e in entries)}


def sheets(path: str, folder: str, cell: int, **_: Any) -> Answer:
    """Write every sheet to a CSV file of row numbers and cells; returns what each is like."""
    try:
        book = calamine.CalamineWorkbook.from_path(path)
        return {"sheets": [_sheet(book, i, meta, folder, cell) for i, meta in enumerate(book.sheets_metadata)]}
    except calamine.PasswordError:
        return {"error": "encrypted"}
    except MemoryError:
        return {"error": "memory"}
    except _TooLarge as error:
        return {"error": "grid", "cells": error.cells}
    except _TooLong as error:
        return {"error": "cell", "size": error.size}
    except BaseException as error:  # calamine reports a dozen kinds of damage; a panic of Rust is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        return {"error": "damaged", "why": str(error)[:200]}


class _TooLarge(Exception):
    """A sheet spans more cells than can be gone through: a stray cell far away is enough."""

    def __init__(self, cells: int) -> None:
        self.cells = cells
        super().__init__(cells)


class _TooLong(Exception):
    """A cell is longer than the limits allow."""

    def __init__(self, size: int) -> None:
        self.size = size
        super().__init__(size)


def _sheet(book: Any, number: int, meta: Any, folder: str, cell: int) -> Answer:
    about: Answer = {
        "name": meta.name,
        "hidden": meta.visible != calamine.SheetVisibleEnum.Visible,
        "file": str(Path(folder) / f"sheet-{number}.csv"),
        "rows": 0,
        "width": 0,
        "columns": 0,
        "head": [],
        "merged": 0,
    }
    if meta.typ != calamine.SheetTypeEnum.WorkSheet:
        return about
    sheet = book.get_sheet_by_index(number)
    about["merged"] = len(sheet.merged_cell_ranges or ())
    with open(about["file"], "w", encoding="utf-8", errors="replace", newline="") as file:  # noqa: PTH123
        writer = csv.writer(file, lineterminator="\n")
        used: set[int] = set()
        for at, row in _rows(sheet, cell):
            writer.writerow([at, *row])
            about["rows"] += 1
            used |= {i for i, c in enumerate(row) if c} if len(used) < len(row) else set()
            if len(about["head"]) < _HEAD:
                about["head"].append([at, [c[:_SHOWN] for c in row]])
    about["width"], about["columns"] = max(used, default=-1) + 1, len(used)
    return about


def _rows(sheet: Any, longest: int) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, as texts, with the number that the program shows beside them."""
    if sheet.end is None:
        return
    if sheet.end[0] >= _LAST_ROW or sheet.height * sheet.width > _GRID:
        raise _TooLarge((sheet.end[0] + 1) * sheet.width)
    for at, row in enumerate(sheet.iter_rows(), 1):  # counted from the first row, empty or not
        cells = [_text(c) for c in row]
        if any(cells):
            if max(map(len, cells)) > longest:
                raise _TooLong(max(map(len, cells)))
            yield at, cells


def _text(value: Any) -> str:
    """A cell as text: whole numbers without a point, dates as ISO 8601."""
    if isinstance(value, str):
        return value.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


_QUESTIONS: dict[str, Callable[..., Answer]] = {"index": index, "sheets": sheets}


def answer(question: Answer) -> Answer:
    """Answer one question."""
    return _QUESTIONS[question.pop("do")](**question)


if __name__ == "__main__":
    serve(answer, memory=MEMORY)
