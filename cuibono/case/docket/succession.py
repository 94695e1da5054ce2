"""Who came after whom in a post: "A succeeded B as mayor" is two records of one post, the second after the first.

Borne out where B's record of the very post ends before A's begins, within a year of it; contradicted where A's was over
before B's began, or where A is recorded to have begun at another time than the claim says.
"""

import re
from datetime import timedelta

from cuibono.case.docket import in_words
from cuibono.case.docket.names import doubtful, is_meant
from cuibono.case.docket.parties import at
from cuibono.case.docket.posts import called, plain_posts
from cuibono.case.docket.rows import Edge, Evidence, keys_of
from cuibono.case.docket.times import APART, days, relation, rough
from cuibono.case.docket.verdicts import agreed
from cuibono.case.docket.words import folded, listed, narrowing, stray
from cuibono.measures.claimed import Verdict
from cuibono.model.docket import Asked, Party, Tested

_NAME = r"[A-Z][\w'\u2019.-]*(?: (?:(?:von|van|de|der|den|da|di|del|la|le|du|bin|ter) )*[A-Z][\w'\u2019.-]*){0,3}"
_AFTER = re.compile(
    rf"(?P<later>{_NAME}),? (?:(?:has|had|later|then|officially|formally) )*"
    rf"(?:succeed(?:ed|s)|replace[ds]|follow(?:ed|s)"
    rf"|took over(?: [\w ]{{2,40}}?)? from"
    rf"|takes over from|(?:took|takes) the place of|came after|comes after"
    rf"|stepped into the shoes of) (?P<former>{_NAME})"
)
_BEFORE = re.compile(
    rf"(?P<former>{_NAME}),? (?:(?:has|had|later|then) )*(?:(?:is|was|been) (?:succeeded|replaced|followed) by"
    rf"|handed over(?: [\w ]{{2,40}}?)? to|made way for) (?P<later>{_NAME})"
)
#: How long a post may stand empty.
_VACANT = timedelta(days=366)
_SAID = (
    "succeeded succeeds replaced replaces followed follows took takes over handed made way post office position job "
    "role helm reins later then has had from to by "
    "place came comes after stepped into shoes at the head top helm"
)


def succession(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What comes of a claim that one followed another in a post; None of any other, or where no two are recorded."""
    found = _AFTER.search(claim.words) or _BEFORE.search(claim.words)
    if found is None or claim.polarity == "-" or claim.kind not in ("role", "tie", "event date", "other"):
        return None
    later = _full(found["later"], claim)
    pairs = [
        (mine, theirs)
        for mine in _posts(later, evidence, own)
        for theirs in at(mine.other, evidence, own)
        if _is_so_called(found["former"], theirs.one, claim, evidence) and _is_same_post(mine, theirs)
    ]
    pairs = [p for p in pairs if _says_no_more(claim, p, found["later"], found["former"])]
    if len(pairs) != 1 or doubtful(later, evidence) or doubtful(pairs[0][1].one, evidence):
        return None
    verdict = _order(*pairs[0], claim)
    return agreed(claim, [(e, verdict) for e in pairs[0]], in_words.edge)


def _full(name: str, claim: Asked) -> Party:
    """The one whom a name in the words means: one of the two of the claim, if it is a part of their name."""
    of = [p for p in (claim.subject, claim.object) if p and p.whole and name.split()[-1] in p.name.split()]
    return of[0] if of and (" " not in name or folded(of[0].name) == folded(name)) else Party(None, name)


def _posts(who: Party, evidence: Evidence, own: frozenset[str]) -> list[Edge]:
    mine = at(who, evidence, own) if keys_of(who) else []
    return [e for e in mine if e.mixed and e.polarity == "+" and e.role and is_meant(who, e.one, evidence)]


def _is_so_called(name: str, one: Party, claim: Asked, evidence: Evidence) -> bool:
    meant = _full(name, claim)
    return is_meant(meant, one, evidence) or (" " not in name and name == one.name.split()[-1])


def _is_same_post(mine: Edge, theirs: Edge) -> bool:
    same = folded(called(mine)) == folded(called(theirs))
    return same and theirs.mixed and theirs.polarity == "+" and folded(mine.one.name) != folded(theirs.one.name)


def _says_no_more(claim: Asked, pair: tuple[Edge, Edge], *names: str) -> bool:
    known = [*names, *(n for e in pair for n in (e.one.name, plain_posts(e.other.name), called(e)))]
    aside = [
        _SAID,
        " ".join((*listed("post_words"), *listed("bodies"))),
        *(p.name for p in (claim.subject, claim.object) if p),
    ]
    return not narrowing(plain_posts(claim.words), *known, *aside, plain="grammar") and not stray(claim)


def _order(mine: Edge, theirs: Edge, claim: Asked) -> Verdict:
    start, end = days(mine.start), days(theirs.end)
    if start is None or rough(mine.start) or rough(theirs.end):
        return "not identified"
    first, over = days(theirs.start), days(mine.end)
    if over and first and mine.end and not rough(mine.end) and over[1] <= first[0]:
        return "contradicted"
    if end is None or not theirs.end or not end[0] - timedelta(days=1) <= start[1] <= end[1] + _VACANT:
        return "not identified"
    claimed = days(claim.time)
    if claimed is None or relation(mine.start, claim.time) in ("same", "within"):
        return "supported"
    apart = start[1] + APART < claimed[0] or claimed[1] + APART < start[0]
    return "contradicted" if apart else "not identified"
