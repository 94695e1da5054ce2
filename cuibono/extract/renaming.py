"""Which records speak of a name, and what becomes of them when the name is another's, or nobody's."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from cuibono.extract.placing import Records
from cuibono.model.record import Record

#: Fields that hold the id of a name, one or several.
REFERS: Mapping[str, tuple[str, ...]] = {
    "mention": ("name",),
    "reference": ("name",),
    "turn": ("speaker",),
    "claim": ("speaker", "via", "subject", "object", "place"),
    "tie": ("subject", "object", "asserted_by"),
    "event": ("participants",),
    "amount": ("about",),
}
#: Without these a record says nothing.
_ESSENTIAL = {"mention": ("name",), "reference": ("name",), "tie": ("subject", "object")}


def renamed(now: Records, old: str, new: str, judgement: int, goes: Callable[[Record], bool]) -> None:
    """What speaks of one name speaks of another, where ``goes`` says so; a tie of one with itself is none."""
    for record in list(now.values()):
        fields = [f for f in REFERS.get(record.kind, ()) if _holds(record.data.get(f), old)]
        if not fields or not goes(record):
            continue
        data = {**record.data, **{f: _put(record.data[f], old, new) for f in fields}}
        if record.kind == "tie" and data["subject"] == data["object"]:
            del now[record.id]
        else:
            now[record.id] = replace(record, data=data, judgement=judgement)


def without(now: Records, name: str, judgement: int) -> None:
    """A name is none: its mentions and ties go; what it was said to have said waits for a person."""
    for record in list(now.values()):
        fields = [f for f in REFERS.get(record.kind, ()) if _holds(record.data.get(f), name)]
        if not fields:
            continue
        if any(f in _ESSENTIAL.get(record.kind, ()) for f in fields):
            del now[record.id]
            continue
        data = {**record.data, **{f: _put(record.data[f], name, None) for f in fields}}
        if {"speaker", "asserted_by"} & set(fields):
            data |= {"needs_person": True, "standing": "proposed"}
        now[record.id] = replace(record, data={k: v for k, v in data.items() if v is not None}, judgement=judgement)


def _holds(value: Any, name: str) -> bool:
    return name in value if isinstance(value, list) else value == name


def _put(value: Any, old: str, new: str | None) -> Any:
    if isinstance(value, list):
        return list(dict.fromkeys(v for v in (new if v == old else v for v in value) if v is not None))
    return new
