"""Did two groups fare differently in like cases? Tables of two by two, one for each stratum, taken together."""

from dataclasses import dataclass
from math import exp, log, sqrt

import numpy as np
from numpy.typing import NDArray

#: One row for each stratum: group with the outcome, group without, the others with it, the others without.
Tables = NDArray[np.int64]

_WIDE = 20_000  # numbers that the exact distribution may take; above, the normal one is as good
_Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Stratified:
    """What two-by-two tables say together.

    ``odds_ratio`` is that of Mantel and Haenszel, with ``low`` and ``high`` its 95 % interval (Robins, Breslow and
    Greenland 1986); ``chi2`` the Cochran-Mantel-Haenszel statistic without correction; ``p`` the two-sided p-value, by
    all permutations of the groups within strata where these can be counted (``exact``), else by chi-square.
    ``unequal`` is the p-value of the Breslow-Day test with Tarone's correction that the strata share one odds ratio.
    ``used`` counts the strata that hold both groups and both outcomes. ``rates`` are the plain shares of the two
    groups, ``standard`` their difference within strata (Mantel-Haenszel risk difference).
    ``filled`` says that a half was added to each cell, because a ratio would have no end.
    """

    odds_ratio: float
    low: float
    high: float
    chi2: float
    p: float
    exact: bool
    unequal: float | None
    used: int
    rates: tuple[float, float]
    standard: float
    filled: bool


def stratified(tables: Tables) -> Stratified | None:
    """Compare a group with the others within strata; None when no stratum holds both groups and both outcomes.

    ``tables`` has shape (strata, 4). The growth is linear in strata and, for the exact p-value, in the square of the
    number of outcomes.
    """
    cells = np.asarray(tables, dtype=np.int64).reshape(-1, 4)
    a, b, c, d = cells.T
    informative = ((a + b) > 0) & ((c + d) > 0) & ((a + c) > 0) & ((b + d) > 0)
    used = cells[informative]
    if not len(used):
        return None
    ratio, low, high, filled = _ratio(used.astype(float))
    chi2 = _cmh(used.astype(float))
    p = _exact(used)
    return Stratified(
        ratio, low, high, chi2,
        p if p is not None else _tail(chi2, 1), p is not None,
        _breslow_day(used.astype(float), ratio) if len(used) > 1 and not filled else None,
        len(used),
        (_share(a, b), _share(c, d)),
        _difference(used.astype(float)),
        filled,
    )  # fmt: skip


def crude(tables: Tables) -> float:
    """The p-value of a bare chi-square test that looks at no strata: it calls differences of risk a treatment."""
    pooled = np.asarray(tables, dtype=float).reshape(-1, 4).sum(axis=0, keepdims=True)
    a, b, c, d = pooled[0]
    if not min(a + b, c + d, a + c, b + d):
        return 1.0
    n = a + b + c + d
    return _tail(n * (a * d - b * c) ** 2 / ((a + b) * (c + d) * (a + c) * (b + d)), 1)


def e_value(odds_ratio: float, prevalence: float) -> float:
    """How strongly something unrecorded would have to go with group and outcome to explain an odds ratio away.

    VanderWeele and Ding 2017, on the scale of risk ratios; an odds ratio of a common outcome (15 % or more) counts as
    the square of a risk ratio.
    """
    risk = sqrt(odds_ratio) if prevalence >= 0.15 else odds_ratio
    risk = 1 / risk if 0 < risk < 1 else risk
    return risk + sqrt(risk * (risk - 1)) if risk > 1 else 1.0


def _share(yes: NDArray[np.int64], no: NDArray[np.int64]) -> float:
    total = int(yes.sum() + no.sum())
    return float(yes.sum()) / total if total else 0.0


