"""What stress came to is kept, so that a finding can say without which source it falls.

There are two sides: with everything, and what exports may tell: computed on the public side alone, and told only
while the same sources are protected. When a source is forgotten, all of it goes.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.model.stress import Change, Stressed, Unit, UnitKind, joined
from cuibono.store import database
from cuibono.store.dataclass_json import of_json, to_json
from cuibono.store.staleness import is_stale

_COLUMNS = ("target", "kind", "left_out", "effect", "unit", "how", "units", "again", "tables")


def keep(
    engine: DuckEngine,
    found: Sequence[Stressed],
    tables: Mapping[str, Sequence[str]],
    *,
    kinds: Sequence[UnitKind],
    public: bool,
    generation: int,
    program: str,
) -> None:
    """Write what stress came to in place of what is kept for the same kinds of units; call under the exclusive lock.

    Each of ``found`` is for one kind. ``tables`` are those that each finding or claim was made from, by its id.
    """
    import numpy as np

    now = datetime.now(UTC).replace(tzinfo=None)
    rows = [row for one in found for row in _rows(one, tables.get(one.target, ()))]
    with engine.transaction():
        database.refuse_forgotten_since(engine, generation)
        judged = engine.value("SELECT value FROM ev.meta WHERE key = 'judgement'")
        hides = hidden(engine)
        engine.run(
            "DELETE FROM ev.stress WHERE public = $public AND left_out IN (SELECT unnest($kinds))",
            {"public": public, "kinds": list(kinds)},
        )
        if not rows:
            return
        cells = zip(_COLUMNS, zip(*rows, strict=True), strict=True)
        engine.offer("offered_stress", {name: np.array(column, dtype=object) for name, column in cells})
        engine.run(
            "INSERT INTO ev.stress SELECT $public, target, kind, left_out, effect, unit, how, units::BIGINT, "
            "again::BIGINT, tables, $generation, $judgement, $at, $program, $hidden FROM offered_stress",
            {
                "public": public,
                "generation": generation,
                "judgement": judged,
                "at": now,
                "program": program,
                "hidden": hides,
            },
        )
        engine.withdraw("offered_stress")


def _rows(one: Stressed, tables: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A row for the finding or claim, and one for each unit without which it changes."""
    (left_out,) = one.kinds
    yield one.target, one.kind, left_out, "", "", "", str(one.units), str(one.again), to_json(list(tables))
    for c in one.changes:
        yield one.target, one.kind, left_out, c.effect, to_json(c.unit), c.how, "0", "0", "[]"


def kept(engine: DuckEngine, *, public: bool) -> list[Stressed]:
    """What is kept of a side, one for each finding or claim: what was done for several kinds of units is joined."""
    rows = engine.rows(
        "SELECT * FROM ev.stress WHERE public = $public AND (NOT public OR hidden = $hidden) "
        "ORDER BY target, left_out, how, unit",
        {"public": public, "hidden": hidden(engine)},
    )
    by_target: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        by_target[row["target"]][row["left_out"]].append(row)
    changed = database.changes(engine)
    return [joined([_stressed(t, many, changed) for many in kinds.values()]) for t, kinds in by_target.items()]


def _stressed(target: str, rows: Sequence[Mapping[str, Any]], changed: Mapping[str, int]) -> Stressed:
    head = next(r for r in rows if not r["effect"])
    return Stressed(
        target,
        head["kind"],
        kinds=(head["left_out"],),
        units=head["units"],
        again=head["again"],
        changes=tuple(Change(target, of_json(Unit, r["unit"]), r["effect"], r["how"]) for r in rows if r["effect"]),
        state="stale" if is_stale(json.loads(head["tables"]), head["generation"], changed) else "fresh",
        made=head["made_at"],
        generation=head["generation"],
    )


def forget(engine: DuckEngine) -> None:
    """Leave nothing: it names sources, and says what they alone bear out."""
    engine.run("DELETE FROM ev.stress")


def hidden(engine: DuckEngine) -> str:
    """A fingerprint of which sources are protected: what was public when it was computed may not be so now."""
    ids = engine.tuples("SELECT id FROM ev.source WHERE protected ORDER BY id")
    return hashlib.sha256("\n".join(i for (i,) in ids).encode()).hexdigest()[:16]
