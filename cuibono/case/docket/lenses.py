"""Claims are put to the lenses that answer their kind, once for each lens and settings, with the claim's own settings.

What a finding bears on it says itself (``Finding.bears``). A finding that rests on claims, on what was only read in
texts, or on rows of those who make the claim decides nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import combinations
from typing import Any

from cuibono.case.docket.bearings import Weighed, described, keys_of, weigh
from cuibono.case.docket.in_concert import named as accounts
from cuibono.case.docket.in_concert import of_one, with_accounts
from cuibono.case.docket.measured import fitted, office_of, span_of, strata_of
from cuibono.case.docket.present import Present
from cuibono.case.docket.routes import CLAIMED, answering, get_it
from cuibono.case.docket.settings import Chooser
from cuibono.case.docket.times import days as days_of
from cuibono.case.docket.treated import left_open
from cuibono.case.docket.verdicts import DECIDED, open_
from cuibono.case.docket.words import folded, voice
from cuibono.case.looking import again
from cuibono.errors import CuibonoError
from cuibono.lenses import registry
from cuibono.measures.claimed import Verdict
from cuibono.model.bearing import Bearing
from cuibono.model.docket import Asked, Key, Tested
from cuibono.model.finding import Finding, Notice
from cuibono.model.words import Standing
from cuibono.store.session import Session

_FIRM: tuple[Standing, ...] = ("recorded", "confirmed")
#: Kinds of claims whose subject is named in no table: "the feed", "men's appeals".
_OF_NO_NAME = ("behaviour of a feed", "treatment")
_RUNS = 16  # settings that one lens is run with; what would need more is put to it with its defaults


@dataclass(frozen=True, slots=True)
class Heard:
    """A bearing with its finding, and how the finding came about."""

    bearing: Bearing
    finding: Finding
    lens: str


@dataclass(frozen=True, slots=True)
class Run:
    """What a lens said under some settings, by the kind and the party; ``failed`` is why it could not be run."""

    lens: str
    settings: Mapping[str, Any]
    heard: Mapping[tuple[str, str], Sequence[Heard]] = field(default_factory=dict)
    notices: Mapping[str, Sequence[Notice]] = field(default_factory=dict)
    failed: str = ""

    @property
    def named(self) -> str:
        """The lens with the settings that the claim gave it."""
        given = ", ".join(f"{k}={v}" for k, v in self.settings.items())
        return f"{self.lens} ({given})" if given else self.lens


@dataclass(frozen=True, slots=True)
class Rests:
    """What a finding rests on: who says so, and why it may not decide a claim."""

    by: tuple[str, ...]
    barred: str = ""
    simulated: bool = False


class Lenses:
    """The lenses of a docket run: each is run when a claim first needs it, and its answers are kept."""

    def __init__(self, session: Session, have: Collection[str], simulated: frozenset[str] = frozenset()) -> None:
        self._session, self._have, self._simulated = session, frozenset(have), simulated
        self._chooser, self._present = Chooser(session), Present(session)
        self._runs: dict[tuple[str, tuple[tuple[str, Any], ...]], Run] = {}
        self._rests: dict[str, Rests] = {}
        self._spans: dict[str, str] = {}
        self._offices: dict[str, str] = {}
        self._strata: dict[str, tuple[str, ...]] = {}

    def tested(self, claim: Asked, own: frozenset[str], *, asked: bool = True) -> Tested | None:
        """What the lenses say to a claim; None when there is none that answers its kind with the tables at hand.

        Each is put with its defaults first, and, where that decides nothing, with the claim's own settings; without
        ``asked`` with its defaults alone.
        """
        ready = [n for n in answering(claim.kind) if self._have.issuperset(registry.get(n).needs)]
        if not ready:
            return None
        if why := left_open(claim):
            return open_(why)
        keys = _keys(claim)
        listed = claim.kind == "coordination"  # accounts may stand anywhere in it
        names = [n for n in ready if _of_no_name(n) or listed or self._present.has(registry.get(n), keys)]
        if not names:
            return _nothing(claim, [Run(n, {}) for n in ready])
        found = self._decided(claim, [self._run(n, {}) for n in names], own)
        if found.outcome in DECIDED or not asked:
            return found
        runs = {id(r): r for n in names for c in self._settings(n, claim) for r in [self._run(n, c)]}
        return self._decided(claim, list(runs.values()), own)

    def _settings(self, name: str, claim: Asked) -> list[dict[str, Any]]:
        return self._chooser.settings(registry.get(name), claim)

    def _run(self, name: str, chosen: Mapping[str, Any]) -> Run:
        """The lens with the claim's own subject, time and place, as long as those are not too many."""
        key = (name, tuple(sorted(chosen.items())))
        if key not in self._runs and chosen and sum(n == name for n, _ in self._runs) >= _RUNS:
            key = (name, ())
        if key not in self._runs:
            self._runs[key] = _asked(self._session, name, dict(key[1]))
        return self._runs[key]

    def _decided(self, claim: Asked, runs: Sequence[Run], own: frozenset[str]) -> Tested:
        judged: list[tuple[Run, Heard, Verdict]] = []
        days: dict[Verdict, dict[str, tuple[Run, Heard]]] = defaultdict(dict)
        left: list[str] = []
        for run in runs:
            for heard in _about(run, claim):
                found = self._weighed(claim, heard, own, run.settings)
                if found is None:
                    continue
                if found.verdict and found.day:
                    days[found.verdict][found.day] = (run, heard)
                elif found.verdict:
                    judged.append((run, heard, found.verdict))
                if found.why:
                    left.append(f"{run.named}: {found.why}")
        judged += [(*on, v) for v, by_day in days.items() if _throughout(claim, by_day) for on in by_day.values()]
        if judged:
            return self._agreed(judged)
        if told := [f"{r.named}: {n.says}" for r in runs for n in _notices(r, claim)]:
            return Tested("not identified", "; ".join(dict.fromkeys(told[:3])))
        if left:
            return Tested("not identified", "; ".join(dict.fromkeys(left[:3])))
        return _nothing(claim, runs)

    def _weighed(self, claim: Asked, heard: Heard, own: frozenset[str], given: Mapping[str, Any]) -> Weighed | None:
        bearing, finding = heard.bearing, heard.finding
        claim = with_accounts(claim, bearing) if claim.kind == "coordination" else claim
        window = given.get("window", _default(heard.lens, "window"))
        fit = fitted(claim, bearing, finding, given, span=self._span, of=self._office, like=self._like, window=window)
        found = weigh(claim, fit)
        if found is None or found.verdict is None:
            return found
        rests = self._rests_on(heard.finding)
        if rests.barred:
            return Weighed(None, rests.barred)
        if rests.simulated and claim.key[0] not in self._simulated:
            return Weighed(None, "what it found rests on what is simulated")
        return None if any(voice(b) in own for b in rests.by) else found

    def _span(self, finding: Finding) -> str:
        if finding.id not in self._spans:
            self._spans[finding.id] = span_of(self._session, finding)
        return self._spans[finding.id]

    def _office(self, finding: Finding) -> str:
        if finding.id not in self._offices:
            self._offices[finding.id] = office_of(self._session, finding)
        return self._offices[finding.id]

    def _like(self, finding: Finding) -> tuple[str, ...]:
        if finding.id not in self._strata:
            self._strata[finding.id] = strata_of(self._session, finding)
        return self._strata[finding.id]

    def _rests_on(self, finding: Finding) -> Rests:
        if finding.id not in self._rests:
            self._rests[finding.id] = self._session.remembered(
                finding, lambda: _rests(self._session, finding, self._simulated)
            )
        return self._rests[finding.id]

    def _agreed(self, judged: Sequence[tuple[Run, Heard, Verdict]]) -> Tested:
        found = {f.id: f for _, h, _ in judged for f in [h.finding]}
        by = tuple(dict.fromkeys(b for f in found.values() for b in self._rests_on(f).by))
        keys: tuple[Key, ...] = tuple(
            dict.fromkeys(k for f in found.values() for k in getattr(f.evidence, "known", ()))
        )
        measure = "; ".join(
            f"{f.says.rstrip('.')}{f' ({f.measure})' if f.measure else ''}" for f in [*found.values()][:3]
        )
        named = " and ".join(dict.fromkeys(r.named for r, _, _ in judged))
        outcomes = {v for _, _, v in judged}
        if len(outcomes) > 1:
            return Tested("not identified", f"what {named} found does not all say the same of it", measure, by, keys)
        (outcome,) = outcomes
        rule = {
            "supported": f"put to {named}: what it found lies within what is claimed",
            "contradicted": f"put to {named}: what it found lies outside of what is claimed",
            "not identified": f"put to {named}: what it found lies neither clearly within nor outside of the claim",
        }[outcome]
        return Tested(outcome, rule, measure, by, keys)


