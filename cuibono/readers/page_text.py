"""The text of a page: made clean, judged, and cut into parts short enough to cite; and dates beside it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

from cuibono.readers.contract import Piece

#: A page longer than this is cut into parts, so that a citation stays short enough to check.
LONGEST = 4_000
_ENDS = re.compile(r"\n{2,}|(?<=[.!?])[\"'”’)\]]*\s+|(?<=[。！？；])[”’」』）]*\s*")
_WHEN = re.compile(r"^(?:D:)?((?:19|20)\d\d)(\d\d)?(\d\d)?")


def garbage(text: str) -> float:
    """The share (0 to 1) of characters that mean nothing: fonts whose letters have no names give these."""
    marks = [c for c in text if not c.isspace()]
    bad = sum(c == "\ufffd" or unicodedata.category(c) in {"Co", "Cn", "Cc", "Cs"} for c in marks)
    return bad / len(marks) if marks else 0.0


def clean(text: str) -> str:
    """Text with plain line ends and without characters that nobody can see or store."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    kept = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})
    return "\n".join(line.rstrip() for line in kept.split("\n")).strip()


def in_parts(text: str, place: str, data: Mapping[str, object]) -> Iterator[Piece]:
    """One piece, or several numbered parts where the text is long: cut at paragraphs or sentences."""
    parts = list(cut(text, LONGEST))
    for number, part in enumerate(parts, start=1):
        yield Piece(part, f"{place}, part {number}" if len(parts) > 1 else place, data)


def cut(text: str, longest: int) -> Iterator[str]:
    """Cut a text into parts of at most ``longest`` characters: at a paragraph, else a sentence, else a space."""
    while len(text) > longest:
        window = text[: longest + 1]
        at = max((m.end() for m in _ENDS.finditer(window) if m.end() <= longest), default=0)
        if at < longest // 4:
            at = max(window.rfind("\n"), window.rfind(" "), 0) or longest
        if part := text[:at].strip():
            yield part
        text = text[at:].lstrip()
    if text:
        yield text


def edtf_of(stamp: str) -> str | None:
    """The day in a PDF date such as D:20240312101500+08'00', as EDTF; None where it is no date.

    Years before 1993 are not believed: there was no PDF.
    """
    found = _WHEN.match(stamp.strip())
    if found is None or int(found[1]) < 1993:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if not 1 <= month <= 12:
        return f"{year}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return f"{year}-{month:02d}"


def one_line(text: str) -> str | None:
    """A title or a name: on one line, not too long, None when nothing is left."""
    return " ".join(clean(text).split())[:500] or None
