"""How likely are competing readings, when every likelihood is only known between two ends?"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

Ends = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The posterior of each reading: at the middle of all ranges, and the least and the most within them."""

    middle: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def posterior(priors: Sequence[Ends], likelihoods: Sequence[Sequence[Ends]]) -> Weighed:
    """Bayes' rule over ranges (Walley 1991): one row of likelihoods for each indicator, one column for each reading.

    The ends are reached: the lower one of a reading by its own lower likelihoods, the upper ones of all others, and the
    priors within their ranges that favour them most. Indicators must not depend on each other given the reading; those
    that do are to be counted once by the caller. Raises ValueError when the priors cannot add up to one, or when no
    reading allows what was seen.
    """
    count = len(priors)
    if sum(low for low, _ in priors) > 1 + 1e-9 or sum(high for _, high in priors) < 1 - 1e-9:
        raise ValueError("the priors cannot add up to one")
    lows = [prod(row[n][0] for row in likelihoods) for n in range(count)]
    highs = [prod(row[n][1] for row in likelihoods) for n in range(count)]
    mids = [prod(sum(row[n]) / 2 for row in likelihoods) for n in range(count)]
    before = _middle(priors)
    total = sum(p * m for p, m in zip(before, mids, strict=True))
    if not total:
        raise ValueError("no reading allows what was seen")
    return Weighed(
        tuple(p * m / total for p, m in zip(before, mids, strict=True)),
        tuple(_end(n, priors, lows[n], [h for k, h in enumerate(highs) if k != n], least=True) for n in range(count)),
        tuple(_end(n, priors, highs[n], [w for k, w in enumerate(lows) if k != n], least=False) for n in range(count)),
    )


def _middle(priors: Sequence[Ends]) -> list[float]:
    """Priors that add up to one, each as near to its middle as the others allow: the same part of every range."""
    lows, spans = [p[0] for p in priors], [p[1] - p[0] for p in priors]
    part = (1 - sum(lows)) / sum(spans) if sum(spans) else 0.0
    return [low + part * span for low, span in zip(lows, spans, strict=True)]


def _end(which: int, priors: Sequence[Ends], own: float, others: Sequence[float], *, least: bool) -> float:
    """The least or the most that one reading can be: its prior at one end, the rest given to the others in turn."""
    rest = [p for k, p in enumerate(priors) if k != which]
    low, high = priors[which]
    room = 1 - sum(p[1] for p in rest), 1 - sum(p[0] for p in rest)
    mine = max(low, room[0]) if least else min(high, room[1])
    left = 1 - mine - sum(p[0] for p in rest)
    weights = [p[0] for p in rest]
    for k in sorted(range(len(rest)), key=lambda k: -others[k] if least else others[k]):
        more = min(max(left, 0.0), rest[k][1] - rest[k][0])
        weights[k] += more
        left -= more
    against = sum(w * o for w, o in zip(weights, others, strict=True))
    total = mine * own + against
    return mine * own / total if total else (0.0 if least else 1.0)


def ratio(one: Ends, other: Ends) -> Ends:
    """How much an indicator speaks for one reading against another: the ends of the likelihood ratio."""
    low = one[0] / other[1] if other[1] else float("inf")
    high = one[1] / other[0] if other[0] else float("inf")
    return low, high


def brier(probabilities: Sequence[float], outcomes: Sequence[bool]) -> float:
    """Brier's (1950) score of probabilities that add up to one: 0 is perfect, 2 the worst."""
    return sum((p - float(o)) ** 2 for p, o in zip(probabilities, outcomes, strict=True))
