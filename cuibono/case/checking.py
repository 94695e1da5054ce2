"""``verify``, the part that needs the lenses: every kept finding is made again as of the generation it saw."""

import json
from collections.abc import Iterator

from cuibono.case.looking import again, as_of
from cuibono.errors import CuibonoError
from cuibono.model.finding import Finding
from cuibono.store import findings
from cuibono.store.findings import Run
from cuibono.store.layout import Layout
from cuibono.store.progress import Tell, silent
from cuibono.store.session import Session, open_session
from cuibono.store.verify import Fault, Verified, verify_evidence


def verify(layout: Layout, *, tell: Tell = silent) -> Verified:
    """Check the whole case; ``faults`` is empty when everything is as it was."""
    seen = verify_evidence(layout, tell)
    with open_session(layout) as session:
        kept = findings.kept(session)
        forgotten = int(session.engine.value("SELECT coalesce(max(generation), 0) FROM ev.forgotten"))
        asked = _runs(session)
    seen.findings = len(kept)
    for number, (run, lens, settings, seen_at) in enumerate(asked):
        tell("findings", number, len(asked))
        mine = [f for f in kept if (f.lens, f.settings) == (lens, settings)]
        seen.faults += _check_run(layout, lens, mine, run, seen_at, forgotten, seen.notes)
    seen.notes += [f"{n} findings are {state}" for state, n in _states(kept) if state != "fresh"]
    return seen


def _runs(session: Session) -> list[tuple[int, str, dict[str, object], int]]:
    rows = session.engine.tuples(f"SELECT id, lens, settings, generation FROM ev.run WHERE id IN ({findings.LATEST})")
    return [(number, lens, json.loads(settings), at) for number, lens, settings, at in sorted(rows)]


def _check_run(
    layout: Layout, lens: str, kept: list[Finding], number: int, seen_at: int, forgotten: int, notes: list[str]
) -> Iterator[Fault]:
    standing = [f for f in kept if f.state != "fell"]
    if not standing:
        return
    with open_session(layout, as_of(seen_at)) as session:
        digests = dict(session.engine.tuples("SELECT id, digest FROM ev.finding WHERE run = ?", [number]))
        yield from _check_digests(session, standing, digests)
        if forgotten > seen_at:
            notes.append(
                f"{lens}: a source was forgotten since, so its numbers cannot be made again; its passages were checked"
            )
            return
        try:
            made = again(session, lens, standing[0].settings)
        except CuibonoError as error:
            yield Fault("finding", lens, f"cannot be made again: {error.what}")
            return
    yield from _compare(standing, made)


def _check_digests(session: Session, kept: list[Finding], digests: dict[str, str]) -> Iterator[Fault]:
    selections = [session.restore(f.evidence.to_json()) for f in kept]
    for finding, (count, digest) in zip(kept, session.weigh(selections), strict=True):
        if count != finding.count or digest != digests.get(finding.id):
            yield Fault("finding", finding.id, "rests on other passages than when it was made")


def _compare(kept: list[Finding], made: Run) -> Iterator[Fault]:
    fresh = {f.id: f for f in made.findings}
    for finding in kept:
        same = fresh.get(finding.id)
        if same is None:
            yield Fault("finding", finding.id, f"no longer reproduces: {finding.says}")
        elif (same.says, same.measure, same.caveats) != (finding.says, finding.measure, finding.caveats):
            yield Fault("finding", finding.id, f"says now: {same.says}; it was kept as: {finding.says}")


def _states(kept: list[Finding]) -> list[tuple[str, int]]:
    states = [f.state for f in kept]
    return [(s, states.count(s)) for s in sorted(set(states))]
