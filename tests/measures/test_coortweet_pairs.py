"""CooRTweet's rule against its own words, carried out one pair after the other on invented posts."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cuibono.measures.coortweet_pairs import coortweet_pairs

Row = tuple[int, int, int, int]
#: Objects and posts share their first numbers, so that some posts are themselves what others share.
ROWS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6), st.integers(3, 20), st.integers(0, 50)), max_size=40)


def by_hand(rows: list[Row], window: int, least: int) -> set[tuple[int, int]]:
    """The steps one after the other: pairs of rows, the older first."""
    many = {a: sum(r[1] == a for r in rows) for _, a, _, _ in rows}
    kept = [i for i, r in enumerate(rows) if many[r[1]] >= least]
    pairs = [(i, j) for i, j in combinations(kept, 2)
             if rows[i][0] == rows[j][0] and abs(rows[i][3] - rows[j][3]) <= window
             and rows[i][2] != rows[j][2] and rows[i][1] != rows[j][1]
             and rows[i][0] not in (rows[i][2], rows[j][2])]  # fmt: skip
    posts = {rows[k][2] for pair in pairs for k in pair}
    again = {a: sum(r[1] == a and r[2] in posts for r in rows) for _, a, _, _ in rows}
    found = [(i, j) for i, j in pairs if again[rows[i][1]] >= least or again[rows[j][1]] >= least]
    return {(i, j) if rows[i][3] <= rows[j][3] else (j, i) for i, j in found}


@given(ROWS, st.integers(0, 20), st.integers(1, 4))
@settings(max_examples=400, deadline=None)
def test_it_finds_what_the_rule_says(rows: list[Row], window: int, least: int) -> None:
    columns = [np.array(c, dtype=np.int64) for c in (zip(*rows, strict=True) if rows else ((),) * 4)]
    older, newer, apart = coortweet_pairs(*columns, window, least)
    found = list(zip(older.tolist(), newer.tolist(), strict=True))
    assert len(found) == len(set(found))
    assert set(found) == by_hand(rows, window, least)
    assert apart.tolist() == [rows[j][3] - rows[i][3] for i, j in found]


def test_a_window_is_inclusive_and_the_older_comes_first() -> None:
    older, newer, apart = coortweet_pairs(*map(np.array, ([9, 9, 9], [1, 2, 3], [10, 11, 12], [70, 10, 71])), 60, 1)
    assert sorted(zip(older.tolist(), newer.tolist(), apart.tolist(), strict=True)) == [(0, 2, 1), (1, 0, 60)]
