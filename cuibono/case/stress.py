"""``stress``: what is left of the findings and of the docket without one source, one outlet, one speaker at a time.

Everything is computed once with all that the case holds; then, for each unit that is left out, only what that reaches
is computed again, in a session that does not see it (``Scope.without``, ``Scope.unheard``): every lens works on the
case as if the unit had never come in, and nothing is copied.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cuibono.case import stress_compare, stress_docket, stress_whole
from cuibono.case.docket import keeping
from cuibono.case.looking import again
from cuibono.case.stress_compare import Found, Judged
from cuibono.case.stress_docket import Topic
from cuibono.case.stress_notes import Notes, Outcome, Told, name_of, notes
from cuibono.case.stress_units import LeftOut
from cuibono.case.stress_whole import Asked, Whole
from cuibono.errors import CuibonoError
from cuibono.model.stress import UNIT_KINDS, Change, Stress, Stressed, Target, UnitKind, joined
from cuibono.store import database, locks, stresses
from cuibono.store.guarded import has_protected
from cuibono.store.layout import Layout
from cuibono.store.progress import Tell, silent
from cuibono.store.session import Session, open_session

_TESTED = ("supported", "contradicted", "not identified")


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to be computed again without a unit: runs of lenses, topics of the docket, and how far that reaches.

    ``light`` are topics that only lose claims: they are tested against the same records as before.
    """

    left_out: LeftOut
    runs: tuple[Asked, ...]
    topics: frozenset[Topic]
    light: bool


def stress(
    layout: Layout, *, kinds: Sequence[UnitKind] = UNIT_KINDS, target: str | None = None, tell: Tell = silent
) -> Stress:
    """Leave out one unit at a time, say what falls, weakens or stands, and keep it.

    In a case that holds protected sources the same is done on its public side, for exports. With ``target`` (a finding
    or a claim of the docket) only that is looked at, and nothing is kept.
    """
    kept = target is None and layout.writable()
    whole = stress_whole.whole(layout, kinds, target, public=False)
    found, again_for = _side(layout, whole, kinds, kept=kept, tell=tell)
    if kept and _guarded(layout):
        _side(layout, stress_whole.whole(layout, kinds, None, public=True), kinds, kept=True, tell=tell)
    by_target: dict[str, list[Stressed]] = {}
    for one in found:
        by_target.setdefault(one.target, []).append(one)
    return Stress(tuple(map(joined, by_target.values())), len(whole.units), again_for, whole.lost, kept)


def _side(
    layout: Layout, whole: Whole, kinds: Sequence[UnitKind], *, kept: bool, tell: Tell
) -> tuple[list[Stressed], int]:
    """One side of the case under stress; what came of it, and for how many units something was computed anew."""
    question = repr((whole.generation, whole.public, kinds, [*whole.tables()], keeping.edition()))
    noted = notes(layout, question)
    _work(layout, whole, noted, tell)
    outcomes = {u: noted.done[name_of(u)] for u in whole.units}
    found = [s for kind in kinds for s in _stressed(whole, outcomes, kind)]
    if kept:
        with database.writer(layout) as engine:
            stresses.keep(
                engine,
                found,
                whole.tables(),
                kinds=kinds,
                public=whole.public,
                generation=whole.generation,
                program=keeping.edition(),
            )
    noted.close()
    return found, sum(bool(o.again) for o in outcomes.values())


def _work(layout: Layout, whole: Whole, noted: Notes, tell: Tell) -> None:
    """Compute what is not noted yet: first what is tested on the same records, then what needs a session of its own."""
    todo: dict[str, LeftOut] = {}
    for left_out in whole.units:  # of several with which the same goes, the first is enough
        if name_of(left_out) not in noted.done:
            todo.setdefault(name_of(left_out), left_out)
    work = [_reached(whole, u) for u in todo.values()]
    lightly = _lightly(layout, whole, [w for w in work if w.light and w.topics], noted, tell)
    left = [w for w in work if name_of(w.left_out) not in noted.done]
    for number, w in enumerate(left):
        tell(f"without {w.left_out.unit.name}", number, len(left))
        changes = lightly.get(name_of(w.left_out), [])
        if w.runs or (w.topics and not w.light):
            changes = [*changes, *_without(layout, whole, w)]
        noted.add(w.left_out, Outcome(tuple(changes), _computed(whole, w)))


