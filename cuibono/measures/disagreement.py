"""Which statements cannot both be true: intervals that lie apart although they are about the same time."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cuibono.measures.overlaps import Floats, Ints, highest_overlapping, lowest_overlapping

#: Stands for an open end of a value; any larger number would lose digits in sums.
OPEN = 1e300

_FIRST, _LAST = -800_000, 3_000_000


@dataclass(frozen=True, slots=True)
class Apart:
    """For every statement whether it lies below or above another, and how far from the farthest."""

    below: NDArray[np.bool_]
    above: NDArray[np.bool_]
    gap: Floats


def apart(group: Any, low: Any, high: Any, start: Any, end: Any, *, slack: Any, tolerance: Any) -> Apart:
    """Compare the statements of each group, each a value interval and a time interval, in n log n.

    Two statements lie apart when their times share a day and the gap between their values is larger than both
    roundings together (``slack``, half a last digit each) and than ``tolerance`` times the larger of the two
    ends. ``low`` and ``high`` are OPEN beyond what is said; ``start`` and ``end`` are days since 1970, clipped
    to the years 1 to 9999. ``tolerance`` below 1 may differ between groups, not within one.
    """
    low, high, slack = (np.asarray(a, np.float64) for a in (low, high, slack))
    offset = np.asarray(group, np.int64) * (_LAST - _FIRST + 2)
    first, last = _days(start) + offset, _days(end) + offset
    wide_low, wide_high = low - slack, high + slack
    highest, lowest = highest_overlapping(first, last, wide_low), lowest_overlapping(first, last, wide_high)
    below, above = _beyond(wide_high, highest, tolerance), _beyond(lowest, wide_low, tolerance)
    gap = highest_overlapping(first, last, low) - high
    return Apart(below, above, np.where(below, gap, 0.0))


def _beyond(lower: Floats, upper: Floats, tolerance: Any) -> NDArray[np.bool_]:
    """Whether the upper end lies above the lower one by more than the tolerance."""
    size = np.maximum(np.abs(lower), np.abs(upper))
    found: NDArray[np.bool_] = upper - lower > np.asarray(tolerance) * size
    return found


def _days(days: Any) -> Ints:
    return np.clip(np.asarray(days, np.int64), _FIRST, _LAST) - _FIRST
