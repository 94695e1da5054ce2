"""Integrated ownership: what reaches every owner through all chains, circles included.

With W[holder, held] the shares, ``u = v + W u`` carries values upwards; its solution (I - W)^-1 v counts every chain of
any length once (Brioschi, Buzzacchi & Colombo 1989; Baldone, Brioschi & Paleari 1998). Strong components are put in
order, so that only firms in circles need an equation solved; all others are reached by substitution.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from cuibono.measures.stakes import WHOLE, Flags, Floats, Ints, Stakes

#: From so many firms in one circle on, equations are solved step by step instead of by factors.
LARGE = 5_000
_EXACT = 1e-14


@dataclass(frozen=True, slots=True)
class Circles:
    """Strong components: the number of each party's, how many parties each has, and which have no outside owner."""

    of: Ints
    sizes: Ints
    pure: Flags

    def inside(self, party: int) -> bool:
        """Whether a party lies in a circle that nobody outside holds of."""
        return bool(self.pure[self.of[party]])


def circles(stakes: Stakes) -> Circles:
    """The circles among stakes; pure are those whose members hold every part of each other (lower ends).

    A party that holds the whole of itself is a circle of one. Decided on whole parts, never on a float.
    """
    of, sizes = stakes.components
    inside = of[stakes.holder] == of[stakes.held]
    own = np.bincount(stakes.held[inside], weights=stakes.low[inside], minlength=stakes.n).astype(np.int64)
    leaks = np.zeros(len(sizes), bool)
    np.logical_or.at(leaks, of, own < WHOLE)
    return Circles(of, sizes, ~leaks)


def carried(stakes: Stakes, shares: Floats, value: Floats) -> Floats:
    """``u = v + W u``: the value of each party with all that reaches it; W holds ``shares``, one per stake.

    Pure circles have no solution: stakes in them must be left out before (``unlooped``). A component whose equation
    has no solution without negative numbers gives infinity: upper ends may be such.
    """
    of, sizes = stakes.components
    level = _levels(stakes, of, len(sizes))
    u = value.astype(np.float64).copy()
    loops = np.zeros(stakes.n, bool)
    loops[stakes.holder[stakes.holder == stakes.held]] = True
    knotted = loops | (sizes[of] > 1)
    place = level[of]
    by_level = np.argsort(place[stakes.holder], kind="stable")
    ends = np.searchsorted(place[stakes.holder][by_level], np.arange(int(level.max(initial=0)) + 2))
    inner = of[stakes.holder] == of[stakes.held]
    for number in range(len(ends) - 1):
        here = by_level[ends[number] : ends[number + 1]]
        outer = here[~inner[here]]
        np.add.at(u, stakes.holder[outer], shares[outer] * u[stakes.held[outer]])
        if knots := here[inner[here]].tolist():
            _solve(stakes, shares, u, np.array(knots, np.int64), knotted, of)
    return u


def unlooped(stakes: Stakes, found: Circles) -> Flags:
    """The stakes that are not inside of a pure circle."""
    looped: Flags = (found.of[stakes.holder] == found.of[stakes.held]) & found.pure[found.of[stakes.held]]
    return ~looped


def flow(stakes: Stakes, value: Floats) -> Floats:
    """x = (I - W)^-1 W v on lower ends: what of the value of all firms reaches each party; pure circles keep theirs."""
    open_ = stakes.kept(unlooped(stakes, circles(stakes)))
    return carried(open_, open_.low / WHOLE, value) - value


def _solve(stakes: Stakes, shares: Floats, u: Floats, knots: Ints, knotted: Flags, of: Ints) -> None:
    """Solve (I - W) u = b inside the components that these stakes tie; b is what reached them from below."""
    sparse, linalg = _scipy()
    nodes = np.unique(np.concatenate((stakes.holder[knots], stakes.held[knots])))
    nodes = nodes[knotted[nodes]]
    at = np.full(stakes.n, -1, np.int64)
    at[nodes] = np.arange(len(nodes))
    size = len(nodes)
    inner = sparse.csc_matrix((shares[knots], (at[stakes.holder[knots]], at[stakes.held[knots]])), (size, size))
    matrix = sparse.identity(size, format="csc") - inner
    right = u[nodes]
    largest = int(np.bincount(of[nodes]).max())
    with np.errstate(all="ignore"):
        try:
            solved = _stepwise(matrix, right) if largest > LARGE else linalg.splu(matrix).solve(right)
        except RuntimeError:  # a component is singular: its upper ends hold all of itself
            solved = np.full(size, np.inf)
    bad = ~np.isfinite(solved) | (solved < -_EXACT * max(1.0, float(np.abs(right).max())))
    if bad.any() and len(np.unique(of[nodes])) > 1:
        for component in np.unique(of[nodes]):
            _solve(stakes, shares, u, knots[of[stakes.held[knots]] == component], knotted, of)
        return
    u[nodes] = np.inf if bad.any() else solved


def _stepwise(matrix: Any, right: Floats) -> Floats:
    """A large circle: incomplete factors, then BiCGSTAB; the factors themselves when it does not settle."""
    _, linalg = _scipy()
    factors = linalg.spilu(matrix, drop_tol=1e-6, fill_factor=20)
    helper = linalg.LinearOperator(matrix.shape, factors.solve)
    solved, failed = linalg.bicgstab(matrix, right, rtol=1e-14, atol=0.0, maxiter=1_000, M=helper)
    return linalg.splu(matrix).solve(right) if failed else solved  # type: ignore[no-any-return]


def _levels(stakes: Stakes, of: Ints, count: int) -> Ints:
    """For each component the length of the longest chain below it."""
    holder, held = of[stakes.holder], of[stakes.held]
    outer = holder != held
    holder, held = holder[outer], held[outer]
    order = np.argsort(held, kind="stable")
    start = np.concatenate(([0], np.cumsum(np.bincount(held, minlength=count)))).astype(np.int64)
    holder = holder[order]
    waiting = np.bincount(holder, minlength=count)
    level = np.zeros(count, np.int64)
    ready = np.flatnonzero(waiting == 0)
    number = 0
    while len(ready):
        level[ready] = number
        counts = start[ready + 1] - start[ready]
        shift = np.repeat(start[ready] - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
        above = holder[shift + np.arange(int(counts.sum()))]
        if len(above) > count // 8:
            waiting -= np.bincount(above, minlength=count)
            touched = np.unique(above)
        else:
            touched, times = np.unique(above, return_counts=True)
            waiting[touched] -= times
        ready = touched[waiting[touched] == 0]
        number += 1
    return level


def _scipy() -> tuple[Any, Any]:
    """Scipy, imported where it is needed: it takes a moment."""
    from scipy import sparse
    from scipy.sparse import linalg

    return sparse, linalg
