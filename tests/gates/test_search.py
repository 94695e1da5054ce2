"""Invented search interest: names that are searched for at home, and now and then one that is not.

Sampled indices are told as a page of trends tells them: scaled so that the largest is 100, in whole numbers, differing
a little from draw to draw. Measured is how often the planted name is called unusual, and an ordinary one is not.
"""

from typing import Any

import numpy as np

from cuibono.testing.desk import ask, findings
from tests.gates.floors import below

WORLDS, NAMES, REGIONS = 60, 25, 22
SLACK = 0.03


def _rows(rng: np.random.Generator, *, planted: bool) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for name in range(NAMES):
        level = rng.gamma(2.0, 12.0, REGIONS)
        level[0] = level.max() * rng.uniform(0.5, 1.4)  # at home a name is among the first, if not the first
        if name == 0 and planted:
            level[0] = np.sort(level)[REGIONS // 5]
        for draw in range(3):
            seen = rng.poisson(level * 8) / 8
            scaled = np.round(100 * seen / seen.max())
            rows += [
                {
                    "name": f"Name {name}",
                    "region": f"Region {r}",
                    "value": float(v),
                    "period": "2024",
                    "draw": str(draw),
                }
                for r, v in enumerate(scaled)
            ]
    return rows


def _unusual(seed: int, *, planted: bool) -> bool:
    rows = _rows(np.random.default_rng([seed, planted]), planted=planted)
    (found,) = findings(ask("campaigns.search", {"search_interest": rows}, name="Name 0", home="Region 0"))
    return "unusually low" in found.says


def measure() -> dict[str, float]:
    """How often the planted name is found, and how often an ordinary one is left alone (95 in 100 by rights)."""
    return {
        "power": float(np.mean([_unusual(seed, planted=True) for seed in range(WORLDS)])),
        "left alone": float(np.mean([not _unusual(seed, planted=False) for seed in range(WORLDS)])),
    }


def test_planted_names_are_found_and_ordinary_ones_left_alone() -> None:
    assert below("campaigns.search", measure()) == []
