"""What a ZIP says that it holds, for telling apart the kinds of file that are ZIPs inside; nothing is unpacked."""

import struct
from pathlib import Path

_TAIL = 22 + 65_535
_MOST = 4 << 20
_ENTRY = struct.Struct("<4s6H3I5H2I")


def names(path: Path, head: bytes) -> frozenset[str]:
    """The names in the index of a ZIP (of its first 4 MB); empty when the file is none or is cut short."""
    if not head.startswith(b"PK\x03\x04"):
        return frozenset()
    return frozenset(name for name, _ in sizes(path))


def is_longer(path: Path, most: int = _MOST) -> bool:
    """Whether the index claims more bytes than anyone needs who holds a document."""
    with path.open("rb") as file:
        file.seek(max(0, file.seek(0, 2) - _TAIL))
        tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    return at >= 0 and len(tail) >= at + 22 and struct.unpack("<I", tail[at + 12 : at + 16])[0] > most


def sizes(path: Path) -> list[tuple[str, int]]:
    """The names in the index of a ZIP and the sizes that it declares for them."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        tail = file.read()
        at = tail.rfind(b"PK\x05\x06")
        if at < 0 or len(tail) < at + 22:
            return []
        length, start = struct.unpack("<II", tail[at + 12 : at + 20])
        end = max(0, size - len(tail)) + at
        file.seek(min(start, end) if length == 0xFFFFFFFF else max(0, end - length))
        return _walk(file.read(min(length, _MOST)))


def _walk(index: bytes) -> list[tuple[str, int]]:
    found, at = [], 0
    while index.startswith(b"PK\x01\x02", at) and at + _ENTRY.size <= len(index):
        entry = _ENTRY.unpack_from(index, at)
        size, name, extra, comment = entry[9], entry[10], entry[11], entry[12]
        start = at + _ENTRY.size
        found.append((index[start : start + name].decode("utf-8", "replace"), size))
        at = start + name + extra + comment
    return found
