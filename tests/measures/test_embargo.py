"""The course of an embargo, against every possible plan counted one by one, and against a linear programme."""

from functools import cache
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from cuibono.measures.embargo import Chain, Spare, course, frontier, least_left

ROW = ((), (0,), (1,))


def _every_plan(chain: Chain, days: int) -> float:
    """The most that can reach users, over all plans in whole units."""

    @cache
    def best(day: int, level: tuple[int, ...]) -> int:
        if day == days:
            return 0
        most = 0
        for made in product(*(range(int(c) + 1) for c in chain.left)):
            now = list(level)
            for stage, amount in enumerate(made):
                for i in chain.after[stage]:
                    now[i] -= amount
                now[stage] += amount
            if min(now) < 0:
                continue
            for sold in range(min(int(chain.demand), now[-1]) + 1):
                most = max(most, sold + best(day + 1, (*now[:-1], now[-1] - sold)))
        return most

    return best(0, tuple(int(s) for s in chain.stock))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([((),), ((), (0,)), ROW, ((), (), (0, 1))]).flatmap(
        lambda after: st.tuples(
            st.just(after),
            st.tuples(*(st.integers(0, 2) for _ in after)),
            st.tuples(*(st.integers(0, 2) for _ in after)),
        )
    )
)
def test_no_plan_gets_more_to_users(made: tuple[tuple[tuple[int, ...], ...], tuple[int, ...], tuple[int, ...]]) -> None:
    after, left, stock = made
    chain = Chain(after, tuple(map(float, left)), tuple(map(float, stock)), demand=2.0)
    assert course(chain, 3).output.sum() == pytest.approx(_every_plan(chain, 3))


def linear_programme(chain: Chain, days: int) -> float:
    """The least that is lost, by HiGHS: flows of each stage and day, sales, and stocks that are never negative."""
    stages = len(chain.after)
    width = (stages + 1) * days
    capacity = [[chain.left[s] + _risen(chain, s, d) for d in range(days)] for s in range(stages)]
    rows, bound = [], []
    for stage in range(stages):
        for day in range(days):
            row = np.zeros(width)
            row[stage * days : stage * days + day + 1] = -1  # what was made so far
            users = [u for u in range(stages) if stage in chain.after[u]] or [stages]
            for user in users:
                row[user * days : user * days + day + 1] = 1
            rows.append(row)
            bound.append(chain.stock[stage])
    limits = [(0, c) for line in capacity for c in line] + [(0, chain.demand)] * days
    cost = np.concatenate([np.zeros(stages * days), -np.ones(days)])
    found = linprog(cost, A_ub=np.array(rows), b_ub=np.array(bound), bounds=limits, method="highs")
    return float(chain.demand * days + found.fun) / chain.demand


def _risen(chain: Chain, stage: int, day: int) -> float:
    return sum(
        s.amount * (min(1.0, max(0.0, (day - s.start + 1) / s.ramp)) if s.ramp > 0 else float(day >= s.start))
        for s in chain.spare
        if s.stage == stage
    )


def random_chain(seed: int) -> Chain:
    """A row or a tree of up to five stages with stocks and those who step in."""
    rng = np.random.default_rng(seed)
    stages = int(rng.integers(1, 6))
    after: list[tuple[int, ...]] = [() for _ in range(stages)]
    for stage in range(stages - 1):
        user = int(rng.integers(stage + 1, stages))
        after[user] = (*after[user], stage)
    spare = tuple(
        Spare(int(rng.integers(stages)), float(rng.random()), float(rng.integers(0, 15)), float(rng.integers(0, 10)))
        for _ in range(int(rng.integers(0, 4)))
    )
    left, stock = rng.random(stages), rng.integers(0, 12, stages)
    return Chain(tuple(after), tuple(left.tolist()), tuple(map(float, stock)), spare)


@pytest.mark.parametrize("seed", range(40))
def test_nothing_less_can_be_lost(seed: int) -> None:
    chain = random_chain(seed)
    assert course(chain, 30).lost == pytest.approx(linear_programme(chain, 30), abs=1e-6)


def test_without_stock_and_substitutes_the_narrowest_stage_is_what_is_left() -> None:
    chain = Chain(ROW, (0.5, 0.03, 0.2), (0.0, 0.0, 0.0))
    assert least_left(chain) == 0.03
    assert course(chain, 10).output.tolist() == pytest.approx([0.03] * 10)


def test_a_stock_behind_the_narrow_stage_bridges_so_many_days() -> None:
    found = course(Chain(ROW, (1.0, 0.0, 1.0), (0.0, 20.0, 0.0)), 30)
    assert found.output.tolist() == [1.0] * 20 + [0.0] * 10
    assert found.short[1] == 20
    assert found.lost == 10
    assert found.back == -1


def test_a_stock_before_the_narrow_stage_helps_nobody() -> None:
    found = course(Chain(ROW, (1.0, 0.0, 1.0), (20.0, 0.0, 0.0)), 30)
    assert found.lost == 30


def test_who_steps_in_ends_the_shortage() -> None:
    found = course(Chain(((),), (0.5,), (0.0,), (Spare(0, 0.5, ramp=10.0),)), 30)
    assert found.back == 9
    assert found.output[4] == pytest.approx(0.75)


def test_an_embargo_that_is_lifted_is_over() -> None:
    found = course(Chain(((),), (0.0,), (5.0,)), 30, lasts=10)
    assert found.output.tolist() == [1.0] * 5 + [0.0] * 5 + [1.0] * 20
    assert found.back == 10


def test_more_stock_costs_days_and_saves_days() -> None:
    chain = Chain(ROW, (1.0, 0.0, 1.0), (0.0, 0.0, 0.0))
    assert frontier(chain, 30, [0, 10, 60], 1) == [(0.0, 30.0), (10.0, 20.0), (60.0, 0.0)]


@pytest.mark.parametrize(
    ("after", "says"),
    [(((), (0,), (0,)), "feeds two"), (((1,), (0,)), "one last stage"), (((), ()), "one last stage")],
)
def test_stages_that_are_no_row_are_refused(after: tuple[tuple[int, ...], ...], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        course(Chain(after, (1.0,) * len(after), (0.0,) * len(after)), 3)
