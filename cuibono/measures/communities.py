"""Groups in a network that are tied more among themselves than chance allows: Louvain's method, seeded.

Blondel, Guillaume, Lambiotte and Lefebvre 2008: everybody moves to the neighbouring group that raises modularity
(Newman and Girvan 2004) most, until nobody does; the groups then become the members of a smaller network, and so on.
"""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cuibono.measures.stakes import Floats, Ints

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

#: So many passes over everybody, and so many levels; both end long before when nothing moves.
_PASSES, _LEVELS = 20, 12
#: A gain below this is none: sums of floats differ by as much.
_LEAST = 1e-12


def communities(n: int, one: Ints, other: Ints, weight: Floats | None = None, *, seed: int = 1) -> Ints:
    """The group of each of ``n``, numbered from 0, the largest first; whoever is tied to nobody is alone.

    >>> communities(6, np.array([0, 1, 0, 3, 4, 3, 2]), np.array([1, 2, 2, 4, 5, 5, 3])).tolist()
    [0, 0, 0, 1, 1, 1]
    """
    from scipy.sparse import coo_matrix, csr_matrix

    given = np.ones(len(one)) if weight is None else np.asarray(weight, float)
    rows, columns = np.concatenate((one, other)), np.concatenate((other, one))
    matrix = csr_matrix(coo_matrix((np.concatenate((given, given)), (rows, columns)), shape=(n, n)))
    rng = np.random.default_rng(seed)
    of = np.arange(n, dtype=np.int64)
    for _ in range(_LEVELS):
        moved = _moved(matrix, rng)
        groups, fresh = np.unique(moved, return_inverse=True)
        if len(groups) == matrix.shape[0]:
            break
        of = fresh[of].astype(np.int64)
        gather = csr_matrix((np.ones(len(fresh)), (fresh, np.arange(len(fresh)))))
        matrix = csr_matrix(gather @ matrix @ gather.T)
    return _by_size(of)


def modularity(n: int, one: Ints, other: Ints, of: Ints) -> float:
    """How many more ties lie within groups than chance would have it, as a share of all ties; 0 without ties."""
    if not len(one):
        return 0.0
    degree = np.bincount(np.concatenate((one, other)), minlength=n).astype(float)
    mass = np.bincount(of, weights=degree)
    within = float((of[one] == of[other]).mean())
    return within - float(np.sum((mass / (2 * len(one))) ** 2))


def _moved(matrix: "csr_matrix", rng: np.random.Generator) -> Ints:
    """One level: the group of each member once nobody gains by moving on."""
    n = matrix.shape[0]
    degree = np.asarray(matrix.sum(axis=1)).ravel()
    total = float(degree.sum())
    group = list(range(n))
    if total == 0:
        return np.arange(n, dtype=np.int64)
    mass, own = degree.tolist(), degree.tolist()
    starts, ends, weights = matrix.indptr.tolist(), matrix.indices.tolist(), matrix.data.tolist()
    for _ in range(_PASSES):
        moves = 0
        for node in rng.permutation(n).tolist():
            here = group[node]
            ties: dict[int, float] = {here: 0.0}
            for at in range(starts[node], starts[node + 1]):
                if ends[at] != node:
                    there = group[ends[at]]
                    ties[there] = ties.get(there, 0.0) + weights[at]
            mass[here] -= own[node]
            pull = own[node] / total
            best, most = here, ties[here] - mass[here] * pull
            for there, tied in ties.items():
                gain = tied - mass[there] * pull
                if gain > most + _LEAST:
                    best, most = there, gain
            mass[best] += own[node]
            group[node] = best
            moves += best != here
        if not moves:
            break
    return np.array(group, dtype=np.int64)


def _by_size(of: Ints) -> Ints:
    """Groups numbered anew: the largest is 0; of two as large, the one whose first member comes first."""
    groups, first, inverse, counts = np.unique(of, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -counts))
    number: NDArray[np.int64] = np.empty(len(groups), np.int64)
    number[order] = np.arange(len(groups))
    return np.asarray(number[inverse], np.int64)
