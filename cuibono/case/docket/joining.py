"""One outcome of several: of those who say the same, of several kinds of records, and of records and lenses.

What one decides and another contradicts is decided by neither.
"""

from collections.abc import Sequence
from dataclasses import replace

from cuibono.case.docket.verdicts import DECIDED
from cuibono.case.docket.words import tokens
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Tested

#: Kinds of which recorded rows show one form among others: where they do not decide, a lens still may.
_OTHER_WAYS: tuple[ClaimKind, ...] = ("control",)


def firmest(found: Sequence[Tested]) -> Tested:
    """What the same claim comes to, said by several: whom a record of his own cannot help, it helps the others."""
    decided = {t.outcome: t for t in reversed(found) if t.outcome in DECIDED}
    if len(decided) > 1:
        return Tested("not identified", "the records of those who say so, and of others, do not agree")
    return next(iter(decided.values()), max(found, key=lambda t: (t.outcome == "not identified", bool(t.measure))))


def of_records(found: Sequence[Tested]) -> Tested:
    """One outcome of several kinds of records: what was compared counts before what could not be compared."""
    compared = [t for t in found if t.outcome in DECIDED or (t.outcome == "not identified" and t.measure)]
    if len({t.outcome for t in compared}) > 1:
        measure = "; ".join(t.measure for t in compared)
        by, keys = tuple(b for t in compared for b in t.by), tuple(k for t in compared for k in t.keys)
        return Tested("not identified", "the records do not all say the same of it", measure, by, keys)
    return next(iter(compared), None) or next((t for t in found if t.outcome == "not identified"), found[0])


def admitted(claim: Asked, heard: Tested | None) -> Tested | None:
    """What a lens found, unless it is that control comes by other ways than the one that was measured."""
    by_votes = set(tokens(claim.words)) & {"majority", "votes", "vote", "voting"}
    if heard and heard.outcome == "contradicted" and claim.kind == "control" and claim.polarity == "+" and not by_votes:
        rule = f"control may come by other ways than it shows; {heard.rule}"
        return replace(heard, outcome="not identified", rule=rule)
    return heard


def other_ways(claim: Asked, direct: Tested) -> bool:
    """Whether a lens may decide what records leave open: they show one form of it, or nothing of what it speaks of."""
    nobody = claim.kind == "share" and claim.subject is None  # a part of a group's cases, or of what accounts saw
    return claim.kind in _OTHER_WAYS or ((claim.kind == "trend" or nobody) and not direct.measure)


def joined(claim: Asked, direct: Tested, heard: Tested) -> Tested:
    """One outcome of what is recorded and of what a lens found."""
    if direct.outcome in DECIDED:
        if heard.outcome in DECIDED and heard.outcome != direct.outcome:
            measure = "; ".join(m for m in (direct.measure, heard.measure) if m)
            by, keys = (*direct.by, *heard.by), (*direct.keys, *heard.keys)
            return Tested("not identified", f"the records and the lens do not agree: {heard.rule}", measure, by, keys)
        return direct
    if direct.outcome == "not identified":
        return heard if heard.outcome in DECIDED and other_ways(claim, direct) else direct
    return heard if heard.outcome in DECIDED or heard.measure else direct
