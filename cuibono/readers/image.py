"""Pictures: the text that OCR sees in them, frame by frame, and when they were taken."""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import numpy as np

from cuibono.errors import MissingExtra, UnreadableSource, UnsafeInput
from cuibono.readers import ocr
from cuibono.readers.contract import Input, Piece, Reader, Reading
from cuibono.readers.limits import check_size
from cuibono.readers.page_text import clean, in_parts, one_line

_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff", "WEBP": "image/webp", "BMP": "image/bmp"}
_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp")
#: Exif: when the picture was taken, when it was digitised, and who made it. "DateTime" (306) is the last edit.
_EXIF_FOLDER, _TAKEN, _DIGITISED, _ARTIST = 0x8769, 36867, 36868, 315
_FRAMES_TOGETHER = 100
_STAMP = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)")


def recognises(item: Input) -> float:
    """By the first bytes of each kind."""
    head = item.head
    if head.startswith(_MAGIC) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return 0.95
    if head.startswith(b"BM") and head[6:10] == bytes(4):
        return 0.9 if item.suffix == ".bmp" else 0.4
    return 0.2 if item.suffix in _SUFFIXES else 0.0


def read(item: Input) -> Reading:
    """Read the text in a picture, each block of lines a passage, with the mean confidence of OCR.

    Raises MissingExtra when no OCR is installed, UnsafeInput when the picture unpacks to more pixels than
    the limit, UnreadableSource when it is damaged. A picture without text is taken in without passages.
    ``captured`` is what the camera wrote into the file (Exif), which anybody can change.
    """
    check_size(item)
    if not ocr.is_off() and ocr.available() is None:
        raise _missing(item)
    with _opened(item) as image:
        work = _Frames(item, image)
        pieces = tuple(work.pieces())
        return Reading(
            media_type=_TYPES.get(image.format, "image/jpeg"),  # a JPEG of several pictures calls itself MPO
            pieces=pieces,
            author=work.author,
            captured=work.captured,
            notes=tuple(work.notes),
        )


@contextmanager
def _opened(item: Input) -> Iterator[Any]:
    """Open a picture of one of our kinds; its size is known before any pixel is unpacked."""
    try:
        from PIL import Image
    except ImportError as error:
        raise _missing(item) from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of odd tags; what matters to us raises
        try:
            image = Image.open(item.path, formats=tuple(_TYPES))
        except Image.DecompressionBombError as error:
            raise _bomb(item, str(error)) from error
        except Exception as error:  # decoders raise a dozen kinds on bytes from strangers
            raise _damaged(item) from error
        with image:
            yield image


@dataclass(slots=True)
class _Frames:
    """The frames of one picture file on their way to pieces."""

    item: Input
    image: Any
    notes: list[str] = field(default_factory=list)
    captured: str | None = None
    author: str | None = None

    def pieces(self) -> Iterator[Piece]:
        """The passages of all frames, in order."""
        count = self._count()
        self._exif()
        left = self.item.limits.pixels * _FRAMES_TOGETHER
        for number in range(1, count + 1):
            left -= self._area(number)
            if left < 0:
                raise _bomb(self.item, "all its frames together are too large")
            yield from self._read(self._grey(), f"frame {number}" if count > 1 else "picture", number)
        if ocr.is_off():
            self.notes.append("OCR is switched off: the picture was not read")

    def _count(self) -> int:
        """How many frames to read: all pages of a TIFF, the first of an animation."""
        try:
            count = int(getattr(self.image, "n_frames", 1))
        except Exception as error:
            raise _damaged(self.item) from error
        if count > self.item.limits.pages:
            raise _bomb(self.item, f"it has {count:,} frames")
        if count > 1 and self.image.format != "TIFF":
            self.notes.append(f"only the first of its {count} frames was read")
            return 1
        return count

    def _area(self, number: int) -> int:
        """Go to a frame; its area in pixels, before any of them is unpacked."""
        try:
            self.image.seek(number - 1)
            area = int(self.image.width) * int(self.image.height)
        except Exception as error:
            raise _damaged(self.item) from error
        if area > self.item.limits.pixels:
            raise _bomb(self.item, f"frame {number} has {self.image.width} x {self.image.height} pixels")
        return area

    def _grey(self) -> ocr.Grey:
        """The frame at hand in grey, upright, on white or black, whichever makes its marks visible."""
        try:
            return _upright(self.image)
        except Exception as error:
            raise _damaged(self.item) from error

    def _read(self, grey: ocr.Grey, place: str, number: int) -> Iterator[Piece]:
        if ocr.available() is None:
            return
        limits = self.item.limits
        seen = ocr.look(grey, pixels=limits.pixels, seconds=4 * limits.seconds)
        self._note(seen, place)
        for i, block in enumerate(seen.blocks, start=1):
            where = f"{place}, line block {i}" if len(seen.blocks) > 1 else place
            data = {"frame": number, "ocr": ocr.confidence(block), "box": _box(block)}
            yield from in_parts(clean(ocr.words(block)), where, data)

    def _note(self, seen: ocr.Seen, place: str) -> None:
        if not seen.blocks:
            self.notes.append(f"OCR found no text in the {place}")
            return
        faint = f"; {seen.faint} lines were too faint to quote" if seen.faint else ""
        sure = f"{seen.confidence:.2f}".removeprefix("0")
        self.notes.append(f"{place} was read by OCR, mean confidence {sure}{faint}")

    def _exif(self) -> None:
        """What the camera wrote: damaged Exif is no reason to refuse a picture, so it is noted."""
        try:
            exif = self.image.getexif()
            inner = exif.get_ifd(_EXIF_FOLDER)
            stamp, artist = str(inner.get(_TAKEN) or inner.get(_DIGITISED) or ""), exif.get(_ARTIST)
        except Exception as error:
            self.notes.append(f"its Exif data could not be read ({type(error).__name__})")
            return
        self.captured = edtf_of_exif(stamp)
        self.author = one_line(artist) if isinstance(artist, str) else None


