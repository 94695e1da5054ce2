import pytest
from hypothesis import given as with_
from hypothesis import settings
from hypothesis import strategies as st

from cuibono.engine import DuckEngine
from cuibono.errors import BadTable, CuibonoError, UnreadableSource, UnsafeInput
from cuibono.readers.contract import Limits
from cuibono.readers.delimited import READER
from tests.readers.inputs import given
from tests.readers.tables import reading, rows


def test_rows_are_numbered_and_empty_cells_are_null(tmp_path):
    found = reading(READER, tmp_path, "a.csv", "name,share\nAnvil,45\nBolt,\n")
    assert found.columns == ("name", "share")
    assert rows(found) == [(1, None, "Anvil", "45"), (2, None, "Bolt", None)]
    assert found.notes == ()


def test_columns_have_the_types_that_the_contract_asks_for(tmp_path):
    found = reading(READER, tmp_path, "a.csv", "name,share\nAnvil,45\n")
    with DuckEngine() as engine:
        types = engine.columns(f"read_parquet('{found.rows}')")
    assert types == {"_row": "BIGINT", "_place": "VARCHAR", "name": "VARCHAR", "share": "VARCHAR"}


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.csv", "a;b\n1,5;2\n3;4,25\n"), ("a.tsv", "a\tb\n1,5\t2\n3\t4,25\n"), ("a.psv", "a|b\n1,5|2\n3|4,25\n")],
)
def test_other_separators_are_found(tmp_path, name, text):
    found = reading(READER, tmp_path, name, text)
    assert [r[2:] for r in rows(found)] == [("1,5", "2"), ("3", "4,25")]


@pytest.mark.parametrize(
    ("encoding", "note"),
    [("gb18030", "read as gb18030"), ("big5", "read as big5"), ("utf-16", "read as utf-16"), ("utf-8-sig", None)],
)
def test_other_encodings_are_found(tmp_path, encoding, note):
    text = "國家,公司,份額\n中國,長江電器,45\n美國,海岸電力,30\n日本,東方照明,12\n"
    found = reading(READER, tmp_path, "a.csv", text.encode(encoding))
    assert found.columns == ("國家", "公司", "份額")
    assert rows(found)[1][2:] == ("美國", "海岸電力", "30")
    assert note is None or note in found.notes


def test_quoted_cells_keep_separators_quotes_and_line_breaks(tmp_path):
    found = reading(READER, tmp_path, "a.csv", 'a,b\n"x, y","say ""hi"""\n"two\nlines",z\n')
    assert [r[2:] for r in rows(found)] == [("x, y", 'say "hi"'), ("two\nlines", "z")]


def test_a_bare_quotation_mark_inside_a_cell_is_text(tmp_path):
    found = reading(READER, tmp_path, "a.csv", 'a,b\n1,5" pipe\n2,x\n')
    assert rows(found)[0][3] == '5" pipe'


def test_quotation_marks_that_are_not_paired_are_kept_and_noted(tmp_path):
    found = reading(READER, tmp_path, "a.tsv", 'a\tb\n1\t"open\n2\tx\n3\ty\n')
    assert [r[3] for r in rows(found)] == ['"open', "x", "y"]
    assert any("kept as they stand" in n for n in found.notes)


def test_text_after_a_closing_mark_is_taken_on_and_noted(tmp_path):
    found = reading(READER, tmp_path, "a.csv", 'a,b\n1,"abc"def\n2,"x,y"\n')
    assert [r[3] for r in rows(found)] == ["abcdef", "x,y"]
    assert any("after their closing mark" in n for n in found.notes)


def test_a_lone_mark_that_stays_open_is_text(tmp_path):
    found = reading(READER, tmp_path, "a.csv", '"open')
    assert found.columns == ('"open',)


def test_backslashes_may_escape_quotation_marks(tmp_path):
    found = reading(READER, tmp_path, "a.csv", 'a,b\n1,"say \\"hi\\", now"\n2,"x,y"\n')
    assert rows(found)[0][3] == 'say "hi", now'


def test_a_row_of_another_width_is_named(tmp_path):
    with pytest.raises(BadTable) as caught:
        reading(READER, tmp_path, "a.csv", "title\n\na,b,c\n1,2,3\n4,5,6,7\n8,9\n")
    assert caught.value.what == (
        "a.csv: row 2 (line 5) does not fit: it has 4 cells, and there are 3 columns. So does 1 more."
    )
    assert "quotation marks" in caught.value.try_


def test_a_short_row_is_not_padded(tmp_path):
    with pytest.raises(BadTable, match=r"row 1 \(line 2\) does not fit: it has 1 cell"):
        reading(READER, tmp_path, "a.csv", "a,b\n1\n2,3\n4,5\n")


def test_empty_rows_keep_their_number_but_are_left_out(tmp_path):
    found = reading(READER, tmp_path, "a.csv", "a,b\n1,2\n,\n3,4\n\n\n")
    assert [r[0] for r in rows(found)] == [1, 3]
    assert "1 empty row left out" in found.notes


def test_doubled_and_empty_headers_become_unique(tmp_path):
    found = reading(READER, tmp_path, "a.csv", "share,Share,,share\n1,2,3,4\n")
    assert found.columns == ("share", "Share_2", "column_3", "share_3")
    assert any("same name" in n for n in found.notes)


def test_columns_cannot_take_the_names_that_cuibono_uses(tmp_path):
    found = reading(READER, tmp_path, "a.csv", "_row,_place\nx,y\n")
    assert found.columns == ("_row_2", "_place_2")
    assert rows(found) == [(1, None, "x", "y")]


