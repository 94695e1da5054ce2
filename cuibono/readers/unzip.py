"""What a ZIP holds, written out under generated names; refused whole when any entry is unsafe."""

import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from cuibono.errors import UnreadableSource, UnsafeInput
from cuibono.readers import archive_names as names
from cuibono.readers.contract import Input
from cuibono.readers.unpack import Meter, guarded, save

_END = b"PK\x05\x06"
_END64 = b"PK\x06\x06"
_TAIL = 22 + 65_535
#: The index may take this much per entry on average: a longer one only serves to fill the memory.
_PER_ENTRY = 1_024
_ENCRYPTED, _UTF8, _MASKED = 0x1, 0x800, 0x2000
_UNICODE_PATH = 0x7075
_METHODS = {9: "Deflate64", 93: "Zstandard", 95: "XZ", 98: "PPMd", 99: "AES encryption"}

Unpacked = list[tuple[Path, str]]


def unzip(item: Input) -> tuple[Unpacked, list[str]]:
    """Every file of a ZIP, as (path in staging, name), and notes on what was done with the names.

    Raises UnsafeInput (a bomb, a path that leads out, a link) or UnreadableSource (encrypted, damaged).
    """
    _check_index(item)
    try:
        archive = zipfile.ZipFile(item.path)
    except Exception as error:  # the index is a stranger's; zipfile trips over it in many ways
        raise _damaged(item.name, "its index (the central directory) is damaged") from error
    with archive:
        entries = archive.infolist()
        called, notes = _names(entries)
        for entry, name in zip(entries, called, strict=True):
            _check_entry(entry, name, item)
        _check_overlap(entries, called, archive.start_dir, item)
        return _write(archive, entries, called, item), notes


def _check_index(item: Input) -> None:
    """Look at the end of the file before anything trusts the index: is it there, and of sane size?"""
    with item.path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 22:
        raise _damaged(item.name, "its index is missing: the file was probably cut short")
    disk, _, _, count, length = struct.unpack("<HHHHI", tail[at + 4 : at + 16])
    wide = tail.rfind(_END64, 0, at)
    if wide >= 0 and at - wide >= 56:
        count, length = struct.unpack("<QQ", tail[wide + 32 : wide + 48])
    if disk not in (0, 0xFFFF):
        raise _damaged(item.name, "it is one part of several")
    if count > item.limits.members or length > item.limits.members * _PER_ENTRY:
        raise UnsafeInput(
            f"{item.name} holds more than {item.limits.members:,} files.", try_="unpack it and add the folders you need"
        )


def _names(entries: Sequence[zipfile.ZipInfo]) -> tuple[list[str], list[str]]:
    """The names of all entries: those not marked as UTF-8 are judged together."""
    plain = {i: _raw(e) for i, e in enumerate(entries) if not e.flag_bits & _UTF8}
    codec = names.code_page(list(plain.values()))
    called = [
        _unicode_path(e, plain[i]) or names.decode(plain[i], codec) if i in plain else e.orig_filename
        for i, e in enumerate(entries)
    ]
    told = codec not in ("utf-8", "cp437")
    return called, [f"file names inside are in {codec}, which the archive does not say"] if told else []


def _raw(entry: zipfile.ZipInfo) -> bytes:
    return entry.orig_filename.encode("cp437")


def _unicode_path(entry: zipfile.ZipInfo, raw: bytes) -> str | None:
    """The name in UTF-8 that Info-ZIP keeps beside the old one, if it belongs to it."""
    extra = entry.extra
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        body, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_PATH and len(body) > 5 and body[1:5] == struct.pack("<I", zlib.crc32(raw)):
            return body[5:].decode("utf-8", "replace")
    return None


def _check_entry(entry: zipfile.ZipInfo, name: str, item: Input) -> None:
    names.safe(name, item.name)
    names.check_kind(entry.external_attr >> 16, name, item.name)
    if entry.flag_bits & (_ENCRYPTED | _MASKED):
        raise UnreadableSource(
            f"{item.name}: the entry '{name}' is encrypted; nothing of the archive was taken.",
            try_="with the owner's consent, unpack it with the password and add the files",
        )


def _check_overlap(entries: Sequence[zipfile.ZipInfo], called: Sequence[str], index: int, item: Input) -> None:
    """Entries that share bytes make bombs of any size out of one kernel (Fifield 2019): refuse them."""
    order = sorted(range(len(entries)), key=lambda i: entries[i].header_offset)
    ends = [*(entries[i].header_offset for i in order[1:]), index]
    for i, end in zip(order, ends[: len(order)], strict=True):
        entry = entries[i]
        if entry.header_offset + 30 + len(entry.orig_filename) + entry.compress_size > end:
            raise UnsafeInput(
                f"{item.name}: the entry '{called[i]}' shares bytes with another one, as in a ZIP bomb; "
                "nothing of the archive was taken.",
                try_="get the files another way",
            )


def _write(
    archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], called: Sequence[str], item: Input
) -> Unpacked:
    meter = Meter(item.name, item.path.stat().st_size, item.limits)
    found: Unpacked = []
    for entry, name in zip(entries, called, strict=True):
        inside = names.safe(name, item.name)
        folder = name.endswith(("/", "\\")) and entry.file_size == 0
        if folder or names.junk(inside):
            continue
        target = item.staging / f"member-{len(found) + 1:06d}"
        _write_one(archive, entry, name, target, meter)
        found.append((target, inside))
    return found


def _write_one(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, target: Path, meter: Meter) -> None:
    if entry.compress_type in _METHODS:
        raise UnreadableSource(
            f"{meter.archive}: the entry '{name}' is packed with {_METHODS[entry.compress_type]}, "
            "which cannot be read here.",
            try_="unpack it by hand and add the files",
        )
    fault = _damaged(meter.archive, f"the entry '{name}' is damaged")
    try:
        source = archive.open(entry)
    except Exception as error:  # a local header that contradicts the index, an unknown method ...
        raise fault from error
    with source:
        save(guarded(source.read, fault), target, meter)


def _damaged(archive: str, why: str) -> UnreadableSource:
    return UnreadableSource(f"{archive}: {why}; nothing of the archive was taken.", try_="get a fresh copy of the file")
