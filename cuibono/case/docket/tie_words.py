"""Whether a recorded tie is what a claim says: in its words, of its degree, in its direction."""

import re
from collections.abc import Sequence
from functools import cache

from cuibono.case.docket.names import is_meant
from cuibono.case.docket.posts import called, leads, plain_posts, same_degree, same_post, stems_of
from cuibono.case.docket.rows import Edge, Evidence
from cuibono.case.docket.words import agent_first, folded, listed, narrowing, stems
from cuibono.extract.lexicon import lines
from cuibono.model.docket import Asked

_DONOR = re.compile(
    r"^(?:main |largest |big )?(?:donor|funder|sponsor|backer|financier|supplier|contractor|customer|client|creditor"
    r"|lender|auditor|adviser|insurer)s?(?! (?:of|to|for)\b)",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\b", re.IGNORECASE)


@cache
def _cues() -> dict[str, frozenset[str]]:
    """What the words of a claim say, by the schema of the tie that says no more."""
    found = {line.split()[0]: line.split()[1:] for line in lines("docket", "tie_words")}
    return {schema: frozenset(s for w in said for s in stems(w)) for schema, said in found.items()}


def core_of(claim: Asked) -> frozenset[str]:
    """The words of a claim beyond the names, grammar and verbs of holding."""
    names = [plain_posts(p.name) for p in (claim.subject, claim.object) if p]
    left = narrowing(plain_posts(claim.words), *names, " ".join(listed("post_verbs")), plain="grammar")
    return frozenset(s for w in left for s in stems(w))


def left_over(claim: Asked, found: Sequence[Edge]) -> list[str]:
    """Words that neither posts nor ties nor any record between the two can explain."""
    names = [p.name for p in (claim.subject, claim.object) if p]
    lists = ("posts", "degree", "post_verbs", "post_words", *(("leading",) if any(map(leads, found)) else ()))
    known = [" ".join(listed(n)) for n in lists]
    cues = " ".join(w for line in lines("docket", "tie_words") for w in line.split()[1:])
    words = plain_posts(claim.words)
    return narrowing(words, *map(plain_posts, names), *known, cues, *(called(e) for e in found), plain="grammar")


def says_it(claim: Asked, edge: Edge, evidence: Evidence) -> bool:
    """Whether a recorded tie is what a claim says: in its words, of its degree, in its direction."""
    core, post = core_of(claim), stems(called(edge))
    cues = _cues().get(edge.schema, frozenset()) | (stems_of("leading") if leads(edge) else frozenset())
    named = core & post
    unreal = stems_of("unreal" if edge.schema == "Employment" else "degree")
    if not core or not core <= post | cues or (named and not same_degree(core, edge)):
        return False
    other_post = edge.schema[:1].isupper() or not post & _cues().get(edge.schema, frozenset())
    if named and other_post and not same_post(core, edge, claim):
        return False
    posts = stems_of("posts") - (stems_of("leading") if leads(edge) else frozenset())  # who heads it is its head
    seat = edge.schema == "Directorship" and "board" in post and post - stems_of("post_words") == {"member"}
    posts -= {"director"} if seat else set()  # whoever sits on the board is a director
    if post and not named and (core & posts or post & unreal):
        return False
    return edge.mixed or _mutual(core, edge) or _in_direction(claim, core, edge, evidence)


def _mutual(core: frozenset[str], edge: Edge) -> bool:
    return edge.schema in ("Associate", "UnknownLink") and core <= stems_of("mutual") | _cues()["UnknownLink"]


def _in_direction(claim: Asked, core: frozenset[str], edge: Edge, evidence: Evidence) -> bool:
    """Whether the one who acts stands first in a record too; of "receives money from" it is the other end."""
    first, second = agent_first(claim)
    if edge.schema == "Membership" and not _BY.search(claim.words):
        return _stands_first(edge, claim, evidence)  # who belongs to a club is not owned by it
    if core & stems_of("receiving") or _is_in_value(claim):
        first = second
    return edge.schema not in ("Associate", "UnknownLink") and bool(first and is_meant(first, edge.one, evidence))


def _is_in_value(claim: Asked) -> bool:
    """Whether a row has who acts in its value: "Acme: donor: Vex Trust"."""
    return bool(claim.stated and claim.stated.row and claim.object and _DONOR.match(claim.words))


def _stands_first(edge: Edge, claim: Asked, evidence: Evidence) -> bool:
    """Whether a claim names the first end of a record before the other one."""
    said = folded(claim.words)
    one, other = said.find(folded(edge.one.name)), said.find(folded(edge.other.name))
    if min(one, other) < 0:
        return bool(claim.subject and is_meant(claim.subject, edge.one, evidence))
    return one < other
