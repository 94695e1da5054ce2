"""Series without a change that alarms must leave in peace, and a drop by 30 percent that must be found.

``bench/signals.py`` makes 1,000 of each kind, with ruptures' defaults beside it.
"""

import numpy as np

from cuibono.measures.change_point import change
from tests.gates.attention_worlds import DROP, KINDS, WEEKS, series
from tests.gates.floors import below

SERIES, DRAWS = 300, 199


def share(kind: str, count: int, *, drop: float, draws: int = DRAWS) -> float:
    """The share of series of a kind in which a change is found at a nominal five percent."""
    rng = np.random.default_rng(11 + KINDS.index(kind))
    exposure = np.ones(WEEKS)
    found = [change(series(rng, kind, drop=drop), exposure, 52, draws=draws, seed=n).p <= 0.05 for n in range(count)]
    return float(np.mean(found))


def measure(count: int = SERIES) -> dict[str, float]:
    """For each kind, the share of series without a change that stay quiet, and of drops that are found."""
    quiet = {f"quiet: {kind}": 1 - share(kind, count, drop=0.0) for kind in KINDS}
    return quiet | {f"power: {kind}": share(kind, count, drop=DROP) for kind in KINDS}


def test_quiet_series_stay_quiet_and_a_drop_is_found() -> None:
    assert below("signals.attention", measure()) == []
