"""What a TAR holds, read as one stream and written out under generated names.

The headers are read here (POSIX ustar and pax, GNU long names), because a TAR that is damaged in the middle
must be refused whole, where Python's tarfile stops and calls it the end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cuibono.errors import UnreadableSource, UnsafeInput
from cuibono.readers import archive_names as names
from cuibono.readers.contract import Input
from cuibono.readers.unpack import CHUNK, Meter, chunks, kind_of, save

_BLOCK = 512
_ZEROS = bytes(_BLOCK)
#: Headers that carry long names and the like; a larger one only serves to fill the memory.
_LONGEST_HEADER = 1 << 20
_FILE, _FOLDER = (b"0", b"\x00", b"7"), b"5"
_REFUSED = {b"1": "hard link", b"2": "symbolic link", b"3": "device", b"4": "device", b"6": "pipe"}
_PAX = re.compile(rb"(\d{1,7}) ([^=\n]+)=")

Unpacked = list[tuple[Path, str]]


def is_tar(block: bytes) -> bool:
    """Whether a block of 512 bytes is the first header of a TAR: its checksum says so."""
    return len(block) >= _BLOCK and block[0] != 0 and _checksum_fits(block[:_BLOCK])


def _checksum_fits(block: bytes) -> bool:
    field = block[148:156].strip(b" \x00")
    if not 1 <= len(field) <= 7 or any(c not in b"01234567" for c in field):
        return False
    return int(field, 8) == sum(block[:148]) + 8 * 0x20 + sum(block[156:])


def untar(item: Input) -> tuple[Unpacked, list[str]]:
    """Every file of a TAR, packed or not, as (path in staging, name), and notes on what was done with the names.

    Raises UnsafeInput (a bomb, a path that leads out, a link, a device) or UnreadableSource (damaged).
    """
    stream = _Stream(_bytes_of(item), item.name)
    meter = Meter(item.name, item.path.stat().st_size, item.limits)
    entries: list[_Entry] = []
    found: list[tuple[Path, _Entry]] = []
    while (entry := _next_entry(stream)) is not None:
        entries.append(entry)
        if len(entries) > item.limits.members:
            raise UnsafeInput(
                f"{item.name} holds more than {item.limits.members:,} files.",
                try_="unpack it and add the folders you need",
            )
        _check(entry, item.name)
        if entry.kind in _FILE and not names.junk(entry.shown):
            target = item.staging / f"member-{len(found) + 1:06d}"
            save(stream.limited(entry.size), target, meter)
            found.append((target, entry))
        else:
            stream.skip(entry.size)
        stream.skip(-entry.size % _BLOCK)
    return _named(found, item.name)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One header: the name as bytes, what kind of thing it is, how many bytes follow."""

    name: bytes
    kind: bytes
    size: int
    sparse: bool = False

    @property
    def shown(self) -> str:
        return self.name.decode("utf-8", "replace")


class _Stream:
    """Bytes that come in chunks, read in the amounts that headers ask for."""

    def __init__(self, source: Iterator[bytes], archive: str) -> None:
        self._source, self._held, self._archive = source, b"", archive

    def some(self, count: int) -> bytes:
        """Up to so many bytes; none at the end."""
        while not self._held:
            fresh = next(self._source, None)
            if fresh is None:
                return b""
            self._held = fresh
        part, self._held = self._held[:count], self._held[count:]
        return part

    def exactly(self, count: int) -> bytes:
        """That many bytes; raises UnreadableSource when there are fewer."""
        parts, missing = [], count
        while missing:
            part = self.some(missing)
            if not part:
                raise self.damaged("ends too early")
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def skip(self, count: int) -> None:
        """Let so many bytes go by."""
        while count:
            count -= len(self.exactly(min(count, CHUNK)))

    def limited(self, size: int) -> "_Content":
        """A way to read the next ``size`` bytes and no more."""
        return _Content(self, size)

    def damaged(self, why: str) -> UnreadableSource:
        """The error for this archive."""
        return UnreadableSource(
            f"{self._archive}: the TAR {why}; nothing of it was taken.", try_="get a fresh copy of the file"
        )


