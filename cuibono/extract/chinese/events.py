"""What Chinese text dates: the date in EDTF, and the sentence that tells what happened."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from cuibono.extract.chinese.dates import Written, written_dates
from cuibono.extract.document import Document
from cuibono.extract.records import Event, Name, Span

_LABEL = 60
Precision = Literal["day", "month", "season", "year", "decade", "century", "interval", "open"]


def find(document: Document, view: str, told: Sequence[Span], names: Sequence[Name]) -> tuple[Event, ...]:
    """The dated events in order; ``told`` are the spans of the sentences."""
    starts = [s.start for s in told]
    mentions = sorted((span, name.id) for name in names for span in name.mentions)
    return tuple(_event(document, date, told, starts, mentions) for date in written_dates(view, document.published))


def _event(
    document: Document, date: Written, told: Sequence[Span], starts: list[int], mentions: list[tuple[Span, str]]
) -> Event:
    at = bisect_right(starts, date.span.start) - 1
    evidence = told[at] if at >= 0 and date.span.within(told[at]) else date.span
    label = " ".join(evidence.of(document.text).split())
    return Event(
        date.edtf, date.span, date.span.of(document.text), evidence,
        label if len(label) <= _LABEL else label[: _LABEL - 1] + "…",
        participants=_inside(evidence, mentions), precision=_precision(date), base=date.base,
        alternatives=date.alternatives,
    )  # fmt: skip


def _inside(evidence: Span, mentions: list[tuple[Span, str]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for span, name in mentions[bisect_right(mentions, (Span(evidence.start, -1), "")) :]:
        if span.start >= evidence.end:
            break
        found[name] = None
    return tuple(found)


def _precision(date: Written) -> Precision:
    if date.edtf.endswith("/..") or date.edtf.startswith("../"):
        return "open"
    if "/" in date.edtf:
        return "interval"
    parts = date.edtf.split("-")
    if len(parts) == 1:
        return (
            "century"
            if date.edtf.endswith("XX") and date.edtf != "XXXX"
            else "decade"
            if date.edtf[-1] == "X" and date.edtf != "XXXX"
            else "year"
        )
    if len(parts) == 2:
        return "season" if parts[1].isdigit() and int(parts[1]) > 12 else "month"
    return "day"
