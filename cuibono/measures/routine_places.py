"""Where an account spends its nights and its working hours: what a holder of traces infers, and how surely."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
_DAY, _HOUR = 86_400, 3_600
#: Steps of the score for which the share that was right is counted.
_EDGES = np.array([0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])


@dataclass(frozen=True, slots=True)
class Places:
    """The inferred cell of each account and its score, from 0 to 1; -1 where nothing can be inferred."""

    cell: Ints
    score: NDArray[np.float64]


def homes(accounts: Ints, cells: Ints, times: Ints, count: int) -> Places:
    """The cell with most distinct nights (20 to 6 o'clock) and weekend mornings; score: its part of those nights."""
    hour, day = times % _DAY // _HOUR, (times - 6 * _HOUR) // _DAY
    night = (hour >= 20) | (hour < 6)
    return _most(accounts[night], cells[night], day[night], count)


def works(accounts: Ints, cells: Ints, times: Ints, count: int, home: Ints) -> Places:
    """The cell away from home with most distinct working days (weekdays, 9 to 18 o'clock).

    It is never right for those who work by night, and is told apart for them where the truth is known.
    """
    hour, day = times % _DAY // _HOUR, times // _DAY
    weekday = (day + 3) % 7 < 5  # the first of January 1970 was a Thursday
    busy = (hour >= 9) & (hour < 18) & weekday & (cells != home[accounts])
    return _most(accounts[busy], cells[busy], day[busy], count)


def _most(accounts: Ints, cells: Ints, days: Ints, count: int) -> Places:
    """For each account the cell seen on most different days; the smaller number where two are alike."""
    cell, score = np.full(count, -1, dtype=np.int64), np.zeros(count)
    if not accounts.size:
        return Places(cell, score)
    wide, span = int(cells.max()) + 1, int(days.max() - days.min()) + 1
    seen = np.unique((accounts * wide + cells) * span + days - days.min())
    pairs, often = np.unique(seen // span, return_counts=True)
    account, place = np.divmod(pairs, wide)
    order = np.lexsort((place, -often, account))
    first = order[np.r_[True, np.diff(account[order]) > 0]]
    cell[account[first]] = place[first]
    score[account[first]] = often[first] / np.bincount(account, often, minlength=count)[account[first]]
    return Places(cell, score)


def calibrated(score: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """What scores are worth: for each step of the score, the share that was right (Laplace's rule where few are known).

    Fitted where the truth is known (the invented city), to be read by ``stated``.
    """
    step = np.clip(np.searchsorted(_EDGES, score, side="right") - 1, 0, _EDGES.size - 2)
    hits = np.bincount(step, right, minlength=_EDGES.size - 1)
    counts = np.bincount(step, minlength=_EDGES.size - 1)
    return np.asarray((hits + 1) / (counts + 2))


def stated(table: NDArray[np.float64], score: NDArray[np.float64]) -> NDArray[np.float64]:
    """The confidence that a score stands for."""
    found: NDArray[np.float64] = table[np.clip(np.searchsorted(_EDGES, score, side="right") - 1, 0, table.size - 1)]
    return found


def calibration_error(confidence: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """The largest difference between stated and true in tenths of the confidence that hold fifty accounts or more."""
    tenth = np.clip((confidence * 10).astype(int), 0, 9)
    off = [
        abs(float(confidence[tenth == t].mean() - right[tenth == t].mean()))
        for t in range(10)
        if (tenth == t).sum() >= 50
    ]
    return max(off, default=0.0)
