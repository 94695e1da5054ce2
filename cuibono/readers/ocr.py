"""Letters in pictures become text, on this machine: by rapidocr (extra [ocr]), else by tesseract.

Nothing is downloaded: the models are those inside rapidocr's own wheel (English and Chinese).
"""

import io
import logging
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from importlib.util import find_spec
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cuibono.errors import MissingExtra, UnreadableSource, UnsafeInput
from cuibono.measures.reading_order import Box, reading_order

Grey = NDArray[np.uint8]

#: Below this confidence a line is more likely a texture than a text; such lines are counted, not quoted.
LEGIBLE = 0.5
PIXELS = 80_000_000
INSTALL = "install cuibono[ocr], or the program tesseract"
_SECONDS = 120.0
#: No letter is legible in fewer pixels: rules, spacers and tracking dots end here.
_SMALLEST = 8
_off: ContextVar[bool] = ContextVar("ocr_off", default=False)


class Line(NamedTuple):
    """A line of text in a picture: the words, how surely (0 to 1), and left, top, right, bottom in pixels."""

    text: str
    confidence: float
    box: Box


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read in a picture: its blocks of lines, and how many lines were too faint to quote."""

    blocks: tuple[tuple[Line, ...], ...] = ()
    faint: int = 0

    @property
    def text(self) -> str:
        """All of it, with an empty line between blocks."""
        return "\n\n".join(words(b) for b in self.blocks)

    @property
    def confidence(self) -> float:
        """The mean confidence of all lines, long lines counting for more."""
        return confidence([line for block in self.blocks for line in block])


def words(block: tuple[Line, ...]) -> str:
    """The words of a block, line by line as they stand in the picture."""
    return "\n".join(line.text for line in block)


def confidence(lines: list[Line] | tuple[Line, ...]) -> float:
    """The mean confidence of lines, weighted by length, to two decimals; 0 where nothing was read."""
    letters = sum(len(line.text) for line in lines)
    return round(sum(line.confidence * len(line.text) for line in lines) / letters, 2) if letters else 0.0


@contextmanager
def disabled() -> Iterator[None]:
    """Switch OCR off inside a ``with`` block; readers then note which pictures were left unread."""
    before = _off.set(True)
    try:
        yield
    finally:
        _off.reset(before)


def is_off() -> bool:
    """Whether OCR was switched off on purpose, which is not the same as missing."""
    return _off.get()


def available() -> str | None:
    """Which engine reads pictures here: "rapidocr", "tesseract", or None."""
    if _off.get():
        return None
    if _models() is not None:
        return "rapidocr"
    return "tesseract" if shutil.which("tesseract") else None


def languages() -> tuple[str, ...]:
    """The languages that pictures are read in here, as tesseract names them; empty without an engine."""
    engine = available()
    if engine is None:
        return ()
    return ("eng", "chi_sim") if engine == "rapidocr" else _tesseract_languages()


def look(picture: bytes | Grey, *, pixels: int = PIXELS, seconds: float = _SECONDS) -> Seen:
    """Read a picture and group its lines into blocks, in reading order; see ``recognise`` for errors."""
    lines = recognise(picture, pixels=pixels, seconds=seconds)
    good = [line for line in lines if line.confidence >= LEGIBLE]
    blocks = tuple(tuple(good[i] for i in block) for block in reading_order([g.box for g in good]))
    return Seen(blocks, len(lines) - len(good))


def recognise(picture: bytes | Grey, *, pixels: int = PIXELS, seconds: float = _SECONDS) -> list[Line]:
    """The lines of text in a picture, in reading order, with their confidence and place.

    ``picture`` is a grey (height, width) or RGB (height, width, 3) array, or the bytes of an image file.
    ``seconds`` bounds tesseract; rapidocr is bounded by the area and by a thousand lines a picture.
    Raises MissingExtra without an engine, UnsafeInput when the picture has more than ``pixels``.
    The confidence is the engine's own and is not calibrated: it says little about rare names.
    """
    engine = available()
    if engine is None:
        raise MissingExtra("Pictures cannot be read here: no OCR engine is installed.", try_=INSTALL)
    array = _decoded(picture, pixels) if isinstance(picture, bytes) else picture
    if array.shape[0] * array.shape[1] > pixels:
        raise UnsafeInput(
            f"A picture has {array.shape[1]} x {array.shape[0]} pixels; the limit is {pixels:,}.",
            try_="make the picture smaller",
        )
    if min(array.shape[:2]) < _SMALLEST:
        return []
    lines = _by_rapidocr(array) if engine == "rapidocr" else _by_tesseract(array, seconds)
    lines = [line for line in lines if line.text.strip()]
    return [lines[i] for block in reading_order([line.box for line in lines]) for i in block]


def _decoded(data: bytes, pixels: int) -> Grey:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        if image.width * image.height > pixels:
            raise UnsafeInput(
                f"A picture has {image.width} x {image.height} pixels; the limit is {pixels:,}.",
                try_="make the picture smaller",
            )
        return np.asarray(image.convert("RGB"))


@cache
def _models() -> dict[str, str] | None:
    """The model files that came in rapidocr's wheel, by task; None when it or its engine is not there."""
    if find_spec("rapidocr") is None or find_spec("onnxruntime") is None:
        return None
    try:
        shipped = [f for f in files("rapidocr") or () if f.suffix == ".onnx"]
    except PackageNotFoundError:
        return None
    found = {task: str(f.locate()) for task in ("det", "cls", "rec") for f in shipped if f"_{task}_" in f.name}
    return found if len(found) == 3 else None


