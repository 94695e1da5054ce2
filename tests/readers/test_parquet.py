import random

import pytest

from cuibono.engine import DuckEngine
from cuibono.errors import CuibonoError, UnreadableSource
from cuibono.readers.parquet import READER
from tests.readers.tables import reading, rows


def made(folder, select: str) -> bytes:
    path = folder / "made.parquet"
    with DuckEngine() as engine:
        engine.run(f"COPY ({select}) TO '{path}' (FORMAT parquet)")
    return path.read_bytes()


def test_every_value_becomes_text(tmp_path):
    select = "SELECT 1 AS n, 'x' AS s, '' AS e, [1, 2] AS l, {'a': 1} AS o, DATE '2020-01-02' AS d, 2.50::DOUBLE AS f"
    found = reading(READER, tmp_path, "a.parquet", made(tmp_path, select))
    assert found.columns == ("n", "s", "e", "l", "o", "d", "f")
    assert rows(found) == [(1, None, "1", "x", None, "[1,2]", '{"a":1}', "2020-01-02", "2.5")]


def test_bytes_are_text_where_they_can_be(tmp_path):
    select = "SELECT 'caf\\xC3\\xA9'::BLOB AS text, '\\xFF\\x00'::BLOB AS bytes"
    found = reading(READER, tmp_path, "a.parquet", made(tmp_path, select))
    assert rows(found)[0][2:] == ("café", "FF00")


def test_rows_keep_their_order(tmp_path):
    data = made(tmp_path, "SELECT i AS n FROM range(300_000) AS t(i)")
    found = reading(READER, tmp_path, "a.parquet", data)
    with DuckEngine() as engine:
        wrong = engine.value(f"SELECT count(*) FROM read_parquet('{found.rows}') WHERE _row <> n::BIGINT + 1")
    assert wrong == 0


def test_columns_cannot_take_the_names_that_cuibono_uses(tmp_path):
    found = reading(READER, tmp_path, "a.parquet", made(tmp_path, "SELECT 1 AS _row, 2 AS _place"))
    assert found.columns == ("_row_2", "_place_2")


@pytest.mark.parametrize("left", [4, 8, 60, -40, -4])
def test_a_file_cut_short_is_refused(tmp_path, left):
    with pytest.raises(UnreadableSource, match="cut short"):
        reading(READER, tmp_path, "a.parquet", made(tmp_path, "SELECT 1 AS n, 'x' AS s")[:left])


def test_an_encrypted_file_is_refused(tmp_path):
    with pytest.raises(UnreadableSource, match="encrypted"):
        reading(READER, tmp_path, "a.parquet", b"PARE" + bytes(100) + b"PARE")


def test_damage_is_an_error_or_another_value_but_never_a_crash(tmp_path):
    data, chance = made(tmp_path, "SELECT i AS n, 'x' || i AS s FROM range(50) AS t(i)"), random.Random(1)
    said = []
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(3):
            broken[chance.randrange(4, len(broken) - 4)] = chance.randrange(256)
        try:
            reading(READER, tmp_path, "a.parquet", bytes(broken))
        except CuibonoError as error:
            said.append(error.what)
    assert len(said) > 20
    assert not [what for what in said if str(tmp_path) in what]
