"""The process in which PDF pages are opened: pdfium is C++ and meets bytes from strangers.

It knows five questions: open, page, render, attachments, close. See ``pdf_pages`` for the other end.
"""

import ctypes
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from cuibono.readers.child import Answer, serve

_MEMORY = 3 << 30
_FORMAT_ERROR = 3
_PASSWORD_ERROR = 4
_REPAIRABLE = 512 << 20
_CATALOG = re.compile(rb"(\d+)\s+(\d+)\s+obj\b[^>]{0,2000}?/Type\s*/Catalog\b")
#: Looking at more objects of a page than this tells nothing new about what kind of page it is.
_OBJECTS = 3_000
_ANNOTATIONS = 2_000
_FIELD = 20  # FPDF_ANNOT_WIDGET
_open: dict[str, Any] = {}


def open_(path: str, **_: Any) -> Answer:
    """Open a file; a print-restricted one opens with the empty password."""
    close()
    data = Path(path)
    ended = _ends_properly(data)
    try:
        _open["pdf"] = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == _PASSWORD_ERROR:
            return {"error": "encrypted"}
        if code != _FORMAT_ERROR or not _mend(data):
            return {"error": "damaged", "ended": ended}
        ended = False
    pdf = _open["pdf"]
    return {"pages": len(pdf), "about": pdf.get_metadata_dict(skip_empty=True), "ended": ended}


def close(**_: Any) -> Answer:
    """Let go of the file."""
    pdf = _open.pop("pdf", None)
    if pdf is not None:
        pdf.close()
    return {}


def page(number: int, longest: int, **_: Any) -> Answer:
    """The words of a page, and what else is on it."""
    leaf = _open["pdf"][number]
    try:
        text = leaf.get_textpage()
        if text.count_chars() > longest:
            return {"error": "long"}
        words = text.get_text_range().replace("\ufffe", "-\n").replace("\x02", "-\n")
        return {"text": words, **_drawn(leaf), "remarks": _remarks(leaf)}
    finally:
        leaf.close()


def render(number: int, to: str, dpi: int, pixels: int, **_: Any) -> Answer:
    """Draw a page in grey into a file of raw bytes; as fine as ``dpi``, but never more than ``pixels``."""
    leaf = _open["pdf"][number]
    try:
        width, height = leaf.get_size()
        area = max(width * height, 1.0)
        scale = min(dpi / 72, (pixels / area) ** 0.5)
        if min(width, height) * scale < 1:
            return {"error": "shape"}
        bitmap = leaf.render(scale=scale, grayscale=True, may_draw_forms=False)
        grey = bitmap.to_numpy()
        Path(to).write_bytes(grey.tobytes())
        return {"height": int(grey.shape[0]), "width": int(grey.shape[1])}
    finally:
        leaf.close()


def attachments(folder: str, most: int, size: int, **_: Any) -> Answer:
    """Write the files that are packed inside the PDF into a folder, under numbers."""
    pdf = _open["pdf"]
    count = pdf.count_attachments()
    if count > most:
        return {"error": "many", "count": count}
    found = []
    for i in range(count):
        attachment = pdf.get_attachment(i)
        data = bytes(attachment.get_data())
        size -= len(data)
        if size < 0:
            return {"error": "large"}
        target = Path(folder) / f"attachment-{i + 1:05d}"
        target.write_bytes(data)
        found.append({"path": str(target), "name": attachment.get_name()})
    return {"files": found}


def _ends_properly(path: Path) -> bool:
    """Whether the end mark of a PDF stands near the end of the file."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 2048))
        return b"%%EOF" in file.read()


def _mend(path: Path) -> bool:
    """Give a file that was cut short a new last line that says where its catalogue is, and open it again."""
    if path.stat().st_size > _REPAIRABLE:
        return False
    data = path.read_bytes()
    found = _CATALOG.search(data)
    if found is None:
        return False
    tail = b"\nendobj\ntrailer\n<</Root %s %s R>>\nstartxref\n0\n%%%%EOF\n" % (found[1], found[2])
    try:
        _open["pdf"] = pdfium.PdfDocument(data + tail)
    except pdfium.PdfiumError:
        return False
    return True


def _drawn(leaf: Any) -> Answer:
    """How much of a page pictures cover (0 to 1), how many things are drawn, whether its text is unseen."""
    width, height = leaf.get_size()
    covered, drawn, texts, unseen = 0.0, 0, 0, 0
    for thing in leaf.get_objects(max_depth=4):
        drawn += 1
        if drawn > _OBJECTS:
            break
        if thing.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = thing.get_bounds()
            covered += max(0.0, right - left) * max(0.0, top - bottom)
        elif thing.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            texts += 1
            unseen += _invisible(thing)
    share = covered / (width * height) if width * height > 0 else 0.0
    return {"picture": min(1.0, share), "drawn": drawn, "unseen": texts > 0 and unseen * 2 > texts}


def _invisible(thing: Any) -> bool:
    mode = pdfium_c.FPDFTextObj_GetTextRenderMode(thing.raw)
    return bool(mode == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE)


def _remarks(leaf: Any) -> list[Answer]:
    """What was filled into forms and noted on the page: not part of its text for pdfium."""
    found = []
    count = min(pdfium_c.FPDFPage_GetAnnotCount(leaf.raw), _ANNOTATIONS)
    for i in range(count):
        note = pdfium_c.FPDFPage_GetAnnot(leaf.raw, i)
        if not note:
            continue
        field = pdfium_c.FPDFAnnot_GetSubtype(note) == _FIELD
        words = _string(note, b"V" if field else b"Contents")
        if words.strip():
            by = _string(note, b"T")
            found.append({"what": "form field" if field else "comment", "text": words, "label": by})
        pdfium_c.FPDFPage_CloseAnnot(note)
    return found


def _string(note: Any, key: bytes) -> str:
    """A text value of an annotation; pdfium writes UTF-16 into a buffer that we size first."""
    size = pdfium_c.FPDFAnnot_GetStringValue(note, key, None, 0)
    if not 2 < size <= 1 << 20:
        return ""
    buffer = ctypes.create_string_buffer(size)
    into = ctypes.cast(buffer, ctypes.POINTER(pdfium_c.FPDF_WCHAR))
    pdfium_c.FPDFAnnot_GetStringValue(note, key, into, size)
    return buffer.raw[: size - 2].decode("utf-16-le", errors="ignore")


_QUESTIONS: dict[str, Callable[..., Answer]] = {
    "open": open_,
    "page": page,
    "render": render,
    "attachments": attachments,
    "close": close,
}


def answer(question: Answer) -> Answer:
    """Answer one question; what pdfium complains of becomes an answer too."""
    try:
        return _QUESTIONS[question.pop("do")](**question)
    except Exception as error:  # one bad page must not cost the others
        return {"error": "broken", "why": f"{type(error).__name__}: {error}"[:300]}


if __name__ == "__main__":
    serve(answer, memory=_MEMORY)
