"""Who ultimately owns one firm: the share of each owner through all chains, as an interval, with what nobody lists."""

from dataclasses import dataclass

import numpy as np

from cuibono.measures.ownership import Circles, carried, circles, unlooped
from cuibono.measures.stakes import WHOLE, Floats, Ints, Stakes

#: In circles larger than this, the part that a firm holds of itself is not taken off.
CORRECTED = 400


@dataclass(frozen=True, slots=True)
class Owner:
    """A party with what it holds of the firm through all chains, and directly (0 to 1).

    ``ultimate``: nobody is listed as holding of it. Of others it is their share without what they hold of
    themselves (Baldone's correction); their shares lie inside those of the ultimate owners and are never added to them.
    """

    party: int
    low: float
    high: float
    direct_low: float
    direct_high: float
    ultimate: bool
    corrected: bool = True


@dataclass(frozen=True, slots=True)
class Owned:
    """The owners of one firm, largest first.

    ``rest`` is what reaches nobody who is listed (lowest, highest); ``circular`` what ends in circles without an
    outside owner; ``whole`` says that all chains were followed to their end; ``circle`` are the members of the pure
    circle in which the firm itself lies: then there is no number, and no owner.
    """

    owners: tuple[Owner, ...]
    rest: tuple[float, float]
    circular: float
    whole: bool
    circle: tuple[int, ...] = ()
    chains: int = 0


def owners(stakes: Stakes, firm: int, *, most: int = 20_000) -> Owned:
    """Follow all chains up from a firm; at most so many parties are looked at."""
    parties, whole = stakes.above(firm, most)
    near = stakes.within(parties)
    found = circles(near)
    if found.inside(0):
        members = parties[found.of == found.of[0]]
        return Owned((), (0.0, 0.0), 1.0, whole, tuple(sorted(members.tolist())))
    open_ = near.kept(unlooped(near, found))
    low, high = _carried(open_)
    held = near.listed
    pure = found.pure[found.of]
    top = (np.bincount(near.held, minlength=near.n) == 0) & ~pure
    top[0] = False
    listed_low = held[0] / WHOLE
    rest_low = float((np.maximum(0.0, 1 - held[1] / WHOLE) * low)[~top & ~pure].sum())
    certain = float(low[top].sum()) + rest_low + float(low[pure].sum())
    highest = np.where(top, np.minimum(high, np.clip(1 - certain + low, 0, 1)), np.minimum(high, 1.0))
    rest_high = min(1.0, max(rest_low, 1 - float(low[top].sum()) - float(low[pure].sum())))
    if _exact(near):
        highest, rest_high = low, float((np.maximum(0.0, 1 - listed_low) * low)[~top & ~pure].sum())
    low, highest, corrected = _without_own(open_, found, low, highest)
    direct = _direct(near)
    made = [
        Owner(
            int(parties[i]), float(low[i]), float(max(low[i], highest[i])), float(direct[0][i]), float(direct[1][i]),
            bool(top[i]), bool(corrected[i]),
        )
        for i in range(1, near.n)
        if not pure[i]
    ]  # fmt: skip
    order = sorted(made, key=lambda o: (not o.ultimate, -round(o.low, 12), -round(o.high, 12), o.party))
    return Owned(tuple(order), (rest_low, rest_high), float(low[pure].sum()), whole, chains=len(near.holder))


def _exact(stakes: Stakes) -> bool:
    return bool((stakes.low == stakes.high).all())


def _carried(stakes: Stakes) -> tuple[Floats, Floats]:
    """What of the first party reaches each, on lower ends and on upper ends that leave the others their lower ones."""
    value = np.zeros(stakes.n)
    value[0] = 1.0
    low = carried(stakes, stakes.low / WHOLE, value)
    if _exact(stakes):
        return low, low
    most = np.minimum(stakes.high, WHOLE - stakes.listed[0][stakes.held] + stakes.low)
    used = most > 0
    upper = Stakes(stakes.n, stakes.holder[used], stakes.held[used], most[used], most[used])
    high = carried(upper, upper.high / WHOLE, value)
    return low, high


def _direct(stakes: Stakes) -> tuple[Floats, Floats]:
    low, high = np.zeros(stakes.n), np.zeros(stakes.n)
    mine = stakes.holders(0)
    low[stakes.holder[mine]] = stakes.low[mine] / WHOLE
    high[stakes.holder[mine]] = stakes.high[mine] / WHOLE
    return low, high


def _without_own(stakes: Stakes, found: Circles, low: Floats, high: Floats) -> tuple[Floats, Floats, Floats]:
    """Take off what firms in circles hold of themselves: divide by the diagonal of (I - W)^-1."""
    low, high, corrected = low.copy(), high.copy(), np.ones(stakes.n)
    loops = np.unique(found.of[stakes.holder[found.of[stakes.holder] == found.of[stakes.held]]])
    for component in loops.tolist():
        nodes = np.flatnonzero(found.of == component)
        if len(nodes) > CORRECTED:
            corrected[nodes] = 0
            continue
        for ends, values in ((stakes.low, low), (stakes.high, high)):
            values[nodes] = np.minimum(values[nodes] / _diagonal(stakes, ends, nodes), 1.0)
    return low, high, corrected


def _diagonal(stakes: Stakes, ends: Ints, nodes: Ints) -> Floats:
    at = np.full(stakes.n, -1, np.int64)
    at[nodes] = np.arange(len(nodes))
    inner = (at[stakes.holder] >= 0) & (at[stakes.held] >= 0)
    matrix = np.identity(len(nodes))
    np.subtract.at(matrix, (at[stakes.holder[inner]], at[stakes.held[inner]]), ends[inner] / WHOLE)
    try:
        diagonal = np.asarray(np.linalg.inv(matrix).diagonal(), np.float64)
    except np.linalg.LinAlgError:  # upper ends that leave nothing outside
        return np.ones(len(nodes))
    return np.maximum(diagonal, 1.0)
