"""Which app "the app" and "its start screen" are of, where a claim does not say it: the one that is named around it."""

import re
from dataclasses import replace

from cuibono.case.docket.around_bodies import names_around
from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.words import folded
from cuibono.model.docket import Asked, Party

_APP = re.compile(
    r"\b(?:(?P<whose>its|(?:the|this) (?:app|application|programme|program|software|game)['\u2019]s)"
    r"|(?:the|this|our|their) (?:\w+ )?(?:app|application|programme|program|software|game)(?!['\u2019\w-])|it)\b",
    re.IGNORECASE,
)


def at_app_around(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of an app that names none, with the one named around it of which facts are recorded; else None."""
    if claim.kind != "behaviour of an app" or not claim.around or not evidence.apps:
        return None
    said = folded(f"{claim.subject.name if claim.subject else ''} {claim.words}")
    near = names_around(claim.around, evidence.apps)
    if len(near) != 1 or any(app in said for app in evidence.apps) or not _APP.search(claim.words):
        return None
    at = folded(claim.around).find(near[0])
    name = " ".join(claim.around.split())[at : at + len(near[0])] if at >= 0 else near[0]
    name = name if folded(name) == near[0] else near[0]
    words = _APP.sub(lambda m: f"{name}'s" if m["whose"] else name, claim.words, count=1)
    return replace(claim, subject=Party(None, name), words=words)
