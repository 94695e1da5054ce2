"""How unusual a value is among values of things that nothing happened to."""

import numpy as np

from cuibono.measures.placebo import placebo_p, smallest_p


def test_the_most_unusual_of_twenty_is_one_in_twenty() -> None:
    assert placebo_p(9.0, np.arange(19) / 10) == 0.05 == smallest_p(19)


def test_ties_count_against_it() -> None:
    assert placebo_p(1.0, np.array([1.0, 1.0, 0.0])) == 0.75


def test_under_chance_p_is_even() -> None:
    rng = np.random.default_rng(4)
    p = [placebo_p(float(v[0]), v[1:]) for v in rng.random((4_000, 20))]
    assert abs(np.mean(np.array(p) <= 0.05) - 0.05) < 0.012
