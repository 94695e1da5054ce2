"""What no row of a lens table may be: without a required value, out of bounds, or a range run backwards."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cuibono.errors import BadTable
from cuibono.model.table import Column, TableSpec
from cuibono.store.mapped_cells import Desk, clipped, ident, literal
from cuibono.store.mapping_file import Field

_SHOWN = 5
_KINDS = {
    "share_low": "a share",
    "share_high": "a share",
    "low": "a number",
    "high": "a number",
    "number": "a number",
    "year": "a year",
    "edtf": "a date",
    "time": "a time",
}


@dataclass(frozen=True, slots=True)
class _Fault:
    """A condition that rows must not meet, the cell that shows it, and how a person reads it."""

    bad: str
    cell: str
    says: str
    label: str


def check(work: Desk, table: TableSpec, fields: dict[str, Field], out: Path, *, skip: bool) -> tuple[str, ...]:
    """Refuse a written file that has rows which cannot be used, or leave them out when told to.

    Raises BadTable that names the file, the first rows and their cells, and how many there are.
    """
    notes = []
    found = [(fault, n) for fault in _faults(work, table, fields) if (n := _count(work, out, fault))]
    if found and not skip:
        messages = dict.fromkeys(_message(work, out, fault, n) for fault, n in found)
        out.unlink(missing_ok=True)
        raise BadTable(f"{work.file_name}: {' '.join(messages)}", try_=_advice([fault for fault, _ in found]))
    for fault, n in found:
        first = _first(work, out, fault)[0]
        notes.append(f"{_rows(n)} left out: {fault.says.format(cell=_told(first[2]))} (first {_place(first)})")
    if found:
        _leave_out(work, out, [fault for fault, _ in found])
    return tuple(notes)


def _faults(work: Desk, table: TableSpec, fields: dict[str, Field]) -> list[_Fault]:
    faults = [_required(work, c, fields.get(c.name)) for c in table.columns if c.required]
    for column in table.columns:
        source = fields.get(column.name)
        if source and column.parse.startswith("share_"):
            name = f"o.{ident(column.name)}"
            says = "{cell} is not between 0 and 1 (or 0 and 100 %)"
            faults.append(_Fault(f"{name} < 0 OR {name} > 1", work.cell(source), says, work.label(source)))
        if source and column.least is not None:
            bad = f"o.{ident(column.name)} < {column.least}"
            faults.append(_Fault(bad, work.cell(source), f"{{cell}} is below {column.least:g}", work.label(source)))
        if source and column.parse in ("low", "share_low"):
            high = column.name[: -len("low")] + "high"
            bad = f"o.{ident(column.name)} > o.{ident(high)}"
            faults.append(_Fault(bad, work.cell(source), "{cell} is above the upper end", work.label(source)))
    return faults


def _required(work: Desk, column: Column, source: Field | None) -> _Fault:
    kind = " or ".join(column.choices) or _KINDS.get(column.parse, "a value")
    cell = work.cell(source) if source else "NULL::VARCHAR"
    label = work.label(source) if source else f"'{column.name}'"
    return _Fault(f"o.{ident(column.name)} IS NULL", cell, f"{{cell}} is not {kind}", label)


def _told(cell: Any) -> str:
    return "an empty cell" if cell is None else f"'{clipped(cell)}'"


def _rows(n: int) -> str:
    return "1 row" if n == 1 else f"{n:,} rows"


def _place(row: tuple[Any, ...]) -> str:
    return str(row[1] or f"row {row[0]}")


def _count(work: Desk, out: Path, fault: _Fault) -> int:
    return int(work.engine.value(f"SELECT count(*) FROM read_parquet({literal(str(out))}) AS o WHERE {fault.bad}"))


def _first(work: Desk, out: Path, fault: _Fault) -> list[tuple[Any, ...]]:
    return work.engine.tuples(
        f"SELECT r._row, r._place, {fault.cell} FROM {work.relation} "
        f"JOIN (SELECT o._row FROM read_parquet({literal(str(out))}) AS o WHERE {fault.bad} "
        f"ORDER BY o._row LIMIT {_SHOWN}) AS b ON b._row = r._row ORDER BY r._row"
    )


def _message(work: Desk, out: Path, fault: _Fault, n: int) -> str:
    listed = "; ".join(f"{_place(row)}: {fault.says.format(cell=_told(row[2]))}" for row in _first(work, out, fault))
    more = f"; and {n - _SHOWN:,} more" if n > _SHOWN else ""
    return f"{_rows(n)} cannot be used because of column {fault.label}: {listed}{more}."


def _advice(faults: list[_Fault]) -> str:
    outside = any("between 0" in fault.says for fault in faults)
    unit = "if the column is in percent, say unit: percent in a mapping; else " if outside else ""
    return f"{unit}correct the cells, or load it with a mapping that says skip_bad: true"


def _leave_out(work: Desk, out: Path, faults: list[_Fault]) -> None:
    kept = out.with_suffix(".kept")
    bad = " OR ".join(f"coalesce({fault.bad}, false)" for fault in faults)
    work.engine.run(
        f"COPY (SELECT * FROM read_parquet({literal(str(out))}) AS o WHERE NOT ({bad}) ORDER BY o._row) "
        f"TO {literal(str(kept))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20000)"
    )
    kept.replace(out)
    if not work.engine.value(f"SELECT count(*) FROM read_parquet({literal(str(out))})"):
        out.unlink()
        raise BadTable(f"{work.file_name}: not one row can be used.", try_="check which columns the mapping names")
