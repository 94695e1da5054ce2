import json

import pytest
from hypothesis import given as with_
from hypothesis import settings
from hypothesis import strategies as st

from cuibono.errors import BadTable, CuibonoError, UnreadableSource, UnsafeInput
from cuibono.readers.contract import Limits
from cuibono.readers.json_items import READER
from tests.readers.inputs import given
from tests.readers.tables import reading, rows


def test_items_of_an_array_become_rows(tmp_path):
    found = reading(READER, tmp_path, "a.json", '[{"name": "Anvil", "n": 4}, {"n": 5, "more": true}]')
    assert found.columns == ("name", "n", "more")
    assert rows(found) == [(1, "item 1", "Anvil", "4", None), (2, "item 2", None, "5", "true")]


def test_lines_become_rows_under_their_line_number(tmp_path):
    found = reading(READER, tmp_path, "a.jsonl", '{"a": 1}\n\n{"a": 2}\n')
    assert rows(found) == [(1, "line 1", "1"), (2, "line 3", "2")]


def test_lines_are_recognised_under_the_name_of_json(tmp_path):
    found = reading(READER, tmp_path, "a.json", '{"a": 1}\n{"a": 2}\n')
    assert [r[1] for r in rows(found)] == ["line 1", "line 2"]


def test_the_largest_list_inside_an_object_is_taken_and_the_rest_noted(tmp_path):
    text = '{"page": 1, "links": [{"u": 1}], "found": {"firms": [{"n": "A"}, {"n": "B"}], "of": 2}}'
    found = reading(READER, tmp_path, "a.json", text)
    assert [r[1:] for r in rows(found)] == [("item 1", "A"), ("item 2", "B")]
    assert found.notes == ("rows are the items of 'found.firms'; left out: 'page', 'found.of', 'links'",)


def test_an_object_without_lists_is_one_row(tmp_path):
    found = reading(READER, tmp_path, "a.json", '{"name": "Anvil", "n": 4}')
    assert rows(found) == [(1, "item 1", "Anvil", "4")]


def test_nested_values_stay_as_json(tmp_path):
    found = reading(READER, tmp_path, "a.json", '[{"a": {"b": [1, 2.50, "é", null, true]}}]')
    assert rows(found)[0][2] == '{"b": [1, 2.50, "é", null, true]}'


@pytest.mark.parametrize("number", ["1.10", "12345678901234567890123", "9" * 6_000, "-0.0", "1e400"])
def test_numbers_keep_their_digits(tmp_path, number):
    found = reading(READER, tmp_path, "a.json", f'[{{"a": {number}}}]')
    assert rows(found)[0][2] == number


def test_lists_under_a_list_of_names_are_a_table(tmp_path):
    found = reading(READER, tmp_path, "a.json", '[["name", "n"], ["Anvil", 4], ["Bolt", 5]]')
    assert found.columns == ("name", "n")
    assert [r[1:] for r in rows(found)] == [("item 2", "Anvil", "4"), ("item 3", "Bolt", "5")]


def test_plain_values_have_one_column(tmp_path):
    found = reading(READER, tmp_path, "a.json", '[1, "x", [2]]')
    assert [r[2] for r in rows(found)] == ["1", "x", "[2]"]


def test_doubled_keys_are_noted(tmp_path):
    found = reading(READER, tmp_path, "a.json", '[{"a": 1, "a": 2}, {"A": 3}]')
    assert found.columns == ("a", "A_2")
    assert rows(found)[0][2] == "2"
    assert "1 doubled keys ('a'): the last value was taken" in found.notes


def test_odd_keys_become_clean_columns(tmp_path):
    found = reading(READER, tmp_path, "a.json", '[{"k\\u0000\\ud800": 1, "\\u0000": 2, "k\\n x": 3}]')
    assert found.columns == ("k\ufffd", "column_2", "k x")
    assert rows(found)[0][2:] == ("1", "2", "3")


def test_nan_is_left_empty_and_noted(tmp_path):
    found = reading(READER, tmp_path, "a.json", '[{"a": NaN, "b": -Infinity}]')
    assert rows(found)[0][2:] == (None, None)
    assert "2 values such as NaN" in found.notes[0]


