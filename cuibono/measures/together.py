"""Who was in the same unit at the same time: overlaps in days, least and most, with the size of the unit.

Members of a large unit need not know each other: a unit of n counts 1/(n - 1) for each pair (Newman 2001), and one
above a size is left aside.
"""

from dataclasses import dataclass

import numpy as np

from cuibono.measures.stakes import Flags, Floats, Ints


@dataclass(frozen=True)
class Stints:
    """Somebody in a unit: surely from ``begins_last`` to ``ends_first``, perhaps from ``begins_first`` on.

    Days are ordinals; an open end is a day beyond all others. ``row`` says where each comes from.
    """

    person: Ints
    unit: Ints
    begins_first: Floats
    begins_last: Floats
    ends_first: Floats
    ends_last: Floats
    row: Ints


@dataclass(frozen=True)
class Shared:
    """Pairs of stints in one unit: the numbers of the two, days together at least and at most, members of the unit.

    ``left`` is how many units were left aside because they have more members than allowed.
    """

    one: Ints
    other: Ints
    least: Floats
    most: Floats
    members: Ints
    left: int


def shared(stints: Stints, members: Ints, *, largest: int) -> Shared:
    """All pairs of different people in one unit whose stints may overlap; units above a size are left aside.

    ``members`` is how many people are listed in each unit, of whatever dates.
    """
    fits = members[stints.unit] <= largest
    left = int((members > largest).sum())
    order = np.flatnonzero(fits & (members[stints.unit] > 1))
    order = order[np.lexsort((stints.person[order], stints.unit[order]))]
    one, other = _pairs(stints.unit[order])
    one, other = order[one], order[other]
    one, other = _different(stints, one, other)
    most = _days(
        np.maximum(stints.begins_first[one], stints.begins_first[other]),
        np.minimum(stints.ends_last[one], stints.ends_last[other]),
    )
    least = _days(
        np.maximum(stints.begins_last[one], stints.begins_last[other]),
        np.minimum(stints.ends_first[one], stints.ends_first[other]),
    )
    met = most > 0
    return Shared(one[met], other[met], least[met], most[met], members[stints.unit[one[met]]], left)


def joined(stints: Stints) -> Stints:
    """Stints of one person in one unit that touch are one: two sources may tell of the same."""
    order = np.lexsort((stints.begins_first, stints.unit, stints.person))
    person, unit = stints.person[order], stints.unit[order]
    same = np.concatenate(([False], (person[1:] == person[:-1]) & (unit[1:] == unit[:-1])))
    if not same.any():
        return stints
    group = _touching(stints.begins_first[order], stints.ends_last[order], same)
    first = np.flatnonzero(np.concatenate(([True], group[1:] != group[:-1])))
    pick = order[first]
    return Stints(
        stints.person[pick],
        stints.unit[pick],
        np.minimum.reduceat(stints.begins_first[order], first),
        np.minimum.reduceat(stints.begins_last[order], first),
        np.maximum.reduceat(stints.ends_first[order], first),
        np.maximum.reduceat(stints.ends_last[order], first),
        stints.row[pick],
    )


def _touching(begin: Floats, end: Floats, same: Flags) -> Ints:
    """Numbers for runs of stints of one person in one unit that touch each other."""
    group = np.zeros(len(begin), np.int64)
    reached = -np.inf
    number = -1
    for at, (start, stop, goes_on) in enumerate(zip(begin.tolist(), end.tolist(), same.tolist(), strict=True)):
        if goes_on and start <= reached + 1:
            reached = max(reached, stop)
        else:
            number += 1
            reached = stop
        group[at] = number
    return group


def members(stints: Stints) -> Ints:
    """How many different people are listed in each unit."""
    n = int(stints.unit.max(initial=-1)) + 1
    people = int(stints.person.max(initial=0)) + 1
    return np.bincount(np.unique(stints.unit * np.int64(people) + stints.person) // people, minlength=n)


def _pairs(unit: Ints) -> tuple[Ints, Ints]:
    """All pairs within runs of equal units, the first before the second."""
    n = len(unit)
    if not n:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    starts = np.flatnonzero(np.concatenate(([True], unit[1:] != unit[:-1])))
    sizes = np.diff(np.concatenate((starts, [n])))
    after = np.repeat(starts + sizes, sizes) - np.arange(n) - 1  # how many of the run follow each
    one = np.repeat(np.arange(n), after)
    shift = np.arange(len(one)) - np.repeat(np.concatenate(([0], np.cumsum(after)[:-1])), after)
    return one, one + 1 + shift


def _different(stints: Stints, one: Ints, other: Ints) -> tuple[Ints, Ints]:
    kept = stints.person[one] != stints.person[other]
    return one[kept], other[kept]


def _days(begin: Floats, end: Floats) -> Floats:
    both = end >= begin  # an end that nobody knows is without bound, and so is none of the other side
    days: Floats = np.subtract(end, begin, out=np.full(len(end), -1.0), where=both & ~(np.isinf(end) & (end == begin)))
    return np.maximum(0.0, days + 1)
