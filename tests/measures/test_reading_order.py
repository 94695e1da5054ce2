from hypothesis import given
from hypothesis import strategies as st

from cuibono.measures.reading_order import reading_order


def line(left: float, top: float, width: float = 300, height: float = 20) -> tuple[float, float, float, float]:
    return (left, top, left + width, top + height)


def test_nothing_has_no_order():
    assert reading_order([]) == []


def test_two_columns_are_read_one_after_the_other():
    left = [line(0, 30 * i) for i in range(4)]
    right = [line(340, 30 * i) for i in range(4)]
    boxes = [b for pair in zip(left, right, strict=True) for b in pair]
    assert reading_order(boxes) == [[0, 2, 4, 6], [1, 3, 5, 7]]


def test_cells_of_a_table_are_read_row_by_row():
    boxes = [line(x, 30 * row, width=60) for row in range(4) for x in (0, 200, 400)]
    assert [i for block in reading_order(boxes) for i in block] == list(range(12))


def test_a_heading_over_two_columns_comes_first():
    heading = line(0, 0, width=640)
    left = [line(0, 80 + 30 * i) for i in range(3)]
    right = [line(340, 80 + 30 * i) for i in range(3)]
    assert reading_order([*right, *left, heading]) == [[6], [3, 4, 5], [0, 1, 2]]


def test_white_space_parts_blocks():
    assert reading_order([line(0, 0), line(0, 25), line(0, 120)]) == [[0, 1], [2]]


def test_a_line_that_hangs_a_little_lower_stays_in_its_row():
    assert reading_order([line(350, 104, width=80), line(0, 100, width=300)]) == [[1, 0]]


def test_vertical_writing_is_read_from_the_right():
    columns = [line(x, 0, width=20, height=300) for x in (0, 40, 80)]
    assert reading_order(columns) == [[2, 1, 0]]


numbers = st.floats(0, 2000, allow_nan=False, width=32)
boxes = st.builds(lambda x, y, w, h: (x, y, x + w, y + h), numbers, numbers, numbers, numbers)


@given(st.lists(boxes, max_size=40))
def test_every_box_is_read_exactly_once(given_boxes):
    read = [i for block in reading_order(given_boxes) for i in block]
    assert sorted(read) == list(range(len(given_boxes)))
