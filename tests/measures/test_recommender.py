import numpy as np
import pytest

from cuibono.lenses.feeds import Recommender
from cuibono.measures.recommender import TERMS

EVERYBODY = np.array([0, 1])


def _trained() -> Recommender:
    model = Recommender(np.eye(3)[[0, 0, 1, 2]], np.array([0, 1]), stance=np.array([1.0, 0.0, -1.0, 0.0]))
    for _ in range(10):
        model.learn(EVERYBODY, np.array([0, 2]), np.array([1.0, 1.0]))
    return model


def test_why_this_is_a_sum_whose_terms_are_the_score() -> None:
    model = _trained()
    why = model.why(0, 1)
    assert tuple(why) == TERMS
    assert sum(why.values()) == pytest.approx(float(model.scores(np.array([0]), np.array([1]))[0, 0]))


def test_it_learns_at_once_what_each_account_watches() -> None:
    scores = _trained().scores(EVERYBODY, np.array([1, 2]))
    assert scores[0, 0] > scores[0, 1]
    assert scores[1, 1] > scores[1, 0]


def test_it_sees_which_side_an_account_leans_to() -> None:
    one, other = _trained().leaning(EVERYBODY)
    assert one > 0 > other
