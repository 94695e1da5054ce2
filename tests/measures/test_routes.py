"""Routes against every simple path of small random networks."""

from itertools import pairwise, permutations

import numpy as np
import pytest

from cuibono.measures.routes import Graph, graph, routes
from cuibono.measures.stakes import Floats

ENDLESS = np.inf


def network(n: int, rows: list[tuple[int, int, float]], days: list[tuple[float, float]] | None = None) -> Graph:
    """Ties that can be walked both ways."""
    one, other = np.array([r[0] for r in rows], int), np.array([r[1] for r in rows], int)
    cost = np.array([r[2] for r in rows], float)
    span = np.array(days or [(-ENDLESS, ENDLESS)] * len(rows), float).reshape(-1, 2)
    number = np.arange(len(rows))
    doubled = [np.concatenate((x, x)) for x in (cost, number, span[:, 0], span[:, 1])]
    return graph(n, np.concatenate((one, other)), np.concatenate((other, one)), *doubled)


def walked(made: Graph, source: int, arcs: tuple[int, ...]) -> tuple[int, ...]:
    return (source, *(int(made.to[a]) for a in arcs))


def every(rows: list[tuple[int, int, float]], days: list[tuple[float, float]], n: int, *, in_time: bool) -> list[float]:
    """The costs of all simple paths from 0 to n - 1, each by its cheapest ties that allow it."""
    best: dict[tuple[int, int], list[int]] = {}
    for number, (a, b, _) in enumerate(rows):
        best.setdefault((a, b), []).append(number)
        best.setdefault((b, a), []).append(number)
    costs = []
    for size in range(n - 1):
        for middle in permutations(range(1, n - 1), size):
            nodes = (0, *middle, n - 1)
            cost = _cheapest([best.get(p, []) for p in pairwise(nodes)], rows, days, in_time=in_time)
            costs += [cost] if cost is not None else []
    return sorted(costs)


def _cheapest(
    steps: list[list[int]], rows: list[tuple[int, int, float]], days: list[tuple[float, float]], *, in_time: bool
) -> float | None:
    found = [(0.0, -ENDLESS)]
    for ties in steps:
        found = [
            (cost + rows[t][2], max(now, days[t][0]) if in_time else now)
            for cost, now in found
            for t in ties
            if not in_time or now <= days[t][1]
        ]
    return min((c for c, _ in found), default=None)


def some(seed: int, n: int = 6) -> tuple[list[tuple[int, int, float]], list[tuple[float, float]]]:
    rng = np.random.default_rng(seed)
    pairs = [(a, b) for a in range(n) for b in range(a + 1, n) if rng.random() < 0.6]
    rows = [(a, b, float(rng.integers(1, 9))) for a, b in pairs]
    begin = rng.integers(0, 50, len(rows))
    return rows, [(float(b), float(b + rng.integers(0, 30))) for b in begin]


@pytest.mark.parametrize("in_time", [False, True])
@pytest.mark.parametrize("seed", range(40))
def test_routes_are_the_cheapest_of_all_simple_paths(seed: int, in_time: bool) -> None:
    rows, days = some(seed)
    made = network(6, rows, days)
    found = routes(made, 0, 5, k=4, in_time=in_time)
    assert [r.cost for r in found.routes] == pytest.approx(every(rows, days, 6, in_time=in_time)[:4])
    assert found.whole
    for route in found.routes:
        nodes = walked(made, 0, route.arcs)
        assert len(set(nodes)) == len(nodes)
        assert nodes[-1] == 5


def test_of_two_ties_the_cheaper_is_taken() -> None:
    made = network(2, [(0, 1, 3.0), (0, 1, 1.0)])
    (only,) = routes(made, 0, 1).routes
    assert (only.cost, int(made.tie[only.arcs[0]])) == (1.0, 1)


def test_the_dearer_tie_is_taken_when_only_it_is_in_time() -> None:
    made = network(3, [(0, 1, 1.0), (1, 2, 1.0), (1, 2, 5.0)], [(10, 20), (0, 9), (15, 30)])
    (only,) = routes(made, 0, 2, in_time=True).routes
    assert only.cost == 6.0


def test_time_runs_one_way() -> None:
    made = network(3, [(0, 1, 1.0), (1, 2, 1.0)], [(10, 12), (1, 5)])
    assert routes(made, 0, 2, in_time=True).routes == ()
    assert len(routes(made, 2, 0, in_time=True).routes) == 1


def test_there_is_no_route_between_parts_that_are_not_tied() -> None:
    found = routes(network(4, [(0, 1, 1.0), (2, 3, 1.0)]), 0, 3)
    assert (found.routes, found.whole) == ((), True)


def test_a_search_that_is_cut_off_says_so() -> None:
    rows = [(a, b, 1.0) for a in range(8) for b in range(a + 1, 8)]
    assert not routes(network(8, rows), 0, 7, k=100, most=10).whole


def test_a_long_search_in_time_knows_where_it_is_too_late(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cuibono.measures.routes._LONG", -1)
    for seed in range(20):
        rows, days = some(seed)
        costs: Floats = np.array([r.cost for r in routes(network(6, rows, days), 0, 5, k=4, in_time=True).routes])
        assert costs.tolist() == pytest.approx(every(rows, days, 6, in_time=True)[:4])