def _asked(session: Session, name: str, settings: Mapping[str, Any]) -> Run:
    """Put a lens to the case, and sort what it says by kind and party."""
    try:
        made = again(session, name, settings)
    except CuibonoError as error:
        return Run(name, settings, failed=str(error))
    heard: dict[tuple[str, str], list[Heard]] = defaultdict(list)
    for finding in (*made.findings, *made.evens):
        for bearing in finding.bears:
            for key in keys_of(bearing):
                heard[bearing.kind, key].append(Heard(bearing, finding, name))
    notices: dict[str, list[Notice]] = defaultdict(list)
    for notice in made.notices:
        for key in {k for a in notice.about for k in (a, folded(a))}:
            notices[key].append(notice)
    return Run(name, settings, heard, notices)


def _throughout(claim: Asked, found: Collection[str]) -> bool:
    """Whether days on which something held are the first and the last of the claimed time."""
    ends = days_of(claim.time)
    return ends is not None and {d.isoformat() for d in ends} <= set(found)


def _of_no_name(name: str) -> bool:
    """Whether a lens is of those whom no table names."""
    return not set(_OF_NO_NAME).isdisjoint(registry.get(name).answers)


@cache
def _default(lens: str, setting: str) -> Any:
    """What a lens does where it is not asked otherwise; None where it has no such setting."""
    return next((s.default for s in registry.get(lens).settings if s.name == setting), None)


