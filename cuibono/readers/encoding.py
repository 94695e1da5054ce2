"""Bytes become text: which encoding a file is in, and its text with nothing silently lost.

Detection looks for a byte-order mark, then weighs all likely encodings on a sample that is rich in
bytes outside ASCII (``charsets``). What cannot be decoded becomes U+FFFD and is counted, with its
place, in the notes; NUL characters are dropped and counted; CRLF and CR become LF.
Everything streams: memory does not grow with the file or its longest line.
"""

import codecs
import io
import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cuibono.readers import charsets

CHUNK = 1 << 20
_SAMPLE = 64 << 10
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_BINARY: tuple[bytes, ...] = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
)
_BINARY += (b"\xd0\xcf\x11\xe0", b"PAR1", b"SQLite format 3", b"BZh", b"\xfd7zXZ", b"II*\x00", b"MM\x00*", b"RIFF")
_CONTROLS = bytes({*range(1, 32), 127} - set(b"\t\n\r\x08\x0b\x0c\x1b"))
_ESCAPES = ((b"\x1b$", "iso2022_jp_2"), (b"\x1b$)C", "iso2022_kr"))
_NO_CHARSETS = {"unicode-escape", "raw-unicode-escape", "punycode", "idna"}
_SURROGATES = re.compile("[\ud800-\udfff]")
#: What people call them; everything else goes by its codec's name.
_PLAIN = {"utf-8-sig": "utf-8", "cp1252": "windows-1252", "cp1250": "windows-1250", "cp1251": "windows-1251"}
_PLAIN |= {"cp932": "shift_jis", "cp950": "big5", "big5hkscs": "big5", "cp949": "euc_kr"}


class Decoded(NamedTuple):
    """The text of some bytes, the encoding it was in, and what had to be done to it."""

    text: str
    encoding: str
    notes: tuple[str, ...]


def detect(sample: bytes) -> str:
    """The name of the codec that a file is most likely in, judged from its beginning or a sample.

    Returns a Python codec name: ``utf-8`` for plain ASCII, ``utf-8-sig``, ``utf-16`` and ``utf-32`` when
    a byte-order mark says so. A character cut off at the end of the sample does no harm. It is the
    likeliest encoding, not a certain one: a handful of bytes can be good text in several.
    """
    for mark, codec in _MARKS:
        if sample.startswith(mark):
            return codec
    if sample.isascii() and b"\x00" not in sample:
        return next((codec for escape, codec in reversed(_ESCAPES) if escape in sample), "utf-8")
    if _clearly_utf8(sample):
        return "utf-8"
    return charsets.likeliest(_densest(sample))


def _clearly_utf8(sample: bytes) -> bool:
    """Valid UTF-8 with more than a few sequences, which no other encoding gives by chance."""
    if b"\x00" in sample:
        return False
    text = charsets.decoded(sample, "utf-8")
    long = len(re.findall("[\u0080-\ufffc\U00010000-\U0010ffff]", text))
    return long > 8 * (1 + text.count("\ufffd"))


def _densest(sample: bytes) -> bytes:
    """The part of a sample that tells most: from shortly before its first byte outside ASCII."""
    if b"\x00" in sample or len(sample) <= 32 << 10:
        return sample[: 32 << 10]
    first = re.search(rb"[\x80-\xff]", sample)
    return sample[max(0, (first.start() if first else 0) - 64) :][: 32 << 10]


def sample_of(path: Path) -> bytes:
    """A piece of a file for ``detect``: its head, and blocks further in that hold more than ASCII.

    Reads until it has 64 kB of such blocks, which for plain ASCII is the whole file, in one pass.
    """
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
        if not head.isascii() or b"\x00" in head:
            return head
        kept = bytearray()
        while len(kept) < _SAMPLE and (block := file.read(_SAMPLE)):
            if not block.isascii():
                kept += block
    return head[:1024] + bytes(kept) if kept else head


class _Faults(threading.local):
    """Where the decoder of this thread met bytes that it could not read."""

    base = 0
    fed = 0
    count = 0
    places: tuple[int, ...] = ()


_faults = _Faults()


