"""What is recorded, in words: each row as an outcome tells it, and what stands there where nothing could be decided."""

from collections.abc import Sequence
from typing import Any

from cuibono.case.docket.rows import Dated, Edge, Figure, Happening, Holding, Share


def number(value: float | None) -> str:
    """A number without noughts that nobody wrote."""
    return "?" if value is None else f"{round(value, 2):,.2f}".rstrip("0").rstrip(".")


def percent(part: float | None) -> float | None:
    """A part of one as a percentage."""
    return None if part is None else round(100 * part, 9)


def share(row: Share) -> str:
    """A recorded share: "64 % of wafer, production, 2021"."""
    low, high = percent(row.low), percent(row.high)
    if low is None and high is None and row.amount is not None:
        return amount(row)
    return f"{number(low)} % of {_of(row)}" if low == high else f"{number(low)} to {number(high)} % of {_of(row)}"


def amount(row: Share) -> str:
    """A recorded quantity of a share's row."""
    return f"{number(row.amount)} {row.unit} of {_of(row)}"


def _of(row: Share) -> str:
    """The good as a record names it: "wafer production, 2021"."""
    parts = [" ".join(p for p in (row.market, row.stage) if p), row.basis, str(row.year or "")]
    return ", ".join(p for p in parts if p)


def holding(row: Holding) -> str:
    """A recorded holding: who holds how much of what, since when."""
    low, high = percent(row.low), percent(row.high)
    part = f"{number(low)} %" if low == high else f"{number(low)} to {number(high)} %"
    part = "a part that is not given" if low is None and high is None else part
    times = f", {row.since or ''} to {row.until or 'now'}" if row.since or row.until else ""
    return f"{row.owner.name} holds {part} of {row.asset.name}{f' ({row.share_of})' if row.share_of else ''}{times}"


def figure(row: Figure) -> str:
    """A recorded figure with its unit, place and time."""
    span = number(row.low) if row.low == row.high else f"{number(row.low)} to {number(row.high)}"
    unit = f" {row.unit}" if row.unit else ""
    where = f", {row.place}" if row.place and row.place != row.subject.name else ""
    return f"{row.subject.name}: {row.indicator}, {span}{unit}{where}, {row.period or 'no time'}"


def edge(row: Edge) -> str:
    """A recorded tie, with its times; a denial says that it is one."""
    times = f", {row.start or ''} to {row.end or 'now'}" if row.start or row.end else ""
    denied = "denied: " if row.polarity == "-" else ""
    return f"{denied}{row.one.name}: {row.role or row.schema.lower()}, {row.other.name}{times}"


def dated(row: Dated) -> str:
    """A recorded date: "incorporationDate 1921-09-14"."""
    return f"{row.prop} {row.value}"


def happening(row: Happening) -> str:
    """A recorded event: what happened, and when."""
    return f"{row.what or row.kind}, {row.when}"


_TOLD: dict[type, Any] = {
    Happening: happening,
    Share: share,
    Holding: holding,
    Figure: figure,
    Edge: edge,
    Dated: dated,
}
_MOST = 2


def recorded(rows: Sequence[Any]) -> str:
    """What rows say and who recorded them, in a few words; empty where there are none."""
    lines = dict.fromkeys(f"{_TOLD[type(r)](r)} ({r.by})" for r in rows if type(r) in _TOLD)
    more = f"; and {len(lines) - _MOST:,} more" if len(lines) > _MOST else ""
    return "; ".join([*lines][:_MOST]) + more
