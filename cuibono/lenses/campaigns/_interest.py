"""Search interest by region: which rank a name's home region has, draw by draw, before and after a day."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cuibono.model.tables import SearchInterest

Floats = NDArray[np.float64]
USABLE = "COALESCE(status, 'stated') IN ('stated', 'alleged') AND COALESCE(polarity, '+') = '+' AND value IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A name and its home region: its rank in every draw, among how many regions, and the regions ahead in the mean.

    ``listed`` is False when the home region is not among the regions listed, and ranks behind them all.
    """

    name: str
    home: str
    ranks: Floats
    regions: int
    ahead: tuple[tuple[str, float], ...]
    own: float
    listed: bool
    time: str

    @property
    def rank(self) -> float:
        """The mean rank over draws."""
        return float(self.ranks.mean())

    @property
    def place(self) -> float:
        """0 when the home region is first, 1 when it is last, whatever the number of regions."""
        return (self.rank - 1) / max(self.regions - 1, 1)


def ranked(interest: SearchInterest, home: str, when: str = "", since: str = "") -> list[Ranked]:
    """Every name whose home region is known; ``when`` is "", "before" or "after" the day ``since``."""
    rows = interest.sql(
        f"""
        SELECT LOWER(name) AS key, MIN(name) AS name, COALESCE(draw, '') AS draw, region AS region,
               AVG(value) AS value, MIN(COALESCE(home, $home)) AS home, MIN(period) AS first, MAX(period) AS last
        FROM {{this}}
        WHERE {USABLE} AND (
            $when = ''
            OR ($when = 'before' AND period < LEFT($since, LENGTH(period)))
            OR ($when = 'after' AND (period > LEFT($since, LENGTH(period))
                OR (period = LEFT($since, LENGTH(period)) AND LENGTH($since) <= LENGTH(period))))
        )
        GROUP BY LOWER(name), COALESCE(draw, ''), region ORDER BY key, draw, region
        """,
        home=home,
        when=when,
        since=since,
    )
    by_name: dict[str, dict[str, dict[str, float]]] = {}
    told: dict[str, tuple[str, str]] = {}
    times: dict[str, list[str]] = {}
    for row in rows:
        times.setdefault(row["key"], []).extend(t for t in (row["first"], row["last"]) if t)
        by_name.setdefault(row["key"], {}).setdefault(row["draw"], {})[row["region"]] = row["value"]
        told.setdefault(row["key"], (row["name"], row["home"] or ""))
    return [
        r
        for key, draws in by_name.items()
        if told[key][1] and (r := _ranked(*told[key], draws, _span(times[key]))) is not None
    ]


def _span(times: list[str]) -> str:
    """The time from the first period to the last, as EDTF; empty when none is said."""
    first, last = min(times, default=""), max(times, default="")
    return first if first == last else f"{first}/{last}"


def _ranked(name: str, home: str, draws: dict[str, dict[str, float]], time: str) -> Ranked | None:
    regions = sorted({r for values in draws.values() for r in values})
    if len(regions) < 2:
        return None
    mine = next((r for r in regions if r.lower() == home.lower()), None)
    ranks = []
    for values in draws.values():
        own = values.get(mine or "", float("-inf"))
        ranks.append(1 + sum(v > own for r, v in values.items() if r != mine))
    mean = {r: float(np.mean([v[r] for v in draws.values() if r in v])) for r in regions}
    own = mean.get(mine or "", 0.0)
    ahead = sorted(((r, v) for r, v in mean.items() if r != mine and v > own), key=lambda x: (-x[1], x[0]))
    return Ranked(
        name,
        mine or home,
        np.array(ranks, dtype=np.float64),
        len(regions) + (mine is None),
        tuple(ahead),
        own,
        mine is not None,
        time,
    )
