"""Which of several that could have been chosen was chosen: McFadden's (1974) conditional logit, by account.

Standard errors are the sandwich over accounts (Liang and Zeger 1986), intervals those of t with one degree of freedom
less than there are accounts: what one account is shown hangs together.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t as student

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


def conditional_logit(x: Floats, cluster: Ints, offset: Floats | None = None, level: float = 0.95) -> Fitted | None:
    """Fit choices: ``x[i, j]`` are the regressors of alternative j at choice i, of which j = 0 was chosen.

    ``offset`` is added with a coefficient of 1 (the logarithm of sampling weights). None when it is not identified:
    fewer than two accounts, regressors that never differ within a choice, or choices that one of them settles.
    """
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
    sums = np.zeros((groups.size, beta.size))
    np.add.at(sums, of, score)
    bread = np.linalg.inv(information)
    spread = bread @ (sums.T @ sums) @ bread * (groups.size / (groups.size - 1))
    error = np.sqrt(np.diag(spread))
    if not np.all(error > 0):
        return None
    wide = float(student.ppf(0.5 + level / 2, groups.size - 1)) * error
    p = 2 * student.sf(np.abs(beta) / error, groups.size - 1)
    return Fitted(beta, error, beta - wide, beta + wide, np.asarray(p, dtype=np.float64), int(groups.size))


def _derivatives(x: Floats, base: Floats, beta: Floats) -> tuple[Floats, Floats]:
    """The score of each choice, and the information of all."""
    utility = x @ beta + base
    share = np.exp(utility - utility.max(axis=1, keepdims=True))
    share /= share.sum(axis=1, keepdims=True)
    mean = np.einsum("ij,ijk->ik", share, x)
    centred = x - mean[:, None, :]
    return x[:, 0, :] - mean, np.einsum("ij,ijk,ijl->kl", share, centred, centred, optimize=True)
