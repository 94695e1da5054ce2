import numpy as np
import pytest

from cuibono.measures.account_means import accounts_needed, compared, gap_seen, smallest_p


def test_all_permutations_are_counted_and_the_smallest_p_is_reached() -> None:
    found = compared(np.array([0.9, 0.8, 0.7]), np.array([0.1, 0.2, 0.3]))
    assert found.exact
    assert found.p == found.smallest == smallest_p(3, 3) == 0.1
    assert found.low < found.difference < found.high


def test_many_accounts_are_permuted_by_chance_and_p_is_never_nothing() -> None:
    found = compared(np.linspace(0.5, 0.6, 20), np.linspace(0.1, 0.2, 20))
    assert not found.exact
    assert found.p == found.smallest == 0.0001


def test_one_account_is_no_group() -> None:
    with pytest.raises(ValueError, match="two accounts"):
        compared(np.array([0.5]), np.array([0.1, 0.2]))


def test_the_gap_that_is_seen_is_the_one_that_was_planned_for() -> None:
    need = accounts_needed(0.2, 0.05, 0.01, 100)
    assert gap_seen(0.2, need, 0.01, 100) == pytest.approx(0.05)
