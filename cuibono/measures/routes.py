"""The best ways from one to another through ties: k shortest simple paths, also such that time runs forward on them.

Yen's algorithm (1971) in Lawler's order. The distances of all to the target, found once, guide every later search (A*),
so that each looks at little more than the way it finds. Costs add up: -log(strength) makes the product of strengths.
"""

import heapq
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from cuibono.measures.stakes import Floats, Ints

_NEVER = float("inf")
#: After so many rounds, nobody is ruled out by the latest day any more.
_ROUNDS = 100
#: From so many steps on, a search in time asks from where it is too late.
_LONG = 3_000


@dataclass(frozen=True)
class Graph:
    """Arcs ordered by where they start: ``start`` has n + 1 places; each arc has its end, cost (> 0) and tie.

    ``first`` and ``last`` are the days between which the tie of an arc held; endless where nobody says.
    """

    start: Ints
    to: Ints
    cost: Floats
    tie: Ints
    first: Floats
    last: Floats

    @property
    def n(self) -> int:
        """How many there are to be tied."""
        return len(self.start) - 1

    @cached_property
    def backward(self) -> Any:
        """The arcs turned around, the cheapest between each two, as a sparse matrix."""
        from scipy.sparse import csr_matrix

        origin = np.repeat(np.arange(self.n), np.diff(self.start))
        pair = self.to * np.int64(self.n) + origin
        order = np.lexsort((self.cost, pair))
        kept = order[np.concatenate(([True], np.diff(pair[order]) > 0))] if len(order) else order
        return csr_matrix((self.cost[kept], (self.to[kept], origin[kept])), (self.n, self.n))


