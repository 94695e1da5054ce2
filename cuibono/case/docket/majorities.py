"""What excludes a majority, and control: that another is recorded to have more than half of the votes, or the capital.

Not where that other one is held by who is said to have it: through him it may be his.
"""

from dataclasses import replace

from cuibono.case.docket import in_words
from cuibono.case.docket.holding_times import covers
from cuibono.case.docket.moments import day_of
from cuibono.case.docket.names import doubtful, is_meant
from cuibono.case.docket.rows import Evidence, Holding, keys_of
from cuibono.case.docket.times import days, on_day, stale
from cuibono.case.docket.verdicts import agreed
from cuibono.case.docket.words import agent_first, listed, tokens, voice
from cuibono.model.docket import Asked, Party, Tested

_PAST = frozenset({"was", "were", "had", "held", "once", "formerly", "previously"})


def held_by_another(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What contradicts a majority of votes or of capital that is said to be somebody's; None where nothing does."""
    who, firm = agent_first(claim)
    said = set(tokens(claim.words))
    kinds = {k for k in ("votes", "capital") if said & listed(k)}
    if claim.polarity != "+" or len(kinds) != 1 or who is None or firm is None:
        return None
    there = _of_firm(firm, evidence, own)
    known = any(is_meant(who, r.owner, evidence) for r in there)
    return _by_another(claim, [r for r in there if r.share_of in kinds], evidence) if known else None


def controlled_by_another(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What contradicts control by somebody who is recorded with a lesser part: another has more than half of the votes.

    Of the capital, where no votes are recorded. It bears a denial out. Who is said to control as a shareholder, and is
    recorded elsewhere, need have no part there. None where nothing contradicts it.
    """
    who, firm = agent_first(claim)
    if who is None or firm is None:
        return None
    there = _of_firm(firm, evidence, own)
    as_holder = "shareholder" in tokens(claim.words) and any(evidence.holdings.get(k) for k in keys_of(who))
    if not as_holder and not any(is_meant(who, r.owner, evidence) for r in there):
        return None
    votes = [r for r in there if r.share_of == "votes"]
    return _by_another(claim, votes or [r for r in there if r.share_of == "capital"], evidence)


def _of_firm(firm: Party, evidence: Evidence, own: frozenset[str]) -> list[Holding]:
    rows = {r.key: r for k in sorted(keys_of(firm)) for r in evidence.held.get(k, ()) if voice(r.by) not in own}
    return [r for r in rows.values() if is_meant(firm, r.asset, evidence)]


def _by_another(claim: Asked, there: list[Holding], evidence: Evidence) -> Tested | None:
    """What comes of those who have more than half where none of them is, or is held by, who is said to have it."""
    who, firm = agent_first(claim)
    if not (keys_of(who) and keys_of(firm)) or who is None or firm is None:
        return None
    major = [r for r in there if (r.low or 0.0) > 0.5 and _holds(claim, r, evidence)]
    others = [r for r in major if not is_meant(who, r.owner, evidence)]
    if not others or len(others) < len(major) or any(is_his(who, r.owner, evidence) for r in others):
        return None
    if doubtful(who, evidence) or doubtful(firm, evidence):
        return None
    told = agreed(claim, [(r, "contradicted") for r in others], in_words.holding)
    return replace(told, rule="another is recorded to have more than half")


def _holds(claim: Asked, row: Holding, evidence: Evidence) -> bool:
    """Whether a holding surely holds for all of the claimed time; without one for the day of the claim."""
    day = claim.time or day_of(claim, evidence)
    span = days(day)
    if not claim.time and (set(tokens(claim.words)) & _PAST or not on_day(day)):
        return not set(tokens(claim.words)) & _PAST and row.until is None and day is None
    return span is not None and covers(row, *span) and not stale(day, evidence.said.get(row.key[0]))


def is_his(who: Party, other: Party, evidence: Evidence) -> bool:
    """Whether the one holds a part of the other, or of one that does."""
    seen: set[str] = set()
    next_ = keys_of(other)
    while next_:
        rows = [r for k in next_ for r in evidence.held.get(k, ())]
        if any(is_meant(who, r.owner, evidence) for r in rows):
            return True
        seen |= next_
        next_ = {k for r in rows for k in keys_of(r.owner)} - seen
    return False
