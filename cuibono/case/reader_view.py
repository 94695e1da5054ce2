"""A text as it is read on a page: a window of its passages, each cut where the records in it begin and end."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from cuibono.errors import UnknownName
from cuibono.model.passage import Passage
from cuibono.model.record import Record
from cuibono.model.source import Source
from cuibono.store import catalog, corrections, readings
from cuibono.store.corrections import Correction
from cuibono.store.layout import Layout
from cuibono.store.session import Session, open_session

#: Kinds that a reader switches on and off, in the order in which they are offered.
SHOWN = ("mention", "claim", "tie", "event", "amount")
#: About as many characters stand on one page; a passage is never cut.
WINDOW = 16_000
#: A line is full from this part of the longest one on, and never when it is shorter than so many characters.
_FULL, _SHORTEST = 0.72, 40
#: Which record a click means where several cover the same words: the one that says the least, by kind.
_NEAREST = {"amount": 0, "event": 1, "mention": 2, "reference": 2, "claim": 3, "tie": 4}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that the same records cover, the nearest first; ``begin`` are those that begin here."""

    text: str
    records: tuple[Record, ...] = ()
    begin: tuple[str, ...] = ()

    @property
    def first(self) -> bool:
        """Whether the nearest record begins here."""
        return bool(self.records) and self.records[0].id in self.begin

    @property
    def nearest(self) -> Record | None:
        """The record that a click means."""
        return self.records[0] if self.records else None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage with its pieces, what its margin says of it (claims and ties that begin here), and who speaks in it."""

    passage: Passage
    pieces: tuple[Piece, ...]
    margin: tuple[Record, ...] = ()
    turn: Record | None = None


@dataclass(frozen=True, slots=True)
class TextPage:
    """A window of a text: paragraphs, the records in them, and the names of the source by their ids."""

    source: Source
    paragraphs: tuple[Paragraph, ...]
    names: Mapping[str, Record]
    counts: Mapping[str, int]
    number: int
    pages: int
    starts: tuple[int, ...] = ()
    read: bool = False

    def name(self, record: str | None) -> str:
        """The words of a name by the id of its record; empty where it is not known."""
        found = self.names.get(record or "")
        return str(found.data.get("name", found.quote)) if found else ""


@dataclass(frozen=True, slots=True)
class RecordView:
    """One record with what a person needs to decide about it."""

    source: Source
    record: Record
    names: Mapping[str, Record]
    here: tuple[Record, ...] = ()
    mentions: tuple[Record, ...] = ()
    corrections: tuple[Correction, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)

    def name(self, record: str | None) -> str:
        """The words of a name by the id of its record; empty where it is not known."""
        found = self.names.get(record or "")
        return str(found.data.get("name", found.quote)) if found else ""


def text_page(layout: Layout, source: str, *, at: int | None = None, number: int = 1) -> TextPage | None:
    """The window of a source that holds passage ``at``, or the window of that number; None where it has no text."""
    with open_session(layout) as session:
        found = catalog.find_source(session.engine, source)
        every = _passages(session, found)
        if not every:
            return None
        starts = _windows([(p.seq, len(p.text)) for p in every])
        if at is not None:
            number = max((n for n, first in enumerate(starts, 1) if first <= at), default=1)
        number = min(max(number, 1), len(starts))
        last = starts[number] - 1 if number < len(starts) else every[-1].seq
        passages = [p for p in every if starts[number - 1] <= p.seq <= last]
        low, high = passages[0].start or 0, max(p.end or 0 for p in passages)
        reading = _reading(session, found.id, "records")
        held = _records(session, found.id, reading) if reading else []
    names = {r.id: r for r in held if r.kind == "name"}
    records = [r for r in held if r.start < high and r.end > low]
    shown = [r for r in records if r.kind in _NEAREST]
    turns = [r for r in records if r.kind == "turn"]
    paragraphs = tuple(_paragraph(p, shown, turns) for p in passages)
    kinds: list[str] = ["mention" if r.kind == "reference" else r.kind for r in shown]
    counts = {kind: kinds.count(kind) for kind in SHOWN}
    return TextPage(found, paragraphs, names, counts, number, len(starts), starts, bool(reading))


def record_view(layout: Layout, source: str, record: str) -> RecordView:
    """One record of a source as it stands, with the others at its place; raises UnknownName when it is not there."""
    with open_session(layout) as session:
        found = catalog.find_source(session.engine, source)
        reading = _reading(session, found.id, "records")
        held = _records(session, found.id, reading) if reading else []
        made = corrections.standing(session.engine, found.id)
    one = next((r for r in held if r.id == record), None)
    if one is None:
        raise UnknownName(
            "That record is not there any more: it was dismissed, or the text was read anew.",
            try_="reload the page; the line at its top takes a decision back",
        )
    names = {r.id: r for r in held if r.kind == "name"}
    near = [r for r in held if r.start < one.end and r.end > one.start]
    called = one.id if one.kind == "name" else str(one.data.get("name", ""))
    named = one.kind in ("name", "mention", "reference")
    mentions = [r for r in held if named and r.kind in ("mention", "reference") and r.data.get("name") == called]
    made = [c for c in made if c.target == one.id or c.seq == one.judgement]
    here = tuple(r for r in _order(near) if r.id != one.id and r.kind in _NEAREST and _tells(r, one))
    return RecordView(found, one, names, here, tuple(mentions), tuple(made))


def _tells(other: Record, one: Record) -> bool:
    """Whether another record at the same place is of use beside it: what holds it, or stands wholly within it."""
    return other.overlap(one) == min(other.end - other.start, one.end - one.start)


def _windows(sizes: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """The first passage of each window, so that each holds about as much."""
    starts, held = [int(sizes[0][0])], 0
    for seq, size in sizes:
        if held and held + size > WINDOW:
            starts.append(int(seq))
            held = 0
        held += size
    return tuple(starts)


def _reading(session: Session, source: str, kind: str) -> str | None:
    """The reading of a source that lenses see: of its text, or of the records in it."""
    sql = "SELECT id FROM ev.reading WHERE source = ? AND kind = ? AND active AND gen_out IS NULL"
    found = session.engine.value(sql, [source, kind])
    return None if found is None else str(found)


def _passages(session: Session, source: Source) -> list[Passage]:
    """All passages of a text. Asked of the table itself: one source out of many thousands is found at once."""
    rows = session.engine.tuples(
        "SELECT seq, place, text, start_char, end_char, data FROM ev.passage "
        "WHERE source = ? AND reading = ? ORDER BY seq",
        [source.id, _reading(session, source.id, "text")],
    )
    return [
        Passage(source, seq, place, text, start, end, json.loads(data) if data else {})
        for seq, place, text, start, end, data in rows
    ]


def _records(session: Session, source: str, reading: str) -> list[Record]:
    """All records of a reading as they stand, in the order of the text."""
    rows = session.engine.rows(
        "SELECT c.* FROM ev.record AS c WHERE c.source = ? AND c.reading = ? AND c.gen_out IS NULL "
        "ORDER BY c.start_char, c.end_char DESC, c.kind, c.id",
        [source, reading],
    )
    return [readings.record_of(r) for r in rows]


def _paragraph(passage: Passage, records: Sequence[Record], turns: Sequence[Record]) -> Paragraph:
    start, end = passage.start or 0, passage.end or 0
    mine = [r for r in records if r.start < end and r.end > start and r.end > r.start]
    margin = [r for r in mine if r.kind in ("claim", "tie") and start <= r.start < end]
    turn = next((t for t in reversed(turns) if t.start <= start < t.end or start <= t.start < end), None)
    return Paragraph(passage, tuple(pieces(flowing(passage.text), start, mine)), tuple(margin), turn)


def flowing(text: str) -> str:
    """A text whose lines end only where its writer means it: where a line was merely full, a space stands.

    No character comes or goes, so that every place stays what it was.
    """
    lines = text.split("\n")
    full = _FULL * max(map(len, lines))
    ends = [
        " " if len(line) >= max(full, _SHORTEST) and following.strip() else "\n" for line, following in pairwise(lines)
    ]
    return "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))


def pieces(text: str, offset: int, records: Sequence[Record]) -> Iterator[Piece]:
    """A text cut wherever a record begins or ends; ``offset`` is where the text begins among the places of records."""
    end = offset + len(text)
    cuts = sorted({offset, end, *(p for r in records for p in (r.start, r.end) if offset < p < end)})
    begun: set[str] = set()
    for low, high in pairwise(cuts):
        over = _order([r for r in records if r.start < high and r.end > low])
        fresh = tuple(r.id for r in over if r.id not in begun)
        yield Piece(text[low - offset : high - offset], tuple(over), fresh)
        begun.update(fresh)


def _order(records: Sequence[Record]) -> list[Record]:
    """The shortest first, and among equals the kind that says the least."""
    return sorted(records, key=lambda r: (r.end - r.start, _NEAREST.get(r.kind, 9), r.id))
