"""Tests of dates: when something was founded or dissolved, when somebody was born or died."""

import re

from cuibono.case.docket.calendar import happened
from cuibono.case.docket.founded import founded
from cuibono.case.docket.names import doubtful, is_meant
from cuibono.case.docket.parties import gone
from cuibono.case.docket.rows import Dated, Evidence, keys_of
from cuibono.case.docket.terms import in_part
from cuibono.case.docket.times import days
from cuibono.case.docket.verdicts import agreed, nobody, open_, unknown
from cuibono.case.docket.words import narrowing, stems, stray, voice
from cuibono.measures.claimed import Verdict
from cuibono.model import dates
from cuibono.model.docket import Asked, Party, Tested

#: What says "founded" in two words.
_SET_UP = re.compile(r"\b(?:was |were )?set up\b|\b(?:came|brought) into (?:being|existence)\b", re.IGNORECASE)
_WOUND_UP = re.compile(r"\b(?:was )?(?:wound up|struck off(?: the register)?)\b|\bceased to exist\b", re.IGNORECASE)
_IN_BUSINESS = re.compile(r"\b(?:still )?(?:in business|existed|in existence|trading|operating)\b", re.IGNORECASE)
_BACK = re.compile(r"\b(?:back|way back) (?=in\b)", re.IGNORECASE)
WORDS_OF = {
    "incorporationDate": {"founded", "established", "incorporated"},
    "birthDate": {"born"},
    "deathDate": {"died"},
    "dissolutionDate": {"dissolved", "liquidated"},
}


def event_date(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """A date that an entity has once."""
    claim = in_part(claim)
    if not keys_of(claim.subject) or claim.subject is None:
        found = happened(claim, evidence, own)
        return found if found.outcome != "no data" else nobody(claim.subject, "statements")
    if _IN_BUSINESS.search(claim.words.replace(claim.subject.name, "")):  # a firm may be called Elm Trading
        return _there(claim, claim.subject, evidence, own)
    told = in_one_verb(claim.words)
    said = stems(told)
    props = [p for p, words in WORDS_OF.items() if said & words]
    if len(props) != 1 or not claim.time:
        return happened(claim, evidence, own)
    mine = list(
        {(r.key, r.prop): r for k in sorted(keys_of(claim.subject)) for r in evidence.dates.get(k, ())}.values()
    )
    mine = [r for r in mine if is_meant(claim.subject, r.about, evidence)]
    mine = [r for r in mine if r.prop == props[0] and voice(r.by) not in own]
    if not mine and (made := founded(claim, told, evidence, own)):
        return made
    if not mine and (found := happened(claim, evidence, own)).outcome != "no data":
        return found
    if not mine:
        return unknown(f"no such date of {claim.subject.name} is recorded", "statements")
    if why := doubtful(claim.subject, evidence, [r.about for r in mine]):
        return open_(why, mine)
    words = " ".join(WORDS_OF[props[0]])
    if left := [*narrowing(told, claim.subject.name, words, plain="grammar"), *stray(claim)]:
        return open_(f"it says more than the records can bear out: {', '.join(left[:3])}", mine)
    return agreed(claim, [(r, _dated(claim.time, r)) for r in mine], lambda r: f"{r.prop} {r.value}")


def in_one_verb(words: str) -> str:
    """Words with one verb each for a beginning and an end: what was "set up" was founded."""
    return _BACK.sub("", _WOUND_UP.sub("was dissolved", _SET_UP.sub("founded", words)))


def _there(claim: Asked, firm: Party, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Whether a firm was there at a time: contradicted where it was dissolved before, borne out where it was later."""
    outside = gone(claim, evidence, own, tied=False)
    if outside:
        return outside
    mine = {(r.key, r.prop): r for k in sorted(keys_of(firm)) for r in evidence.dates.get(k, ())}.values()
    rows = [r for r in mine if is_meant(firm, r.about, evidence) and voice(r.by) not in own]
    time = days(claim.time)
    begun = [r for r in rows if r.prop == "incorporationDate" and r.last and time and r.last <= time[0]]
    ended = [r for r in rows if r.prop == "dissolutionDate" and r.first and time and time[1] <= r.first]
    left = narrowing(_IN_BUSINESS.sub(" ", claim.words), firm.name, "still already in", plain="grammar")
    if not (begun and ended) or left or stray(claim) or doubtful(firm, evidence, [r.about for r in rows]):
        return unknown("no such date is recorded", "statements")
    return agreed(claim, [(r, "supported") for r in (*begun, *ended)], lambda r: f"{r.prop} {r.value}")


def _dated(time: str, row: Dated) -> Verdict:
    if time.startswith("../") or time.endswith("/.."):
        return _bounded(time, row)
    first, last = dates.bounds(time)
    if not (first and last and row.first and row.last):
        return "not identified"
    if first <= row.first and row.last <= last:
        return "supported"
    return "contradicted" if row.last < first or last < row.first else "not identified"


def _bounded(time: str, row: Dated) -> Verdict:
    """A time with one end ("before 1960", "since May 1960"): whether its last year counts is not said."""
    first, last = dates.bounds(time.replace("..", "").strip("/"))
    if not (first and last and row.first and row.last):
        return "not identified"
    if not (row.last < first or last < row.first):
        return "not identified"
    return "supported" if (row.last < first) == time.startswith("..") else "contradicted"
