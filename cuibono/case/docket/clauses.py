"""The clause of a sentence that holds what is claimed, without clauses that say something else beside it.

"With 300 employees in 2021, Acme is the pride of its town" counts employees; "Acme, which makes lamps, had 300
employees" does, too. What is set off by commas narrows nothing; it is left out only where it holds no number.
"""

import re
from dataclasses import replace

from cuibono.model.docket import Asked

_COUNTED = ("count", "amount")
#: What somebody has, before what else is said of them.
_WITH = re.compile(r"^(?:With|Employing|Having) (?P<what>(?:[^,\d]{0,30})\d[^,]*(?:,\d[^,]*)*), (?P<rest>[^\d]+)$")
#: A number told by the way, of whom something else is said.
_WHICH = re.compile(r"^, (?:which|who) (?P<inner>[^,]*\d[^,]*(?:,\d[^,]*)*), (?P<rest>[^\d]+)$")
_HAVING = re.compile(r"^, with (?P<inner>[^,]*\d[^,]*(?:,\d[^,]*)*), (?P<rest>[^\d]+)$")
#: Something else told by the way, of whom a number is said.
_SET_OFF = re.compile(r"^, (?:which|who|based|headquartered|founded|listed|known|owned)\b [^,;\d]+,(?= )")
_WHEN = re.compile(r"(?<= (?:18|19|20)\d\d), (?:when|while) [^,;\d]+,(?= )")
_TAKES_BACK = re.compile(
    r"\b(?:no|not|never|nor|without|until|unless|except|half|former|once)\b|n['\u2019]t\b", re.IGNORECASE
)


def alone(claim: Asked) -> Asked:
    """A claim of a number in the words of its own clause.

    >>> from cuibono.model.docket import Party
    >>> said = "With 300 employees in 2021, Acme is a large firm"
    >>> alone(Asked("count", "", said, ("s", 1), "Vex", subject=Party(None, "Acme"))).words
    'Acme had 300 employees in 2021'
    """
    name = claim.subject.name if claim.subject else ""
    if claim.low is None and claim.high is None:
        return claim
    words = _WHEN.sub("", claim.words, count=1)
    at = words.find(name) if name else -1
    if at >= 0 and claim.kind in _COUNTED:
        words = _of_number(words, name, at) or words
    if words == claim.words:
        return claim
    return replace(claim, words=words, place=claim.place if claim.place and claim.place in words else None)


def _of_number(words: str, name: str, at: int) -> str:
    """The words of the clause with the number; empty where there is but one clause."""
    if (found := _WITH.fullmatch(words)) and name in found["rest"]:
        return f"{name} had {found['what']}"
    before, behind = words[:at], words[at + len(name) :]
    if before.casefold() not in ("", "the "):
        return ""
    if found := _WHICH.fullmatch(behind):
        return f"{name} {found['inner']}"
    if found := _HAVING.fullmatch(behind):
        return f"{name} had {found['inner']}"
    aside = _SET_OFF.match(behind)
    return f"{name}{behind[aside.end() :]}" if aside and not _TAKES_BACK.search(aside[0]) else ""
