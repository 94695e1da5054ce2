import os
from pathlib import Path

import pytest

from cuibono.engine import DuckEngine
from cuibono.engine.checkpoint import _FIRST_BLOCK, _iteration, checkpoint, journal_of, log_of, mend


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "one.duckdb"
    with DuckEngine(path) as engine:
        engine.run("CREATE TABLE sheet AS SELECT range AS n FROM range(1000)")
        checkpoint(engine, path)
    return path


def count(path: Path) -> int:
    with DuckEngine(path, read_only=True) as engine:
        return int(engine.value("SELECT count(*) FROM sheet"))


def dies_while_checkpointing(path: Path, monkeypatch: pytest.MonkeyPatch, *, before: bool) -> bytes:
    """What a writer leaves that wrote 10 rows and died before, or after, the header was switched; and the file then."""
    with DuckEngine(path) as engine:
        engine.run("INSERT INTO sheet SELECT range FROM range(10)")
        whole, log = path.read_bytes(), log_of(path).read_bytes()
        monkeypatch.setattr(Path, "unlink", lambda self, missing_ok=False: None)
        checkpoint(engine, path)
        monkeypatch.undo()
    if before:
        path.write_bytes(whole)
        log_of(path).write_bytes(log)
    return path.read_bytes()


def tear(path: Path) -> None:
    """Damage the catalogue's block as a write that was cut short does."""
    with path.open("r+b") as handle:
        handle.seek(_FIRST_BLOCK)
        handle.write(os.urandom(5000))


def test_a_torn_block_is_put_back_and_the_log_is_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = dies_while_checkpointing(file, monkeypatch, before=True)
    tear(file)
    with pytest.raises(Exception, match="checksum"):
        count(file)
    assert journal_of(file).exists()
    mend(file)
    assert file.read_bytes() == whole
    assert not journal_of(file).exists()
    assert count(file) == 1010


def test_a_checkpoint_that_was_through_is_left_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = dies_while_checkpointing(file, monkeypatch, before=False)
    assert journal_of(file).exists()
    mend(file)
    assert file.read_bytes() == whole
    assert count(file) == 1010


def test_without_a_journal_there_is_nothing_to_mend(file: Path) -> None:
    whole = file.read_bytes()
    mend(file)
    assert file.read_bytes() == whole


def test_without_a_log_there_is_nothing_to_write(file: Path) -> None:
    with file.open("rb") as handle:
        before = _iteration(handle)
    with DuckEngine(file) as engine:
        checkpoint(engine, file)
    with file.open("rb") as handle:
        assert _iteration(handle) == before


def test_a_writer_that_closes_without_a_checkpoint_loses_nothing(file: Path) -> None:
    with DuckEngine(file) as engine:
        engine.run("INSERT INTO sheet SELECT range FROM range(10)")
    assert log_of(file).stat().st_size
    assert count(file) == 1010