def test_lone_surrogates_and_nul_are_mended_and_noted(tmp_path):
    found = reading(READER, tmp_path, "a.json", '[{"a": "x\\ud800y", "b": "\\u0000z", "c": "\\ud83d\\ude00"}]')
    assert rows(found)[0][2:] == ("x\ufffdy", "z", "😀")
    assert "2 cells held NUL characters" in found.notes[0]


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "[" * 100_000 + "]" * 100_000, '[{"a":' + "[" * 100_000 + "]" * 100_000 + "}]", '{"a":' * 100_000],
)
def test_deep_nesting_is_refused(tmp_path, text):
    with pytest.raises(UnsafeInput, match="nested too deeply"):
        reading(READER, tmp_path, "a.json", text)


def test_deep_nesting_in_a_line_is_refused(tmp_path):
    with pytest.raises(UnsafeInput, match="nested too deeply"):
        reading(READER, tmp_path, "a.jsonl", '{"a": 1}\n{"a":' + "[" * 100_000 + "\n")


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("a.json", '[{"a": 1}, {"a": 2', "character 19"),
        ("a.json", '[{"a": 1}] x', "character 12"),
        ("a.json", '{"a": 1} x', "character 10"),
        ("a.json", "hello", "character 1"),
        ("a.jsonl", '{"a": 1}\n{"a":\n', "line 2"),
        ("a.jsonl", '{"a": 1}\n{"a": 2} 3\n', "line 2"),
    ],
)
def test_broken_json_is_refused_with_its_place(tmp_path, name, text, place):
    with pytest.raises(UnreadableSource, match=f"is not valid JSON|{place}") as caught:
        reading(READER, tmp_path, name, text)
    assert place in caught.value.what


def test_an_empty_list_is_refused(tmp_path):
    with pytest.raises(BadTable, match="has no items"):
        reading(READER, tmp_path, "a.json", "[]")


def test_items_with_ids_for_keys_are_refused(tmp_path):
    text = json.dumps([{f"id-{i}": 1} for i in range(4_100)])
    with pytest.raises(UnsafeInput, match="more than 4,000 columns"):
        reading(READER, tmp_path, "a.json", text)


def test_a_single_value_beyond_the_limit_is_refused(tmp_path):
    with pytest.raises(UnsafeInput, match="single value of more than"):
        reading(READER, tmp_path, "a.json", '[{"a": "' + "x" * 3_000_000, Limits(line=1_000_000))


def test_a_cell_beyond_the_limit_is_refused(tmp_path):
    with pytest.raises(UnsafeInput, match="cell of 2,000 characters"):
        reading(READER, tmp_path, "a.json", '[{"a": "' + "x" * 2_000 + '"}]', Limits(cell=1_000))


def test_items_over_many_chunks_are_whole(tmp_path):
    items = [{"n": i, "text": f'"{i}" \\ ' * 40} for i in range(8_000)]
    found = reading(READER, tmp_path, "a.json", json.dumps({"items": items}))
    kept = rows(found)
    assert [int(r[2]) for r in kept] == list(range(8_000))
    assert kept[7_999][3] == items[7_999]["text"]


def test_other_encodings_are_read(tmp_path):
    found = reading(READER, tmp_path, "a.json", '[{"名": "東方"}]'.encode("utf-16"))
    assert (found.columns, rows(found)[0][2]) == (("名",), "東方")


@pytest.mark.parametrize(
    ("name", "text", "sure"),
    [("a.json", "[1]", 0.9), ("a.txt", '{"a": 1}', 0.7), ("a.txt", "[sic] he said", 0.0), ("a.zip", '[{"a": 1}]', 0.7)],
)
def test_recognises_json(tmp_path, name, text, sure):
    path = tmp_path / name
    path.write_text(text)
    assert READER.recognises(given(path, tmp_path / "staging")) == sure


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60)
@with_(_VALUES, st.integers(0, 200))
def test_any_json_whole_or_cut_is_read_or_refused(tmp_path_factory, value, cut):
    text = json.dumps(value)
    try:
        found = reading(READER, tmp_path_factory.mktemp("any"), "a.json", text[: max(1, len(text) - cut)])
    except CuibonoError:
        return
    assert all(len(r) == 2 + len(found.columns) for r in rows(found))
