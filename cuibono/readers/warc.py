"""WARC records (ISO 28500) from a stream of bytes: read front to back, each line and header bounded.

Written here since readers of the format that we know hold a line of any length in memory, and refuse files
that were compressed in one piece.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE, _LINES = 64 << 10, 500
_VERSION = re.compile(rb"WARC/\d+\.\d+\s*\Z")
CHUNK = 64 << 10


class Cut(Exception):
    """The bytes end, or stop making sense, in the middle of a record."""


class Bytes:
    """A stream of chunks that can be read by line and by count."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._held = b""
        self._at = 0

    def _fill(self) -> bool:
        """Make sure that something is held; False at the end."""
        while self._at >= len(self._held):
            chunk = next(self._chunks, None)
            if chunk is None:
                return False
            self._held, self._at = chunk, 0
        return True

    def line(self, most: int = _LINE) -> bytes:
        """The next line with its end, empty at the end of the stream; raises Cut when it is longer."""
        parts, size = [], 0
        while self._fill():
            end = self._held.find(b"\n", self._at) + 1
            part = self._held[self._at : end or len(self._held)]
            self._at += len(part)
            size += len(part)
            if size > most:
                raise Cut(f"a line is longer than {most:,} bytes")
            parts.append(part)
            if end:
                break
        return b"".join(parts)

    def rest(self) -> Iterator[bytes]:
        """Everything that is left."""
        while self._fill():
            part, self._at = self._held[self._at :], len(self._held)
            yield part

    def take(self, count: int) -> Iterator[bytes]:
        """The next so many bytes in chunks; raises Cut when there are fewer."""
        while count:
            if not self._fill():
                raise Cut("it ends in the middle of a record")
            part = self._held[self._at : self._at + min(count, CHUNK)]
            self._at += len(part)
            count -= len(part)
            yield part


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its headers in lower case, and its block, which must be used before the next record is asked for."""

    fields: dict[str, str]
    block: Iterator[bytes]

    @property
    def kind(self) -> str:
        """What kind of record it is: response, request, warcinfo ..."""
        return self.fields.get("warc-type", "").lower()


def records(stream: Bytes) -> Iterator[Record]:
    """All records in turn; raises Cut where the file is damaged or ends too early."""
    while version := _skip_blank(stream):
        if not _VERSION.match(version):
            raise Cut("a record does not begin as one")
        fields = fields_of(stream)
        length = fields.get("content-length", "")
        if not re.fullmatch(r"\d{1,15}", length):
            raise Cut("a record does not say how long it is")
        block = stream.take(int(length))
        yield Record(fields, block)
        for _ in block:
            pass


def _skip_blank(stream: Bytes) -> bytes:
    while line := stream.line():
        if line.strip():
            return line
    return b""


def fields_of(stream: Bytes) -> dict[str, str]:
    """Headers up to an empty line, by their names in lower case; the first of a name counts."""
    fields: dict[str, str] = {}
    name = ""
    for _ in range(_LINES):
        line = stream.line()
        if not line:
            raise Cut("it ends in the middle of the headers of a record")
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if not text.strip():
            return fields
        if text[0] in " \t" and name:
            fields[name] += " " + text.strip()
        elif ":" in text:
            name, _, value = text.partition(":")
            name = name.strip().lower()
            fields.setdefault(name, value.strip())
    raise Cut(f"a record has more than {_LINES} headers")
