"""Every place of a text at which an entity stands, with the words around it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cuibono.case.entity_ties import listed
from cuibono.model.source import Source
from cuibono.store.layout import Layout
from cuibono.store.session import Session, open_session

#: So many sources of one entity are looked into, and so many characters stand around a mention.
SOURCES, AROUND = 500, 140


@dataclass(frozen=True, slots=True)
class Place:
    """A mention in its context: what stands before, the words, what comes after; ``stands_for`` marks a pronoun."""

    source: Source
    seq: int
    place: str
    record: str
    before: str
    words: str
    after: str
    stands_for: bool = False


@dataclass(frozen=True, slots=True)
class Mentions:
    """A page of the places, how many there are, and in how many sources."""

    places: tuple[Place, ...]
    total: int
    sources: int


def mentions(layout: Layout, ids: Sequence[str], sources: Sequence[str], *, first: int = 20, skip: int = 0) -> Mentions:
    """The places at which these entities stand in texts, source by source; ``sources`` are those that name them."""
    with open_session(layout) as session:
        names = _names(session, ids, sources[:SOURCES])
        if not names:
            return Mentions((), 0, 0)
        pairs = ", ".join(f"({listed([s])}, {listed([n])})" for s, n in names)
        where = (
            f"c.source IN ({listed(sorted({s for s, _ in names}))}) AND c.kind IN ('mention', 'reference') "
            f"AND (c.source, json_extract_string(c.data, '$.name')) IN ({pairs})"
        )
        counted = session.engine.tuples(f"SELECT count(*), count(DISTINCT c.source) FROM record AS c WHERE {where}")
        rows = session.engine.tuples(
            "SELECT c.source, c.seq, c.id, c.start_char, c.end_char, c.quote, c.kind FROM record AS c "
            f"JOIN source AS s ON s.id = c.source WHERE {where} "
            "ORDER BY s.published DESC NULLS LAST, s.name, c.source, c.start_char "
            f"LIMIT {int(first)} OFFSET {int(skip)}"
        )
        keys = list(dict.fromkeys((s, n) for s, n, *_ in rows))
        passages = {(p.source.id, p.seq): p for p in session.passages(keys)}
    found = []
    for source, seq, record, start, end, quote, kind in rows:
        passage = passages.get((source, seq))
        if passage is None or passage.start is None:
            continue
        at, to = start - passage.start, end - passage.start
        before, after = passage.text[max(0, at - AROUND) : at], passage.text[to : to + AROUND]
        before = ("…" if at > AROUND else "") + before
        after = after + ("…" if to + AROUND < len(passage.text) else "")
        found.append(Place(passage.source, seq, passage.place, record, before, quote, after, kind == "reference"))
    return Mentions(tuple(found), int(counted[0][0]), int(counted[0][1]))


@dataclass(frozen=True, slots=True)
class Said:
    """A claim that an entity makes, or that is made about it."""

    source: Source
    seq: int
    record: str
    words: str
    speaker: str
    own: bool
    status: str
    polarity: str
    standing: str


def claims_of(layout: Layout, ids: Sequence[str], sources: Sequence[str], *, first: int = 20) -> tuple[list[Said], int]:
    """The claims of texts that an entity makes or that are about it, and how many there are."""
    with open_session(layout) as session:
        names = set(_names(session, ids, sources[:SOURCES]))
        if not names:
            return [], 0
        where = f"c.source IN ({listed(sorted({s for s, _ in names}))})"
        rows = session.engine.tuples(
            f"SELECT c.source, c.seq, c.id, c.quote, c.data FROM record AS c WHERE {where} AND c.kind = 'claim' "
            "ORDER BY c.source, c.start_char"
        )
        found = [(row, data) for row in rows if (data := _touching(names, row))]
        shown = found[:first]
        held = {s.id: s for s in session.sources(sorted({r[0] for r, _ in shown}))}
        speakers = _speakers(session, [(r[0], str(d.get("speaker"))) for r, d in shown])
    made = [
        Said(
            source=held[source],
            seq=seq,
            record=record,
            words=" ".join(str(data.get("words") or quote).split()),
            speaker=speakers.get((source, str(data.get("speaker")))) or _voice(held[source]),
            own=(source, str(data.get("speaker"))) in names,
            status=str(data.get("status") or "stated"),
            polarity=str(data.get("polarity") or "+"),
            standing=str(data.get("standing") or "read"),
        )
        for (source, seq, record, quote, _), data in shown
    ]
    return made, len(found)


def _voice(source: Source) -> str:
    """Who speaks where nobody is quoted."""
    return source.outlet or source.author or "the text itself"


def _touching(names: set[tuple[str, str]], row: tuple[Any, ...]) -> dict[str, Any] | None:
    """What a claim says, when one of the names makes it or is its subject or object."""
    data: dict[str, Any] = json.loads(row[4])
    ends = (data.get("speaker"), data.get("subject"), data.get("object"))
    return data if any((row[0], str(e)) in names for e in ends if e) else None


def _speakers(session: Session, keys: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
    wanted = listed(sorted({i for _, i in keys}))
    rows = session.engine.tuples(
        "SELECT source, id, json_extract_string(data, '$.name') FROM record "
        f"WHERE kind = 'name' AND source IN ({listed(sorted({s for s, _ in keys}))}) AND id IN ({wanted})"
    )
    return {(s, i): str(n) for s, i, n in rows}


def _names(session: Session, ids: Sequence[str], sources: Sequence[str]) -> list[tuple[str, str]]:
    """The names of texts that became these entities, as source and id of the record."""
    if not sources:
        return []
    rows = session.engine.tuples(
        f"SELECT c.source, c.id, c.data FROM record AS c WHERE c.source IN ({listed(sources)}) AND c.kind = 'name'"
    )
    mine = set(ids)
    return sorted((s, i) for s, i, data in rows if json.loads(data).get("entity") in mine)
