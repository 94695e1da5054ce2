"""Material that is played inside a turn: between marks such as "(clip starts)" and "(clip ends)", or behind one."""

import re
from collections.abc import Iterator

from cuibono.extract.records import Span

_KIND = r"(?:clip|video|sound ?bite|footage|audio|trailer|montage|recording|sot|newscast|tape)s?"
_OF = r"(?:news|video|audio|archive|archival|film|tv|file|movie)"
_VERB = r"(?:(?:start|begin|begins|play|plays|playing|end|ends|back|of|to|the|a|short) ){0,3}"
_MARK = re.compile(rf"[\[(]{_VERB}(?:{_OF} )?{_KIND}\b[^\])\n]{{0,60}}[\])]:?", re.IGNORECASE)
_ENDING = re.compile(r"\b(?:ends?|ended|over|stops?|back to)\b", re.IGNORECASE)
_SPOKEN = re.compile(r"\s*[\"“«]")


def clips(view: str, span: Span) -> Iterator[tuple[Span, Span]]:
    """The clips in a stretch of text: each with its marks, and what is said in it.

    With an end mark a clip reaches to it; without one it is the rest of the line, or the quoted paragraph below.
    """
    marks = list(_MARK.finditer(view, span.start, span.end))
    at = 0
    while at < len(marks):
        mark = marks[at]
        at += 1
        if _ENDING.search(mark[0]):
            continue
        end, after = _end(view, mark, marks[at] if at < len(marks) else None, span)
        said = _bare(view, Span(mark.end(), end))
        if said.end > said.start:
            yield Span(mark.start(), after), said


def _end(view: str, mark: re.Match[str], following: re.Match[str] | None, span: Span) -> tuple[int, int]:
    """Where a clip ends, and where the turn goes on."""
    if following is not None and _ENDING.search(following[0]):
        return following.start(), following.end()
    limit = following.start() if following is not None else span.end
    line = view.find("\n", mark.end(), limit)
    line = limit if line < 0 else line
    if view[mark.end() : line].strip():
        return line, line
    rest = _SPOKEN.match(view, line, limit)
    if rest is None:
        return mark.end(), mark.end()
    stop = view.find("\n\n", rest.end(), limit)
    stop = limit if stop < 0 else stop
    return stop, stop


def _bare(view: str, span: Span) -> Span:
    text = span.of(view)
    left = len(text) - len(text.lstrip())
    return Span(span.start + left, max(span.start + left, span.start + len(text.rstrip())))
