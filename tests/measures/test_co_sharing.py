"""Distinct co-shared objects for all pairs of accounts, against counting by hand."""

from collections import defaultdict
from itertools import combinations
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuibono.measures import co_sharing
from cuibono.measures.close_pairs import by_object_and_time, pieces, reach
from cuibono.measures.co_sharing import Events, co_shared, plan, together
from cuibono.measures.pairs_between import pairs_between

Event = tuple[int, int, int]
EVENTS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 8), st.integers(0, 60)), max_size=60)


def events(rows: list[Event]) -> Events:
    objects, accounts, times = (np.array(c, dtype=np.int64) for c in (zip(*rows, strict=True) if rows else ((),) * 3))
    order = by_object_and_time(objects, times)
    return Events(objects[order], accounts[order], times[order])


def by_hand(rows: list[Event], window: int) -> dict[tuple[int, int], set[int]]:
    """Every pair of rows looked at."""
    found: dict[tuple[int, int], set[int]] = defaultdict(set)
    for (o, a, t), (p, b, u) in combinations(rows, 2):
        if o == p and a != b and abs(t - u) <= window:
            found[min(a, b), max(a, b)].add(o)
    return found


def as_dict(found: co_sharing.Shared) -> dict[tuple[int, int], int]:
    return {(a, b): n for a, b, n in zip(*(c.tolist() for c in (found.one, found.other, found.objects)), strict=True)}


@given(EVENTS, st.integers(0, 30), st.integers(1, 4), st.integers(1, 40))
@settings(max_examples=300, deadline=None)
def test_counts_are_those_of_looking_at_every_pair(rows: list[Event], window: int, least: int, room: int) -> None:
    wanted = {pair: len(objects) for pair, objects in by_hand(rows, window).items() if len(objects) >= least}
    with patch.object(co_sharing, "_ROOM", room), patch.object(co_sharing, "_MERGE", 5):
        assert as_dict(co_shared(events(rows), window, least)) == wanted


@given(EVENTS, st.integers(0, 30))
@settings(max_examples=200, deadline=None)
def test_close_pairs_are_known_before_they_are_made(rows: list[Event], window: int) -> None:
    some = events(rows)
    made = [(int(a), int(b)) for first, second in pieces(reach(some.objects, some.times, window), 7)
            for a, b in zip(first, second, strict=True)]  # fmt: skip
    wanted = [
        (i, j)
        for i, j in combinations(range(len(rows)), 2)
        if some.objects[i] == some.objects[j] and some.times[j] - some.times[i] <= window
    ]
    assert sorted(made) == wanted
    assert plan(some, window, 1).pairs == len(wanted)


@given(EVENTS, st.integers(0, 30))
@settings(max_examples=200, deadline=None)
def test_whether_two_met_at_one_object(rows: list[Event], window: int) -> None:
    of_one = [(0, a, t) for o, a, t in rows if o == 0]
    met = by_hand(of_one, window)
    one, other = (np.array(c) for c in zip(*combinations(range(9), 2), strict=True))
    some = events(of_one)
    found = together(some.accounts, some.times, one, other, window, size=3)
    assert {(int(a), int(b)) for a, b, m in zip(one, other, found, strict=True) if m} == set(met)


@given(EVENTS, st.integers(0, 30))
@settings(max_examples=100, deadline=None)
def test_behind_every_pair_stand_its_events(rows: list[Event], window: int) -> None:
    some = events(rows)
    pairs = sorted(by_hand(rows, window), reverse=True)
    one, other = (np.array(c, dtype=np.int64) for c in (zip(*pairs, strict=True) if pairs else ((), ())))
    behind = pairs_between(some, one, other, window)
    objects: dict[tuple[int, int], set[int]] = defaultdict(set)
    for which, first, second in zip(behind.which, behind.first, behind.second, strict=True):
        assert {int(some.accounts[first]), int(some.accounts[second])} == set(pairs[which])
        assert 0 <= some.times[second] - some.times[first] <= window
        objects[pairs[which]].add(int(some.objects[first]))
    assert objects == by_hand(rows, window)


def test_what_everybody_shares_is_set_aside_and_the_answer_is_the_same() -> None:
    rng = np.random.default_rng(3)
    rows = [(0, int(a), int(t)) for a, t in zip(rng.integers(0, 40, 3_000), rng.integers(0, 9_000, 3_000), strict=True)]
    rows += [(int(o), int(a), int(t)) for o, a, t in rng.integers([1, 0, 0], [300, 40, 9_000], (3_000, 3))]
    made = plan(events(rows), 60, 2)
    assert made.aside.tolist() == [0]
    assert made.made < made.pairs / 50
    wanted = {pair: len(objects) for pair, objects in by_hand(rows, 60).items() if len(objects) >= 2}
    assert as_dict(co_shared(events(rows), 60, 2, made)) == wanted


def test_pairs_that_are_not_worth_it_are_left_out() -> None:
    rows = [(o, a, 10 * o) for o in range(3) for a in range(3)]
    found = co_shared(events(rows), 0, 2, worth=lambda one, _other, _most: one == 0)
    assert as_dict(found) == {(0, 1): 3, (0, 2): 3}


@pytest.mark.parametrize("least", [1, 2, 3])
def test_nothing_gives_nothing(least: int) -> None:
    assert as_dict(co_shared(events([]), 60, least)) == {}
