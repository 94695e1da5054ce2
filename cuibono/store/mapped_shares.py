"""Shares: percent or fraction? Decided once per column, said aloud, and applied to both ends."""

import re
from collections.abc import Collection

from cuibono.store.mapped_cells import Desk, Numbers, numbers
from cuibono.store.mapping_file import Field

_NAMED = re.compile(r"%|pct|per\s?cent|prozent|pour\W?cent|百分", re.IGNORECASE)
_SLACK = 1e-6  # a sum of rounded percents may end a hair above 100
_INSIDE = 1e-9  # how far "more than half" lies above a half, so that it is a majority


def share_ends(desk: Desk, fields: dict[str, Field], strict: Collection[str] = ()) -> dict[str, str]:
    """SQL for every share column, 0 to 1; fields are those of the share columns, by column name.

    In ``strict`` columns "more than half" is no half: the end lies a hair inside.

    Percent when the mapping says so, or the column's name, or a percent sign in a cell; else when any value
    of the share columns that leave it open is above 1. An open end is 0 or 1: a share lies in between.
    """
    read = {name: numbers(desk, source) for name, source in fields.items()}
    said = {name: _said(desk, source, read[name]) for name, source in fields.items()}
    open_ = {name: read[name] for name in fields if said[name] is None}
    largest = _largest(desk, list({n.cell: n for n in open_.values()}.values()))
    ends = {}
    noted = set()
    for name, source in fields.items():
        percent, why = said[name] or (largest > 1, _by_size(largest))
        ends[name] = _end(name, read[name], percent, strict=name in strict)
        if read[name].cell not in noted:
            noted.add(read[name].cell)
            desk.notes.append(f"{desk.label(source)} is read as {'percent' if percent else 'fractions of 1'}: {why}")
    return ends


def _said(desk: Desk, source: Field, read: Numbers) -> tuple[bool, str] | None:
    if source.unit:
        return source.unit == "percent", "the mapping says so"
    if source.column and _NAMED.search(source.column):
        return True, "its name says so" + _doubt(desk, read)
    signs = f"SELECT 1 FROM {read.lookup.table} WHERE e AND regexp_matches(cell, '[0-9]') LIMIT 1"
    return (True, "its cells say percent" + _doubt(desk, read)) if desk.engine.value(signs) else None


def _doubt(desk: Desk, read: Numbers) -> str:
    """What to look at when a percent column holds bare numbers, none of them above 1."""
    if not 0 < _largest(desk, [read]) <= 1:
        return ""
    return " (its bare numbers are not above 1: if they are fractions, say unit: fraction in a mapping)"


def _by_size(largest: float) -> str:
    return f"it goes up to {largest:g}" if largest > 1 else "no value is above 1"


def _largest(desk: Desk, columns: list[Numbers]) -> float:
    if not columns:
        return 0.0
    tops = ", ".join(
        f"max(CASE WHEN NOT {n.says_percent} THEN greatest({n.low}, {n.high}) END) AS top_{i}"
        for i, n in enumerate(columns)
    )
    (row,) = desk.engine.tuples(f"SELECT {tops} FROM {desk.relation} {' '.join(desk.joins)}")
    return max((top for top in row if top is not None), default=0.0)


def _end(name: str, read: Numbers, percent: bool, *, strict: bool) -> str:
    value, natural, way = (read.low, "0.0", "greatest") if name.endswith("low") else (read.high, "1.0", "least")
    divisor = "100" if percent else f"CASE WHEN {read.says_percent} THEN 100 ELSE 1 END"
    share = f"({value} / {divisor} + {_INSIDE} * {way}({read.inside}, 0))" if strict else f"({value} / {divisor})"
    near = f"WHEN {share} > 1 AND {share} <= {1 + _SLACK} THEN 1.0 WHEN {share} < 0 AND {share} >= -{_SLACK} THEN 0.0"
    return f"CASE WHEN NOT {read.read} THEN NULL WHEN {value} IS NULL THEN {natural} {near} ELSE {share} END"
