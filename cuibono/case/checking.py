"""``verify``, the part that needs the lenses: every kept finding is made again as of the generation it saw."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from cuibono.case.looking import again, as_of
from cuibono.errors import CaseDamaged, CuibonoError
from cuibono.lenses import registry
from cuibono.lenses.edition import edition
from cuibono.model.finding import Finding
from cuibono.store import findings
from cuibono.store.findings import Run
from cuibono.store.layout import Layout
from cuibono.store.progress import Tell, silent
from cuibono.store.session import Session, open_session
from cuibono.store.verify import Fault, verify_evidence
from cuibono.store.verify import Verified as Verified


@dataclass(frozen=True, slots=True)
class _Asked:
    """A run whose findings are kept: what was asked, what it could see, and which edition of the lens answered."""

    number: int
    lens: str
    settings: dict[str, object]
    generation: int
    edition: str
    made: datetime


def verify(layout: Layout, *, tell: Tell = silent) -> Verified:
    """Check the whole case; ``faults`` is empty when everything is as it was."""
    seen = verify_evidence(layout, tell)
    with open_session(layout) as session:
        kept = findings.kept(session)
        forgotten = int(session.engine.value("SELECT coalesce(max(generation), 0) FROM ev.forgotten"))
        asked = _runs(session)
    seen.findings = len(kept)
    for number, run in enumerate(asked):
        tell("findings", number, len(asked))
        mine = [f for f in kept if (f.lens, f.settings) == (run.lens, run.settings) and f.state != "fell"]
        if not mine:
            continue
        try:
            _check_run(layout, run, mine, seen, forgotten=forgotten > run.generation)
        except CaseDamaged as error:
            seen.faults.append(Fault("finding", run.lens, f"cannot be made again: {error.what}"))
    from cuibono.case import checking_docket  # the docket and all lenses are loaded only by those who verify

    checking_docket.check(layout, seen, forgotten=forgotten)
    seen.notes += [f"{n} findings are {state}" for state, n in _states(kept) if state != "fresh"]
    return seen


def _runs(session: Session) -> list[_Asked]:
    rows = session.engine.tuples(
        "SELECT id, lens, settings, generation, program, made_at FROM ev.run "
        f"WHERE id IN ({findings.LATEST}) ORDER BY id"
    )
    return [_Asked(number, lens, json.loads(told), *rest) for number, lens, told, *rest in rows]


def _check_run(layout: Layout, run: _Asked, kept: list[Finding], seen: Verified, *, forgotten: bool) -> None:
    with open_session(layout, as_of(run.generation, run.made)) as session:
        digests = dict(session.engine.tuples("SELECT id, digest FROM ev.finding WHERE run = ?", [run.number]))
        seen.faults += _check_digests(session, kept, digests)
        if forgotten:
            seen.notes.append(f"{run.lens}: a source was forgotten since; its passages were checked, its numbers not")
            return
        try:
            made = again(session, run.lens, run.settings)
        except CuibonoError as error:
            seen.faults.append(Fault("finding", run.lens, f"cannot be made again: {error.what}"))
            return
    differing = list(_compare(kept, made))
    if run.edition == edition(registry.get(run.lens)):
        seen.faults += differing
    elif differing:
        seen.notes.append(
            f"{run.lens}: {len(differing)} findings were made by another edition of the lens and differ "
            f"in what they say; look again"
        )


def _check_digests(session: Session, kept: list[Finding], digests: dict[str, str]) -> Iterator[Fault]:
    selections = [session.restore(f.evidence.to_json()) for f in kept]
    for finding, weight in zip(kept, session.weigh(selections), strict=True):
        kept_keys = getattr(finding.evidence, "known", ())
        if (weight.count, weight.digest, weight.first) != (finding.count, digests.get(finding.id), kept_keys):
            yield Fault("finding", finding.id, "rests on other passages than when it was made")


def _compare(kept: list[Finding], made: Run) -> Iterator[Fault]:
    fresh = {f.id: f for f in made.findings}
    for finding in kept:
        same = fresh.get(finding.id)
        if same is None:
            yield Fault("finding", finding.id, f"no longer reproduces: {finding.says}")
            continue
        for part in ("says", "measure", "caveats", "bears"):
            now, then = getattr(same, part), getattr(finding, part)
            if now != then:
                yield Fault("finding", finding.id, f"its {part} should be: {now}; it is kept as: {then}")


def _states(kept: list[Finding]) -> list[tuple[str, int]]:
    states = [f.state for f in kept]
    return [(s, states.count(s)) for s in sorted(set(states))]