@cache
def _engine() -> Any:
    """Load the models once for this process; onnxruntime works with at most four threads."""
    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    models = _models()
    assert models is not None
    settings: dict[str, Any] = {f"{task.capitalize()}.model_path": path for task, path in models.items()}
    settings["Global.log_level"] = "critical"
    settings["Global.text_score"] = 0.0
    settings["EngineConfig.onnxruntime.intra_op_num_threads"] = min(4, os.cpu_count() or 1)
    settings["EngineConfig.onnxruntime.inter_op_num_threads"] = 1
    return RapidOCR(params=settings)


def _by_rapidocr(picture: Grey) -> list[Line]:
    blue_first = np.ascontiguousarray(picture[..., ::-1] if picture.ndim == 3 else picture)
    engine = _engine()
    try:
        found = engine(blue_first)
    except Exception as error:  # cv2 and onnxruntime raise their own kinds on pictures of odd shapes
        raise UnreadableSource(
            f"The OCR engine failed on a picture of {picture.shape[1]} x {picture.shape[0]} pixels.",
            try_="crop or resize the picture",
        ) from error
    if found.boxes is None or not found.txts:
        return []
    corners = np.asarray(found.boxes, dtype=np.float64)
    low, high = corners.min(axis=1).tolist(), corners.max(axis=1).tolist()
    return [
        Line(text, float(score), (left, top, right, bottom))
        for text, score, (left, top), (right, bottom) in zip(found.txts, found.scores, low, high, strict=True)
    ]


def _by_tesseract(picture: Grey, seconds: float) -> list[Line]:
    languages = _tesseract_languages()
    command = ["tesseract", "stdin", "stdout", "-l", "+".join(languages), "--psm", "3", "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "2"}
    try:
        done = subprocess.run(
            command, input=_pnm(picture), capture_output=True, timeout=seconds, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableSource(
            f"tesseract did not finish a picture within {seconds:g} seconds.", try_="make the picture smaller"
        ) from error
    if done.returncode != 0:
        raise UnreadableSource(f"tesseract failed: {done.stderr.decode('utf-8', 'replace').strip()[-200:]}")
    return _lines_of_tsv(done.stdout.decode("utf-8", "replace"))


@cache
def _tesseract_languages() -> tuple[str, ...]:
    """English and simplified Chinese, as far as they are installed; else whatever there is."""
    done = subprocess.run(["tesseract", "--list-langs"], capture_output=True, timeout=20, check=False)
    there = [w.strip() for w in done.stdout.decode("utf-8", "replace").splitlines()[1:]]
    return tuple(w for w in ("eng", "chi_sim") if w in there) or tuple(there[:1]) or ("eng",)


def _pnm(picture: Grey) -> bytes:
    """The simplest picture format there is, so that no library is needed to hand it over."""
    kind = b"P6" if picture.ndim == 3 else b"P5"
    return b"%s %d %d 255\n" % (kind, picture.shape[1], picture.shape[0]) + picture.tobytes()


def _lines_of_tsv(table: str) -> list[Line]:
    """Words of tesseract's table (level 5), put together by page, block, paragraph and line."""
    rows: dict[tuple[str, ...], list[list[str]]] = {}
    for row in (line.split("\t") for line in table.splitlines()[1:]):
        if len(row) == 12 and row[0] == "5" and row[11].strip():
            rows.setdefault(tuple(row[1:5]), []).append(row)
    return [_line_of(row) for row in rows.values()]


def _line_of(row: list[list[str]]) -> Line:
    left, top, wide, high = (np.array([float(w[i]) for w in row]) for i in (6, 7, 8, 9))
    box = (float(left.min()), float(top.min()), float((left + wide).max()), float((top + high).max()))
    sure = float(np.mean([float(w[10]) for w in row])) / 100
    text = row[0][11]
    for word in row[1:]:
        text += ("" if _chinese(text[-1]) and _chinese(word[11][0]) else " ") + word[11]
    return Line(text, round(sure, 4), box)


def _chinese(letter: str) -> bool:
    return "\u2e80" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef"
