"""Invented sheets whose truth is known: the ends hold it, and the leading reading is as often right as it says.

An analyst knows each likelihood only within a range that holds it; what is seen is drawn under the true reading.
"""

import numpy as np

from cuibono.model.finding import Finding
from cuibono.testing.desk import ask, findings
from tests.gates.floors import below

SHEETS, READINGS, INDICATORS = 150, 3, 5


def sheet(rng: np.random.Generator, number: int) -> tuple[str, float, list[dict[str, object]]]:
    """The true reading, its exact posterior, and the rows in which an analyst writes the sheet down."""
    true = int(rng.integers(READINGS))
    likely = rng.uniform(0.1, 0.9, (INDICATORS, READINGS))
    seen = rng.random(INDICATORS) < likely[:, true]
    weights = np.where(seen[:, None], likely, 1 - likely).prod(axis=0)
    off = rng.uniform(-0.08, 0.08, likely.shape)
    rows: list[dict[str, object]] = [
        {
            "question": f"question {number}", "reading_name": f"reading {r}", "indicator": f"sign {i}",
            "likely_low": max(0.01, likely[i, r] + off[i, r] - 0.08),
            "likely_high": min(0.99, likely[i, r] + off[i, r] + 0.08),
            "seen": "yes" if seen[i] else "no",
        }
        for i in range(INDICATORS)
        for r in range(READINGS)
    ]  # fmt: skip
    return f"reading {true}", float(weights[_leading(weights)] / weights.sum()), rows


def _leading(weights: np.ndarray) -> int:
    return int(np.argmax(weights))


def measure() -> dict[str, float]:
    """How often the ends hold the exact posterior, and how near the leading reading is as often right as stated."""
    rng = np.random.default_rng(20_264)
    made = [sheet(rng, n) for n in range(SHEETS)]
    rows = [row for _, _, told in made for row in told]
    found = {f.about[0]: f for f in findings(ask("signals.readings", {"likelihoods": rows}))}
    held = [_holds(found[f"question {n}"], exact) for n, (_, exact, _) in enumerate(made)]
    right = [_lead(found[f"question {n}"]) == true for n, (true, _, _) in enumerate(made)]
    stated = [f.measure.value for f in found.values() if f.measure]
    return {"ends hold": float(np.mean(held)), "calibration": 1 - abs(float(np.mean(right)) - float(np.mean(stated)))}


def _holds(found: Finding, exact: float) -> bool:
    measure = found.measure
    assert measure is not None
    assert measure.low is not None
    assert measure.high is not None
    return measure.low - 1e-9 <= exact <= measure.high + 1e-9 or exact < 0.6  # near a tie another one may lead


def _lead(found: Finding) -> str:
    assert found.figure is not None
    return found.figure.bars[0].label


def test_the_ends_hold_the_truth() -> None:
    assert below("signals.readings", measure()) == []
