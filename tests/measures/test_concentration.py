from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.measures.concentration import WHOLE, Concentration, _knapsack, concentration, parts


def _of(*bands: tuple[float, float], complete: bool = False) -> Concentration:
    low, high = zip(*bands, strict=True)
    return concentration(parts(low), parts(high), complete=complete)


def _points(*shares: float, complete: bool = False) -> Concentration:
    return _of(*((s, s) for s in shares), complete=complete)


def test_one_supplier_has_all() -> None:
    found = _points(1.0)
    assert (found.low, found.high) == (1, 1)
    assert found.effective == (1.0, 1.0)
    assert found.largest == {1: (1.0, 1.0), 3: (1.0, 1.0), 10: (1.0, 1.0)}


def test_four_equal_suppliers_count_as_four() -> None:
    found = _points(0.25, 0.25, 0.25, 0.25)
    assert found.low == found.high == Fraction(1, 4)
    assert found.effective == (4.0, 4.0)
    assert found.largest[3] == (0.75, 0.75)


def test_what_is_not_listed_may_be_many_or_one() -> None:
    found = _points(0.5, 0.3)
    assert found.low == Fraction(34, 100)
    assert found.high == Fraction(38, 100)
    assert found.largest[1] == (0.5, 0.5)
    assert found.largest[3] == (0.8, 1.0)
    assert not found.exact


def test_a_single_one_sided_share() -> None:
    found = _of((0.8, 1.0))
    assert (found.low, found.high) == (Fraction(64, 100), 1)
    assert found.effective == (1.0, 1 / 0.64)


def test_the_unseen_can_be_the_largest() -> None:
    found = _of((0.0, 0.3))
    assert (found.low, found.high) == (0, 1)
    assert found.largest[1] == (0.0, 1.0)
    assert found.effective == (1.0, None)


def test_bands_of_a_complete_list_are_filled_to_one_level() -> None:
    found = _of((0.0, 0.5), (0.0, 0.5), (0.4, 0.6), complete=True)
    assert found.low == Fraction(9, 100) * 2 + Fraction(16, 100)
    assert found.high == Fraction(52, 100)
    assert found.largest[1] == (0.4, 0.6)


def test_a_complete_list_that_cannot_reach_the_whole_is_taken_as_open() -> None:
    assert _points(0.5, 0.3, complete=True) == _points(0.5, 0.3)


def test_shares_over_the_whole_are_scaled_and_both_numbers_told() -> None:
    found = _points(0.8, 0.4)
    assert found.listed == (pytest.approx(1.2), pytest.approx(1.2))
    assert float(found.low) == pytest.approx(4 / 9 + 1 / 9)
    assert found.raw == pytest.approx(0.8)


def test_thresholds_are_met_exactly() -> None:
    assert _points(0.5, 0.5).at_least(0.5) is True
    assert _points(*[0.1] * 10).at_least(0.1) is True
    assert _points(*[0.1] * 10).at_least(0.100000001) is False
    assert _points(0.5, 0.3).at_least(0.35) is None


def test_an_empty_list_says_nothing() -> None:
    found = concentration(parts([]), parts([]))
    assert (found.low, found.high) == (0, 1)


def test_many_banded_suppliers_give_a_bound_that_is_called_one() -> None:
    found = _of(*[(0.01, 0.2)] * 30)
    assert not found.sharp
    assert found.low == 30 * Fraction(1, 10_000)
    assert found.high <= 1


def test_a_long_list_is_no_trouble() -> None:
    shares = parts(np.full(100_000, 1e-5))
    assert concentration(shares, shares).low == 100_000 * Fraction(1, 10**10)


_BANDS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)).map(sorted), min_size=1, max_size=4)


def _markets(bands: list[list[int]], whole: int, complete: bool) -> list[tuple[int, ...]]:
    """Every market in whole steps: the listed shares, then what a single unseen supplier holds."""
    grid = product(*(range(low, high + 1) for low, high in bands))
    return [(*m, whole - sum(m)) for m in grid if sum(m) == whole or (sum(m) < whole and not complete)]


@given(_BANDS, st.booleans())
def test_no_market_lies_outside_the_bounds_and_some_market_attains_them(bands: list[list[int]], complete: bool) -> None:
    whole = 12
    low, high = (np.array(x, dtype=np.int64) for x in zip(*bands, strict=True))
    if low.sum() > whole:
        return
    complete = complete and int(high.sum()) >= whole
    found = concentration(low, high, complete=complete, whole=whole)
    markets = _markets(bands, whole, complete)
    squares = [sum(x * x for x in m) for m in markets]
    thin = [sum(x * x for x in m[:-1]) for m in markets]
    assert found.high * whole**2 == max(squares)
    if complete:
        assert found.low * whole**2 <= min(squares)
        assert float(min(squares) - found.low * whole**2) <= len(bands) / 4
    else:
        assert found.low * whole**2 == min(thin)
    for k, (least, most) in found.largest.items():
        tops = [sum(sorted(m, reverse=True)[:k]) for m in markets]
        thin_tops = [sum(sorted(m[:-1], reverse=True)[:k]) for m in markets]
        assert most * whole >= max(tops) - 1e-9
        assert least * whole <= min(tops if complete else thin_tops) + 1e-9
        if k == 1:
            assert most * whole == pytest.approx(max(tops))


@given(_BANDS)
def test_the_knapsack_bound_is_never_below_the_best_corner(bands: list[list[int]]) -> None:
    whole = 12
    low, high = (np.array(x, dtype=np.int64) for x in zip(*bands, strict=True))
    if low.sum() > whole:
        return
    best = concentration(low, high, whole=whole).high * whole**2
    room = whole - int(low.sum())
    assert (low * low).sum() + _knapsack(low, np.minimum(high, low + room), room, closed=False) >= best


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_the_bounds_are_in_order(shares: list[float]) -> None:
    found = concentration(parts(shares), parts(shares))
    assert 0 <= found.low <= found.high <= 1
    assert all(0 <= least <= most <= 1 + 1e-9 for least, most in found.largest.values())
    assert found.effective[0] >= 0.999 or not found.high


@given(st.lists(st.integers(0, WHOLE), min_size=1, max_size=20))
def test_scaled_shares_add_up_to_the_last_part(shares: list[int]) -> None:
    low = np.array(shares, dtype=np.int64)
    found = concentration(low, low)
    if sum(shares) > WHOLE:
        assert found.largest[10][0] <= 1
        assert found.raw is not None
        assert found.exact
