"""Things that belong together when pairs of them do: one number per group, with arrays."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def join(group: Ints, one: Any, other: Any) -> Ints:
    """Groups once the pairs (one, other) are joined: each thing carries the lowest number in its group.

    ``group`` is what was known before: ``np.arange(n)`` when nothing was.
    """
    one, other = np.asarray(one, np.int64), np.asarray(other, np.int64)
    group = group.copy()
    while True:
        here, there = group[one], group[other]
        apart = here != there
        if not apart.any():
            return group
        one, other, here, there = one[apart], other[apart], here[apart], there[apart]
        np.minimum.at(group, np.maximum(here, there), np.minimum(here, there))
        while True:
            lower = group[group]
            if np.array_equal(lower, group):
                break
            group = lower


def numbered(group: Any) -> Ints:
    """Groups numbered 0, 1, 2 ... in the order in which they first come."""
    _, first, inverse = np.unique(np.asarray(group), return_index=True, return_inverse=True)
    place = np.empty(first.size, np.int64)
    place[np.argsort(first)] = np.arange(first.size)
    found: Ints = place[inverse]
    return found
