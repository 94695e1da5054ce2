"""Finding a record again: by its id, else by where it stood and what it was.

A tie is found again only when its type and both of its ends are the same: one sentence may state several, and a
person's word for one of them must never fall on another.
"""

from collections.abc import Collection, Mapping
from typing import Any

from cuibono.extract.records import Span
from cuibono.model.record import Record

_ENOUGH = 0.5
Records = dict[str, Record]


def place(records: Records, target: str, anchor: Mapping[str, Any]) -> Record | None:
    """The record that is meant; None when none stands there any more, or more than one might be it."""
    found = records.get(target)
    if found is not None and found.kind == anchor["kind"]:
        return found
    rated = sorted(
        ((_likeness(r, anchor), r.id, r) for r in records.values() if r.kind == anchor["kind"]), reverse=True
    )
    if not rated or rated[0][0] < _ENOUGH:
        return None
    return None if len(rated) > 1 and rated[1][0] == rated[0][0] else rated[0][2]


def says_the_same(record: Record, anchor: Mapping[str, Any], *, but: Collection[str] = ()) -> bool:
    """Whether a record says what it said when it was decided about, apart from the fields that were decided."""
    says: Mapping[str, Any] = anchor.get("says", {})
    return all(record.data.get(k) == says.get(k) for k in _CORE.get(record.kind, ()) if k not in but)


def _likeness(record: Record, anchor: Mapping[str, Any]) -> float:
    """From 0 to 1: the part that two places share, 0 where the records cannot be the same."""
    says: Mapping[str, Any] = anchor.get("says", {})
    if not all(record.data.get(k) == says.get(k) for k in _MUST.get(record.kind, ())):
        return 0.0
    here, there = Span(record.start, record.end), Span(anchor["start"], anchor["end"])
    shared = here.overlap(there)
    if record.kind == "name" and shared:
        return 1.0
    if record.kind == "name" and record.data.get("name") == says.get("name"):
        return 0.9
    whole = max(here.end, there.end) - min(here.start, there.start)
    return shared / whole if whole else 0.0


#: Without these being equal, two records at one place are not the same.
_MUST = {"tie": ("type", "subject", "object"), "name": ("type",)}
#: What a person stands behind when they decide about a record.
_CORE = {
    "mention": ("name",),
    "reference": ("name",),
    "turn": ("speaker",),
    "claim": ("speaker", "polarity"),
    "tie": ("type", "subject", "object", "role", "date", "share", "status", "polarity"),
    "event": ("date",),
    "amount": ("value", "unit"),
}
