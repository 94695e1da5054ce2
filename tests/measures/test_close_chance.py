"""What chance gives, against dealing the names anew many times."""

import numpy as np
import pytest

from cuibono.measures.close_chance import expected, ratio_interval, tail
from cuibono.measures.close_pairs import by_object_and_time, pieces, reach


def test_the_expectation_is_the_mean_of_many_deals() -> None:
    rng = np.random.default_rng(11)
    objects, accounts, times = rng.integers(0, 12, 300), rng.integers(0, 9, 300) ** 2 // 9, rng.integers(0, 900, 300)
    order = by_object_and_time(objects, times)
    first, second = map(np.concatenate, zip(*pieces(reach(objects[order], times[order], 30)), strict=True))
    met = []
    for _ in range(4_000):
        dealt = rng.permutation(accounts)
        a, b = dealt[first], dealt[second]
        met.append(np.sum(((a == 1) & (b == 4)) | ((a == 4) & (b == 1))))
    of = np.bincount(accounts)
    mean = expected(of[[1]], of[[4]], first.size, 300)[0]
    assert np.mean(met) == pytest.approx(mean, abs=4 * np.std(met) / np.sqrt(len(met)))


def test_one_post_has_no_pair() -> None:
    assert expected(np.array([1]), np.array([1]), 0, 1).tolist() == [0.0]


def test_the_tail_is_exact_far_out() -> None:
    assert tail(np.array([20]), np.array([0.01]))[0] == pytest.approx(0.01**20 / 2432902008176640000, rel=0.01)


def test_the_interval_of_a_count() -> None:
    low, high = ratio_interval(10, 2.0)
    assert (low, high) == (pytest.approx(4.795 / 2, abs=0.001), pytest.approx(18.39 / 2, abs=0.001))
    assert ratio_interval(0, 1.0)[0] == 0.0
