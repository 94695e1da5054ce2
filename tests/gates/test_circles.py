"""Invented schools, clubs and meetings in which it is known who was there together, and for how many days.

The dates that the lens sees are those that sources give: days, months or years, some without an end, some not at all.
Measured is which pairs it names, and how often the true days lie within its interval.
"""

from datetime import date, timedelta
from typing import Any

import numpy as np

from cuibono.testing.desk import ask, findings
from tests.gates.floors import below

UNITS, PEOPLE = 40, 60
_LAST = date(2010, 12, 31)
Rows = list[dict[str, Any]]
Stint = tuple[int, date, date]


def _planted(rng: np.random.Generator) -> tuple[dict[tuple[str, str, str], int], Rows]:
    """True days together by pair and type of tie (dated ones only), and the rows."""
    days: dict[tuple[str, str, str], int] = {}
    rows: Rows = []
    for unit in range(UNITS):
        kind = str(rng.choice(["member", "educated_at", "employment"]))
        stints = [_stint(rng, int(p)) for p in rng.choice(PEOPLE, size=int(rng.integers(2, 7)), replace=False)]
        dated = [s for s in stints if rng.random() < 0.85]
        rows += [_row(rng, s, f"unit {unit}", kind, dated=s in dated) for s in stints]
        for i, (a, begin_a, end_a) in enumerate(dated):
            for b, begin_b, end_b in dated[i + 1 :]:
                both = (min(end_a, end_b) - max(begin_a, begin_b)).days + 1
                if both > 0:
                    one, other = sorted((f"person {a:02d}", f"person {b:02d}"))
                    days[one, other, kind] = days.get((one, other, kind), 0) + both
    return days, rows


def _stint(rng: np.random.Generator, person: int) -> Stint:
    begin = date(1980, 1, 1) + timedelta(days=int(rng.integers(0, 9_000)))
    return person, begin, min(begin + timedelta(days=int(rng.integers(200, 2_500))), _LAST)


def _row(rng: np.random.Generator, stint: Stint, unit: str, kind: str, *, dated: bool) -> dict[str, Any]:
    person, begin, end = stint
    row: dict[str, Any] = {"from_name": f"person {person:02d}", "to_name": unit, "type": kind}
    if dated:
        size = int(rng.choice([4, 7, 10]))
        row |= {"since": begin.isoformat()[:size], "until": end.isoformat()[:size]}
    return row


def measure() -> dict[str, float]:
    """Recall of pairs that were together, precision of those said to have been for sure, coverage of the true days."""
    days, rows = _planted(np.random.default_rng(7))
    found = findings(ask("actors.circles", {"relations": rows}, most=2_000))
    named = {(f.about[0], f.about[1], f.about[2].replace(" ", "_")): f for f in found}
    sure = [key for key, f in named.items() if "were at the same time" in f.says]
    within = [_within(f, days.get(key, 0)) for key, f in named.items()]
    return {
        "recall": len(days.keys() & named.keys()) / len(days),
        "sure ones right": sum(key in days for key in sure) / len(sure),
        "coverage": sum(within) / len(within),
    }


def _within(found: Any, true: int) -> bool:
    low = found.measure.value if found.measure.low is None else found.measure.low
    high = found.measure.value if found.measure.high is None else found.measure.high
    return bool(low <= true <= high)


def test_pairs_that_were_together_are_found_with_their_days() -> None:
    assert below("actors.circles", measure()) == []
