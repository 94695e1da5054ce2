"""An invented city whose truth is known: homes and work are inferred as surely as is said, and unicity is that of sets.

``bench/exposure.py`` runs 25,000 people and 2.3 million points.
"""

import numpy as np

from cuibono.measures.routine_places import calibrated, calibration_error, homes, stated, works
from cuibono.measures.unicity import index, unicity
from cuibono.simulate.city import City, city
from tests.gates.floors import below

PEOPLE = 4_000


def surely(made: City) -> tuple[float, float, float]:
    """The share of homes that are right, and the calibration errors of home and work where it was not fitted."""
    people = made.home.size
    home = homes(made.account, made.cell, made.time, people)
    work = works(made.account, made.cell, made.time, people, home.cell)
    half, errors = np.arange(people) % 2 == 0, []
    for places, right in ((home, home.cell == made.home), (work, work.cell == made.work)):
        able = places.cell >= 0
        table = calibrated(places.score[able & half], right[able & half])
        errors.append(calibration_error(stated(table, places.score[able & ~half]), right[able & ~half]))
    return float((home.cell == made.home).mean()), errors[0], errors[1]


def by_sets(made: City, accounts: list[int], points: np.ndarray, known: int, seed: int) -> float:
    """Unicity of some accounts by comparing sets with everybody."""
    rng = np.random.default_rng(seed)
    sets: list[set[int]] = [set() for _ in range(made.home.size)]
    for a, p in zip(made.account.tolist(), points.tolist(), strict=True):
        sets[a].add(p)
    alone = tried = 0
    for a in accounts:
        if len(sets[a]) >= known:
            drawn = set(rng.choice(sorted(sets[a]), known, replace=False).tolist())
            alone += sum(drawn <= s for s in sets) == 1
            tried += 1
    return alone / tried


def measure() -> dict[str, float]:
    """Shares of what is right, and how near what is stated lies to it."""
    made = city(PEOPLE, seed=5)
    right, home, work = surely(made)
    hour = made.time // 3600
    points = np.unique(made.cell * 1_000_003 + hour, return_inverse=True)[1].ravel()
    quick, _ = unicity(index(made.account, points), 2, np.random.default_rng(1))
    slow = by_sets(made, list(range(0, PEOPLE, 4)), points, 2, 2)
    return {"homes right": right, "calibration": 1 - max(home, work), "unicity as by sets": 1 - abs(quick - slow)}


def test_what_is_stated_is_what_is_so() -> None:
    assert below("exposure.holder", measure()) == []
