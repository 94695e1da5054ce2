"""Raw rows become rows of a lens table: declared columns, declared types, and what every row carries.

Everything happens in SQL over Parquet; only distinct cells that a cast cannot read pass through Python.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from cuibono.engine import DuckEngine
from cuibono.model.table import COMMON, Column, TableSpec
from cuibono.model.words import Status
from cuibono.store import cell_times
from cuibono.store import mapped_cells as cells
from cuibono.store.mapped_cells import Desk, desk, ident, literal
from cuibono.store.mapped_checks import check
from cuibono.store.mapped_shares import share_ends
from cuibono.store.mapping_file import STANDINGS, Field, Mapping

_GROUP = 20_000
_STATUS = {word: word for word in get_args(Status)}
_POLARITY = dict.fromkeys(("+", "yes", "true", "positive", "affirms", "affirmed", "1"), "+")
_POLARITY |= dict.fromkeys(("-", "−", "–", "no", "false", "negative", "denies", "denied", "-1"), "-")
_STANDING = {word: word for word in STANDINGS}


@dataclass(frozen=True, slots=True)
class Built:
    """How many rows were written, and what a person should know about how they were read."""

    rows: int
    notes: tuple[str, ...] = ()


def build_table(
    engine: DuckEngine,
    raw: Path,
    mapping: Mapping,
    out: Path,
    *,
    source_id: str,
    asserted_by_default: str,
    file_name: str,
) -> Built:
    """Write the rows of a lens table to a Parquet file, as a mapping says.

    Columns: those of the table, those every row carries (``COMMON``), ``_place``, and ``_original``, the row's
    own cells as a JSON object. Raises BadTable that names the file, the rows and the cells when a required cell
    is empty or cannot be read, a share lies outside 0 to 1, or a range runs backwards; with ``skip_bad`` such
    rows are left out and counted. Optional cells that cannot be read become NULL, counted in the notes.
    """
    table = mapping.spec
    work = desk(engine, raw, file_name, mapping.decimal)
    try:
        fields = _fields(table, mapping)
        columns = _columns(work, table, fields) | _common(work, mapping, source_id, asserted_by_default)
        _write(work, columns, _of_this_table(work, mapping), out)
        left_out = check(work, table, fields, out, skip=mapping.skip_bad)
        rows = int(engine.value(f"SELECT count(*) FROM read_parquet({literal(str(out))})"))
    finally:
        work.clear()
    return Built(rows, (*work.notes, *left_out))


def _fields(table: TableSpec, mapping: Mapping) -> dict[str, Field]:
    """The field of every table column that has one; the two ends of a range may share theirs."""
    fields = {c.name: mapping.columns[c.name] for c in table.columns if c.name in mapping.columns}
    when = next((fields[c.name] for c in table.columns if c.parse == "time" and c.name in fields), None)
    exact = [c.name for c in table.columns if c.parse == "precision" and c.name not in fields]
    fields |= dict.fromkeys(exact, when) if when else {}
    for column in table.columns:
        if column.name in fields or column.parse not in ("low", "high", "share_low", "share_high"):
            continue
        sibling = _other_end(column.name)
        found = mapping.columns.get(sibling) or next(
            (mapping.columns[a] for a in column.aliases if a in mapping.columns and table.column(a)), None
        )
        if found:
            fields[column.name] = found
    return fields


def _other_end(name: str) -> str:
    return name[: -len("low")] + "high" if name.endswith("low") else name[: -len("high")] + "low"


def _columns(work: Desk, table: TableSpec, fields: dict[str, Field]) -> dict[str, str]:
    shares = {c.name: fields[c.name] for c in table.columns if c.parse.startswith("share_") and c.name in fields}
    strict = {c.name for c in table.columns if c.strict}
    ends = share_ends(work, shares, strict) if shares else {}
    found = {}
    for column in table.columns:
        sql = ends.get(column.name) or _column(work, table, column, fields)
        found[column.name] = f"CAST({sql} AS {column.type})"
    return found


def _column(work: Desk, table: TableSpec, column: Column, fields: dict[str, Field]) -> str:
    source = fields.get(column.name)
    if column.parse == "id":
        return _id(work, source, fields.get(column.name.removesuffix("_id") + "_name"))
    if column.name == "unit":
        return _unit(work, table, source, fields)
    if source is None:
        return "NULL"
    if column.parse in ("low", "high", "number"):
        return _number(work, table, column, fields)
    if column.parse == "year":
        return cells.year(work, source)
    if column.parse == "host":
        return cells.host(work, source)
    if column.parse == "edtf":
        return cells.edtf(work, source)
    if column.parse == "time":
        return cell_times.seconds(work, source)
    if column.parse == "precision" and source in _times(table, fields):
        return cell_times.precision(work, source)
    if column.choices:
        words = {c.casefold(): c for c in column.choices}
        return cells.choice(work, source, words, strict=False, what=f"{' or '.join(column.choices)}", default=None)
    return work.cell(source) if column.type == "VARCHAR" else f"TRY_CAST({work.cell(source)} AS {column.type})"


def _times(table: TableSpec, fields: dict[str, Field]) -> list[Field]:
    """The fields that say when: a precision that has no cell of its own is told from how the time is written."""
    return [fields[c.name] for c in table.columns if c.parse == "time" and c.name in fields]


def _id(work: Desk, source: Field | None, name: Field | None) -> str:
    """What the mapping gives; where it gives nothing, what the name gives."""
    parts = [work.cell(source)] if source else []
    parts += [cells.party_id(work, name)] if name else []
    return f"coalesce({', '.join([*parts, 'NULL'])})"


def _number(work: Desk, table: TableSpec, column: Column, fields: dict[str, Field]) -> str:
    source = fields[column.name]
    read = cells.numbers(work, source)
    is_text_too = any(fields.get(c.name) == source for c in table.columns if c.parse == "text")
    if not column.required and not is_text_too and column.parse != "high":
        bad = "NOT d" if column.parse == "low" else "(NOT d OR a IS DISTINCT FROM b)"
        work.left_empty(read.lookup, read.cell, bad, work.label(source), "a number")
    if column.parse == "number":
        return f"CASE WHEN {read.low} = {read.high} THEN {read.low} END"
    return read.low if column.parse == "low" else read.high


def _unit(work: Desk, table: TableSpec, source: Field | None, fields: dict[str, Field]) -> str:
    """The unit's own cell, else the unit that stands with the number."""
    parts = [work.cell(source)] if source else []
    beside = next((c.name for c in table.columns if c.parse in ("low", "number") and c.name in fields), None)
    parts += [cells.numbers(work, fields[beside]).unit] if beside else []
    return f"coalesce({', '.join([*parts, 'NULL'])})"


