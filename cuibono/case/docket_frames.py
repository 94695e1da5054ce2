"""What news prose puts around a name to say who it is: "Vex Works, a maker of lamps, sold ..." is of Vex Works.

An apposition, a word for the trade, a beginning like "Founded in 1974," and the refusal to comment are other things
than what is claimed. They are left out only where they hold neither number nor denial.
"""

import re
from dataclasses import replace

from cuibono.model.docket import Asked

_NO = r"(?:not|no|never|nor|without|former|formerly|ex|until|once|then|part|unit|arm|branch|division|half|greater)"
#: Words for what somebody is, before the name; none that makes of it a part, a former or a larger one.
_TRADES = (
    rf"(?:rival|competitor|market leader|(?:(?!{_NO}\b)\w+ )?(?:\w*maker|producer|manufacturer|supplier|giant|lender|"
    r"retailer|broadcaster|publisher|utility|insurer|airline|start-up|billionaire|businessman|businesswoman|investor|"
    r"entrepreneur|tycoon))"
)
_BEFORE = re.compile(rf"(?:(?:The|Its) )?{_TRADES} (?:The )?", re.IGNORECASE)
#: "a private equity firm": words without a number, a verb of its own or a denial.
_APPOSITION = re.compile(rf"^, (?:an?|the) (?:(?!{_NO}\b)[a-zA-Z][\w'\u2019-]* ?){{1,7}},(?= [a-z])")
_COMMENT = (
    r"(?:(?:has |have |had )?declined to (?:comment|be interviewed|answer)|"
    r"did not (?:immediately )?(?:respond|reply|answer|comment)|could not be reached)"
)
_RELATIVE = re.compile(rf", which (?P<rest>[^,;]+), {_COMMENT}\b[^\d]*$")
_TOLD = re.compile(r",\s+as (?:everybody|everyone|anybody|anyone|all the world)(?: in \w+)? knows?[.]?$", re.IGNORECASE)
_BEGUN = re.compile(r"(?:Founded|Established|Set up|Incorporated) in (\d{4}), (?:The |the )?")
_DIGIT = re.compile(r"\d")


def unframed(claim: Asked) -> Asked:
    """A claim without what only says who its subject is.

    >>> from cuibono.model.docket import Party
    >>> said = "Vex Works, a maker of lamps, sold 30 lamps"
    >>> unframed(Asked("count", "", said, ("s", 1), "Pia", subject=Party(None, "Vex Works"))).words
    'Vex Works sold 30 lamps'
    """
    words = _TOLD.sub("", claim.words)
    name = claim.subject.name if claim.subject else ""
    at = words.find(name) if name else -1
    if at >= 0:
        words = _begun(claim, words[:at], words[at:]) or _bare(words[:at], name, words[at + len(name) :])
    return claim if words == claim.words else replace(claim, words=words)


def _bare(before: str, name: str, behind: str) -> str:
    """The name with what is claimed, without what stands around it to say who it is."""
    if before and not _BEFORE.fullmatch(before) and before.casefold() != "the ":
        return before + name + behind
    told = _RELATIVE.fullmatch(behind)
    behind = f" {told['rest']}" if told else _APPOSITION.sub("", behind, count=1) if behind[:1] == "," else behind
    return (before if before.casefold() == "the " else "") + name + behind


def _begun(claim: Asked, before: str, rest: str) -> str:
    """ "Founded in 1974, Vex Works makes lamps" as what it says of the founding; empty where it says no such thing."""
    year = _BEGUN.fullmatch(before) if claim.kind == "event date" else None
    return (
        f"{claim.subject.name} was founded in {year[1]}" if year and claim.subject and not _DIGIT.search(rest) else ""
    )
