"""What a disk refuses (no room, no right to write), as an error that a person can act on."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cuibono.errors import CaseReadOnly, CuibonoError, DiskFull

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def room(root: Path) -> Iterator[None]:
    """Say it when the disk of a folder is full; every other error passes as it is."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise refused(error, root) from error
        raise


def refused(error: OSError, root: Path) -> CuibonoError:
    """The error that says what a disk refused, and what to try."""
    if error.errno in _FULL:
        return DiskFull(
            f"No room is left on the disk of {root}; what was committed before is kept.",
            try_="free some space and run the same command again: it goes on where it stopped",
        )
    if error.errno in _FORBIDDEN:
        return CaseReadOnly(f"{root} cannot be written to: {error.strerror}.", try_="check who owns the folder")
    return CuibonoError(f"{error.filename or root}: {error.strerror}.", try_="check the disk")
