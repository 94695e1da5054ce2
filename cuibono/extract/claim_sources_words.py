"""Why many sources come down to few, in words: who relays whom, who copies whom, who belongs to whom."""

from collections.abc import Sequence

from cuibono.extract.claim_sources import is_nameless
from cuibono.extract.claim_words import voice
from cuibono.measures.independence import Independence
from cuibono.model.docket import Asked
from cuibono.model.stated import NO_OWNERS


def named(claim: Asked) -> str:
    """Who says so, for people; "somebody without a name" where nobody is named."""
    who = claim.speaker.strip()
    return who if who and not is_nameless(who) else "somebody without a name"


def where(claim: Asked) -> str:
    """The outlet that carried it, for people; empty where it is the speaker itself or not known."""
    stated = claim.stated
    if claim.via:
        return claim.via[0]
    outlet = (stated.outlet or stated.author) if stated and not stated.row else ""
    return outlet if voice(outlet) != voice(claim.speaker) else ""


def heads(claims: Sequence[Asked], found: Independence) -> list[str]:
    """The independent sources by name, each once, in the order in which they come."""
    return [named(claims[i]) for i in found.roots]


def reasons(claims: Sequence[Asked], found: Independence) -> list[str]:
    """One sentence for each way in which sources come down to others, without those who only say it twice."""
    told: dict[str, None] = {}
    for i, link in enumerate(found.links):
        sentence = "" if link is None else _reason(link.reason, claims[i], claims[link.other])
        if sentence:
            told[sentence] = None
    circles = [" and ".join(dict.fromkeys(named(claims[i]) for i in circle)) for circle in found.circles]
    return [*told, *(f"{names} rest only on each other" for names in circles)]


def _reason(reason: str, claim: Asked, other: Asked) -> str:
    who, whom, place = named(claim), named(other), where(claim)
    if reason == "same speaker":
        if voice(who) != voice(whom):
            return f"{who} and {whom} are one by a judgement"
        return f"{place} relays {whom}" if place else ""
    if reason == "same author":
        return f"{who} and {whom} have one author"
    if reason == "same owner":
        return f"{who} and {whom} have one owner{_owner(claim, other)}"
    if reason == "part of the name":
        return f"{who} is taken for {whom}"
    if reason == "copies":
        return f"{place or who} copies {where(other) or whom}"
    if reason == "speaks with":
        return f"{who} speak for {whom} too"
    if reason == "quotes":
        return f"{who} rests on {whom}" if voice(who) != voice(whom) else ""
    return f"{place or 'a source'} names nobody" if reason == "not named" else ""


def _owner(claim: Asked, other: Asked) -> str:
    owners = claim.stated.owners if claim.stated else NO_OWNERS
    for one in (voice(claim.speaker), voice(other.speaker)):
        if len(found := owners.of.get(one, ())) == 1:
            return f" ({owners.names.get(found[0], found[0])})"
    return ""
