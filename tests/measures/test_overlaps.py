import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cuibono.measures.overlaps import highest_overlapping, lowest_overlapping


def test_touching_ends_overlap_and_gaps_do_not() -> None:
    found = highest_overlapping([1, 3, 10], [3, 5, 12], [1.0, 7.0, 9.0])
    assert found.tolist() == [7.0, 7.0, 9.0]


def test_a_long_interval_meets_those_inside_it() -> None:
    assert lowest_overlapping([0, 4, 5], [9, 4, 5], [5.0, 2.0, 3.0]).tolist() == [2.0, 2.0, 3.0]


def test_nothing_overlaps_nothing() -> None:
    assert highest_overlapping([], [], []).size == 0


_INTERVALS = st.lists(st.tuples(st.integers(-20, 20), st.integers(0, 15), st.integers(-9, 9)), min_size=1, max_size=40)


@given(_INTERVALS)
def test_agrees_with_comparing_every_pair(intervals: list[tuple[int, int, int]]) -> None:
    start = np.array([s for s, _, _ in intervals])
    end = start + np.array([n for _, n, _ in intervals])
    value = np.array([v for _, _, v in intervals], dtype=float)
    meets = (start[:, None] <= end[None, :]) & (end[:, None] >= start[None, :])
    assert highest_overlapping(start, end, value).tolist() == np.where(meets, value[None, :], -np.inf).max(1).tolist()
    assert lowest_overlapping(start, end, value).tolist() == np.where(meets, value[None, :], np.inf).min(1).tolist()
