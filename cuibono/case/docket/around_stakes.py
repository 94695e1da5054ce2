"""Of which firm "51 percent of the shares" are: the one named around the claim in which who holds them has a part.

Others than those recorded may be meant. That a number then agrees is no accident; that it does not may be one, and
decides nothing.
"""

import re
from dataclasses import replace

from cuibono.case.docket.around_bodies import names_around
from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.case.docket.words import folded
from cuibono.model.docket import Asked

_STAKE = re.compile(
    r"\b(?:of|in) (?:all )?(?:the|its) (?:capital|shares|votes|voting rights|equity|stock|share capital)\b"
    r"(?! (?:of|in|at)\b)"
)


def at_stake_around(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of a part of "the shares" with the firm whose they are; None where it names one, or several fit."""
    subject = claim.subject
    if claim.kind not in ("ownership", "control", "share") or subject is None or claim.polarity == "-":
        return None
    found = [*_STAKE.finditer(claim.words)]
    if len(found) != 1 or subject.name not in claim.words or not claim.around:
        return None
    held = {folded(h.asset.name): h.asset for k in keys_of(subject) for h in evidence.holdings.get(k, ())}
    if any(h.name in claim.words for h in held.values()):
        return None
    near = names_around(claim.around, frozenset(held))
    if len(near) != 1:
        return None
    firm = held[near[0]]
    at = found[0].end()
    return replace(claim, kind="ownership", object=firm, words=f"{claim.words[:at]} of {firm.name}{claim.words[at:]}")
