"""How a row of the docket is tested: each claim in it by what tests its kind, and one outcome for all who say so."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from cuibono.case import docket_evidence
from cuibono.case.docket_evidence import Evidence
from cuibono.case.docket_holdings import control, ownership
from cuibono.case.docket_shares import amount, rank, share, trend
from cuibono.case.docket_ties import event_date, role, tie
from cuibono.case.docket_words import voice
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Route, Tested
from cuibono.store.session import Session

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


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything that the claims of a docket are tested with: what is recorded of those whom they name."""

    evidence: Evidence

    def tested(self, claims: Sequence[Asked], route: Route) -> Tested | None:
        """What the test of claims that say the same comes to; None where there is nothing to test them with."""
        if claims[0].foretold in _TESTS:
            return self._scored(claims)
        return self._decided(claims) if route.outcome is None else None

    def _decided(self, claims: Sequence[Asked]) -> Tested:
        """One outcome for claims that say the same: where they differ in detail, and that decides, none is."""
        own = frozenset(voice(n) for c in claims for n in (c.speaker, *c.via))
        distinct = {(c.low, c.high, c.qualifier, c.words): c for c in claims}
        found = [_TESTS[c.kind](c, self.evidence, own) for c in distinct.values()]
        if len({t.outcome for t in found}) > 1:
            return Tested("not identified", "those who say so differ in detail, and the records tell these apart")
        return found[0]

    def _scored(self, claims: Sequence[Asked]) -> Tested | None:
        """A forecast is scored once its time is recorded; until then there is nothing to say."""
        came = self._decided([replace(c, kind=c.foretold) for c in claims if c.foretold])
        if came.outcome not in ("supported", "contradicted"):
            return None
        return replace(came, rule=f"it was a forecast; {came.rule}")


def bench(session: Session, asked: Iterable[Asked], have: Collection[str]) -> Bench:
    """What the claims of a session are tested with."""
    return Bench(docket_evidence.gather(session, asked, set(have)))
