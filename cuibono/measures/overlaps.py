"""For every interval, the highest value among the intervals that overlap it; in n log n, without pairs.

Two intervals overlap when one begins within the other. So the answer is the larger of two maxima: over the
intervals that begin within this one (a range maximum over sorted beginnings) and over those that hold its
beginning (a maximum at a point, from intervals cut into pieces of a power of two).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def highest_overlapping(start: Any, end: Any, value: Any) -> Floats:
    """For every closed interval [start, end], the highest value of an interval that shares a point with it.

    An interval overlaps itself, so the result is never below its own value. ``start`` and ``end`` are whole
    numbers with start <= end; intervals of groups that must not meet are kept apart by an offset per group.
    """
    start, end = np.asarray(start, np.int64), np.asarray(end, np.int64)
    value = np.asarray(value, np.float64)
    if not start.size:
        return np.empty(0)
    order = np.argsort(start, kind="stable")
    begins = start[order]
    first, last = np.searchsorted(begins, start, "left"), np.searchsorted(begins, end, "right") - 1
    within = _range_maximum(value[order], first, last)
    points = np.unique(start)
    held = _point_maximum(np.searchsorted(points, start), np.searchsorted(points, end, "right") - 1, value, points.size)
    found: Floats = np.maximum(within, held[np.searchsorted(points, start)])
    return found


def lowest_overlapping(start: Any, end: Any, value: Any) -> Floats:
    """The same for the lowest value."""
    found: Floats = np.negative(highest_overlapping(start, end, np.negative(np.asarray(value, np.float64))))
    return found


def _range_maximum(value: Floats, first: Ints, last: Ints) -> Floats:
    """The maximum of value[first..last] for many ranges, from maxima over runs of powers of two."""
    level = _power(last - first + 1)
    best = np.empty(first.size)
    runs = value
    for k in range(int(level.max()) + 1):
        mine = level == k
        best[mine] = np.maximum(runs[first[mine]], runs[last[mine] - (1 << k) + 1])
        if runs.size > 1 << k:
            runs = np.maximum(runs[: -(1 << k)], runs[1 << k :])
    return best


def _point_maximum(first: Ints, last: Ints, value: Floats, size: int) -> Floats:
    """For every point, the maximum over the ranges that hold it."""
    level = _power(last - first + 1)
    above = np.full(size, -np.inf)
    for k in range(int(level.max()), -1, -1):
        mine, step = level == k, 1 << k
        np.maximum.at(above, first[mine], value[mine])
        np.maximum.at(above, last[mine] - step + 1, value[mine])
        if k:
            half = step >> 1
            above[half:] = np.maximum(above[half:], above[:-half])
    return above


def _power(length: Ints) -> Ints:
    """The exponent of the largest power of two that is not above a length."""
    found: Ints = (np.frexp(length.astype(np.float64))[1] - 1).astype(np.int64)
    return found
