"""Many tests at once: Benjamini and Hochberg's (1995) q-values, with the tests that were never carried out counted."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def q_values(p: Floats, tests: int | None = None) -> Floats:
    """The false discovery rate at which each would just be called one, among ``tests`` tests (default: those given).

    Tests that are not given count as p = 1: pairs of accounts that never met were tested too.

    >>> q_values(np.array([0.01, 0.04, 0.03]), 100).round(6).tolist()
    [1.0, 1.0, 1.0]
    >>> q_values(np.array([0.001, 0.04, 0.0001]), 4).round(6).tolist()
    [0.002, 0.053333, 0.0004]
    """
    count = p.size if tests is None else tests
    if count < p.size:
        raise ValueError(f"{p.size} p-values of {count} tests")
    order = np.argsort(p, kind="stable")
    scaled = p[order] * count / np.arange(1, p.size + 1)
    found = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    back = np.empty_like(found)
    back[order] = found
    return back
