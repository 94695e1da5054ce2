"""Where the header of a table is, and what its columns are called.

Statistics come with titles and comments above the header, and exports come without one. Both are recognised
only when it is clear, and always noted.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cuibono.errors import UnsafeInput
from cuibono.readers.encoding import clean

MOST_COLUMNS = 4_000
_LONGEST = 200
_TITLES = 30
_RESERVED = ("_row", "_place")
#: Possessive: a cell of 65,000 digits that ends otherwise is seen through once.
_NUMBER = re.compile(r"[-+(]?(?=[.,'\s]*+\d)[\d.,'\s]++\)?\s*+%?|\d{4}-\d{2}-\d{2}([ T][\d:.]+Z?)?")


@dataclass(frozen=True, slots=True)
class Header:
    """How many records stand before the data, the names of the columns, and what was decided on the way."""

    before: int
    names: tuple[str, ...]
    notes: tuple[str, ...] = ()


def find_header(records: Sequence[Sequence[str]], name: str) -> Header:
    """Find the header among the first records of a table; blank records do not count as any.

    Titles above the header are records of fewer cells than the table is wide, or with one filled cell, that
    are followed by a record that could be a header. A first record of nothing but numbers is data: the columns
    are then called column_1, column_2 ... Raises UnsafeInput for more than 4,000 columns.
    """
    width = _width(records)
    if width > MOST_COLUMNS:
        raise UnsafeInput(
            f"{name} has {width:,} columns; at most {MOST_COLUMNS:,} are read.",
            try_="check that the file is a table with one row per line",
        )
    at = _position(records, width)
    if at is None:
        return Header(0, ())
    notes = [_above(records[:at])] if any(any(r) for r in records[:at]) else []
    if _only_numbers(records[at]):
        names = tuple(f"column_{i}" for i in range(1, len(records[at]) + 1))
        return Header(at, names, (*notes, "no header: the columns are called column_1, column_2 ..."))
    names, renamed = unique_names(records[at])
    return Header(at + 1, names, (*notes, *renamed))


def unique_names(cells: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Column names that differ even when case is ignored, and notes on the empty and the doubled ones."""
    names: list[str] = []
    taken = set(_RESERVED)
    doubled, empty = [], 0
    for i, cell in enumerate(cells, 1):
        said = " ".join(clean(cell).split())[:_LONGEST]
        wanted = said or f"column_{i}"
        name, n = wanted, 1
        while name.casefold() in taken:
            n += 1
            name = f"{wanted}_{n}"
        taken.add(name.casefold())
        names.append(name)
        empty += not said
        doubled += [f"'{name}'"] if n > 1 else []
    notes = [f"{empty} columns without a name are called by their number"] if empty > 1 else []
    notes += ["1 column without a name is called by its number"] if empty == 1 else []
    notes += [f"columns of the same name got a number: {', '.join(doubled[:10])}"] if doubled else []
    return tuple(names), tuple(notes)


def _width(records: Sequence[Sequence[str]]) -> int:
    """The usual number of cells; of several that are equally usual, the largest."""
    sizes = Counter(len(r) for r in records if any(r))
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0


def _position(records: Sequence[Sequence[str]], width: int) -> int | None:
    filled = [i for i, r in enumerate(records) if any(c.strip() for c in r)]
    if not filled:
        return None
    for i in filled[:_TITLES]:
        if not _is_title(records[i], width):
            return i if i == filled[0] or _could_be_header(records[i]) else filled[0]
    return filled[0]


def _is_title(record: Sequence[str], width: int) -> bool:
    cells = [c for c in record if c.strip()]
    comment = cells[0].lstrip().startswith(("#", "//")) and (len(record) != width or len(cells) == 1)
    return comment or (width > 1 and (len(record) < width or len(cells) == 1))


def _could_be_header(record: Sequence[str]) -> bool:
    cells = [c.strip() for c in record if c.strip()]
    return len(cells) * 2 >= len(record) and not _NUMBER.fullmatch(cells[0])


def _only_numbers(record: Sequence[str]) -> bool:
    cells = [c.strip() for c in record if c.strip()]
    return all(_NUMBER.fullmatch(c) for c in cells)


def _above(records: Sequence[Sequence[str]]) -> str:
    said = [" ".join(" ".join(r).split()) for r in records if any(c.strip() for c in r)]
    shown = "; ".join(s[:100] for s in said[:3])
    lines = "1 line" if len(said) == 1 else f"{len(said)} lines"
    return f"{lines} above the header left out: {shown}"
