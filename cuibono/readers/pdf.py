"""PDF files: the words of every page, what was filled into forms and noted, and what is attached."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from cuibono.errors import MissingExtra, UnreadableSource, UnsafeInput
from cuibono.readers import ocr
from cuibono.readers.contract import Input, Limits, Member, Piece, Reader, Reading
from cuibono.readers.limits import check_size
from cuibono.readers.page_text import clean, edtf_of, garbage, in_parts, one_line
from cuibono.readers.pdf_pages import Leaf, Pdf, opened

_DPI = 200
_DRAWING = 25_000_000
#: A page with fewer letters than this, mostly covered by a picture, is a scan with a stamp on it.
_STAMP, _COVERED = 40, 0.5
_GARBAGE = 0.3
#: A page without letters on which this much is drawn may hold words turned into outlines.
_OUTLINES = 20
_NOBODY = {"untitled", "anonymous", "unspecified", "unknown"}


def recognises(item: Input) -> float:
    """The mark %PDF- within the first kilobyte, where readers of PDF look for it."""
    at = item.head[:1024].find(b"%PDF-")
    if at == 0:
        return 0.95
    if at > 0:
        return 0.6 if item.suffix == ".pdf" else 0.3
    return 0.2 if item.suffix == ".pdf" else 0.0


def read(item: Input) -> Reading:
    """Read a PDF page by page; pages without letters are read by OCR where it is installed.

    Raises UnreadableSource when the file is encrypted or damaged, UnsafeInput when it asks for more pages
    or text than the limits allow, MissingExtra when it holds nothing but pictures and there is no OCR.
    A page that cannot be read is named in the notes. A date comes from the file's own metadata, which
    whoever made the file could set; for scans it is when they were made, not when they were published.
    """
    check_size(item)
    with opened(item.path, name=item.name, seconds=item.limits.seconds) as pdf:
        _check_pages(pdf, item.limits)
        work = _Pages(item, pdf)
        pieces = tuple(work.pieces())
        _check_words(item, pdf, work, pieces)
        members, told = _attached(item, pdf)
        return _reading(pdf, work, pieces, members, told)


def _reading(
    pdf: Pdf, work: "_Pages", pieces: tuple[Piece, ...], members: tuple[Member, ...], told: list[str]
) -> Reading:
    scanned = bool(work.by_ocr or work.unseen)
    made = edtf_of(pdf.about.get("CreationDate", ""))
    dated = "the day of the scan" if scanned else "its date"
    return Reading(
        media_type="application/pdf",
        pieces=pieces,
        members=members,
        title=_told(pdf, "Title"),
        author=_told(pdf, "Author"),
        published=None if scanned else made,
        captured=made if scanned else None,
        notes=(*_notes(pdf, work), *([f"{dated}, {made}, is what the file says of itself"] if made else []), *told),
    )


@dataclass(slots=True)
class _Pages:
    """The pages of one PDF on their way to pieces, and what has to be said about them."""

    item: Input
    pdf: Pdf
    by_ocr: dict[int, float] = field(default_factory=dict)
    unseen: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    silent: list[int] = field(default_factory=list)
    garbled: list[int] = field(default_factory=list)
    broken: dict[int, str] = field(default_factory=dict)
    faint: int = 0
    found: bool = False

    def pieces(self) -> Iterator[Piece]:
        """The passages of all pages, in order."""
        left = self.item.limits.text
        for number in range(1, self.pdf.pages + 1):
            for piece in self._page(number, left):
                left -= len(piece.text)
                if left < 0:
                    raise _too_much(self.item, "more text than the limit allows")
                self.found = True
                yield piece

    def _page(self, number: int, left: int) -> Iterator[Piece]:
        leaf = self.pdf.leaf(number, longest=left)
        if leaf.broken is not None:
            self.broken[number] = leaf.broken
            return
        text, data = self._words(leaf)
        yield from in_parts(text, f"page {number}", data)
        for i, remark in enumerate(leaf.remarks, start=1):
            told = f"{remark.label}: {remark.text}" if remark.label else remark.text
            yield from in_parts(clean(told), f"page {number}, {remark.what} {i}", {"page": number})

    def _words(self, leaf: Leaf) -> tuple[str, dict[str, Any]]:
        """The words of a page: its own, or those that OCR sees where its own are missing or useless."""
        text, data = clean(leaf.text), {"page": leaf.number}
        useless = garbage(leaf.text) > _GARBAGE
        if not (useless or _is_scan(text, leaf)):
            if leaf.unseen and text:
                self.unseen.append(leaf.number)
                return text, {**data, "layer": "invisible"}
            return text, data
        seen = self._look(leaf.number)
        if seen is not None and len(seen.text) >= (1 if useless else len(text)):
            self.by_ocr[leaf.number] = seen.confidence
            self.faint += seen.faint
            return clean(seen.text), {**data, "ocr": seen.confidence}
        if useless:
            self.garbled.append(leaf.number)
        return text, data

    def _look(self, number: int) -> ocr.Seen | None:
        """What OCR sees on a page; None, and remembered, where it cannot look or sees nothing."""
        if ocr.available() is None:
            self.pictures.append(number)
            return None
        pixels = min(_DRAWING, self.item.limits.pixels)
        grey = self.pdf.picture(number, self.item.staging, dpi=_DPI, pixels=pixels)
        if grey is None:
            self.broken[number] = "it could not be drawn"
            return None
        seen = ocr.look(grey, pixels=pixels, seconds=4 * self.item.limits.seconds)
        if not seen.blocks:
            self.silent.append(number)
            return None
        return seen


def _is_scan(text: str, leaf: Leaf) -> bool:
    letters = sum(c.isalnum() for c in text)
    if letters == 0:
        return leaf.picture > 0 or leaf.drawn >= _OUTLINES
    return letters < _STAMP and leaf.picture >= _COVERED


def _check_pages(pdf: Pdf, limits: Limits) -> None:
    if pdf.pages > limits.pages:
        raise UnsafeInput(
            f"{pdf.name} has {pdf.pages:,} pages; the limit is {limits.pages:,}.",
            try_="split it and add the parts that matter",
        )
    if pdf.pages < 1:
        raise UnreadableSource(f"{pdf.name} has no pages.", try_="get a fresh copy of the file")


def _too_much(item: Input, what: str) -> UnsafeInput:
    return UnsafeInput(f"{item.name} holds {what}.", try_="split it and add the parts that matter")


def _check_words(item: Input, pdf: Pdf, work: _Pages, pieces: tuple[Piece, ...]) -> None:
    """No words at all is an error where something could be done about it."""
    if pieces:
        return
    if len(work.broken) == pdf.pages:
        number, why = next(iter(work.broken.items()))
        raise UnreadableSource(
            f"{item.name}: none of its {pdf.pages} pages could be read (page {number}: {why}).",
            try_="get a fresh copy, or open it in a viewer and print it to a new PDF",
        )
    if work.pictures and not ocr.is_off():
        raise MissingExtra(
            f"{item.name} holds pictures of pages without text, and nothing here can read pictures.",
            try_=ocr.INSTALL,
        )


def _attached(item: Input, pdf: Pdf) -> tuple[tuple[Member, ...], list[str]]:
    """The files packed inside, and what has to be said about them."""
    found, trouble = pdf.attachments(item.staging, most=item.limits.members, size=item.limits.expanded)
    members = tuple(Member(path, _file_name(name) or path.name) for path, name in found)
    told = [f"attached files taken out: {len(members)}"] if members else []
    return members, told + ([f"its attachments could not be taken out: {trouble}"] if trouble else [])


def _told(pdf: Pdf, key: str) -> str | None:
    """What the metadata says, unless a program put it in because nobody had."""
    value = one_line(pdf.about.get(key, ""))
    return None if value is None or value.lower() in _NOBODY else value


def _file_name(name: str) -> str:
    return PurePosixPath((one_line(name) or "").replace("\\", "/")).name


def _notes(pdf: Pdf, work: _Pages) -> list[str]:
    notes = []
    if not pdf.ended:
        notes.append(f"the file was cut short: {pdf.pages} pages were found, later ones and parts may be missing")
    if work.by_ocr:
        notes.append(_ocr_note(work))
    if work.unseen:
        notes.append(
            f"{_pages(work.unseen)} under their picture carry text that cannot be seen, "
            "probably somebody else's OCR; it was taken as it is"
        )
    if work.pictures:
        what = "OCR is switched off" if ocr.is_off() else "install cuibono[ocr] to read"
        it = "it" if len(work.pictures) == 1 else "them"
        is_ = "is a picture" if len(work.pictures) == 1 else "are pictures"
        tail = what if ocr.is_off() else f"{what} {it}"
        notes.append(f"{_pages(work.pictures)} {is_} without text: {tail}")
    if work.silent:
        notes.append(f"OCR found no text in the picture on {_pages(work.silent)}")
    if work.garbled:
        notes.append(f"the text of {_pages(work.garbled)} is garbled: its font does not name its letters")
    if not (work.found or notes):
        notes.append("none of its pages holds any text")
    notes += [f"page {number} could not be read: {why}" for number, why in list(work.broken.items())[:20]]
    if len(work.broken) > 20:
        notes.append(f"{len(work.broken) - 20} more pages could not be read")
    return notes


def _ocr_note(work: _Pages) -> str:
    faint = f"; {work.faint} lines were too faint to quote" if work.faint else ""
    if len(work.by_ocr) == 1:
        (number, sure), *_ = work.by_ocr.items()
        return f"page {number} was read by OCR, mean confidence {_share(sure)}{faint}"
    each = ", ".join(f"page {number} {_share(sure)}" for number, sure in work.by_ocr.items())
    return f"{len(work.by_ocr)} pages were read by OCR, mean confidence: {each}{faint}"


def _share(value: float) -> str:
    return f"{value:.2f}".removeprefix("0")


def _pages(numbers: list[int]) -> str:
    """Page numbers for people: page 3, or pages 1-4, 7."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][1] + 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    said = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
    return f"page {said}" if len(numbers) == 1 else f"pages {said}"


READER = Reader(
    name="pdf",
    version="1",
    says="PDF documents, page by page; scans by OCR when the extra [ocr] is installed",
    suffixes=(".pdf",),
    recognises=recognises,
    read=read,
    extra="ocr",
)
