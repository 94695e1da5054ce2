import numpy as np
import pytest

from cuibono.measures.watched_together import Together

ONE, OTHER = np.array([0]), np.array([1])


def _shown(model: Together, account: np.ndarray, *items: int, signal: float = 1.0) -> None:
    for item in items:
        model.learn(account, np.array([item]), np.array([signal]))


def test_what_another_liked_after_the_same_thing_is_near() -> None:
    model = Together(3, 2)
    _shown(model, ONE, 0, 1)
    _shown(model, OTHER, 0)
    assert model.of(OTHER, np.array([1, 2]))[0].tolist() == [pytest.approx(0.7064, abs=1e-3), 0.0]


def test_what_nobody_liked_leaves_no_trace() -> None:
    model = Together(3, 2)
    _shown(model, ONE, 0, 1, signal=-1.0)
    _shown(model, OTHER, 0, signal=-1.0)
    assert model.of(OTHER, np.array([1, 2]))[0].tolist() == [0.0, 0.0]


def test_each_account_may_be_asked_of_its_own_items_and_those_without_a_number_are_left_out() -> None:
    model = Together(3, 2)
    _shown(model, ONE, 0, 1)
    _shown(model, OTHER, 0, -1)
    near = model.of(np.array([0, 1]), np.array([[2, -1], [1, -1]]))
    assert near[:, 1].tolist() == [0.0, 0.0]
    assert near[1, 0] > near[0, 0] == 0.0
