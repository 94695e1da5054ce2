"""Counts of mentions as series: by name and outlet, in even periods, with what there was to be mentioned in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from cuibono.model import dates
from cuibono.model.finding import Evidence
from cuibono.model.tables import MentionCounts

_USABLE = "COALESCE(status, 'stated') IN ('stated', 'alleged') AND COALESCE(polarity, '+') = '+'"
_NAME = "COALESCE(name_id, LOWER(name_name))"
#: Positions of a year in periods of each length.
SEASON = {"day": 365.25, "week": 52.18, "month": 12.0}


@dataclass(frozen=True, slots=True)
class Series:
    """One name in one outlet: for each period that was seen, its first day, the count and the exposure.

    ``filled`` counts periods in which the outlet was seen and the name was not listed: taken as nought. ``vague``
    counts rows whose time is longer than a period or not known; ``measured`` says that exposure is given.
    """

    key: str
    name: str
    outlet: str | None
    starts: tuple[date, ...]
    counts: NDArray[np.float64]
    exposure: NDArray[np.float64]
    unit: str
    filled: int
    missing: int
    vague: int
    measured: bool

    @property
    def place(self) -> str:
        """Where it is counted."""
        return self.outlet or "an outlet that is not named"


def series(mentions: MentionCounts, *, period: str, outlet: str) -> list[Series]:
    """All names of all outlets; periods in which an outlet was not seen at all are left out, not taken as nought."""
    rows = mentions.sql(
        f"""
        SELECT {_NAME} AS name, MIN(name_name) AS label, outlet AS outlet, "when" AS day,
               CAST(SUM(count) AS DOUBLE) AS count, MAX(exposure) AS exposure, MIN(unit) AS unit,
               CAST(COUNT(*) AS BIGINT) AS many
        FROM {{this}} WHERE {_USABLE} AND count IS NOT NULL AND count >= 0 AND "when" IS NOT NULL
          AND ($outlet = '' OR LOWER(outlet) = LOWER($outlet))
        GROUP BY {_NAME}, outlet, "when" ORDER BY outlet, name, day
        """,
        outlet=outlet,
    )
    outlets: dict[str | None, list[dict[str, object]]] = {}
    for row in rows:
        outlets.setdefault(row["outlet"], []).append(row)
    return [s for name, found in outlets.items() for s in _of_outlet(name, found, period)]


def _of_outlet(outlet: str | None, rows: list[dict[str, object]], period: str) -> Iterator[Series]:
    """The series of one outlet; its exposure is that of its days, whoever is mentioned on them."""
    exposure: dict[date, float] = {}
    counts: dict[str, dict[date, float]] = {}
    labels: dict[str, str] = {}
    vague: dict[str, int] = {}
    days: dict[str, float] = {}
    given = any(r["exposure"] is not None for r in rows)
    for row in rows:
        key = str(row["name"])
        labels.setdefault(key, str(row["label"]))
        start = _start(str(row["day"]), period)
        if start is None:
            vague[key] = vague.get(key, 0) + int(str(row["many"]))
            continue
        counts.setdefault(key, {})[start] = counts.get(key, {}).get(start, 0.0) + float(str(row["count"]))
        size = 1.0 if not given else float(str(row["exposure"])) if row["exposure"] is not None else None
        if size is not None and size > 0:
            days[str(row["day"])] = max(days.get(str(row["day"]), 0.0), size)
    for day, size in days.items():
        start = _start(day, period)
        if start is not None:
            exposure[start] = exposure.get(start, 0.0) + size
    seen = sorted(exposure)
    whole = _between(seen[0], seen[-1], period) if seen else 0
    unit = next((str(r["unit"]) for r in rows if r["unit"]), "pages or items" if given else "days")
    for key, found in counts.items():
        yield Series(
            key, labels[key], outlet, tuple(seen),
            np.array([found.get(s, 0.0) for s in seen]), np.array([exposure[s] for s in seen]),
            unit, sum(s not in found for s in seen), whole - len(seen), vague.get(key, 0), given,
        )  # fmt: skip


def _start(edtf: str, period: str) -> date | None:
    """The first day of the period in which a time lies; None when it does not lie in one."""
    first, last = dates.bounds(edtf)
    if first is None or last is None:
        return None
    one, other = (_floor(d, period) for d in (first, last))
    return one if one == other else None


def _floor(day: date, period: str) -> date:
    if period == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if period == "week" else day


def _between(first: date, last: date, period: str) -> int:
    """How many periods there are from one to another, both counted."""
    if period == "month":
        return (last.year - first.year) * 12 + last.month - first.month + 1
    return (last - first).days // (7 if period == "week" else 1) + 1


def is_meant(series: Series, name: str) -> bool:
    """Whether a series is of the name that is asked for, by its id or in any case; all are when none is."""
    return not name or name.casefold() in (series.key, series.name.casefold())


def evidence(mentions: MentionCounts, asked: Series) -> Evidence:
    """The rows of one name in one outlet."""
    if asked.outlet is None:
        return mentions.where(f"{_USABLE} AND {_NAME} = $name AND outlet IS NULL", name=asked.key)
    return mentions.where(f"{_USABLE} AND {_NAME} = $name AND outlet = $outlet", name=asked.key, outlet=asked.outlet)
