"""Tests of roles and ties against records: what excludes a claim contradicts it, never that a record is missing."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from cuibono.case import docket_told
from cuibono.case.docket_kin import kin_of, kinship
from cuibono.case.docket_names import bearers, is_meant
from cuibono.case.docket_parties import at, between, gone
from cuibono.case.docket_rows import Edge, Evidence
from cuibono.case.docket_terms import termed
from cuibono.case.docket_times import days, rough, stale
from cuibono.case.docket_verdicts import agreed, open_, unknown
from cuibono.case.docket_words import agent_first, folded, listed, narrowing, stem, stems, stray, tokens
from cuibono.extract.claim_properties import in_english
from cuibono.extract.lexicon import lines
from cuibono.model.docket import Asked, Party, Tested


def role(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Who holds which post where, or works for whom."""
    return _tested(claim, evidence, own)


def tie(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Kinship, membership, employment and whatever else is recorded of two, in the direction in which it is."""
    if kin := kin_of(claim):
        found = between(claim, evidence, own)
        return found if isinstance(found, Tested) else kinship(claim, kin, found, evidence)
    return _tested(claim, evidence, own)


def _tested(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    found = between(claim, evidence, own)
    if isinstance(found, Tested):
        return found
    if borne := _of_term(claim, found, evidence, own):
        return borne
    rows = [e for e in found if _says_it(claim, e, evidence)]
    left = _left(claim, found)
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


def _of_term(claim: Asked, found: Sequence[Edge], evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What bears out from when, or until when, it was so; None where nothing does, which decides nothing."""
    bare, term = termed(claim)
    if term is None or stray(bare) or _left(bare, found):
        return None
    rows = [e for e in found if _says_it(bare, e, evidence)]
    fitting = [e for e in rows if term.fits(e)]
    if not fitting or any(e.polarity == "-" for e in rows) or gone(claim, evidence, own, tied=True):
        return None
    return agreed(claim, [(e, "supported") for e in fitting], docket_told.edge)


def _name(party: Party | None) -> str:
    return party.name if party else ""


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(w) for w in listed(name))


@cache
def _cues() -> dict[str, frozenset[str]]:
    """What the words of a claim say, by the schema of the tie that says no more."""
    found = {line.split()[0]: line.split()[1:] for line in lines("docket", "tie_words")}
    return {schema: frozenset(s for w in said for s in stems(w)) for schema, said in found.items()}


@cache
def _posts() -> tuple[re.Pattern[str], dict[str, str]]:
    first = {w: line.split()[0] for line in lines("docket", "same_posts") for w in line.split()}
    one = "|".join(sorted(first, key=len, reverse=True))
    return re.compile(rf"\bchief executive(?: officer)?\b|\b(?:{one})\b", re.IGNORECASE), first


@lru_cache(maxsize=8_192)
def plain_posts(text: str) -> str:
    """Words with each post under one name: "chair", "chairwoman" and "chairs" are "chairman"."""
    form, first = _posts()
    return form.sub(lambda m: first.get(m[0].lower(), "ceo"), text)


def _called(edge: Edge) -> str:
    """What a recorded tie is called, as a claim is read: posts under one name, in English."""
    return plain_posts(in_english(edge.role))


def _core(claim: Asked) -> frozenset[str]:
    """The words of a claim beyond the names, grammar and verbs of holding."""
    names = [plain_posts(p.name) for p in (claim.subject, claim.object) if p]
    left = narrowing(plain_posts(claim.words), *names, " ".join(listed("post_verbs")), plain="grammar")
    return frozenset(s for w in left for s in stems(w))


def _left(claim: Asked, found: Sequence[Edge]) -> list[str]:
    """Words that neither posts nor ties nor any record between the two can explain."""
    names = [p.name for p in (claim.subject, claim.object) if p]
    known = [" ".join(listed(n)) for n in ("posts", "degree", "post_verbs", "post_words")]
    cues = " ".join(w for line in lines("docket", "tie_words") for w in line.split()[1:])
    words = plain_posts(claim.words)
    return narrowing(words, *map(plain_posts, names), *known, cues, *(_called(e) for e in found), plain="grammar")


