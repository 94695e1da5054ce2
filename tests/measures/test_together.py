"""Overlaps of stints against a plain count of days."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuibono.measures.together import Stints, joined, members, shared

Row = tuple[int, int, int, int]


def stints(rows: list[Row]) -> Stints:
    """Stints of which the days are known: person, unit, first and last day."""
    table = np.array(rows, float).reshape(-1, 4).T
    person, unit = table[0].astype(np.int64), table[1].astype(np.int64)
    return Stints(person, unit, table[2], table[2], table[3], table[3], np.arange(len(rows)))


ROWS = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 2), st.integers(0, 30), st.integers(0, 10)).map(
        lambda r: (r[0], r[1], r[2], r[2] + r[3])
    ),
    max_size=12,
)


@given(ROWS)
@settings(max_examples=150, deadline=None)
def test_days_together_are_those_on_which_both_are_there(rows: list[Row]) -> None:
    whole = joined(stints(rows))
    found = shared(whole, members(whole), largest=99)
    got: dict[tuple[int, int, int], float] = {}
    for one, other, days in zip(found.one, found.other, found.most, strict=True):
        key = (*sorted((int(whole.person[one]), int(whole.person[other]))), int(whole.unit[one]))
        got[key] = got.get(key, 0) + float(days)  # type: ignore[index]
    assert got == _plain(rows)


def _plain(rows: list[Row]) -> dict[tuple[int, int, int], float]:
    days: dict[tuple[int, int], set[int]] = {}
    for person, unit, begin, end in rows:
        days.setdefault((person, unit), set()).update(range(begin, end + 1))
    found = {}
    for (a, unit), mine in days.items():
        for (b, same), theirs in days.items():
            if a < b and unit == same and mine & theirs:
                found[a, b, unit] = float(len(mine & theirs))
    return found


def test_large_units_are_left_aside_and_counted() -> None:
    rows = [(p, 0, 0, 9) for p in range(5)] + [(0, 1, 0, 9), (1, 1, 5, 9)]
    whole = stints(rows)
    found = shared(whole, members(whole), largest=4)
    assert (found.left, found.most.tolist(), found.members.tolist()) == (1, [5.0], [2])


def test_loose_dates_give_the_least_and_the_most() -> None:
    loose = Stints(*(np.array(x) for x in ([0, 1], [0, 0], [0.0, 5.0], [3.0, 8.0], [10.0, 20.0], [12.0, 25.0], [0, 1])))
    found = shared(loose, members(loose), largest=9)
    assert (found.least.tolist(), found.most.tolist()) == ([3.0], [8.0])


@pytest.mark.parametrize(("second", "count"), [((0, 0, 6, 9), 1), ((0, 0, 7, 9), 2), ((1, 0, 5, 9), 2)])
def test_stints_that_touch_are_one(second: Row, count: int) -> None:
    assert len(joined(stints([(0, 0, 0, 5), second])).person) == count


def test_nothing_gives_nothing() -> None:
    assert len(shared(stints([]), members(stints([])), largest=9).one) == 0


def test_days_that_nobody_knows_are_none_and_warn_nobody() -> None:
    unit, rows = np.zeros(2, np.int64), np.arange(2)
    never, always = np.full(2, -np.inf), np.full(2, np.inf)
    with np.errstate(all="raise"):
        found = shared(Stints(rows, unit, never, always, never, always, rows), np.array([2]), largest=9)
    assert (found.least.tolist(), found.most.tolist()) == ([0.0], [np.inf])
