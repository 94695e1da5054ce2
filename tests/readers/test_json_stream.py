import json
from math import isinf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.errors import UnreadableSource, UnsafeInput
from cuibono.readers.contract import Input, Limits
from cuibono.readers.json_stream import Decoder, Digits, JsonText, cell, decoded_lines, items, lines, members

HERE = Input(Path("a.json"), "a.json", b"", Path())
SHORT = Input(Path("a.json"), "a.json", b"", Path(), Limits(line=100))


def cut(text: str, size: int) -> list[str]:
    return [text[i : i + size] for i in range(0, len(text), size)]


@given(
    st.lists(st.text(max_size=6) | st.integers() | st.floats(allow_nan=False) | st.booleans() | st.none()),
    st.integers(1, 7),
)
def test_items_are_the_same_however_the_text_is_cut(values, size):
    text = JsonText(HERE, cut(json.dumps(values, indent=1), size))
    found = [json.loads(v) if isinstance(v, Digits) else v for v in items(text)]
    assert found == [None if isinstance(v, float) and isinf(v) else v for v in values]
    assert text.peek() == ""


@given(st.integers(1, 5))
def test_a_number_is_not_cut_where_a_chunk_ends(size):
    assert list(items(JsonText(HERE, cut("[12345, 1.5e+10, 67]", size)))) == ["12345", "1.5e+10", "67"]


def test_members_come_one_at_a_time():
    text = JsonText(HERE, ['{"a": 1, "b": [2, ', '3], "c": {}}'])
    assert [(key, cell(text.value())) for key in members(text)] == [("a", "1"), ("b", "[2, 3]"), ("c", "{}")]


def test_doubled_keys_are_counted_once_however_the_text_is_cut():
    text = JsonText(HERE, cut('[{"a": 1, "a": 2, "b": "long text"}]', 3))
    assert list(items(text)) == [{"a": "2", "b": "long text"}]
    assert text.decoder.odd.doubled == 1


def test_the_place_of_a_fault_is_counted_from_the_beginning_of_the_file():
    text = JsonText(HERE, cut('[1, 2, {"a" 5}]', 4))
    with pytest.raises(UnreadableSource, match="at character 13"):
        list(items(text))


def test_a_value_that_never_ends_is_refused():
    text = JsonText(SHORT, ['["' + "x" * 60] * 50)
    with pytest.raises(UnsafeInput, match="single value of more than 100"):
        list(items(text))


def test_lines_are_numbered_and_blank_ones_left_out():
    assert list(lines(HERE, cut("a\n\n  \nbb\nc", 2))) == [(1, "a"), (4, "bb"), (5, "c")]


def test_a_line_that_never_ends_is_refused():
    with pytest.raises(UnsafeInput, match="line 2 has more than 100 characters"):
        list(lines(SHORT, ["a\n", "x" * 60, "x" * 60]))


def test_lines_with_escapes_need_a_second_look():
    found = list(decoded_lines(HERE, Decoder("a.json"), ['{"a": "x"}\n{"a": "\\u00e9"}\n']))
    assert found == [(1, {"a": "x"}, True), (2, {"a": "é"}, False)]


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, None), ("x", "x"), (True, "true"), ({"a": ["é", None]}, '{"a": ["é", null]}'), ([], "[]")],
)
def test_cells(value, text):
    assert cell(value) == text
