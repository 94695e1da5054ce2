"""How a row of the docket is tested: by recorded rows, by the lenses that answer its kind, and by both where both can.

One outcome for all who say so: where they differ in detail, and that decides, none is identified.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

from cuibono.case.docket import asides, foretold, gathering
from cuibono.case.docket.alike_wordings import in_alike_words
from cuibono.case.docket.app_wordings import in_app_words
from cuibono.case.docket.apposed import apposed
from cuibono.case.docket.around_apps import at_app_around, at_app_named, is_plainly_of_app
from cuibono.case.docket.around_bodies import at_body_around, is_plainly_of
from cuibono.case.docket.around_names import in_full_name
from cuibono.case.docket.around_parties import is_telling, meant_around
from cuibono.case.docket.around_stakes import at_stake_around
from cuibono.case.docket.around_ties import at_tied_around, is_called_so
from cuibono.case.docket.as_written import as_written
from cuibono.case.docket.beside import beside, both
from cuibono.case.docket.beside_other import beside_other
from cuibono.case.docket.bodies import at_town_hall, with_body
from cuibono.case.docket.by_number import by_its_number
from cuibono.case.docket.calendar import dealt, happened
from cuibono.case.docket.chinese_markets import in_market_words, in_year_around, its_part
from cuibono.case.docket.chinese_measures import with_good
from cuibono.case.docket.clauses import alone
from cuibono.case.docket.concert_wordings import in_concert_words
from cuibono.case.docket.counts import count
from cuibono.case.docket.dates import event_date, in_one_verb
from cuibono.case.docket.decision_wordings import in_decision_words
from cuibono.case.docket.differences import difference
from cuibono.case.docket.each_year import each_year
from cuibono.case.docket.feed_wordings import in_feed_words, none_of_it
from cuibono.case.docket.figures import figure
from cuibono.case.docket.first_person import in_own_name
from cuibono.case.docket.firsts import first, is_first
from cuibono.case.docket.founded import founded
from cuibono.case.docket.frames import named_again, unframed
from cuibono.case.docket.hedges import opened
from cuibono.case.docket.holding_ends import changed_hands
from cuibono.case.docket.holding_words import of_subsidiary
from cuibono.case.docket.holdings import control, ownership
from cuibono.case.docket.joining import admitted, firmest, joined, of_records, other_ways
from cuibono.case.docket.kin import kin_of
from cuibono.case.docket.kin_meant import as_kin, turned, with_holder, with_kin
from cuibono.case.docket.largest import largest
from cuibono.case.docket.largest_words import is_of_the_largest
from cuibono.case.docket.lenses import Lenses
from cuibono.case.docket.moments import timed
from cuibono.case.docket.names import fuller, named, with_firm
from cuibono.case.docket.no_majority import no_majority
from cuibono.case.docket.nominal_events import named_event
from cuibono.case.docket.numerals import in_digits
from cuibono.case.docket.only_ahead import places
from cuibono.case.docket.over_time import change, over_time
from cuibono.case.docket.overtaken import overtaking
from cuibono.case.docket.own_bodies import at_full_name, at_its_name, at_its_sort, at_own_body
from cuibono.case.docket.power_wordings import in_power_words
from cuibono.case.docket.quoted import in_its_quote
from cuibono.case.docket.rank_wordings import in_rank_words
from cuibono.case.docket.ranks import rank
from cuibono.case.docket.rates_told import in_percent, two_in_percent
from cuibono.case.docket.recorded_numbers import Numbers, numbers
from cuibono.case.docket.retold import as_holding, retold
from cuibono.case.docket.rises import in_rise_words
from cuibono.case.docket.role_wordings import as_held_since, in_role_words
from cuibono.case.docket.routes import recorded_in
from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.case.docket.said_before import in_that_year, in_year_told
from cuibono.case.docket.same_event import same_event
from cuibono.case.docket.shares import amount, share
from cuibono.case.docket.short_firms import with_full_firms
from cuibono.case.docket.short_names import in_full
from cuibono.case.docket.speaking_for import at_body_led
from cuibono.case.docket.spoken_names import as_spoken
from cuibono.case.docket.stand_ins import stood_in, supported_only, untitled
from cuibono.case.docket.standings import in_standing_words, kind_of, standings
from cuibono.case.docket.succession import succession
from cuibono.case.docket.things_asked import each_thing
from cuibono.case.docket.ties import belongs, membership, role, tenure, tie
from cuibono.case.docket.two_named import compared, sides
from cuibono.case.docket.two_rates import each_rate
from cuibono.case.docket.verdicts import DECIDED
from cuibono.case.docket.wordings import in_one_word
from cuibono.case.docket.words import voice
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Route, Tested
from cuibono.store.session import Session

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


#: Whom a claim means that names nobody, or calls somebody by a sort: by what is recorded, or by what stands around.
_MEANT = (
    apposed, with_full_firms, at_stake_around, at_own_body, at_its_name, at_its_sort, at_body_around, at_app_around,
    at_tied_around, in_year_around, lambda claim, _: in_that_year(claim),
)  # fmt: skip


#: Whose share it is, which a reader has found.
_ITS = re.compile(r"\b(?:its|their) (?=(?:market )?shares?\b)", re.IGNORECASE)


def _in_year_told(claim: Asked, evidence: Evidence) -> Iterator[Asked]:
    """A claim with the year that was named before it, and with the body around that it is then of."""
    if (its := _ITS.sub("", claim.words)) != claim.words and claim.kind == "share" and keys_of(claim.subject):
        claim = replace(claim, words=its)
        yield from (c for c in (claim, in_that_year(claim)) if c)
    if told := in_year_told(claim):
        yield told
        if whose := at_body_around(told, evidence):
            yield whose


#: Kinds of claims that may set two who are named against each other.
_SET_AGAINST: tuple[ClaimKind, ...] = ("rank", "trend", "count", "amount", "share")


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything that the claims of a docket are tested with: what is recorded of those whom they name, and lenses.

    ``observed`` is the evidence without what is ``simulated``, which decides nothing but claims of the simulation.
    ``recorders`` are those whose records it is made of; ``numbers`` are all that it has of them.
    """

    evidence: Evidence
    lenses: Lenses
    have: frozenset[str] = frozenset()
    simulated: frozenset[str] = frozenset()
    observed: Evidence = field(default_factory=Evidence)
    recorders: frozenset[str] = frozenset()
    numbers: Numbers = field(default_factory=Numbers)

    def tested(self, claims: Sequence[Asked], route: Route) -> Tested | None:
        """What the test of claims that say the same comes to; None where there is nothing to test them with."""
        if claims[0].kind == "forecast":
            return foretold.scored(claims, self._decided, over=route.outcome is None)
        return self._decided(claims) if route.outcome is None else None

    def _decided(self, claims: Sequence[Asked]) -> Tested:
        """One outcome of all who say so, nobody's own rows counted for himself."""
        said: dict[Asked, dict[tuple[Asked, frozenset[str]], None]] = {}
        for c in (in_own_name(timed(c, self.observed)) for c in claims):
            key = (c.key[0] if c.key[0] in self.simulated else "", 0)
            what = replace(c, says="", key=key, speaker="", id="", via=(), speaker_kind="")
            own = frozenset(voice(n) for n in (c.speaker, *c.via))
            said.setdefault(replace(what, around=""), {})[what, own] = None
        found = [firmest([self._of_one(what, own) for what, own in told]) for told in said.values()]
        found = [t for t in found if t.outcome != "no data"] or found
        if len({t.outcome for t in found}) > 1:
            return Tested("not identified", "those who say so differ in detail, and the records tell these apart")
        return found[0]

    def _of_one(self, claim: Asked, own: frozenset[str]) -> Tested:
        """What a claim comes to for those who say so; what only they themselves record is no data, and is told so."""
        found = self._put(claim, own)
        if found.outcome not in DECIDED and (told := in_its_quote(claim)):
            again = self._put(told, own)
            found = again if again.outcome in DECIDED else found
        keeps = bool(own & self.recorders) or not recorded_in(claim.kind)
        if found.outcome != "no data" or not keeps or self._put(claim, frozenset()).outcome == "no data":
            return found
        why = "only the speaker's own table records it, and nobody bears out a claim of their own"
        return Tested("no data", f"{why}; it takes a record by somebody else")

    def _put(self, claim: Asked, own: frozenset[str]) -> Tested:
        """A claim as it names whom it is about; where only a pronoun does, what contradicts it may be of another."""
        if found := self._of_kin(claim, own):
            return found
        named_ = stood_in(claim)
        mine = named_ or claim
        fuller_ = None if named_ else in_full(claim, self.evidence)
        forms = (form(mine, self.evidence) for form in _MEANT)
        open_: Tested | None = None
        if (led := at_body_led(claim, self.evidence)) and (found := self._named(led, own)).outcome in DECIDED:
            return found
        for other in (fuller_, as_held_since(mine), *forms):
            if other:
                found = self._named(other, own)
                if found.outcome == "supported" or (found.outcome in DECIDED and self._is_sure(claim)):
                    return found
                open_ = open_ or (None if found.outcome == "no data" else supported_only(found))
        for other in _in_year_told(mine, self.evidence):
            if (found := self._named(other, own)).outcome == "supported":
                return found
        stood = self._named(named_ or untitled(claim), own)
        found = supported_only(stood) if named_ and not is_plainly_of_app(claim, self.evidence) else stood
        if found.outcome in DECIDED:
            return found
        found = open_ if open_ and found.outcome == "no data" else found
        return self._of_those_around(claim, own) or by_its_number(claim, self.numbers, self.observed, own) or found

    def _of_kin(self, claim: Asked, own: frozenset[str]) -> Tested | None:
        """What a claim comes to of the kin, or of the holder of a post, whom it means; None where that is not sure."""
        if told := with_kin(claim, self.observed, own):
            found = self._put(told[0], own)
            if found.outcome == "supported" or (told[1] and found.outcome == "contradicted"):
                return found
        for held in (with_holder(claim, self.observed), turned(claim), as_kin(claim)):
            if held and (found := self._put(held, own)).outcome == "supported":
                return found
        return None

    def _of_those_around(self, claim: Asked, own: frozenset[str]) -> Tested | None:
        """What a claim comes to of the one of those named around of whom it is borne out, or whom it means by name."""
        told = [(m, self._named(m.claim, own)) for m in meant_around(claim, self.evidence)]
        rivals = any(t.outcome == "contradicted" for _, t in told)
        borne_out = {
            m.name: t
            for m, t in told
            if t.outcome == "supported" and (m.sure or is_telling(claim, m.name, rivals=rivals))
        }
        against = {m.name: t for m, t in told if t.outcome == "contradicted" and m.sure}
        decided = borne_out or against
        if len(decided) != 1:
            return None
        ((name, tested),) = decided.items()
        name = self.evidence.parties_as_told[name]
        return replace(tested, rule=f"taken to be of {name}, named around it; {tested.rule}")

    def _all_of(self, claims: Iterable[Asked], own: frozenset[str]) -> Tested:
        """What several claims that one makes come to together."""
        return reduce(both, (self._put(c, own) for c in claims))

    def _is_sure(self, claim: Asked) -> bool:
        """Whether whom a claim leaves unsaid can be nobody else, so that it may be contradicted by what is recorded."""
        found = is_plainly_of(claim, self.evidence) or is_called_so(claim, self.evidence)
        return found or is_plainly_of_app(claim, self.evidence)

    def _named(self, claim: Asked, own: frozenset[str]) -> Tested:
        """Recorded rows first, then lenses; what both decide they must decide alike."""
        if told := self._of_rates(in_decision_words(in_one_word(claim)), own):
            return told
        evidence = self.evidence if claim.key[0] in self.simulated else self.observed
        claim = in_power_words(in_role_words(in_full_name(at_app_named(claim, evidence), evidence)))
        claim = alone(named_again(as_spoken(claim, evidence)))
        claim = as_written(claim, evidence)
        held = as_holding(with_firm(claim, evidence), evidence.held)
        claim = opened(held if held.kind == "ownership" else claim)
        claim = replace(claim, kind=kind_of(claim))
        claim = in_one_word(asides.plain(in_digits(in_alike_words(claim))))
        claim = in_rise_words(in_rank_words(in_standing_words(in_app_words(claim))))
        claim = in_concert_words(in_feed_words(in_decision_words(claim)))
        claim = with_good(in_market_words(claim, evidence), evidence)
        if (
            two := its_part(claim)
            or beside(claim)
            or difference(claim)
            or beside_other(claim)
            or places(claim, evidence)
        ):
            return self._all_of(two, own)
        if (ranked := standings(claim)) and (told := self._all_of(ranked, own)).outcome in DECIDED:
            return told
        if several := each_year(claim) or overtaking(claim) or ranked or each_thing(claim) or each_rate(claim):
            return self._all_of(several, own)
        claim = at_full_name(fuller(retold(unframed(claim)), evidence), evidence)
        claim = with_body(at_town_hall(claim, evidence), evidence)
        if kept := over_time(claim, evidence, own):
            return kept
        if claim.kind in _SET_AGAINST and (against := _set_against(claim, evidence, own)):
            return against
        if after := succession(claim, evidence, own):
            return after
        at_hand = not self.have.isdisjoint(recorded_in(claim.kind))
        found = [test(claim, evidence, own) for test in _TESTS.get(claim.kind, ())] if at_hand else []
        direct = of_records(found) if found else None
        if direct and direct.outcome not in DECIDED and claim.kind in _OF_EVENTS and "dated_events" in self.have:
            other = same_event(claim, evidence, own)
            direct = other if other.outcome in DECIDED else direct
        if direct and direct.outcome == "not identified" and not other_ways(claim, direct):
            return direct
        if direct and claim.kind == "tie" and kin_of(claim):
            return direct
        asked = not (direct and direct.outcome in DECIDED)
        heard = admitted(claim, self.lenses.tested(named(claim, evidence), own, asked=asked))
        if direct is None or heard is None:
            return direct or heard or Tested("no data", "nothing that the case has tests claims of its kind")
        return joined(claim, direct, heard)

    def _of_rates(self, claim: Asked, own: frozenset[str]) -> Tested | None:
        """What a claim that tells how often something was decided comes to, where the lenses decide it."""
        said = two_in_percent(claim) or [told for told in (none_of_it(claim) or in_percent(claim),) if told]
        found = [t for c in said if (t := self.lenses.tested(c, own))]
        tested = reduce(both, found) if found and len(found) == len(said) else None
        return tested if tested and tested.outcome in DECIDED else None


def _set_against(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What a comparison of two who are named comes to; None for any other claim, and where both are not recorded."""
    two = sides(claim, evidence)
    found = compared(claim, two, evidence, own) if two else None
    return found if found and found.outcome != "no data" else None


def bench(session: Session, asked: Iterable[Asked], have: Collection[str]) -> Bench:
    """What the claims of a session are tested with."""
    evidence, simulated = gathering.gather(session, asked, set(have)), gathering.simulated(session)
    lenses = Lenses(session, have, simulated)
    recorders = gathering.recorders(session, have)
    observed = evidence.without(simulated)
    return Bench(evidence, lenses, frozenset(have), simulated, observed, recorders, numbers(observed))
