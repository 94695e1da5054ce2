"""Rows of tables of claims that tell of a day or a term: "Acme, dissolved, 2024-11-30".

A day in the value is no amount. The row is put as a sentence, with the day as its time; what it says is tested as ever.
"""

import re
from dataclasses import replace

from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked

_KINDS: tuple[ClaimKind, ...] = ("amount", "other", "event date", "count")
_DAY = r"(?P<when>(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)?)"
_DONE = re.compile(
    r"^(?:was |is |has been )?(?P<did>(?:re-)?[a-z]+(?:ed|ilt|old|ought|orn|un|ade)"
    rf"(?: (?!(?:before|after|by|until|since)\b)[^\d:]{{2,60}}?)?)"
    rf"(?: on| in)?[:,]? +{_DAY}(?: (?:day|date|month|year|on|in))?$"
)
_TERM = re.compile(
    r"^(?P<post>[a-z][^:\d]{2,60}? (?:of|at|in) (?:the )?[A-Z][^:\d]{1,60}?),? "
    rf"(?P<end>until|till|since|from) +{_DAY}$"
)
_TO_EVENT = re.compile(r"^(?:day|date|month|year|)$")


def row_told(claim: Asked) -> Asked:
    """A row of a day or a term as a sentence; any other claim as it is."""
    row = claim.stated is not None and claim.stated.row
    if not row or claim.kind not in _KINDS or claim.subject is None or not _TO_EVENT.match(claim.unit):
        return claim
    who = claim.subject.name
    words = " ".join(claim.words.removeprefix(f"{who}: ").split())
    if term := _TERM.match(words):
        lasts, end = ("has been", "since") if term["end"] in ("since", "from") else ("was", "until")
        words = f"{who} {lasts} {term['post']} {end} {term['when']}"
        return replace(claim, kind="role", words=words, time=term["when"], low=None, high=None)
    found = _DONE.match(words)
    if found is None:
        return claim
    when = found["when"]
    words = f"{who} was {found['did']} {'on' if len(when) > len('2024-11') else 'in'} {when}"
    return replace(claim, kind="event date", words=words, time=when, low=None, high=None, unit="", qualifier="")
