"""What two accounts would share close in time by chance, if the names over all posts were dealt anew.

The null model keeps objects, times, bursts and how much each account posts, and permutes who posted what. Of an object
with P close pairs among E posts, two accounts with d and e posts are then expected to have 2 d e P / (E (E - 1)); that
they have any is at most one minus the exponential of minus that. Summed over objects this is how many distinct ones
they share so, and the tail is at most that of a Poisson distribution. An object that everybody shares thus counts for
one, not for all its pairs. (Permuting times within an object fails: a campaign makes the very burst that stays then.)
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_STEPS = 4_000


def expected(one: Ints, other: Ints, per_object: Ints, posts: int) -> Floats:
    """Distinct objects that two accounts share close in time by chance.

    ``one`` and ``other`` are how many posts each has, ``per_object`` the close pairs of every object, ``posts`` all.

    >>> expected(np.array([3]), np.array([4]), np.array([5, 5, 1000]), 21).round(3).tolist()
    [1.497]
    """
    if posts < 2 or not one.size:
        return np.zeros(one.size)
    dealt = 2.0 * one.astype(np.float64) * other.astype(np.float64) / (float(posts) * (posts - 1))
    low, high = float(dealt.min()), float(dealt.max())
    if dealt.size <= _STEPS or low <= 0.0:
        return _objects(dealt, per_object)
    steps = np.geomspace(low, high * (1 + 1e-12), _STEPS)
    return np.asarray(np.interp(dealt, steps, _objects(steps, per_object)), dtype=np.float64)


def _objects(dealt: Floats, per_object: Ints) -> Floats:
    """The sum over objects of the chance that two accounts meet there, for each share of all pairs that is theirs."""
    pairs, times = np.unique(per_object[per_object > 0], return_counts=True)
    found = np.zeros(dealt.size)
    for start in range(0, pairs.size, 1_024):
        some, count = pairs[start : start + 1_024], times[start : start + 1_024]
        found += -np.expm1(-dealt[:, None] * some[None, :]) @ count
    return found


def tail(count: Ints, mean: Floats) -> Floats:
    """The chance of ``count`` or more when ``mean`` are expected (Poisson).

    >>> tail(np.array([0, 1, 3]), np.array([2.0, 1e-9, 0.01])).round(9).tolist()
    [1.0, 1e-09, 1.65e-07]
    """
    from scipy import special  # a third of a second to load, which most never need

    return np.where(count > 0, special.gammainc(np.maximum(count, 1), mean), 1.0)


def ratio_interval(count: int, mean: float, sure: float = 0.95) -> tuple[float, float]:
    """How many times chance a count is, at least and at most (Garwood's exact interval for a Poisson count)."""
    from scipy import special  # a third of a second to load, which most never need

    out = (1 - sure) / 2
    low = special.gammaincinv(count, out) if count else 0.0
    high = special.gammaincinv(count + 1, 1 - out)
    return float(low / mean), float(high / mean)
