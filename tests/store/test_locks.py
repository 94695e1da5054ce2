"""Many readers or one writer."""

import multiprocessing as mp
import time
from pathlib import Path

import pytest

from cuibono.errors import CaseBusy
from cuibono.store import locks
from cuibono.store.layout import Layout


def _hold(root: Path, kind: str, ready: "mp.synchronize.Event", done: "mp.synchronize.Event") -> None:
    with getattr(locks, kind)(Layout(root)):
        ready.set()
        done.wait(20)


def _other(root: Path, kind: str) -> tuple[mp.Process, "mp.synchronize.Event"]:
    spawn = mp.get_context("spawn")
    ready, done = spawn.Event(), spawn.Event()
    process = spawn.Process(target=_hold, args=(root, kind, ready, done))
    process.start()
    assert ready.wait(20)
    return process, done


def test_two_readers_share(layout: Layout) -> None:
    process, done = _other(layout.root, "reading")
    with locks.reading(layout, patience=0.5):
        assert process.is_alive()
    done.set()
    process.join(20)
    assert process.exitcode == 0


def test_a_writer_waits_for_readers_and_says_who(layout: Layout) -> None:
    process, done = _other(layout.root, "reading")
    with pytest.raises(CaseBusy, match="busy"), locks.writing(layout, patience=0.3):
        pass
    done.set()
    process.join(20)
    with locks.writing(layout, patience=5):
        assert layout.lock.read_text().strip().isdigit()


def test_readers_wait_while_a_writer_works(layout: Layout) -> None:
    process, done = _other(layout.root, "writing")
    with pytest.raises(CaseBusy, match=str(process.pid)), locks.reading(layout, patience=0.3):
        pass
    done.set()
    process.join(20)


def test_a_killed_writer_leaves_no_lock(layout: Layout) -> None:
    process, _ = _other(layout.root, "writing")
    process.kill()
    process.join(20)
    start = time.monotonic()
    with locks.writing(layout, patience=5):
        assert time.monotonic() - start < 5


def test_a_waiting_writer_is_seen(layout: Layout) -> None:
    assert not locks.writer_waits(layout)
    with locks.writing(layout):
        assert locks.writer_waits(layout)
