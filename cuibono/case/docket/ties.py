"""Tests of roles and ties against records: what excludes a claim contradicts it, never that a record is missing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from cuibono.case.docket import in_words, terms
from cuibono.case.docket.kin import kin_of, kinship
from cuibono.case.docket.moments import day_of
from cuibono.case.docket.names import bearers, is_meant
from cuibono.case.docket.parties import at, between, gone
from cuibono.case.docket.posts import called, plain_posts, same_post, seated, stems_of
from cuibono.case.docket.rows import Edge, Evidence
from cuibono.case.docket.spans import excludes
from cuibono.case.docket.tie_words import core_of, left_over, says_it
from cuibono.case.docket.times import days, rough, stale
from cuibono.case.docket.verdicts import agreed, open_, unknown
from cuibono.case.docket.words import folded, stems, stray, tokens
from cuibono.model.docket import Asked, Party, Tested

_BELONGS = re.compile(r"\bbelong(?:s|ed)? to\b", re.IGNORECASE)
_NEVER = re.compile(
    r"\b(?:(?:has|have|had) )?never (?:once )?(?:held|had|occupied|taken) (?:a|an|any) "
    r"(?:(?:single|paid) )?(?:post|office|position|job|role|seat)\b",
    re.IGNORECASE,
)
_AT_NO_TIME = re.compile(r"\bnever(?: once| ever)?\b", re.IGNORECASE)
#: What is so on the day of the text, of which no time is said.
_IS_NOW = re.compile(
    r"\b(?:is|are|sits?|serves?|heads?|runs?|leads?|chairs?|works?|holds?|edits?|manages?|belongs?|directs?)\b"
    r"(?! (?:been|remembered|said|reported|believed|thought|known|former|late)\b)"
)
#: What may have been so another time too, whatever one record says.
_AGAIN = ("educated_at", "funds")
#: Ties by which somebody is at a place, whichever post it is.
_POSTS = ("Directorship", "Employment", "Membership", "Occupancy")


def role(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Who holds which post where, or works for whom."""
    return _tested(claim, evidence, own)


