"""Forecasts are kept with their date, and scored as what they foretold once evidence of that time is there."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from cuibono.case.docket_verdicts import DECIDED
from cuibono.model.docket import Asked, Tested

#: Words that say no more than that something will be so, and verbs that say no more than that it is.
_COMES = re.compile(
    r"\bwill\b(?:\s+(?:be|become|have|reach|exceed|surpass|stand at|amount to|come to)\b)?|\bby(?=\s+(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
Decide = Callable[[Sequence[Asked]], Tested]


def scored(claims: Sequence[Asked], decide: Decide, *, over: bool) -> Tested | None:
    """The outcome of a forecast; None while there is none, and its time is not over.

    What was foretold for a year is compared with that year; what was foretold "by" a year with that year, too: what
    came and went before is no part of it.
    """
    if claims[0].foretold is None:
        return None
    came = decide([_as_stated(c) for c in claims])
    if came.outcome not in DECIDED and not over:
        return None
    return replace(came, rule=f"it was a forecast; {came.rule}")


def _as_stated(claim: Asked) -> Asked:
    """What a forecast says, as if it were said of its time."""
    time = claim.time[3:] if claim.time and claim.time.startswith("../") else claim.time
    words = _COMES.sub(" ", claim.words)
    return replace(claim, kind=claim.foretold or claim.kind, status="stated", foretold=None, time=time, words=words)
