"""Which firm "the line" or "the company" is of which somebody named owns a part or holds a post: the one named around.

Of all to whom the one is recorded as tied, just one must be named around the claim, and be called so: "the line" is
Elm Line, "the company" any of them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from cuibono.case.docket.around_bodies import names_around
from cuibono.case.docket.names import is_meant
from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.case.docket.words import folded, listed
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party

_KINDS: tuple[ClaimKind, ...] = ("ownership", "control", "share", "role", "tie", "event date")
_SORT = re.compile(
    r"\b(?:the|this|that|our) (?:same )?(?P<sort>[a-z]+)(?P<whose>['\u2019]s)?(?![\w-])(?! (?:of|in|for) [A-Z])",
    re.IGNORECASE,
)


def at_tied_around(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim that names one of two with the other, which it only calls by its sort; None where it may be several."""
    found = _meant(claim, evidence)
    if found is None:
        return None
    sort, one, other = found
    name = f"{other.name}'s" if sort["whose"] else other.name
    words = f"{claim.words[: sort.start()]}{name}{claim.words[sort.end() :]}"
    kind: ClaimKind = "ownership" if claim.kind == "share" else claim.kind
    if claim.subject is not None and folded(claim.subject.name) == folded(one.name):
        return replace(claim, kind=kind, object=other, words=words)
    return replace(claim, kind=kind, subject=other, object=one, words=words)


def is_called_so(claim: Asked, evidence: Evidence) -> bool:
    """Whether a claim calls the other by the last word of its name, which nobody else around bears: "the line"."""
    found = _meant(claim, evidence)
    if found is None or found[0]["sort"] in listed("bodies"):
        return False
    ends = re.findall(rf"[A-Z][\w'\u2019-]* {found[0]['sort'].capitalize()}\b", claim.around)
    return len(set(ends)) == 1


def _meant(claim: Asked, evidence: Evidence) -> tuple[re.Match[str], Party, Party] | None:
    """The word that stands for a body, the one named beside it, and whom it means."""
    if claim.kind not in _KINDS or not claim.around:
        return None
    named = [p for p in (claim.subject, claim.object) if p and p.name in claim.words and _tied(p, evidence)]
    if len(named) != 1:
        return None
    one = named[0]
    fits = {}
    for sort in _SORT.finditer(claim.words):
        for other in _tied(one, evidence):
            last = folded(other.name).split()[-1]
            called = sort["sort"].lower() in (last, *listed("bodies"))
            if called and other.name not in claim.words and _stands_around(other, claim):
                fits[sort.start(), folded(other.name)] = (sort, one, other)
    return next(iter(fits.values())) if len(fits) == 1 else None


def _stands_around(party: Party, claim: Asked) -> bool:
    return bool(names_around(claim.around, frozenset({folded(party.name)})))


def _tied(party: Party, evidence: Evidence) -> list[Party]:
    """All firms and bodies with which somebody is recorded in holdings or posts, each once."""
    found = {folded(p.name): p for p in _ends(party, evidence) if p.name}
    return [p for p in found.values() if not is_meant(party, p, evidence)]


def _ends(party: Party, evidence: Evidence) -> Iterator[Party]:
    for key in sorted(keys_of(party)):
        yield from (h.asset for h in evidence.holdings.get(key, ()))
        yield from (h.owner for h in evidence.held.get(key, ()))
        for edge in evidence.edges.get(key, ()):
            yield from (edge.one, edge.other)
