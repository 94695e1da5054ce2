"""Accounts as the unit: two groups of account means compared by permutation; how many accounts a test needs."""

from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_MOST = 50_000
_DRAWS = 9_999


@dataclass(frozen=True, slots=True)
class Compared:
    """The difference of two means with Welch's interval, the permutation p-value and the smallest that is reachable."""

    difference: float
    low: float
    high: float
    p: float
    smallest: float
    exact: bool


def smallest_p(one: int, other: int) -> float:
    """The smallest two-sided permutation p-value that so many accounts in two arms allow.

    >>> smallest_p(4, 4), smallest_p(2, 3)
    (0.02857142857142857, 0.1)
    """
    return (2 if one == other else 1) / comb(one + other, one)


def compared(one: Floats, other: Floats, seed: int = 1, level: float = 0.95) -> Compared:
    """Compare two groups of accounts: all permutations where they can be counted, else 9,999 drawn ones."""
    if min(one.size, other.size) < 2:
        raise ValueError("two accounts on each side at least")
    both = np.concatenate([one, other])
    own = float(one.mean() - other.mean())
    ways = comb(both.size, one.size)
    exact = ways <= _MOST
    sums = _all_sums(both, one.size) if exact else _drawn_sums(both, one.size, seed)
    found = np.abs(sums / one.size - (both.sum() - sums) / other.size)
    least = int(np.sum(found >= abs(own) - 1e-12))
    p = least / ways if exact else (1 + least) / (1 + _DRAWS)
    low, high = _welch(one, other, own, level)
    smallest = smallest_p(one.size, other.size)
    return Compared(own, low, high, p, smallest if exact else max(smallest, 1 / (1 + _DRAWS)), exact)


def _all_sums(both: Floats, size: int) -> Floats:
    return np.array([both[list(chosen)].sum() for chosen in combinations(range(both.size), size)])


def _drawn_sums(both: Floats, size: int, seed: int) -> Floats:
    rng = np.random.default_rng(seed)
    order = rng.permuted(np.tile(np.arange(both.size), (_DRAWS, 1)), axis=1)[:, :size]
    return np.asarray(both[order].sum(axis=1), dtype=np.float64)


def _welch(one: Floats, other: Floats, own: float, level: float) -> tuple[float, float]:
    from scipy import special  # a third of a second to load, which most never need

    a, b = one.var(ddof=1) / one.size, other.var(ddof=1) / other.size
    if a + b <= 0:
        return own, own
    freedom = (a + b) ** 2 / (a**2 / (one.size - 1) + b**2 / (other.size - 1))
    wide = float(special.stdtrit(freedom, 0.5 + level / 2) * np.sqrt(a + b))
    return own - wide, own + wide


def intraclass(hits: Floats, shown: Floats) -> float:
    """How alike the items of one account are: the analysis-of-variance estimate for shares, not below 0.

    >>> intraclass(np.array([10.0, 0.0]), np.array([10.0, 10.0]))
    1.0
    """
    accounts, total = hits.size, float(shown.sum())
    if accounts < 2 or total <= accounts:
        return 0.0
    mean, share = hits.sum() / total, hits / shown
    between = float((shown * (share - mean) ** 2).sum() / (accounts - 1))
    inside = float((shown * share * (1 - share)).sum() / (total - accounts))
    size = (total - float((shown**2).sum()) / total) / (accounts - 1)
    spread = between + (size - 1) * inside
    return max(0.0, (between - inside) / spread) if spread > 0 else 0.0


def _apart(alpha: float, power: float) -> float:
    """How many standard errors a gap must be wide, to be seen so surely and so often."""
    from scipy import special  # a third of a second to load, which most never need

    return float(special.ndtri(1 - alpha / 2) + special.ndtri(power))


def accounts_needed(p: float, gap: float, icc: float, items: float, alpha: float = 0.05, power: float = 0.8) -> float:
    """Accounts per arm to see a gap between two shares: 2 z^2 p (1-p) [ICC + (1-ICC)/m] / d^2 + 1.

    >>> round(accounts_needed(0.2, 0.05, 0.005, 200))
    11
    """
    z = _apart(alpha, power)
    return float(2 * z**2 * p * (1 - p) * (icc + (1 - icc) / items) / gap**2 + 1)


def gap_seen(p: float, accounts: float, icc: float, items: float, alpha: float = 0.05, power: float = 0.8) -> float:
    """The smallest gap that so many accounts per arm show; the other way round of ``accounts_needed``."""
    z = _apart(alpha, power)
    return float(np.sqrt(2 * z**2 * p * (1 - p) * (icc + (1 - icc) / items) / max(accounts - 1, 1e-9)))
