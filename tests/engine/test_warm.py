from pathlib import Path

import pytest

from cuibono.engine import DuckEngine, warm
from cuibono.errors import CaseDamaged


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "one's.duckdb"
    with DuckEngine(path) as engine:
        engine.run("CREATE SCHEMA ev; CREATE TABLE ev.sheet AS SELECT 7 AS n")
    return path


@pytest.fixture(autouse=True)
def nothing_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "_idle", [])


def test_an_idle_instance_is_taken_again_and_holds_nothing(file: Path) -> None:
    with DuckEngine(file, read_only=True) as engine:
        engine.step("kept", "SELECT 1 AS n")
        engine.run("CREATE TEMP VIEW seen AS SELECT * FROM ev.sheet")
    (idle,) = warm._idle
    with DuckEngine(file, read_only=True) as engine:
        assert warm._idle == []
        assert engine.value("SELECT n FROM ev.sheet") == 7
        found = engine.tuples("SELECT table_name FROM duckdb_tables() UNION ALL SELECT view_name FROM duckdb_views()")
        assert {"kept", "seen"}.isdisjoint(n for (n,) in found)
    assert warm._idle == [idle]


def test_the_file_is_let_go_of_and_what_is_written_is_seen(file: Path) -> None:
    with DuckEngine(file, read_only=True) as engine:
        assert engine.value("SELECT n FROM ev.sheet") == 7
    with DuckEngine(file) as engine:
        engine.run("UPDATE ev.sheet SET n = 8")
    with DuckEngine(file, read_only=True) as engine:
        assert engine.value("SELECT n FROM ev.sheet") == 8


def test_a_reader_cannot_write(file: Path) -> None:
    with DuckEngine(file, read_only=True) as engine, pytest.raises(Exception, match="read-only"):
        engine.run("UPDATE ev.sheet SET n = 9")


def test_what_was_locked_down_is_not_given_to_the_next(file: Path, tmp_path: Path) -> None:
    with DuckEngine(file, read_only=True) as engine:
        engine.lock_down([tmp_path])
    assert warm._idle == []
    with DuckEngine(file, read_only=True) as engine:
        engine.run("SET threads = 1")


def test_two_readers_have_an_instance_each(file: Path) -> None:
    with DuckEngine(file, read_only=True) as one, DuckEngine(file, read_only=True) as two:
        assert one.value("SELECT n FROM ev.sheet") == two.value("SELECT n FROM ev.sheet")
    assert len(warm._idle) == 2


def test_a_file_that_is_no_database_spoils_nothing(file: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.duckdb").write_bytes(b"no database" * 1000)
    with pytest.raises(CaseDamaged):
        DuckEngine(tmp_path / "bad.duckdb", read_only=True)
    with DuckEngine(file, read_only=True) as engine:
        assert engine.value("SELECT n FROM ev.sheet") == 7


def test_only_so_many_are_kept(file: Path) -> None:
    engines = [DuckEngine(file, read_only=True) for _ in range(warm.KEPT + 2)]
    for engine in engines:
        engine.close()
    assert len(warm._idle) == warm.KEPT


def test_a_child_never_lets_go_of_what_it_inherits(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engines = [DuckEngine(file, read_only=True) for _ in range(warm.KEPT)]
    for engine in engines:
        engine.close()
    oldest = warm._idle[0][2]
    monkeypatch.setattr(warm, "_inherited", [])
    monkeypatch.setattr(warm.os, "getpid", lambda: -1)
    with DuckEngine(file, read_only=True) as engine:
        assert engine.value("SELECT n FROM ev.sheet") == 7
    assert warm._inherited == [oldest]
    assert oldest.execute("SELECT 7").fetchone() == (7,)


def test_one_of_another_folder_is_told_where_to_spill_and_how_much_it_may_hold(file: Path, tmp_path: Path) -> None:
    with DuckEngine(file, memory="2GB", scratch=tmp_path / "one"):
        pass
    (idle,) = warm._idle
    with DuckEngine(file, memory="1GB", scratch=tmp_path / "other's") as engine:
        assert warm._idle == []
        assert engine.value("SELECT current_setting('temp_directory')") == str(tmp_path / "other's")
        assert engine.value("SELECT current_setting('memory_limit')") == "953.6 MiB"
    assert warm._idle[0][2] is idle[2]
    with DuckEngine() as engine:
        assert engine.value("SELECT current_setting('temp_directory')") == ""
    with DuckEngine(threads=1) as engine:
        assert engine.value("SELECT current_setting('threads')") == 1
    assert len(warm._idle) == 2


def test_one_that_has_spilled_is_not_taken_for_another_folder(tmp_path: Path) -> None:
    with DuckEngine(memory="100MB", scratch=tmp_path / "one") as engine:
        engine.step("large", "SELECT i, md5(i::VARCHAR) AS words FROM range(3_000_000) AS r(i)")
        assert list((tmp_path / "one").iterdir())
    ((_, _, idle),) = warm._idle
    with DuckEngine(memory="100MB", scratch=tmp_path / "other") as engine:
        assert engine.value("SELECT current_setting('temp_directory')") == str(tmp_path / "other")
    assert [instance is idle for _, _, instance in warm._idle] == [False]
