"""The calendars of actors: the days on which something of theirs happened, as far as the day is known."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cuibono.measures.coincidence import Coincidence, Lag
from cuibono.model import dates
from cuibono.model.finding import Evidence
from cuibono.model.tables import DatedEvents

_USABLE = "COALESCE(status, 'stated') IN ('stated', 'alleged') AND COALESCE(polarity, '+') = '+'"
_ACTOR = "COALESCE(actor_id, LOWER(actor_name))"


@dataclass(frozen=True, slots=True)
class Calendar:
    """One actor's days, as ordinals, each once; ``vague`` counts events whose day is not known."""

    actor: str
    name: str
    days: NDArray[np.int64]
    vague: int
    sources: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two calendars, over how many days both are known, and what their meeting comes to."""

    first: Calendar
    second: Calendar
    met: Coincidence
    lag: Lag
    span: int


def calendars(events: DatedEvents, *, kind: str) -> list[Calendar]:
    """The calendars of all actors, those with most events first."""
    rows = events.sql(
        f"""
        SELECT {_ACTOR} AS actor, MIN(actor_name) AS name, "when" AS day, CAST(COUNT(*) AS BIGINT) AS count
        FROM {{this}} WHERE {_USABLE} AND ($kind = '' OR LOWER(kind) = LOWER($kind)) AND "when" IS NOT NULL
        GROUP BY {_ACTOR}, "when" ORDER BY actor, day
        """,
        kind=kind,
    )
    sources = {r["actor"]: r["n"] for r in events.sql(_SOURCES)}
    grouped: dict[str, list[dict[str, object]]] = {}
    for row in rows:
        grouped.setdefault(row["actor"], []).append(row)
    made = [_calendar(actor, found, int(sources.get(actor, 1))) for actor, found in grouped.items()]
    return sorted(made, key=lambda c: (-len(c.days), c.name))


_SOURCES = f"SELECT {_ACTOR} AS actor, COUNT(DISTINCT _source) AS n FROM {{this}} GROUP BY {_ACTOR}"


def _calendar(actor: str, rows: list[dict[str, object]], sources: int) -> Calendar:
    days: set[int] = set()
    vague = 0
    for row in rows:
        first, last = dates.bounds(str(row["day"]))
        if first is not None and first == last:
            days.add(first.toordinal())
        else:
            vague += int(str(row["count"]))
    return Calendar(actor, str(rows[0]["name"]), np.array(sorted(days), dtype=np.int64), vague, sources)


def evidence(events: DatedEvents, first: Calendar, second: Calendar, *, kind: str) -> Evidence:
    """The events of two actors."""
    given = {"actors": [first.actor, second.actor]}
    condition = f'{_USABLE} AND LIST_CONTAINS($actors, {_ACTOR}) AND "when" IS NOT NULL'
    if kind:
        return events.where(f"{condition} AND LOWER(kind) = LOWER($kind)", kind=kind, **given)
    return events.where(condition, **given)
