"""q-values: those of Benjamini and Hochberg, with tests that gave no p-value counted too."""

import numpy as np
import pytest

from cuibono.measures.false_discovery import q_values


def test_the_example_of_benjamini_and_hochberg() -> None:
    p = np.array([0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
                  0.6528, 0.7590, 1.0])  # fmt: skip
    assert int((q_values(p) <= 0.05).sum()) == 4


def test_tests_that_are_not_given_count_as_one() -> None:
    p = np.array([0.001, 0.2])
    assert q_values(p, 10).tolist() == q_values(np.concatenate([p, np.ones(8)]))[:2].tolist()


def test_fewer_tests_than_values_cannot_be() -> None:
    with pytest.raises(ValueError, match="2 p-values of 1 tests"):
        q_values(np.array([0.1, 0.2]), 1)


def test_no_values_give_none() -> None:
    assert q_values(np.zeros(0), 5).size == 0
