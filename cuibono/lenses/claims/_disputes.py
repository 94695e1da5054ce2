"""Disputes: accounts of one thing that cannot all be true, told from the sides that SQL left."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cuibono.lenses.claims._sides import FIRST, LAST, USABLE
from cuibono.measures.disagreement import OPEN, Apart, apart
from cuibono.model.finding import Evidence
from cuibono.model.tables import Assertions

SHOWN = 6

_VALUES = ("low_from", "low_to", "high_from", "high_to")


@dataclass(frozen=True, slots=True)
class Side:
    """One account: the value as it was said and by whom, its ends, and the time that it is meant for.

    ``words`` is the value as it is compared when it is text. Ends are None where they are open. ``denies`` says
    that the speaker denies the value.
    """

    value: str
    speaker: str | None
    alleged: bool
    denies: bool
    words: str
    low: float | None
    high: float | None
    earliest: date | None
    latest: date | None
    from_day: date | None
    until_day: date | None
    below: bool
    above: bool


@dataclass(frozen=True, slots=True)
class Dispute:
    """Everything said of one property of one thing that cannot all be true.

    ``sides`` are the accounts to print, ``more`` how many there are beside; ``gap`` lies between the two farthest
    apart; ``values`` counts different ones, ``speakers`` different names (None: someone is not named);
    ``denied`` is the value that one affirms and another denies. ``undated`` says that an account has no time.
    """

    about_id: str
    name: str
    property: str
    kind: str
    unit: str
    sides: tuple[Side, ...]
    more: int
    gap: float
    values: int
    speakers: int | None
    denied: str | None
    undated: bool
    edges: dict[str, Any]


def disputes(assertions: Assertions, tolerance: float) -> Iterator[Dispute]:
    """The disputes that are left once times and roundings are allowed for, in the order of their keys."""
    rows = assertions.arrays(
        """
        SELECT side, dispute, low, high, start_day, end_day, slack, is_exact, speaker_code, is_nameless
        FROM contradictions_sides ORDER BY side
        """
    )
    if not rows["side"].size:
        return
    found = apart(
        rows["dispute"],
        rows["low"],
        rows["high"],
        rows["start_day"],
        rows["end_day"],
        slack=rows["slack"],
        tolerance=np.where(rows["is_exact"] == 1, 0.0, tolerance),
    )
    flagged = np.flatnonzero(found.below | found.above)
    if not flagged.size:
        return
    groups = np.split(flagged, np.flatnonzero(np.diff(rows["dispute"][flagged])) + 1)
    printed = [np.concatenate([g[: SHOWN // 2], g[-SHOWN // 2 :]]) if g.size > SHOWN else g for g in groups]
    text = _texts(assertions, rows["side"][np.concatenate(printed)])
    for group, chosen in zip(groups, printed, strict=True):
        yield _dispute(rows, found, group, chosen, text)


def _texts(assertions: Assertions, sides: NDArray[Any]) -> dict[int, dict[str, Any]]:
    listed = assertions.sql(
        """
        SELECT side, about_id, about_name, property, kind, unit, denied, is_denial, value, speaker, alleged, denies,
               words
        FROM contradictions_sides WHERE side IN (SELECT UNNEST($sides) AS chosen)
        """,
        sides=[int(s) for s in sides],
    )
    return {row["side"]: row for row in listed}


def _dispute(
    rows: dict[str, NDArray[Any]],
    found: Apart,
    group: NDArray[Any],
    chosen: NDArray[Any],
    text: dict[int, dict[str, Any]],
) -> Dispute:
    first = text[int(rows["side"][chosen[0]])]
    sides = dict.fromkeys(_side(rows, found, int(at), text[int(rows["side"][at])]) for at in chosen)
    nameless = bool(rows["is_nameless"][group].any())
    denial = bool(first["is_denial"])
    return Dispute(
        about_id=first["about_id"],
        name=first["about_name"] or first["about_id"],
        property=first["property"],
        kind=first["kind"],
        unit=first["unit"],
        sides=tuple(sides),
        more=int(group.size - chosen.size),
        gap=float(found.gap[group].max()),
        values=int(np.unique(rows["low"][group]).size),
        speakers=None if nameless else int(np.unique(rows["speaker_code"][group]).size),
        denied=first["denied"] if denial else None,
        undated=bool(((rows["start_day"][group] == FIRST) & (rows["end_day"][group] == LAST)).any()),
        edges=_edges(rows, found, group),
    )


def _side(rows: dict[str, NDArray[Any]], found: Apart, at: int, text: dict[str, Any]) -> Side:
    low, high = (None if abs(rows[k][at]) >= OPEN else float(rows[k][at]) for k in ("low", "high"))
    kind = "denial" if text["is_denial"] else text["kind"]
    start, end = int(rows["start_day"][at]), int(rows["end_day"][at])
    return Side(
        value=text["value"] or "",
        speaker=text["speaker"],
        alleged=bool(text["alleged"]),
        denies=bool(text["denies"]),
        words=text["words"] or "",
        low=low if kind == "number" else None,
        high=high if kind == "number" else None,
        earliest=_day(low) if kind == "date" else None,
        latest=_day(high) if kind == "date" else None,
        from_day=_day(start) if start != FIRST else None,
        until_day=_day(end) if end != LAST else None,
        below=bool(found.below[at]),
        above=bool(found.above[at]),
    )


def _day(days: float | None) -> date | None:
    return None if days is None else date.fromordinal(date(1970, 1, 1).toordinal() + int(days))


def _edges(rows: dict[str, NDArray[Any]], found: Apart, group: NDArray[Any]) -> dict[str, Any]:
    """Between which values and days the accounts in conflict lie: what the evidence is selected by."""
    below, above = rows["high"][group[found.below[group]]], rows["low"][group[found.above[group]]]
    return {
        "low_from": float(above.min()),
        "low_to": float(above.max()),
        "high_from": float(below.min()),
        "high_to": float(below.max()),
        "first": int(rows["start_day"][group].min()),
        "last": int(rows["end_day"][group].max()),
    }


def evidence(assertions: Assertions, dispute: Dispute) -> Evidence:
    """The rows in conflict, chosen by conditions on what they say."""
    parts = ["about_id = $about", "property = $property", "kind = $kind", "COALESCE(unit, '') = $unit", USABLE]
    params: dict[str, Any] = {k: getattr(dispute, k) for k in ("property", "kind", "unit")}
    params["about"] = dispute.about_id
    edges = dispute.edges
    if dispute.denied is None:
        parts.append("COALESCE(polarity, '+') <> '-'")
        if dispute.kind in ("number", "date"):
            parts.append(_between(dispute.kind))
            params |= {k: edges[k] if dispute.kind == "number" else _iso(edges[k]) for k in _VALUES}
    else:
        parts.append("LIST_CONTAINS($values, value)")
        params["values"] = sorted({s.value for s in dispute.sides})
    if edges["last"] != LAST:
        parts.append("(from_day IS NULL OR from_day <= CAST($last AS DATE))")
        params["last"] = _iso(edges["last"])
    if edges["first"] != FIRST:
        parts.append("(until_day IS NULL OR until_day >= CAST($first AS DATE))")
        params["first"] = _iso(edges["first"])
    return assertions.where(" AND ".join(parts), **params)


def _between(kind: str) -> str:
    low, high = ("low", "high") if kind == "number" else ("earliest", "latest")
    ends = [f"${v}" if kind == "number" else f"CAST(${v} AS DATE)" for v in _VALUES]
    return f"({low} BETWEEN {ends[0]} AND {ends[1]} OR {high} BETWEEN {ends[2]} AND {ends[3]})"


def _iso(days: float) -> str:
    found = _day(days)
    assert found is not None
    return found.isoformat()
