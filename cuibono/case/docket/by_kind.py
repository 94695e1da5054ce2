"""Which recorded rows test a claim of each kind, and what they all come to together."""

from collections.abc import Callable
from dataclasses import replace

from cuibono.case.docket.calendar import dealt, happened
from cuibono.case.docket.counts import count
from cuibono.case.docket.dates import event_date, in_one_verb
from cuibono.case.docket.figures import figure
from cuibono.case.docket.firsts import first, is_first
from cuibono.case.docket.founded import founded
from cuibono.case.docket.holding_ends import changed_hands
from cuibono.case.docket.holding_words import of_subsidiary
from cuibono.case.docket.holdings import control, ownership
from cuibono.case.docket.joining import of_records
from cuibono.case.docket.largest import largest
from cuibono.case.docket.largest_words import is_of_the_largest
from cuibono.case.docket.no_majority import no_majority
from cuibono.case.docket.nominal_events import named_event
from cuibono.case.docket.on_its_day import on_its_day
from cuibono.case.docket.over_time import change
from cuibono.case.docket.ranks import rank
from cuibono.case.docket.routes import recorded_in
from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.case.docket.same_event import same_event
from cuibono.case.docket.shares import amount, share
from cuibono.case.docket.ties import belongs, membership, role, tenure, tie
from cuibono.case.docket.two_named import compared, sides
from cuibono.case.docket.verdicts import DECIDED
from cuibono.case.docket.words import bases
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Tested

Test = Callable[[Asked, Evidence, frozenset[str]], Tested]


def _tie(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """A tie of two; that one firm belongs to the other is in their holdings."""
    if held := of_subsidiary(claim):
        return control(held, evidence, own)
    if belongs(claim) and any(k in evidence.held for k in keys_of(claim.subject)):
        return ownership(replace(claim, kind="ownership"), evidence, own)
    told = in_one_verb(claim.words)
    made = founded(claim, told, evidence, own) if claim.time else None
    return made or tie(replace(claim, words=told), evidence, own)


def _ownership(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """A holding of so much, or the largest one of all."""
    return largest(claim, evidence, own) if is_of_the_largest(claim) else ownership(claim, evidence, own)


def _figure(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """A number, or one that was passed for the first time."""
    return first(claim, evidence, own) if is_first(claim) else figure(claim, evidence, own)


_TESTS: dict[ClaimKind, tuple[Test, ...]] = {
    "share": (share, figure),
    "amount": (amount, _figure, happened),
    "count": (_figure, count, happened),
    "rank": (rank,),
    "trend": (change,),
    "ownership": (_ownership, membership, dealt, changed_hands, no_majority),
    "control": (control, no_majority),
    "role": (role, happened),
    "tie": (_tie, happened),
    "event date": (event_date, tenure, changed_hands, named_event),
}
#: Kinds of claims that may tell of an event of a calendar, in other words than its own.
_OF_EVENTS = ("event date", "count", "amount", "ownership", "role", "tie", "share")
#: Kinds of claims that may set two who are named against each other.
_SET_AGAINST: tuple[ClaimKind, ...] = ("rank", "trend", "count", "amount", "share")


def by_records(claim: Asked, evidence: Evidence, own: frozenset[str], have: frozenset[str]) -> Tested | None:
    """What all recorded rows of its kind say to a claim; None where the case has none that could."""
    if have.isdisjoint(recorded_in(claim.kind)):
        return None
    found = [test(claim, evidence, own) for test in _TESTS.get(claim.kind, ())]
    if claim.kind == "amount" and not bases(claim.words):
        found = [*found[1:], found[0]]  # of what nobody supplies a table of figures is missing, and no market's
    direct = of_records(found) if found else None
    if direct and direct.outcome not in DECIDED and claim.kind in _OF_EVENTS and "dated_events" in have:
        other = same_event(claim, evidence, own)
        other = other if other.outcome in DECIDED else on_its_day(claim, evidence, own)
        direct = other if other.outcome in DECIDED else direct
    return direct


def set_against(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What a comparison of two who are named comes to; None for any other claim, and where both are not recorded."""
    two = sides(claim, evidence) if claim.kind in _SET_AGAINST else None
    found = compared(claim, two, evidence, own) if two else None
    return found if found and found.outcome != "no data" else None
