"""Work in progress: a source is in or out, never half.

A stage is a folder below ``staging/`` that mirrors the case folder. Files are written and synced there, one
transaction names them, then they are renamed into place. A crash before the transaction leaves files that
nobody names: swept. A crash after it leaves files that the database names: moved. The stage's own lock
tells a live writer from a dead one.
"""

import fcntl
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from cuibono.engine import DuckEngine
from cuibono.store.layout import Layout, sync_file, sync_folder
from cuibono.store.room import refused

_OWNER = "owner.lock"
_WORK = "work"
_BIRTH = 60.0  # seconds within which a stage without its lock is still being born


@dataclass(slots=True)
class Stage:
    """A folder that mirrors the case folder, plus ``work/`` for what will be thrown away."""

    layout: Layout
    root: Path
    files: list[Path] = field(default_factory=list)
    aside: list[Path] = field(default_factory=list)

    @property
    def work(self) -> Path:
        """Room for intermediate files."""
        return self.root / _WORK

    def place(self, final: Path) -> Path:
        """Where to write a file that shall end up at ``final``."""
        staged = self.root / final.relative_to(self.layout.root)
        staged.parent.mkdir(parents=True, exist_ok=True)
        self.files.append(final)
        return staged

    def sync(self) -> None:
        """Make every staged file survive a power cut; call before the transaction."""
        for final in self.files:
            sync_file(self.root / final.relative_to(self.layout.root))

    def settle(self) -> None:
        """Rename every staged file into place; call after the transaction, under the exclusive lock."""
        folders = {_move(self.root, self.layout.root, final) for final in self.files}
        for folder in folders:
            sync_folder(folder)
        self.files.clear()
        for final in self.aside:
            final.unlink(missing_ok=True)
        self.aside.clear()

    def set_aside(self, final: Path) -> None:
        """Note a file that goes when the transaction is through.

        It is linked into the stage: should we die after the commit, the next start sweeps both names of it; should
        we die before, the database still names it and it stays.
        """
        linked = self.root / final.relative_to(self.layout.root)
        linked.parent.mkdir(parents=True, exist_ok=True)
        os.link(final, linked)
        self.aside.append(final)


@contextmanager
def stage(layout: Layout) -> Iterator[Stage]:
    """A stage of one's own, removed at the end whatever happens."""
    try:
        layout.staging.mkdir(exist_ok=True)
        root = layout.staging / uuid.uuid4().hex
        (root / _WORK).mkdir(parents=True)
        owner = _claim(root)
    except OSError as error:
        raise refused(error, layout.root) from error
    try:
        yield Stage(layout, root)
    finally:
        shutil.rmtree(root, ignore_errors=True)
        os.close(owner)


def unswept(layout: Layout) -> bool:
    """Whether a dead writer left a stage behind."""
    return any(not _alive(root) for root in _stages(layout))


def recover(layout: Layout, engine: DuckEngine) -> None:
    """Finish what a transaction named, sweep what none did; call under the exclusive lock."""
    for root in _stages(layout):
        if _alive(root):
            continue
        for final in _left(layout, root):
            if _named(layout, engine, final):
                _move(root, layout.root, final)
            else:  # never committed, or forgotten: under neither name may it stay
                final.unlink(missing_ok=True)
        shutil.rmtree(root, ignore_errors=True)


def _claim(root: Path) -> int:
    # Locked before it gets its name: whoever sees the file sees it held.
    unnamed = root / (_OWNER + ".new")
    owner = os.open(unnamed, os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(owner, fcntl.LOCK_EX)
    unnamed.rename(root / _OWNER)
    return owner


def _stages(layout: Layout) -> list[Path]:
    try:
        return sorted(p for p in layout.staging.iterdir() if p.is_dir())
    except OSError:
        return []


def _alive(root: Path) -> bool:
    try:
        handle = os.open(root / _OWNER, os.O_RDWR)
    except OSError:
        return _age(root) < _BIRTH
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def _age(root: Path) -> float:
    try:
        return time.time() - root.stat().st_mtime
    except OSError:
        return 0.0


def _left(layout: Layout, root: Path) -> list[Path]:
    staged = (p for p in root.rglob("*") if p.is_file() and not p.name.startswith(_OWNER))
    inside = (p.relative_to(root) for p in staged)
    return [layout.root / p for p in inside if p.parts[0] != _WORK]


def _named(layout: Layout, engine: DuckEngine, final: Path) -> bool:
    relative = str(final.relative_to(layout.root))
    if final.is_relative_to(layout.sources):
        return bool(engine.value("SELECT count(*) FROM ev.source WHERE id = ?", [final.name]))
    if final.is_relative_to(layout.tables):
        return bool(engine.value("SELECT count(*) FROM ev.bulk WHERE file = ?", [relative]))
    if final.is_relative_to(layout.mappings):
        return bool(engine.value("SELECT count(*) FROM ev.bulk WHERE mapping = ?", [relative]))
    return False


def _move(root: Path, home: Path, final: Path) -> Path:
    staged = root / final.relative_to(home)
    final.parent.mkdir(parents=True, exist_ok=True)
    if staged.exists():
        with suppress(OSError):
            staged.chmod(0o444)
        staged.replace(final)
    return final.parent
