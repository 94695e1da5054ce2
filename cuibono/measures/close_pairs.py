"""Pairs of events on one object, close in time: counted before any is made, then made piece by piece.

Events are sorted by object and time; of each, one look-up says how far its window reaches. The number of pairs is
known at once, and it grows faster than the number of events: among ten million it was a hundred and eighty million.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def by_object_and_time(objects: Ints, times: Ints) -> Ints:
    """The order in which the functions below want their events."""
    return np.lexsort((times, objects))


def reach(objects: Ints, times: Ints, window: int) -> Ints:
    """For each event, sorted by object and time: one behind the last of its object within ``window`` seconds of it.

    >>> reach(np.array([0, 0, 0, 1]), np.array([10, 15, 99, 15]), 5)
    array([2, 2, 3, 4])
    """
    if not times.size:
        return np.zeros(0, dtype=np.int64)
    since = times - times.min()
    span = int(since.max()) + window + 1
    place = objects.astype(np.int64) * span + since
    return np.asarray(np.searchsorted(place, place + window, side="right"), dtype=np.int64)


def pairs_per_event(reached: Ints) -> Ints:
    """How many later events lie within the window of each."""
    return np.asarray(reached - np.arange(reached.size) - 1, dtype=np.int64)


def pairs_per_object(objects: Ints, reached: Ints, count: int) -> Ints:
    """How many close pairs each of ``count`` objects has: they need not be made for that."""
    return np.bincount(objects, weights=pairs_per_event(reached), minlength=count).astype(np.int64)


def pieces(reached: Ints, size: int = 1 << 20) -> Iterator[tuple[Ints, Ints]]:
    """All close pairs as two columns of positions, the earlier first, in pieces of about ``size`` pairs.

    >>> [(a.tolist(), b.tolist()) for a, b in pieces(np.array([2, 2, 3, 4]))]
    [([0], [1])]
    """
    each = pairs_per_event(reached)
    ends = np.cumsum(each)
    total = int(ends[-1]) if ends.size else 0
    start = 0
    while start < reached.size and (start == 0 or ends[start - 1] < total):
        done = int(ends[start - 1]) if start else 0
        stop = max(int(np.searchsorted(ends, done + size, side="right")), start + 1)
        counts = each[start:stop]
        first = np.repeat(np.arange(start, stop, dtype=np.int64), counts)
        before = np.repeat(np.cumsum(counts) - counts, counts)
        yield first, first + 1 + (np.arange(first.size, dtype=np.int64) - before)
        start = stop
