"""Which lens table do the columns of a file fit? Matched by name, whatever their case and punctuation."""

import re
import unicodedata
from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cuibono.errors import BadTable
from cuibono.model import dates, quantities
from cuibono.model.table import DERIVED, Column, TableSpec, spec, table_names
from cuibono.store.cell_times import read_time
from cuibono.store.mapping_file import SPOKEN, Field, Mapping

_SAMPLE = 200
_READABLE = 0.8


@dataclass(frozen=True, slots=True)
class Proposal:
    """A lens table that the columns of a file fit, the mapping that would load it, and why, in words."""

    table: str
    mapping: Mapping
    says: str
    next_best: str | None = None

    def __str__(self) -> str:
        return self.says


def plain(name: str) -> str:
    """A column name without case, punctuation and spaces; a percent sign counts as the word."""
    folded = unicodedata.normalize("NFKC", name).casefold().replace("%", "percent")
    return re.sub(r"[\W_]+", "", folded)


#: What is read from a column of the file that may fill another column, too.
_SHARING = ("low", "high", "share_low", "share_high", "host")

#: What is read from a column only where no other column was: 单位 is whose number it is, or its unit.
_ELSE = ("unit",)


def match_columns(spec: TableSpec, columns: Sequence[str]) -> Mapping:
    """Map the columns of a file to a lens table by their names.

    A column fits when its name is the table column's name or one of its aliases; names come before aliases,
    and one column of the file may fill both ends of a range. Raises BadTable that names the required columns
    that were not found, and what the file has.
    """
    found = _found(spec, columns)
    missing = [c for c in spec.columns if c.required and c.name not in found]
    if missing:
        wanted = "; ".join(f"{c.name} ({c.says})" for c in missing)
        names = "; ".join(f"{c.name}: {', '.join(c.aliases[:6]) or c.name}" for c in missing)
        raise BadTable(
            f"no column reads as {wanted}. The file has: {', '.join(columns[:30]) or 'no columns'}.",
            try_=f"rename a column ({names}), or write a mapping file that says which column is which",
        )
    return Mapping(table=spec.name, columns=found)


def _found(spec: TableSpec, columns: Sequence[str]) -> dict[str, Field]:
    here: dict[str, str] = {}
    for name in columns:
        here.setdefault(plain(name), name)
    for name in columns:  # "份额(%)", "Market share [%]"
        here.setdefault(plain(name).removesuffix("percent"), name)
    own = {plain(c.name) for c in spec.columns} & set(here)
    found: dict[str, Field] = {}
    for column in spec.columns:
        source = _source_of(column, here, own)
        if source is not None and not (column.name in _ELSE and source in {f.column for f in found.values()}):
            found[column.name] = Field(column=source)
    for name, aliases in SPOKEN.items():
        match = next((here[plain(a)] for a in (name, *aliases) if plain(a) in here), None)
        if match is not None and match not in {f.column for f in found.values()}:
            found[name] = Field(column=match)
    return found


def _source_of(column: Column, here: Dict[str, str], own: set[str]) -> str | None:
    if plain(column.name) in here:
        return here[plain(column.name)]
    for key in map(plain, column.aliases):
        # A file column that bears the name of another table column is that column's, unless both can be read from it.
        if key in here and (key not in own or column.parse in _SHARING):
            return here[key]
    return None


def propose(columns: Sequence[str], sample_rows: Sequence[Dict[str, Any]]) -> Proposal | None:
    """The lens table that fits the columns of a file best, None when none does.

    A table fits when all its required columns are found by name and four in five cells of the sample can be
    read; of several, the one that explains most columns is proposed and the next best is named.
    """
    fits = sorted(_fits(columns, sample_rows), key=lambda fit: (-fit[0], fit[1].table))
    if not fits:
        return None
    mapping = fits[0][1]
    says = f"fits {mapping.table}: {_in_words(mapping)}"
    other = fits[1][1] if len(fits) > 1 else None
    if other:
        says += f"; next best {other.table} ({_in_words(other)})"
    return Proposal(str(mapping.table), mapping, says, other.table if other else None)


def _fits(columns: Sequence[str], rows: Sequence[Dict[str, Any]]) -> list[tuple[int, Mapping]]:
    fits = []
    for table in table_names():
        if table in DERIVED:
            continue
        try:
            mapping = match_columns(spec(table), columns)
        except BadTable:
            continue
        if all(_reads(spec(table).column(name), f.column, rows) for name, f in mapping.columns.items()):
            fits.append((len({f.column for f in mapping.columns.values()}), mapping))
    return fits


def _reads(column: Column | None, source: str | None, rows: Sequence[Dict[str, Any]]) -> bool:
    if column is None or source is None or not column.required:
        return True
    cells = [str(r[source]) for r in rows[:_SAMPLE] if source in r and r[source] not in (None, "")]
    return bool(cells) and sum(_readable(column.parse, c) for c in cells) >= _READABLE * len(cells)


def _readable(parse: str, cell: str) -> bool:
    if parse in ("share_low", "share_high", "low", "high", "number"):
        return quantities.parse(cell) is not None
    if parse == "edtf":
        return dates.to_edtf(cell) is not None
    if parse == "time":
        return re.fullmatch(r"\d{9,16}(\.\d*)?", cell) is not None or read_time(cell)[0] is not None
    return parse != "year" or re.search(r"\d{4}", cell) is not None


def _in_words(mapping: Mapping) -> str:
    by_source: dict[str, list[str]] = {}
    for name, found in mapping.columns.items():
        by_source.setdefault(str(found.column), []).append(name)
    return ", ".join(f"'{source}' reads as {' and '.join(names)}" for source, names in by_source.items())
