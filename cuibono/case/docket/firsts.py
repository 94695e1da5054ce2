"""Did a number pass a mark for the first time? "收入首次突破60亿元" says that it did, and that it never had before.

That it did not pass it contradicts the claim, and so does an earlier year above the mark. It is borne out only where
two earlier years at least are recorded, all below: of one alone nobody knows what came before.
"""

from dataclasses import replace

from cuibono.case.docket.figures import figure, recorded
from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.times import days
from cuibono.case.docket.units import measured_in
from cuibono.case.docket.verdicts import open_
from cuibono.model.docket import Asked, Tested

_FIRST = "首次"


def is_first(claim: Asked) -> bool:
    """Whether a claim says that a number passed a mark as it never had before."""
    return _FIRST in claim.words and claim.low is not None and claim.high is None and claim.polarity == "+"


def first(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Whether the mark was passed at the time of the claim, and in no recorded year before."""
    bare = replace(claim, words=" ".join(claim.words.replace(_FIRST, " ").split()))
    now, rows, mine = figure(bare, evidence, own), recorded(bare, evidence, own), days(claim.time)
    if now.outcome != "supported" or isinstance(rows, Tested) or mine is None or claim.low is None:
        return now
    before = [r for r in rows if (then := days(r.period)) is not None and then[1] < mine[0]]
    highs = [measured_in(claim.unit, r.high, r.unit) for r in before]
    if any(h is None for h in highs) or len({r.by for r in before}) > 1:
        return open_("what was recorded before cannot be compared", before)
    if any(h is not None and h > claim.low for h in highs):
        return replace(now, outcome="contradicted", rule="an earlier year is recorded above it")
    if len(before) < 2:
        return open_("what came before is recorded for less than two years", rows)
    return now
