"""What the full-text indexes in the cache share: files that can be thrown away, brought up to date when asked."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cuibono.errors import DiskFull
from cuibono.store import database
from cuibono.store.layout import Layout
from cuibono.store.session import Session

#: The signs, as a class of a regular expression, that stand without spaces between words: Han, kana, Hangul.
CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af\U00020000-\U0003134f"


def connect(layout: Layout, name: str, schema: str) -> sqlite3.Connection:
    """The index of that file name with its tables; in memory where the folder cannot be written to."""
    path: str | Path = layout.cache / name if layout.writable() else ":memory:"
    index = sqlite3.connect(path, timeout=60)
    index.executescript(schema)
    return index


def is_current(index: sqlite3.Connection, session: Session) -> bool:
    """Whether nothing came or went since the index was last brought up to date."""
    return bool(index.execute("PRAGMA user_version").fetchone()[0] == database.generation(session.engine))


def bring_up(index: sqlite3.Connection, session: Session, update: Callable[[], None]) -> None:
    """Bring an index up to date with ``update``, all or nothing; two who ask at once do not both write."""
    if is_current(index, session):
        return
    with index:
        index.execute("BEGIN IMMEDIATE")
        if not is_current(index, session):
            update()
            index.execute(f"PRAGMA user_version = {database.generation(session.engine)}")


@contextmanager
def full_disk_said(layout: Layout) -> Iterator[None]:
    """Say so in our own words when an index has no room."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "full" in str(error):
            raise DiskFull(
                f"No room is left on the disk of {layout.root} for the index of its words.",
                try_="free some space and search again",
            ) from error
        raise
