"""A record as people read and change it: its headline, its facts in words, and the fields of a form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cuibono.extract.record_fields import FIELDS, NEEDED, takes
from cuibono.model.record import Record

#: What each kind is called on a page.
KINDS: Mapping[str, str] = {
    "name": "Name",
    "mention": "Mention",
    "reference": "Word that stands for a name",
    "turn": "Turn",
    "claim": "Claim",
    "tie": "Tie",
    "event": "Date",
    "amount": "Quantity",
}
#: Kinds that a person may write down.
ADDED = ("name", "mention", "claim", "tie", "event", "amount")
_LABELS = {
    "name": "Name",
    "naming": "How it is named",
    "aliases": "Other forms",
    "speaker_kind": "Kind of speaker",
    "via": "Passed on by",
    "value_max": "Up to",
    "asserted_by": "Who says so",
    "what": "What is measured",
    "label": "What happened",
    "date": "Date",
    "voice": "Voice",
}
_HELP = {
    "list": "several are set apart by ;",
    "date": "2013, 2013-05, 2013-05-03, 2013/2018 or 2013~",
    "share": "35 %, or 25-50 %",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a record says: its label, and its values, each with the entity behind it where there is one."""

    label: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form: what it takes, what stands in it, what may be chosen."""

    name: str
    label: str
    takes: str
    value: str
    values: tuple[str, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    help: str = ""
    needed: bool = False


def label(field: str) -> str:
    """A field as it is called on a page."""
    return _LABELS.get(field, field.replace("_", " ").capitalize())


def words(name: Record | None) -> str:
    """The words of a name."""
    return str(name.data.get("name", name.quote)) if name else ""


def headline(record: Record, names: Mapping[str, Record]) -> str:
    """What a record is, in a line."""
    data = record.data
    if record.kind == "tie":
        ends = words(names.get(str(data.get("subject")))), words(names.get(str(data.get("object"))))
        return f"{ends[0] or '?'} → {ends[1] or '?'}"
    if record.kind == "name":
        return words(record)
    if record.kind in ("mention", "reference"):
        return words(names.get(str(data.get("name")))) or record.quote
    if record.kind == "turn":
        return words(names.get(str(data.get("speaker")))) or "a voice that is not named"
    if record.kind == "claim":
        return str(data.get("words") or record.quote)
    return record.quote


def facts(record: Record, names: Mapping[str, Record]) -> list[Fact]:
    """Everything that a record says and a person may change, in words."""
    found = []
    for field in FIELDS.get(record.kind, {}):
        value = record.data.get(field)
        if value in (None, "", [], ()):
            continue
        kind, _ = takes(record.kind, field)
        given = value if isinstance(value, list) and kind != "share" else [value]
        found.append(Fact(label(field), tuple(_shown(field, kind, v, names) for v in given)))
    return found


def _shown(field: str, kind: str, value: Any, names: Mapping[str, Record]) -> tuple[str, str]:
    if kind in ("name", "names"):
        name = names.get(str(value))
        return (words(name) or str(value), str(name.data.get("entity") or "") if name else "")
    if field == "polarity":
        return ("denied" if value == "-" else "asserted"), ""
    if kind == "share":
        return _share(value), ""
    if kind == "number":
        return f"{value:,.10g}" if isinstance(value, int | float) else str(value), ""
    return str(value).replace("_", " "), ""


def _share(value: Any) -> str:
    low, high = (round(float(end) * 100, 6) for end in value)
    return f"{low:g} %" if low == high else f"{low:g}-{high:g} %"


def form(record: Record, names: Mapping[str, Record]) -> list[FormField]:
    """The fields by which a record can be changed, as they stand."""
    return [_field(record.kind, f, current(record, f), names) for f in FIELDS.get(record.kind, {})]


def blank(kind: str, names: Mapping[str, Record]) -> list[FormField]:
    """The fields of a record that is written down anew."""
    return [_field(kind, f, [], names) for f in FIELDS.get(kind, {}) if not (kind == "mention" and f == "type")]


def current(record: Record, field: str) -> list[str]:
    """What stands in a field now, as a form would send it."""
    value = record.data.get(field)
    if value in (None, "", [], ()):
        return []
    kind, _ = takes(record.kind, field)
    if kind == "share":
        return [_share(value)]
    if kind == "names":
        return [str(v) for v in value]
    if kind == "list":
        return ["; ".join(map(str, value))]
    return [f"{value:.12g}" if isinstance(value, float) else str(value)]


def _field(kind: str, field: str, value: list[str], names: Mapping[str, Record]) -> FormField:
    what, listed = takes(kind, field)
    if what in ("name", "names"):
        choices = sorted(((n.id, words(n)) for n in names.values()), key=lambda c: c[1].casefold())
    elif field == "polarity":
        choices = [("+", "asserted"), ("-", "denied")]
    else:
        choices = [(c, c.replace("_", " ")) for c in listed]
    first = value[0] if value else ""
    needed = field in NEEDED.get(kind, ())
    return FormField(field, label(field), what, first, tuple(value), tuple(choices), _HELP.get(what, ""), needed)
