"""``docket``: every claim of a case with who says so, what can test it, and what the test came to.

Claims are tested only against what is recorded, never against other claims, and never against rows of their own
speakers. Nothing is called true: "supported by X" is the most that it says.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib import resources

from cuibono.case import docket_claims, docket_evidence, docket_groups, docket_routes
from cuibono.case.docket_evidence import Evidence
from cuibono.case.docket_holdings import control, ownership
from cuibono.case.docket_shares import amount, rank, share, trend
from cuibono.case.docket_ties import event_date, role, tie
from cuibono.case.docket_words import voice
from cuibono.model.claim_kind import CLAIM_KINDS, ClaimKind
from cuibono.model.docket import OUTCOMES, Asked, DocketRow, Outcome, Tested
from cuibono.model.table import spec, table_names
from cuibono.store import findings
from cuibono.store.layout import Layout
from cuibono.store.session import Session, open_session

Test = Callable[[Asked, Evidence, frozenset[str]], Tested]
_TESTS: dict[ClaimKind, Test] = {
    "share": share,
    "amount": amount,
    "rank": rank,
    "trend": trend,
    "ownership": ownership,
    "control": control,
    "role": role,
    "tie": tie,
    "event date": event_date,
}


def docket(layout: Layout, *, run: bool = False) -> list[DocketRow]:
    """The docket of a case; with ``run`` each claim that can be tested is tested."""
    with open_session(layout) as session:
        return of_session(session, run=run)


def of_session(session: Session, *, run: bool) -> list[DocketRow]:
    """The docket of what a session sees, the decided rows first, then by how much rests on them."""
    asked = docket_claims.claims(session)
    have = docket_evidence.have(session)
    groups, against = docket_groups.grouped(asked)
    evidence = docket_evidence.gather(session, asked, have) if run else Evidence()
    outlets = dict(session.engine.tuples("SELECT id, coalesce(outlet, author, title, name) FROM source"))
    resting = _resting(session)
    rows = []
    for number, (claims, others) in enumerate(zip(groups, against, strict=True), start=1):
        route = docket_routes.route(claims[0], have)
        tested = _tested(claims, evidence) if run and route.outcome is None else None
        if run and claims[0].foretold in _TESTS:
            tested = _scored(claims, evidence)
        rests = sum(resting[c.key] for c in claims) + len(claims) - 1
        rows.append(
            DocketRow(
                number, tuple(claims), route, tested, docket_groups.voices(claims), others, rests,
                docket_groups.marks(claims, outlets), tuple(dict.fromkeys(c.key[0] for c in claims)),
            )
        )  # fmt: skip
    return sorted(rows, key=_order)


def _tested(claims: Sequence[Asked], evidence: Evidence) -> Tested:
    """One outcome for claims that say the same: where they differ in detail, and that decides, none is identified."""
    own = frozenset(voice(n) for c in claims for n in (c.speaker, *c.via))
    distinct = {(c.low, c.high, c.qualifier, c.words): c for c in claims}
    found = [_TESTS[c.kind](c, evidence, own) for c in distinct.values()]
    if len({t.outcome for t in found}) > 1:
        return Tested("not identified", "those who say so differ in detail, and the records tell these apart")
    return found[0]


def _scored(claims: Sequence[Asked], evidence: Evidence) -> Tested | None:
    """A forecast is scored once its time is recorded; until then there is nothing to say."""
    came = _tested([replace(c, kind=c.foretold) for c in claims if c.foretold], evidence)
    if came.outcome not in ("supported", "contradicted"):
        return None
    return replace(came, rule=f"it was a forecast; {came.rule}")


def _resting(session: Session) -> Counter[tuple[str, int]]:
    """How many kept findings and read ties rest on each passage or row; a finding may rest on what is not public."""
    found: Counter[tuple[str, int]] = Counter()
    for finding in [] if session.scope.public else findings.kept(session):
        if finding.state != "fell":
            found.update({(source, row) for source, row in getattr(finding.evidence, "known", ())})
    ties = "SELECT source, seq, count(*) FROM record WHERE kind = 'tie' GROUP BY source, seq"
    for source, seq, count in session.engine.tuples(ties):
        found[source, seq] += count
    return found


def own_words() -> Iterator[str]:
    """What the docket says in its own voice, which is public by nature: rules, kinds, and where data is published."""
    for module in ("routes", "verdicts", "shares", "holdings", "ties", "groups"):
        yield resources.files("cuibono.case").joinpath(f"docket_{module}.py").read_text("utf-8")
    yield " ".join((*OUTCOMES, *CLAIM_KINDS, *(spec(n).get_it for n in table_names())))


def _order(row: DocketRow) -> tuple[int, int, int]:
    outcomes: tuple[Outcome | None, ...] = (*OUTCOMES[:3], None, *OUTCOMES[3:])
    return outcomes.index(row.outcome), -row.rests, row.number
