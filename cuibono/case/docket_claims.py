"""The claims of a case in one form: those read in texts, and the rows of tables of claims."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from cuibono.extract.claim_properties import firm_of, kind_of_property, stated_kind
from cuibono.model import dates, quantities
from cuibono.model.claim_kind import CLAIM_KINDS, ClaimKind
from cuibono.model.docket import Asked, Party
from cuibono.store.session import Session

_TEXTS = """
    SELECT c.id, c.source, c.seq, c.quote, c.data, coalesce(s.outlet, s.author, s.title, s.name) AS voice
    FROM record AS c JOIN source AS s ON s.id = c.source
    WHERE c.kind = 'claim' ORDER BY s.gen_in, s.name, c.source, c.start_char, c.id
"""
_NAMES = "SELECT c.source, c.id, c.data FROM record AS c WHERE c.kind = 'name'"
_ROWS = """
    SELECT t.* FROM claims AS t JOIN source AS s ON s.id = t._source WHERE t.property IS NOT NULL
    ORDER BY s.gen_in, s.name, t._source, t._row
"""
#: In a row of these the value is who holds, and the subject what is held.
_TURNED = ("owner", "shareholder", "controller")


def claims(session: Session) -> list[Asked]:
    """Every claim that the session sees, in the order of sources and places."""
    return [*_rows(session), *_texts(session)]


def _rows(session: Session) -> Iterator[Asked]:
    if "claims" not in session.tables():
        return
    session.need("claims")
    for row in session.rows(_ROWS):
        yield of_row(row)


def of_row(row: Mapping[str, Any]) -> Asked:
    """A row of a table of claims as a claim."""
    prop, value, unit = str(row["property"]), str(row["value"] or ""), str(row.get("unit") or "")
    stage = str(row.get("stage") or "")
    kind = kind_of_property(prop, unit, str(row.get("status") or "stated"))
    subject, object_ = Party(row["subject_id"], row["subject_name"]), _object(prop, value, kind)
    if object_ and any(w in prop.lower().split() for w in _TURNED):
        subject, object_ = object_, subject
    said = quantities.parse(value)
    return Asked(
        kind=kind,
        says=" ".join(f"{row['subject_name']}: {prop} {value} {unit}".split()),
        words=f"{prop} {stage} {value}",
        key=(row["_source"], row["_row"]),
        speaker=str(row["asserted_by"] or ""),
        via=(str(row["via"]),) if row.get("via") else (),
        subject=subject,
        object=object_,
        low=row.get("low"),
        high=row.get("high"),
        unit="percent" if unit.lower() in ("percent", "%", "pct") else unit,
        qualifier=said.qualifier if said else "",
        time=(kind == "event date" and dates.to_edtf(value)) or row.get("when"),
        status=str(row.get("status") or "stated"),
        polarity=str(row.get("polarity") or "+"),
        standing=str(row.get("standing") or "recorded"),
        foretold=stated_kind(prop, unit) if kind == "forecast" else None,
    )


def _object(prop: str, value: str, kind: ClaimKind) -> Party | None:
    if firm := firm_of(prop):
        return Party(None, firm)
    if quantities.parse(value):
        return None
    return Party(None, value) if kind in ("tie", "role", "ownership", "control") and value else None


def _texts(session: Session) -> Iterator[Asked]:
    names = {(s, i): json.loads(d) for s, i, d in session.engine.tuples(_NAMES)}
    joined = dict(session.engine.tuples("SELECT entity_id, canonical_id FROM canonical"))
    for row in session.rows(_TEXTS):
        data = json.loads(row["data"])

        def party(field: str, source: str = row["source"], data: dict[str, Any] = data) -> Party | None:
            name = names.get((source, data.get(field)))
            return None if name is None else _party(name, joined)

        speaker = party("speaker")
        via = [names.get((row["source"], v)) for v in data.get("via", ())]
        place = party("place")
        low, high = _ends(data)
        yield Asked(
            kind=cast("ClaimKind", data["kind"]) if data.get("kind") in CLAIM_KINDS else "other",
            says=" ".join(row["quote"].split()),
            words=row["quote"],
            key=(row["source"], row["seq"]),
            id=row["id"],
            speaker=speaker.name if speaker else row["voice"],
            speaker_kind=str(data.get("speaker_kind") or "named") if speaker else "organisation",
            via=tuple(v["name"] for v in via if v),
            subject=party("subject") or (Party(None, data["about"], whole=False) if data.get("about") else None),
            object=party("object"),
            low=low,
            high=high,
            unit=str(data.get("unit") or ""),
            qualifier=str(data.get("qualifier") or ""),
            time=data.get("time"),
            place=place.name if place else None,
            status=str(data.get("status") or "stated"),
            polarity=str(data.get("polarity") or "+"),
            standing=str(data.get("standing") or "read"),
        )


def _party(name: Mapping[str, Any], joined: Mapping[str, str]) -> Party:
    """A name of a text; one word for a person is part of a name, and matches nobody by itself."""
    entity, words = str(name.get("entity") or ""), str(name["name"])
    part = name.get("naming") != "named" or (name.get("type") == "Person" and words.isascii() and " " not in words)
    return Party(joined.get(entity, entity) or None, words, whole=not part)


def _ends(data: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """The two ends of a number that was read, by the word that qualifies it."""
    value, top, qualifier = data.get("value"), data.get("value_max"), data.get("qualifier")
    if value is None:
        return None, None
    if top is not None:
        return value, top
    low = None if qualifier in ("nearly", "at most", "up to", "less than") else value
    high = None if qualifier in ("at least", "more than") else value
    return low, high
