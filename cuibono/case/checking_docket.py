"""``verify``, the part on the docket: every kept outcome is made again as of the generation that its test saw."""

from collections.abc import Iterator
from datetime import datetime

from cuibono.case.docket import docket, keeping
from cuibono.case.looking import as_of
from cuibono.errors import CuibonoError
from cuibono.model.counting import plural
from cuibono.model.docket import DocketRow
from cuibono.store import database, outcomes
from cuibono.store.layout import Layout
from cuibono.store.outcomes import Kept
from cuibono.store.session import Session, open_session
from cuibono.store.verify import Fault, Verified
from cuibono.store.views import Scope


def check(layout: Layout, seen: Verified, *, forgotten: int) -> None:
    """Check the kept outcomes; ``forgotten`` is the generation in which a source was last forgotten."""
    with open_session(layout) as session:
        kept = outcomes.kept(session.engine)
        changed = database.changes(session.engine)
    seen.outcomes = len(kept)
    standing = [o for o in kept.values() if not o.fell]
    stale, fell = sum(outcomes.stale(o, changed) for o in standing), len(kept) - len(standing)
    seen.notes += [f"{plural(stale, 'outcome')} of the docket {'is' if stale == 1 else 'are'} stale"] if stale else []
    seen.notes += [f"{plural(fell, 'outcome')} of the docket fell"] if fell else []
    if not standing:
        return
    made: dict[tuple[int, datetime | None], list[Kept]] = {}
    for outcome in standing:
        made.setdefault((outcome.generation, outcome.made), []).append(outcome)
    rows: dict[str, DocketRow] = {}
    for (generation, when), together in made.items():
        if not _again(layout, seen, together, as_of(generation, when), unchanged=forgotten <= generation, rows=rows):
            return
    _judge(seen, standing, rows)


def _again(
    layout: Layout, seen: Verified, kept: list[Kept], scope: Scope, *, unchanged: bool, rows: dict[str, DocketRow]
) -> bool:
    """Test again what was tested together, as of then; whether that could be done."""
    only = {o.id for o in kept}
    with open_session(layout, scope, at_hand=True) as session:
        seen.faults += _places(session, kept)
        if not unchanged:
            seen.notes.append("docket: a source was forgotten since; the passages were checked, the outcomes not")
            return False
        try:
            rows |= {r.id: r for r in docket.of_session(session, run=True, only=only) if r.id in only}
        except CuibonoError as error:
            seen.faults.append(Fault("outcome", "docket", f"cannot be made again: {error.what}"))
            return False
    return True


def _judge(seen: Verified, kept: list[Kept], rows: dict[str, DocketRow]) -> None:
    """Outcomes that differ are faults, unless other code made them, or others are said to have said it."""
    told_anew = [o for o in kept if o.id in rows and keeping.asked_digest(rows[o.id]) != o.asked]
    differing = [f for o in kept if o not in told_anew for f in _compare(o, rows.get(o.id))]
    if told_anew:
        seen.notes.append(f"docket: who says it is told otherwise now of {len(told_anew)} claims; test them again")
    if {o.program for o in kept} == {keeping.edition()}:
        seen.faults += differing
    elif differing:
        seen.notes.append(
            f"docket: {len(differing)} outcomes were made by another edition and differ now; test the claims again"
        )


def _compare(kept: Kept, row: DocketRow | None) -> Iterator[Fault]:
    if row is None or row.tested is None:
        yield Fault("outcome", kept.id, "no longer reproduces: " + kept.tested.outcome)
        return
    for part in ("outcome", "rule", "measure", "by", "keys"):
        now, then = getattr(row.tested, part), getattr(kept.tested, part)
        if now != then:
            yield Fault("outcome", kept.id, f"its {part} should be: {now}; it is kept as: {then}")


def _places(session: Session, kept: list[Kept]) -> Iterator[Fault]:
    """Whether every passage and row that outcomes rest on was in the case then."""
    sources = {s.id for s in session.sources()}
    for outcome in kept:
        if any(source not in sources for source, _ in outcome.tested.keys):
            yield Fault("outcome", outcome.id, "rests on a source that is not in the case")
