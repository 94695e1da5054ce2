"""Who lies between others: on how many of the shortest ways between two does somebody stand (betweenness).

Freeman 1977; counted as Brandes 2001 does, from many origins at a time with sparse matrices. In a large network only a
seeded sample of origins is taken (Brandes and Pich 2007), and the sums are scaled up.
"""

from typing import TYPE_CHECKING

import numpy as np

from cuibono.measures.stakes import Floats, Ints

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

#: Up to so many, every one is an origin; in larger networks so many are drawn.
EXACT, DRAWN = 600, 200
_AT_ONCE = 64


def betweenness(n: int, one: Ints, other: Ints, *, seed: int = 1, exact: int = EXACT, drawn: int = DRAWN) -> Floats:
    """For each of ``n`` the share of pairs of others whose shortest ways lead over it, 0 to 1.

    >>> betweenness(3, np.array([0, 1]), np.array([1, 2])).tolist()
    [0.0, 1.0, 0.0]
    """
    from scipy.sparse import coo_matrix, csr_matrix

    found = np.zeros(n)
    if n < 3 or not len(one):
        return found
    rows, columns = np.concatenate((one, other)), np.concatenate((other, one))
    apart = rows != columns
    matrix = csr_matrix(coo_matrix((np.ones(apart.sum()), (rows[apart], columns[apart])), shape=(n, n)))
    matrix.data[:] = 1.0  # several ties between two are one way
    everybody = np.arange(n) if n <= exact else np.sort(np.random.default_rng(seed).permutation(n)[:drawn])
    for start in range(0, len(everybody), _AT_ONCE):
        found += _dependencies(matrix, everybody[start : start + _AT_ONCE])
    pairs = (n - 1) * (n - 2)
    return np.asarray(np.clip(found * (n / len(everybody)) / pairs, 0.0, 1.0), float)


def _dependencies(matrix: "csr_matrix", origins: Ints) -> Floats:
    """Sums over some origins of how much the others depend on each to be reached."""
    n, columns = matrix.shape[0], np.arange(len(origins))
    ways = np.zeros((n, len(origins)))
    ways[origins, columns] = 1.0
    seen = ways > 0
    layers = [seen.copy()]
    front = ways.copy()
    while True:
        reached = matrix @ front
        front = np.where(seen, 0.0, reached)
        if not front.any():
            break
        layer = front > 0
        ways += front
        seen |= layer
        layers.append(layer)
    depends = np.zeros_like(ways)
    for layer, before in zip(layers[:0:-1], layers[-2::-1], strict=True):
        passed = np.where(layer, (1.0 + depends) / np.where(layer, ways, 1.0), 0.0)
        depends += np.where(before, ways * (matrix @ passed), 0.0)
    depends[origins, columns] = 0.0
    return np.asarray(depends.sum(axis=1), float)
