"""What a test that found no difference says to a claim that sets its two sides against each other.

That both fared alike is borne out where the two rates are all but the same and the interval is narrow; that one had
many times as much is contradicted where the interval leaves no such factor open. Anything between stays open: few
cases find no difference either.
"""

from cuibono.case.docket.compared import Comparing, fits
from cuibono.measures.claimed import Verdict

Ratio = tuple[float, float, float]
_SAME, _NARROW = 1.1, 1.34  # the ratio, and the end of its interval, up to which two rates are called the same
_WIDER = 1.5  # the same, where the two rates are as good as equal
_POINTS = 12.0  # percentage points that the interval of their difference may reach, where few had the outcome
_FEW = 20.0  # the same, where the two rates are as good as equal
_EXACT = 1.03  # the ratio up to which neither is called more than the other


def of_even(said: Comparing, ratio: Ratio | None, points: float | None = None) -> Verdict | None:
    """The verdict on a comparison whose front side had ``ratio`` times as much as the one behind; None: open.

    ``points`` is the larger end of the interval of their difference in percentage points, where it was measured.
    """
    if ratio is None or min(ratio) <= 0:
        return None
    if said.way == "alike":
        return _flipped("supported", said.denied) if same(ratio, points) else None
    if said.times:
        against = fits(said, ratio) is False
        return _flipped("contradicted", said.denied) if against else None
    level = 1 / _EXACT <= ratio[0] <= _EXACT and same(ratio, points)
    return _flipped("contradicted", said.denied) if level else None


def same(ratio: Ratio, points: float | None = None) -> bool:
    """Whether two rates are all but the same, and surely not far from it."""
    value, low, high = ratio
    level = 1 / _EXACT <= value <= _EXACT
    most = _WIDER if level else _NARROW
    narrow = (low >= 1 / most and high <= most) or (points is not None and points <= (_FEW if level else _POINTS))
    return 1 / _SAME <= value <= _SAME and narrow


def _flipped(verdict: Verdict, denied: bool) -> Verdict:
    if not denied:
        return verdict
    return "contradicted" if verdict == "supported" else "supported"
