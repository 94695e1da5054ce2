"""A checkpoint that a kill or a power cut cannot turn into a damaged file.

DuckDB writes what is new into free blocks and then switches its header, but it writes the blocks of its catalogue in
place: a process that dies within such a write leaves a block that is half old and half new, which no header can read.
So those blocks are copied into a journal first. Whoever opens the file next, and finds the journal, puts them back,
unless the header had been switched already; the log still holds what the checkpoint would have kept.
"""

import os
import struct
from pathlib import Path
from typing import BinaryIO

from cuibono.engine.duck import DuckEngine

_HEADERS, _FIRST_BLOCK = (4096, 8192), 12288
_NUMBERS = struct.Struct("<QQQ")  # of the journal: iteration, size of a block, how many follow
_BLOCK = struct.Struct("<Q")


def journal_of(database: Path) -> Path:
    """Where the journal of a database lies."""
    return database.with_name(database.name + ".undo")


def log_of(database: Path) -> Path:
    """Where DuckDB keeps its log."""
    return database.with_name(database.name + ".wal")


def checkpoint(engine: DuckEngine, database: Path) -> None:
    """Write the log into the database file; nothing happens when there is no log."""
    log = log_of(database)
    if not log.exists() or log.stat().st_size == 0:
        return
    _save(engine, database)
    engine.run("CHECKPOINT")
    journal_of(database).unlink()


def mend(database: Path) -> None:
    """Undo a checkpoint that died half-way; call under the exclusive lock, before the file is opened."""
    journal = journal_of(database)
    if not journal.exists():
        return
    with journal.open("rb") as kept, database.open("r+b") as file:
        iteration, size, count = _NUMBERS.unpack(kept.read(_NUMBERS.size))
        if _iteration(file)[0] == iteration:
            for _ in range(count):
                (number,) = _BLOCK.unpack(kept.read(_BLOCK.size))
                file.seek(_FIRST_BLOCK + number * size)
                file.write(kept.read(size))
            file.flush()
            os.fsync(file.fileno())
    journal.unlink()


def _save(engine: DuckEngine, database: Path) -> None:
    """Copy the blocks of the catalogue, as the header in force needs them, into the journal."""
    blocks = sorted(int(n) for (n,) in engine.tuples("SELECT DISTINCT block_id FROM pragma_metadata_info()"))
    journal = journal_of(database)
    fresh = journal.with_name(journal.name + ".new")
    with database.open("rb") as file, fresh.open("wb") as out:
        iteration, size = _iteration(file)
        end = (file.seek(0, os.SEEK_END) - _FIRST_BLOCK) // size
        there = [n for n in blocks if n < end]
        out.write(_NUMBERS.pack(iteration, size, len(there)))
        for number in there:
            file.seek(_FIRST_BLOCK + number * size)
            out.write(_BLOCK.pack(number) + file.read(size))
        out.flush()
        os.fsync(out.fileno())
    fresh.rename(journal)


def _iteration(file: BinaryIO) -> tuple[int, int]:
    """Of the header in force: how many checkpoints it has seen, and the size of a block."""
    found = []
    for place in _HEADERS:
        file.seek(place + 8)  # a checksum comes first
        numbers = struct.unpack("<6Q", file.read(48))
        found.append((numbers[0], numbers[4]))
    return max(found)
