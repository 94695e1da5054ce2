"""What chance gives, against dealing the names anew many times."""

import numpy as np
import pytest

from cuibono.measures.close_chance import expected, ratio_interval, tail
from cuibono.measures.close_pairs import by_object_and_time, pairs_per_object, pieces, reach


def test_the_expectation_is_the_mean_of_many_deals() -> None:
    rng = np.random.default_rng(11)
    objects, accounts, times = rng.integers(0, 12, 300), rng.integers(0, 9, 300) ** 2 // 9, rng.integers(0, 900, 300)
    order = by_object_and_time(objects, times)
    reached = reach(objects[order], times[order], 30)
    first, second = map(np.concatenate, zip(*pieces(reached), strict=True))
    met = []
    for _ in range(4_000):
        dealt = rng.permutation(accounts)
        a, b = dealt[first], dealt[second]
        pair = ((a == 1) & (b == 4)) | ((a == 4) & (b == 1))
        met.append(np.unique(objects[order][first[pair]]).size)
    of = np.bincount(accounts)
    mean = expected(of[[1]], of[[4]], pairs_per_object(objects[order], reached, 12), 300)[0]
    assert np.mean(met) - 4 * np.std(met) / np.sqrt(len(met)) <= mean <= np.mean(met) * 1.1


def test_one_post_has_no_pair() -> None:
    assert expected(np.array([1]), np.array([1]), np.array([0]), 1).tolist() == [0.0]


def test_many_pairs_are_read_off_a_scale_that_is_fine_enough() -> None:
    rng = np.random.default_rng(1)
    one, other = rng.integers(1, 2_000, 10_000), rng.integers(1, 2_000, 10_000)
    per_object = (rng.pareto(1.0, 500) * 10).astype(np.int64)
    found = expected(one, other, per_object, 300_000)
    alone = np.concatenate(
        [expected(one[i : i + 1], other[i : i + 1], per_object, 300_000) for i in range(0, 10_000, 500)]
    )
    assert found[::500] == pytest.approx(alone, rel=1e-5)


def test_an_object_that_everybody_shares_counts_for_one() -> None:
    assert expected(np.array([50]), np.array([50]), np.array([10**9]), 1_000)[0] == pytest.approx(1.0)


def test_the_tail_is_exact_far_out() -> None:
    assert tail(np.array([20]), np.array([0.01]))[0] == pytest.approx(0.01**20 / 2432902008176640000, rel=0.01)


def test_the_interval_of_a_count() -> None:
    low, high = ratio_interval(10, 2.0)
    assert (low, high) == (pytest.approx(4.795 / 2, abs=0.001), pytest.approx(18.39 / 2, abs=0.001))
    assert ratio_interval(0, 1.0)[0] == 0.0
