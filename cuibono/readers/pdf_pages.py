"""A PDF, page by page, opened in a process of its own that is stopped when a page takes too long."""

import atexit
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cuibono.errors import UnreadableSource, UnsafeInput
from cuibono.readers.child import Answer, Child

#: Starting a process costs a quarter of a second: one that has done its work waits here for the next PDF.
_IDLE: list[Child] = []
_START = 30.0
#: A file that costs more processes than this is given up: each loss may have taken the full time.
_LOSSES = 3


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment or a filled-in form field: what it is, its words, and who made it or what it is called."""

    what: str
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: its words, the share of it that pictures cover, how much is drawn, what is noted on it.

    ``unseen`` says that most of its text is drawn invisibly, as scanners do; ``broken`` says why the page
    could not be read at all.
    """

    number: int
    text: str = ""
    picture: float = 0.0
    drawn: int = 0
    unseen: bool = False
    remarks: tuple[Remark, ...] = ()
    broken: str | None = None


@dataclass(slots=True)
class Pdf:
    """An open PDF: how many pages, what it says about itself, and whether its end mark is there."""

    path: Path
    name: str
    seconds: float
    pages: int = 0
    about: dict[str, str] = field(default_factory=dict)
    ended: bool = True
    lost: int = 0
    _child: Child | None = None

    def leaf(self, number: int, *, longest: int) -> Leaf:
        """Read one page; numbers start at 1. A page that hangs or breaks is returned as ``broken``."""
        got = self._try({"do": "page", "number": number - 1, "longest": longest})
        if got.get("error") == "long":
            raise UnsafeInput(
                f"{self.name}: page {number} holds more text than the limit allows.",
                try_="look at the page in a PDF viewer and give us the part that matters",
            )
        if "error" in got:
            return Leaf(number, broken=got["why"])
        remarks = tuple(Remark(r["what"], r["text"], r["label"]) for r in got["remarks"])
        return Leaf(number, got["text"], got["picture"], got["drawn"], got["unseen"], remarks)

    def picture(self, number: int, folder: Path, *, dpi: int, pixels: int) -> NDArray[np.uint8] | None:
        """A page as a grey picture, or None when it cannot be drawn."""
        raw = folder / f"page-{number}.grey"
        ask = {"do": "render", "number": number - 1, "to": str(raw), "dpi": dpi, "pixels": pixels}
        got = self._try(ask)
        if "error" in got:
            return None
        try:
            grey = np.fromfile(raw, dtype=np.uint8)
        finally:
            raw.unlink(missing_ok=True)
        return grey.reshape(got["height"], got["width"])

    def attachments(self, folder: Path, *, most: int, size: int) -> tuple[list[tuple[Path, str]], str | None]:
        """The files packed inside, written into a folder, and why they could not be had if so."""
        got = self._try({"do": "attachments", "folder": str(folder), "most": most, "size": size})
        if got.get("error") in {"many", "large"}:
            raise UnsafeInput(
                f"{self.name}: more files are attached inside this PDF than the limits allow.",
                try_="save the attachments you need from a PDF viewer and add them one by one",
            )
        if "error" in got:
            return [], got["why"]
        return [(Path(f["path"]), f["name"]) for f in got["files"]], None

    def _open(self) -> Answer:
        self._child = self._child or _take()
        return self._child.ask({"do": "open", "path": str(self.path)}, seconds=max(self.seconds, _START))

    def _try(self, question: dict[str, Any]) -> Answer:
        """Ask; when the process is lost over it, the next question starts another, for the other pages."""
        try:
            if self._child is None:
                self._open()
            assert self._child is not None
            return self._child.ask(question, seconds=self.seconds)
        except TimeoutError:
            why = f"it took longer than {self.seconds:g} seconds"
        except EOFError:
            why = "it made the PDF library crash"
        self._child = None
        self.lost += 1
        if self.lost > _LOSSES:
            raise UnreadableSource(
                f"{self.name}: page after page hangs or crashes the PDF library (the last: {why}).",
                try_="print it to a new PDF from a viewer and add that",
            )
        return {"error": "lost", "why": why}


@contextmanager
def opened(path: Path, *, name: str, seconds: float) -> Iterator[Pdf]:
    """Open a PDF; raises UnreadableSource when it is encrypted, damaged or not a PDF."""
    pdf = Pdf(path, name, seconds)
    try:
        got = _first_answer(pdf)
        pdf.pages, pdf.about, pdf.ended = got["pages"], got["about"], got["ended"]
        yield pdf
    finally:
        if pdf._child is not None:
            _give_back(pdf._child)


def _first_answer(pdf: Pdf) -> Answer:
    try:
        got = pdf._open()
    except (TimeoutError, EOFError) as error:
        pdf._child = None
        raise UnreadableSource(
            f"{pdf.name}: opening this PDF took too long or made the PDF library crash.",
            try_="print it to a new PDF from a viewer and add that",
        ) from error
    match got.get("error"):
        case None:
            return got
        case "encrypted":
            raise UnreadableSource(
                f"{pdf.name} is encrypted: a password is needed to open it.",
                try_="with the owner's consent, remove the password in a PDF viewer, and add that copy",
            )
        case _:
            cut = "" if got.get("ended", True) else " It has no end mark: the file was probably cut short."
            raise UnreadableSource(
                f"{pdf.name} is damaged and cannot be read as a PDF.{cut}",
                try_="get a fresh copy, or open it in a viewer and print it to a new PDF",
            )


def _take() -> Child:
    """An idle process of ours, or a new one."""
    while _IDLE:
        child = _IDLE.pop()
        if child.owner == os.getpid() and child.alive:
            return child
    return Child("cuibono.readers.pdf_child")


def _give_back(child: Child) -> None:
    """Close the file in the process and let it wait for the next; two at most wait."""
    try:
        child.ask({"do": "close"}, seconds=5.0)
    except (TimeoutError, EOFError):
        return
    if len(_IDLE) < 2:
        _IDLE.append(child)
    else:
        child.stop()


@atexit.register
def _stop_idle() -> None:
    while _IDLE:
        child = _IDLE.pop()
        if child.owner == os.getpid():
            with suppress(OSError):
                child.stop()
