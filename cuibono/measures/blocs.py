"""Who controls whom: more than half of the votes, held alone or together with what one controls, by closure.

Decided on whole parts, never on float sums. For thresholds of at least one half the blocs are unique: no two can hold
more than half of the same firm (the simple-majority game with closure of Gambarelli & Owen 1994 and others).
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from cuibono.measures.stakes import WHOLE, Flags, Ints, Stakes

HALF = WHOLE // 2
#: So many passes over all stakes; what is left then goes one by one.
_PASSES = 12


@dataclass(frozen=True, slots=True)
class Blocs:
    """For each party the number of its bloc and whether a bloc controls it; for each bloc its head.

    The head is the one member that nobody controls; -1 where a circle of firms holds the majority of each of its
    members, so that nobody outside controls any of them.
    """

    of: Ints
    controlled: Flags
    heads: Ints

    def head(self, party: int) -> int:
        """Who controls a party in the end: itself when nobody does, -1 when a circle does."""
        return int(self.heads[self.of[party]])


def blocs(stakes: Stakes, *, threshold: int = HALF) -> Blocs:
    """Join each firm to the bloc that holds more than ``threshold`` parts of it (lower ends), until nothing changes."""
    if threshold < HALF:
        raise ValueError("below one half, several blocs may qualify for the same firm")
    of = np.arange(stakes.n, dtype=np.int64)
    controlled = np.zeros(stakes.n, bool)
    holder, held, parts = _decisive(stakes, threshold)
    for _ in range(_PASSES):
        open_ = ~controlled[held]
        holder, held, parts = holder[open_], held[open_], parts[open_]
        by, firm = _majorities(of[holder], held, parts, stakes.n, threshold)
        if not len(firm):
            break
        controlled[firm] = True
        of = _united(of, by, of[firm], stakes.n)
    else:
        of, controlled = _one_by_one(of, controlled, holder, held, parts, threshold)
    heads = np.full(stakes.n, -1, np.int64)
    free = np.flatnonzero(~controlled)
    heads[of[free]] = free
    return Blocs(of, controlled, heads)


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom some seeds reach, seeds included, and how many parts of each party are then held by those reached."""

    parties: frozenset[int]
    parts: dict[int, int]


def reach(
    stakes: Stakes,
    seeds: Iterable[int],
    *,
    threshold: int = HALF,
    inclusive: bool = False,
    thresholds: Ints | None = None,
) -> Reach:
    """Whom the seeds surely reach: firms of which they and those already reached hold more than the threshold.

    ``inclusive`` lets exactly the threshold do; ``thresholds`` gives each party its own.
    """
    need = (np.full(stakes.n, threshold, np.int64) if thresholds is None else thresholds) + (not inclusive)
    return _spread(stakes, seeds, stakes.low, need)


def may_reach(
    stakes: Stakes,
    seeds: Iterable[int],
    *,
    thresholds: Ints | None = None,
    unlisted: bool = False,
    owned: Flags | None = None,
) -> Reach:
    """Whom the seeds may reach: with their upper ends, while the others keep their lower ends.

    ``unlisted`` also counts in their favour what nobody lists; what is not reached then is surely not theirs. Only
    parties that are ``owned`` (default: those with a holder listed) can belong to somebody unlisted.
    """
    limits = np.full(stakes.n, HALF, np.int64) if thresholds is None else thresholds
    held_low = stakes.listed[0]
    # The others' lower ends must leave enough: what they hold at least may not exceed the whole less the need.
    if unlisted:
        theirs = np.bincount(stakes.held, minlength=stakes.n) > 0 if owned is None else owned
        room = np.where(theirs, np.maximum(0, WHOLE - held_low), 0)
        return _spread(stakes, seeds, stakes.low, limits + 1 - room)
    top = np.minimum(stakes.high, WHOLE - held_low[stakes.held] + stakes.low)
    return _spread(stakes, seeds, top, limits + 1, low=stakes.low, others=held_low - (WHOLE - limits - 1))


def _spread(
    stakes: Stakes,
    seeds: Iterable[int],
    parts: Ints,
    need: Ints,
    *,
    low: Ints | None = None,
    others: Ints | None = None,
) -> Reach:
    """The work list: a firm is reached when its parts suffice, and when the lower ends of others leave so many."""
    start, order = stakes.down
    counted: dict[int, int] = {}
    floor: dict[int, int] = {}
    reached = set(seeds)
    reached |= set(np.flatnonzero(need <= 0).tolist())
    waiting = list(reached)
    while waiting:
        now = waiting.pop()
        for stake in order[start[now] : start[now + 1]].tolist():
            firm = int(stakes.held[stake])
            counted[firm] = counted.get(firm, 0) + int(parts[stake])
            enough = counted[firm] >= need[firm]
            if low is not None and others is not None:
                floor[firm] = floor.get(firm, 0) + int(low[stake])
                enough = enough and floor[firm] >= others[firm]
            if enough and firm not in reached:
                reached.add(firm)
                waiting.append(firm)
    return Reach(frozenset(reached), counted)


def _decisive(stakes: Stakes, threshold: int) -> tuple[Ints, Ints, Ints]:
    """The stakes in firms of which more than the threshold is listed at all."""
    kept = stakes.listed[0][stakes.held] > threshold
    return stakes.holder[kept], stakes.held[kept], stakes.low[kept]


def _majorities(by: Ints, held: Ints, parts: Ints, n: int, threshold: int) -> tuple[Ints, Ints]:
    """Blocs and the firms of which they hold more than the threshold."""
    if not len(held):
        return held, held
    pair, inverse = np.unique(by * np.int64(n) + held, return_inverse=True)
    together = np.bincount(inverse, weights=parts)
    won = pair[together > threshold]
    return won // n, won % n


def _united(of: Ints, one: Ints, other: Ints, n: int) -> Ints:
    """Bloc numbers after joining pairs of blocs."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    graph = coo_matrix((np.ones(len(one), np.int8), (one, other)), (n, n))
    _, joined = connected_components(graph, directed=False)
    united: Ints = joined.astype(np.int64)[of]
    return united


def _one_by_one(
    of: Ints, controlled: Flags, holder: Ints, held: Ints, parts: Ints, threshold: int
) -> tuple[Ints, Flags]:
    """The same by a work list: what each bloc holds of each firm, the smaller list poured into the larger."""
    first, taken = of.tolist(), controlled.copy()
    holds: dict[int, dict[int, int]] = {}
    for who, firm, part in zip(of[holder].tolist(), held.tolist(), parts.tolist(), strict=True):
        mine = holds.setdefault(who, {})
        mine[firm] = mine.get(firm, 0) + part
    joined: dict[int, int] = {}

    def now(bloc: int) -> int:
        while bloc in joined:
            bloc = joined[bloc]
        return bloc

    waiting = [(who, firm) for who, mine in holds.items() for firm, part in mine.items() if part > threshold]
    while waiting:
        who, firm = waiting.pop()
        by, into = now(who), now(first[firm])
        if taken[firm]:
            continue
        taken[firm] = True
        if by == into:
            continue
        small, large = sorted((by, into), key=lambda b: len(holds.get(b, ())))
        joined[small] = large
        mine = holds.setdefault(large, {})
        for other, part in holds.pop(small, {}).items():
            mine[other] = mine.get(other, 0) + part
            if mine[other] > threshold:
                waiting.append((large, other))
    return np.array([now(bloc) for bloc in first], np.int64), taken
