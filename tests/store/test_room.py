"""A full disk is said as one, whatever was being done, and the case is as it was."""

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cuibono.errors import CaseReadOnly, CuibonoError, DiskFull
from cuibono.store import search
from cuibono.store.database import reader, writer
from cuibono.store.layout import Layout
from cuibono.store.room import refused, room


def _run(*args: str, cwd: Path, most: int) -> str:
    """Run the command line where no file may grow beyond so many bytes; returns what it says."""
    done = subprocess.run(
        [sys.executable, "-c", "from cuibono.cli import main; main()", *args],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )
    assert done.returncode == 1, done.stdout
    return done.stderr


@pytest.mark.parametrize("verb", [("forget", "a.txt", "--yes"), ("add", "../b.txt"), ("add", "../a.txt", "--protect")])
def test_a_full_disk_is_said_and_nothing_is_lost(layout: Layout, put: Callable[..., str], verb: tuple[str]) -> None:
    put("a.txt", ["one"])
    (layout.root.parent / "b.txt").write_text("Two.")
    said = _run(*verb, cwd=layout.root, most=0)
    assert "No room is left" in said
    assert "Try: free some space" in said
    with reader(layout) as engine:
        assert engine.tuples("SELECT name, protected FROM ev.source") == [("a.txt", False)]


def test_a_case_cannot_be_made_on_a_full_disk(tmp_path: Path) -> None:
    assert "No room is left" in _run("new", "case", cwd=tmp_path, most=0)


def test_no_room_for_the_index_of_words_is_said(
    layout: Layout, put: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a.txt", ["one"])
    monkeypatch.setattr(search, "_SCHEMA", "PRAGMA max_page_count = 4;" + search._SCHEMA)
    with pytest.raises(DiskFull, match="index of its words"):
        search.search(layout, "one")


def test_a_full_disk_met_within_a_write_is_said(layout: Layout) -> None:
    with pytest.raises(DiskFull, match="No room is left"), writer(layout):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_other_faults_pass_as_they_are(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), room(tmp_path):
        raise FileNotFoundError(errno.ENOENT, "gone", "x")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, CaseReadOnly),
        (errno.EACCES, CaseReadOnly),
        (errno.EIO, CuibonoError),
    ],
)
def test_a_refusal_says_what_to_try(tmp_path: Path, number: int, kind: type[CuibonoError]) -> None:
    error = refused(OSError(number, os.strerror(number)), tmp_path)
    assert type(error) is kind
    assert str(tmp_path) in error.what
    assert error.try_
