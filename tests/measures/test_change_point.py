import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuibono.measures.change_point import SHORTEST, change

ONES = np.ones(120)


def test_a_clear_step_is_found_where_it_is() -> None:
    rng = np.random.default_rng(1)
    counts = rng.poisson(np.where(np.arange(120) < 70, 20, 10)).astype(float)
    found = change(counts, ONES, 0, draws=199)
    assert abs(found.at - 70) <= 2
    assert found.p == pytest.approx(1 / 200)
    assert found.low < 0.5 < found.high
    assert found.ratio == pytest.approx(0.5, abs=0.1)


def test_what_goes_with_the_exposure_is_no_change() -> None:
    pages = np.where(np.arange(120) < 60, 4.0, 8.0)
    counts = np.random.default_rng(2).poisson(3 * pages).astype(float)
    found = change(counts, pages, 0, draws=199)
    assert found.p > 0.05
    assert change(counts, ONES, 0, draws=199).p < 0.01


def test_a_season_is_no_change_once_two_of_it_are_seen() -> None:
    time = np.arange(156)
    rate = 20 * (1 + 0.6 * np.sin(2 * np.pi * time / 52))
    counts = np.random.default_rng(3).poisson(rate).astype(float)
    assert change(counts, np.ones(156), 52, draws=199).p > 0.05


def test_the_same_question_gives_the_same_answer() -> None:
    counts = np.random.default_rng(4).poisson(5, 120).astype(float)
    assert change(counts, ONES, 52, draws=99) == change(counts, ONES, 52, draws=99)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=SHORTEST, max_size=80))
def test_any_counts_have_an_answer_within_its_ends(counts: list[int]) -> None:
    found = change(np.array(counts, dtype=float), np.ones(len(counts)), 0, draws=19)
    assert 0.05 <= found.p <= 1
    assert 0 < found.at < len(counts)
    assert found.low <= found.high
    assert np.isfinite([found.before, found.after, found.low, found.high]).all()


def test_a_short_series_is_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        change(np.ones(10), np.ones(10), 0)
