"""With as many accounts as were planned for, a gap is found as often as was planned."""

from math import ceil

import numpy as np

from cuibono.measures.account_means import accounts_needed, compared, intraclass
from tests.gates.arms import ALIKE, GAP, SHARE, SHOWN, arm
from tests.gates.floors import below

WORLDS = 120


def measure() -> dict[str, float]:
    """The share of worlds in which the gap is found (80 % were planned), and how near pilots come to the likeness."""
    rng = np.random.default_rng(11)
    need = ceil(accounts_needed(SHARE + GAP / 2, GAP, ALIKE, SHOWN, power=0.8))
    found = [compared(arm(rng, need, SHARE + GAP), arm(rng, need, SHARE)).p <= 0.05 for _ in range(WORLDS)]
    pilots = [intraclass(SHOWN * arm(rng, 40, SHARE), np.full(40, float(SHOWN))) for _ in range(WORLDS)]
    return {"gap found": float(np.mean(found)), "likeness within": 1 - abs(float(np.mean(pilots)) - ALIKE) / ALIKE}


def test_accounts_that_were_planned_for_suffice() -> None:
    assert below("feeds.power", measure()) == []
