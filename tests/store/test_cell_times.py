"""Times as people's files write them, as UTC seconds, and how exactly they are known."""

from pathlib import Path

import pytest

from cuibono.errors import BadTable
from cuibono.store.cell_times import read_time
from tests.store.test_mapped_rows import built

HOUR = 1_704_110_400  # 2024-01-01 12:00:00 UTC


@pytest.mark.parametrize(
    ("cell", "t", "exact"),
    [
        ("1704110400", HOUR, 1),
        ("1704110400.9", HOUR, 1),
        ("1704110400123", HOUR, 1),
        ("1704110400123456", HOUR, 1),
        ("2024-01-01T12:00:00Z", HOUR, 1),
        ("2024-01-01 13:00:00+01:00", HOUR, 1),
        ("2024-01-01T12:00:00.999Z", HOUR, 1),
        ("2024-01-01 12:00:00 UTC", HOUR, 1),
        ("2024-01-01 12:00", HOUR, 60),
        ("2024-01-01", HOUR - 43_200, 86_400),
        ("20240101", HOUR - 43_200, 86_400),
        ("Mon Jan 01 12:00:00 +0000 2024", HOUR, 1),
        ("01.01.2024 13:00:00 UTC+01:00", HOUR, 1),
        ("Mon, 01 Jan 2024 12:00:00 GMT", HOUR, 1),
        ("01.01.2024 12:00", HOUR, 60),
    ],
)
def test_a_time_is_read_however_it_is_written(tmp_path: Path, cell: str, t: int, exact: int) -> None:
    rows, _ = built(tmp_path, ["url", "user", "post_id", "date"], [["u", "a", "p", cell]], table="shares")
    assert [(r["t"], r["t_precision"]) for r in rows] == [(t, exact)]


def test_a_precision_of_its_own_wins(tmp_path: Path) -> None:
    columns = ["object", "account", "post", "t", "t_precision"]
    rows, _ = built(tmp_path, columns, [["u", "a", "p", str(HOUR), "60"]], table="shares")
    assert rows[0]["t_precision"] == 60


def test_a_share_without_a_time_is_refused(tmp_path: Path) -> None:
    cells = [["u", "a", "p", "2024-01-01"], ["u", "a", "p", "soon"]]
    with pytest.raises(BadTable, match="row 2: 'soon' is not a time"):
        built(tmp_path, ["url", "user", "post_id", "date"], cells, table="shares")


def test_what_is_no_time_is_nothing() -> None:
    assert read_time("yesterday") == (None, None)