def _common(work: Desk, mapping: Mapping, source_id: str, asserted_by: str) -> dict[str, str]:
    said = mapping.columns.get("asserted_by")
    speaker = f"coalesce({work.cell(said)}, {literal(asserted_by)})" if said else literal(asserted_by)
    own = ", ".join(f"{ident(c)} := r.{ident(c)}" for c in work.columns)
    found = {
        "_source": literal(source_id),
        "_row": "r._row",
        "asserted_by": speaker,
        "status": _word(work, mapping.columns.get("status"), _STATUS, "a status", "stated"),
        "polarity": _word(work, mapping.columns.get("polarity"), _POLARITY, "a polarity (+ or -)", "+"),
        "standing": _word(work, mapping.columns.get("standing"), _STANDING, "a standing", mapping.standing),
        "reading": "'table'",
    }
    typed = {name: f"CAST({found[name]} AS {kind})" for name, kind in COMMON.items()}
    original = f"CAST(to_json(struct_pack({own})) AS VARCHAR)" if own else "'{}'"
    original = "CAST(r._original AS VARCHAR)" if work.has_original else original
    return typed | {"_place": "CAST(r._place AS VARCHAR)", "_original": original}


def _word(work: Desk, source: Field | None, words: dict[str, str], what: str, default: str) -> str:
    if source is None:
        return literal(default)
    return cells.choice(work, source, words, strict=True, what=what, default=default)


def _of_this_table(work: Desk, mapping: Mapping) -> str:
    """The condition that a row has any of the mapped cells; rows of other sheets or keys of JSON have none."""
    used = {ident(work.column(f.column)) for f in mapping.columns.values() if f.column is not None}
    condition = " OR ".join(f"r.{column} IS NOT NULL" for column in sorted(used)) or "true"
    others = work.engine.tuples(
        f"SELECT count(*), min(r._row), arg_min(r._place, r._row) FROM {work.relation} WHERE NOT ({condition})"
    )
    count, row, place = others[0]
    if count:
        rows = "1 row has" if count == 1 else f"{count:,} rows have"
        work.notes.append(f"{rows} none of the mapped columns: left out (first {place or f'row {row}'})")
    return condition


def _write(work: Desk, columns: dict[str, str], condition: str, out: Path) -> None:
    chosen = ", ".join(f"{sql} AS {ident(name)}" for name, sql in columns.items())
    order = "ORDER BY r._row" if work.joins else ""  # without joins the engine keeps the order of the file
    out.parent.mkdir(parents=True, exist_ok=True)
    work.engine.run(
        f"COPY (SELECT {chosen} FROM {work.relation} {' '.join(work.joins)} WHERE {condition} {order}) "
        f"TO {literal(str(out))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_GROUP})"
    )
