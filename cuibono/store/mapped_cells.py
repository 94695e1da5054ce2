"""Cells of a file as SQL expressions: raw, as numbers, as shares, as dates, as ids, as one of a few words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.errors import BadTable
from cuibono.model.numerals import Decimal
from cuibono.store.cell_lookups import (
    QUANTITY_TYPES,
    decimal_of,
    distinct,
    has_endless,
    has_odd_spaces,
    make_lookup,
    name_id,
    read_edtf,
    read_quantity,
    read_year,
    trimmed,
)
from cuibono.store.mapping_file import Field


def ident(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''").replace("\0", "") + "'"


@dataclass(frozen=True, slots=True)
class Lookup:
    """Distinct cells that were read in Python: the table they stand in, the types of what was read, how many."""

    table: str
    types: tuple[str, ...]
    size: int

    def get(self, letter: str) -> str:
        """SQL for what was read of a cell; NULL for every cell when there was nothing to read."""
        kind = self.types["abcdef".index(letter)]
        return f"{self.table}.{letter}" if self.size else f"CAST(NULL AS {kind})"


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column read as numbers: SQL for its ends, its unit, whether a cell was read, whether it says percent.

    ``inside`` is 1 where the number itself is below what is meant ("more than"), -1 where it is above, else 0.
    """

    cell: str
    low: str
    high: str
    unit: str
    read: str
    says_percent: str
    inside: str
    lookup: Lookup


@dataclass(slots=True)
class Desk:
    """One file on its way into a table: the engine, the raw rows as ``r``, and what was learned so far."""

    engine: DuckEngine
    relation: str
    file_name: str
    columns: tuple[str, ...]
    decimal: Decimal | None = None
    has_original: bool = False
    notes: list[str] = field(default_factory=list)
    joins: list[str] = field(default_factory=list)
    lookups: dict[str, Lookup] = field(default_factory=dict)
    numbers: dict[str, Numbers] = field(default_factory=dict)
    seen: dict[tuple[str, str], bool] = field(default_factory=dict)

    def column(self, name: str) -> str:
        """The file's own spelling of a column; raises BadTable with near misses when there is none."""
        folded = {c.casefold(): c for c in reversed(self.columns)}
        if name in self.columns or name.casefold() in folded:
            return name if name in self.columns else folded[name.casefold()]
        near = get_close_matches(name, self.columns, n=3, cutoff=0.5)
        raise BadTable(
            f"{self.file_name}: there is no column '{name}'. The file has: {', '.join(self.columns[:30])}.",
            try_=f"did you mean {' or '.join(near)}?" if near else "correct the column's name in the mapping",
        )

    def cell(self, source: Field) -> str:
        """The trimmed cell of a field, NULL when it is empty."""
        if source.column is None:
            return f"{literal(source.value or '')}::VARCHAR"
        column = f"r.{ident(self.column(source.column))}"
        return trimmed(column, odd=self._has(has_odd_spaces, column))

    def cast(self, source: Field) -> str:
        """The cell as a number where it is plain digits, else NULL; "inf" and "nan" are no numbers."""
        number = f"TRY_CAST({self.cell(source)} AS DOUBLE)"
        column = f"r.{ident(self.column(source.column))}" if source.column is not None else ""
        endless = not column or self._has(has_endless, column)
        return f"CASE WHEN isfinite({number}) THEN {number} END" if endless else number

    def _has(self, what: Callable[[DuckEngine, str, str], bool], column: str) -> bool:
        """Whether a column has cells of some odd kind; each column is looked through once."""
        key = (what.__name__, column)
        if key not in self.seen:
            self.seen[key] = what(self.engine, self.relation, column)
        return self.seen[key]

    def label(self, source: Field) -> str:
        """What people call a field: its column, or its value."""
        return f"'{source.column or source.value}'"

    def lookup(self, cell: str, where: str, read: Callable[[str], tuple[Any, ...]], types: Sequence[str]) -> Lookup:
        """Read the distinct cells that meet a condition in Python, and join what was read."""
        key = f"{read.__name__} {cell} {where}"
        if key not in self.lookups:
            name = f"lookup_{len(self.lookups)}"
            size = make_lookup(self.engine, name, distinct(self.engine, self.relation, cell, where), read, types)
            self.lookups[key] = Lookup(name, tuple(types), size)
            self.joins += [f"LEFT JOIN {name} ON {name}.cell = {cell}"] if size else []
        return self.lookups[key]

    def clear(self) -> None:
        """Drop the lookups."""
        for lookup in self.lookups.values():
            self.engine.run(f"DROP TABLE IF EXISTS temp.{lookup.table}")

    def left_empty(
        self, lookup: Lookup, cell: str, bad: str, label: str, what: str, became: str = "left empty"
    ) -> None:
        """Note the cells of an optional column that could not be read, when there are any."""
        some = self.engine.tuples(f"SELECT cell FROM {lookup.table} WHERE {bad} ORDER BY cell LIMIT 3")
        if not some:
            return
        count = self.engine.value(
            f"SELECT count(*) FROM {self.relation} JOIN {lookup.table} ON {lookup.table}.cell = {cell} WHERE {bad}"
        )
        shown = ", ".join(f"'{clipped(text)}'" for (text,) in some)
        cells, were = ("1 cell", "was") if count == 1 else (f"{count:,} cells", "were")
        self.notes.append(f"{cells} of {label} cannot be read as {what} ({shown}) and {were} {became}")


