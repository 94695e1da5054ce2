"""What excludes that a post began or ended when a claim says so: it is recorded on both sides of that day, or neither.

Registers enter a change weeks after it was told, so that only days far from what is recorded are excluded. Whoever "was
elected" may have been so again, and decides nothing.
"""

from collections.abc import Sequence
from datetime import timedelta

from cuibono.case.docket.rows import Edge, Evidence
from cuibono.case.docket.terms import Term
from cuibono.case.docket.times import APART, days, rough, stale

#: Ties that are renewed so often that a record of one is seldom the first.
_RENEWED = ("Membership", "Family", "Associate", "UnknownLink")


def excludes(term: Term, rows: Sequence[Edge], evidence: Evidence) -> bool:
    """Whether records of a post surely speak against its beginning or its end as a claim has them."""
    if not rows or term.anyhow or any(e.polarity == "-" or e.schema in _RENEWED for e in rows):
        return False
    if term.until and (_all_over(term.until, rows) or _goes_on(term.until, rows, evidence)):
        return True
    since = None if term.again else term.since
    return bool(since and (_was_before(since, rows, evidence) or _all_later(since, rows)))


def _all_over(until: str, rows: Sequence[Edge]) -> bool:
    """Whether each had ended long before."""
    claimed = days(until)
    ends = [days(e.end) if e.end and not rough(e.end) else None for e in rows]
    return bool(claimed) and all(claimed and end and end[1] + APART < claimed[0] for end in ends)


def _all_later(since: str, rows: Sequence[Edge]) -> bool:
    """Whether each began long after; who sits on a board may have sat on it before."""
    claimed = days(since)
    starts = [days(e.start) if e.start and not rough(e.start) else None for e in rows]
    seats = any("member" in e.role.lower() for e in rows)
    return bool(claimed) and not seats and all(claimed and s and claimed[1] + APART < s[0] for s in starts)


def _goes_on(until: str, rows: Sequence[Edge], evidence: Evidence) -> bool:
    """Whether one went on long after the day on which it is said to have ended."""
    return any(_spans(until, e, evidence, after=APART) for e in rows)


def _was_before(since: str, rows: Sequence[Edge], evidence: Evidence) -> bool:
    """Whether one held long before the day on which it is said to have begun, and then."""
    return any(_spans(since, e, evidence, before=APART) for e in rows)


def _spans(
    time: str, edge: Edge, evidence: Evidence, *, before: timedelta = timedelta(), after: timedelta = timedelta()
) -> bool:
    """Whether a record surely holds from before a time until after it."""
    claimed, start, end = days(time), days(edge.start), days(edge.end)
    if claimed is None or start is None or rough(edge.start) or (edge.end and (end is None or rough(edge.end))):
        return False
    if edge.end is None and stale(time, evidence.said.get(edge.key[0])):
        return False
    return start[1] + before < claimed[0] and (edge.end is None or (end is not None and claimed[1] + after < end[0]))
