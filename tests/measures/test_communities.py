"""Communities: planted ones are found, the same seed gives the same, and modularity is what it is defined as."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cuibono.measures.communities import communities, modularity


def planted(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Five groups of twenty, tied among themselves ten times as often as across."""
    rng = np.random.default_rng(seed)
    of = np.arange(100) % 5
    one, other = np.triu_indices(100, 1)
    tied = rng.random(len(one)) < np.where(of[one] == of[other], 0.4, 0.03)
    return one[tied], other[tied], of


def test_planted_groups_are_found() -> None:
    for seed in range(5):
        one, other, of = planted(seed)
        found = communities(100, one, other)
        pure = sum(np.bincount(of[found == group]).max() for group in range(found.max() + 1))
        assert pure >= 95
        assert modularity(100, one, other, found) >= modularity(100, one, other, of) - 0.02


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=60), st.integers(0, 9))
def test_groups_are_numbered_by_size_and_a_seed_repeats_them(pairs: list[tuple[int, int]], seed: int) -> None:
    ends = np.array(pairs, np.int64).reshape(-1, 2)
    found = communities(15, ends[:, 0], ends[:, 1], seed=seed)
    counts = np.bincount(found)
    assert counts.sum() == 15
    assert (np.diff(counts) <= 0).all()
    assert np.array_equal(found, communities(15, ends[:, 0], ends[:, 1], seed=seed))


def test_two_who_are_not_joined_are_never_of_one_group() -> None:
    found = communities(6, np.array([0, 1, 3]), np.array([1, 2, 4]))
    assert len({found[0], found[3], found[5]}) == 3


def test_modularity_of_two_separate_pairs() -> None:
    one, other = np.array([0, 2]), np.array([1, 3])
    assert modularity(4, one, other, np.array([0, 0, 1, 1])) == 0.5
    assert modularity(4, one, other, np.zeros(4, np.int64)) == 0.0
    assert modularity(0, one[:0], other[:0], one[:0]) == 0.0
