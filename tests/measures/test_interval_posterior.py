from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.measures.interval_posterior import Ends, brier, posterior, ratio

CELL = st.tuples(st.floats(0.01, 1), st.floats(0.01, 1)).map(lambda t: (min(t), max(t)))
HALF: Ends = (0.5, 0.5)


def test_exact_numbers_give_bayes_rule() -> None:
    found = posterior([HALF, HALF], [[(0.8, 0.8), (0.2, 0.2)], [(0.5, 0.5), (0.5, 0.5)]])
    assert found.middle == pytest.approx((0.8, 0.2))
    assert found.low == pytest.approx(found.high)


def test_ranges_give_ends_that_can_be_redone_by_hand() -> None:
    found = posterior([HALF, HALF], [[(0.6, 0.8), (0.2, 0.4)]])
    assert found.low[0] == pytest.approx(0.6 / (0.6 + 0.4))
    assert found.high[0] == pytest.approx(0.8 / (0.8 + 0.2))
    assert found.low[1] == pytest.approx(1 - found.high[0])


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=3))
def test_no_corner_of_the_ranges_lies_outside_the_ends(rows: list[list[Ends]]) -> None:
    third = (1 / 3, 1 / 3)
    found = posterior([third] * 3, rows)
    seen = []
    for corner in product((0, 1), repeat=3 * len(rows)):
        weights = [1.0, 1.0, 1.0]
        for place, end in enumerate(corner):
            weights[place % 3] *= rows[place // 3][place % 3][end]
        seen.append(weights[0] / sum(weights))
    assert found.low[0] == pytest.approx(min(seen))
    assert found.high[0] == pytest.approx(max(seen))


def test_priors_in_ranges_add_up_to_one() -> None:
    found = posterior([(0.2, 0.6), (0.1, 0.3), (0.3, 0.5)], [[(1.0, 1.0)] * 3])
    assert sum(found.middle) == pytest.approx(1)
    assert (found.low[0], found.high[0]) == (pytest.approx(0.2), pytest.approx(0.6))
    assert (found.low[2], found.high[2]) == (pytest.approx(0.3), pytest.approx(0.5))


def test_priors_that_cannot_add_up_and_evidence_that_nothing_allows_are_refused() -> None:
    with pytest.raises(ValueError, match="add up"):
        posterior([(0.1, 0.2), (0.1, 0.2)], [[HALF, HALF]])
    with pytest.raises(ValueError, match="no reading"):
        posterior([HALF, HALF], [[(0.0, 0.0), (0.0, 0.0)]])


def test_what_fits_both_weighs_about_one() -> None:
    low, high = ratio((0.5, 0.7), (0.5, 0.7))
    assert low < 1 < high
    assert ratio((0.8, 0.8), (0.2, 0.2)) == (pytest.approx(4), pytest.approx(4))


def test_the_brier_score_is_that_of_the_paper() -> None:
    assert brier([1.0, 0.0], [True, False]) == 0
    assert brier([0.0, 1.0], [True, False]) == 2
    assert brier([0.7, 0.3], [True, False]) == pytest.approx(0.18)