def test_a_first_row_of_numbers_is_data(tmp_path):
    found = reading(READER, tmp_path, "a.csv", "1,2.5\n3,4\n")
    assert found.columns == ("column_1", "column_2")
    assert len(rows(found)) == 2
    assert any("no header" in n for n in found.notes)


def test_titles_and_comments_above_the_header_are_left_out_and_noted(tmp_path):
    text = "# made by hand\nLamp trade, by country\n\nyear,country,share\n2020,Ruritania,4\n2021,Graustark,5\n"
    found = reading(READER, tmp_path, "a.csv", text)
    assert found.columns == ("year", "country", "share")
    assert found.notes == ("2 lines above the header left out: # made by hand; Lamp trade by country",)


def test_one_column_is_a_table_too(tmp_path):
    found = reading(READER, tmp_path, "a.csv", "name\nAnvil\n\nBolt\n\n")
    assert rows(found) == [(1, None, "Anvil"), (2, None, "Bolt")]


def test_a_header_alone_gives_no_rows(tmp_path):
    found = reading(READER, tmp_path, "a.csv", "a,b\n")
    assert rows(found) == []


def test_nul_characters_are_dropped_and_counted(tmp_path):
    found = reading(READER, tmp_path, "a.csv", b"a,b\n1\x00,2\n3,4\n")
    assert rows(found)[0][2:] == ("1", "2")
    assert "1 NUL character dropped" in found.notes


def test_a_cell_of_100_000_characters_is_read(tmp_path):
    found = reading(READER, tmp_path, "a.csv", "a,b\n1," + "x" * 100_000 + "\n")
    assert len(rows(found)[0][3]) == 100_000


def test_a_row_beyond_the_small_buffers_is_read(tmp_path):
    found = reading(READER, tmp_path, "a.csv", 'a,b\n1,"' + "line\n" * 900_000 + '"\n2,x\n')
    assert [len(r[3]) for r in rows(found)] == [4_500_000, 1]


def test_a_line_beyond_the_limit_is_refused(tmp_path):
    with pytest.raises(UnsafeInput, match="line or row of more than 3,000,000 characters"):
        reading(READER, tmp_path, "a.csv", "a,b\n1," + "x" * 4_000_000 + "\n", Limits(line=3_000_000))


def test_a_first_line_without_end_is_refused(tmp_path):
    with pytest.raises(UnsafeInput, match="line or row"):
        reading(READER, tmp_path, "a.csv", "x," * 2_000_000, Limits(line=3_000_000))


def test_a_cell_beyond_the_limit_is_refused(tmp_path):
    with pytest.raises(UnsafeInput, match="cell of 2,000 characters"):
        reading(READER, tmp_path, "a.csv", "a,b\n1," + "x" * 2_000 + "\n", Limits(cell=1_000))


def test_too_many_columns_are_refused(tmp_path):
    with pytest.raises(UnsafeInput, match="5,000 columns"):
        reading(READER, tmp_path, "a.csv", ",".join(f"c{i}" for i in range(5_000)) + "\n")


@pytest.mark.parametrize("data", [b"", b"\n\n", b"PK\x03\x04" + bytes(range(256))])
def test_what_is_no_table_is_refused(tmp_path, data):
    with pytest.raises((UnreadableSource, BadTable)):
        reading(READER, tmp_path, "a.csv", data)


@pytest.mark.parametrize(
    ("name", "text", "sure"),
    [
        ("a.csv", "a,b\n1,2\n", 0.9),
        ("a.txt", "a|b\n1|2\n3|4\n", 0.6),
        ("a.txt", "Well, it rained.\nAnd then, it stopped.\nSo, we left.\nThen, home.\nLate, too.\n", 0.0),
        ("a.txt", '{"a": 1,\n"b": 2,\n"c": 3}', 0.0),
        ("a.html", "<p>a|b\n1|2\n3|4", 0.0),
    ],
)
def test_recognises_tables_by_name_or_by_even_rows(tmp_path, name, text, sure):
    path = tmp_path / name
    path.write_text(text)
    assert READER.recognises(given(path, tmp_path / "staging")) == sure


def test_row_numbers_stay_right_over_many_chunks(tmp_path):
    lines = (f'{i},"note, {i}"' if i % 7 else f'{i},"two\nlines {i}"' for i in range(1, 200_001))
    found = reading(READER, tmp_path, "a.csv", "id,note\n" + "\n".join(lines) + "\n")
    with DuckEngine() as engine:
        wrong = engine.value(f"SELECT count(*) FROM read_parquet('{found.rows}') WHERE _row <> id::BIGINT")
        last = engine.value(f"SELECT max(_row) FROM read_parquet('{found.rows}')")
    assert (wrong, last) == (0, 200_000)


@settings(max_examples=60, deadline=None)
@with_(st.text(alphabet='ab1,;\t|"\\\n\r\x00 é中', max_size=80))
def test_any_text_is_read_or_refused(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("any")
    try:
        found = reading(READER, folder, "a.csv", text)
    except CuibonoError:
        return
    assert all(len(r) == 2 + len(found.columns) for r in rows(found))


@settings(max_examples=40, deadline=None)
@with_(st.lists(st.tuples(*[st.text(alphabet='ab1,;"\n é中', max_size=8)] * 3), min_size=1, max_size=8))
def test_what_is_properly_quoted_comes_back_unchanged(tmp_path_factory, cells):
    quoted = ["first,second,third", *(",".join('"' + c.replace('"', '""') + '"' for c in r) for r in cells)]
    folder = tmp_path_factory.mktemp("back")
    found = reading(READER, folder, "a.csv", "\n".join(quoted) + "\n")
    expected = [tuple(c or None for c in r) for r in cells if any(r)]
    assert [r[2:] for r in rows(found)] == expected
