"""A share of places over many pages, with an interval that takes whole clusters of pages for what was drawn."""

from math import exp, log, sqrt

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def share_interval(held: Ints, places: Ints, cluster: Ints, *, sure: float = 0.95) -> tuple[float, float, float]:
    """The share of places held, and its interval.

    Pages of one query are alike and count as one cluster: the variance is that of a ratio between clusters (Cochran
    1977), the interval Student's on the scale of log odds, which keeps it between 0 and 1. A single cluster says
    nothing of others: its interval is from nothing to all.

    >>> share_interval(np.array([5, 5]), np.array([10, 10]), np.array([0, 1]))
    (0.5, 0.5, 0.5)
    """
    from scipy import special  # a third of a second to load, which most never need

    count = int(cluster.max()) + 1 if cluster.size else 0
    mine = np.bincount(cluster, weights=held, minlength=count)
    every = np.bincount(cluster, weights=places, minlength=count)
    share = float(mine.sum() / every.sum())
    if count < 2:
        return share, 0.0, 1.0
    error = sqrt(float(np.sum((mine - share * every) ** 2)) * count / (count - 1)) / float(every.sum())
    if error == 0 or not 0 < share < 1:
        return share, share, share
    reach = float(special.stdtrit(count - 1, 0.5 + sure / 2)) * error / (share * (1 - share))
    odds = log(share / (1 - share))
    return share, _share(odds - reach), _share(odds + reach)


def _share(odds: float) -> float:
    """The share of log odds."""
    return 1 / (1 + exp(-odds)) if odds > -700 else 0.0