def tie(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Kinship, membership, employment and whatever else is recorded of two, in the direction in which it is."""
    if kin := kin_of(claim):
        found = between(claim, evidence, own)
        return found if isinstance(found, Tested) else kinship(claim, kin, found, evidence)
    return _tested(claim, evidence, own)


def tenure(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """When somebody came to a post or a place, or went: "joined the council in 2003"."""
    if claim.object is None or not terms.is_at_an_end(claim):
        return unknown("no date of that kind is recorded", "statements")
    return _tested(claim, evidence, own)


def membership(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Who "belongs to" a club, which owns nobody."""
    if claim.low is not None or claim.high is not None or not _BELONGS.search(claim.words):
        return unknown("no holding of the two is recorded", "holdings")
    return _tested(claim, evidence, own)


def belongs(claim: Asked) -> bool:
    """Whether one "belongs to" the other: a member to a club, or a firm to its owner."""
    return _BELONGS.search(claim.words) is not None


def _tested(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    claim = seated(claim)
    found = between(claim, evidence, own)
    if isinstance(found, Tested):
        return found
    told = (
        _never(claim, found)
        or _never_such(claim, found, evidence)
        or _of_term(claim, found, evidence, own)
        or _of_former(claim, found, evidence)
    )
    if told:
        return told
    rows = [e for e in found if says_it(claim, e, evidence)]
    left = left_over(claim, found)
    if odd := stray(claim):
        return open_(f"it says more than the records can bear out: {', '.join(odd[:3])}", found)
    denied = [e for e in rows if e.polarity == "-"]
    stated = [e for e in rows if e.polarity == "+"]
    if denied and stated:
        return open_("the records do not all say the same of it", rows)
    if denied:
        return _denied(claim, denied, evidence)
    outside = None if left else gone(claim, evidence, own, tied=bool(found))
    if stated:
        return _in_time(claim, stated, outside, evidence)
    if not left and (held := _held_by_another(claim, evidence, own)):
        return held
    if outside:
        return outside
    if not found:
        return unknown(f"nothing is recorded between {_name(claim.subject)} and {_name(claim.object)}", "statements")
    if left:
        return open_(f"it says more than the records can bear out: {', '.join(left[:3])}", found)
    return open_("they are recorded together, but not in these words", found)


def _never(claim: Asked, found: Sequence[Edge]) -> Tested | None:
    """What contradicts that somebody never held a post at a place: any post there that is recorded."""
    if claim.polarity == "-" or claim.time or len(_NEVER.findall(claim.words)) != 1:
        return None
    bare = replace(claim, words=_NEVER.sub(" ", claim.words))
    rows = [e for e in found if e.mixed and e.schema in _POSTS and e.polarity == "+"]
    if not rows or len(rows) < len(found) or stray(bare) or core_of(bare):
        return None
    return replace(_excluded(rows), rule="what it denies is recorded")


def _never_such(claim: Asked, found: Sequence[Edge], evidence: Evidence) -> Tested | None:
    """What contradicts that somebody was never so: any record of it, whatever its time."""
    if len(_AT_NO_TIME.findall(claim.words)) != 1 or claim.time:
        return None
    bare = replace(claim, words=_AT_NO_TIME.sub(" ", claim.words), polarity="+")
    span = days(day_of(claim, evidence))
    rows = [e for e in found if says_it(bare, e, evidence) and e.polarity == "+"]
    begun = [e for e in rows if span is None or (start := days(e.start)) is None or start[1] <= span[1]]
    if not begun or len(begun) < len(rows) or stray(bare) or left_over(bare, found):
        return None
    return replace(_excluded(begun), rule="what it denies is recorded")


def _of_term(claim: Asked, found: Sequence[Edge], evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What bears out from when, or until when, it was so; None where nothing does, which decides nothing."""
    bare, term = terms.termed(claim)
    if term is None or stray(bare) or left_over(bare, found):
        return None
    anyhow = term.anyhow and not core_of(bare)
    rows = [e for e in found if (anyhow and e.schema in _POSTS) or says_it(bare, e, evidence)]
    fitting = [e for e in rows if term.fits(e)]
    if not fitting or any(e.polarity == "-" for e in rows) or gone(claim, evidence, own, tied=True):
        return _not_since(claim, bare, term, rows, evidence, own)
    if anyhow and not all(_excludes(str(term.until or term.since), e) for e in rows if e not in fitting):
        return None
    return agreed(claim, [(e, "supported") for e in fitting], in_words.edge)


def _not_since(
    claim: Asked, bare: Asked, term: terms.Term, rows: list[Edge], evidence: Evidence, own: frozenset[str]
) -> Tested | None:
    """What excludes that it began or ended then: a record around it, an end before the claim, another's term."""
    if excludes(replace(term, anyhow=term.anyhow and not core_of(bare)), rows, evidence):
        return _excluded(rows)
    if not rows or any(e.polarity == "-" for e in rows) or term.until or not term.since or not term.lasting:
        return None
    day = day_of(claim, evidence)
    if day and re.search(r"\b(?:has|have) been\b", claim.words) and all(terms.is_over(e, day) for e in rows):
        return _excluded(rows)
    return _since_another(bare, term, rows, evidence, own)


def _since_another(
    bare: Asked, term: terms.Term, rows: list[Edge], evidence: Evidence, own: frozenset[str]
) -> Tested | None:
    """What excludes that a post was held ever since a day: it is recorded from later on, and of another until then."""
    since = days(term.since)
    core = core_of(bare)
    if since is None or term.until or not term.lasting or len(core & stems_of("single_with")) != 1:
        return None
    if not rows or not all(
        e.polarity == "+" and (d := days(e.start)) and not rough(e.start) and since[1] < d[0] for e in rows
    ):
        return None
    before = [e for e in at(rows[0].other, evidence, own) if _before(e, rows, since[1])]
    return _excluded([*rows, *before]) if before else None


def _before(edge: Edge, rows: list[Edge], since: date) -> bool:
    """Whether another surely held the very post of some rows after a day and until they begin."""
    start, end, begin = days(edge.start), days(edge.end), [days(e.start) for e in rows]
    same = edge.mixed and edge.polarity == "+" and all(folded(called(edge)) == folded(called(e)) for e in rows)
    apart = all(not set(folded(edge.one.name).split()) & set(folded(e.one.name).split()) for e in rows)
    known = start and end and edge.end and not rough(edge.end)
    return bool(same and apart and known and end and since < end[0] and all(b and end[0] <= b[1] for b in begin))


def _of_former(claim: Asked, found: Sequence[Edge], evidence: Evidence) -> Tested | None:
    """What bears out that it is over: every record that says it ended before the day of the claim."""
    bare = terms.former(claim)
    if bare is None or stray(bare) or left_over(bare, found):
        return None
    day = day_of(claim, evidence) or date.today().isoformat()
    rows = [e for e in found if e.polarity == "+" and says_it(bare, e, evidence)]
    if not rows or not all(terms.is_over(e, day) for e in rows):
        return None
    return agreed(bare, [(e, "supported") for e in rows], in_words.edge)


def _name(party: Party | None) -> str:
    return party.name if party else ""


def _in_time(claim: Asked, rows: list[Edge], outside: Tested | None, evidence: Evidence) -> Tested:
    """The outcome of ties in the claimed words, by their times."""
    old = terms.of_old(claim) and claim.polarity == "+"
    fitting = [e for e in rows if old or holds(claim.time, e, evidence)]
    if fitting and claim.polarity == "+":
        if claim.time and terms.is_at_an_end(claim):
            return open_("it is recorded, but not that it began or ended then", rows)
        if outside:
            return open_("a record has it, but the two cannot both have been there", fitting)
        return agreed(claim, [(e, "supported") for e in fitting], in_words.edge)
    if fitting:
        if claim.time and "/" not in claim.time:
            return agreed(claim, [(e, "supported") for e in fitting], in_words.edge)
        return open_("it denies what is recorded; a record may be out of date", rows)
    again = any(e.schema in _AGAIN for e in rows)
    if claim.time and claim.polarity == "+" and not again and all(_excludes(claim.time, e) for e in rows):
        return _excluded(rows)
    day = day_of(claim, evidence)
    now = not claim.time and claim.polarity == "+" and _IS_NOW.search(claim.words) and day and not again
    if now and day and all(terms.is_over(e, day) for e in rows):
        return _excluded(rows)
    return outside or open_("it is recorded, but not for the time that is claimed", rows)


def holds(time: str | None, edge: Edge, evidence: Evidence) -> bool:
    """Whether a record surely holds for the claimed time; without a time only one that has not ended."""
    if not time:
        return edge.end is None
    claimed = days(time)
    if edge.start is None or claimed is None or rough(edge.start) or rough(edge.end):
        return False
    start, end = days(edge.start), days(edge.end)
    if edge.schema == "founded":  # who founded it is its founder ever after
        return bool(start and start[0] <= claimed[0])
    if edge.schema == "funds" and edge.end and start and end and claimed[0] <= start[0] and end[1] <= claimed[1]:
        return True  # who gave something within a year gave it in that year
    if end is None and stale(time, evidence.said.get(edge.key[0])):
        return False
    return bool(start and start[1] <= claimed[0] and (end is None or claimed[1] <= end[0]))


def _excludes(time: str, edge: Edge) -> bool:
    """Whether a record says that it had ended before the claimed time, or began after it."""
    claimed, start, end = days(time), days(edge.start), days(edge.end)
    if claimed is None:
        return False
    return bool((end and end[1] < claimed[0]) or (start and claimed[1] < start[0]))


def _excluded(rows: list[Edge]) -> Tested:
    by, keys = tuple(dict.fromkeys(e.by for e in rows if e.by)), tuple(dict.fromkeys(e.key for e in rows))
    measure = "; ".join(dict.fromkeys(f"{in_words.edge(e)} ({e.by})" for e in rows[:4]))
    return Tested(
        "contradicted", "what is recorded had ended before the claimed time, or began after it", measure, by, keys
    )


def _denied(claim: Asked, rows: list[Edge], evidence: Evidence) -> Tested:
    """A record that says that there was no such tie, at any time or for the whole of the claimed one."""
    whole = [e for e in rows if (e.start is None and e.end is None) or (claim.time and holds(claim.time, e, evidence))]
    if len(whole) < len(rows):
        return open_("a record denies it, but not for the time that is claimed", rows)
    return agreed(claim, [(e, "contradicted") for e in rows], in_words.edge)


def _held_by_another(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """A post that one at a time holds, recorded for another over the whole of the claimed time.

    Both must be recorded, under names that share no word: the holder may be the same person under another name.
    """
    core = core_of(claim)
    post = core & stems_of("single")
    if len(post) != 1 or core - post or not claim.time or claim.polarity == "-" or _one_of_many(claim, post):
        return None
    for who, where in ((claim.subject, claim.object), (claim.object, claim.subject)):
        if who is None or where is None or len(bearers(who, evidence)) != 1:
            continue
        holders = [e for e in at(where, evidence, own) if e.polarity == "+" and e.mixed and post <= stems(called(e))]
        holders = [e for e in holders if not stems(e.role) & stems_of("degree") and same_post(core, e, claim)]
        holders = [e for e in holders if not _excludes(claim.time, e)]
        if holders and _another(who, where, holders, claim.time, evidence):
            return agreed(claim, [(e, "contradicted") for e in holders], in_words.edge)
    return None


def _one_of_many(claim: Asked, post: frozenset[str]) -> bool:
    said = tokens(claim.words)
    return any(a in ("a", "an", "one") and stems(plain_posts(b)) & post for a, b in pairwise(said))


def _another(who: Party, where: Party, holders: list[Edge], time: str, evidence: Evidence) -> bool:
    """Whether one other person surely held a post for all of a time, by a record with both its dates."""
    sole = {e.one.id for e in holders}
    whole = all(e.start and e.end and holds(time, e, evidence) for e in holders)
    named = all(not set(folded(e.one.name).split()) & set(folded(who.name).split()) for e in holders)
    there = all(is_meant(where, e.other, evidence) for e in holders)
    return len(sole) == 1 and whole and named and there and not sole & bearers(who, evidence)
