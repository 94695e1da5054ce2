"""What stands for the one whom a claim is about: "she", "the company", "Ms Vex".

A reader who takes a pronoun for a name may be wrong. That it then agrees with a record on a name and a day is no
accident; that it does not agree may be one, and decides nothing.
"""

import re
from dataclasses import replace

from cuibono.model.docket import Asked, Tested

_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Professor)\b\.? (?=[A-Z])")
_NOUNS = (
    "company|firm|group|bank|business|retailer|manufacturer|producer|carmaker|utility|insurer|airline|publisher|lender|"
    "newspaper|paper|broadcaster|party|club|agency|ministry|university|foundation|institute|charity|union|brewery|"
    "app|platform|service|operator|maker|supplier|chain|network|hospital|school|college|museum|council|authority|"
    "regulator|city|town|district|country|port|airport|railway|fund|trust|association|federation|office|bureau|station|channel|"
    "league|cooperative|dairy|line|society|mine|plant|works|shipyard|movement|lender|holding|shop|studio"
)
_STANDS = re.compile(
    r"(?P<lead>^|, |^(?:and|but) |^in (?:19|20)\d\d,? |\b(?:of|at) (?=the ))"
    rf"(?P<for>she|he|it|they|we|the (?:{_NOUNS}))(?= [a-z])",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"^(?:his|her)(?= [a-z])", re.IGNORECASE)


def stood_in(claim: Asked) -> Asked | None:
    """A claim with the name of its subject where a pronoun stands for it; None where none does."""
    subject = claim.subject
    if subject is None or not (subject.whole or subject.id):
        return None
    if subject.name in claim.words:
        return _whose(claim)
    own = re.escape(subject.name.split()[-1])  # "the dairy" of Elm Dairy
    found = [*_STANDS.finditer(claim.words)] or [*re.finditer(rf"^(?P<for>the {own})(?= [a-z])", claim.words, re.I)]
    if len(found) != 1 or (found[0]["for"].lower() == "we" and subject.name == claim.speaker):
        return None
    if _shorter(subject.name, claim.words):
        return None
    words = claim.words[: found[0].start("for")] + subject.name + claim.words[found[0].end() :]
    return replace(claim, words=words)


def _whose(claim: Asked) -> Asked | None:
    """A claim of kin with the name of whose they are: "his sister is Ada Vex"."""
    whose = claim.object
    if whose is None or not (whose.whole or whose.id) or whose.name.split()[0] in claim.words:
        return None
    words, times = _WHOSE.subn(f"{whose.name}'s", claim.words)
    return replace(claim, words=words) if times else None


def untitled(claim: Asked) -> Asked:
    """A claim without the "Mr" before a name."""
    words = _HONORIFIC.sub("", claim.words)
    return claim if words == claim.words else replace(claim, words=words)


def supported_only(found: Tested) -> Tested:
    """An outcome of a claim in which a pronoun stands for a name: it may stand for another."""
    if found.outcome != "contradicted":
        return found
    return replace(found, outcome="not identified", rule=f"whom it means is not sure; else {found.rule}")


def _shorter(name: str, words: str) -> bool:
    """Whether a claim names its subject by a part of the name."""
    said = set(re.findall(r"\w+", words))
    return any(w in said for w in name.split() if w[:1].isupper())
