"""``query`` can read the tables of the case, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cuibono.errors import QueryRefused
from cuibono.store.layout import Layout
from cuibono.store.query import query


def test_one_select_gives_rows(layout: Layout, put_shares: Callable[..., str]) -> None:
    put_shares("shares.csv", [("Arland", 0.7), ("Borland", 0.3)])
    result = query(layout, "select supplier_name, share_low from supply_shares order by share_low desc")
    assert result.rows == (("Arland", 0.7), ("Borland", 0.3))
    assert str(result).splitlines()[2].split() == ["Arland", "0.7"]
    assert next(iter(result)) == {"supplier_name": "Arland", "share_low": 0.7}


@pytest.mark.parametrize(
    "sql",
    [
        "",
        "select 1; select 2",
        "copy (select 1) to 'tables/x.csv'",
        "drop table ev.source",
        "delete from ev.source",
        "update ev.source set name = 'x'",
        "attach 'x.duckdb'",
        "install httpfs",
        "set memory_limit = '1GB'",
        "pragma database_list",
        "create table t as select 1",
        "call pragma_version()",
        "export database 'x'",
        "explain analyze select 1",
        "not sql at all",
    ],
)
def test_anything_else_is_refused(layout: Layout, sql: str) -> None:
    with pytest.raises(QueryRefused):
        query(layout, sql)


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('/etc/passwd')",
        "select * from read_text('{root}/case.toml')",
        "select * from read_blob('{root}/sources/../case.toml')",
        "select * from glob('/etc/*')",
        "select * from '{root}/evidence.duckdb'",
        "select * from read_text('{root}/tables/../case.toml')",
    ],
)
def test_no_file_outside_tables_is_read(layout: Layout, sql: str) -> None:
    with pytest.raises(QueryRefused):
        query(layout, sql.format(root=layout.root))


def test_nothing_is_written(layout: Layout, tmp_path: Path) -> None:
    with pytest.raises(QueryRefused):
        query(layout, f"copy (select 1) to '{tmp_path}/x.csv'")
    assert not (tmp_path / "x.csv").exists()


def test_rows_are_limited_and_said(layout: Layout) -> None:
    result = query(layout, "select unnest([1, 2, 3]) as n", limit=2)
    assert (len(result), result.more) == (2, True)


def test_time_is_limited(layout: Layout) -> None:
    with pytest.raises(QueryRefused, match="longer than"):
        query(layout, "select count(*) from range(100000000000) a, range(1000) b", seconds=0.3)
