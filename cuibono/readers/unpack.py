"""Bytes unpacked under a meter: what really comes out is counted, never what an archive declares."""

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from cuibono.errors import CuibonoError, UnreadableSource, UnsafeInput
from cuibono.readers.contract import Limits

CHUNK = 64 << 10
#: A ratio says nothing about a few bytes: it is looked at once this much came out.
_HARMLESS = 1 << 20
_DICTIONARY = 256 << 20
MAGIC = {b"\x1f\x8b\x08": "gz", b"BZh": "bz2", b"\xfd7zXZ\x00": "xz"}
FAULTS = (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError)


@dataclass(slots=True)
class Meter:
    """Counts what comes out of one archive; raises UnsafeInput once it is more than the limits allow."""

    archive: str
    packed: int
    limits: Limits
    out: int = 0

    def take(self, count: int) -> None:
        """So many more bytes came out."""
        self.out += count
        if self.out > self.limits.expanded:
            raise self._bomb(f"unpacks to more than {self.limits.expanded:,} bytes")
        if self.out > _HARMLESS and self.out > self.limits.ratio * max(1, self.packed):
            raise self._bomb(f"unpacks to more than {self.limits.ratio:g} times its size")

    def _bomb(self, why: str) -> UnsafeInput:
        return UnsafeInput(
            f"{self.archive} {why}; nothing of it was taken.",
            try_="if you trust it, unpack it by hand and add the files you need",
        )


def save(read: Callable[[int], bytes], target: Path, meter: Meter) -> int:
    """Write what ``read`` gives to a file under the meter; returns how many bytes it was."""
    size = 0
    with target.open("wb") as out:
        while chunk := read(CHUNK):
            meter.take(len(chunk))
            out.write(chunk)
            size += len(chunk)
    return size


def guarded(read: Callable[[int], bytes], fault: UnreadableSource) -> Callable[[int], bytes]:
    """The same ``read``; whatever a decoder trips over becomes the fault, apart from errors of our own disk."""

    def careful(count: int) -> bytes:
        try:
            return read(count)
        except CuibonoError:
            raise
        except Exception as error:  # zipfile, tarfile and their decoders raise a dozen kinds
            raise fault from error

    return careful


class _Unpacker(Protocol):
    """What bz2 and lzma offer, and zlib almost does."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ...) -> bytes: ...


class _Gzip:
    """One gzip member with the manners of bz2 and lzma: it keeps what it could not yet unpack."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(zlib.MAX_WBITS | 16)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail and not self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


def _unpacker(kind: str) -> _Unpacker:
    if kind == "gz":
        return _Gzip()
    if kind == "bz2":
        return bz2.BZ2Decompressor()
    return lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=_DICTIONARY)


def kind_of(head: bytes) -> str | None:
    """How a file is compressed, from its first bytes."""
    return next((kind for magic, kind in MAGIC.items() if head.startswith(magic)), None)


def beginning(head: bytes, count: int) -> bytes:
    """The first bytes of what a compressed head holds; empty when it is damaged."""
    kind = kind_of(head)
    try:
        return _unpacker(kind).decompress(head, count) if kind else b""
    except FAULTS:
        return b""


def chunks(path: Path, kind: str, meter: Meter) -> Iterator[bytes]:
    """What a compressed file holds, all its members in a row; raises UnreadableSource where it is damaged."""
    with path.open("rb") as file:
        rest = b""
        while True:
            unpacker = _unpacker(kind)
            yield from _member(unpacker, rest, file, meter)
            rest = _next_member(unpacker.unused_data, file)
            if not rest.startswith(tuple(m for m, k in MAGIC.items() if k == kind)):
                return  # nothing more, or padding: gzip's own program ignores it too


def _member(unpacker: _Unpacker, first: bytes, file: BinaryIO, meter: Meter) -> Iterator[bytes]:
    data = first
    while not unpacker.eof:
        if unpacker.needs_input and not data:
            data = file.read(CHUNK)
        try:
            out = unpacker.decompress(data, CHUNK)
        except FAULTS as error:
            raise _damaged(meter, "is damaged") from error
        if not (out or data or unpacker.eof):
            raise _damaged(meter, "ends too early")
        data = b""
        if out:
            meter.take(len(out))
            yield out


def _next_member(unused: bytes, file: BinaryIO) -> bytes:
    rest = unused.lstrip(b"\x00")
    while not rest:
        more = file.read(CHUNK)
        if not more:
            return b""
        rest = more.lstrip(b"\x00")
    return rest + file.read(16) if len(rest) < 16 else rest


def _damaged(meter: Meter, what: str) -> UnreadableSource:
    return UnreadableSource(f"{meter.archive}: the compressed data {what}.", try_="get a fresh copy of the file")
