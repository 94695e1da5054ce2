"""Many readers or one writer: advisory locks on the case folder, held for as short as can be.

Readers share an flock on ``case.lock``; a writer first takes ``case.waiting``, which makes new readers
step back, then ``case.lock`` alone. Locks die with their process, so a crash never leaves one behind.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cuibono.errors import CaseBusy, CaseReadOnly
from cuibono.store.layout import Layout

PATIENCE = 30.0
_STEP = 0.02


@contextmanager
def reading(layout: Layout, *, patience: float = PATIENCE) -> Iterator[None]:
    """Share the case with other readers; waits while a writer works or waits its turn."""
    handle = _open(layout.lock, write=False)
    if handle is None:  # a read-only medium without a lock file: nobody can write there either
        yield
        return
    try:
        _let_writers_pass(layout, patience=min(patience, 2.0))
        _take(handle, fcntl.LOCK_SH, patience, layout)
        yield
    finally:
        os.close(handle)


@contextmanager
def writing(layout: Layout, *, patience: float = PATIENCE) -> Iterator[None]:
    """Have the case alone; raises CaseBusy when others do not let go in time."""
    if not layout.writable():
        raise CaseReadOnly(
            f"The case folder {layout.root} cannot be written to.",
            try_="copy the folder to a place of your own, or ask for write access",
        )
    queue, handle = _open(layout.waiting, write=True), _open(layout.lock, write=True)
    if queue is None or handle is None:
        raise CaseReadOnly(f"The lock of {layout.root} cannot be written to.", try_="check who owns the folder")
    try:
        _take(queue, fcntl.LOCK_EX, patience, layout)
        _take(handle, fcntl.LOCK_EX, patience, layout)
        with suppress(OSError):  # who it is is only told to others: on a full disk they wait without a name
            os.truncate(handle, 0)
            os.pwrite(handle, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(handle)
        os.close(queue)


def writer_waits(layout: Layout) -> bool:
    """Whether a writer is waiting for readers to let go."""
    handle = _open(layout.waiting, write=False)
    if handle is None:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def _let_writers_pass(layout: Layout, *, patience: float) -> None:
    deadline = time.monotonic() + patience
    while writer_waits(layout) and time.monotonic() < deadline:
        time.sleep(_STEP)


def _open(path: Path, *, write: bool) -> int | None:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        if write:
            return None
    try:
        return os.open(path, os.O_RDONLY)
    except OSError:
        return None


def _take(handle: int, kind: int, patience: float, layout: Layout) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise CaseBusy(
                    f"The case {layout.root} is busy: {_who(layout)} has been at it for {patience:g} seconds.",
                    try_="wait until it is done, or stop that program; nothing is lost either way",
                ) from None
        time.sleep(_STEP)


def _who(layout: Layout) -> str:
    try:
        pid = layout.lock.read_text().strip()
    except OSError:
        pid = ""
    return f"process {pid}" if pid else "another program"
