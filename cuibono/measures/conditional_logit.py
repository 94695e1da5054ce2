"""Which of several that could have been chosen was chosen: McFadden's (1974) conditional logit, by account.

Standard errors are the sandwich over accounts (Liang and Zeger 1986): what one account is shown hangs together. Where
the alternatives are named, it is the sandwich over accounts and alternatives at once (Cameron, Gelbach and Miller
2011), for one that is liked for reasons unknown is chosen by many accounts. Intervals are those of t with one degree
of freedom less than there are accounts.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_STEPS = 50


@dataclass(frozen=True, slots=True)
class Fitted:
    """Coefficients with their standard errors, intervals and p-values; ``clusters`` are the accounts."""

    beta: Floats
    error: Floats
    low: Floats
    high: Floats
    p: Floats
    clusters: int


def conditional_logit(
    x: Floats,
    cluster: Ints,
    offset: Floats | None = None,
    level: float = 0.95,
    *,
    items: Ints | None = None,
    freedom: int | None = None,
) -> Fitted | None:
    """Fit choices: ``x[i, j]`` are the regressors of alternative j at choice i, of which j = 0 was chosen.

    ``offset`` is added with a coefficient of 1 (the logarithm of sampling weights). ``items[i, j]`` names the
    alternatives; errors then hold for other alternatives too, and ``freedom`` is a lower number of degrees of freedom,
    where few of them carry what is asked about. None when it is not identified: fewer than two accounts, regressors
    that never differ within a choice, or choices that one of them settles.
    """
    from scipy.stats import t as student  # a second to load, and the desk only shows what it is for

    base = np.zeros(x.shape[:2]) if offset is None else offset
    groups, of = np.unique(cluster, return_inverse=True)
    if groups.size < 2 or not x.size:
        return None
    within = x - x.mean(axis=1, keepdims=True)
    gram = np.einsum("ijk,ijl->kl", within, within)
    if np.linalg.matrix_rank(gram, hermitian=True) < x.shape[2]:
        return None
    beta = np.zeros(x.shape[2])
    for _ in range(_STEPS):
        score, information = _derivatives(x, base, beta)
        if not np.all(np.isfinite(information)) or np.linalg.cond(information) > 1e12:
            return None
        step = np.linalg.solve(information, score.sum(axis=0))
        beta = beta + np.clip(step, -2.0, 2.0)
        if np.abs(step).max() < 1e-9:
            break
    else:
        return None
    score, information = _derivatives(x, base, beta)
    if np.abs(beta).max() > 25 or np.linalg.cond(information) > 1e12:
        return None
    bread = np.linalg.inv(information)
    spread = np.diag(bread @ _outer(score, of) @ bread)
    if items is not None:
        spread = np.maximum(spread, np.diag(bread @ _both(x, base, beta, of, items) @ bread))
    error = np.sqrt(spread)
    if not np.all(error > 0):
        return None
    free = min(groups.size - 1, groups.size if freedom is None else freedom)
    wide = float(student.ppf(0.5 + level / 2, free)) * error
    p = 2 * student.sf(np.abs(beta) / error, free)
    return Fitted(beta, error, beta - wide, beta + wide, np.asarray(p, dtype=np.float64), int(groups.size))


def _outer(score: Floats, of: Ints) -> Floats:
    """The sum over groups of the outer product of each group's score."""
    size = int(of.max()) + 1
    sums = np.zeros((size, score.shape[1]))
    np.add.at(sums, of, score)
    return np.asarray(sums.T @ sums * (size / max(size - 1, 1)), dtype=np.float64)


def _both(x: Floats, base: Floats, beta: Floats, account: Ints, items: Ints) -> Floats:
    """Accounts and alternatives at once: the sums over either, less those over their meetings."""
    share, mean = _shares(x, base, beta)
    centred = x - mean[:, None, :]
    chosen = -share
    chosen[:, 0] += 1
    part = (chosen[:, :, None] * centred).reshape(-1, beta.size)  # what each alternative adds to the score
    of = np.unique(items.ravel(), return_inverse=True)[1]
    who = np.repeat(account, items.shape[1])
    meeting = np.unique(who * (int(of.max()) + 1) + of, return_inverse=True)[1]
    return np.asarray(_outer(part, who) + _outer(part, of) - _outer(part, meeting), dtype=np.float64)


def _shares(x: Floats, base: Floats, beta: Floats) -> tuple[Floats, Floats]:
    """How likely each alternative is at each choice, and what is then expected of the regressors."""
    utility = x @ beta + base
    share = np.exp(utility - utility.max(axis=1, keepdims=True))
    share /= share.sum(axis=1, keepdims=True)
    return share, np.einsum("ij,ijk->ik", share, x)


def _derivatives(x: Floats, base: Floats, beta: Floats) -> tuple[Floats, Floats]:
    """The score of each choice, and the information of all."""
    share, mean = _shares(x, base, beta)
    centred = x - mean[:, None, :]
    return x[:, 0, :] - mean, np.einsum("ij,ijk,ijl->kl", share, centred, centred, optimize=True)