def _says_it(claim: Asked, edge: Edge, evidence: Evidence) -> bool:
    """Whether a recorded tie is what a claim says: in its words, of its degree, in its direction."""
    core, called = _core(claim), stems(_called(edge))
    cues = _cues().get(edge.schema, frozenset())
    degree = _stems("degree")
    if not core or not core <= called | cues or core & degree != called & degree & (core | degree):
        return False
    if core & called and not _same_post(core, edge, claim):
        return False
    if called and not core & called and (core & _stems("posts") or called & degree):
        return False
    return edge.mixed or _mutual(core, edge) or _in_direction(claim, edge, evidence)


def _same_post(core: frozenset[str], edge: Edge, claim: Asked) -> bool:
    """Whether a recorded post is the claimed one and no narrower: a director of sales may be no director."""
    names = frozenset(s for p in (claim.subject, claim.object) if p for s in stems(p.name))
    more = stems(_called(edge)) - core - _stems("post_words") - names
    several = {"and", ","} & {*tokens(edge.role), *edge.role}
    return not more or (bool(several) and more <= _stems("posts"))


def _mutual(core: frozenset[str], edge: Edge) -> bool:
    return edge.schema in ("Associate", "UnknownLink") and core <= _stems("mutual") | _cues()["UnknownLink"]


def _in_direction(claim: Asked, edge: Edge, evidence: Evidence) -> bool:
    first, _ = agent_first(claim)
    return edge.schema not in ("Associate", "UnknownLink") and bool(first and is_meant(first, edge.one, evidence))


def _in_time(claim: Asked, rows: list[Edge], outside: Tested | None, evidence: Evidence) -> Tested:
    """The outcome of ties in the claimed words, by their times."""
    fitting = [e for e in rows if holds(claim.time, e, evidence)]
    if fitting and claim.polarity == "+":
        if outside:
            return open_("a record has it, but the two cannot both have been there", fitting)
        return agreed(claim, [(e, "supported") for e in fitting], docket_told.edge)
    if fitting:
        closed = [e for e in fitting if e.start and e.end and claim.time]
        if closed and len(closed) == len(fitting):
            return agreed(claim, [(e, "supported") for e in closed], docket_told.edge)
        return open_("it denies what is recorded; a record may be out of date", rows)
    if claim.time and claim.polarity == "+" and all(_excludes(claim.time, e) for e in rows):
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
    measure = "; ".join(dict.fromkeys(f"{docket_told.edge(e)} ({e.by})" for e in rows[:4]))
    return Tested(
        "contradicted", "what is recorded had ended before the claimed time, or began after it", measure, by, keys
    )


def _denied(claim: Asked, rows: list[Edge], evidence: Evidence) -> Tested:
    """A record that says that there was no such tie, at any time or for the whole of the claimed one."""
    whole = [e for e in rows if (e.start is None and e.end is None) or (claim.time and holds(claim.time, e, evidence))]
    if len(whole) < len(rows):
        return open_("a record denies it, but not for the time that is claimed", rows)
    return agreed(claim, [(e, "contradicted") for e in rows], docket_told.edge)


def _held_by_another(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """A post that one at a time holds, recorded for another over the whole of the claimed time.

    Both must be recorded, under names that share no word: the holder may be the same person under another name.
    """
    core = _core(claim)
    post = core & _stems("single")
    if len(post) != 1 or core - post or not claim.time or claim.polarity == "-" or _one_of_many(claim, post):
        return None
    for who, where in ((claim.subject, claim.object), (claim.object, claim.subject)):
        if who is None or where is None or len(bearers(who, evidence)) != 1:
            continue
        holders = [e for e in at(where, evidence, own) if e.polarity == "+" and e.mixed and post <= stems(_called(e))]
        holders = [e for e in holders if not stems(e.role) & _stems("degree") and _same_post(core, e, claim)]
        holders = [e for e in holders if not _excludes(claim.time, e)]
        if holders and _another(who, where, holders, claim.time, evidence):
            return agreed(claim, [(e, "contradicted") for e in holders], docket_told.edge)
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
