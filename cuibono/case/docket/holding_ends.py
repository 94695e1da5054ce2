"""When somebody came to hold a part of a firm, or gave it up: "sold its stake in March 2022", "no longer holds shares".

Borne out by the one recorded holding of the two that begins or ends then; contradicted by one that had ended long
before, or was there long before. What was sold in part, or bought beside what was there, is not decided.
"""

import re
from dataclasses import replace
from datetime import date

from cuibono.case.docket import in_words
from cuibono.case.docket.holding_times import meet
from cuibono.case.docket.moments import day_of
from cuibono.case.docket.names import doubtful, is_meant
from cuibono.case.docket.rows import Evidence, Holding, keys_of
from cuibono.case.docket.terms import in_part
from cuibono.case.docket.times import APART, days, relation, rough
from cuibono.case.docket.verdicts import agreed, unknown
from cuibono.case.docket.words import listed, narrowing, same, stray, tokens, voice
from cuibono.measures.claimed import Claimed, Verdict, verdict
from cuibono.model.docket import Asked, Party, Tested

_PARTED = (
    r"(?:sold|divested|disposed of|gave up|parted with|offloaded|relinquished) (?:off )?"
    r"(?:(?:all|the whole|the entirety) of )?(?:its|his|her|their)(?: entire| whole| remaining| full)?"
)
_HOLDING = r"(?:stake|stakes|share|shares|shareholding|holding|interest|[\d.]+ ?(?:%|percent|per cent))"
_GAVE_UP = re.compile(rf"\b{_PARTED} (?=(?:[\d.]+ ?(?:%|percent|per cent) )?{_HOLDING})", re.IGNORECASE)
_NO_LONGER = re.compile(
    r"\b(?:(?:has|have|had) )?(?:no longer|ceased to|stopped) (?:be |being )?"
    r"(?:holds?|holding|held|owns?|owned|owning|has|have|had|hold)?\b|\b(?:is|was) no longer\b|\bany longer\b",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\b(?:bought|acquired|purchased|took|secured|picked up|obtained) (?:up )?(?:a|an|its|his|her|their|the)?\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:(?:has|had) )?(?:raised|increased|lifted|upped|cut|reduced|lowered|trimmed) (?:its|his|her|their) "
    r"(?:stake|share|shareholding|holding|interest)s? (?P<firm>(?:in|of) .{2,60}?) "
    r"from (?P<one>[\d.]+)(?: ?%| percent| per cent)? to (?P<two>[\d.]+)(?= ?%| percent| per cent)",
    re.IGNORECASE,
)
_PARTY = re.compile(r"\b(?:to|from) (?:the )?(?P<name>[A-Z][\w'\u2019&.-]*(?: (?:of |& |and )?[A-Z][\w'\u2019&.-]*)*)")
_AROUND = "all entire whole remaining full any a an in of the its his her their by up off to from"


