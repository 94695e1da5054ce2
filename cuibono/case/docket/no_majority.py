"""Whether it is so that nobody has a majority of a firm: by all that is recorded of those who hold parts of it.

One holder with more than half contradicts it. It is borne out only where what nobody is recorded with is no majority
either, and where nobody has more than half of the votes.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from cuibono.case.docket import in_words
from cuibono.case.docket.holding_times import covers
from cuibono.case.docket.moments import day_of
from cuibono.case.docket.names import doubtful, is_meant
from cuibono.case.docket.rows import Evidence, Holding, keys_of
from cuibono.case.docket.times import days
from cuibono.case.docket.verdicts import agreed, open_, unknown
from cuibono.case.docket.words import folded, voice
from cuibono.model.docket import Asked, Party, Tested

_NOBODY = (
    r"(?:no (?:single |one |individual )?(?:shareholder|owner|holder|investor|partner)|nobody|no one|no-one"
    r"|none of (?:the|its|their) (?:\w+ )?(?:shareholders|owners|holders|investors|partners)"
    r"|not one of (?:the|its|their) (?:\w+ )?(?:shareholders|owners|holders|investors))"
)
_FORM = re.compile(
    rf"^{_NOBODY} (?:alone |on (?:its|his|their) own |by (?:it|him|them)self )?(?:has|holds|owns|commands|controls) "
    r"(?:(?:a|the|an absolute|an outright) majority|more than (?:half|50 percent))(?P<votes> of the votes)?"
    r"(?: of (?:the )?(?:capital|shares))? (?:of|in|at) (?P<firm>(?:the )?[A-Z][^,;:]*?)"
    r"(?:['\u2019]s (?:capital|shares))?[.]?$",
    re.IGNORECASE,
)
_HALF = 0.5


def no_majority(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """What is recorded of a firm of which nobody is said to have more than half."""
    found = _FORM.match(claim.words)
    if found is None or claim.time or claim.status == "hypothetical":
        return unknown("it does not say that nobody has a majority", "holdings")
    firm = Party(None, re.sub(r"^[Tt]he (?=[A-Z])", "", found["firm"]))
    if why := doubtful(firm, evidence):
        return open_(why)
    votes, capital = (_now(claim, firm, kind, evidence, own) for kind in ("votes", "capital"))
    asked = votes if found["votes"] else capital
    above = [r for r in asked if r.low is not None and r.low > _HALF]
    if above and (found["votes"] or not votes or any((r.low or 0) > _HALF for r in votes)):
        return agreed(_stated(claim), [(r, "contradicted") for r in above], in_words.holding)
    if above or not asked or any(r.high is None or r.high > _HALF for r in (*asked, *votes)):
        return unknown("it is not recorded of all of the firm", "holdings")
    if 1.0 - sum(r.low or 0.0 for r in asked) > _HALF:
        return open_("what nobody is recorded with may be a majority", asked)
    return agreed(_stated(claim), [(r, "supported") for r in asked], in_words.holding)


def names_of(asked: Iterable[Asked]) -> set[str]:
    """The firms of which claims say that nobody has a majority, as records are looked up by them."""
    found = (m for a in asked if (m := _FORM.match(a.words)))
    return {folded(re.sub(r"^[Tt]he (?=[A-Z])", "", m["firm"])) for m in found}


def _stated(claim: Asked) -> Asked:
    """The claim as one that states what it says: its "no" is part of the form."""
    return replace(claim, polarity="+")


def _now(claim: Asked, firm: Party, kind: str, evidence: Evidence, own: frozenset[str]) -> list[Holding]:
    """What is recorded of a firm for the day of a claim."""
    day = days(day_of(claim, evidence)) or (date.today(), date.today())
    rows = {r.key: r for k in sorted(keys_of(firm)) for r in evidence.held.get(k, ())}.values()
    mine = [r for r in rows if r.share_of == kind and is_meant(firm, r.asset, evidence) and voice(r.by) not in own]
    return [r for r in mine if covers(r, *day)]
