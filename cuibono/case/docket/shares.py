"""Tests of shares and amounts against recorded shares of a market."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from cuibono.case.docket import bases, in_words
from cuibono.case.docket.countrywide import is_of_a_place, without_country
from cuibono.case.docket.markets import done_in, of_market
from cuibono.case.docket.names import doubtful, is_meant
from cuibono.case.docket.of_now import of_now
from cuibono.case.docket.part_verbs import having, through
from cuibono.case.docket.rank_wordings import COUNTED_OF, is_last
from cuibono.case.docket.rows import Evidence, Share, keys_of
from cuibono.case.docket.stage_forms import doers, done_at, others
from cuibono.case.docket.stages import agents, at_stage, is_done, is_named, is_whole, spoken, stage_words, stages, wider
from cuibono.case.docket.times import year_of
from cuibono.case.docket.units import measured_in, names_of, unit_of
from cuibono.case.docket.verdicts import agreed, nobody, open_, other_times, unknown
from cuibono.case.docket.whole_told import without_whole
from cuibono.case.docket.words import (
    folded,
    listed,
    narrowing,
    of_its_own,
    stems,
    stray,
    tokens,
    voice,
)
from cuibono.measures.claimed import Claimed, Verdict, verdict
from cuibono.model.docket import Asked, Tested

_WORLD = frozenset({"world", "the world", "earth", "globe"})
_PROVIDED = "provided provides provide contributed contributes contribute furnished furnishes"
_QUANTITY = re.compile(r"\b(?:weight|volume|tonnage|tonnes)\b", re.IGNORECASE)
_DONE = ("ed", "ing", "built", "caught", "spun", "woven", "grown", "drawn", "bred")
_PLANTS = frozenset({"smelters", "refineries", "mills", "mines", "plants", "factories", "foundries", "yards", "wells"})


@dataclass(frozen=True, slots=True)
class Rows:
    """Recorded shares that a claim is about, and what it leaves open of them: the stage, the basis."""

    rows: Sequence[Share]
    open: tuple[str, ...] = ()


def share(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """A share of a market in a year, or one that somebody has now."""
    found = _share(claim, evidence, own)
    return of_now(claim, found, evidence, lambda c: _share(c, evidence, own))


def _share(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """A share of a market in a year."""
    found = about(claim, evidence, own, year=year_of(claim.time))
    if isinstance(found, Tested):
        return found
    if left := stray(claim):
        return open_(f"it gives more numbers than one: {', '.join(left[:3])}", found.rows)
    said = Claimed(claim.low, claim.high, claim.qualifier)
    rows = [r for r in found.rows if r.low is not None or r.high is not None]
    if not claim.unit and rows:
        return open_("it does not say whether its number is in percent", rows)
    if claim.unit != "percent" or not rows:
        return unknown("the claim or the record gives no share", "supply_shares")
    judged = [(r, verdict(said, in_words.percent(r.low), in_words.percent(r.high))) for r in rows]
    return decided(claim, judged, found.open, in_words.share, evidence)


def amount(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """A quantity supplied in a year, in the unit of the record; a percentage of a market is a share of it."""
    if claim.unit == "percent":
        return share(claim, evidence, own)
    found = about(claim, evidence, own, year=year_of(claim.time))
    if isinstance(found, Tested):
        return found
    if left := stray(claim):
        return open_(f"it gives more numbers than one: {', '.join(left[:3])}", found.rows)
    unit = unit_of(claim.unit)[0]
    rows = [r for r in found.rows if r.amount is not None and unit and unit_of(r.unit)[0] == unit]
    if not rows:
        return unknown(f"no quantity in {claim.unit or 'that unit'} is recorded of it", "supply_shares")
    said = Claimed(claim.low, claim.high, claim.qualifier)
    judged = [(r, verdict(said, *[measured_in(claim.unit, r.amount, r.unit)] * 2)) for r in rows]
    return decided(claim, judged, found.open, in_words.amount, evidence)


def about(claim: Asked, evidence: Evidence, own: frozenset[str], *, year: int | None, also: str = "") -> Rows | Tested:
    """The recorded rows that a claim is about, else why there are none or why they leave it open.

    ``also`` are words that narrow nothing in it.
    """
    if not keys_of(claim.subject):
        return nobody(claim.subject, "supply_shares")
    subject = claim.subject
    assert subject is not None
    told, said = claim.words, spoken(claim.words)
    claim = replace(claim, words=bases.by_whom(bases.plainly(without_country(claim.words)), subject.name))
    said |= spoken(claim.words)
    steps = spoken(told.replace(subject.name, " ")) | spoken(claim.words.replace(subject.name, " "))
    every = {r.key: r for k in sorted(keys_of(subject)) for r in evidence.shares.get(k, ())}.values()
    near = [r for r in every if is_named(r, said)]
    mine = [r for r in near or every if is_meant(subject, r.supplier, evidence) and voice(r.by) not in own]
    if not mine:
        return unknown(f"no share of {subject.name} is recorded", "supply_shares")
    if why := doubtful(subject, evidence, [r.supplier for r in mine]):
        return open_(why, mine)
    staged = [r for r in mine if r.stage and at_stage(r.stage, steps)]
    whole = [r for r in staged if not wider(r, said, evidence)] or _meant(claim, staged, every)
    if staged and not whole:
        return open_(f"it speaks more broadly than the records: they are of {_goods(staged)}", staged)
    staged = whole
    rows = staged or [r for r in mine if r.market and of_market(r.market, said)] or _of_context(claim, mine, also)
    if not rows and not narrowing(claim.words, subject.name, "its", also) and not claim.object:
        return open_("it does not say of what", mine)
    if not rows:
        return unknown("no share of what it speaks of is recorded", "supply_shares")
    told_ = without_whole(claim.words, [r for r in rows if r.year == year], evidence)
    if left := _narrower(replace(claim, words=told_), rows, also):
        dated = [r for r in rows if r.year == year]
        return open_(f"it speaks more narrowly than the records: {', '.join(left[:3])}", dated or rows)
    if year is None:
        return open_("it does not say of which one year", rows)
    dated = [r for r in rows if r.year == year]
    if not dated:
        return other_times(year, rows)
    return _on_basis(claim, dated, staged=bool(staged))


def _meant(claim: Asked, staged: Sequence[Share], every: Iterable[Share]) -> list[Share]:
    """The rows of the one good that is meant where a claim only names a stage.

    In a text it is the one of which the words around speak, of a row in a table the only one it supplies.
    """
    near, whole = stems(claim.around), "all" in tokens(claim.words)  # "of all magnets" says that it is of more
    if claim.stated and claim.stated.row:
        return list(staged) if len({folded(r.market) for r in every}) == 1 and not whole else []
    meant = [r for r in staged if r.market and of_market(r.market, near) and not (whole and " " not in r.stage.strip())]
    return meant if len({folded(r.market) for r in meant}) == 1 else []


def _of_context(claim: Asked, mine: Sequence[Share], also: str) -> list[Share]:
    """The rows of the one thing that somebody supplies, where a claim leaves it unsaid and its text speaks of it."""
    if len({(folded(r.market), folded(r.stage)) for r in mine}) != 1 or claim.object:
        return []
    subject = claim.subject.name if claim.subject else ""
    told = [f"{r.basis} {bases.telling(claim.words, r.basis)}" for r in mine if bases.is_told(claim.words, r.basis)]
    if narrowing(claim.words, subject, "its supplier", also, bases.neutral(claim.words), *told):
        return []
    row, near = bool(claim.stated and claim.stated.row), stems(claim.around)
    whole = is_done(mine[0].stage) or stems(mine[0].stage) <= near
    return list(mine) if row or (whole and of_market(mine[0].market, near)) else []


def _goods(rows: Sequence[Share]) -> str:
    return ", ".join(sorted({r.market for r in rows})[:3])


def _on_basis(claim: Asked, rows: list[Share], *, staged: bool) -> Rows | Tested:
    """The rows of the basis that is claimed; capacity is not production."""
    missing = () if staged or all(is_whole(r) for r in rows) else ("stage",)
    told = [r for r in rows if bases.is_told(claim.words, r.basis)]
    named = bases.basis_of(claim.words) or bases.basis_of(claim.quoted)  # "share", says a row, "of capacity" its quote
    if told and (len(told) == len(rows) or not named) and "capacity" not in named:
        return Rows(told, missing)
    said = bases.meant(_without_stage(claim.words, rows) if staged else claim.words, (r.basis for r in rows))
    # of what was caught its weight tells all, and of what was installed the installed units
    weighed = all(_QUANTITY.search(r.basis) or done_at(r.stage) & {*tokens(r.basis)} for r in rows)
    said = said or (named if "capacity" in named else frozenset())
    said = said or (frozenset({"production"}) if _made(claim, rows) and not weighed else frozenset())
    if len(said) > 1:
        return open_(f"it speaks of {' and '.join(sorted(said))} at once", rows)
    if not said:
        return Rows(rows, (*missing, "basis"))
    right = [r for r in rows if bases.basis_of(r.basis) == said]
    if not right:
        there = ", ".join(sorted({r.basis or "no basis" for r in rows}))
        return open_(f"it is of {next(iter(said))}, the records of {there}", rows)
    return Rows(right, missing)


def _without_stage(words: str, rows: Sequence[Share]) -> str:
    """A claim without the name of its stage where that sounds like a basis: cable manufacture, counted in shipments."""
    steps = {w for r in rows for w in tokens(r.stage) if w in ("manufacture", "manufacturing", "assembly", "making")}
    return re.sub(rf"\b(?:{'|'.join(sorted(steps))})\b", " ", words, flags=re.IGNORECASE) if steps else words


def _made(claim: Asked, rows: Sequence[Share]) -> bool:
    """Whether it says what was made by what was done at a stage: mined, refined."""
    done = {w for r in rows for w in done_at(r.stage)}
    return any(w in agents() or (w in stages().keys() | done and w.endswith(_DONE)) for w in tokens(claim.words))


def _narrower(claim: Asked, rows: Sequence[Share], also: str) -> list[str]:
    """What the claim adds to the whole that the records are of: a place, a kind, an origin."""
    assert claim.subject is not None
    place = claim.place if claim.place and folded(claim.place) not in _WORLD else None
    within = frozenset(s for r in rows for s in stems(r.market))  # "ceramic tiles (Norland)" are of that place
    if place and folded(place) != folded(claim.subject.name) and not stems(place) <= within:
        return [place]
    names = (claim.subject.name, *{r.market for r in rows}, *{r.stage for r in rows})
    names = (*names, *{w for r in rows for w in done_in(r.market)})
    told = {r.basis for r in rows if bases.is_told(claim.words, r.basis)}
    names = (*names, *told, *(bases.telling(claim.words, b) for b in told))
    known = (*names, *{stage_words(r.stage) for r in rows}, names_of(claim.unit, scaled=False))
    strange = listed("strange_to_shares") - (listed("suppliers") | {"ranked"} if claim.kind == "rank" else frozenset())
    # A share of miners is of people, one of mines of places.
    people = agents().union(*(doers(r.stage) for r in rows))
    strange |= frozenset() if claim.kind == "rank" else listed("ranks") | people | _PLANTS
    ranked = claim.kind == "rank"
    known = (*known, *(_ranking(claim.words, rows) if ranked else (_PROVIDED, having(claim.words, rows))))
    known = (*known, *(bases.telling(claim.words, r.basis) for r in rows if not bases.basis_of(r.basis)))
    odd = [w for w in tokens(claim.words) if w in strange and w not in tokens(" ".join((*names, claim.unit, also)))]
    words = _stage_first(bases.taken_in(through(claim.words, rows)), rows)
    return [*of_its_own(claim), *odd, *narrowing(words, *known, also, bases.neutral(words))]


def _ranking(words: str, rows: Sequence[Share]) -> tuple[str, ...]:
    """Words that say no more in a claim of a place than who has it."""
    there = " ".join(w for r in rows for w in others(f"{r.market} {r.stage} {r.basis}"))
    last = "last" if is_last(words) else ""
    return there, COUNTED_OF, " ".join(listed("traders")), " ".join(listed("suppliers")), last


def _stage_first(words: str, rows: Sequence[Share]) -> str:
    """A claim with the stage of a good before it: "tubing for vials" is vial tubing, and "for" says no more."""
    goods = {(r.stage.strip(), r.market.strip()) for r in rows if r.stage.strip() and r.market.strip()}
    for stage, good in goods:
        words = re.sub(rf"(?i)(?<={re.escape(stage)} )for (?=(?:the |all )?{re.escape(good)}\b)", "of ", words)
    return words


def decided(
    claim: Asked,
    judged: list[tuple[Share, Verdict]],
    missing: tuple[str, ...],
    told: Callable[[Share], str],
    evidence: Evidence,
) -> Tested:
    """One outcome of all rows; what the claim leaves open must not matter, and that must be seen.

    Where the case knows a market at one stage, or by one basis, nothing else can be meant; but who has a part of the
    capacity may have another of what is made.
    """
    rows = [r for r, _ in judged]
    open_ones = [d for d in missing if len({getattr(r, d) for r in rows}) < 2]
    for dimension in open_ones:
        if not _is_only(dimension, rows, evidence):
            only = getattr(rows[0], dimension) or "one that is not said"
            return open_(f"it does not say of which {dimension}, and only {only} is recorded", rows)
    found = agreed(claim, judged, told)
    if found.outcome == "contradicted" and "basis" in open_ones and "capacity" in bases.basis_of(rows[0].basis):
        return open_(f"what is recorded differs, but is of {rows[0].basis or 'a basis that is not said'}", rows)
    if found.outcome == "contradicted" and is_of_a_place(claim.words, (r.by for r in rows), evidence.parties):
        return open_("what is recorded differs, but may be of another place than the one that it speaks of", rows)
    return found


def _is_only(dimension: str, rows: Sequence[Share], evidence: Evidence) -> bool:
    """Whether all that a case has of the markets of some rows is of their one stage, or their one basis."""
    markets = {folded(r.market) for r in rows}
    if dimension == "stage" and not all(is_done(r.stage) for r in rows):
        return False  # blades of turbines are no turbines, whatever else is recorded
    if dimension == "stage":
        return len({stage for market, stage in evidence.goods if folded(market) in markets}) == 1
    steps = {(r.market, r.stage) for r in rows}
    return bool(rows[0].basis) and len({k[2] for k in evidence.markets if k[:2] in steps}) == 1
