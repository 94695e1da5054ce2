"""Invented decisions whose rule is known: fair ones in which groups differ in risk, and unequal ones.

Counted are false alarms in fair worlds (a bare chi-square test beside them), and how often odds of 0.7 are found.
``bench/exposure.py`` runs 2,000 worlds of each.
"""

import numpy as np

from cuibono.measures.stratified import crude, stratified
from cuibono.testing.desk import ask, findings
from tests.gates.floors import below

WORLDS = 400
STRATA, CASES, ODDS = 12, 4_000, 0.7


def world(seed: int, odds_ratio: float) -> np.ndarray:
    """Decisions in twelve strata of risk; the group has more of the grave ones, and that odds ratio within each."""
    rng = np.random.default_rng(seed)
    risk = np.linspace(0.08, 0.75, STRATA)
    members = np.linspace(0.15, 0.65, STRATA)  # the group goes with the risk: that confounds
    sizes = rng.multinomial(CASES, rng.dirichlet(np.full(STRATA, 8.0)))
    ours = rng.binomial(sizes, members)
    odds = odds_ratio * risk / (1 - risk)
    yes, theirs = rng.binomial(ours, odds / (1 + odds)), rng.binomial(sizes - ours, risk)
    return np.stack([yes, ours - yes, theirs, sizes - ours - theirs], axis=1)


def measure(worlds: int = WORLDS) -> dict[str, float]:
    """Shares of worlds: fair ones without an alarm, unequal ones that are found."""
    quiet = sum(_p(world(seed, 1.0)) > 0.05 for seed in range(worlds))
    found = sum(_p(world(10_000_000 + seed, ODDS)) <= 0.05 for seed in range(worlds))
    return {"fair worlds without an alarm": quiet / worlds, "power": found / worlds}


def bare_alarms(worlds: int) -> float:
    """The share of fair worlds in which a chi-square test without strata sounds."""
    return sum(crude(world(seed, 1.0)) <= 0.05 for seed in range(worlds)) / worlds


def _p(tables: np.ndarray) -> float:
    found = stratified(tables)
    return 1.0 if found is None else found.p


def test_fair_worlds_are_quiet_and_unequal_ones_are_found() -> None:
    assert below("exposure.treatment", measure()) == []


def test_the_fair_worlds_are_a_real_test() -> None:
    assert bare_alarms(20) == 1.0


def test_the_lens_decides_as_its_measure_does() -> None:
    for seed, odds_ratio in ((1, 1.0), (2, ODDS), (3, 1.0), (4, ODDS)):
        tables = world(seed, odds_ratio)
        rows = [
            {"rule": "levy", "stratum": f"band {n:02d}", "group_name": group, "outcome": outcome}
            for n, cells in enumerate(tables.tolist())
            for (group, outcome), count in zip(
                (("Alder", "fined"), ("Alder", "let off"), ("Birch", "fined"), ("Birch", "let off")), cells, strict=True
            )
            for _ in range(count)
        ]
        found = findings(ask("exposure.treatment", {"decisions": rows}, outcome="fined"))
        assert bool(found) == (_p(tables) <= 0.05)