def _upright(image: Any) -> ocr.Grey:
    from PIL import ImageOps

    turned = ImageOps.exif_transpose(image) or image
    if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
        return _flattened(turned.convert("LA"))
    if turned.mode.startswith(("I", "F")):
        return _stretched(np.asarray(turned, dtype=np.float64))
    return np.asarray(turned.convert("L"), dtype=np.uint8)


def _flattened(image: Any) -> ocr.Grey:
    """Put a picture with see-through parts on white, or on black when its marks are light."""
    layers = np.asarray(image, dtype=np.float32)
    grey, cover = layers[..., 0], layers[..., 1] / 255
    seen = grey[cover > 0]
    ground = 0.0 if seen.size and float(seen.mean()) > 127 and float(cover.mean()) < 1 else 255.0
    return np.asarray(np.rint(grey * cover + ground * (1 - cover)), dtype=np.uint8)


def _stretched(deep: "np.ndarray[Any, np.dtype[np.float64]]") -> ocr.Grey:
    """16 and 32 bit greys, brought to 8 bits over the range that is used."""
    deep = np.nan_to_num(deep, nan=0.0, posinf=0.0, neginf=0.0)
    low, high = float(deep.min()), float(deep.max())
    return np.asarray((deep - low) / max(high - low, 1e-9) * 255, dtype=np.uint8)


def edtf_of_exif(stamp: str) -> str | None:
    """An Exif time such as 2024:03:12 10:15:00 as EDTF; None where it is none (cameras write zeros)."""
    found = _STAMP.fullmatch(stamp.strip().rstrip("\x00"))
    if found is None:
        return None
    try:
        return datetime(*(int(part) for part in found.groups())).isoformat()  # type: ignore[arg-type]
    except ValueError:
        return None


def _box(block: tuple[ocr.Line, ...]) -> list[int]:
    """Left, top, right and bottom of a block in pixels."""
    left, top, right, bottom = zip(*(line.box for line in block), strict=True)
    return [round(min(left)), round(min(top)), round(max(right)), round(max(bottom))]


def _missing(item: Input) -> MissingExtra:
    return MissingExtra(f"{item.name} is a picture, and nothing here can read pictures.", try_=ocr.INSTALL)


def _bomb(item: Input, why: str) -> UnsafeInput:
    return UnsafeInput(
        f"{item.name} unpacks to a picture that is too large ({why}; the limit is {item.limits.pixels:,} pixels).",
        try_="make the picture smaller",
    )


def _damaged(item: Input) -> UnreadableSource:
    return UnreadableSource(
        f"{item.name}: the picture is damaged or cut short.", try_="get a fresh copy, or save it again as PNG"
    )


READER = Reader(
    name="image",
    version="1",
    says="PNG, JPEG, TIFF, WEBP and BMP pictures, read by OCR (extra [ocr])",
    suffixes=_SUFFIXES,
    recognises=recognises,
    read=read,
    extra="ocr",
)
