import zipfile

import pytest

from cuibono.errors import BadTable, UnreadableSource, UnsafeInput
from cuibono.readers.contract import Limits
from cuibono.readers.registry import choose
from cuibono.readers.workbook import READER
from tests.readers.inputs import given
from tests.readers.tables import reading, rows
from tests.readers.workbooks import cell, ods, sheet_of, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def test_every_sheet_is_read_and_every_row_has_its_place(tmp_path):
    data = xlsx({"A": [["country", "share"], ["R", 45.5], ["G", 30]], "It's B": [["Share", "who"], [7, "x"]]})
    found = reading(READER, tmp_path, "a.xlsx", data)
    assert found.columns == ("country", "share", "who")
    assert rows(found) == [
        (1, "sheet 'A', row 2", "R", "45.5", None),
        (2, "sheet 'A', row 3", "G", "30", None),
        (3, "sheet 'It's B', row 2", None, "7", "x"),
    ]


def test_numbers_are_written_as_people_see_them(tmp_path):
    found = reading(READER, tmp_path, "a.xlsx", xlsx({"A": [["year", "n"], [2020.0, 0.29], [2021, 1e20]]}))
    assert [r[2:] for r in rows(found)] == [("2020", "0.29"), ("2021", "1e+20")]


def test_titles_above_the_header_and_empty_rows_are_left_out(tmp_path):
    data = xlsx({"A": [["Lamp trade"], [], ["country", "share"], ["R", 1], [], ["G", 2]]})
    found = reading(READER, tmp_path, "a.xlsx", data)
    assert [r[1] for r in rows(found)] == ["sheet 'A', row 4", "sheet 'A', row 6"]
    assert "sheet 'A': 1 line above the header left out: Lamp trade" in found.notes


def test_a_sheet_of_remarks_becomes_passages(tmp_path):
    data = xlsx({"A": [["country", "share"], ["R", 1]], "Notes": [["Made by the bureau."], ["Second remark."]]})
    found = reading(READER, tmp_path, "a.xlsx", data)
    assert [(p.place, p.text) for p in found.pieces] == [
        ("sheet 'Notes', row 1", "Made by the bureau."),
        ("sheet 'Notes', row 2", "Second remark."),
    ]
    assert "sheet 'Notes' is read as text" in found.notes


def test_hidden_and_empty_sheets_and_merged_cells_are_noted(tmp_path):
    merged = sheet_of(
        {1: [cell("A1", "a"), cell("B1", "b")], 2: [cell("A2", 1), cell("B2", 2)]},
        '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
    )
    data = xlsx({"A": [], "B": [["a", "b"], [1, 2]], "C": []}, hidden=["B"], raw={"A": merged})
    found = reading(READER, tmp_path, "a.xlsx", data)
    assert "sheet 'B' is hidden" in found.notes
    assert "sheet 'C' is empty" in found.notes
    assert "merged cells hold their value in the first cell only: sheet 'A' (1)" in found.notes


def test_opendocument_sheets_are_read(tmp_path):
    found = reading(READER, tmp_path, "a.ods", ods("Blatt", [["land", "anteil"], ["R", "45"]]))
    assert rows(found) == [(1, "sheet 'Blatt', row 2", "R", "45")]


def test_workbooks_are_known_by_what_is_inside(tmp_path):
    for name, data in {"a.bin": xlsx({"A": [["a", "b"]]}), "b.bin": ods("A", [["a", "b"]])}.items():
        (tmp_path / name).write_bytes(data)
        assert choose(given(tmp_path / name, tmp_path / "staging")).name == "workbook"


def test_a_workbook_without_rows_is_refused(tmp_path):
    with pytest.raises(BadTable, match="no rows in any sheet"):
        reading(READER, tmp_path, "a.xlsx", xlsx({"A": [], "B": []}))


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_workbook_cut_short_is_refused(tmp_path, kept):
    data = xlsx({"A": [["a", "b"], [1, 2]]})
    with pytest.raises(UnreadableSource, match="damaged"):
        reading(READER, tmp_path, "a.xlsx", data[: int(len(data) * kept)])


def test_a_damaged_sheet_is_refused(tmp_path):
    with pytest.raises(UnreadableSource, match="damaged"):
        reading(READER, tmp_path, "a.xlsx", xlsx({"A": []}, raw={"A": "<worksheet><sheetData><row"}))


def test_an_encrypted_workbook_is_refused(tmp_path):
    with pytest.raises(UnreadableSource, match="encrypted"):
        reading(READER, tmp_path, "a.xlsx", OLE + bytes(4_096))


def test_a_damaged_old_workbook_is_refused(tmp_path):
    with pytest.raises(UnreadableSource, match="damaged"):
        reading(READER, tmp_path, "a.xls", OLE + bytes(4_096))


def test_a_zip_bomb_is_refused_before_it_is_opened(tmp_path):
    bomb = sheet_of({1: [cell("A1", "a")]}).replace("<sheetData>", "<sheetData>" + " " * 60_000_000)
    with pytest.raises(UnsafeInput, match="times its size"):
        reading(READER, tmp_path, "a.xlsx", xlsx({"A": []}, raw={"A": bomb}))


def test_more_than_the_limit_is_refused(tmp_path):
    with pytest.raises(UnsafeInput, match="unpacks to"):
        reading(READER, tmp_path, "a.xlsx", xlsx({"A": [["a", "b"]]}), Limits(expanded=1_000))


def test_a_grid_of_billions_of_cells_is_refused(tmp_path):
    far = sheet_of({1: [cell("A1", "a")], 1_048_576: [cell("XFD1048576", "b")]})
    with pytest.raises(UnsafeInput, match="more memory than a workbook may take"):
        reading(READER, tmp_path, "a.xlsx", xlsx({"A": []}, raw={"A": far}))


@pytest.mark.parametrize(
    ("row", "column"), [(1_048_576, "CV"), (99_999_999, "A")], ids=["wide and long", "beyond the last row"]
)
def test_a_stray_cell_far_away_is_refused(tmp_path, row, column):
    far = sheet_of({1: [cell("A1", "a"), cell("B1", "b")], row: [cell(f"{column}{row}", "x")]})
    with pytest.raises(UnsafeInput, match=r"spans|more memory"):
        reading(READER, tmp_path, "a.xlsx", xlsx({"A": []}, raw={"A": far}))


def test_places_are_right_when_a_sheet_does_not_begin_in_its_corner(tmp_path):
    body = sheet_of({5: [cell("C5", "a"), cell("D5", "b")], 7: [cell("C7", 1), cell("D7", 2)]})
    found = reading(READER, tmp_path, "a.xlsx", xlsx({"A": []}, raw={"A": body}))
    assert found.columns == ("a", "b")
    assert rows(found) == [(1, "sheet 'A', row 7", "1", "2")]


def test_a_cell_beyond_the_limit_is_refused(tmp_path):
    with pytest.raises(UnsafeInput, match="cell of 2,000 characters"):
        reading(READER, tmp_path, "a.xlsx", xlsx({"A": [["a", "b"], ["x" * 2_000, 1]]}), Limits(cell=1_000))


def test_a_cell_of_100_000_characters_is_read(tmp_path):
    found = reading(READER, tmp_path, "a.xlsx", xlsx({"A": [["a", "b"], ["é" * 100_000, 1]]}))
    assert len(rows(found)[0][2]) == 100_000


def test_what_is_a_zip_but_no_workbook_is_refused(tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(UnreadableSource, match="no workbook"):
        reading(READER, tmp_path, "a.xlsx", path.read_bytes())
