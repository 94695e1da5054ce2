"""Changes whose end is not said: "has risen since 2019" is until the last year that is recorded.

That it then agrees bears it out; that it does not may be of a later year, or of an earlier one, and decides nothing.
"""

import re
from dataclasses import replace

from cuibono.case.docket.names import is_meant
from cuibono.case.docket.of_now import last_told
from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.case.docket.times import year_of
from cuibono.case.docket.words import folded, months
from cuibono.case.docket.years import YEAR
from cuibono.model.docket import Asked

_SINCE = re.compile(r"\b(?:ever )?since (?P<then>(?:1[89]|20)\d\d)\b", re.IGNORECASE)

_BEEN = re.compile(r"\b(?:has|have) (?:always |consistently |constantly )?been\b", re.IGNORECASE)


def with_last_year(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of a change since a year as one until the last recorded year; None for any other claim.

    What the text tells of itself must not be later than what is recorded.
    """
    found = _SINCE.search(claim.words)
    if (
        claim.kind != "trend"
        or claim.polarity == "-"
        or not claim.around
        or found is None
        or claim.subject is None
        or months(claim)
    ):
        return None
    then = int(found["then"])
    if len(set(YEAR.findall(claim.words))) != 1:
        return None
    last = max(_years(claim, evidence), default=0)
    if last <= then or last_told(claim) > last + 1:
        return None
    words = f"{claim.words[: found.start()]}between {then} and {last}{claim.words[found.end() :]}"
    return replace(claim, words=words, time=f"{then}/{last}")


#: A change against the year before that names no year: "than a year ago", and what is or has gone down by so much.
_YEAR_AGO = re.compile(
    r",? (?:(?P<than>than)|from|on|against|compared (?:with|to)|over)(?: it (?:did|was|had))? "
    r"(?:a|one) year (?:ago|earlier|before)\b|,? (?:over|in|within|during) (?:the (?:past|last) year|a year)\b",
    re.IGNORECASE,
)
_HAS_CHANGED = re.compile(
    r"\b(?:is|are|has|have) (?:now |since |again )?(?:(?:been )?(?:up|down)|gone (?:up|down)|risen|fallen|grown|shrunk"
    r"|dropped|climbed|declined|increased|decreased)\b",
    re.IGNORECASE,
)


def in_the_last_years(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of a change of some size against "a year ago" as one between the last two recorded years; else None.

    Another year may be meant, so that only what agrees decides.
    """
    sized = claim.low is not None or claim.high is not None
    if claim.kind not in ("trend", "count", "amount") or claim.polarity == "-" or claim.subject is None or not sized:
        return None
    ago = _YEAR_AGO.search(claim.words)
    if claim.time or YEAR.search(claim.words) or months(claim) or not (ago or _HAS_CHANGED.search(claim.words)):
        return None
    last = max(_years(claim, evidence), default=0)
    if not last or last_told(claim) > last + 1:
        return None
    when = f" in {last} than in {last - 1}" if ago and ago["than"] else f" between {last - 1} and {last}"
    bare = claim.words.rstrip(".")
    words = f"{bare[: ago.start()]}{when}{bare[ago.end() :]}" if ago else f"{bare}{when}"
    return replace(claim, kind="trend", words=words, time=f"{last - 1}/{last}")


def ever_since(claim: Asked, evidence: Evidence) -> tuple[Asked, ...]:
    """A claim of a place since a year as one of each year until the last recorded one; none for any other claim."""
    found = _SINCE.search(claim.words)
    if claim.kind != "rank" or claim.polarity == "-" or found is None or claim.subject is None or not claim.around:
        return ()
    then, keys = int(found["then"]), keys_of(claim.subject)
    last = max((r.year or 0 for k in keys for r in evidence.shares.get(k, ())), default=0)
    if len(set(YEAR.findall(claim.words))) != 1 or last < then or last_told(claim) > last + 1:
        return ()
    bare = _BEEN.sub("was", f"{claim.words[: found.start()]} {claim.words[found.end() :]}")
    words = " ".join(bare.split()).strip(" ,")
    return tuple(replace(claim, words=f"{words} in {y}", time=str(y)) for y in range(then, last + 1))


def _years(claim: Asked, evidence: Evidence) -> set[int]:
    """The years of all numbers that are recorded of the one whom a claim is about."""
    subject = claim.subject
    assert subject is not None
    if folded(subject.name) in evidence.bodies:
        subject = replace(subject, whole=True)
    keys = keys_of(subject)
    figures = (
        year_of(r.period) for k in keys for r in evidence.figures.get(k, ()) if is_meant(subject, r.subject, evidence)
    )
    shares = (r.year for k in keys for r in evidence.shares.get(k, ()) if is_meant(subject, r.supplier, evidence))
    return {y for y in (*figures, *shares) if y}
