"""The close pairs of events behind chosen pairs of accounts, so that every tie can show what it rests on."""

from dataclasses import dataclass

import numpy as np

from cuibono.measures.close_pairs import Ints, pieces, reach
from cuibono.measures.co_sharing import Events


@dataclass(frozen=True, slots=True)
class Behind:
    """Close pairs: of which account pair (its place in the list asked for), and the two events by their places."""

    which: Ints
    first: Ints
    second: Ints


def pairs_between(events: Events, one: Ints, other: Ints, window: int) -> Behind:
    """All close pairs of events of the given pairs of accounts (each with the smaller number first).

    >>> e = Events(np.array([0, 0, 0]), np.array([7, 3, 5]), np.array([10, 12, 13]))
    >>> found = pairs_between(e, np.array([3]), np.array([7]), 5)
    >>> found.which.tolist(), found.first.tolist(), found.second.tolist()
    ([0], [0], [1])
    """
    count = int(events.accounts.max()) + 1 if events.accounts.size else 0
    keys = one * count + other
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    places = np.flatnonzero(np.isin(events.accounts, np.union1d(one, other)))
    some = Events(events.objects[places], events.accounts[places], events.times[places])
    found: list[tuple[Ints, Ints, Ints]] = []
    for first, second in pieces(reach(some.objects, some.times, window)):
        a, b = some.accounts[first], some.accounts[second]
        key = np.minimum(a, b) * count + np.maximum(a, b)
        at = np.minimum(np.searchsorted(keys, key), max(keys.size - 1, 0))
        hit = keys[at] == key if keys.size else np.zeros(key.size, dtype=bool)
        found.append((order[at[hit]], places[first[hit]], places[second[hit]]))
    if not found:
        return Behind(*(np.zeros(0, np.int64) for _ in range(3)))
    return Behind(*(np.concatenate(column) for column in zip(*found, strict=True)))


def distinct(which: Ints, what: Ints, count: int) -> Ints:
    """How many distinct things each of ``count`` pairs has.

    >>> distinct(np.array([0, 0, 1]), np.array([5, 5, 6]), 3).tolist()
    [1, 1, 0]
    """
    if not which.size:
        return np.zeros(count, np.int64)
    seen = np.unique(np.stack([which, what]), axis=1)[0]
    return np.bincount(seen, minlength=count).astype(np.int64)
