"""Integrated ownership and blocs against exact fractions and plain closures, on small random graphs."""

from fractions import Fraction

import numpy as np
import pytest

from cuibono.measures import blocs as closures
from cuibono.measures.blocs import blocs, may_reach, reach
from cuibono.measures.owners import owners
from cuibono.measures.ownership import circles, flow
from cuibono.measures.stakes import WHOLE, Stakes, merged
from tests.measures.exact_ownership import control_of, integrated, random_stakes

P, Q, A, B, X, Y, Z = range(7)


def stakes(n: int, *rows: tuple[int, int, float] | tuple[int, int, float, float]) -> Stakes:
    low = np.array([round(r[2] * WHOLE) for r in rows], np.int64)
    high = np.array([round(r[-1] * WHOLE) for r in rows], np.int64)
    return merged(n, np.array([r[0] for r in rows]), np.array([r[1] for r in rows]), low, high)


CROSS = stakes(4, (P, A, 0.4), (A, B, 0.3), (B, A, 0.5), (Q, B, 0.7), (Q, A, 0.1))


def test_cross_holdings_add_up_to_a_whole() -> None:
    found = owners(CROSS, A)
    shares = {o.party: o.low for o in found.owners if o.ultimate}
    assert shares == pytest.approx({P: 8 / 17, Q: 9 / 17}, abs=1e-14)
    assert found.rest == pytest.approx((0, 0), abs=1e-14)


def test_a_firm_in_a_circle_counts_without_what_it_holds_of_itself() -> None:
    (inside,) = [o for o in owners(CROSS, A).owners if not o.ultimate]
    assert inside.party == B
    assert inside.low == pytest.approx(0.5, abs=1e-14)  # 0.5 / 0.85 before it


def test_control_needs_no_large_share() -> None:
    graph = stakes(7, (X, A, 0.6), (X, B, 0.6), (A, Y, 0.3), (B, Y, 0.3), (Z, Y, 0.4))
    assert blocs(graph).head(Y) == X
    assert {o.party: round(o.low, 12) for o in owners(graph, Y).owners if o.ultimate} == {Z: 0.4, X: 0.36}
    assert reach(graph, [X]).parts[Y] == round(0.6 * WHOLE)


def test_a_pure_circle_has_no_owner_and_no_number() -> None:
    graph = stakes(3, (0, 1, 1.0), (1, 0, 0.5), (2, 0, 0.5), (0, 2, 1.0))
    found = owners(graph, 0)
    assert found.owners == ()
    assert found.circle == (0, 1, 2)
    assert circles(graph).pure.tolist() == [True]


def test_what_ends_in_a_pure_circle_is_counted_apart() -> None:
    graph = stakes(4, (0, 1, 1.0), (1, 0, 1.0), (0, 2, 0.25), (3, 2, 0.75))
    found = owners(graph, 2)
    assert found.circular == 0.25
    assert [(o.party, o.low) for o in found.owners] == [(3, 0.75)]


def test_firms_that_hold_the_majority_of_each_other_have_no_head() -> None:
    graph = stakes(4, (0, 1, 0.6), (1, 0, 0.6), (2, 0, 0.4), (0, 3, 0.7))
    found = blocs(graph)
    assert [found.head(i) for i in range(4)] == [-1, -1, 2, -1]


def test_exactly_half_is_no_majority_but_meets_a_rule_of_half() -> None:
    graph = stakes(3, (0, 2, 0.5), (1, 2, 0.5))
    assert blocs(graph).head(2) == 2
    assert 2 not in reach(graph, [0]).parties
    assert 2 in reach(graph, [0], inclusive=True).parties


def test_votes_in_bands_may_be_a_majority_or_surely_not() -> None:
    graph = stakes(4, (0, 3, 0.4, 0.6), (1, 3, 0.1, 0.2), (2, 3, 0.3, 0.3))
    assert 3 not in reach(graph, [0]).parties
    assert 3 in may_reach(graph, [0]).parties
    assert 3 not in may_reach(graph, [1], unlisted=True).parties


def test_upper_ends_count_only_as_far_as_the_others_leave_room() -> None:
    graph = stakes(5, (0, 1, 1.0), (0, 4, 0.2, 0.3), (1, 4, 0.2, 0.3), (2, 4, 0.5, 0.5))
    assert 4 not in may_reach(graph, [0]).parties


def test_votes_that_nobody_lists_may_be_anybodys() -> None:
    graph = stakes(3, (0, 2, 0.2), (1, 2, 0.3))
    assert 2 not in may_reach(graph, [0]).parties
    assert 2 in may_reach(graph, [0], unlisted=True).parties


def test_bands_give_intervals_that_hold_every_case() -> None:
    graph = stakes(3, (0, 2, 0.25, 0.5), (1, 2, 0.5, 0.75))
    found = {o.party: (o.low, o.high) for o in owners(graph, 2).owners}
    assert found == {0: (0.25, 0.5), 1: (0.5, 0.75)}


def test_upper_ends_that_hold_all_of_a_circle_are_bounded_by_the_others() -> None:
    graph = stakes(4, (0, 1, 0.2, 1.0), (1, 0, 0.2, 1.0), (2, 0, 0.1, 0.2), (3, 1, 0.1, 0.2))
    for owner in owners(graph, 0).owners:
        assert 0 < owner.low <= owner.high <= 1


def test_what_nobody_lists_stays_the_rest() -> None:
    found = owners(stakes(3, (0, 1, 0.5), (1, 2, 0.5)), 2)
    assert found.rest == (0.75, 0.75)


def test_a_chain_cut_off_says_so() -> None:
    found = owners(stakes(4, (0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)), 3, most=2)
    assert not found.whole


@pytest.mark.parametrize("seed", range(150))
def test_small_random_graphs_agree_with_fractions(seed: int) -> None:
    graph = random_stakes(seed)
    exact = integrated(graph)
    for firm in range(graph.n):
        found = owners(graph, firm)
        if exact[firm] is None:
            assert found.circle
            continue
        for owner in found.owners:
            if owner.ultimate:
                assert abs(owner.low - float(exact[firm][owner.party])) <= 1e-12
    head = control_of(graph)
    together = blocs(graph)
    assert [together.head(i) for i in range(graph.n)] == [head.get(i, i) for i in range(graph.n)]


@pytest.mark.parametrize("seed", range(60))
def test_passes_and_work_list_agree(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = random_stakes(seed, n=12)
    whole = blocs(graph)
    monkeypatch.setattr(closures, "_PASSES", 0)
    apart = blocs(graph)
    assert [whole.head(i) for i in range(graph.n)] == [apart.head(i) for i in range(graph.n)]


def test_the_flow_of_all_firms_is_the_sum_of_each() -> None:
    graph = random_stakes(7, n=12)
    exact = integrated(graph)
    if any(e is None for e in exact):
        pytest.fail("the seed has a pure circle: choose another")
    whole = flow(graph, np.ones(graph.n))
    wanted = [sum((e[i] for e in exact if e), Fraction(0)) - 1 for i in range(graph.n)]
    assert whole == pytest.approx([float(w) for w in wanted], abs=1e-12)


def test_a_large_circle_is_solved_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    size = 300
    ring = stakes(size + 1, *[(i, (i + 1) % size, 0.7) for i in range(size)], (size, 0, 0.3))
    by_factors = flow(ring, np.ones(size + 1))
    monkeypatch.setattr("cuibono.measures.ownership.LARGE", 10)
    assert flow(ring, np.ones(size + 1)) == pytest.approx(by_factors, abs=1e-10)