def _reached(whole: Whole, left_out: LeftOut) -> _Work:
    """What leaving out a unit reaches: runs whose tables it gave rows to, topics whose claims or records it gave."""
    runs = tuple(r for r in whole.runs if left_out.reaches(r.givers))
    tables = {t for t, given in whole.givers.items() if left_out.reaches(given)}
    records = whole.docket.read_from(tables)
    light = not records and not left_out.reaches(whole.namers)
    return _Work(left_out, runs, whole.docket.own(left_out) | records, light)


def _without(layout: Layout, whole: Whole, work: _Work) -> list[Told]:
    """The runs and topics that a unit reaches, computed in a session that does not see it."""
    changes: list[Told] = []
    with open_session(layout, whole.scope(work.left_out), at_hand=True) as session:
        session.recall = whole.recall
        for run in work.runs:
            changes += _run_again(session, run)
        if work.topics and not work.light:
            now = stress_docket.again(session, whole.docket, work.topics)
            changes += _docket_again(whole, work, now)
    return changes


def _lightly(layout: Layout, whole: Whole, work: Sequence[_Work], noted: Notes, tell: Tell) -> dict[str, list[Told]]:
    """Test topics that only lose claims, by the name of the unit; the session is given back when a writer waits.

    What reaches nothing else is noted at once.
    """
    found: dict[str, list[Told]] = {}
    while len(found) < len(work):
        with open_session(layout, whole.scope(), at_hand=True) as session:
            session.recall = whole.recall
            test = stress_docket.tester(session, whole.docket)
            for w in work[len(found) :]:
                tell("claims on the same records", len(found), len(work))
                changes = found[name_of(w.left_out)] = _docket_again(whole, w, test(w.left_out, w.topics))
                if not w.runs:
                    noted.add(w.left_out, Outcome(tuple(changes), _computed(whole, w)))
                if locks.writer_waits(layout):
                    break
    return found


def _run_again(session: Session, run: Asked) -> list[Told]:
    try:
        made = stress_whole.seen(session, again(session, run.lens, run.settings).findings)
    except CuibonoError as error:  # without its table a lens finds nothing, and says why
        return [Told(s.finding.id, "falls", f"it is not found: {error.what}") for s in run.found]
    return [
        _told(before.finding.id, came)
        for before, after in stress_compare.pairs(run.found, made)
        if (came := stress_compare.finding(before, after))
    ]


def _docket_again(whole: Whole, work: _Work, now: Sequence[Judged]) -> list[Told]:
    gone = {stress_docket.identity(a) for a in whole.docket.gone(work.left_out)}
    return [_told(row.id, came) for row in _rows(whole, work.topics) if (came := stress_compare.claim(row, now, gone))]


def _told(target: str, came: Found) -> Told:
    return Told(target, *came)


def _rows(whole: Whole, topics: Collection[Topic]) -> list[Judged]:
    return [r for r in whole.docket.rows if whole.docket.topic_of(r) in topics]


def _computed(whole: Whole, work: _Work) -> tuple[str, ...]:
    found = [s.finding.id for r in work.runs for s in r.found]
    return (*found, *(r.id for r in _rows(whole, work.topics)))


def _stressed(whole: Whole, outcomes: "dict[LeftOut, Outcome]", kind: UnitKind) -> list[Stressed]:
    """Every finding and tested claim with what changes it, for one kind of units."""
    mine = {u: o for u, o in outcomes.items() if u.unit.kind == kind}
    changes: dict[str, list[Change]] = {}
    anew: dict[str, int] = {}
    for left_out, outcome in mine.items():
        for told in outcome.changes:
            changes.setdefault(told.target, []).append(Change(told.target, left_out.unit, told.effect, told.how))
        for target in outcome.again:
            anew[target] = anew.get(target, 0) + 1
    targets: list[tuple[str, Target, str]] = [
        (s.finding.id, "finding", s.finding.says) for r in whole.runs for s in r.found
    ]
    targets += [
        (r.id, "claim", r.says)
        for r in whole.docket.rows
        if r.outcome in _TESTED or any(c.effect != "unsaid" for c in changes.get(r.id, ()))
    ]
    return [
        Stressed(
            target, what, says, (kind,), len(mine), anew.get(target, 0), tuple(changes.get(target, ())),
            generation=whole.generation,
        )
        for target, what, says in targets
    ]  # fmt: skip


def _guarded(layout: Layout) -> bool:
    with open_session(layout) as session:
        return has_protected(session)
