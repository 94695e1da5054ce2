"""The share of places over pages, and how often its interval holds the truth."""

import numpy as np
import pytest

from cuibono.measures.page_shares import share_interval


def test_one_cluster_says_nothing_of_others() -> None:
    assert share_interval(np.array([3, 4]), np.array([10, 10]), np.array([0, 0])) == (0.35, 0.0, 1.0)


def test_few_clusters_are_less_sure() -> None:
    held, places, query = np.array([1, 5, 9, 2]), np.full(4, 10), np.array([0, 1, 2, 3])
    share, low, high = share_interval(held, places, query)
    assert (share, low, high) == (0.425, pytest.approx(0.066, abs=0.001), pytest.approx(0.885, abs=0.001))


def test_all_or_nothing_stays_what_it_is() -> None:
    assert share_interval(np.array([9, 9]), np.array([9, 9]), np.array([0, 1])) == (1.0, 1.0, 1.0)


def test_pages_of_one_query_do_not_make_it_surer() -> None:
    rng = np.random.default_rng(5)
    rate = rng.beta(2, 5, 30)
    held, places, query = rng.binomial(10, rate), np.full(30, 10), np.arange(30)
    _, low, high = share_interval(held, places, query)
    _, again_low, again_high = share_interval(np.tile(held, 9), np.tile(places, 9), np.tile(query, 9))
    assert (again_low, again_high) == (pytest.approx(low), pytest.approx(high))


def test_the_interval_holds_the_truth_most_of_the_time() -> None:
    rng = np.random.default_rng(6)
    inside = 0
    for _ in range(200):
        held = rng.binomial(10, rng.beta(2, 5, 40))
        _, low, high = share_interval(held, np.full(40, 10), np.arange(40))
        inside += low <= 2 / 7 <= high
    assert inside >= 184
