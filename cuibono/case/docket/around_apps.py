"""Which app "the app" and "its start screen" are of, where a claim does not say it: the one that is named around it."""

import re
from dataclasses import replace

from cuibono.case.docket.around_bodies import names_around
from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.surroundings import before, own_passage, sentences
from cuibono.case.docket.words import folded
from cuibono.model.docket import Asked, Party

_APP = re.compile(
    r"\b(?:(?P<whose>its|(?:the|this) (?:app|application|programme|program|software|game)['\u2019]s)"
    r"|(?:the|this|our|their) (?:\w+ )?(?:app|application|programme|program|software|game)(?!['\u2019\w-])|it)\b",
    re.IGNORECASE,
)


#: What may stand before the name of whoever does it: "the app", "their new app".
_BEFORE_IT = re.compile(
    r"^(?:(?:the|their|its|our|this|that) ?)?(?:(?:\w+ )?(?:app|application))?$|^while .*$"
    r"|^(?:in \d{4}|yet|but|and|also),?$"
    r"|^(?:whenever|every time|each time|as soon as|when) [^,]*,$"
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
    last = sentences(told.strip())[-1]
    first = last.lstrip("\"'\u201c\u2018 ").split(" ")[0].strip(",.")
    near = names_around(last, evidence.apps)
    if len(near) != 1 or folded(first) != near[0]:
        return False
    behind = _SAID_BY.sub(" ", last.split(first, 1)[1])
    return re.search(r"\b[A-Z]", behind) is None and not _SAID_TOO.search(last)


def at_app_named(claim: Asked, evidence: Evidence) -> Asked:
    """A claim of an app with the one that its words name as its subject, where the reader took another or none.

    "Vexling contacts a server" has no subject where "contacts" was read as a noun; "My Elm, the firm's app" is My Elm.
    """
    if claim.kind != "behaviour of an app" or not evidence.apps:
        return claim
    words = " ".join(claim.words.split())
    said = words.casefold()
    near = names_around(claim.words, evidence.apps)
    mine = folded(claim.subject.name) if claim.subject else ""
    if len(near) != 1 or mine in evidence.apps or (mine and mine not in said.split(near[0])[0] + near[0]):
        return claim
    at = max(said.find(near[0]), 0)
    begins = not said[:at].strip() or _BEFORE_IT.match(said[:at].strip())
    name = words[at : at + len(near[0])]
    if not begins or folded(name) != near[0]:
        return claim
    return replace(claim, subject=Party(None, name))


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
