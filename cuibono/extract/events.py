"""What the text dates: the date in EDTF, and the sentence that tells what happened."""

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Literal

from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.event_dates import Written, written_dates
from cuibono.extract.records import Event, Name, Span

_PARAGRAPH = re.compile(r"\n\s*\n")
_FURNITURE = re.compile(
    r"(?:©|\(c\)|copyright|all rights reserved|last updated|updated on|page)\W{0,4}$", re.IGNORECASE
)
_LABEL = 80
_CLOSE = 250  # characters
Precision = Literal["day", "month", "season", "year", "decade", "century", "interval", "open"]


def find(document: Document, analysis: Analysis, names: tuple[Name, ...]) -> tuple[Event, ...]:
    """The dated events in order.

    A day without a year gets the year that its paragraph names before it, as ``base``; otherwise the year stays
    open (``XXXX-10-07``) and the years that would fit, of publication or named nearby, are ``alternatives``.
    """
    view = analysis.text
    breaks = [0, *(m.end() for m in _PARAGRAPH.finditer(view))]
    mentions = sorted((span, name.id) for name in names for span in name.mentions)
    named = sorted(s for n in names if n.type != "Event" and not n.unnamed for s in n.mentions)
    found: list[Event] = []
    year: tuple[str, int] | None = None
    for date in written_dates(view):
        if _FURNITURE.search(view[max(0, date.span.start - 24) : date.span.start]):
            continue
        if _within_name(named, date.span):
            continue  # the August First School is no date
        near = year if year and _near(breaks, year[1], date) else None
        event = _event(document, analysis, date, near[0] if near else None, year[0] if year else None)
        if event:
            found.append(_told(event, mentions))
        if date.year:
            year = (date.year, date.span.start)
    return tuple(found)


def _within_name(named: list[Span], date: Span) -> bool:
    at = bisect_right(named, (date.start, date.end)) - 1
    return any(date.within(s) and s != date for s in named[max(0, at - 1) : at + 2])


def _near(breaks: list[int], at: int, date: Written) -> bool:
    """Whether a year named before stands for this date too: in its paragraph, and for a bare month close by."""
    whole = date.edtf.count("-") > 1
    close = whole or date.span.start - at <= _CLOSE
    return close and _paragraph(breaks, at) == _paragraph(breaks, date.span.start)


def _paragraph(breaks: list[int], at: int) -> int:
    return bisect_right(breaks, at)


def _event(document: Document, analysis: Analysis, date: Written, near: str | None, before: str | None) -> Event | None:
    edtf, base, others = _settled(date, near, before, document.published or "")
    if edtf is None:
        return None
    sentence = analysis.sentence_at(date.span.start)
    evidence = sentence.span if sentence and sentence.end >= date.span.end else date.span
    label = " ".join(evidence.of(document.text).split())
    return Event(
        edtf, date.span, date.span.of(document.text), evidence,
        label if len(label) <= _LABEL else label[: _LABEL - 1].rsplit(" ", 1)[0] + "…",
        precision=_precision(edtf), base=base, alternatives=others,
    )  # fmt: skip


def _settled(
    date: Written, near: str | None, before: str | None, published: str
) -> tuple[str | None, str | None, tuple[str, ...]]:
    """The date with what its wording leaves out, from where that came, and what it may also be."""
    issued = published[:4] if published[:4].isdigit() else None
    if date.recent and issued:
        year = _recent(date, int(issued), published)
        return date.edtf.replace("XXXX", str(year)), issued, (date.edtf,)
    if date.shift is not None:
        base = before if date.anchor == "before" else issued
        told = str(int(base) + date.shift) if base else None
        if told is None:
            return date.edtf or None, None, ()
        return (date.edtf.replace("XXXX", told) or told), base, ((date.edtf,) if date.edtf else ())
    if "XXXX" not in date.edtf or date.recent:
        return date.edtf, None, ()
    if near:
        return date.edtf.replace("XXXX", near), near, (date.edtf,)
    others = dict.fromkeys(y for y in (issued, before) if y)
    return date.edtf, None, tuple(date.edtf.replace("XXXX", y) for y in others)


_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}


def _recent(date: Written, issued: int, published: str) -> int:
    """The year of the last or the next such month before or after publication."""
    part = int(date.edtf[5:7])
    month = _STARTS.get(part, part)
    now = int(published[5:7]) if len(published) > 6 and published[5:7].isdigit() else 6
    if date.recent == "next":
        return issued if month > now else issued + 1
    return issued if month < now else issued - 1


def _told(event: Event, mentions: list[tuple[Span, str]]) -> Event:
    """The event with the names that stand in its sentence."""
    first = bisect_right(mentions, (Span(event.evidence.start, -1), ""))
    inside: dict[str, None] = {}
    for span, name in mentions[first:]:
        if span.start >= event.evidence.end:
            break
        inside[name] = None
    return replace(event, participants=tuple(inside))


def _precision(edtf: str) -> Precision:
    if edtf.endswith("/..") or edtf.startswith("../"):
        return "open"
    if "/" in edtf:
        return "interval"
    bare = edtf.rstrip("~?%")
    if bare.endswith("XX") and len(bare) == 4:
        return "century"
    if bare.endswith("X") and len(bare) == 4:
        return "decade"
    parts = bare.split("-")
    if len(parts) == 1:
        return "year"
    if len(parts) == 2:
        return "season" if int(parts[1]) > 12 else "month"
    return "day"