def desk(engine: DuckEngine, raw: Path, file_name: str, decimal: Decimal | None) -> Desk:
    """Lay out a file of raw rows."""
    relation = f"read_parquet({literal(str(raw))})"
    every = engine.columns(relation)
    columns = tuple(c for c in every if c not in ("_row", "_place", "_original"))
    return Desk(engine, f"{relation} AS r", file_name, columns, decimal, "_original" in every)


def clipped(text: str, size: int = 60) -> str:
    """A cell short enough for a message."""
    return text if len(text) <= size else text[: size - 3] + "..."


def numbers(desk: Desk, source: Field) -> Numbers:
    """A field read as numbers, with ends, unit and decimal sign as ``model.quantities`` has them."""
    cell = desk.cell(source)
    if cell not in desk.numbers:
        desk.numbers[cell] = _numbers(desk, source, cell)
    return desk.numbers[cell]


def _numbers(desk: Desk, source: Field, cell: str) -> Numbers:
    decimal = source.decimal or desk.decimal or _shown(desk, source, cell)
    fast = desk.cast(source)
    if decimal == ",":  # "1.234" means 1234 here, which a cast cannot know
        fast = f"CASE WHEN NOT contains({cell}, '.') THEN {fast} END"
    read = read_quantity(decimal)
    read.__name__ = f"quantity {decimal}"
    lookup = desk.lookup(cell, f"{fast} IS NULL", read, QUANTITY_TYPES)
    return Numbers(
        cell=cell,
        low=f"coalesce({fast}, {lookup.get('a')})",
        high=f"coalesce({fast}, {lookup.get('b')})",
        unit=lookup.get("c"),
        read=f"({fast} IS NOT NULL OR coalesce({lookup.get('d')}, false))",
        says_percent=f"coalesce({lookup.get('e')}, false)",
        inside=f"coalesce({lookup.get('f')}, 0)",
        lookup=lookup,
    )


def _shown(desk: Desk, source: Field, cell: str) -> Decimal | None:
    sign, both = decimal_of(desk.engine, desk.relation, cell)
    if sign:
        desk.notes.append(f"{desk.label(source)} uses a decimal comma: 1.234,5 is read as 1234.5")
    if both:
        desk.notes.append(
            f"{desk.label(source)} uses both decimal commas and decimal points; '1,234' is read as 1234 "
            "(a mapping may say decimal: ',')"
        )
    return sign


