"""Corrections: what a person decided about a record, kept as a judgement with ids and with anchors.

The judgement's ``target`` is the id of the record, its ``anchor`` says where that stood and in which words, and its
``other`` what was decided: both as JSON, so that the correction can be placed again when a text is read anew.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.model.judgement import Judgement
from cuibono.model.record import Record
from cuibono.model.words import Verdict
from cuibono.store import judgements


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision about one record: ``does`` is edit, confirm, dismiss, split, merge or add."""

    seq: int
    target: str
    verdict: Verdict
    does: Mapping[str, Any]
    anchor: Mapping[str, Any]
    by: str
    at: datetime
    note: str = ""
    why: str = ""


#: What a record says, beside its place: a decision about one that says so is none about one that says otherwise.
_TELLS = (
    "type", "name", "subject", "object", "role", "date", "share", "status", "polarity", "speaker", "value", "unit",
)  # fmt: skip


def anchor_of(record: Record) -> dict[str, Any]:
    """Where a record stands and what it is: enough to find it again in another reading."""
    kept = {k: record.data[k] for k in _TELLS if k in record.data}
    return {
        "source": record.source,
        "kind": record.kind,
        "start": record.start,
        "end": record.end,
        "quote": record.quote,
        "says": kept,
    }


def keep(
    engine: DuckEngine, record: Record, verdict: Verdict, does: Mapping[str, Any], *, by: str, note: str
) -> Judgement:
    """Write a correction; call under the exclusive lock."""
    anchor = json.dumps(anchor_of(record), ensure_ascii=False)
    other = json.dumps(dict(does), ensure_ascii=False)
    return judgements.judge(engine, record.id, verdict, by=by, other=other, note=note, anchor=anchor)


def standing(engine: DuckEngine, source: str) -> list[Correction]:
    """The corrections of a source that nobody took back, in the order in which they were made."""
    rows = engine.rows(
        "SELECT * FROM ev.judgement WHERE undone IS NULL AND starts_with(anchor, $start) ORDER BY seq",
        {"start": _begins(source)},
    )
    return [_correction(r) for r in rows]


def source_of(engine: DuckEngine, seq: int) -> str | None:
    """The source whose record a judgement corrects; None when it is about something else."""
    anchor = str(engine.value("SELECT anchor FROM ev.judgement WHERE seq = ?", [seq]) or "")
    return str(json.loads(anchor)["source"]) if anchor.startswith('{"source": "') else None


def unplaced(engine: DuckEngine, source: str | None = None) -> list[tuple[Correction, str]]:
    """Corrections that could not be placed again, each with the reason."""
    where = "" if source is None else "AND u.source = $source"
    rows = engine.rows(
        "SELECT j.*, u.why FROM ev.unplaced AS u JOIN ev.judgement AS j ON j.seq = u.judgement "
        f"WHERE j.undone IS NULL {where} ORDER BY j.seq",
        None if source is None else {"source": source},
    )
    return [(_correction(r), str(r["why"])) for r in rows]


def forget(engine: DuckEngine, ids: Sequence[str]) -> None:
    """Remove every correction of these sources: it quotes what they said."""
    engine.run("DELETE FROM ev.unplaced WHERE source IN (SELECT unnest($ids))", {"ids": list(ids)})
    engine.run(
        "DELETE FROM ev.judgement AS j WHERE EXISTS (SELECT 1 FROM (SELECT unnest($starts) AS begins) AS s "
        "WHERE starts_with(j.anchor, s.begins))",
        {"starts": [_begins(i) for i in ids]},
    )


def _begins(source: str) -> str:
    return f'{{"source": "{source}"'


def _correction(row: Mapping[str, Any]) -> Correction:
    return Correction(
        row["seq"],
        row["target"],
        row["verdict"],
        json.loads(row["other"] or "{}"),
        json.loads(row["anchor"]),
        row["made_by"],
        row["made_at"],
        row["note"] or "",
    )
