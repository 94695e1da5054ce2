"""Text inside a drawing: escaped, measured by estimate, cut where it would not fit."""

import re
import unicodedata
from html import escape

from cuibono.reports.printable import one_line

_NARROW = frozenset("iIjlt.,:;'|!()[] fr-")
_WIDE = frozenset("mMwW@%—…")
_TAIL = "…"
_INITIAL = re.compile(r"\s+\S*$")


def safe(text: str) -> str:
    """Text ready to stand in SVG, as content or in an attribute."""
    return escape(one_line(text), quote=True)


def width(text: str, size: float) -> float:
    """About how wide a text is in a plain sans-serif face, in pixels; errs on the wide side."""
    return sum(_em(c) for c in text) * size


def fit(text: str, room: float, size: float) -> str:
    """The text, cut at a word where it is wider than the room, with an ellipsis in place of the rest."""
    line = one_line(text)
    if width(line, size) <= room:
        return line
    kept = ""
    used = width(_TAIL, size)
    for char in line:
        used += _em(char) * size
        if used > room:
            break
        kept += char
    shorter = _INITIAL.sub("", kept)
    return (shorter if len(shorter) > 0.7 * len(kept) else kept).rstrip() + _TAIL


def broken(text: str, room: float, size: float) -> tuple[str, ...]:
    """The text on one line, or on two broken at a word, the second cut if need be."""
    line = one_line(text)
    if width(line, size) <= room:
        return (line,)
    words = line.split(" ")
    taken = next((n for n in range(len(words), 0, -1) if width(" ".join(words[:n]), size) <= room), 0)
    if not taken:
        return (fit(line, room, size),)
    return (" ".join(words[:taken]), fit(" ".join(words[taken:]), room, size))


def _em(char: str) -> float:
    if char in _NARROW:
        return 0.38
    if char in _WIDE:
        return 0.95
    if unicodedata.east_asian_width(char) in "WF":
        return 1.02
    if unicodedata.combining(char):
        return 0.0
    return 0.7 if char.isupper() else 0.61
