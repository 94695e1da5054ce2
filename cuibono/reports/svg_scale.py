"""From numbers to places on paper: ends of an axis, round tick marks, positions."""

import math
from dataclasses import dataclass

#: Numbers beyond are drawn at the edge; the axis would overflow.
_VAST = 1e300


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight axis: numbers from ``low`` to ``high`` lie on pixels from ``start`` to ``end``."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of a number; numbers beyond the ends stay on the ends."""
        part = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return round(self.start + part * (self.end - self.start), 2)

    def ticks(self, about: int = 5) -> list[float]:
        """Round numbers within the ends, about so many."""
        step = round_step((self.high - self.low) / max(1, about))
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return [round(i * step, 12) for i in range(first, last + 1)]


def round_step(rough: float) -> float:
    """The next of 1, 2, 2.5, 5, 10 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(rough)) if rough > 0 else 1.0
    return next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough * (1 - 1e-9))


def ends(values: list[float], *, from_zero: bool, top: float | None = None) -> tuple[float, float]:
    """Ends of an axis that hold all values with a little room; ``top`` is an end never passed (100%)."""
    finite = [min(max(v, -_VAST), _VAST) for v in values if math.isfinite(v)]
    low, high = (min(finite), max(finite)) if finite else (0.0, 1.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low <= max(abs(low), abs(high)) * 1e-9:
        room = max(1.0, abs(high) * 1e-3)
        low, high = (low, low + room) if from_zero else (low - room, high + room)
    step = round_step((high - low) / 5)
    lower = low if from_zero and low >= 0 else math.floor(low / step) * step
    upper = math.ceil(high / step - 1e-9) * step
    if top is not None and high <= top < upper:
        upper = top
    return lower, upper
