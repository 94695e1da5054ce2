"""Cells that SQL cannot read by itself: each distinct one is read once in Python and joined back.

Most cells of a column are plain numbers, plain dates or plain names, and a cast reads them all at once.
Only what is left is fetched, once per distinct text, parsed, and offered back as a small table.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from cuibono.engine import DuckEngine
from cuibono.model import dates
from cuibono.model.numerals import Decimal, decimal_shown
from cuibono.model.quantities import parse

#: Spaces that SQL's own trim leaves on, and the SQL text of all that a cell is trimmed of.
_ODD = r"[\t\n\r\x{a0}\x{3000}\x{feff}]"
_ALL = "' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(12288) || chr(65279)"
_CHUNK = 100_000


def trimmed(column: str, *, odd: bool) -> str:
    """SQL for a cell without outer spaces, NULL when nothing is left; trimming odd spaces costs eight times more."""
    return f"nullif(trim({column}{', ' + _ALL if odd else ''}), '')"


def has_odd_spaces(engine: DuckEngine, relation: str, column: str) -> bool:
    """Whether any cell of a column begins or ends with a space that SQL's own trim leaves on."""
    odd = f"regexp_matches({column}, '^ *{_ODD}|{_ODD} *$')"
    return bool(engine.value(f"SELECT bool_or({odd}) AS odd FROM {relation}"))


def has_endless(engine: DuckEngine, relation: str, column: str) -> bool:
    """Whether any cell of a column is such as "inf" or "nan", which a cast takes for a number."""
    odd = f"regexp_matches({column}, '(?i)^.?(inf|nan)')"
    return bool(engine.value(f"SELECT bool_or({odd}) AS odd FROM {relation}"))


def distinct(engine: DuckEngine, relation: str, cell: str, where: str) -> Iterator[list[str]]:
    """The distinct texts of a cell expression that meet a condition, in chunks."""
    sql = f"SELECT DISTINCT {cell} AS cell FROM {relation} WHERE {cell} IS NOT NULL AND ({where})"
    for chunk in engine.stream(sql, size=_CHUNK):
        yield [text for (text,) in chunk]


def make_lookup(
    engine: DuckEngine,
    name: str,
    chunks: Iterable[list[str]],
    read: Callable[[str], tuple[Any, ...]],
    types: Sequence[str],
) -> int:
    """Fill a temporary table ``name(cell, a, b, ...)`` with what ``read`` makes of each text; returns its size.

    ``types`` are the types of a, b, ...: VARCHAR, DOUBLE or BOOLEAN; None becomes NULL.
    """
    letters = "abcdef"[: len(types)]
    columns = ", ".join(f"{letter} {kind}" for letter, kind in zip(letters, types, strict=True))
    engine.run(f'CREATE OR REPLACE TEMP TABLE "{name}" (cell VARCHAR, {columns})')
    size = 0
    for texts in chunks:
        found = [read(text) for text in texts]
        parts = list(zip(*found, strict=True)) if found else [()] * len(types)
        offered = {"cell": np.array(texts, dtype=object)}
        offered |= {x: _column(p, kind) for x, p, kind in zip(letters, parts, types, strict=True)}
        engine.offer("offered_cells", offered)
        cast = ", ".join(f"{letter}::{kind}" for letter, kind in zip(letters, types, strict=True))
        engine.run(f'INSERT INTO "{name}" SELECT cell::VARCHAR, {cast} FROM offered_cells')
        engine.withdraw("offered_cells")
        size += len(texts)
    return size


def _column(values: Sequence[Any], kind: str) -> Any:
    if kind == "DOUBLE":
        return np.array([np.nan if v is None else v for v in values], dtype=float)
    return np.array(values, dtype=object if kind == "VARCHAR" else bool)


def read_quantity(decimal: Decimal | None) -> Callable[[str], tuple[Any, ...]]:
    """A reader of numbers: low, high, unit, whether it could be read, whether it says percent, which end lies inside.

    An end lies inside where the number itself is left out: 1 above it ("more than"), -1 below it ("less than").
    """

    def read(text: str) -> tuple[Any, ...]:
        found = parse(text, decimal)
        if found is None:
            return None, None, None, False, False, 0.0
        inside = {"more than": 1.0, "less than": -1.0}.get(found.qualifier, 0.0)
        return found.low, found.high, found.unit or None, True, found.unit == "percent", inside

    return read


QUANTITY_TYPES = ("DOUBLE", "DOUBLE", "VARCHAR", "BOOLEAN", "BOOLEAN", "DOUBLE")


def read_edtf(text: str) -> tuple[Any, ...]:
    """A date as EDTF, None when it is none."""
    return (dates.to_edtf(text),)


def read_year(text: str) -> tuple[Any, ...]:
    """The one four-digit year of a text, None when it has none or several."""
    years = set(re.findall(r"(?<!\d)[12]\d{3}(?!\d)", text))
    return (float(years.pop()) if len(years) == 1 else None,)


def name_id(name: str) -> str:
    """The id of a party of whom only the name is known: its name in one canonical spelling."""
    return "name:" + unicodedata.normalize("NFKC", name).casefold().strip()


def decimal_of(engine: DuckEngine, relation: str, cell: str) -> tuple[Decimal | None, bool]:
    """The decimal sign that a column shows beyond doubt (None for the usual one), and whether it shows both."""
    if not _shows(engine, relation, cell, ","):
        return None, False
    both = _shows(engine, relation, cell, ".")
    return (None if both else ","), both


def _shows(engine: DuckEngine, relation: str, cell: str, sign: Decimal) -> bool:
    chunks = distinct(engine, relation, cell, f"contains({cell}, '{sign}')")
    return any(decimal_shown(text) == sign for chunk in chunks for text in chunk)
