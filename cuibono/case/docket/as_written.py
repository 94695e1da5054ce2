"""The two of a claim as its words have them, where its reading cut a name short or took a relative for somebody.

"St Orla" is St Orla Hospital where the words say so and records know it, and a sentence that begins with Osric Vex is
of Osric Vex, whoever else bears that family name.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.case.docket.words import folded
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party

_KINDS: tuple[ClaimKind, ...] = ("role", "tie", "ownership", "control", "event date")
_FIRST = re.compile(r"^(?:The |Mr |Ms |Mrs |Dr )?(?P<name>[A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*){1,2})(?= [a-z])")
_MOST = 4  # words that a longer name may have more, before or behind
_BETWEEN = ("of", "for", "and", "&")


def as_written(claim: Asked, evidence: Evidence) -> Asked:
    """A claim with the longer recorded names that stand in its words."""
    if claim.kind not in _KINDS:
        return claim
    subject = _written(claim.subject, claim.words, evidence)
    if subject is claim.subject:
        subject = _at_first(subject, claim.words, evidence)
    other = _written(claim.object, claim.words, evidence)
    if subject is claim.subject and other is claim.object:
        return claim
    return replace(claim, subject=subject, object=other)


def _is_recorded(name: str, evidence: Evidence) -> bool:
    key = folded(name)
    return any(key in of for of in (evidence.edges, evidence.holdings, evidence.held, evidence.called, evidence.events))


def _written(party: Party | None, words: str, evidence: Evidence) -> Party | None:
    """The one longer recorded name that a party of which nothing is recorded is part of in the words."""
    if party is None or not party.name or _has_rows(party, evidence):
        return party
    if words.count(party.name) != 1:
        return party  # of Norhill and Norhill Waterworks both are named
    name = next((n for n in longer_names(party.name, words) if _is_recorded(n, evidence)), None)
    return Party(None, name) if name else party


def longer_names(name: str, words: str) -> list[str]:
    """The longer names in words of which a name is a part, the longest first: of "Elm" in "Old Elm Hospital" three.

    >>> longer_names("Elm", "the Old Elm Hospital closed")
    ['Old Elm Hospital', 'Old Elm', 'Elm Hospital']
    """
    at = words.find(name) if name else -1
    if at < 0:
        return []
    before = _run(reversed(words[:at].split()))[::-1] if words[:at][-1:] == " " else []
    more = _run(words[at + len(name) :].split()) if words[at + len(name) :][:1] == " " else []
    fronts = [before[n:] for n in range(len(before) + 1)]
    parts = [[*front, name, *more[:n]] for front in fronts for n in range(len(more), -1, -1)]
    ordered = sorted(parts, key=len, reverse=True)
    return [" ".join(p) for p in ordered if len(p) > 1 and p[0][:1].isupper() and p[-1][:1].isupper()]


def _run(words: Iterable[str]) -> list[str]:
    """The words written large, and those between them, from the first one on; a mark ends them."""
    found: list[str] = []
    for word in words:
        if len(found) == _MOST or not (word[:1].isupper() or word in _BETWEEN) or word[-1:] in ".,;:!?)":
            break
        found.append(word)
    while found and found[-1] in _BETWEEN:
        found.pop()
    return found


def _has_rows(party: Party, evidence: Evidence) -> bool:
    return _is_recorded(party.name, evidence) or any(k in evidence.edges for k in keys_of(party))


def _at_first(party: Party | None, words: str, evidence: Evidence) -> Party | None:
    """Who is named first, where a reading has another of the same family name."""
    found = _FIRST.match(words)
    if party is None or found is None or party.name in words or " " not in party.name:
        return party
    name = found["name"]
    same = name.split()[-1] == party.name.split()[-1] and name != party.name
    return Party(None, name) if same and _is_recorded(name, evidence) else party
