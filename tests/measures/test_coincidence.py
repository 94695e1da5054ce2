import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuibono.measures.coincidence import coincidence, leading, moved

SPAN = 400
CALENDAR = st.sets(st.integers(0, SPAN - 1), min_size=1, max_size=30).map(lambda s: np.array(sorted(s)))


def _moved(events: np.ndarray, *, draws: int = 99, weekdays: bool = False, seed: int = 1) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    return moved(events, SPAN, most=45, gap=7, keep_weekdays=weekdays, draws=draws, rng=rng)


def test_a_burst_moves_as_a_whole_and_keeps_its_weekday() -> None:
    for calendar in _moved(np.array([200, 201, 205]), weekdays=True):
        assert np.diff(calendar).tolist() == [1, 4]
        assert calendar[0] % 7 == 200 % 7
        assert abs(calendar[0] - 200) <= 45


def test_bursts_move_apart_from_one_another() -> None:
    gaps = {int(c[1] - c[0]) for c in _moved(np.array([150, 250]))}
    assert len(gaps) > 20


def test_events_that_fall_together_are_rarely_so_by_chance() -> None:
    first = np.arange(10, 390, 20)
    second = first + np.arange(len(first)) % 2
    found = coincidence(first, second, SPAN, within=1, calendars=_moved(second))
    assert found.near == found.of == len(first)
    assert found.expected < 9
    assert found.p == pytest.approx(0.01)


@settings(max_examples=40, deadline=None)
@given(CALENDAR, CALENDAR, st.integers(0, 10))
def test_the_count_is_that_of_a_loop(first: np.ndarray, second: np.ndarray, within: int) -> None:
    found = coincidence(first, second, SPAN, within=within, calendars=_moved(second, draws=19))
    assert found.near == sum(min(abs(second - d)) <= within for d in first.tolist())
    assert found.pairs == sum(int((abs(second - d) <= within).sum()) for d in first.tolist())
    assert 0.05 <= found.p <= 1
    assert found.low <= found.high


@settings(max_examples=30, deadline=None)
@given(CALENDAR, CALENDAR)
def test_the_pairs_at_the_best_lag_are_those_of_a_loop(first: np.ndarray, second: np.ndarray) -> None:
    found = leading(first, second, SPAN, most=10, width=1, calendars=_moved(second, draws=5))
    gaps = (second[None, :] - first[:, None]).ravel()
    assert found.pairs == int((abs(gaps - found.days) <= 1).sum())
    assert found.pairs == max(int((abs(gaps - lag) <= 1).sum()) for lag in range(-10, 11))


def test_who_follows_by_five_days_is_found_to_lag_by_five() -> None:
    rng = np.random.default_rng(3)
    first = np.sort(rng.choice(SPAN - 10, 25, replace=False))
    found = leading(first, first + 5, SPAN, most=10, width=1, calendars=_moved(first + 5))
    assert found.days in (4, 5, 6)
    assert found.p < 0.03
