"""Parts and places that somebody "is" said to have, without a year: those of the last year that is recorded are meant.

What agrees with the last year bears a claim out. It is contradicted only where no year that is recorded agrees, and the
text is known to be of the time of the last one: in an older text "is" would be of another year.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from cuibono.case.docket.moments import day_of
from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.case.docket.surroundings import before
from cuibono.case.docket.times import days
from cuibono.case.docket.verdicts import DECIDED
from cuibono.case.docket.years import YEAR
from cuibono.model.docket import Asked, Tested

_RECENT = 2  # years that the last record may be older than the text
#: What is so now; "has made" and "has been" are of a time that is not said.
_IS = re.compile(
    r"\b(?:is|are|has|have|holds?|accounts?|commands?|stands?|ranks?|comes?|makes?|produces?|supplies|controls?"
    r"|leads?|remains?|stems?|come"
    r"|enjoys|boasts|retains|represents|dominates|makes up|handles|processes|carries|serves|runs|operates|belongs"
    r"|exports?|mills|mines|refines|builds|sells|ships|delivers|provides|finishes|trails|turns out|tops|heads)\b"
    r"(?! (?:been|had|become|made|won|lost|grown|risen|fallen|\w+ed)\b)"
)
#: "Sure, and Acme makes all of it": not meant.
_IN_JEST = re.compile(r"\b(?:sure|of course|oh|yeah|right|as if|imagine|suppose),?(?: and| that)?,? *\Z", re.IGNORECASE)
_NOT_NOW = re.compile(
    r"\b(?:was|were|had|used to|once|former(?:ly)?|since|until|till|ago|last|soon|would|could|should|may|might"
    r"|will|wants?|hopes?"
    r"|plans?|aims?|every|always|never|ever|usually|normally|sometimes|average|years|decades?|months?"
    r"|quarters?(?= of (?:19|20))"
    r"|becoming|about to|if|unless|no longer|not yet)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:now|currently|today|nowadays|at present|still|these days)\b,?", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:by|until|before|till)(?: the end of)? $", re.IGNORECASE)


def is_of_now(claim: Asked) -> bool:
    """Whether a claim says what is so, and no time of it.

    >>> said = Asked("rank", "", "Vex Works is the largest maker of lamps", ("s", 1), "Pia")
    >>> is_of_now(said), is_of_now(replace(said, words="Vex Works has been the largest maker of lamps"))
    (True, False)
    """
    if claim.time or YEAR.search(claim.words) or (claim.stated and claim.stated.row):
        return False
    if _IN_JEST.search((before(claim.around, claim.words) or "")[-30:]):
        return False
    return bool(_IS.search(claim.words)) and not _NOT_NOW.search(claim.words)


def of_now(claim: Asked, found: Tested, evidence: Evidence, tested: Callable[[Asked], Tested]) -> Tested:
    """What a claim of what is so comes to by the last year in which it is recorded, where it was left open for a year.

    ``found`` is what it came to without one, and names the rows of all years; ``tested`` puts it to its test with one.
    """
    if found.outcome in DECIDED or not is_of_now(claim):
        return found
    told = _years(claim, found, evidence)
    if not told or _is_of_another_time(claim, told[0], evidence):
        return found
    claim = replace(claim, words=" ".join(_NOW.sub(" ", claim.words).split()))
    last = tested(replace(claim, time=str(told[0])))
    if last.outcome == "contradicted":
        others = (tested(replace(claim, time=str(y))) for y in told[1:])
        if not _is_of_that_time(claim, told[0], evidence) or any(o.outcome == "supported" for o in others):
            return found
    elif last.outcome != "supported":
        return found
    return replace(last, rule=f"by the last year that is recorded, {told[0]}, {last.rule}")


def _years(claim: Asked, found: Tested, evidence: Evidence) -> list[int]:
    """The years of the rows that were left open, the last one first."""
    keys = set(found.keys)
    rows = (r for k in keys_of(claim.subject) for r in evidence.shares.get(k, ()))
    return sorted({r.year for r in rows if r.key in keys and r.year}, reverse=True)


def _said_in(claim: Asked, evidence: Evidence) -> int | None:
    """The year in which a claim was published, where that is known."""
    said = days(day_of(claim, evidence))
    return said[0].year if said and said[0].year == said[1].year else None


def last_told(claim: Asked) -> int:
    """The last year that the text around a claim tells of as one that was; 0 where it tells of none."""
    around = claim.around
    return max((int(m[0]) for m in YEAR.finditer(around) if not _TO_COME.search(around[: m.start()])), default=0)


def _is_of_another_time(claim: Asked, last: int, evidence: Evidence) -> bool:
    """Whether a text is known to be older than the last record, or much younger: then another year is meant."""
    said = _said_in(claim, evidence) or last_told(claim)
    return bool(said) and not last <= said <= last + _RECENT


def _is_of_that_time(claim: Asked, last: int, evidence: Evidence) -> bool:
    """Whether a text was written in the last year or after it: by its date, or by the years that it tells of."""
    said = _said_in(claim, evidence)
    return last <= said <= last + _RECENT if said is not None else last_told(claim) in (last, last + 1)
