"""Places that are told by who stands before or behind: "second only to Norland", "only Norland made more than Sudland".

Each says a place of both, and both are tested. That no other made more than somebody did is that he was the first.
"""

import re
from dataclasses import replace

from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.years import A_YEAR as _YEAR
from cuibono.model.docket import Asked, Party

_LEAD = rf"^(?P<lead>(?:in|during|for) {_YEAR},? )?"
_WHEN = rf"(?P<when>,? (?:in|during|for) {_YEAR})?[.]?$"
_NAME = r"(?:the )?(?P<{}>[^\W\d_][^,;:]*?)"
_DID = r"(?P<did>[a-z]+(?:ed|de|ew|ld|ad|nt|ht|s)) more (?P<what>[^,;:]+?) than"
#: Of only one that he had more than another: he is the first, and the other is the second.
_ONLY = re.compile(rf"{_LEAD}only {_NAME.format('one')} {_DID} {_NAME.format('two')}{_WHEN}", re.IGNORECASE)
#: More than all the others together, which is more than half.
_ALL_OTHERS = re.compile(
    rf"{_LEAD}{_NAME.format('two')} (?P<did>[a-z]+) more (?P<what>[^,;:]+?)(?P<then>,? in {_YEAR})? than all (?:of )?"
    r"(?:(?:its|the|their) )?(?:other |rival )?(?:others|rivals|competitors|makers|producers|suppliers|countries"
    rf"|companies|firms|the rest)(?: (?:taken |put )?(?:together|combined))?{_WHEN}",
    re.IGNORECASE,
)
_ALL = "country|state|nation|firm|company|maker|producer|manufacturer|supplier|exporter|seller|one|[a-z]+"
_NONE = re.compile(
    rf"{_LEAD}(?:no (?:other )?(?:{_ALL})|nobody(?: else)?|no one(?: else)?)(?: (?:in|on) (?:the world|earth))?"
    rf" {_DID} {_NAME.format('two')}{_WHEN}",
    re.IGNORECASE,
)
#: A second place, with him who has the first.
_SECOND = re.compile(
    rf"{_LEAD}{_NAME.format('two')} (?:was|is|were|came|ranked|remained|stood) (?P<rank>(?:the )?(?:\w+[ -]){{0,2}}?"
    r"second(?:[- ](?:largest|biggest))?\b[^,;:]*?),? (?:after|behind|only to|to) "
    rf"{_NAME.format('one')}(?P<rest> (?:in|for|by) (?!{_YEAR})[^,;:]+?)?{_WHEN}",
    re.IGNORECASE,
)


def places(claim: Asked, evidence: Evidence) -> tuple[Asked, ...]:
    """The places that a claim says of two; none where it says no such thing of those who supply.

    >>> rows = {"norland": [], "sudland": []}
    >>> said = Asked("rank", "", "In 2021 only Norland made more tin than Sudland", ("s", 1), "Vex")
    >>> [c.words for c in places(said, Evidence(shares=rows))]
    ['Norland made was largest in rank, tin in 2021', 'Sudland made was second in rank, tin in 2021']
    """
    if claim.kind not in ("rank", "other", "count", "amount") or claim.polarity == "-":
        return ()
    if (found := _ALL_OTHERS.match(claim.words)) and found["two"].casefold() in evidence.shares:
        when = (found["when"] or found["then"] or found["lead"] or "").strip(" ,")
        told_ = f"{found['two']} {found['did']} more than 50 percent of {found['what']} {when[:1].lower()}{when[1:]}"
        half = replace(claim, kind="share", words=told_.strip(), subject=Party(None, found["two"]), object=None)
        return (replace(half, low=50.0, high=None, unit="percent", qualifier="more than"),)
    if found := _ONLY.match(claim.words):
        told = {"one": f"made was largest in rank, {found['what']}", "two": f"made was second in rank, {found['what']}"}
    elif found := _NONE.match(claim.words):
        told = {"two": f"made was largest in rank, {found['what']}"}
    elif found := _SECOND.match(claim.words):
        rest = found["rest"] or ""
        first = re.sub(r"second[- ](?:largest|biggest)", "largest", found["rank"], flags=re.IGNORECASE)
        first = re.sub(r"\bsecond\b", "largest", first, flags=re.IGNORECASE)
        told = {"one": f"was {first}{rest}", "two": f"was {found['rank']}{rest}"}
    else:
        return ()
    when = (found["when"] or found["lead"] or "").strip(" ,")
    when = f" {when[:1].lower()}{when[1:]}" if when else ""
    did = found.groupdict().get("did")
    names = {end: found[end] for end in told}
    if any(n.casefold() not in evidence.shares for n in names.values()):
        return ()
    words = {end: f"{names[end]} {told[end].replace('made', did, 1) if did else told[end]}{when}" for end in told}
    return tuple(
        replace(claim, kind="rank", words=words[end], subject=Party(None, names[end]), object=None, place=None)
        for end in told
    )
