import pytest

from cuibono.errors import UnsafeInput
from cuibono.readers.column_headers import find_header, unique_names


@pytest.mark.parametrize(
    ("records", "before", "names"),
    [
        ([["a", "b"], ["1", "2"]], 1, ("a", "b")),
        ([["1", "2"], ["3", "4"]], 0, ("column_1", "column_2")),
        ([["2020-01-02", "45 %"], ["2020-01-03", "46 %"]], 0, ("column_1", "column_2")),
        ([["Title"], [], ["a", "b"], ["1", "2"], ["3", "4"]], 3, ("a", "b")),
        ([["Title", ""], ["a", "b"], ["1", "2"]], 2, ("a", "b")),
        ([["# x", "y", "z"], ["a", "b"], ["1", "2"], ["3", "4"]], 2, ("a", "b")),
        ([["Country", "1960", "1961"], ["R", "1", "2"]], 1, ("Country", "1960", "1961")),
        ([["name"], ["Anvil"], ["Bolt"]], 1, ("name",)),
        ([[], ["a", "b"], ["1", "2"]], 2, ("a", "b")),
        ([], 0, ()),
    ],
)
def test_the_header_is_found(records, before, names):
    found = find_header(records, "a.csv")
    assert (found.before, found.names) == (before, names)


def test_a_short_record_before_wide_data_is_no_title():
    found = find_header([["a", "b"], ["1", "2", "3"], ["4", "5", "6"]], "a.csv")
    assert (found.before, found.names) == (1, ("a", "b"))


def test_names_are_unique_whatever_their_case():
    names, notes = unique_names(["a", "A", " ", "a_2", "a", "_row"])
    assert names == ("a", "A_2", "column_3", "a_2_2", "a_3", "_row_2")
    assert len({n.casefold() for n in names}) == 6
    assert notes[0] == "1 column without a name is called by its number"


def test_line_breaks_in_names_become_spaces():
    assert unique_names(["share\n(%)"])[0] == ("share (%)",)


def test_too_many_columns_are_refused():
    with pytest.raises(UnsafeInput, match="4,001 columns"):
        find_header([["x"] * 4_001], "a.csv")


@pytest.mark.parametrize("cell", ["9" * 200_000 + "x", "9 " * 100_000 + "x", "-" + ". " * 100_000, "9" * 200_000])
def test_a_long_cell_is_seen_through_once(cell):
    assert find_header([[cell, "b"], ["1", "2"]], "t.csv").before in (0, 1)
