"""``cuibono records``: what was found in a text, each record with its id."""

from typing import TYPE_CHECKING, Any

import click

from cuibono.cli.output import emit, harmless, json_option, the_case
from cuibono.model.record import RECORD_KINDS

if TYPE_CHECKING:
    from cuibono.model.record import Record
    from cuibono.store.corrections import Correction

_SHOWN = 200


@click.command("records", short_help="What was found in a text: names, claims, ties, events, amounts.")
@click.argument("source", required=False)
@click.option("--kind", type=click.Choice(RECORD_KINDS), help="Only records of this kind.")
@click.option("--needs-person", is_flag=True, help="Only what somebody must look at: doubts, and lost corrections.")
@click.option("--corrections", "corrected", is_flag=True, help="What people decided about the records, by number.")
@click.option("--limit", default=_SHOWN, show_default=True, help="How many to show.")
@json_option
def command(source: str | None, kind: str | None, needs_person: bool, corrected: bool, limit: int) -> None:
    """List what was found in SOURCE, or in all texts: id, kind, standing, confidence, who says it, the words.

    Standing: "read" is sure enough to rely on, "proposed" is not and is left out by lenses, "confirmed" is a
    person's word. The ids are what cuibono correct takes.
    """
    case = the_case()
    if corrected:
        decided = case.corrections(source)
        emit(decided, "\n".join(map(_decided, decided)) or "Nobody has corrected anything.")
        return
    found = case.records(source, kind=kind, needs_person=needs_person)
    lost = case.corrections(source, unplaced=True) if needs_person else []
    names = {r.id: r for r in case.records(source, kind="name")}
    if kind is None and not needs_person:
        found = [r for r in found if r.kind not in ("mention", "reference")]
    lines = [line(r, names) for r in found[:limit]]
    lines += [f"and {len(found) - limit:,} more; see them with --limit"] if len(found) > limit else []
    lines += [f"{_decided(c)}\n    {c.why}" for c in lost]
    data: Any = [_data(r, names) for r in found[:limit]]
    emit(
        {"records": data, "unplaced": lost} if needs_person else data,
        "\n".join(map(harmless, lines)) or ("Nothing needs a person." if needs_person else "Nothing was found."),
    )


def line(record: "Record", names: "dict[str, Record]") -> str:
    """A record on two lines: what it is, then its words."""
    data = record.data
    sure = f" {data['confidence']:.2f}" if isinstance(data.get("confidence"), float) else ""
    marks = f"[{record.standing}{sure}]" + (" [needs a person]" if record.needs_person else "")
    says = " ".join(f"{k}={v}" for k, v in _says(record, names).items())
    words = " ".join(record.quote.split())
    short = words if len(words) <= 200 else words[:200].rsplit(" ", 1)[0] + " ..."
    return f"{record.id}  {record.kind:<9} {marks}  {says}\n    {short}"


_TOLD = {
    "name": ("name", "type", "naming"),
    "mention": ("name", "type"),
    "reference": ("name",),
    "turn": ("speaker", "voice", "section"),
    "claim": (
        "kind",
        "subject",
        "about",
        "object",
        "value",
        "value_max",
        "unit",
        "qualifier",
        "time",
        "place",
        "speaker",
        "speaker_kind",
        "mode",
        "via",
        "status",
        "polarity",
    ),
    "tie": ("subject", "type", "object", "role", "date", "share", "status", "polarity", "asserted_by"),
    "event": ("date", "participants"),
    "amount": ("value", "value_max", "unit", "qualifier", "about"),
}


def _says(record: "Record", names: "dict[str, Record]") -> dict[str, str]:
    def named(value: Any) -> str:
        if isinstance(value, list):
            return ", ".join(map(named, value))
        return str(names[value].data["name"]) if value in names else str(value)

    plain = {"naming": "named", "status": "stated", "polarity": "+"}
    told = {k: record.data.get(k) for k in _TOLD[record.kind]}
    return {k: named(v) for k, v in told.items() if v not in (None, "", []) and plain.get(k) != v}


def _data(record: "Record", names: "dict[str, Record]") -> dict[str, Any]:
    return {
        "id": record.id,
        "kind": record.kind,
        "source": record.source,
        "start": record.start,
        "end": record.end,
        "quote": record.quote,
        "standing": record.standing,
        "corrected": record.judgement,
        "says": _says(record, names),
        "data": dict(record.data),
    }


def _decided(correction: "Correction") -> str:
    does = correction.does
    what = " ".join(f"{k}={v}" for k, v in {**does.get("set", {}), **does.get("data", {})}.items())
    when = f"{correction.at:%Y-%m-%d %H:%M}"
    note = f" ({correction.note})" if correction.note else ""
    anchor = correction.anchor
    about = f"{correction.seq}  {does['does']} {anchor['kind']} {correction.target} {what}"
    return harmless(f"{about}  by {correction.by}, {when}{note}\n    {str(anchor['quote'])[:200]}")
