"""How concentrated a market is: the Herfindahl-Hirschman index and the share of the largest, as sharp intervals.

Shares are whole parts per 10^9, so that sums and thresholds are exact. Each supplier's share lies between a
lower and an upper end; what the listed suppliers do not hold belongs to suppliers nobody listed.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

WHOLE = 1_000_000_000
LARGEST = (1, 3, 10)

Parts = NDArray[np.int64]
_ENUMERATED = 14


@dataclass(frozen=True, slots=True)
class Concentration:
    """The index and the shares of the largest suppliers, each as the lowest and highest value possible.

    low, high    the Herfindahl-Hirschman index, 0 to 1; times 10,000 it is the index of competition law
    largest      for 1, 3 and 10 suppliers: the lowest and highest share they can hold together (CR1, CR3, CR10)
    listed       what the listed shares add up to: lower ends, upper ends; above 1 they cannot all be true
    raw          the index of the shares as listed, before they were scaled down to add up to 1; else None
    sharp        whether ``high`` is attained by some market; otherwise no market exceeds it
    """

    low: Fraction
    high: Fraction
    largest: dict[int, tuple[float, float]]
    listed: tuple[float, float]
    raw: float | None = None
    sharp: bool = True

    @property
    def exact(self) -> bool:
        """Whether there is only one value."""
        return self.low == self.high

    @property
    def middle(self) -> float:
        """The middle of the interval; the value itself when it is exact."""
        return float((self.low + self.high) / 2)

    @property
    def effective(self) -> tuple[float, float | None]:
        """The number of equal suppliers that would be as concentrated: 1 / index; None where it has no bound."""
        return float(1 / self.high) if self.high else 0.0, float(1 / self.low) if self.low else None

    def at_least(self, threshold: float) -> bool | None:
        """Whether the index reaches a threshold; None when the interval leaves it open. Decided without rounding."""
        limit = Fraction(round(threshold * WHOLE), WHOLE)
        if self.low >= limit:
            return True
        return None if self.high >= limit else False


def parts(shares: Any) -> Parts:
    """Shares from 0 to 1 as whole parts per 10^9."""
    rounded: Parts = np.rint(np.asarray(shares, dtype=np.float64) * WHOLE).astype(np.int64)
    return rounded


def concentration(low: Parts, high: Parts, *, complete: bool = False, whole: int = WHOLE) -> Concentration:
    """The index of a market whose suppliers' shares are known within bands.

    Method: Hirschman (1964), "The Paternity of an Index"; the bounds are those of a sum of squares over all
    shares within their bands that add up to the whole. With ``complete`` every supplier is listed: the least
    concentrated market is found by filling all bands to one level. Without, the rest may lie with suppliers of
    negligible size (lowest index) or with a single unseen one (highest). The highest index lies at a corner of
    the bands; corners are all tried for up to 14 banded suppliers, beyond that the bound is that of the
    fractional knapsack, which no market exceeds (``sharp`` is then False).

    Lower ends that add up to more than the whole contradict each other (rounding, or capacity counted
    twice): they are scaled to the whole, and ``raw`` has the index as listed.
    """
    listed = (int(low.sum()) / whole, int(high.sum()) / whole)
    if int(low.sum()) > whole:
        raw = float((low.astype(float) ** 2).sum()) / whole**2
        scaled = _scaled(low, whole)
        exact = Fraction(_squares(scaled), whole**2)
        return Concentration(exact, exact, _largest(scaled, scaled, scaled, whole, False), listed, raw)
    closed = complete and int(high.sum()) >= whole
    room = whole - int(low.sum())
    high = np.minimum(high, low + room)
    least, flattest = _level(low, high, whole) if closed else (Fraction(_squares(low)), low)
    most, sharp = _highest(low, high, room, closed=closed)
    return Concentration(
        least / whole**2,
        Fraction(most, whole**2),
        _largest(low, high, flattest, whole, not closed),
        listed,
        sharp=sharp,
    )


def _scaled(low: Parts, whole: int) -> Parts:
    """Shares scaled to add up to the whole to the last part: rounded down, the rest to the largest remainders."""
    total = int(low.sum())
    exact = [divmod(int(s) * whole, total) for s in low]
    scaled = np.array([q for q, _ in exact], dtype=np.int64)
    order = sorted(range(len(exact)), key=lambda i: -exact[i][1])
    scaled[order[: whole - int(scaled.sum())]] += 1
    return scaled


def _squares(shares: Parts) -> int:
    """The sum of squares; fits into 64 bits since the shares add up to no more than the whole."""
    return int((shares * shares).sum())


def _level(low: Parts, high: Parts, whole: int) -> tuple[Fraction, NDArray[Any]]:
    """Fill all bands to one level until they add up to the whole: the least sum of squares, and the shares.

    The result is majorised by every other market within the bands, so it is also the lowest in the shares
    of the largest.
    """
    levels = np.unique(np.concatenate([low, high]))
    lows, highs = np.sort(low), np.sort(high)
    below_low, below_high = np.searchsorted(lows, levels, "right"), np.searchsorted(highs, levels, "right")
    untouched = int(low.sum()) - _sums(lows)[below_low]
    filled = untouched + _sums(highs)[below_high] + levels * (below_low - below_high)
    at = int(np.searchsorted(filled, whole, "right")) - 1
    level, rest = int(levels[at]), whole - int(filled[at])
    moving = (low <= level) & (high > level)
    fixed = np.clip(level, low, high)
    if not rest or not moving.any():
        return Fraction(_squares(fixed)), fixed
    count = int(moving.sum())
    share = level + Fraction(rest, count)
    return _squares(fixed[~moving]) + count * share**2, np.where(moving, float(share), fixed)


def _sums(ordered: Parts) -> Parts:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(ordered)])


def _highest(low: Parts, high: Parts, room: int, *, closed: bool) -> tuple[int, bool]:
    """The highest sum of squares, and whether some market attains it."""
    banded = np.flatnonzero(high > low)
    base = _squares(low)
    if not banded.size or not room:
        return base + (0 if closed else room * room), True
    if banded.size <= _ENUMERATED:
        return base + _corners(low[banded], high[banded], room, closed=closed), True
    return base + _knapsack(low[banded], high[banded], room, closed=closed), False


def _corners(low: Parts, high: Parts, room: int, *, closed: bool) -> int:
    """What the best corner adds: some suppliers at their upper ends, at most one in between, the rest unseen."""
    width = high - low
    chosen = (np.arange(1 << len(low))[:, None] >> np.arange(len(low))) & 1
    rest = room - chosen @ width
    chosen, rest = chosen[rest >= 0], rest[rest >= 0]
    added = chosen @ (high * high - low * low)
    last = np.where((chosen == 0) & (rest[:, None] <= width), 2 * low * rest[:, None] + rest[:, None] ** 2, -1)
    best = last.max(axis=1)
    best = np.where(rest == 0, 0, best) if closed else np.maximum(best, rest * rest)
    return int((added + best)[best >= 0].max())


def _knapsack(low: Parts, high: Parts, room: int, *, closed: bool) -> int:
    """A bound on what any market adds: bands filled by steepness, the last one as if in proportion."""
    width, slope = high - low, high + low
    if not closed:
        width, slope = np.append(width, room), np.append(slope, room)
    added, left = 0, room
    for i in np.argsort(-slope, kind="stable"):
        taken = min(left, int(width[i]))
        added += taken * int(slope[i])
        left -= taken
        if not left:
            break
    return added


def _largest(
    low: Parts, high: Parts, flattest: NDArray[Any], whole: int, unseen: bool
) -> dict[int, tuple[float, float]]:
    """The lowest and highest joint share of the k largest suppliers.

    The upper ends are attained when the suppliers with the largest lower ends have the largest upper ends too;
    no market exceeds them.
    """
    by_low, by_high, by_flat = (np.sort(a)[::-1] for a in (low, high, flattest))
    pairs = np.sort(np.minimum(high, low + whole - int(low.sum())))[::-1]
    total = int(low.sum())
    found: dict[int, tuple[float, float]] = {}
    for k in LARGEST:
        most = min(int(by_high[:k].sum()), whole - total + int(by_low[:k].sum()))
        if k == 1 and pairs.size:
            most = int(pairs[0])
        if unseen:
            most = max(most, whole - total + int(by_low[: k - 1].sum()))
        found[k] = (float(by_flat[:k].sum()) / whole, min(most, whole) / whole)
    return found
