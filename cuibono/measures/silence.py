"""How often would a silence as long come by itself? Gaps between mentions, and the tail of their lengths."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Lengths = NDArray[np.int64]

#: So many gaps must be known before anything is said of the long ones.
FEWEST = 20
_TAIL = 0.8


@dataclass(frozen=True, slots=True)
class Silence:
    """The silence at the end of a series: how long, how long the longest before it was, how often one would come.

    ``length`` and ``longest`` are in periods that were seen; ``a_year`` is an upper bound of how many silences as long
    would come by themselves in a year of seen periods; ``records`` counts how often a silence was the longest so far.
    """

    length: int
    longest: int
    gaps: int
    a_year: float
    records: int
    years: float


def silence(mentioned: NDArray[np.bool_], periods_a_year: float) -> Silence | None:
    """Look at the silence at the end of a series of periods that were seen; None below ``FEWEST`` gaps before it."""
    places = np.flatnonzero(mentioned)
    if places.size <= FEWEST:
        return None
    gaps = np.diff(places) - 1
    length = int(mentioned.size - 1 - places[-1])
    years = float(places[-1] - places[0]) / periods_a_year
    return Silence(length, int(gaps.max()), gaps.size, rate(gaps, length, periods_a_year), records(gaps), years)


def rate(gaps: Lengths, length: int, periods_a_year: float) -> float:
    """An upper bound of how many gaps of at least that length come in a year.

    Up to four fifths of the gaps, they are counted; longer ones follow an exponential tail of the excesses (peaks over
    a threshold) whose mean is taken at the upper end of its 95 % interval, since few long gaps are known. A tail
    heavier than that is not allowed for: gaps that come in seasons.
    """
    each_year = gaps.size / max(1, int(gaps.sum()) + gaps.size) * periods_a_year
    edge = int(np.quantile(gaps, _TAIL))
    if length <= edge:
        return float(each_year * (gaps >= length).mean())
    above = gaps[gaps > edge] - edge
    if not above.size:
        above = np.ones(1, dtype=np.int64)  # no gap is longer: one by a single period stands for what was not seen
    mean = 2 * float(above.sum()) / _chi_square(2 * above.size)
    return float(each_year * above.size / gaps.size * np.exp(-(length - edge) / mean))


def alarm(gaps: Lengths, periods_a_year: float, years: float) -> int:
    """The shortest silence that would come by itself at most once in so many years: a threshold by run length."""
    length = int(gaps.max(initial=0)) + 1
    while rate(gaps, length, periods_a_year) > 1 / years:
        length += max(1, length // 20)
    return length


def records(gaps: Lengths) -> int:
    """How often a gap was the longest so far, the first ``FEWEST`` taken for granted: the rule that cries wolf."""
    longest = np.maximum.accumulate(gaps)
    return int((gaps[FEWEST:] > longest[FEWEST - 1 : -1]).sum()) if gaps.size > FEWEST else 0


def _chi_square(degrees: int) -> float:
    from scipy.stats import chi2

    return float(chi2.ppf(0.05, degrees))
