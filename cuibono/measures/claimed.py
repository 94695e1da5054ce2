"""Does a measured number bear out a claimed one? Only as far as both were said: roundings and open ends count.

How far a measured value may lie from what is claimed before it speaks against it, beyond its own last digit:

- a number alone ("45"): half a unit of its last digit that is not nought, at least 5 % of it and at most 15 %;
- "about 45": the same, at least 20 %, and what was measured as 40 to 50 bears it out; "nearly 80": from a
  quarter below to 5 % above;
- an end ("more than 80", "at most 25"): half a unit of its last digit, at least 1 %: who names an end has left room;
- "a third", "one in four" (the qualifier "part"): up to a twentieth off bears it out, a tenth off speaks against it: a
  part in words is spoken, not measured;
- "well over 80": the same end, but only what is a twentieth above it bears it out; "just over 80": up to a tenth above
  bears it out, and from a quarter above it speaks against it;
- "all of it" (the qualifier "all"): half a unit bears it out, and a twentieth off speaks against it;
- both ends ("30 to 40"): half a unit of the last digit of each, at least 5 %.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import inf, nextafter
from typing import Literal

Verdict = Literal["supported", "contradicted", "not identified"]

#: So far may the measured value lie from the claimed one, as a part of it: to bear it out, and not to speak against it.
_NEAR, _FAR = 0.05, 0.2
_OVER, _BEYOND, _WELL = 1.1, 1.25, 1.05  # just over, more than just over, well over, as parts of what is named
_CLOSE, _END, _COARSEST = 0.05, 0.01, 0.15
_SLACK = {"about": (_NEAR, _FAR), "part": (_NEAR, 0.1)}


@dataclass(frozen=True, slots=True)
class Claimed:
    """A number as it was claimed: its ends (None: open) and the word that qualifies it, as ``quantities`` reads it."""

    low: float | None
    high: float | None
    qualifier: str = ""


def verdict(claimed: Claimed, low: float | None, high: float | None) -> Verdict:
    """Compare a claim with a measured interval; None is an open end.

    Supported: the whole interval lies within what the claim says, rounded as it was said. Contradicted: all of it
    lies outside even of a generous reading of the claim. Between the two the answer is not identified.
    """
    near, wide = _zones(claimed)
    below, above = (-inf if low is None else low), (inf if high is None else high)
    if near[0] <= below and above <= near[1]:
        return "supported"
    if claimed.qualifier == "about" and wide[0] <= below <= above <= wide[1] and _amid(near, below, above):
        return "supported"
    if above + _rounding(above) <= wide[0] or below - _rounding(below) >= wide[1]:
        return "contradicted"
    return "not identified"


def _amid(near: tuple[float, float], low: float, high: float) -> bool:
    """Whether the middle of what was measured is what is claimed: 180 to 220 are about 200."""
    return low < high and near[0] <= (low + high) / 2 <= near[1]


def _rounding(value: float) -> float:
    """How far a measured end may have been rounded; an open one is not."""
    return 0.0 if value in (-inf, inf) else _step(value)


@lru_cache(maxsize=65_536)
def _zones(claimed: Claimed) -> tuple[tuple[float, float], tuple[float, float]]:
    """What the claim says with its roundings, and the widest that it may be taken for."""
    low, high, qualifier = claimed.low, claimed.high, claimed.qualifier
    if low is None and high is None:
        return (inf, -inf), (-inf, inf)
    if qualifier == "all" and high is not None:
        return (high - _step(high), high + _step(high)), ((1 - _CLOSE) * high, (1 + _CLOSE) * high)
    if low is None:
        assert high is not None
        return _below(high, qualifier)
    if high is None and qualifier == "just over":
        return (low, _OVER * low), (low - max(_step(low), _END * abs(low)), _BEYOND * low)
    if high is None:
        least = nextafter(low, inf) if qualifier == "more than" else low - _step(low)
        least = _WELL * low if qualifier == "well over" else least
        return (least, inf), (low - max(_step(low), _END * abs(low)), inf)
    if low != high and qualifier != "about":
        ends = [max(_step(end), _CLOSE * abs(end)) for end in (low, high)]
        return (low - _step(low), high + _step(high)), (low - ends[0], high + ends[1])
    near, far = _SLACK.get(qualifier, (0.0, _CLOSE))
    return (
        (low - max(_step(low), near * abs(low)), high + max(_step(high), near * abs(high))),
        (low - max(_coarse(low), far * abs(low)), high + max(_coarse(high), far * abs(high))),
    )


def _below(high: float, qualifier: str) -> tuple[tuple[float, float], tuple[float, float]]:
    if qualifier == "nearly":
        top = high + max(_step(high), _CLOSE * abs(high))
        return (high - 0.1 * abs(high), high + _step(high)), (high - 0.25 * abs(high), top)
    top = high + max(_step(high), _END * abs(high))
    if qualifier == "well under":
        return (-inf, high / _WELL), (-inf, top)
    return (-inf, nextafter(high, -inf) if qualifier == "less than" else high + _step(high)), (-inf, top)


def _step(value: float) -> float:
    """Half a unit of the last digit that was written: 45 may be 44.5, 43.4 no less than 43.35; a third is a whole."""
    if value % 1 and abs(value * 3 - round(value * 3)) < 1e-4:
        return 0.5
    text = f"{abs(value):.6f}".rstrip("0")
    return 0.5 * 10.0 ** -len(text.partition(".")[2])


def _coarse(value: float) -> float:
    """Half a unit of the last digit that is not nought, but no more than a part: 300 may stand for 260."""
    least = step = _step(value)
    while value and step < abs(value) and abs(value / (20 * step) - round(value / (20 * step))) < 1e-9:
        step *= 10
    return max(least, min(step, _COARSEST * abs(value)))
