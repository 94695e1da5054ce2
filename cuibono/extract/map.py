"""Records become statements: names entities, ties edges, events and claims entities of their own.

Names follow FollowTheMoney and our additions to it. Every assertion makes an edge of its own, so that two sources
that say different things of the same tie stay apart; amounts, turns and references stay records.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cuibono.extract.ids import mint
from cuibono.extract.mapped_names import UNLINKABLE
from cuibono.extract.mapped_ties import form_of
from cuibono.model.record import Record
from cuibono.model.said import Said


@dataclass(frozen=True, slots=True)
class _Run:
    """The names of one source by id, and whose voice the text is."""

    source: str
    voice: str
    names: Mapping[str, Record]

    def asserter(self, name: str | None) -> str:
        """Who says so: the name that a record gives, else the text's own voice."""
        found = self.names.get(name or "")
        return str(found.data["name"]) if found else self.voice

    def entity(self, name: str | None) -> str | None:
        """The entity that a name is."""
        found = self.names.get(name or "")
        return str(found.data["entity"]) if found else None

    def schema(self, name: str) -> str:
        """The schema that a name became."""
        return str(self.names[name].data["schema"])


def statements(records: Sequence[Record], *, source: str, voice: str) -> list[Said]:
    """The statements that the records of one source make; ``voice`` is who speaks where nobody is quoted."""
    names = {r.id: r for r in records if r.kind == "name"}
    run = _Run(source, voice, names)
    made: dict[Said, None] = {}
    for record in records:
        for said in _MAKERS.get(record.kind, _nothing)(run, record):
            if said.value:
                made[said] = None
    return list(made)


def _nothing(run: _Run, record: Record) -> Iterator[Said]:
    return iter(())


def _say(run: _Run, record: Record, entity: str, schema: str, values: Mapping[str, Any]) -> Iterator[Said]:
    """One statement for each value, all resting on the same record."""
    data = record.data
    who = run.asserter(data.get("asserted_by"))
    for prop, value in values.items():
        for one in value if isinstance(value, list) else [value]:
            if one not in (None, ""):
                yield Said(
                    entity, schema, prop, str(one), record.seq, who, record.standing,
                    str(data.get("rule") or record.kind), str(data.get("status") or "stated"),
                    str(data.get("polarity") or "+"), data.get("confidence"),
                )  # fmt: skip


def _name(run: _Run, record: Record) -> Iterator[Said]:
    data = record.data
    aliases = [a for a in data.get("aliases", ()) if a != data["name"]]
    naming = data.get("naming")
    values: dict[str, Any] = {"name": data["name"], "alias": aliases}
    if naming in UNLINKABLE:
        values["unlinkable"] = naming
    if data["schema"] == "Address":
        values["full"] = data["name"]
    yield from _say(run, record, data["entity"], data["schema"], values)


def _tie(run: _Run, record: Record) -> Iterator[Said]:
    data = record.data
    subject, object_ = str(data.get("subject")), str(data.get("object"))
    if subject not in run.names or object_ not in run.names:
        return
    form = form_of(data, run.schema(subject), run.schema(object_))
    who = run.asserter(data.get("asserted_by"))
    said = [data.get(k) for k in ("type", "role", "date", "status", "polarity", "share")]
    entity = mint(run.source, who, form.schema, subject, object_, *said)
    target = run.entity(object_)
    if form.schema == "Occupancy":
        target = mint(run.source, "Position", data["role"], object_)
        yield from _say(run, record, target, "Position", _position(run, data, object_))
    role = data.get("role") or (str(data["type"]).replace("_", " ") if form.schema == "Tie" else None)
    alleged = data.get("status") == "alleged"
    values = {
        form.source: run.entity(subject),
        form.target: target,
        form.role: None if form.schema == "Occupancy" else role,
        "kind": data["type"] if form.schema == "Tie" else None,
        "percentage": percentage(data.get("share")) if form.schema == "Ownership" else None,
        "status": "alleged" if alleged and form.has_status else None,
        "summary": f"alleged: {record.quote}" if alleged else record.quote,
        **_when(data.get("date")),
    }
    yield from _say(run, record, entity, form.schema, values)


def _position(run: _Run, data: Mapping[str, Any], object_: str) -> dict[str, Any]:
    inside = run.schema(object_) != "Address"
    return {
        "name": data["role"],
        "organization": run.entity(object_) if inside else None,
        "subnationalArea": None if inside else run.names[object_].data["name"],
    }


def percentage(share: Sequence[float] | None) -> str | None:
    """A share from 0 to 1, by its two ends, as a register writes it: "35", "25-50", "at least 50"."""
    if not share:
        return None
    low, high = (f"{round(100 * end, 6):g}" for end in share)
    if low == high:
        return low
    if share[1] >= 1:
        return f"at least {low}"
    return f"at most {high}" if share[0] <= 0 else f"{low}-{high}"


def _when(date: str | None) -> dict[str, str]:
    """An EDTF date as the properties of an interval: its two ends where it has them, else one date."""
    if not date:
        return {}
    start, slash, end = date.partition("/")
    if not slash:
        return {"date": date}
    return {p: d for p, d in (("startDate", start), ("endDate", end)) if d not in ("", "..")}


def _event(run: _Run, record: Record) -> Iterator[Said]:
    data = record.data
    entity = mint(run.source, "Event", record.id)
    people = [run.entity(p) for p in data.get("participants", ())]
    values = {"name": data.get("label"), **_when(data.get("date")), "involved": people}
    yield from _say(run, record, entity, "Event", values)


def _claim(run: _Run, record: Record) -> Iterator[Said]:
    data = record.data
    speaker = data.get("speaker")
    values = {
        "speaker": run.entity(speaker),
        "speakerKind": data.get("speaker_kind"),
        "quote": record.quote,
        "mode": data.get("mode"),
        "via": [run.asserter(v) if v in run.names else v for v in data.get("via", ())],
        "claimStatus": data.get("status"),
        "claimPolarity": data.get("polarity"),
    }
    told = replace(record, data={**data, "asserted_by": speaker})
    yield from _say(run, told, mint(run.source, "Claim", record.id), "Claim", values)


_MAKERS = {"name": _name, "tie": _tie, "event": _event, "claim": _claim}
