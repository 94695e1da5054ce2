"""How unusual a value is among values of things that nothing happened to."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def placebo_p(own: float, others: Floats) -> float:
    """The share of all values, its own included, that are at least as large: an exact permutation p-value.

    With n others it cannot fall below 1 / (n + 1), however unusual the value is.

    >>> placebo_p(9.0, np.array([1.0, 9.0, 3.0]))
    0.5
    """
    return float((1 + np.sum(others >= own)) / (1 + others.size))


def smallest_p(others: int) -> float:
    """The smallest p-value that so many others allow.

    >>> smallest_p(19)
    0.05
    """
    return 1 / (1 + others)
