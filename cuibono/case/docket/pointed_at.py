"""Which firm or body "the station", "the league", "there" and "its largest shareholder" mean: the one named before.

Of those who are named before the claim in its own passage and the one before it, just one must be recorded with the
other one whom the claim names. Another may be meant, so that only what then agrees with the records decides.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from cuibono.case.docket.around_bodies import names_around
from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.case.docket.surroundings import before
from cuibono.case.docket.words import folded, listed
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party

_KINDS: tuple[ClaimKind, ...] = ("role", "tie", "ownership", "control", "share", "event date")
#: Other words than those of posts for what has a name of its own.
_SORTS = (
    "station|channel|broadcaster|newspaper|paper|league|utility|mine|plant|works|bank|fund|trust|foundation|port|"
    "terminal|shipyard|airline|railway|cooperative|dairy|brewery|chain|network|charity|maker|producer|operator|"
    "retailer|insurer|lender|holding|movement|society"
)
_ITS = re.compile(
    r"\b(?:its|the (?:company|firm|group)['\u2019]s) "
    r"(?P<what>(?:\w+ ){0,2}(?:shareholder|owner|chairman|chairwoman|chair|director|chief executive|president|editor"
    r"|founder|treasurer|boss|head|manager|donor|backer|adviser|spokesman|spokeswoman))\b"
)
_THERE = re.compile(r"\b(?P<what>shareholder|owner|chairman|chairwoman|director|manager|chief executive)s? there\b")


def at_one_before(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of two of whom it names one, and points at the other, with that other's name; else None."""
    if claim.kind not in _KINDS or claim.polarity == "-" or not claim.around:
        return None
    ends = [p for p in (claim.subject, claim.object) if p and p.name in claim.words and keys_of(p)]
    ends = [p for p in ends if not _body().fullmatch(p.name)]
    told = before(claim.around, claim.words) or before(claim.around, claim.says) or ""
    if len(ends) != 1 or not told:
        return None
    known = _with(ends[0], evidence)
    near = [n for n in names_around(told, evidence.parties) if n in known and known[n] not in claim.words]
    if len(near) != 1:
        return None
    return _named(claim, ends[0], known[near[0]])


def _named(claim: Asked, end: Party, name: str) -> Asked | None:
    """The claim with a name where it points at somebody; None where it does not do so once."""
    words = _ITS.sub(rf"the \g<what> of {name}", claim.words)
    words = _THERE.sub(rf"\g<what> of {name}", words)
    if words == claim.words:
        found = [*_body().finditer(claim.words)]
        if len(found) != 1:
            return None
        words = f"{claim.words[: found[0].start()]}{name}{found[0]['s'] or ''}{claim.words[found[0].end() :]}"
    other, first = Party(None, name), words.find(name) < words.find(end.name)
    kind: ClaimKind = "ownership" if claim.kind == "share" else claim.kind
    return replace(claim, kind=kind, words=words, subject=other if first else end, object=end if first else other)


def _with(end: Party, evidence: Evidence) -> dict[str, str]:
    """All with whom somebody is recorded, as they are written, by their folded names."""
    return {folded(p.name): p.name for p in _others(end, evidence) if folded(p.name) != folded(end.name)}


def _others(end: Party, evidence: Evidence) -> Iterator[Party]:
    for key in keys_of(end):
        for holding in (*evidence.holdings.get(key, ()), *evidence.held.get(key, ())):
            yield from (holding.owner, holding.asset)
        for edge in evidence.edges.get(key, ()):
            yield from (edge.one, edge.other)


@cache
def _body() -> re.Pattern[str]:
    nouns = "|".join((*sorted(listed("bodies")), _SORTS))
    return re.compile(rf"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:[a-z-]+ )?(?:{nouns})(?P<s>['\u2019]s)?(?![\w-])(?! of\b)")
