"""What a reader made of a file: read, refused in good order, or a fault that must be mended."""

import json
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cuibono.errors import CuibonoError
from cuibono.model.date_bounds import is_edtf
from cuibono.readers import ocr
from cuibono.readers.contract import Input, Limits, Member, Piece, Reader, Reading

#: Small enough that a small file cannot keep a reader busy within its rights.
LIMITS = Limits(expanded=64 << 20, members=5_000, text=20_000_000, pages=500, pixels=20_000_000, seconds=0.8)
_NAMES = ("title", "author", "outlet", "published", "language", "url", "captured")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: ``read``, ``refused`` or ``fault``, and what there is to say about it."""

    kind: str
    says: str = ""


class _Fault(Exception):
    """A reading that breaks the contract of readers."""


def judge(reader: Reader, path: Path, name: str, staging: Path, *, elsewhere: Iterable[Path] = ()) -> Outcome:
    """Let a reader read a file, with OCR switched off, and look at everything it gives back.

    ``elsewhere`` are folders that must stay empty. Every exception but a CuibonoError is a fault, and so is
    a passage with NUL or half a character, a date that is no EDTF, or a file left outside ``staging``.
    """
    before = path.read_bytes()
    item = Input(path, name, before[: 64 << 10], staging, LIMITS)
    try:
        with ocr.disabled():
            sure = reader.recognises(item)
            _check(0.0 <= sure <= 1.0, f"recognises returned {sure!r}")
            outcome = _reading(reader, item)
        _check(path.read_bytes() == before, "the file itself was changed")
        _check_empty(elsewhere)
    except _Fault as fault:
        return Outcome("fault", str(fault))
    except Exception:  # this is what the judge is for
        return Outcome("fault", traceback.format_exc(limit=-8))
    return outcome


def _reading(reader: Reader, item: Input) -> Outcome:
    try:
        reading = reader.read(item)
        for piece in reading.pieces:
            _check_piece(piece)
        for member in reading.members:
            _check_member(member, item.staging)
    except CuibonoError as error:
        _check_text(str(error), "the error")
        return Outcome("refused", error.what[:200])
    _check_about(reading, item.staging)
    return Outcome("read")


def _check(good: bool, fault: str) -> None:
    if not good:
        raise _Fault(fault)


def _check_text(text: object, what: str) -> None:
    _check(isinstance(text, str), f"{what} is {type(text).__name__}, not text")
    assert isinstance(text, str)
    _check("\x00" not in text, f"{what} holds NUL: {text[:80]!r}")
    _check(_storable(text), f"{what} holds half a character: {text[:80]!r}")


def _storable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _check_piece(piece: Piece) -> None:
    _check_text(piece.text, "a passage")
    _check_text(piece.place, "a place")
    _check(bool(piece.text.strip()), f"an empty passage at {piece.place!r}")
    _check(bool(piece.place), "a passage without a place")
    _check_text(json.dumps(dict(piece.data), ensure_ascii=False, allow_nan=False), "data of a passage")


def _check_member(member: Member, staging: Path) -> None:
    _check_inside(member.path, staging)
    _check_text(member.name, "the name of a member")
    _check(bool(member.name), "a member without a name")
    for name in ("media_type", "url", "captured", "published", "author", "title"):
        value = getattr(member, name)
        if value is not None:
            _check_text(value, f"{name} of a member")


def _check_about(reading: Reading, staging: Path) -> None:
    _check_text(reading.media_type, "the media type")
    for name in _NAMES:
        value = getattr(reading, name)
        if value is not None:
            _check_text(value, name)
    for name in ("published", "captured"):
        value = getattr(reading, name)
        _check(value is None or is_edtf(value), f"{name} is no EDTF: {value!r}")
    for note in (*reading.notes, *reading.columns):
        _check_text(note, "a note or a column")
    for file in (reading.rows, reading.entities, *reading.tables.values()):
        if file is not None:
            _check_inside(file, staging)
            data = file.read_bytes()
            _check(data[:4] == data[-4:] == b"PAR1", f"{file.name} is no Parquet file")


def _check_inside(path: Path, staging: Path) -> None:
    _check(path.is_file(), f"{path.name} is not there")
    _check(path.resolve().is_relative_to(staging.resolve()), f"{path} lies outside staging")


def _check_empty(folders: Iterable[Path]) -> None:
    for folder in folders:
        left = sorted(path.name for path in folder.iterdir())
        _check(not left, f"files were left outside staging: {', '.join(left[:3])}")


def open_files() -> int:
    """How many files this process holds open; 0 where the system does not tell."""
    listing = Path("/proc/self/fd")
    return len(list(listing.iterdir())) if listing.is_dir() else 0
