import numpy as np
import pytest

from cuibono.measures.as_of import ALWAYS, ENDLESS, Spans, held_on

Row = tuple[float, float, float, float]
OPEN: Row = (ALWAYS, ALWAYS, ENDLESS, ENDLESS)


def chosen(day: float, *rows: tuple[int, Row]) -> list[int]:
    things = np.array([t for t, _ in rows], np.int64)
    spans = Spans(*(np.array([r[i] for _, r in rows], float) for i in range(4)))
    return np.flatnonzero(held_on(things, spans, day).used).tolist()


def test_the_row_that_began_last_is_used() -> None:
    assert chosen(30, (0, (1, 1, 99, 99)), (0, (20, 20, 99, 99)), (0, (40, 40, 99, 99))) == [1]


def test_dated_rows_come_before_undated_ones_and_both_before_what_only_may_hold() -> None:
    may = (25.0, 35.0, 99.0, 99.0)
    assert chosen(30, (0, OPEN), (0, (1, 1, 99, 99)), (0, may)) == [1]
    assert chosen(30, (0, OPEN), (0, may)) == [0]
    assert chosen(30, (0, may)) == [0]


def test_each_thing_is_chosen_for_on_its_own() -> None:
    assert chosen(30, (0, (1, 1, 20, 20)), (1, OPEN), (2, (5, 5, 40, 40))) == [1, 2]


def test_without_a_day_only_what_has_no_end_holds() -> None:
    assert chosen(ENDLESS, (0, (1, 1, 99, 99)), (1, (1, 1, ENDLESS, ENDLESS))) == [1]


@pytest.mark.parametrize("rows", [[], [(0, (50.0, 50.0, 60.0, 60.0))]])
def test_nothing_that_holds_gives_nothing(rows: list[tuple[int, Row]]) -> None:
    assert chosen(30, *rows) == []


def test_what_may_hold_and_what_is_undated_is_told() -> None:
    spans = Spans(*(np.array(c, float) for c in ([25, ALWAYS], [35, ALWAYS], [99, ENDLESS], [99, ENDLESS])))
    found = held_on(np.array([0, 1]), spans, 30)
    assert (found.perhaps.tolist(), found.undated.tolist()) == ([True, False], [False, True])
