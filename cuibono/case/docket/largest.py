"""Who holds the most of a firm: the largest shareholder is contradicted by anybody who is recorded with more.

It is borne out only where nobody else can have more: neither those who are recorded nor one who held all the rest.
"""

import re
from collections.abc import Sequence
from datetime import date

from cuibono.case.docket import in_words
from cuibono.case.docket.largest_words import LARGEST
from cuibono.case.docket.moments import day_of
from cuibono.case.docket.names import doubtful, is_meant
from cuibono.case.docket.rows import Evidence, Holding, keys_of
from cuibono.case.docket.times import days, rough
from cuibono.case.docket.verdicts import agreed, open_, unknown
from cuibono.case.docket.words import narrowing, same, stray, tokens, voice
from cuibono.model import dates
from cuibono.model.docket import Asked, Party, Tested

_PLACES = re.compile(r"\b(?:second|third|fourth|fifth|one of|among|after|once|was|were|had|former)\b", re.IGNORECASE)


def largest(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Whether nobody holds more of a firm on the day that a claim is of."""
    ends = _ends(claim, evidence)
    if ends is None:
        return open_("who holds, or what is held, is not named fully")
    holder, firm = ends
    rows = [r for k in sorted(keys_of(firm)) for r in evidence.held.get(k, ()) if is_meant(firm, r.asset, evidence)]
    rows = [*{r.key: r for r in rows if voice(r.by) not in own}.values()]
    if why := doubtful(holder, evidence) or doubtful(firm, evidence):
        return open_(why, rows)
    if not rows:
        return unknown(f"no holding in {firm.name} is recorded", "holdings")
    left = [*narrowing(LARGEST.sub("", claim.words), holder.name, firm.name, plain="grammar"), *stray(claim)]
    if left or (not claim.time and _PLACES.search(claim.words)) or claim.polarity == "-":
        return open_(f"it says more than the records can bear out: {', '.join(left[:3])}", rows)
    votes = bool({"vote", "votes", "voting"} & set(tokens(claim.words)))
    wanted = "votes" if votes else "capital" if any(r.share_of for r in rows) else ""
    rows = [r for r in rows if r.share_of == wanted and r.low is not None]
    span = days(claim.time or day_of(claim, evidence) or date.today().isoformat())
    if span is None or not all(_is_clear(r, *span) for r in rows):
        return open_("what was held changed within the time that it is of", rows)
    return _compared(claim, holder, [r for r in rows if _is_there(r, *span)])


def _ends(claim: Asked, evidence: Evidence) -> tuple[Party, Party] | None:
    """The holder and the firm, whichever is named first: the firm is the one in which holdings are recorded."""
    if claim.subject is None or claim.object is None:
        return None
    held = [p for p in (claim.subject, claim.object) if any(k in evidence.held for k in keys_of(p))]
    if len(held) == 2:  # a holding company is held too: "is the largest shareholder of" names the firm last
        held = [p for p in held if re.search(rf"\b(?:of|in|than) (?:the )?{re.escape(p.name)}", claim.words)] or held
    if len(held) != 1 or not keys_of(claim.subject) or not keys_of(claim.object):
        return None
    return (claim.object if held[0] is claim.subject else claim.subject), held[0]


def _compared(claim: Asked, holder: Party, rows: Sequence[Holding]) -> Tested:
    mine = [r for r in rows if same(r.owner, holder)]
    others = [r for r in rows if not same(r.owner, holder)]
    high = max((r.high or r.low or 0.0 for r in mine), default=None)
    more = [r for r in others if high is not None and (r.low or 0.0) > high]
    if more:
        return agreed(claim, [(r, "contradicted") for r in (*mine, *more)], in_words.holding)
    known = sum(r.low or 0.0 for r in rows)
    low = min((r.low or 0.0 for r in mine), default=0.0)
    if mine and low > 1 - known + 1e-9 and all(low > (r.high or r.low or 0.0) for r in others):
        return agreed(claim, [(r, "supported") for r in (*mine, *others)], in_words.holding)
    return open_("others may hold more than is recorded of them", rows)


def _is_there(row: Holding, first: date, last: date) -> bool:
    since, until = days(row.since), days(row.until)
    return (since is None or since[0] <= last) and (until is None or until[1] >= first)


def _is_clear(row: Holding, first: date, last: date) -> bool:
    """Whether a holding held for all of a time, or for none of it."""
    if not _is_there(row, first, last):
        return True
    begun = dates.bounds(row.since)[1] if row.since else None
    late = begun is not None and begun > first and row.since != str(first.year)
    return not late and not rough(row.since) and not rough(row.until) and (row.until is None or _ends_after(row, last))


def _ends_after(row: Holding, last: date) -> bool:
    until = days(row.until)
    return until is not None and until[0] > last
