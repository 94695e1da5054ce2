"""Invented calendars that have nothing to do with each other, and some that do; ``bench/signals.py`` runs 2,000 worlds.

Worlds without a tie come in five rhythms: even, in bursts, growing, on weekdays, by season. In the others one actor
follows part of the other's events within days.
"""

import numpy as np

from cuibono.measures.coincidence import coincidence, leading, moved
from tests.gates.floors import below

WORLDS, SPAN, WITHIN, LAGS, DRAWS = 100, 900, 3, 10, 99
RHYTHMS = ("even", "bursts", "growing", "weekdays", "season")


def calendar(rng: np.random.Generator, rhythm: str) -> np.ndarray:
    """12 to 60 days of one actor."""
    count = int(rng.integers(12, 60))
    if rhythm == "bursts":
        starts = rng.integers(0, SPAN, max(2, count // 5))
        return np.unique((starts[rng.integers(0, len(starts), count)] + rng.geometric(0.3, count)) % SPAN)
    days = np.arange(SPAN)
    weights = {
        "even": np.ones(SPAN),
        "growing": np.linspace(0.2, 2, SPAN),
        "weekdays": np.where(days % 7 < 5, 1, 0.1),
        "season": 1 + 0.9 * np.sin(2 * np.pi * days / 365),
    }[rhythm]
    return np.unique(rng.choice(SPAN, count, p=weights / weights.sum()))


def p_values(rng: np.random.Generator, first: np.ndarray, second: np.ndarray) -> tuple[float, float]:
    """The p-value of falling together, and that of the lag."""
    chance = moved(second, SPAN, most=45, gap=7, keep_weekdays=True, draws=DRAWS, rng=rng)
    met = coincidence(first, second, SPAN, within=WITHIN, calendars=chance)
    return met.p, leading(first, second, SPAN, most=LAGS, width=1, calendars=chance).p


def alarms(worlds: int) -> tuple[float, float]:
    """The shares of worlds without a tie in which one is found, and in which a lag is."""
    rng = np.random.default_rng(20_261)
    found = np.array(
        [p_values(rng, *(calendar(rng, RHYTHMS[n % len(RHYTHMS)]) for _ in range(2))) for n in range(worlds)]
    )
    return float((found[:, 0] <= 0.05).mean()), float((found[:, 1] <= 0.05).mean())


def power(worlds: int) -> float:
    """The share of worlds found in which half of the second's events follow the first's by one to three days."""
    rng = np.random.default_rng(20_262)
    hits = 0
    for n in range(worlds):
        first, second = (calendar(rng, RHYTHMS[n % len(RHYTHMS)]) for _ in range(2))
        follows = rng.choice(first, max(1, len(second) // 2)) + rng.integers(1, WITHIN + 1, max(1, len(second) // 2))
        kept = rng.choice(second, len(second) - len(follows), replace=False)
        hits += p_values(rng, first, np.unique(np.clip(np.concatenate([kept, follows]), 0, SPAN - 1)))[0] <= 0.05
    return hits / worlds


def measure(worlds: int = WORLDS) -> dict[str, float]:
    """Shares of worlds that are answered rightly."""
    together, lag = alarms(worlds)
    return {
        "quiet worlds without an alarm": 1 - together,
        "quiet worlds without a lag": 1 - lag,
        "power": power(worlds),
    }


def test_quiet_worlds_stay_quiet_and_followers_are_found() -> None:
    assert below("signals.coincidence", measure()) == []