def _ratio(cells: NDArray[np.float64]) -> tuple[float, float, float, bool]:
    """The common odds ratio with its 95 % interval."""
    filled = False
    a, b, c, d = cells.T
    if not (a * d).sum() or not (b * c).sum():
        filled, (a, b, c, d) = True, (cells + 0.5).T
    n = a + b + c + d
    r, s = a * d / n, b * c / n
    p, q = (a + d) / n, (b + c) / n
    total_r, total_s = r.sum(), s.sum()
    variance = (
        (p * r).sum() / (2 * total_r**2)
        + (p * s + q * r).sum() / (2 * total_r * total_s)
        + (q * s).sum() / (2 * total_s**2)
    )
    ratio, spread = float(total_r / total_s), _Z95 * sqrt(float(variance))
    return ratio, exp(log(ratio) - spread), exp(log(ratio) + spread), filled


def _cmh(cells: NDArray[np.float64]) -> float:
    a, b, c, d = cells.T
    n = a + b + c + d
    expected = (a + b) * (a + c) / n
    variance = (a + b) * (c + d) * (a + c) * (b + d) / (n**2 * np.maximum(n - 1, 1))
    return float((a - expected).sum() ** 2 / variance.sum())


def _difference(cells: NDArray[np.float64]) -> float:
    a, b, c, d = cells.T
    n = a + b + c + d
    weights = (a + b) * (c + d) / n
    return float((weights * (a / (a + b) - c / (c + d))).sum() / weights.sum())


def _tail(chi2: float, degrees: int) -> float:
    from scipy.stats import chi2 as distribution

    return float(distribution.sf(chi2, degrees))


def _exact(cells: Tables) -> float | None:
    """The share of all permutations within strata that are at most as likely as what was seen, ties halved (mid-p)."""
    from scipy.stats import hypergeom

    a, b, c, d = cells.T
    lowest, highest = np.maximum(0, (a + c) - (c + d)), np.minimum(a + b, a + c)
    if int((highest - lowest).sum()) > _WIDE:
        return None
    likely = np.ones(1)
    for (w, x, y, z), low, high in zip(cells.tolist(), lowest.tolist(), highest.tolist(), strict=True):
        likely = np.convolve(likely, hypergeom.pmf(np.arange(low, high + 1), w + x + y + z, w + y, w + x))
    seen = likely[int(a.sum() - lowest.sum())]
    same = np.isclose(likely, seen, rtol=1e-7, atol=0)
    return float(min(1.0, likely[(likely < seen) & ~same].sum() + likely[same].sum() / 2))


def _breslow_day(cells: NDArray[np.float64], ratio: float) -> float | None:
    """Whether the strata share one odds ratio (Breslow and Day 1980, corrected by Tarone 1985)."""
    a, b, c, d = cells.T
    one, two, with_it = a + b, c + d, a + c
    expected = _expected(one, two, with_it, ratio)
    parts = np.stack([expected, one - expected, with_it - expected, two - with_it + expected])
    if not (parts > 0).all():
        return None
    variance = 1 / (1 / parts).sum(axis=0)
    off = a - expected
    statistic = float((off**2 / variance).sum() - off.sum() ** 2 / variance.sum())
    return _tail(max(statistic, 0.0), len(cells) - 1)


def _expected(
    one: NDArray[np.float64], two: NDArray[np.float64], with_it: NDArray[np.float64], ratio: float
) -> NDArray[np.float64]:
    """The first cell of each table that has its margins and that odds ratio: the root that fits the margins."""
    if abs(ratio - 1) < 1e-12:
        return one * with_it / (one + two)
    square = 1 - ratio
    linear = two - with_it + ratio * (one + with_it)
    under = np.sqrt(np.maximum(linear**2 + 4 * square * ratio * one * with_it, 0))
    roots = np.stack([(-linear + under), (-linear - under)]) / (2 * square)
    low, high = np.maximum(0, with_it - two), np.minimum(one, with_it)
    fits = (roots >= low - 1e-9) & (roots <= high + 1e-9)
    found: NDArray[np.float64] = np.where(fits[0], roots[0], roots[1])
    return found
