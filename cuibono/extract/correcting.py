"""Corrections are put to the records of a text, in the order in which people made them.

The records of the extractor stay as they are; what comes out is the text as read and corrected. A correction that
finds no record to fall on is returned with the reason, so that a person can look at it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cuibono.extract.ids import mint
from cuibono.extract.mapped_names import with_entity
from cuibono.extract.placing import Records, place, says_the_same
from cuibono.extract.renaming import renamed, without
from cuibono.model.record import Record
from cuibono.store.corrections import Correction


@dataclass(slots=True)
class Corrected:
    """The records after all corrections, and the corrections that found no place, each with the reason."""

    records: list[Record] = field(default_factory=list)
    unplaced: list[tuple[int, str]] = field(default_factory=list)


class _Lost(Exception):
    """A correction has nothing to fall on."""


def correct(records: Iterable[Record], corrections: Sequence[Correction], text: str) -> Corrected:
    """Put every correction to the records; the order of records is kept."""
    now: Records = {r.id: r for r in records}
    outcome = Corrected()
    for correction in corrections:
        try:
            _DOES[str(correction.does["does"])](now, correction, text)
        except _Lost as lost:
            outcome.unplaced.append((correction.seq, str(lost)))
    outcome.records = list(now.values())
    return outcome


def _target(now: Records, correction: Correction) -> Record:
    """The record that was decided about, if it still says what it said then."""
    record = _found(now, correction.target, correction.anchor)
    if not says_the_same(record, correction.anchor, but=correction.does.get("set", {})):
        raise _Lost(f"the {record.kind} '{record.quote[:80]}' is taken otherwise now")
    return record


def _found(now: Records, target: str, anchor: Mapping[str, Any]) -> Record:
    record = place(now, target, anchor)
    if record is None:
        raise _Lost(f"no {anchor['kind']} like '{str(anchor['quote'])[:80]}' was found again")
    return record


def _referred(now: Records, correction: Correction, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values with the names they refer to placed again."""
    refs: Mapping[str, Any] = correction.does.get("refs", {})
    ids = {old: _found(now, old, anchor).id for old, anchor in refs.items()}

    def one(value: Any) -> Any:
        return ids.get(value, value) if isinstance(value, str) else value

    return {k: [one(v) for v in value] if isinstance(value, list) else one(value) for k, value in values.items()}


def _decided(record: Record, correction: Correction, changes: Mapping[str, Any]) -> Record:
    """A record as a person wants it: they stand behind it now."""
    data = {**record.data, **changes, "standing": "confirmed"}
    data.pop("needs_person", None)
    made = replace(record, data={k: v for k, v in data.items() if v is not None}, judgement=correction.seq)
    return with_entity(made) if made.kind == "name" else made


def _edit(now: Records, correction: Correction, text: str) -> None:
    record = _target(now, correction)
    changes = _referred(now, correction, correction.does.get("set", {}))
    now[record.id] = _decided(record, correction, changes)


def _confirm(now: Records, correction: Correction, text: str) -> None:
    record = _target(now, correction)
    now[record.id] = _decided(record, correction, {})


def _dismiss(now: Records, correction: Correction, text: str) -> None:
    record = _target(now, correction)
    del now[record.id]
    if record.kind == "name":
        without(now, record.id, correction.seq)


def _merge(now: Records, correction: Correction, text: str) -> None:
    kept = _target(now, correction)
    other = str(correction.does["other"])
    gone = _found(now, other, correction.does["refs"][other])
    if gone.id == kept.id:
        return  # the text was read anew, and they are one already
    del now[gone.id]
    renamed(now, gone.id, kept.id, correction.seq, lambda _: True)
    said = [*kept.data.get("aliases", ()), gone.data["name"], *gone.data.get("aliases", ())]
    now[kept.id] = _decided(kept, correction, {"aliases": list(dict.fromkeys(said))})


def _split(now: Records, correction: Correction, text: str) -> None:
    """Some mentions of a name are somebody else's; what is said beside those mentions goes with them."""
    name = _target(now, correction)
    moved = {_found(now, str(m["id"]), m["anchor"]).id for m in correction.does["mentions"]}
    mentions = [r for r in now.values() if r.kind == "mention" and r.data.get("name") == name.id]
    gone = [m for m in mentions if m.id in moved]
    stay = [m for m in mentions if m.id not in moved]
    if not gone or not stay:
        raise _Lost(f"the mentions of '{name.data['name']}' are not those that were parted")
    first = min(gone, key=lambda m: m.start)
    said = str(correction.does.get("name") or first.quote)
    new_id = mint(name.source, "split", first.start, first.end, name.data["type"])
    data = {"name": said, "type": name.data["type"], "naming": name.data["naming"], "aliases": _forms(gone)}
    new = replace(name, id=new_id, start=first.start, end=first.end, quote=first.quote, seq=first.seq, data=data)
    now[new_id] = _decided(new, correction, {})
    left = min(stay, key=lambda m: m.start)
    kept = replace(name, start=left.start, end=left.end, quote=left.quote, seq=left.seq)
    now[name.id] = _decided(kept, correction, {"aliases": _forms(stay)})
    renamed(now, name.id, new_id, correction.seq, _beside(gone, stay))


def _forms(mentions: Sequence[Record]) -> list[str]:
    return list(dict.fromkeys(m.quote for m in mentions))


def _beside(gone: Sequence[Record], stay: Sequence[Record]) -> Callable[[Record], bool]:
    """Whether a record goes with the mentions that go: it is one, or one of them is the nearest to it."""
    ids = {m.id for m in gone}

    def away(mention: Record, record: Record) -> int:
        return max(0, mention.start - record.end, record.start - mention.end)

    def goes(record: Record) -> bool:
        if record.kind == "mention":
            return record.id in ids
        return min(away(m, record) for m in gone) < min(away(m, record) for m in stay)

    return goes


def _add(now: Records, correction: Correction, text: str) -> None:
    anchor = correction.anchor
    start, end = int(anchor["start"]), int(anchor["end"])
    if text[start:end] != anchor["quote"]:
        raise _Lost(f"'{str(anchor['quote'])[:80]}' stands no longer where it stood")
    data = _referred(now, correction, correction.does["data"])
    seq = int(correction.does.get("passage", 1))
    record = Record(correction.target, anchor["kind"], start, end, str(anchor["quote"]), data, anchor["source"], seq)
    now[record.id] = _decided(record, correction, {})
    if record.kind == "name":
        mention = {"name": record.id, "type": data["type"], "by": "person"}
        mention_id = mint(record.source, "mention", start, end, data["type"])
        now[mention_id] = _decided(replace(record, id=mention_id, kind="mention", data=mention), correction, {})


_DOES: Mapping[str, Callable[[Records, Correction, str], None]] = {
    "edit": _edit,
    "confirm": _confirm,
    "dismiss": _dismiss,
    "merge": _merge,
    "split": _split,
    "add": _add,
}
