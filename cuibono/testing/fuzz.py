"""Damaged and hostile files made from good ones, the same for the same seed, and a judge of what a reader does.

A reader must answer any bytes with a valid Reading or a CuibonoError. Mutations follow AFL's (Zalewski 2013):
flipped bits, cuts, splices, doubled chunks, edited lengths, tokens of the format; ZIP and gzip are also
changed on the inside, since damage to packed bytes seldom reaches what they hold.
"""

import gzip
import io
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

LARGEST = 64 << 10
_NUMBERS = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 1 << 40)
_WRITTEN = (b"0", b"-1", b"1", b"65536", b"4294967295", b"99999999999999999999", b"1e999", b"NaN")
_TOKENS = (
    *(b"\x00", b"\x00\x00\x00\x00", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80"),
    *(b"\xf4\x90\x80\x80", b"\r\n", b"\n\n", b"../../x", b"\x1b[2J", "\u202e合".encode(), b"'", b'"', b"<", b"&#0;"),
)
_MAGIC = (
    *(b"%PDF-1.7\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"RIFF\x10\x00\x00\x00WEBP"),
    *(
        b"WARC/1.1\r\n",
        b"<?xml version='1.0'?>",
        b"<!doctype html>",
        b"{",
        b"[",
        b"BM",
        b"From a@b",
        b"\xd0\xcf\x11\xe0",
    ),
)
_DIGITS = re.compile(rb"\d{1,10}")


@dataclass(frozen=True, slots=True)
class Seed:
    """A file to start from: its name and its bytes; ``general`` ones are not of the reader's own kind."""

    name: str
    data: bytes
    general: bool = False


def mutant(seeds: Sequence[Seed], tokens: Sequence[bytes], *, run: int, reader: str, number: int) -> Seed:
    """The file of that number: first the seeds as they are, then changed ones; always the same for the same run."""
    if number < len(seeds):
        return Seed(seeds[number].name, seeds[number].data[:LARGEST])
    dice = random.Random(f"{run}/{reader}/{number}")  # noqa: S311 (chance that can be repeated, not a secret)
    own = [s for s in seeds if not s.general]
    seed = dice.choice(own if own and dice.random() < 0.95 else seeds)
    inside = _PACKED.get(_packing(seed.data)) if dice.random() < 0.6 else None
    data = inside(seed.data, dice, seeds, tokens) if inside else _changed(seed.data, dice, seeds, tokens)
    return Seed(_renamed(seed.name, dice, seeds), data[:LARGEST])


def _renamed(name: str, dice: random.Random, seeds: Sequence[Seed]) -> str:
    if dice.random() > 0.05:
        return name
    return dice.choice([*(s.name for s in seeds), "noname", "x" * 300 + ".txt", "na\nme 合\u202e.csv"])


Dice = random.Random
Change = Callable[[bytearray, Dice, Sequence[Seed], Sequence[bytes]], bytearray]


def _changed(data: bytes, dice: Dice, seeds: Sequence[Seed], tokens: Sequence[bytes]) -> bytes:
    """One to eight changes, few more often than many."""
    result = bytearray(data[:LARGEST])
    for _ in range(1 << dice.choice((0, 0, 0, 1, 1, 2, 3))):
        result = dice.choice(_CHANGES)(result, dice, seeds, tokens)[:LARGEST]
    return bytes(result)


def _span(data: bytearray, dice: Dice) -> tuple[int, int]:
    start = dice.randrange(len(data) + 1)
    return start, min(len(data), start + dice.choice((1, 2, 4, 16, 64, 512, 4096)))


def _flip(data: bytearray, dice: Dice, *_: object) -> bytearray:
    if data:
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return data


def _byte(data: bytearray, dice: Dice, *_: object) -> bytearray:
    if data:
        data[dice.randrange(len(data))] = dice.choice((0, 9, 10, 13, 32, 34, 60, 127, 128, 255, dice.randrange(256)))
    return data


def _cut_short(data: bytearray, dice: Dice, *_: object) -> bytearray:
    return data[: dice.randrange(len(data) + 1)]


def _take_out(data: bytearray, dice: Dice, *_: object) -> bytearray:
    start, end = _span(data, dice)
    return data[:start] + data[end:]


def _double(data: bytearray, dice: Dice, *_: object) -> bytearray:
    start, end = _span(data, dice)
    return data[:end] + data[start:end] * dice.choice((1, 1, 2, 8, 200)) + data[end:]


def _splice(data: bytearray, dice: Dice, seeds: Sequence[Seed], *_: object) -> bytearray:
    other = bytearray(dice.choice(seeds).data)
    start, end = _span(other, dice)
    at = dice.randrange(len(data) + 1)
    return data[:at] + other[start : dice.choice((end, len(other)))] + data[dice.choice((at, len(data))) :]


def _insert(data: bytearray, dice: Dice, _: Sequence[Seed], tokens: Sequence[bytes]) -> bytearray:
    token = dice.choice(tokens or _TOKENS) if dice.random() < 0.7 else dice.choice(_TOKENS)
    at = dice.randrange(len(data) + 1)
    over = len(token) if dice.random() < 0.4 else 0
    return data[:at] + token * dice.choice((1, 1, 1, 2, 3, 1000)) + data[at + over :]


def _zeros(data: bytearray, dice: Dice, *_: object) -> bytearray:
    start, end = _span(data, dice)
    return data[:start] + bytes(end - start) + data[dice.choice((start, end)) :]


def _magic(data: bytearray, dice: Dice, *_: object) -> bytearray:
    magic = dice.choice(_MAGIC)
    return bytearray(magic) + data[dice.choice((0, len(magic))) :]


def _length(data: bytearray, dice: Dice, *_: object) -> bytearray:
    """Write a telling number where a length may stand, in one of the usual widths and orders."""
    form = dice.choice(("<H", ">H", "<I", ">I", "<Q", ">Q"))
    size = struct.calcsize(form)
    if len(data) < size:
        return data
    at = dice.randrange(len(data) - size + 1)
    data[at : at + size] = struct.pack(form, dice.choice(_NUMBERS) & ((1 << (8 * size)) - 1))
    return data


def _number(data: bytearray, dice: Dice, *_: object) -> bytearray:
    """Replace one of the numbers that are written in digits."""
    found = [m.span() for m in _DIGITS.finditer(data)]
    if not found:
        return data
    start, end = dice.choice(found)
    return data[:start] + dice.choice(_WRITTEN) + data[end:]


def _trade(data: bytearray, dice: Dice, *_: object) -> bytearray:
    """Let two chunks trade places."""
    (a, b), (c, d) = sorted((_span(data, dice), _span(data, dice)))
    if b > c:
        return data
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


_CHANGES: tuple[Change, ...] = (
    *(_flip, _flip, _byte, _byte, _cut_short, _take_out, _double, _splice),
    *(_insert, _insert, _insert, _zeros, _magic, _length, _number, _trade),
)


def _packing(data: bytes) -> str:
    if data[257:262] == b"ustar":
        return "tar"
    kinds = {b"PK\x03\x04": "zip", b"\x1f\x8b": "gzip", b"\x89PNG": "png"}
    return next((kind for magic, kind in kinds.items() if data.startswith(magic)), "")


def _inside_zip(data: bytes, dice: Dice, seeds: Sequence[Seed], tokens: Sequence[bytes]) -> bytes:
    """Change one file inside a ZIP and pack it again, so that every checksum is right."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            files = [(entry.filename, old.read(entry)) for entry in old.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, RuntimeError, NotImplementedError, zlib.error):
        return _changed(data, dice, seeds, tokens)
    if not files:
        return _changed(data, dice, seeds, tokens)
    chosen = dice.randrange(len(files))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for i, (name, content) in enumerate(dict(files).items()):
            kept = _changed(content, dice, seeds, tokens) if i == chosen else content
            new.writestr(zipfile.ZipInfo(name), kept, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _inside_gzip(data: bytes, dice: Dice, seeds: Sequence[Seed], tokens: Sequence[bytes]) -> bytes:
    try:
        plain = zlib.decompressobj(31).decompress(data, 4 * LARGEST)
    except zlib.error:
        return _changed(data, dice, seeds, tokens)
    return gzip.compress(_changed(plain, dice, seeds, tokens), mtime=0)


def _inside_png(data: bytes, dice: Dice, seeds: Sequence[Seed], tokens: Sequence[bytes]) -> bytes:
    """Change one chunk of a PNG and give it the checksum that fits."""
    chunks, at = [], 8
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        chunks.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + size]))
        at += 12 + size
    chosen = dice.randrange(max(1, len(chunks)))
    out = data[:8]
    for i, (kind, body) in enumerate(chunks):
        kept = _changed(body, dice, seeds, tokens) if i == chosen else body
        out += struct.pack(">I", len(kept)) + kind + kept + struct.pack(">I", zlib.crc32(kind + kept))
    return out


def _inside_tar(data: bytes, dice: Dice, seeds: Sequence[Seed], tokens: Sequence[bytes]) -> bytes:
    """Change the first header of a TAR and give it the checksum that fits."""
    head = (_changed(data[:512], dice, seeds, tokens) + bytes(512))[:512]
    blank = head[:148] + b" " * 8 + head[156:]
    return blank[:148] + b"%06o\x00 " % sum(blank) + blank[156:] + data[512:]


_PACKED = {"tar": _inside_tar, "zip": _inside_zip, "gzip": _inside_gzip, "png": _inside_png}