def changed_hands(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """When a holding began or ended."""
    claim = in_part(claim)
    if moved := _MOVED.search(claim.words):
        return _moved(claim, moved, evidence, own)
    over, gone = _NO_LONGER.search(claim.words), _GAVE_UP.search(claim.words)
    came = _CAME.search(claim.words) if not (over or gone) else None
    nothing = unknown("no sale is told of", "holdings")
    if claim.polarity == "-" or not (over or gone or came) or (came and not _of_a_part(claim)):
        return nothing
    rows = _held(claim, evidence, own)
    if len({(r.since, r.until) for r in rows}) != 1 or _more(claim, rows, evidence):
        return nothing
    if not _fits_number(claim, rows[0]):
        return nothing
    if over and not gone:
        judged = _is_over(claim, rows[0], evidence)
    elif not claim.time:
        return nothing
    else:
        judged = _ended(claim, rows[0]) if gone else _begun(claim, rows[0])
    if judged == "not identified":
        return nothing
    return agreed(replace(claim, polarity="+"), [(r, judged) for r in rows], in_words.holding)


def _moved(claim: Asked, found: re.Match[str], evidence: Evidence, own: frozenset[str]) -> Tested:
    """What bears out that a part grew or shrank: two recorded holdings of the two, the one where the other ends."""
    bare = replace(claim, words=_MOVED.sub(r"\g<firm> \g<two>", claim.words), low=float(found["two"]), high=None)
    rows = _held(claim, evidence, own)
    one, two = ([r for r in rows if in_words.percent(r.low) == float(found[n])] for n in ("one", "two"))
    pairs = [(a, b) for a in one for b in two if a.share_of == b.share_of and meet(a.until, b.since)]
    fits = [p for p in pairs if not claim.time or relation(p[1].since, claim.time) in ("same", "within")]
    if claim.polarity == "-" or not fits or len(rows) > len(fits) * 2 or _more(bare, rows, evidence):
        return unknown("no such change is told of", "holdings")
    return agreed(claim, [(r, "supported") for p in fits for r in p], in_words.holding)


def _of_a_part(claim: Asked) -> bool:
    """Whether what is bought is a part that is held, and not the firm."""
    return bool(set(tokens(claim.words)) & (listed("capital") - {"own", "owns", "owned"})) or claim.unit == "percent"


def _held(claim: Asked, evidence: Evidence, own: frozenset[str]) -> list[Holding]:
    """The recorded holdings of the subject in the one firm that a claim names."""
    who = claim.subject
    if who is None or doubtful(who, evidence):
        return []
    rows = {r.key: r for k in sorted(keys_of(who)) for r in evidence.holdings.get(k, ())}.values()
    mine = [r for r in rows if is_meant(who, r.owner, evidence) and voice(r.by) not in own]
    return [r for r in mine if _is_firm(claim, r.asset, evidence)]


def _is_firm(claim: Asked, asset: Party, evidence: Evidence) -> bool:
    named = claim.object is not None and is_meant(claim.object, asset, evidence)
    return (named or re.search(rf"\bin (?:the )?{re.escape(asset.name)}\b", claim.words) is not None) and not doubtful(
        asset, evidence
    )


def _more(claim: Asked, rows: list[Holding], evidence: Evidence) -> list[str]:
    """Words that neither the two, nor the sale, nor the recorded holding of whoever sold or bought can explain."""
    words = claim.words
    names = [p.name for r in rows for p in (r.owner, r.asset)]
    for found in _PARTY.finditer(claim.words):
        if any(same(Party(None, found["name"]), h.owner) for h in _others(rows, evidence)):
            names.append(found["name"])
    for form in (_GAVE_UP, _NO_LONGER, _CAME):
        words = form.sub(" ", words)
    around = " ".join((*listed("ownership_words"), *listed("capital"), *listed("numbers"), _AROUND))
    left = narrowing(words, *names, claim.subject.name if claim.subject else "", around, plain="grammar")
    return [*left, *stray(claim)]


def _others(rows: list[Holding], evidence: Evidence) -> list[Holding]:
    """The holdings of others in the firm that begin as one ends, or end as it begins."""
    others = [h for r in rows for k in keys_of(r.asset) for h in evidence.held.get(k, ())]
    return [h for h in others for r in rows if meet(r.until, h.since) or meet(h.until, r.since)]


def _fits_number(claim: Asked, row: Holding) -> bool:
    if claim.low is None and claim.high is None:
        return True
    low, high = in_words.percent(row.low), in_words.percent(row.high)
    return (
        claim.unit == "percent" and verdict(Claimed(claim.low, claim.high, claim.qualifier), low, high) == "supported"
    )


def _is_over(claim: Asked, row: Holding, evidence: Evidence) -> Verdict:
    """Whether a holding had ended before the day that a claim is of."""
    day = days(claim.time or day_of(claim, evidence) or date.today().isoformat())
    end = days(row.until)
    if day is None or end is None or not row.until or rough(row.until):
        return "not identified"
    return "supported" if end[1] < day[0] else "not identified"


def _ended(claim: Asked, row: Holding) -> Verdict:
    claimed, end = days(claim.time), days(row.until)
    if not row.until or end is None or claimed is None or rough(row.until):
        return "not identified"
    if relation(row.until, claim.time) in ("same", "within"):
        return "supported"
    return "contradicted" if end[1] + APART < claimed[0] or claimed[1] + APART < end[0] else "not identified"


def _begun(claim: Asked, row: Holding) -> Verdict:
    """Whether it was bought then; at another time more of it may have been bought, or it may have changed hands."""
    claimed, start = days(claim.time), days(row.since)
    if not row.since or start is None or claimed is None or rough(row.since):
        return "not identified"
    return "supported" if relation(row.since, claim.time) in ("same", "within") else "not identified"