def year(desk: Desk, source: Field) -> str:
    """The four-digit year of a cell; cells with none or several are noted and left empty."""
    cell = desk.cell(source)
    plain = f"regexp_full_match({cell}, '[12][0-9]{{3}}')"
    lookup = desk.lookup(cell, f"NOT {plain}", read_year, ("DOUBLE",))
    desk.left_empty(lookup, cell, "a IS NULL", desk.label(source), "one year")
    return f"CASE WHEN {plain} THEN TRY_CAST({cell} AS BIGINT) ELSE CAST({lookup.get('a')} AS BIGINT) END"


def host(desk: Desk, source: Field) -> str:
    """The site of a cell that holds one, or an address in it: in lower case, without www."""
    begin = "^\\s*(?:[a-z][a-z0-9+.-]*://)?(?:[^/@]*@)?(?:www\\.)?([^/:?#\\s]+)"
    return f"nullif(regexp_extract(lower({desk.cell(source)}), '{begin}', 1), '')"


def edtf(desk: Desk, source: Field) -> str:
    """A date as EDTF; cells that are no date are noted and left empty."""
    cell = desk.cell(source)
    plain = (
        f"regexp_full_match({cell}, '[0-9]{{4}}') OR (regexp_full_match({cell}, '[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}') "
        f"AND TRY_CAST({cell} AS DATE) IS NOT NULL)"
    )
    lookup = desk.lookup(cell, f"NOT ({plain})", read_edtf, ("VARCHAR",))
    desk.left_empty(lookup, cell, "a IS NULL", desk.label(source), "a date")
    return f"CASE WHEN {plain} THEN {cell} ELSE {lookup.get('a')} END"


def party_id(desk: Desk, name: Field) -> str:
    """The id that a party's name gives: the same for every spelling in case, width and outer spaces."""
    cell = desk.cell(name)
    lookup = desk.lookup(cell, f"strlen({cell}) <> length({cell})", _read_name, ("VARCHAR",))
    return f"coalesce({lookup.get('a')}, 'name:' || lower({cell}))"


def _read_name(name: str) -> tuple[Any, ...]:
    return (name_id(name),)


def choice(desk: Desk, source: Field, words: dict[str, str], *, strict: bool, what: str, default: str | None) -> str:
    """One of a few words; ``words`` maps what may stand there, in lower case, to what it means.

    Empty cells become the default. With ``strict``, a column of which some cells fit and others do not raises
    BadTable: none may be dropped in silence. A column of which none fits is taken for something else and noted.
    """

    def read_choice(text: str) -> tuple[Any, ...]:
        return (words.get(text.casefold()),)

    read_choice.__name__ = f"choice {what}"
    cell = desk.cell(source)
    lookup = desk.lookup(cell, "true", read_choice, ("VARCHAR",))
    bad, good = desk.engine.tuples(f"SELECT count(*) - count(a), count(a) FROM {lookup.table}")[0]
    if bad and good and strict:
        _refuse(desk, lookup, cell, what, words)
    became = "left empty" if default is None else f"taken as '{default}'"
    desk.left_empty(lookup, cell, "a IS NULL", desk.label(source), what, became)
    return lookup.get("a") if default is None else f"coalesce({lookup.get('a')}, {literal(default)})"


def _refuse(desk: Desk, lookup: Lookup, cell: str, what: str, words: dict[str, str]) -> None:
    rows = desk.engine.tuples(
        f"SELECT r._row, r._place, {cell} FROM {desk.relation} JOIN {lookup.table} AS k ON k.cell = {cell} "
        f"WHERE k.a IS NULL ORDER BY r._row LIMIT 5"
    )
    listed = "; ".join(f"{place or f'row {row}'}: '{clipped(text)}'" for row, place, text in rows)
    meanings = list(dict.fromkeys(words.values()))
    raise BadTable(
        f"{desk.file_name}: some cells cannot be read as {what}: {listed}.",
        try_=f"write one of: {', '.join(meanings)}; or leave the cell empty",
    )


def with_column(source: Field | None, other: Field | None) -> Field | None:
    """The first field that is there, with the unit and decimal sign of whichever names them."""
    if source is None or other is None:
        return source or other
    return replace(source, unit=source.unit or other.unit, decimal=source.decimal or other.decimal)
