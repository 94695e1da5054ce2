"""Does what a lens found answer a claim? Only one of the same kind, of the same parties, in no more words, of its time.

See ``model/bearing.py`` for the rule; what leaves it open comes back as a sentence, never as a guess.
"""

import re
from dataclasses import dataclass, replace

from cuibono.case.docket.compared import comparing
from cuibono.case.docket.in_concert import is_row, named
from cuibono.case.docket.sides import of_sides
from cuibono.case.docket.times import Relation, on_day, relation, spoken
from cuibono.case.docket.words import agent_first, bases, folded, listed, narrowing, of_its_own, stems, stray, tokens
from cuibono.measures.claimed import Claimed, Verdict, verdict
from cuibono.model.bearing import Bearing
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party

#: What holds between two in one direction: who acts comes first.
_DIRECTED: tuple[ClaimKind, ...] = ("control", "ownership", "tie")
#: What holds between two, by a post or a tie that may be of a degree: vice, honorary, former.
_BETWEEN: tuple[ClaimKind, ...] = (*_DIRECTED, "role")
#: What is measured for a time as a whole; a part of a year is not the year.
_PERIODIC: tuple[ClaimKind, ...] = ("share", "rank", "count", "amount", "trend")
#: What somebody did: once within the claimed time is enough to bear it out.
_DEEDS: tuple[ClaimKind, ...] = ("treatment", "behaviour of an app", "behaviour of a feed", "coordination")
#: Of which some fare otherwise than others.
_COMPARED: tuple[ClaimKind, ...] = ("treatment", "behaviour of a feed")
_NUMBERED: tuple[ClaimKind, ...] = ("share", "count", "amount")
#: Lists of words that say no more than the kind, or than what the basis is, which is compared apart.
_BASIS = ("production", "capacity", "export", "import", "shipment", "sales")
_OWN_WORDS: dict[ClaimKind, tuple[str, ...]] = {
    "control": ("control_words",),
    "ownership": ("ownership_words",),
    "coordination": ("coordination_words",),
    "count": ("count_words",),
    "amount": ("amount_words", *_BASIS),
    "share": ("share_words", "whole", *_BASIS),
    "rank": ("whole", *_BASIS),
    "trend": ("whole", *_BASIS),
}
_TELLING = ("ranks", "up", "down")
_TOLD_APART: tuple[ClaimKind, ...] = ("share", "rank", "trend")
#: What must say of what it is: a share, a number or a deed of nothing in particular is not answered.
_SAID_OF: tuple[ClaimKind, ...] = (*_PERIODIC, *_DEEDS)
_UNITS = {"%": "percent", "pct": "percent", "per cent": "percent"}
_DENIAL = re.compile(
    r"\b(?:(?:has|have|had|does|do|did) (?:not|never)|never|cannot|can ?not|not|no|(?:does|do|did|has|have|ca)n['’]t)\b"
    r"(?: (?:ever|once|any)\b)?",
    re.IGNORECASE,
)
FLIPPED: dict[Verdict, Verdict] = {"supported": "contradicted", "contradicted": "supported"}


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a bearing says to a claim: a verdict, or None and why it leaves the claim open.

    ``day``: it was measured for that one day of the claimed time, and ``why`` says so.
    """

    verdict: Verdict | None
    why: str = ""
    day: str = ""


def keys_of(bearing: Bearing) -> set[str]:
    """The ids and folded names under which a bearing is looked up."""
    return {k for a in bearing.about for k in (a, folded(a)) if k}


def weigh(claim: Asked, bearing: Bearing) -> Weighed | None:
    """Put a claim to a bearing of its kind; None when it is not about those whom the claim names."""
    if bearing.sides is not None:
        found_ = of_sides(claim, bearing)
        return Weighed(*found_) if found_ else None
    if bare := _undenied(claim):
        if claim.kind == "coordination" and "pairwise" not in bearing.words:
            return Weighed(None, "it says more than was measured: never, of some who are tied through others only")
        found = weigh(bare, bearing)
        return replace(found, verdict=FLIPPED.get(found.verdict)) if found and found.verdict == "supported" else found
    if claim.kind in _COMPARED and (said := comparing(claim.words)) and said.way == "alike":
        return Weighed(None, "it says that there is no difference, which was measured of two sides")
    one, other = agent_first(claim)
    places = [_place(p, bearing) for p in (one, other)]
    if places == [None, None]:
        return None
    why = _party_left(claim, bearing) or _turned(claim.kind, places) or _words_left(claim, bearing)
    found = Weighed(None, why) if why else _measured(claim, bearing)
    if claim.polarity == "-" and found.verdict:
        return replace(found, verdict=FLIPPED.get(found.verdict, found.verdict))
    return found


def _undenied(claim: Asked) -> Asked | None:
    """What a claim denies in its own words once: "never asks for the camera", "asks for no access to the camera"."""
    if claim.kind not in _DEEDS or claim.polarity == "-" or len(_DENIAL.findall(claim.words)) != 1:
        return None
    return replace(claim, words=" ".join(_DENIAL.sub(" ", claim.words).split()), says="")


def _place(party: Party | None, bearing: Bearing) -> int | None:
    """Which of those that a bearing is about a party is: by its id, else by its whole name."""
    if party is None:
        return None
    names = [folded(a) for a in bearing.about]
    if party.id and party.id in bearing.about:
        return bearing.about.index(party.id)
    if described(party) and bearing.kind in _DEEDS:
        return next((n for n, name in enumerate(names) if name and stems(name) <= stems(party.name)), None)
    return names.index(folded(party.name)) if party.whole and folded(party.name) in names else None


def described(party: Party) -> bool:
    """Whether a claim does not name whom it is about, but describes them: "northern residents"."""
    return party.id is None and not party.whole


def _party_left(claim: Asked, bearing: Bearing) -> str:
    """A party of the claim that nobody measured."""
    said = stems(" ".join(bearing.words)) | listed("grammar")
    for party in (claim.subject, claim.object):
        if party is not None and _place(party, bearing) is None and not stems(party.name) <= said:
            return f"{party.name} was not part of what was measured"
    return ""


def _turned(kind: ClaimKind, places: list[int | None]) -> str:
    first, second = places
    if kind == "treatment" and (first if first is not None else second or 0) > 0:
        return "it was measured of the other side"  # who fared worse stands first among those it is about
    if kind in _DIRECTED and first is not None and second is not None and first > second:
        return "it was measured in the other direction"
    return ""


def _words_left(claim: Asked, bearing: Bearing) -> str:
    """What a claim says beyond what was measured, or what was measured is narrower than the claim."""
    measured, text = " ".join(bearing.words), claim.words
    lacking = [n for n in bearing.needs if not any(stems(way) <= stems(text) for way in n.split("|"))]
    degree = listed("degree") if claim.kind in _BETWEEN else frozenset()
    if lacking := lacking or sorted((set(tokens(measured)) & degree) - set(tokens(text))):
        return f"what was measured is narrower: {', '.join(lacking[:3])}"
    names = [n for p in (claim.subject, claim.object) if p for n in (bearing.about if described(p) else (p.name,))]
    names += named(claim, bearing) if claim.kind == "coordination" else ()
    if left := [*_beyond(claim, names, measured), *_numbers_left(claim, bearing), *of_its_own(claim)]:
        return f"it says more than was measured: {', '.join(left[:3])}"
    own = [p.name for p in (claim.subject, claim.object) if p] if claim.kind == "coordination" else names
    if claim.kind in _SAID_OF and not is_row(claim, bearing) and not _content(claim, own) & stems(measured):
        return "it does not say of what"
    if claim.kind in _PERIODIC and bases(text) != bases(measured):
        return f"it is of {_bases(text)}, the measure of {_bases(measured)}"
    telling = frozenset(w for n in _TELLING for w in listed(n)) if claim.kind in _TOLD_APART else frozenset()
    said, told = stems(text) & telling, stems(measured) & telling
    if not said <= told or bool(said) != bool(told):
        return "it was measured in other words"
    if claim.place and claim.place not in names and not stems(claim.place) <= stems(f"{measured} world globe earth"):
        return f"it is of {claim.place}"
    return ""


def _beyond(claim: Asked, names: list[str], measured: str) -> list[str]:
    """The words of a claim that neither grammar, nor its kind, nor what was measured explains."""
    own = [w for name in _OWN_WORDS.get(claim.kind, ()) for w in listed(name)]
    around = listed("numbers") if _has_number(claim) else frozenset()
    return narrowing(claim.words, *names, measured, " ".join((*own, *around)), claim.unit, plain="grammar")


def _content(claim: Asked, names: list[str]) -> frozenset[str]:
    """The words of a claim that say of what it is."""
    unit = stems(claim.unit) if claim.kind == "count" else frozenset()
    return unit | {s for w in _beyond(claim, names, "") for s in stems(w)}


def _numbers_left(claim: Asked, bearing: Bearing) -> list[str]:
    known = set(" ".join((*bearing.words, *(p.name for p in (claim.subject, claim.object) if p))).split())
    accounts = named(claim, bearing) if claim.kind == "coordination" else ()
    known |= {n[at:] for a in accounts for n in re.findall(r"\d+", a) for at in range(len(n))}  # "Mill2020"
    return [n for n in stray(claim) if n not in known]


def _bases(text: str) -> str:
    return " and ".join(sorted(bases(text))) or "a basis that is not said"


def _has_number(claim: Asked) -> bool:
    return claim.low is not None or claim.high is not None


def _measured(claim: Asked, bearing: Bearing) -> Weighed:
    """The verdict of the number or the outcome, as far as the times allow one."""
    if claim.kind == "event date":
        return _dated(relation(claim.time, bearing.time), bearing)
    found: Verdict = bearing.outcome
    if _has_number(claim):
        if bearing.low is None and bearing.high is None:
            return Weighed(None, "its number was not measured")
        if _unit(claim.unit) != _unit(bearing.unit):
            return Weighed(None, f"it is in {claim.unit or 'no unit'}, the measure in {bearing.unit or 'no unit'}")
        found = verdict(Claimed(claim.low, claim.high, claim.qualifier), bearing.low, bearing.high)
    elif claim.kind in _NUMBERED:
        return Weighed(None, "it gives no number to compare")
    return _in_time(claim, bearing, found)


def _unit(unit: str) -> frozenset[str]:
    return stems(_UNITS.get(unit.lower().strip(), unit))


def _dated(times: Relation, bearing: Bearing) -> Weighed:
    """When something happened: the time is what is claimed."""
    if times in ("same", "covers"):
        return Weighed(bearing.outcome)
    if times == "apart" and bearing.outcome == "supported":
        return Weighed("contradicted")
    return Weighed(None, "the time that was measured does not decide it")


def _in_time(claim: Asked, bearing: Bearing, found: Verdict) -> Weighed:
    """A verdict, where what was measured is of the claimed time."""
    times = relation(claim.time, bearing.time)
    if times == "same" or (times == "within" and claim.kind not in _PERIODIC):
        return Weighed(found)
    if times == "unsaid" and not claim.time and not bearing.time and claim.kind not in ("share", "rank", "trend"):
        return Weighed(found)
    once = times == "covers" or (times == "unsaid" and not claim.time)
    if claim.kind in _DEEDS and once and found == "supported":
        return Weighed(found)
    why = f"it is of {spoken(claim.time)}, the measure of {spoken(bearing.time)}"
    if times == "covers" and claim.kind not in _PERIODIC and on_day(bearing.time):
        return Weighed(found, why, str(bearing.time))
    return Weighed(None, why)
