"""How a row of the docket is tested: by recorded rows, by the lenses that answer its kind, and by both where both can.

One outcome for all who say so: where they differ in detail, and that decides, none is identified.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import chain

from cuibono.case.docket import foretold, gathering
from cuibono.case.docket.around_apps import is_plainly_of_app
from cuibono.case.docket.around_bodies import is_plainly_of
from cuibono.case.docket.around_parties import is_telling, meant_around
from cuibono.case.docket.around_ties import is_called_so
from cuibono.case.docket.beside import beside, both
from cuibono.case.docket.beside_other import beside_other
from cuibono.case.docket.by_kind import by_records, set_against
from cuibono.case.docket.chinese_markets import its_part
from cuibono.case.docket.decision_wordings import in_decision_words
from cuibono.case.docket.differences import difference
from cuibono.case.docket.each_year import each_year
from cuibono.case.docket.feed_wordings import none_of_it
from cuibono.case.docket.figures_told import as_told, as_told_differing, as_told_more
from cuibono.case.docket.first_person import in_own_name
from cuibono.case.docket.in_form import in_form, of_one
from cuibono.case.docket.joining import admitted, firmest, joined, other_ways
from cuibono.case.docket.kin import kin_of
from cuibono.case.docket.kin_meant import as_kin, turned, with_holder, with_kin
from cuibono.case.docket.largest_words import with_its_part
from cuibono.case.docket.lenses import Lenses
from cuibono.case.docket.meant import meant, meant_in_year
from cuibono.case.docket.moments import timed
from cuibono.case.docket.names import named
from cuibono.case.docket.only_ahead import places
from cuibono.case.docket.over_time import over_time
from cuibono.case.docket.overtaken import overtaking
from cuibono.case.docket.quoted import in_its_quote
from cuibono.case.docket.rates_told import in_percent, two_in_percent
from cuibono.case.docket.routes import recorded_in
from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.short_firms import with_full_firms, with_sure_firms
from cuibono.case.docket.short_names import in_full
from cuibono.case.docket.speaking_for import at_body_led
from cuibono.case.docket.stand_ins import stood_in, supported_only, untitled
from cuibono.case.docket.standings import standings
from cuibono.case.docket.succession import succession
from cuibono.case.docket.things_asked import each_thing
from cuibono.case.docket.two_rates import each_rate
from cuibono.case.docket.verdicts import DECIDED
from cuibono.case.docket.wordings import in_one_word
from cuibono.case.docket.words import voice
from cuibono.model.docket import Asked, Route, Tested
from cuibono.store.session import Session

#: Tables of which rates are measured: what was decided of whom, and what accounts were shown.
_RATED = frozenset({"decisions", "impressions", "feed_accounts"})


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything that the claims of a docket are tested with: what is recorded of those whom they name, and lenses.

    ``observed`` is the evidence without what is ``simulated``, which decides nothing but claims of the simulation.
    ``recorders`` are those whose records it is made of.
    """

    evidence: Evidence
    lenses: Lenses
    have: frozenset[str] = frozenset()
    simulated: frozenset[str] = frozenset()
    observed: Evidence = field(default_factory=Evidence)
    recorders: frozenset[str] = frozenset()

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
            said.setdefault(replace(what, around="") if what.around else what, {})[what, own] = None
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
        open_: Tested | None = None
        for sure in (at_body_led(claim, self.evidence), with_sure_firms(mine, self.evidence)):
            if sure and (found := self._named(sure, own)).outcome in DECIDED:
                return found
        for other in chain((fuller_,) if fuller_ else (), meant(mine, self.evidence)):
            found = self._named(other, own)
            if found.outcome == "supported" or (found.outcome in DECIDED and self._is_sure(claim)):
                return found
            open_ = open_ or (None if found.outcome == "no data" else supported_only(found))
        for other in meant_in_year(mine, self.evidence):
            if (found := self._named(other, own)).outcome == "supported":
                return found
        stood = self._named(named_ or untitled(claim), own)
        found = supported_only(stood) if named_ and not is_plainly_of_app(claim, self.evidence) else stood
        if found.outcome in DECIDED:
            return found
        if (by_figure := self._as_figure(claim, own)) and by_figure.outcome in DECIDED:
            return by_figure
        found = open_ if open_ and found.outcome == "no data" else found
        return self._of_those_around(claim, own) or found

    def _as_figure(self, claim: Asked, own: frozenset[str]) -> Tested | None:
        """What a claim comes to as one of a figure that is told without its name, by full names or short ones."""
        sure = with_sure_firms(claim, self.evidence)
        full = sure or with_full_firms(claim, self.evidence)
        for said in (claim, full) if full else (claim,):
            for as_figure in (as_told, as_told_more, as_told_differing):
                if (told := as_figure(said, self.evidence)) is None:
                    continue
                found = self._named(told, own)
                found = supported_only(found) if said is not claim and not sure else found
                if found.outcome in DECIDED:
                    return found
        return None

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
        if not self.have.isdisjoint(_RATED) and (told := self._of_rates(in_decision_words(in_one_word(claim)), own)):
            return told
        evidence = self.evidence if claim.key[0] in self.simulated else self.observed
        claim = in_form(claim, evidence)
        if (
            two := its_part(claim)
            or beside(claim)
            or difference(claim)
            or beside_other(claim)
            or places(claim, evidence)
            or with_its_part(claim)
        ):
            return self._all_of(two, own)
        if (ranked := standings(claim)) and (told := self._all_of(ranked, own)).outcome in DECIDED:
            return told
        if several := each_year(claim) or overtaking(claim) or ranked or each_thing(claim) or each_rate(claim):
            return self._all_of(several, own)
        claim = of_one(claim, evidence)
        if kept := over_time(claim, evidence, own):
            return kept
        if found := set_against(claim, evidence, own) or succession(claim, evidence, own):
            return found
        direct = by_records(claim, evidence, own, self.have)
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


def bench(session: Session, asked: Iterable[Asked], have: Collection[str]) -> Bench:
    """What the claims of a session are tested with."""
    evidence, simulated = gathering.gather(session, asked, set(have)), gathering.simulated(session)
    lenses = Lenses(session, have, simulated)
    recorders = gathering.recorders(session, have)
    observed = evidence.without(simulated)
    return Bench(evidence, lenses, frozenset(have), simulated, observed, recorders)
