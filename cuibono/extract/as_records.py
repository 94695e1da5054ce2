"""What an extractor found becomes records with lasting ids, in the form in which a case keeps them.

The id of a name is minted once, from the source, the type and the place of its first mention; a later reading that
finds the same type at an overlapping place gives it the same id. All other ids follow from what a record says and
where, so that two readings that find the same thing call it the same.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cuibono.extract.ids import mint
from cuibono.extract.mapped_names import with_entity
from cuibono.extract.records import Claim, Found, Mention, Name, Span
from cuibono.model.record import Record, RecordKind

#: A claim whose attribution is surer than this counts as read; below, as proposed.
CLAIM_READ = 0.9

Draft = tuple[RecordKind, Span, str, dict[str, Any], tuple[Any, ...]]


def as_records(found: Found, source: str, text: str, earlier: Sequence[Record] = ()) -> list[Record]:
    """The records of one reading of one source; ``earlier`` are the names that earlier readings of it found."""
    ids = _name_ids(found.names, source, earlier)
    names = [_name(n, ids[n.id], source, text) for n in found.names]
    made: dict[str, Record] = {r.id: r for r in names}
    for kind, span, quote, data, key in _drafts(found, text, ids):
        record_id = _free(mint(source, kind, *span, *key), made)
        made[record_id] = Record(record_id, kind, span.start, span.end, quote, _lean(data), source)
    return list(made.values())


def _free(wanted: str, taken: Mapping[str, object]) -> str:
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _name_ids(names: Sequence[Name], source: str, earlier: Sequence[Record]) -> dict[str, str]:
    """The lasting id of each name: one that an earlier reading gave to the same type at the same place, else new."""
    known = sorted((r for r in earlier if r.kind == "name"), key=lambda r: (r.start, r.end))
    by_place: dict[int, list[Record]] = {}
    for record in known:
        for block in _blocks(record.start, record.end):
            by_place.setdefault(block, []).append(record)
    given: dict[str, str] = {}
    used: set[str] = set()
    for name in names:
        first = _first(name)
        near = {r.id: r for b in _blocks(*first) for r in by_place.get(b, ())}.values()
        fits = [r for r in near if r.id not in used and r.data.get("type") == name.type and _shared(first, r)]
        best = max(fits, key=lambda r: (_shared(first, r), r.id), default=None)
        given[name.id] = best.id if best else ""
        used.add(given[name.id])
    for name in names:
        if not given[name.id]:
            given[name.id] = _free(mint(source, "name", name.type, *_first(name)), dict.fromkeys(used))
            used.add(given[name.id])
    return given


def _first(name: Name) -> Span:
    return min(name.mentions, default=Span(0, 0))


def _blocks(start: int, end: int) -> range:
    return range(start // 64, max(start, end - 1) // 64 + 1)


def _shared(span: Span, record: Record) -> int:
    return span.overlap(Span(record.start, record.end))


def _name(name: Name, record_id: str, source: str, text: str) -> Record:
    first = _first(name)
    data = {
        "name": _on_one_line(name.name),
        "type": name.type,
        "naming": name.naming,
        "aliases": list(dict.fromkeys(map(_on_one_line, name.aliases))),
        "variants": list(name.variants),
        "standing": "read",
    }
    return with_entity(Record(record_id, "name", first.start, first.end, first.of(text), _lean(data), source))


def _on_one_line(name: str) -> str:
    """A name without the line break of the text in the middle of it."""
    return " ".join(name.split())


def _drafts(found: Found, text: str, ids: Mapping[str, str]) -> Iterator[Draft]:
    yield from _mentions(found, text, ids)
    for r in found.references:
        data: dict[str, Any] = {"name": ids.get(r.name), "confidence": r.confidence, "standing": "read"}
        yield "reference", r.span, r.quote, data, ()
    for t in found.turns:
        data = {
            "speaker": _of(ids, t.speaker),
            "voice": t.voice,
            "section": t.section,
            "label": list(t.label) if t.label else None,
            "confidence": t.confidence,
            "needs_person": t.needs_person,
            "standing": "proposed" if t.needs_person else "read",
        }
        yield "turn", t.span, t.span.of(text), data, ()
    yield from (draft for c in found.claims for draft in _claims(c, text, ids))
    yield from _ties(found, ids)
    yield from _events(found, ids)
    for a in found.amounts:
        data = {
            "value": a.value,
            "value_max": a.value_max,
            "unit": a.unit,
            "qualifier": a.qualifier,
            "what": a.what,
            "about": _of(ids, a.about),
            "standing": "read",
        }
        yield "amount", a.span, a.quote, data, (a.unit,)


def _mentions(found: Found, text: str, ids: Mapping[str, str]) -> Iterator[Draft]:
    """Every place of every name, and the mentions that belong to none."""
    seen = {m.span: m for m in found.mentions}
    named: set[Span] = set()
    for name in found.names:
        for span in name.mentions:
            named.add(span)
            mark = seen.get(span) or Mention(span, span.of(text), name.type, "pattern")
            yield _mention(mark, ids[name.id])
    yield from (_mention(m, None) for m in found.mentions if m.span not in named)


def _mention(mark: Mention, name: str | None) -> Draft:
    data = {"name": name, "type": mark.type, "by": mark.by, "confidence": mark.score, "standing": "read"}
    return "mention", mark.span, mark.quote, data, (mark.type,)


def _claims(claim: Claim, text: str, ids: Mapping[str, str]) -> Iterator[Draft]:
    """A claim, or what it says one by one: each part as a claim with the same speaker."""
    if not claim.parts:
        yield _claim(claim, ids)
    for part in claim.parts:
        one = replace(
            claim, span=part.span, quote=part.span.of(text), kind=part.kind, subject=part.subject, object=part.object,
            about=part.about, amount=part.amount, time=part.time, place=part.place, foretold=part.foretold,
        )  # fmt: skip
        kind, span, quote, data, key = _claim(one, ids)
        more = {"words": part.words if part.words != quote else "", "core": part.core}
        yield kind, span, quote, data | {name: told for name, told in more.items() if told}, key


def _claim(claim: Claim, ids: Mapping[str, str]) -> Draft:
    sure = claim.confidence >= CLAIM_READ and not claim.needs_person
    data = {
        "speaker": _of(ids, claim.speaker),
        "speaker_kind": claim.speaker_kind,
        "mode": claim.mode,
        "cue": list(claim.cue) if claim.cue else None,
        "via": [ids.get(v, v) for v in claim.via],
        "status": claim.status,
        "polarity": claim.polarity,
        "confidence": claim.confidence,
        "needs_person": claim.needs_person,
        "standing": "read" if sure else "proposed",
        **_sense(claim, ids),
    }
    return "claim", claim.span, claim.quote, data, ()


def _sense(claim: Claim, ids: Mapping[str, str]) -> dict[str, Any]:
    """What a claim says, as far as that was told."""
    amount = claim.amount
    return {
        "kind": claim.kind,
        "subject": _of(ids, claim.subject),
        "object": _of(ids, claim.object),
        "about": claim.about,
        "value": amount.value if amount else None,
        "value_max": amount.value_max if amount else None,
        "unit": amount.unit if amount else None,
        "qualifier": amount.qualifier if amount else None,
        "time": claim.time,
        "place": _of(ids, claim.place),
        "foretold": claim.foretold,
    }


def _ties(found: Found, ids: Mapping[str, str]) -> Iterator[Draft]:
    for t in found.ties:
        data = {
            "type": t.type,
            "subject": ids[t.subject],
            "object": ids[t.object],
            "role": t.role,
            "date": t.date,
            "share": list(t.share) if t.share else None,
            "status": t.status,
            "polarity": t.polarity,
            "asserted_by": _of(ids, t.asserted_by),
            "rule": t.rule,
            "confidence": t.confidence,
            "standing": t.standing,
            "features": {k: v for k, v in t.features if v},
        }
        yield "tie", t.evidence, t.quote, data, (t.type, ids[t.subject], ids[t.object], t.role, t.date)


def _events(found: Found, ids: Mapping[str, str]) -> Iterator[Draft]:
    for e in found.events:
        data = {
            "date": e.date,
            "precision": e.precision,
            "label": e.label,
            "evidence": list(e.evidence),
            "participants": [ids[p] for p in e.participants if p in ids],
            "base": e.base,
            "alternatives": list(e.alternatives),
            "standing": "read",
        }
        yield "event", e.date_span, e.date_quote, data, ()


def _of(ids: Mapping[str, str], local: str | None) -> str | None:
    return ids.get(local) if local is not None else None


def _lean(data: Mapping[str, Any]) -> dict[str, Any]:
    """Without what says nothing."""
    return {k: v for k, v in data.items() if v is not None and v is not False and v not in ("", [], {})}


def placed(records: Iterable[Record], starts: Sequence[int]) -> list[Record]:
    """The records, each with the number of the passage in which it starts; ``starts`` are those of the passages."""
    return [replace(r, seq=max(1, bisect_right(starts, r.start))) for r in records]