def _mark(error: UnicodeError) -> tuple[str, int]:
    """Put U+FFFD for bytes that cannot be decoded, and remember how many and where."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    _faults.count += error.end - error.start
    if len(_faults.places) < 5:
        held = len(error.object) - _faults.fed
        _faults.places += (_faults.base - held + error.start,)
    return "\ufffd", error.end


codecs.register_error("cuibono.mark", _mark)


class Stream:
    """The text of byte chunks, decoded as it is asked for; ``notes`` is complete when it has run out."""

    def __init__(self, chunks: Iterable[bytes], codec: str) -> None:
        self.codec = codec
        self.notes: tuple[str, ...] = ()
        self._chunks = chunks
        self._nuls = 0

    def __iter__(self) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(self.codec)("cuibono.mark")
        newlines = io.IncrementalNewlineDecoder(None, translate=True)
        base, count, places, start = 0, 0, (), True
        for chunk in self._and_end():
            _faults.base, _faults.fed, _faults.count, _faults.places = base, len(chunk), count, places
            text = decoder.decode(chunk, final=not chunk)
            base, count, places = base + len(chunk), _faults.count, _faults.places
            text = newlines.decode(self._clean(text), final=not chunk)
            if start and text:
                text, start = text.removeprefix("\ufeff"), False
            if text:
                yield text
        self.notes = _notes(name(self.codec), count, places, self._nuls)

    def _and_end(self) -> Iterator[bytes]:
        yield from (c for c in self._chunks if c)
        yield b""

    def _clean(self, text: str) -> str:
        if "\x00" in text:
            self._nuls += text.count("\x00")
            text = text.replace("\x00", "")
        return text if self.codec.startswith(("utf-8", "utf-16", "utf-32")) else _SURROGATES.sub("\ufffd", text)


def _notes(encoding: str, broken: int, places: tuple[int, ...], nuls: int) -> tuple[str, ...]:
    notes = []
    if encoding != "utf-8":
        notes.append(f"read as {encoding}")
    if broken:
        where = ", ".join(f"{p:,}" for p in places) + (" ..." if broken > len(places) == 5 else "")
        count = "1 byte" if broken == 1 else f"{broken:,} bytes"
        notes.append(f"{count} could not be read as {encoding} and show as U+FFFD; from byte {where}")
    if nuls:
        notes.append(f"{nuls:,} NUL character{'s' if nuls > 1 else ''} dropped")
    return tuple(notes)


def name(codec: str) -> str:
    """What people call a codec: windows-1252 rather than cp1252."""
    return _PLAIN.get(codec, codec)


def decode(data: bytes, codec: str | None = None) -> Decoded:
    """The text of some bytes, in the given codec or in the likeliest; never fails.

    No lone surrogate, NUL or carriage return is left in it, and a leading byte-order mark is taken off.
    """
    stream = Stream((data[i : i + CHUNK] for i in range(0, len(data), CHUNK)), codec or detect(_of(data)))
    text = "".join(stream)
    return Decoded(text, name(stream.codec), stream.notes)


def _of(data: bytes) -> bytes:
    """A sample of bytes in memory, as ``sample_of`` takes one of a file."""
    head = data[:_SAMPLE]
    if not head.isascii() or b"\x00" in head or len(data) <= _SAMPLE:
        return head
    first = re.compile(rb"[\x80-\xff]").search(data, _SAMPLE)
    return head[:1024] + data[first.start() - 64 : first.start() + _SAMPLE] if first else head


def is_text(head: bytes) -> bool:
    """Whether the beginning of a file looks like text: no known signature, hardly any control characters.

    NUL bytes are allowed for, up to one in ten, and as many as UTF-16 and UTF-32 bring with them.
    """
    if head.startswith(_BINARY):
        return False
    codec = detect(head)
    if codec.startswith(("utf-16", "utf-32")):
        text = charsets.decoded(head, codec)[: 8 << 10]
        odd = sum(1 for c in text if unicodedata.category(c) in ("Cc", "Cn", "Co") and c not in "\t\n\r\f")
        return odd + text.count("\ufffd") <= 1 + len(text) * 0.05
    odd = len(head) - len(head.translate(None, _CONTROLS))
    return odd <= 1 + len(head) * 0.02 and head.count(0) <= 1 + len(head) * 0.1


def clean(text: str) -> str:
    """Text without NUL characters and carriage returns, and with U+FFFD for lone surrogates."""
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATES.sub("\ufffd", text)


def known(codec: str | None) -> str | None:
    """The codec that a declared charset means, None for one that is unknown or no text encoding."""
    try:
        info = codecs.lookup(codec or "")
        b"a".decode(info.name, "replace")
        codecs.getincrementaldecoder(info.name)
    except (LookupError, ValueError):
        return None
    if info.name in _NO_CHARSETS:
        return None
    wider = {
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "iso8859-1": "cp1252",
        "ascii": "utf-8",
        "shift_jis": "cp932",
    }
    return wider.get(info.name, info.name)


def stream(path: Path, codec: str | None = None) -> Stream:
    """The text of a file, chunk by chunk; the codec is detected when none is given."""
    return Stream(_blocks(path), codec or detect(sample_of(path)))


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(CHUNK):
            yield block


def transcode(path: Path, out_path: Path) -> tuple[str, tuple[str, ...]]:
    """Write a file anew as UTF-8 without a byte-order mark; returns the encoding it was in, and notes.

    Streams, so that a file of any size and line length takes a few megabytes of memory.
    """
    text = stream(path)
    with out_path.open("w", encoding="utf-8", newline="") as out:
        out.writelines(text)
    return name(text.codec), text.notes
