"""Whom a short name means where one longer name is recorded: "Elm Road" is Elm Road Hospital, if nobody else begins so.

That its number then agrees with a record is no accident; that it does not may be one, and decides nothing.
"""

import re
from dataclasses import replace

from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.words import folded
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party

_OF_FIGURES: tuple[ClaimKind, ...] = ("amount", "count", "trend")
_ADDED = 2  # words that a longer name may have more


def in_full(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of a number with the one longer name that is recorded of its subject; None for any other claim."""
    subject = claim.subject
    if subject is None or not subject.whole or claim.kind not in _OF_FIGURES or claim.polarity == "-":
        return None
    short = folded(subject.name)
    if short in evidence.figures or short in evidence.shares or short in evidence.called:
        return None
    begun = {r.subject.name for k, rows in evidence.figures.items() if k.startswith(f"{short} ") for r in rows}
    if len(begun) != 1 or len((name := next(iter(begun))).split()) > len(short.split()) + _ADDED:
        return None
    words = re.sub(rf"(?<![\w-]){re.escape(subject.name)}(?![\w-])", lambda _: name, claim.words)
    return (
        None if words == claim.words or name in claim.words else replace(claim, subject=Party(None, name), words=words)
    )