_WORDS = 8  # of a description that are looked up


def _about(run: Run, claim: Asked) -> Iterable[Heard]:
    """What a run says of those whom a claim names, each bearing once; a share of a market is its subject's."""
    whose = replace(claim, object=None) if claim.kind == "share" and run.lens.startswith("dependence.") else claim
    found = [h for key in _keys(whose) for h in run.heard.get((claim.kind, key), ())]
    those = [h for (kind, _), each in run.heard.items() if kind == claim.kind for h in each]
    found += [h for h in those if h.bearing.sides]
    if claim.kind == "coordination":
        found += [h for h in {id(h.bearing): h for h in those}.values() if _named_enough(claim, h)]
    return {id(h.bearing): h for h in found}.values()


def _named_enough(claim: Asked, heard: Heard) -> bool:
    """Whether two of the accounts of a measure are named, or the one of which it is told."""
    return len(accounts(claim, heard.bearing)) > (0 if of_one(claim) else 1)


def _notices(run: Run, claim: Asked) -> list[Notice]:
    return [n for key in _keys(claim) for n in run.notices.get(key, ())]


def _keys(claim: Asked) -> list[str]:
    parties = [p for p in (claim.subject, claim.object) if p]
    keys = [k for p in parties for k in (p.id, folded(p.name) if p.whole else None) if k]
    described_ = [k for p in parties if described(p) for k in _runs_of(folded(p.name).split()[:_WORDS])]
    return list(dict.fromkeys((*keys, *described_)))


def _runs_of(words: Sequence[str]) -> list[str]:
    """Every run of words, since any may be what a lens calls them."""
    return [" ".join(words[a:b]) for a, b in combinations(range(len(words) + 1), 2)]


def _nothing(claim: Asked, runs: Sequence[Run]) -> Tested:
    who = claim.subject.name if claim.subject and claim.subject.name else "what it is about"
    named, lens = " and ".join(r.named for r in runs), registry.get(runs[0].lens)
    failed = next((f"; it could not be put: {r.failed}" for r in runs if r.failed), "")
    return Tested("no data", f"{named} found nothing of {who}{failed}; {get_it(lens.needs)}")


def _rests(session: Session, finding: Finding, simulated: frozenset[str]) -> Rests:
    """Who says what a finding rests on, and whether that may decide a claim."""
    kept = finding.evidence.to_json()
    parts = [kept, *kept.get("also", ())]
    if any(part["table"] in CLAIMED for part in parts):
        return Rests((), "what it found rests on claims")
    session.need(*(part["table"] for part in parts))
    rows = [
        row
        for part in parts
        for row in session.rows(
            f"SELECT DISTINCT asserted_by, standing, list_contains($simulated, _source) AS simulated "
            f'FROM "{part["table"]}" WHERE {part["where"]} ORDER BY 1, 2, 3',
            part["params"] | {"simulated": sorted(simulated)},
        )
    ]
    by = tuple(dict.fromkeys(str(r["asserted_by"]) for r in rows if r["asserted_by"]))
    if any((r["standing"] or "recorded") not in _FIRM for r in rows):
        return Rests(by, "what it found rests on ties that were only read in texts")
    return Rests(by, simulated=any(r["simulated"] for r in rows))