@dataclass(frozen=True, slots=True)
class Route:
    """Arcs from the source to the target, and what they cost together."""

    arcs: tuple[int, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class Routes:
    """The best routes, cheapest first; ``whole`` is False when the search was cut off before all were found."""

    routes: tuple[Route, ...]
    whole: bool


def graph(n: int, origin: Ints, to: Ints, cost: Floats, tie: Ints, first: Floats, last: Floats) -> Graph:
    """Order arcs by where they start, and the cheaper before the dearer."""
    order = np.lexsort((tie, cost, to, origin))
    start = np.concatenate(([0], np.cumsum(np.bincount(origin, minlength=n)))).astype(np.int64)
    return Graph(start, to[order], cost[order], tie[order], first[order], last[order])


def routes(
    ties: Graph,
    source: int,
    target: int,
    *,
    k: int = 5,
    in_time: bool = False,
    limit: float = _NEVER,
    most: int = 200_000,
) -> Routes:
    """The ``k`` cheapest routes that visit nobody twice.

    ``in_time`` asks that what goes along could: each tie still holds when the one before it has begun. ``limit`` is the
    cost beyond which nothing is looked for, ``most`` how many steps the search may take.
    """
    from scipy.sparse.csgraph import dijkstra

    if source == target:
        return Routes((), True)
    left = dijkstra(ties.backward, indices=target, limit=limit)
    search = _Search(ties, target, left, in_time=in_time, limit=limit, most=most)
    first = search.best(source, -_NEVER, frozenset({source}), frozenset())
    found: list[Route] = []
    waiting: list[tuple[float, int, tuple[int, ...], tuple[int, ...], int]] = []
    seen: set[tuple[int, ...]] = set()
    search.offer(waiting, seen, (), first, 0, source)
    while waiting and len(found) < k:
        cost, _, nodes, arcs, branch = heapq.heappop(waiting)
        found.append(Route(arcs, cost))
        if len(found) == k:
            break
        for at in range(branch, len(arcs)):  # Lawler: what lies before the branch was looked at for its parent
            root = arcs[:at]
            within = _dearest(waiting, k - len(found)) - float(ties.cost[list(root)].sum())
            taken = frozenset(r[at + 1] for r in seen if len(r) > at + 1 and r[: at + 1] == nodes[: at + 1])
            way = search.best(nodes[at], search.time(root), frozenset(nodes[: at + 1]), taken, within)
            search.offer(waiting, seen, root, way, at, source)
    return Routes(tuple(found), search.left > 0)


def _dearest(waiting: list[Any], wanted: int) -> float:
    """What the last of those costs that would be taken now; what costs more need not be looked for."""
    if len(waiting) < wanted:
        return _NEVER
    return float(heapq.nsmallest(wanted, waiting)[-1][0]) * (1 + 1e-9)


class _Search:
    """Searches for one target, which share what is known of the distances to it and the steps that are left."""

    def __init__(self, ties: Graph, target: int, left: Floats, *, in_time: bool, limit: float, most: int) -> None:
        self.ties, self.target, self.in_time, self.limit = ties, target, in_time, limit
        self.left = self.most = most
        self.distance = left
        self.latest: Floats | None = None
        self._known: dict[int, _Steps] = {}

    def time(self, arcs: tuple[int, ...]) -> float:
        """The day on which one has come through some arcs at the earliest."""
        return max((float(self.ties.first[a]) for a in arcs), default=-_NEVER) if self.in_time else -_NEVER

    def nodes(self, source: int, arcs: tuple[int, ...]) -> tuple[int, ...]:
        """Who is passed on some arcs."""
        return (source, *(int(self.ties.to[a]) for a in arcs))

    def offer(
        self, waiting: list[Any], seen: set[tuple[int, ...]], root: tuple[int, ...], way: tuple[int, ...] | None,
        branch: int, source: int,
    ) -> None:  # fmt: skip
        """Put a route among those that wait, once."""
        if way is None:
            return
        arcs = root + way
        nodes = self.nodes(source, arcs)
        if nodes not in seen:
            seen.add(nodes)
            cost = float(self.ties.cost[list(arcs)].sum())
            heapq.heappush(waiting, (cost, len(arcs), nodes, arcs, branch))

    def best(
        self, origin: int, time: float, passed: frozenset[int], taken: frozenset[int], within: float = _NEVER
    ) -> tuple[int, ...] | None:  # fmt: skip
        """The cheapest way from one on to the target that avoids those passed, and those taken as the next step.

        None as well where it costs more than ``within``.

        Whoever is reached puts only its most promising next step on the heap, and the one after it when that is taken.
        """
        if not self.distance[origin] < _NEVER:
            return None
        settled: dict[int, float] = {origin: time}
        trail: list[_Reached] = [(-1, -1, 0.0, time, self._steps(origin))]
        heap: list[tuple[float, float, int, int]] = []
        self._next(heap, trail, 0, 0)
        while heap and self.left > 0:
            self.left -= 1
            least, _, back, rank = heapq.heappop(heap)
            if least > within:
                return None
            _, _, spent, now, steps = trail[back]
            step, ahead = steps.arcs[rank], steps.to[rank]
            self._next(heap, trail, back, rank + 1)
            if ahead in passed or (back == 0 and ahead in taken):
                continue
            if self.in_time:
                if now > self.ties.last[step]:
                    continue
                now = max(now, float(self.ties.first[step]))
                if self._too_late(ahead, now):
                    continue
            if ahead in settled and settled[ahead] <= now:
                continue
            settled[ahead] = now
            trail.append((back, step, spent + steps.cost[rank], now, self._steps(ahead)))
            if ahead == self.target:
                return _walked(trail, len(trail) - 1)
            self._next(heap, trail, len(trail) - 1, 0)
        return None

    def _too_late(self, node: int, now: float) -> bool:
        """Whether nobody comes from here to the target any more; looked into only when the search gets long."""
        if self.latest is None and self.left < self.most - _LONG:
            self.latest = _latest(self.ties, self.target)
        return self.latest is not None and now > self.latest[node]

    def _next(self, heap: list[tuple[float, float, int, int]], trail: "list[_Reached]", at: int, rank: int) -> None:
        """Put a next step from somebody reached on the heap."""
        _, _, spent, _, steps = trail[at]
        if rank < len(steps.arcs) and (least := spent + steps.promise[rank]) <= self.limit:
            heapq.heappush(heap, (least, -spent, at, rank))

    def _steps(self, node: int) -> "_Steps":
        """The arcs of one that lead on to the target, the most promising first, and what they promise at best."""
        if node not in self._known:
            here = slice(int(self.ties.start[node]), int(self.ties.start[node + 1]))
            to, cost = self.ties.to[here], self.ties.cost[here]
            promise = cost + self.distance[to]
            order = np.argsort(promise, kind="stable")
            order = order[np.isfinite(promise[order])]
            self._known[node] = _Steps(
                (order + here.start).tolist(), to[order].tolist(), cost[order].tolist(), promise[order].tolist()
            )
        return self._known[node]


class _Steps(NamedTuple):
    """The arcs on from somebody: each with where it leads, what it costs, and what a way through it costs at least."""

    arcs: list[int]
    to: list[int]
    cost: list[float]
    promise: list[float]


#: Somebody who is reached: from which place of the trail, by which arc, at what cost, on what day, and the steps on.
_Reached = tuple[int, int, float, float, _Steps]


def _latest(ties: Graph, target: int) -> Floats:
    """The latest day on which one may be at each and still come to the target in time; -inf where it is too late."""
    latest = np.full(ties.n, -_NEVER)
    latest[target] = _NEVER
    used = np.flatnonzero(np.diff(ties.start))
    for _ in range(_ROUNDS):
        ahead = latest[ties.to]
        leave = np.where(ties.first <= ahead, np.minimum(ties.last, ahead), -_NEVER)
        best = np.maximum.reduceat(leave, ties.start[used]) if len(used) else leave
        grown = latest.copy()
        grown[used] = np.maximum(latest[used], best)
        if (grown == latest).all():
            return latest
        latest = grown
    return np.full(ties.n, _NEVER)  # too long to know: nobody is ruled out


def _walked(trail: list[_Reached], at: int) -> tuple[int, ...]:
    arcs = []
    while trail[at][1] >= 0:
        arcs.append(trail[at][1])
        at = trail[at][0]
    return tuple(reversed(arcs))
