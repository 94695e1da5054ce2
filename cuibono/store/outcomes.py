"""What tests of the docket came to is kept: under the id of the claim, with what it rests on and what it saw.

Only the newest run is kept, or the newest test of a claim that was tested alone. A claim itself is not: it is read
anew from the evidence whenever somebody looks.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.model.docket import Key, Tested
from cuibono.store import database
from cuibono.store.dataclass_json import of_json, to_json
from cuibono.store.staleness import is_stale

_COLUMNS = ("id", "outcome", "tested", "claims", "asked", "tables")
_FELL = Tested("no data", "what the test rested on was forgotten")


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept outcome: of which claims (their places and a digest of all they say), what it saw, and who made it."""

    id: str
    tested: Tested
    claims: tuple[Key, ...]
    asked: str
    tables: tuple[str, ...]
    generation: int = 0
    judgement: int = 0
    made: datetime | None = None
    program: str = ""
    fell: bool = False


def keep(
    engine: DuckEngine, outcomes: Sequence[Kept], generation: int, program: str, *, only: Sequence[str] | None = None
) -> None:
    """Write the outcomes of a run in place of the last one, or of ``only`` some ids; call under the exclusive lock."""
    now = datetime.now(UTC).replace(tzinfo=None)
    with engine.transaction():
        database.refuse_forgotten_since(engine, generation)
        judged = engine.value("SELECT value FROM ev.meta WHERE key = 'judgement'")
        if only is None:
            engine.run("DELETE FROM ev.outcome")
        else:
            engine.run("DELETE FROM ev.outcome WHERE id IN (SELECT unnest($ids))", {"ids": list(only)})
        if outcomes:
            _insert(engine, outcomes, {"generation": generation, "judgement": judged, "at": now, "program": program})


def _insert(engine: DuckEngine, outcomes: Sequence[Kept], params: Mapping[str, Any]) -> None:
    import numpy as np

    rows = [
        (o.id, o.tested.outcome, to_json(o.tested), to_json(o.claims), o.asked, to_json(o.tables)) for o in outcomes
    ]
    cells = zip(_COLUMNS, zip(*rows, strict=True), strict=True)
    engine.offer("offered_outcomes", {name: np.array(column, dtype=object) for name, column in cells})
    engine.run(
        f"INSERT INTO ev.outcome SELECT {', '.join(_COLUMNS)}, $generation, $judgement, $at, $program, false "
        "FROM offered_outcomes",
        params,
    )
    engine.withdraw("offered_outcomes")


def kept(engine: DuckEngine) -> dict[str, Kept]:
    """The kept outcomes by the id of their claim."""
    rows = engine.rows("SELECT * FROM ev.outcome ORDER BY id")
    return {
        r["id"]: Kept(
            r["id"], of_json(Tested, r["tested"]), _keys(r["claims"]), r["asked"], tuple(json.loads(r["tables"])),
            r["generation"], r["judgement"], r["made_at"], r["program"], r["fell"],
        )
        for r in rows
    }  # fmt: skip


def programs(engine: DuckEngine) -> set[str]:
    """Which editions of the program the kept outcomes are of."""
    return {program for (program,) in engine.tuples("SELECT DISTINCT program FROM ev.outcome")}


def stale(outcome: Kept, changed: Mapping[str, int]) -> bool:
    """Whether a table that the test read has changed since."""
    return is_stale(outcome.tables, outcome.generation, changed)


def forget(engine: DuckEngine, ids: Sequence[str], tables: Sequence[str]) -> None:
    """Leave nothing of what forgotten sources gave; call in the transaction that forgets.

    What rested on them falls; what they alone claimed goes. Where nothing decided, the rule may speak of what they
    recorded without pointing to it: it goes too when a table that the test read has lost rows.
    """
    gone, lost = set(ids), dict.fromkeys(tables, 1)
    fell, went = [], []
    for outcome in kept(engine).values():
        says = {source for source, _ in outcome.claims}
        rests = {source for source, _ in outcome.tested.keys}
        if rests & gone and not says & gone:
            fell.append(outcome.id)
        elif (says | rests) & gone or (not rests and is_stale(outcome.tables, 0, lost)):
            went.append(outcome.id)
    engine.run("DELETE FROM ev.outcome WHERE id IN (SELECT unnest($ids))", {"ids": went})
    engine.run(
        "UPDATE ev.outcome SET outcome = $outcome, tested = $tested, fell = true WHERE id IN (SELECT unnest($ids))",
        {"ids": fell, "outcome": _FELL.outcome, "tested": to_json(_FELL)},
    )


def _keys(text: str) -> tuple[Key, ...]:
    return tuple((source, row) for source, row in json.loads(text))
