"""Where a post is that is named without its body: "minister of transport" is at the one ministry that is recorded so.

Only where the words name more than the post itself ("chair" alone may be of anything), and where the one whom a claim
is about is recorded in such a post at a single place. A town may be recorded as the City of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cuibono.case.docket.names import is_meant
from cuibono.case.docket.posts import called, stems_of
from cuibono.case.docket.rows import Edge, Evidence, keys_of
from cuibono.case.docket.terms import is_at_an_end, termed
from cuibono.case.docket.tie_words import core_of
from cuibono.case.docket.words import folded, stems
from cuibono.model.docket import Asked, Party

_TOWNS = ("city", "town", "municipality", "commune", "borough")
_STATES = ("government", "republic", "kingdom", "state", "province", "region", "county", "district", "canton", "island")
_OF_TWO = ("role", "tie", "ownership", "control")


def with_body(claim: Asked, evidence: Evidence) -> Asked:
    """A claim of a post with the body where it is."""
    if claim.kind != "role" and not (claim.kind == "event date" and is_at_an_end(claim)):
        return claim
    if claim.object is not None or claim.subject is None or not keys_of(claim.subject):
        return claim
    core = core_of(termed(claim)[0])
    posts = core & stems_of("posts")
    more = core - posts - stems_of("degree")
    if not posts or not more:
        return claim
    mine = [e for k in sorted(keys_of(claim.subject)) for e in evidence.edges.get(k, ()) if e.mixed]
    mine = [e for e in mine if is_meant(claim.subject, e.one, evidence) and _is_there(posts, more, e)]
    places = {folded(e.other.name): e.other for e in mine}
    return replace(claim, object=next(iter(places.values()))) if len(places) == 1 else claim


def _is_there(posts: frozenset[str], more: frozenset[str], edge: Edge) -> bool:
    post = stems(called(edge))
    return posts <= post and more <= post | stems(edge.other.name)


def of_towns(party: Party) -> list[str]:
    """The names under which the body of a town or a country may be recorded: "city of norhill"."""
    name = folded(party.name)
    return [] if " of " in name or not name else [f"{town} of {name}" for town in (*_TOWNS, *_STATES)]


def at_town_hall(claim: Asked, evidence: Evidence) -> Asked:
    """A claim of a town as one of its body, where only that is recorded."""
    if claim.kind not in _OF_TWO:
        return claim
    held = claim.kind in ("ownership", "control")
    tables = (evidence.holdings, evidence.held) if held else (evidence.edges,)
    subject, object_ = (_body(p, evidence, tables) if p else p for p in (claim.subject, claim.object))
    if (subject, object_) == (claim.subject, claim.object):
        return claim
    return replace(claim, subject=subject, object=object_)


def _body(party: Party, evidence: Evidence, tables: Sequence[Mapping[str, object]]) -> Party:
    every = (evidence.edges, evidence.holdings, evidence.held)
    if any(k in t for k in (*keys_of(party), folded(party.name)) for t in every):
        return party
    rows = [k for k in of_towns(party) if any(k in t for t in tables)]
    return Party(None, rows[0]) if len(rows) == 1 else party
