"""Betweenness: as its definition has it on small networks, and near it where origins are drawn."""

from collections import deque

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cuibono.measures.brokers import betweenness


def by_definition(n: int, pairs: set[tuple[int, int]]) -> list[float]:
    """Shares of shortest ways, counted way by way."""
    beside: dict[int, set[int]] = {v: set() for v in range(n)}
    for a, b in pairs:
        beside[a].add(b)
        beside[b].add(a)
    found = [0.0] * n
    for source in range(n):
        for target in range(n):
            ways = _ways(beside, source, target)
            for way in ways:
                for node in way[1:-1]:
                    found[node] += 1 / len(ways)
    return [f / ((n - 1) * (n - 2)) for f in found]


def _ways(beside: dict[int, set[int]], source: int, target: int) -> list[tuple[int, ...]]:
    waiting: deque[tuple[int, ...]] = deque([(source,)])
    found: list[tuple[int, ...]] = []
    while waiting:
        way = waiting.popleft()
        if found and len(way) > len(found[0]):
            break
        if way[-1] == target:
            found.append(way)
        else:
            waiting.extend((*way, ahead) for ahead in sorted(beside[way[-1]]) if ahead not in way)
    return found if source != target else []


@settings(max_examples=40, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda p: p[0] < p[1]), max_size=12))
def test_it_is_the_share_of_shortest_ways(pairs: set[tuple[int, int]]) -> None:
    ends = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    assert np.allclose(betweenness(6, ends[:, 0], ends[:, 1]), by_definition(6, pairs))


def test_several_ties_between_two_are_one_way() -> None:
    assert betweenness(3, np.array([0, 0, 1]), np.array([1, 1, 2])).tolist() == [0.0, 1.0, 0.0]


def test_drawn_origins_find_the_same_brokers() -> None:
    rng = np.random.default_rng(2)
    one = np.concatenate((rng.integers(0, 100, 300), rng.integers(101, 200, 300), [0, 100]))
    other = np.concatenate((rng.integers(0, 100, 300), rng.integers(101, 200, 300), [100, 150]))
    exact, drawn = betweenness(200, one, other), betweenness(200, one, other, exact=50, drawn=80)
    assert set(np.argsort(-exact)[:3]) == set(np.argsort(-drawn)[:3]) == {0, 100, 150}
    assert np.abs(exact - drawn).max() < 0.1
