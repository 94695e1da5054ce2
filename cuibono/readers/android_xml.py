"""The compiled XML of Android apps: the manifest as elements with their attributes."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_MOST = 2_000_000


class BrokenXml(ValueError):
    """The bytes are no compiled XML."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its name, its depth, and its attributes as text (references to resources as ``@7f0a0001``)."""

    name: str
    depth: int
    attributes: Mapping[str, str]


def elements(data: bytes) -> Iterator[Element]:
    """The elements in order; text between them is left out. Raises BrokenXml."""
    if len(data) < 8 or struct.unpack_from("<HH", data)[0] != 0x0003:
        raise BrokenXml("it does not begin as compiled XML does")
    at, depth = struct.unpack_from("<H", data, 2)[0], 0
    strings: list[str] = []
    while at + 8 <= len(data):
        kind, head, size = struct.unpack_from("<HHI", data, at)
        if size < 8 or at + size > len(data):
            raise BrokenXml("a part reaches beyond the end")
        chunk = data[at : at + size]
        if kind == 0x0001:
            strings = _strings(chunk)
        elif kind == 0x0102:
            yield _element(chunk, head, strings, depth)
            depth += 1
        elif kind == 0x0103:
            depth -= 1
        at += size


def _strings(chunk: bytes) -> list[str]:
    if len(chunk) < 28:
        raise BrokenXml("the strings are cut short")
    count, _, flags, start, _ = struct.unpack_from("<5I", chunk, 8)
    if count > _MOST or 28 + 4 * count > len(chunk):
        raise BrokenXml("there are fewer strings than it says")
    offsets = struct.unpack_from(f"<{count}I", chunk, 28)
    read = _utf8 if flags & 0x100 else _utf16
    return [read(chunk, start + offset) for offset in offsets]


def _utf8(chunk: bytes, at: int) -> str:
    for _ in range(2):  # the length in characters, then in bytes
        if at + 2 > len(chunk):
            raise BrokenXml("a string is cut short")
        length = chunk[at]
        at += 1
        if length & 0x80:
            length = (length & 0x7F) << 8 | chunk[at]
            at += 1
    return chunk[at : at + length].decode("utf-8", "replace")


def _utf16(chunk: bytes, at: int) -> str:
    if at + 2 > len(chunk):
        raise BrokenXml("a string is cut short")
    length = int(struct.unpack_from("<H", chunk, at)[0])
    at += 2
    if length & 0x8000:
        if at + 2 > len(chunk):
            raise BrokenXml("a string is cut short")
        length = (length & 0x7FFF) << 16 | int(struct.unpack_from("<H", chunk, at)[0])
        at += 2
    return chunk[at : at + 2 * length].decode("utf-16-le", "replace")


def _element(chunk: bytes, head: int, strings: list[str], depth: int) -> Element:
    if head + 20 > len(chunk):
        raise BrokenXml("an element is cut short")
    _, name, start, size, count = struct.unpack_from("<IIHHH", chunk, head)
    attributes: dict[str, str] = {}
    for n in range(count):
        at = head + start + n * max(size, 20)
        if at + 20 > len(chunk):
            raise BrokenXml("an attribute is cut short")
        _, key, raw, _, _, kind, value = struct.unpack_from("<IIIHBBI", chunk, at)
        attributes[_of(strings, key)] = _value(strings, raw, kind, value)
    return Element(_of(strings, name), depth, attributes)


def _value(strings: list[str], raw: int, kind: int, value: int) -> str:
    if kind == 0x03:
        return _of(strings, value)
    if kind == 0x12:
        return "true" if value else "false"
    if kind in (0x01, 0x02):
        return f"@{value:08x}"
    return _of(strings, raw) if raw != 0xFFFFFFFF else str(value)


def _of(strings: list[str], index: int) -> str:
    return strings[index] if index < len(strings) else ""
