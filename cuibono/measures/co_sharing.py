"""How many distinct objects two accounts shared within a window of each other, for all pairs that reach a number.

A finding that needs at least k distinct objects can set aside the k - 1 objects with most close pairs: any pair that
reaches k shares one of the others too. The pairs are made on those others, and only they are then looked up in the
objects set aside; the result is exact. An object shared a million times thus costs next to nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cuibono.measures.close_pairs import Ints, pairs_per_event, pairs_per_object, pieces, reach

_ROOM = 8_000_000  # pairs counted at a time: what is more is done in passes, each over a part of the account pairs
_MERGE = 3_000_000

#: Of pairs of accounts and the most objects each can come to: which are worth a closer look.
Worth = Callable[[Ints, Ints, Ints], NDArray[np.bool_]]


@dataclass(frozen=True, slots=True)
class Events:
    """Who shared which object when, sorted by object and time, all as numbers from 0 on (times in seconds)."""

    objects: Ints
    accounts: Ints
    times: Ints

    def only(self, chosen: NDArray[np.bool_]) -> "Events":
        """Some of the events, in the same order."""
        return Events(self.objects[chosen], self.accounts[chosen], self.times[chosen])


@dataclass(frozen=True, slots=True)
class Plan:
    """What a search will cost: close pairs of every object, those to be made, the objects set aside, the events left.

    Accounts that shared fewer objects than are asked for are left out of what is made.
    """

    per_object: Ints
    made: int
    aside: Ints
    left: Events

    @property
    def pairs(self) -> int:
        """How many close pairs there are in all."""
        return int(self.per_object.sum())


@dataclass(frozen=True, slots=True)
class Shared:
    """Pairs of accounts, the smaller number first, with how many distinct objects they shared close in time."""

    one: Ints
    other: Ints
    objects: Ints


def plan(events: Events, window: int, least: int) -> Plan:
    """Count the close pairs and choose what is set aside; nothing is made yet."""
    left = events.only(_objects_of_accounts(events)[events.accounts] >= least)
    per_object = _pairs(left, window)
    heaviest = np.argsort(-per_object, kind="stable")[: max(least - 1, 0)]
    aside = np.sort(heaviest[per_object[heaviest] > 0]).astype(np.int64)
    return Plan(_pairs(events, window), int(per_object.sum()) - int(per_object[aside].sum()), aside, left)


def _pairs(events: Events, window: int) -> Ints:
    """The close pairs of every object."""
    count = int(events.objects.max()) + 1 if events.objects.size else 0
    return pairs_per_object(events.objects, reach(events.objects, events.times, window), count)


def _objects_of_accounts(events: Events) -> Ints:
    """How many distinct objects each account shared."""
    if not events.objects.size:
        return np.zeros(0, np.int64)
    owners = _sorted(events.accounts * (int(events.objects.max()) + 1) + events.objects)
    return np.bincount(owners // (int(events.objects.max()) + 1), minlength=int(events.accounts.max()) + 1)


def co_shared(events: Events, window: int, least: int, made: Plan | None = None, worth: Worth | None = None) -> Shared:
    """All pairs of accounts that shared at least ``least`` distinct objects within ``window`` seconds.

    ``worth`` says, of two columns of accounts and the most objects that each two can come to, which are worth looking
    up in the objects set aside; the others are left out.

    >>> e = Events(np.array([0, 0, 1, 1]), np.array([7, 3, 3, 7]), np.array([10, 12, 50, 55]))
    >>> found = co_shared(e, 5, 2)
    >>> found.one.tolist(), found.other.tolist(), found.objects.tolist()
    ([3], [7], [2])
    """
    made = made or plan(events, window, least)
    accounts = int(events.accounts.max()) + 1 if events.accounts.size else 0
    left = made.left
    rest = left.only(~np.isin(left.objects, made.aside)) if made.aside.size else left
    heavy = [left.only(left.objects == h) for h in made.aside]
    passes = max(1, -(-made.made // _ROOM))
    search = _Search(rest, heavy, window, least, accounts, passes, worth)
    found = [_one_pass(search, part) for part in range(passes)]
    keys = np.concatenate([k for k, _ in found])
    counts = np.concatenate([c for _, c in found])
    order = np.argsort(keys, kind="stable")
    keys, counts = keys[order], counts[order]
    return Shared(keys // max(accounts, 1), keys % max(accounts, 1), counts)


@dataclass(frozen=True, slots=True)
class _Search:
    """One search: the events to make pairs of, those of each object set aside, and what is asked."""

    rest: Events
    heavy: list[Events]
    window: int
    least: int
    accounts: int
    passes: int
    worth: Worth | None


def _one_pass(search: _Search, part: int) -> tuple[Ints, Ints]:
    keys, counts = _counted(search, part)
    keys, counts = _still(search, keys, counts, len(search.heavy))
    for number, events in enumerate(search.heavy, start=1):
        counts = counts + _met(search, events, keys)
        keys, counts = _still(search, keys, counts, len(search.heavy) - number)
    return keys, counts


def _still(search: _Search, keys: Ints, counts: Ints, left: int) -> tuple[Ints, Ints]:
    """The pairs that can still reach what is asked when ``left`` objects are to be looked up."""
    kept = counts + left >= search.least
    if search.worth is not None:
        kept &= search.worth(keys // search.accounts, keys % search.accounts, counts + left)
    return keys[kept], counts[kept]


def _met(search: _Search, events: Events, keys: Ints) -> NDArray[np.bool_]:
    """Whether each pair met at one object: its pairs are made and looked up, or the other way round."""
    one, other = keys // search.accounts, keys % search.accounts
    per_account = np.bincount(events.accounts, minlength=search.accounts)
    lookups = int(np.minimum(per_account[one], per_account[other]).sum())
    reached = reach(events.objects, events.times, search.window)
    if lookups <= int(pairs_per_event(reached).sum()):
        return together(events.accounts, events.times, one, other, search.window)
    met = np.zeros(keys.size, dtype=bool)
    for first, second in pieces(reached):
        a, b = events.accounts[first], events.accounts[second]
        made = np.minimum(a, b) * search.accounts + np.maximum(a, b)
        at = np.minimum(np.searchsorted(keys, made), keys.size - 1)
        met[at[keys[at] == made]] = True
    return met


def _counted(search: _Search, part: int) -> tuple[Ints, Ints]:
    """Account pairs as keys, sorted, with the number of distinct objects that each shared close in time."""
    kept: list[tuple[Ints, Ints]] = []
    size = 0
    for keys in _distinct(search, part):
        if keys.size:
            kept.append(np.unique(keys, return_counts=True))
            size += kept[-1][0].size
        if size > _MERGE:
            kept, size = [_merged(kept)], 0
    return _merged(kept) if kept else (np.zeros(0, np.int64), np.zeros(0, np.int64))


def _distinct(search: _Search, part: int) -> Iterator[Ints]:
    """The key of each account pair once for each object; an object that spans pieces waits until it is whole."""
    events, passes = search.rest, search.passes
    last, waiting = -1, list[Ints]()
    for first, second in pieces(reach(events.objects, events.times, search.window)):
        a, b = events.accounts[first], events.accounts[second]
        keys = np.minimum(a, b) * search.accounts + np.maximum(a, b)
        chosen = (a != b) if passes == 1 else (a != b) & (keys % passes == part)
        keys, objects = keys[chosen], events.objects[first][chosen]
        ending = int(events.objects[first[-1]]) if first.size else last
        if ending != last:
            yield _sorted(np.concatenate([*waiting, keys[objects == last]]))
            between = (objects != last) & (objects != ending)
            yield _once(keys[between], objects[between])
            last, waiting = ending, []
        waiting.append(_sorted(keys[objects == last]))
    if waiting:
        yield _sorted(np.concatenate(waiting))


def _sorted(keys: Ints) -> Ints:
    """Each key once, in order; sorting is several times faster here than the hashing that ``np.unique`` does."""
    keys = np.sort(keys)
    new = np.ones(keys.size, dtype=bool)
    new[1:] = keys[1:] != keys[:-1]
    return keys[new]


def _once(keys: Ints, objects: Ints) -> Ints:
    """Each key once for each of its objects; objects come in order."""
    order = np.argsort(keys, kind="stable")  # objects stay in order within a key
    keys, objects = keys[order], objects[order]
    new = np.ones(keys.size, dtype=bool)
    new[1:] = (keys[1:] != keys[:-1]) | (objects[1:] != objects[:-1])
    return keys[new]


def _merged(kept: list[tuple[Ints, Ints]]) -> tuple[Ints, Ints]:
    keys = np.concatenate([k for k, _ in kept])
    counts = np.concatenate([c for _, c in kept])
    order = np.argsort(keys, kind="stable")
    keys, counts = keys[order], counts[order]
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    return keys[starts], np.add.reduceat(counts, starts).astype(np.int64)


def together(
    accounts: Ints, times: Ints, one: Ints, other: Ints, window: int, size: int = 1 << 21
) -> NDArray[np.bool_]:
    """Of each pair of accounts, whether both have an event of this one object within the window of each other.

    The events of whichever has fewer are looked up among those of the other.
    """
    met = np.zeros(one.size, dtype=bool)
    if not accounts.size or not one.size:
        return met
    since = times - times.min()
    span = int(since.max()) + 2 * window + 1
    places = np.sort(accounts.astype(np.int64) * span + since)
    owners = places // span
    starts = {side: np.searchsorted(owners, who, side="left") for side, who in ((0, one), (1, other))}
    counts = {side: np.searchsorted(owners, who, side="right") - starts[side] for side, who in ((0, one), (1, other))}
    fewer = counts[0] <= counts[1]
    start = np.where(fewer, starts[0], starts[1])
    count = np.where(fewer, counts[0], counts[1])
    whose = np.where(fewer, other, one)
    asked = np.flatnonzero((counts[0] > 0) & (counts[1] > 0))
    ends = np.cumsum(count[asked])
    at = 0
    while at < asked.size:
        done = int(ends[at - 1]) if at else 0
        stop = max(int(np.searchsorted(ends, done + size, side="right")), at + 1)
        those = asked[at:stop]
        which = np.repeat(np.arange(those.size), count[those])
        before = np.repeat(np.cumsum(count[those]) - count[those], count[those])
        moment = places[start[those][which] + np.arange(which.size) - before] % span
        wanted = whose[those][which] * span + moment
        found = np.searchsorted(places, wanted - window, side="left")
        hit = (found < places.size) & (places[np.minimum(found, places.size - 1)] <= wanted + window)
        met[those] = np.bincount(which, weights=hit, minlength=those.size) > 0
        at = stop
    return met
