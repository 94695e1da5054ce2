from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.measures.silence import alarm, rate, records, silence


def _days(gaps: list[int], end: int) -> np.ndarray:
    found: list[bool] = [True]
    for gap in gaps:
        found += [False] * gap + [True]
    return np.array(found + [False] * end)


def test_the_silence_at_the_end_is_measured_against_the_gaps_before_it() -> None:
    found = silence(_days([3, 1, 2, 5, 0] * 6, 40), 365.25)
    assert found is not None
    assert (found.length, found.longest, found.gaps) == (40, 5, 30)
    assert found.a_year < 0.01
    assert found.records == 0


def test_a_usual_silence_comes_often() -> None:
    found = silence(_days([3, 1, 2, 5, 0] * 6, 3), 365.25)
    assert found is not None
    assert found.a_year == pytest.approx(0.4 * 30 / (66 + 30) * 365.25)


def test_few_gaps_say_nothing() -> None:
    assert silence(_days([1] * 19, 100), 365.25) is None


def test_how_often_a_gap_was_the_longest_so_far() -> None:
    assert records(np.array([2] * 20 + [1, 3, 2, 4])) == 2


@given(st.lists(st.integers(0, 60), min_size=21, max_size=120))
def test_longer_silences_are_never_more_frequent(gaps: list[int]) -> None:
    lengths = np.array(gaps)
    rates = [rate(lengths, n, 365.25) for n in range(0, 200, 7)]
    assert all(b <= a + 1e-9 for a, b in pairwise(rates))
    assert rate(lengths, alarm(lengths, 365.25, 2.0), 365.25) <= 0.5 + 1e-9
