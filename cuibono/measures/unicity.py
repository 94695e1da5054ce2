"""How few points of a trace single a person out among all others? Shares only; no function here returns a person."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Index:
    """The places and hours at which accounts were seen: for each account its points, for each point its accounts."""

    of_account: Ints
    starts: Ints
    of_point: Ints
    heads: Ints


def index(accounts: Ints, points: Ints) -> Index:
    """Sort points by account and accounts by point; both numbered from 0. Growth: n log n."""
    wide = int(points.max()) + 1
    pairs = np.unique(accounts * wide + points)  # one number for each pair: many times faster than rows of two
    account, point = np.divmod(pairs, wide)
    order = np.argsort(point, kind="stable")
    return Index(
        point,
        np.searchsorted(account, np.arange(int(accounts.max()) + 2)),
        account[order],
        np.searchsorted(point[order], np.arange(wide + 1)),
    )


def unicity(made: Index, known: int, rng: np.random.Generator, *, sample: int = 0) -> tuple[float, float]:
    """The share of accounts that so many of their own points, drawn at random, single out; and the median crowd.

    de Montjoye et al. (2013), by intersecting the lists of who was at each point, shortest first. Accounts with fewer
    points than asked for are left out. ``sample`` asks so many accounts instead of all. Returns (nan, nan) when none
    has enough points. It is an average over random points: chosen ones single out more.
    """
    counts = np.diff(made.starts)
    able = np.flatnonzero(counts >= known)
    if not able.size:
        return float("nan"), float("nan")
    asked = rng.choice(able, sample, replace=False) if 0 < sample < able.size else able
    crowds = np.empty(asked.size, dtype=np.int64)
    for n, account in enumerate(asked.tolist()):
        own = made.of_account[made.starts[account] : made.starts[account + 1]]
        drawn = own[rng.choice(own.size, known, replace=False)] if known < own.size else own
        crowds[n] = _crowd(made, drawn)
    return float((crowds == 1).mean()), float(np.median(crowds))


def _crowd(made: Index, points: Ints) -> int:
    """How many accounts were at all of these points."""
    lists = sorted(
        (made.of_point[made.heads[p] : made.heads[p + 1]] for p in points.tolist()), key=lambda accounts: accounts.size
    )
    left = lists[0]
    for other in lists[1:]:
        if left.size == 1:
            return 1
        at = np.searchsorted(other, left)
        at[at == other.size] = 0
        left = left[other[at] == left]
    return int(left.size)


def unique_share(keys: Ints) -> tuple[float, float]:
    """The share of accounts whose key nobody else has, and the median crowd of a key: what joining holders adds."""
    _, at, counts = np.unique(keys, return_inverse=True, return_counts=True)
    crowds = counts[at.ravel()]
    return float((crowds == 1).mean()), float(np.median(crowds))
