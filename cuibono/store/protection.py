"""Protecting a source afterwards, and taking that back: a judgement with a name and a time, like every decision.

What was taken out of a container follows it. The judgement keeps which sources it changed, so that undoing it leaves
alone what had been so before.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from cuibono.engine import DuckEngine
from cuibono.model.judgement import Judgement
from cuibono.store import canonical, judgements
from cuibono.store.catalog import family

VERDICTS: tuple[str, ...] = ("protected", "unprotected")


def decide(
    engine: DuckEngine, source: str, verdict: Literal["protected", "unprotected"], *, by: str, note: str
) -> Judgement | None:
    """Protect a source with all that was taken out of it, or lift that; None when it is so already.

    Call under the exclusive lock, in a transaction.
    """
    on = verdict == "protected"
    changed = [
        str(i)
        for (i,) in engine.tuples(
            "SELECT id FROM ev.source WHERE id IN (SELECT unnest($ids)) AND coalesce(protected, false) <> $on "
            "ORDER BY id",
            {"ids": family(engine, [source]), "on": on},
        )
    ]
    if not changed:
        return None
    made = judgements.judge(engine, source, verdict, by=by, note=note, anchor=json.dumps({"sources": changed}))
    _set(engine, changed, on=on)
    return made


def undo(engine: DuckEngine, row: Mapping[str, Any]) -> None:
    """Bring back what a judgement changed, but for sources about which a later one stands."""
    later = {i for _, ids in _standing(engine, after=int(row["seq"])) for i in ids}
    mine = json.loads(row["anchor"] or "{}").get("sources", [])
    _set(engine, [i for i in mine if i not in later], on=row["verdict"] == "unprotected")


def forget(engine: DuckEngine, ids: Sequence[str]) -> None:
    """Leave nothing of forgotten sources in what was judged about them."""
    for seq, changed in _standing(engine, undone=True):
        left = [i for i in changed if i not in ids]
        if len(left) < len(changed):
            engine.run("UPDATE ev.judgement SET anchor = ? WHERE seq = ?", [json.dumps({"sources": left}), seq])
    listed = ", ".join(f"'{v}'" for v in VERDICTS)
    engine.run(
        f"UPDATE ev.judgement SET target = $gone, note = '' WHERE verdict IN ({listed}) "
        "AND target IN (SELECT unnest($ids))",
        {"gone": canonical.FORGOTTEN, "ids": list(ids)},
    )


def _standing(engine: DuckEngine, *, after: int = 0, undone: bool = False) -> Iterator[tuple[int, list[str]]]:
    """Judgements of this kind, each with the sources that it changed."""
    listed = ", ".join(f"'{v}'" for v in VERDICTS)
    alive = "" if undone else "AND undone IS NULL"
    rows = engine.tuples(
        f"SELECT seq, anchor FROM ev.judgement WHERE verdict IN ({listed}) AND seq > ? {alive} ORDER BY seq", [after]
    )
    for seq, anchor in rows:
        yield int(seq), [str(i) for i in json.loads(anchor or "{}").get("sources", [])]


def _set(engine: DuckEngine, ids: Sequence[str], *, on: bool) -> None:
    if ids:
        engine.run(
            "UPDATE ev.source SET protected = $on WHERE id IN (SELECT unnest($ids))", {"on": on, "ids": list(ids)}
        )
