"""Whose numbers "we" tells of, where records know of one body that whoever speaks leads: "we had 400 drivers in 2024".

Only of somebody with a full name who holds one post that has not ended, the first of its body, and no second post
anywhere; and only where the claim itself names nobody else. "We in the north" are more than a firm: the words that are
left over then keep it undecided, as with every claim.
"""

import re
from dataclasses import replace

from cuibono.case.docket.posts import leads
from cuibono.case.docket.rows import Edge, Evidence, keys_of
from cuibono.case.docket.words import folded
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party

_KINDS: tuple[ClaimKind, ...] = ("share", "amount", "count", "trend", "rank")
_WE = re.compile(r"\b(?P<for>we|our)(?= [a-z0-9])", re.IGNORECASE)
_US = re.compile(r"\b(?:us|ours|ourselves)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][\w'\u2019-]+ [A-Z]")


def at_body_led(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of "we" with the body that its speaker leads; None where the records do not know of just one.

    The reading takes whoever speaks for the one whom "we" is about, unless it knows better.
    """
    subject = claim.subject
    if claim.kind not in _KINDS or claim.polarity == "-" or subject is None or " " not in subject.name:
        return None
    found = [*_WE.finditer(claim.words)]
    if len(found) != 1 or _US.search(claim.words) or _NAMED.search(claim.words):
        return None
    body = _led_by(subject, evidence)
    if body is None:
        return None
    said = found[0]
    name = body.name if said["for"].lower() == "we" else f"{body.name}'s"
    words = claim.words[: said.start()] + name + claim.words[said.end() :]
    words = re.sub(rf"(?<={re.escape(body.name)}) (?:are|were)\b", lambda m: " is" if "are" in m[0] else " was", words)
    return replace(claim, subject=body, words=words)


def _led_by(who: Party, evidence: Evidence) -> Party | None:
    """The one body at which somebody is recorded to hold a post without an end, if it is the first post there."""
    rows = {(r.id, r.other.name): r for k in sorted(keys_of(who)) for r in evidence.edges.get(k, ()) if _open(r)}
    places = {folded(r.other.name) for r in rows.values()}
    if len(places) != 1 or not any(map(leads, rows.values())):
        return None
    return next(iter(rows.values())).other


def _open(edge: Edge) -> bool:
    post = edge.schema in ("Directorship", "Employment", "Occupancy") or edge.role
    return edge.mixed and edge.polarity == "+" and not edge.end and bool(post)
