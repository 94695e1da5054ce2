"""Which app "the app" and "its start screen" are of, where a claim does not say it: the one that is named around it."""

import re
from dataclasses import replace

from cuibono.case.docket.around_bodies import names_around
from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.surroundings import before, own_passage
from cuibono.case.docket.words import folded
from cuibono.model.docket import Asked, Party

_APP = re.compile(
    r"\b(?:(?P<whose>its|(?:the|this) (?:app|application|programme|program|software|game)['\u2019]s)"
    r"|(?:the|this|our|their) (?:\w+ )?(?:app|application|programme|program|software|game)(?!['\u2019\w-])|it)\b",
    re.IGNORECASE,
)


#: The app that the sentence before was of, which nothing else but "it" is nearer to.
_THE_APP = re.compile(
    r"^(?:(?:the|this) (?:app|application|programme|program|software)|it)\b(?!['\u2019])", re.IGNORECASE
)
_OPENING = 5  # words by which a claim is found in its text
#: Who said the sentence before, behind it: '," Ada Moss said'.
_SAID_BY = re.compile(
    r"[,!?.]?[\"\u201d\u2019'],? (?:[A-Z][\w'\u2019-]+ ){1,3}(?:said|says|added|adds|noted|wrote|writes|told \w+)\b"
)
#: What else is of a sort, which "the app" may be as well.
_SAID_TOO = re.compile(r"\b(?:an?|another|other|every|all|many|most|some) (?:\w+ )?apps?\b", re.IGNORECASE)


def is_plainly_of_app(claim: Asked, evidence: Evidence) -> bool:
    """Whether "the app" can be no other than the one that the sentence before begins with, where it names no other.

    "Vexling never sells anything," Ada Moss said. The app does not ask for your location.
    """
    if claim.kind != "behaviour of an app" or not claim.around or not _THE_APP.search(claim.words):
        return False
    text = own_passage(claim.around)
    told = before(text, claim.words, _OPENING) or ""
    last = re.split(r"(?<=[.!?])['\"\u201d\u2019]*\s+", told.strip())[-1]
    first = last.lstrip("\"'\u201c\u2018 ").split(" ")[0].strip(",.")
    near = names_around(last, evidence.apps)
    if len(near) != 1 or folded(first) != near[0]:
        return False
    behind = _SAID_BY.sub(" ", last.split(first, 1)[1])
    return re.search(r"\b[A-Z]", behind) is None and not _SAID_TOO.search(last)


def at_app_around(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of an app that names none, with the one named around it of which facts are recorded; else None."""
    if claim.kind != "behaviour of an app" or not claim.around or not evidence.apps:
        return None
    said = folded(f"{claim.subject.name if claim.subject else ''} {claim.words}")
    near = names_around(own_passage(claim.around), evidence.apps) or names_around(claim.around, evidence.apps)
    if len(near) != 1 or any(app in said for app in evidence.apps) or not _APP.search(claim.words):
        return None
    at = folded(claim.around).find(near[0])
    name = " ".join(claim.around.split())[at : at + len(near[0])] if at >= 0 else near[0]
    name = name if folded(name) == near[0] else near[0]
    words = _APP.sub(lambda m: f"{name}'s" if m["whose"] else name, claim.words, count=1)
    return replace(claim, subject=Party(None, name), words=words)