class _Content:
    """The content of one file, called for its next bytes."""

    def __init__(self, stream: _Stream, size: int) -> None:
        self._stream, self._left = stream, size

    def __call__(self, count: int) -> bytes:
        part = self._stream.exactly(min(count, self._left))
        self._left -= len(part)
        return part


def _bytes_of(item: Input) -> Iterator[bytes]:
    kind = kind_of(item.head)
    if kind is not None:
        yield from chunks(item.path, kind, Meter(item.name, item.path.stat().st_size, item.limits))
        return
    with item.path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def _next_entry(stream: _Stream) -> _Entry | None:
    """The next real entry with what the headers before it say of its name and size; None at the end mark."""
    long_name: bytes | None = None
    pax: dict[bytes, bytes] = {}
    while (block := stream.exactly(_BLOCK)) != _ZEROS:
        if not _checksum_fits(block):
            raise stream.damaged("is damaged: a header does not fit its checksum")
        kind, size = block[156:157], _number(block[124:136], stream)
        if kind in (b"L", b"K", b"x", b"X", b"g"):
            body = _header_body(stream, size)
            if kind == b"L":
                long_name = body.split(b"\x00", 1)[0]
            elif kind in (b"x", b"X"):
                pax |= _pax(body)
            continue
        return _entry(block, kind, size, long_name, pax, stream)
    return None


def _header_body(stream: _Stream, size: int) -> bytes:
    if size > _LONGEST_HEADER:
        raise stream.damaged("holds a header of impossible size")
    body = stream.exactly(size)
    stream.skip(-size % _BLOCK)
    return body


def _entry(
    block: bytes, kind: bytes, size: int, long_name: bytes | None, pax: dict[bytes, bytes], stream: _Stream
) -> _Entry:
    sparse = kind == b"S" or any(key.startswith(b"GNU.sparse") for key in pax)
    if b"size" in pax:
        size = _number(pax[b"size"], stream, base=10)
    name = pax.get(b"path") or long_name or _short_name(block)
    if kind in (b"\x00", b"0") and name.endswith(b"/"):
        kind = _FOLDER
    return _Entry(name, kind, size, sparse)


def _short_name(block: bytes) -> bytes:
    name = block[:100].split(b"\x00", 1)[0]
    prefix = block[345:500].split(b"\x00", 1)[0] if block[257:263] == b"ustar\x00" else b""
    return prefix + b"/" + name if prefix else name


def _number(field: bytes, stream: _Stream, *, base: int = 8) -> int:
    """A size: octal digits, or GNU's big-endian binary where the first bit is set."""
    if field[:1] == b"\x80":
        return int.from_bytes(field[1:], "big")
    digits = field.split(b"\x00", 1)[0].strip() or b"0"
    if len(digits) > 20 or not digits.isdigit() or (base == 8 and (b"8" in digits or b"9" in digits)):
        raise stream.damaged("is damaged: a size is not a number")
    return int(digits, base)


def _pax(body: bytes) -> dict[bytes, bytes]:
    """The records "length key=value" of a pax header; it stops at the first that makes no sense."""
    found, at = {}, 0
    while (record := _PAX.match(body, at)) is not None:
        end = at + int(record[1])
        if not record.end() < end <= len(body):
            break
        found[record[2]] = body[record.end() : end - 1]
        at = end
    return found


def _check(entry: _Entry, archive: str) -> None:
    names.safe(entry.shown, archive)
    if entry.kind in _REFUSED:
        raise names.refused(entry.shown, archive, _REFUSED[entry.kind])
    if entry.sparse:
        raise UnreadableSource(
            f"{archive}: the entry '{entry.shown}' is stored as a sparse file, which cannot be read here.",
            try_="unpack it by hand and add the files",
        )


def _named(found: list[tuple[Path, _Entry]], archive: str) -> tuple[Unpacked, list[str]]:
    codec = names.code_page([entry.name for _, entry in found])
    told = [f"file names inside are in {codec}"] if codec != "utf-8" else []
    return [(path, names.safe(names.decode(entry.name, codec), archive)) for path, entry in found], told
