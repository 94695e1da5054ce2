import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cuibono.measures.disagreement import OPEN, apart


def _flags(rows: list[tuple[int, float, float, int, int]], *, slack: float = 0.0, tolerance: float = 0.0) -> list[str]:
    group, low, high, start, end = (np.array(c) for c in zip(*rows, strict=True))
    found = apart(group, low, high, start, end, slack=np.full(len(rows), slack), tolerance=tolerance)
    return ["b" * bool(b) + "a" * bool(a) for b, a in zip(found.below, found.above, strict=True)]


def test_two_values_of_the_same_time_lie_apart() -> None:
    assert _flags([(0, 1, 2, 0, 9), (0, 5, 6, 9, 20)]) == ["b", "a"]


def test_other_times_and_other_groups_do_not_meet() -> None:
    assert _flags([(0, 1, 2, 0, 9), (0, 5, 6, 10, 20), (1, 9, 9, 0, 9)]) == ["", "", ""]


def test_roundings_and_relative_slack_are_allowed_for() -> None:
    rows = [(0, 45.0, 45.0, 0, 0), (0, 46.0, 46.0, 0, 0)]
    assert _flags(rows) == ["b", "a"]
    assert _flags(rows, slack=0.5) == ["", ""]
    assert _flags(rows, tolerance=0.03) == ["", ""]


def test_an_open_end_reaches_everything_on_its_side() -> None:
    assert _flags([(0, 80, OPEN, 0, 0), (0, 90, 95, 0, 0), (0, 77, 77, 0, 0)]) == ["a", "a", "b"]


def test_the_gap_is_to_the_farthest() -> None:
    low = np.array([1.0, 4.0, 9.0])
    found = apart(np.zeros(3), low, low, np.zeros(3), np.zeros(3), slack=np.zeros(3), tolerance=0)
    assert found.gap.tolist() == [8.0, 5.0, 0.0]


_ROWS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 9), st.integers(0, 4), st.integers(0, 9), st.integers(0, 4)),
    min_size=1,
    max_size=25,
)


@given(_ROWS, st.sampled_from([0.0, 0.1, 0.4]))
def test_agrees_with_comparing_every_pair(rows: list[tuple[int, int, int, int, int]], tolerance: float) -> None:
    spans = [(g, float(v), float(v + w), t, t + d) for g, v, w, t, d in rows]

    def meets(a: tuple[int, float, float, int, int], b: tuple[int, float, float, int, int]) -> bool:
        return a[0] == b[0] and a[3] <= b[4] and b[3] <= a[4]

    def lower(a: tuple[int, float, float, int, int], b: tuple[int, float, float, int, int]) -> bool:
        return b[1] - a[2] > tolerance * max(abs(a[2]), abs(b[1]))

    expected = [
        "b" * any(meets(a, b) and lower(a, b) for b in spans) + "a" * any(meets(a, b) and lower(b, a) for b in spans)
        for a in spans
    ]
    assert _flags(spans, tolerance=tolerance) == expected
