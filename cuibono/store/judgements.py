"""Judgements: who decided what, when; every one can be undone, none is erased."""

from datetime import UTC, datetime

from cuibono.engine import DuckEngine
from cuibono.errors import CuibonoError
from cuibono.model.judgement import Judgement
from cuibono.model.words import Verdict
from cuibono.store import canonical


def judge(
    engine: DuckEngine,
    target: str,
    verdict: Verdict,
    *,
    by: str,
    other: str | None = None,
    note: str = "",
    anchor: str = "",
) -> Judgement:
    """Write a judgement; call under the exclusive lock, in a transaction. Raises CuibonoError without a name."""
    if not by.strip():
        raise CuibonoError("A judgement needs a name.", try_='say who decides: --by "YOUR NAME"')
    now = datetime.now(UTC).replace(tzinfo=None)
    engine.run("UPDATE ev.meta SET value = value + 1 WHERE key = 'judgement'")
    seq = int(engine.value("SELECT value FROM ev.meta WHERE key = 'judgement'"))
    engine.run(
        "INSERT INTO ev.judgement VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
        [seq, target, verdict, other, by.strip(), now, note, anchor],
    )
    if canonical.is_pair(verdict, other):
        canonical.refresh(engine)
    return Judgement(seq, target, verdict, by.strip(), now, other, note)


def undo(engine: DuckEngine, seq: int | None = None) -> Judgement | None:
    """Take back a judgement, the newest that stands unless one is named; None when there is none.

    Call under the exclusive lock, in a transaction.
    """
    which = "" if seq is None else f"AND seq = {int(seq)}"
    rows = engine.rows(f"SELECT * FROM ev.judgement WHERE undone IS NULL {which} ORDER BY seq DESC LIMIT 1")
    if not rows:
        return None
    now = datetime.now(UTC).replace(tzinfo=None)
    engine.run("UPDATE ev.meta SET value = value + 1 WHERE key = 'judgement'")
    engine.run("UPDATE ev.judgement SET undone = ? WHERE seq = ?", [now, rows[0]["seq"]])
    r = rows[0]
    if canonical.is_pair(r["verdict"], r["other"]):
        canonical.refresh(engine)
    if r["verdict"] in ("protected", "unprotected"):
        from cuibono.store import protection  # which judges, too

        protection.undo(engine, r)
    return Judgement(r["seq"], r["target"], r["verdict"], r["made_by"], r["made_at"], r["other"], r["note"] or "", now)


def standing(engine: DuckEngine, *, target: str | None = None) -> list[Judgement]:
    """All judgements in order, the undone ones with the time of undoing."""
    where = "" if target is None else "WHERE target = $target"
    rows = engine.rows(f"SELECT * FROM ev.judgement {where} ORDER BY seq", {"target": target} if target else None)
    return [
        Judgement(
            r["seq"],
            r["target"],
            r["verdict"],
            r["made_by"],
            r["made_at"],
            r["other"],
            r["note"] or "",
            r["undone"],
        )
        for r in rows
    ]
