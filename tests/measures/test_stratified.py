"""Two-by-two tables within strata, against published figures and a count of all permutations."""

from itertools import product
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.measures.stratified import crude, e_value, stratified

# Admissions to six departments of Berkeley in 1973 (Bickel, Hammel and O'Connell 1975): men admitted, men refused,
# women admitted, women refused. The figures are those of mantelhaen.test(UCBAdmissions) in R.
BERKELEY = np.array(
    [
        [512, 313, 89, 19],
        [353, 207, 17, 8],
        [120, 205, 202, 391],
        [138, 279, 131, 244],
        [53, 138, 94, 299],
        [22, 351, 24, 317],
    ]
)
CELL = st.integers(0, 6)
TABLES = st.lists(st.tuples(CELL, CELL, CELL, CELL), min_size=1, max_size=3)


def test_admissions_to_berkeley_give_the_published_figures() -> None:
    found = stratified(BERKELEY)
    assert found is not None
    assert found.odds_ratio == pytest.approx(0.9046968, abs=1e-7)
    assert (found.low, found.high) == (pytest.approx(0.7719074, abs=1e-7), pytest.approx(1.0603298, abs=1e-7))
    assert found.chi2 == pytest.approx(1.5246, abs=1e-4)
    assert found.unequal is not None
    assert found.unequal < 0.01
    assert crude(BERKELEY) < 1e-20


def _by_counting(tables: list[tuple[int, int, int, int]]) -> float:
    """The mid-p of all ways in which the outcomes can fall within strata, counted one by one."""
    ways: dict[int, float] = {}
    spans = [range(max(0, a + c - c - d), min(a + b, a + c) + 1) for a, b, c, d in tables]
    for firsts in product(*spans):
        weight = 1.0
        for first, (a, b, c, d) in zip(firsts, tables, strict=True):
            weight *= comb(a + b, first) * comb(c + d, a + c - first) / comb(a + b + c + d, a + c)
        ways[sum(firsts)] = ways.get(sum(firsts), 0.0) + weight
    seen = ways[sum(t[0] for t in tables)]
    rarer = sum(w for w in ways.values() if w < seen * (1 - 1e-7))
    same = sum(w for w in ways.values() if abs(w - seen) <= seen * 1e-7)
    return min(1.0, rarer + same / 2)


@given(TABLES)
def test_the_p_value_counts_all_permutations(tables: list[tuple[int, int, int, int]]) -> None:
    used = [(a, b, c, d) for a, b, c, d in tables if a + b and c + d and a + c and b + d]
    found = stratified(np.array(tables))
    assert (found is None) == (not used)
    if found is not None:
        assert found.exact
        assert found.p == pytest.approx(_by_counting(used))


@given(TABLES)
def test_turning_the_groups_round_turns_the_ratio_round(tables: list[tuple[int, int, int, int]]) -> None:
    cells = np.array(tables)
    found, turned = stratified(cells), stratified(cells[:, [2, 3, 0, 1]])
    assert (found is None) == (turned is None)
    if found is not None and turned is not None:
        assert found.odds_ratio == pytest.approx(1 / turned.odds_ratio)
        assert found.p == pytest.approx(turned.p)
        assert found.low <= found.odds_ratio <= found.high


def test_one_side_without_the_outcome_still_has_a_ratio() -> None:
    found = stratified(np.array([[10, 0, 3, 9]]))
    assert found is not None
    assert found.filled
    assert 1 < found.odds_ratio < 1000


def test_the_e_value_is_that_of_the_paper() -> None:
    assert e_value(3.9, 0.01) == pytest.approx(7.26, abs=0.01)  # a risk ratio of 3.9, VanderWeele and Ding 2017
    assert e_value(1 / 3.9, 0.01) == pytest.approx(7.26, abs=0.01)
    assert e_value(1.0, 0.5) == 1.0
    assert e_value(4.0, 0.5) == pytest.approx(e_value(2.0, 0.01))
