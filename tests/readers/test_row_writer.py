import pytest

from cuibono.engine import DuckEngine
from cuibono.errors import UnsafeInput
from cuibono.readers.contract import Input, Limits
from cuibono.readers.row_writer import RowWriter


def item(folder, **limits) -> Input:
    return Input(folder / "a", "a.json", b"", folder, Limits(**limits))


def rows(path) -> list[tuple]:
    with DuckEngine() as engine:
        return engine.tuples(f"SELECT * FROM read_parquet('{path}')")


def test_columns_may_appear_as_they_are_met(tmp_path):
    with RowWriter(item(tmp_path)) as writer:
        writer.add("item 1", {writer.column("a"): "1"})
        writer.add("item 2", {writer.column("b"): 'x "y",\nz'})
        writer.add(None, {})
        path = writer.close(("a", "b"))
    assert rows(path) == [(1, "item 1", "1", None), (2, "item 2", None, 'x "y",\nz'), (3, None, None, None)]


def test_what_cannot_be_stored_is_mended_and_counted(tmp_path):
    with RowWriter(item(tmp_path)) as writer:
        writer.add(None, {writer.column("a"): "x\ud800\x00\r\ny"})
        writer.add(None, {writer.column("a"): "é\r\nfine"})
        path = writer.close(("a",))
    assert [r[2] for r in rows(path)] == ["x\ufffd\ny", "é\nfine"]
    assert writer.notes() == ("1 cell held NUL characters (dropped) or broken surrogates (shown as U+FFFD)",)


def test_a_cell_beyond_the_limit_is_refused(tmp_path):
    with RowWriter(item(tmp_path, cell=10)) as writer, pytest.raises(UnsafeInput, match="cell of 11 characters"):
        writer.add(None, {writer.column("a"): "x" * 11})


def test_a_row_beyond_the_small_buffers_is_kept(tmp_path):
    with RowWriter(item(tmp_path)) as writer:
        writer.add(None, {writer.column("a"): "x" * 3_000_000})
        path = writer.close(("a",))
    assert len(rows(path)[0][2]) == 3_000_000


def test_a_row_beyond_the_limit_of_a_line_is_refused(tmp_path):
    with RowWriter(item(tmp_path, line=3_000_000)) as writer:
        writer.add(None, {writer.column("a"): "x" * 4_000_000})
        with pytest.raises(UnsafeInput, match="line or row of more than 3,000,000"):
            writer.close(("a",))
