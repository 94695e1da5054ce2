"""Some files out of a ZIP that a platform sends: what is asked for is written out, and nothing else is unpacked."""

import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from cuibono.errors import UnreadableSource
from cuibono.readers import unpack
from cuibono.readers.contract import Input

_LARGEST = 1 << 30


def parts(item: Input, wanted: Callable[[str], object], *, again: str) -> list[tuple[str, Path]]:
    """The files whose names are wanted, by name, each with where it lies now.

    Raises UnreadableSource for what is damaged, locked or larger than 1 GB (``again`` says what to try), UnsafeInput
    for what asks for too much.
    """
    meter = unpack.Meter(item.name, item.path.stat().st_size, item.limits)
    found: list[tuple[str, Path]] = []
    try:
        archive = zipfile.ZipFile(item.path)
    except Exception as error:  # the index is a stranger's; zipfile trips over it in many ways
        raise damaged(item, "its index is damaged", again) from error
    with archive:
        for number, entry in enumerate(sorted(archive.infolist(), key=lambda e: e.filename)):
            if not wanted(entry.filename):
                continue
            fault = damaged(item, f"'{entry.filename[:60]}' in it cannot be unpacked", again)
            if entry.flag_bits & 0x1 or entry.file_size > _LARGEST:
                raise fault
            target = item.staging / f"part-{number}{PurePosixPath(entry.filename).suffix[:8]}"
            try:
                source = archive.open(entry)
            except Exception as error:
                raise fault from error
            with source:
                unpack.save(unpack.guarded(source.read, fault), target, meter)
            found.append((entry.filename, target))
    return found


def damaged(item: Input, why: str, again: str) -> UnreadableSource:
    """What is said of a file that cannot be read, with what to try."""
    return UnreadableSource(f"{item.name}: {why}.", try_=again)
