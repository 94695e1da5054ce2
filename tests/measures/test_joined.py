"""Pairs make groups, whatever their order."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cuibono.measures.joined import join, numbered


def test_a_chain_is_one_group_under_its_lowest_number() -> None:
    assert join(np.arange(6), [4, 2, 4], [2, 1, 5]).tolist() == [0, 1, 1, 3, 1, 1]


def test_what_was_joined_before_stays_joined() -> None:
    assert join(join(np.arange(5), [0], [4]), [4], [3]).tolist() == [0, 1, 2, 0, 0]


def test_groups_are_numbered_as_they_come() -> None:
    assert numbered([7, 3, 7, 1, 3]).tolist() == [0, 1, 0, 2, 1]
    assert numbered([]).tolist() == []


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60))
def test_agrees_with_joining_one_pair_after_the_other(pairs: list[tuple[int, int]]) -> None:
    groups = list(range(31))
    for a, b in pairs:
        low, high = sorted((groups[a], groups[b]))
        groups = [low if g == high else g for g in groups]
    one, other = [a for a, _ in pairs], [b for _, b in pairs]
    assert join(np.arange(31), one, other).tolist() == groups
