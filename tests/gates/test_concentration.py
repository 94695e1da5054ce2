"""Invented markets whose true shares are known, told the way sources tell them: cut off, rounded, in bands.

Measured is whether the lens names the truly concentrated ones, whether what it names is so, and how often the true
index lies within the interval it gives.
"""

from typing import Any

import numpy as np

from cuibono.model.finding import Finding
from cuibono.testing.desk import ask, findings
from tests.gates.floors import below

MARKETS = 200
THRESHOLD = 0.25

Row = dict[str, Any]


def _market(rng: np.random.Generator, number: int) -> tuple[np.ndarray, list[Row]]:
    """True shares, largest first, and the rows in which one of five kinds of source tells them."""
    shares = np.sort(rng.dirichlet(np.full(rng.integers(2, 30), rng.choice([0.15, 0.4, 1.0]))))[::-1]
    tell = (_all, _largest, _rounded, _banded, _with_sums)[number % 5]
    keys = {"market": f"good {number:03d}", "basis": "production", "year": 2021}
    return shares, [keys | row for row in tell(shares)]


def _row(name: str, low: float, high: float) -> Row:
    return {"supplier_name": name, "share_low": float(low), "share_high": float(high)}


def _all(shares: np.ndarray) -> list[Row]:
    return [_row(f"Land {i}", s, s) for i, s in enumerate(shares)]


def _largest(shares: np.ndarray) -> list[Row]:
    """Only the five largest."""
    return _all(shares[:5])


def _rounded(shares: np.ndarray) -> list[Row]:
    """Whole percent, as the press prints them; what rounds to nothing is not printed."""
    return [r for r in _all(np.round(shares, 2)) if r["share_low"]]


def _banded(shares: np.ndarray) -> list[Row]:
    """In steps of ten percent, the smallest ones not at all."""
    floor = np.floor(shares * 10) / 10
    return [_row(f"Land {i}", low, low + 0.1) for i, low in enumerate(floor) if low > 0]


def _with_sums(shares: np.ndarray) -> list[Row]:
    """With a row for the rest and a row for the world."""
    rest = float(shares[5:].sum())
    return [*_largest(shares), _row("Others", rest, rest), _row("World", 1.0, 1.0)]


def _planted() -> tuple[dict[str, float], list[Row]]:
    rng = np.random.default_rng(20211122)
    truth: dict[str, float] = {}
    rows: list[Row] = []
    for number in range(MARKETS):
        shares, told = _market(rng, number)
        if told:
            truth[told[0]["market"]] = float((shares**2).sum())
            rows += told
    return truth, rows


def _within(found: Finding, true: float) -> bool:
    measure = found.measure
    assert measure is not None
    low = measure.value if measure.low is None else measure.low
    high = measure.value if measure.high is None else measure.high
    slack = 0.01 if any("whole percent" in c for c in found.caveats) else 5e-5  # what the finding itself warns of
    return low - slack <= true <= high + slack


def measure() -> dict[str, float]:
    """Precision and recall over markets above the threshold; how often the interval holds the truth."""
    truth, rows = _planted()
    found = {f.about[0]: f for f in findings(ask("dependence.concentration", {"supply_shares": rows}))}
    real = {market for market, index in truth.items() if index >= THRESHOLD}
    return {
        "precision": len(real & set(found)) / len(found),
        "recall": len(real & set(found)) / len(real),
        "coverage": sum(_within(f, truth[m]) for m, f in found.items()) / len(found),
    }


def test_concentrated_markets_are_found_and_no_others() -> None:
    assert below("dependence.concentration", measure()) == []


def test_the_planted_markets_are_a_real_test() -> None:
    truth, _ = _planted()
    above = sum(index >= THRESHOLD for index in truth.values())
    assert 40 <= above <= len(truth) - 40
