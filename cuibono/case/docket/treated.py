"""Claims that say how some are treated without naming the outcome: "treated donors and others alike".

Who is treated better gets more often what is granted, and less often what is refused; a claim of no difference is
contradicted by a difference in any outcome, and borne out by there being none only where it ends in one of two ways.
"""

import re
from dataclasses import replace

from cuibono.case.docket.compared import comparing
from cuibono.case.docket.measured import outcomes
from cuibono.case.docket.words import stems
from cuibono.model.bearing import EITHER, Bearing
from cuibono.model.docket import Asked

_TREATED = re.compile(r"\btreat(?:s|ed|ing|ment)?\b", re.IGNORECASE)
_BETTER = re.compile(
    r"\b(?:any )?(?:(?P<up>better|more (?:favou?rably|leniently|generously|kindly))"
    r"|(?P<down>worse|less (?:favou?rably|leniently|generously|kindly)|more (?:harshly|strictly|severely)))(?= than\b)",
    re.IGNORECASE,
)
#: That those who are alike in what the rule looks at are meant, in whatever stratum.
_LIKE_CASES = re.compile(
    r"\b(?:of|with|in) the same (?:\w+ )?\w+\b|\bin (?:like|comparable|the same) cases\b", re.IGNORECASE
)
_CLEAR = 1.1  # the lower end of the ratio within one stratum from which it speaks against that
_GOOD, _BAD = "granted", "refused"  # the rows of outcomes that are for and against those who ask

#: What one has or lacks, left to the sentence before.
_POINTED = re.compile(
    r"\b(?:with|without|has|have|had|having) (?:(?:none|it|them|that|those)\b"
    r"|one(?=$|[.,;]| (?:were|was|are|is|got|gets?|had|have|has|did|in|than|as|and|or|by|at|on|for|more|less"
    r"|often)\b))",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:with|without|has|have|had|having) (?:an?|the|no|any) [a-z]", re.IGNORECASE)


def left_open(claim: Asked) -> str:
    """Why a claim of treatment does not say which cases it is of; empty where it does, and of any other claim."""
    pointed = claim.kind == "treatment" and _POINTED.search(claim.words) and not _TOLD.search(claim.words)
    return "it leaves to the words before it what those have or lack of whom it speaks" if pointed else ""


def by_outcome(claim: Asked, bearing: Bearing) -> tuple[Asked, Bearing]:
    """A claim that some are treated better or worse as one of how often they had an outcome; others as they are."""
    found = _BETTER.search(claim.words)
    ways = _ways(bearing)
    if found is None or not _TREATED.search(claim.words) or ways.isdisjoint((_GOOD, _BAD)):
        return claim, bearing
    more = bool(found["up"]) == (_GOOD in ways)
    said = f"{claim.words[: found.start()]}{'more' if more else 'less'} often{claim.words[found.end() :]}"
    return replace(claim, words=f"{_TREATED.sub(bearing.needs[0], said, count=1)}"), bearing


def of_no_outcome(claim: Asked, bearing: Bearing) -> tuple[Asked, Bearing]:
    """A measure as it speaks of treatment alone, where a claim of no difference names no outcome."""
    said = comparing(claim.words)
    alone = claim.kind == "treatment" and said is not None and said.way == "alike"
    whole = not bearing.within and len(bearing.strata) > 1  # of all cases together: each stratum may be another matter
    alone = alone and (not bearing.even or (EITHER in bearing.words and not whole))
    if not alone or not _TREATED.search(claim.words) or any(stems(way) <= stems(claim.words) for way in _ways(bearing)):
        return claim, bearing
    if _LIKE_CASES.search(claim.words) and bearing.within and bearing.ratio and bearing.ratio[1] >= _CLEAR:
        bearing = replace(bearing, strata=(), within="")  # in no stratum, says who says so of cases that are alike
    return claim, replace(bearing, needs=bearing.needs[1:], words=(*bearing.words, "treat", "treats", "treated"))


def _ways(bearing: Bearing) -> frozenset[str]:
    """What the outcome that was measured is called, by all its names."""
    low = bearing.needs[0].lower() if bearing.kind == "treatment" and bearing.needs else ""
    rows = (row for row in outcomes() if low in row)
    return frozenset(next(((low, *(w.replace("_", " ") for w in row)) for row in rows), (low,))) - {""}
