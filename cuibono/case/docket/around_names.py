"""Whom a short name means that nothing is recorded of: "Saltak" is Saltak Uranium, which its text names in full.

Just one longer name around must begin with it, and be recorded.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.case.docket.words import folded
from cuibono.model.docket import Asked, Party

_OF_TWO = ("ownership", "control", "tie", "role")  # kinds in which one is "in" a firm as well as in a town
_AT = ("in", "near", "outside", "off", "around", "In", "Near")
_MORE = 3  # words that a longer name may have more


def fuller_around(name: str, text: str) -> set[str]:
    """The longer names in a text that begin with a name.

    >>> sorted(fuller_around("Saltak", "Saltak Uranium mines it. Saltak Works and Saltak Uranium agree"))
    ['Saltak Uranium', 'Saltak Works']
    """
    if not name[:1].isupper() or f"{name} " not in text:
        return set()
    form = rf"(?<![\w-]){re.escape(name)}(?: (?:of |for |& )?[A-Z][\w&-]*){{1,{_MORE}}}"
    return set(re.findall(form, text))


def wanted_around(asked: Iterable[Asked]) -> set[str]:
    """The longer names of those whom claims name, as records are looked up by them."""
    parties = ((p, a.around) for a in asked if a.around for p in (a.subject, a.object) if p)
    return {folded(n) for p, text in parties for n in fuller_around(p.name, text)}


def in_full_name(claim: Asked, evidence: Evidence) -> Asked:
    """A claim with the full names of those whom it names in short; as it is where none fits, or several."""
    if not claim.around:
        return claim
    subject, object_ = (_full(p, claim, evidence) if p else None for p in (claim.subject, claim.object))
    words = _said(_said(claim.words, claim.subject, subject), claim.object, object_)
    return claim if words == claim.words else replace(
        claim,
        words=words,
        subject=Party(None, subject) if subject else claim.subject,
        object=Party(None, object_) if object_ else claim.object,
    )  # fmt: skip


def _said(words: str, party: Party | None, full: str | None) -> str:
    if party is None or full is None or full in words:
        return words
    return re.sub(rf"(?<![\w-]){re.escape(party.name)}(?![\w-])", lambda _: full, words)


def _full(party: Party, claim: Asked, evidence: Evidence) -> str | None:
    """The one recorded name around that begins with that of a party of which nothing is recorded itself."""
    if any(_is_recorded(k, evidence) for k in (*keys_of(party), folded(party.name))) or party.name not in claim.words:
        return None
    if claim.kind not in _OF_TWO and any(f" {at} {party.name}" in f" {claim.words}" for at in _AT):
        return None  # the mill in Ostrel is in no Ostrel Herald
    found = {n for n in fuller_around(party.name, claim.around) if _is_recorded(folded(n), evidence)}
    return found.pop() if len({folded(n) for n in found}) == 1 else None


def _is_recorded(key: str, evidence: Evidence) -> bool:
    kinds = (evidence.holdings, evidence.held, evidence.figures, evidence.shares, evidence.edges, evidence.events)
    return any(key in of for of in kinds) or key in evidence.called
