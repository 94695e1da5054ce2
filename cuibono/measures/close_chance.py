"""Close pairs by chance: what two accounts would share if the names over all posts were dealt anew.

The null model keeps objects, times, bursts and how much each account posts, and permutes who posted what. Then, of
P close pairs among E posts, two accounts with d and e posts are expected to have 2 d e P / (E (E - 1)); the number of
distinct objects is at most that, and its tail that of a Poisson distribution. (Permuting times within an object fails:
a campaign makes the very burst that would be kept.)
"""

import numpy as np
from numpy.typing import NDArray
from scipy import special

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def expected(one: Ints, other: Ints, pairs: int, posts: int) -> Floats:
    """Close pairs that two accounts have by chance, from the posts of each, all close pairs and all posts.

    >>> expected(np.array([3]), np.array([4]), 50, 21).round(3).tolist()
    [2.857]
    """
    if posts < 2:
        return np.zeros(one.size)
    return 2.0 * one.astype(np.float64) * other.astype(np.float64) * (pairs / (float(posts) * (posts - 1)))


def tail(count: Ints, mean: Floats) -> Floats:
    """The chance of ``count`` or more when ``mean`` are expected (Poisson).

    >>> tail(np.array([0, 1, 3]), np.array([2.0, 1e-9, 0.01])).round(9).tolist()
    [1.0, 1e-09, 1.65e-07]
    """
    return np.where(count > 0, special.gammainc(np.maximum(count, 1), mean), 1.0)


def ratio_interval(count: int, mean: float, sure: float = 0.95) -> tuple[float, float]:
    """How many times chance a count is, at least and at most (Garwood's exact interval for a Poisson count)."""
    out = (1 - sure) / 2
    low = special.gammaincinv(count, out) if count else 0.0
    high = special.gammaincinv(count + 1, 1 - out)
    return float(low / mean), float(high / mean)
