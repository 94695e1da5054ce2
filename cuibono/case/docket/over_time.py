"""What changed, stayed, or was kept over time: each way of saying so is put to the test that it takes.

Where a claim leaves a year unsaid, what agrees with the only years that can be meant bears it out.
"""

from collections.abc import Sequence
from functools import reduce

from cuibono.case.docket.beside import both
from cuibono.case.docket.from_to import with_years
from cuibono.case.docket.monthly import decided as month_by_month
from cuibono.case.docket.open_ended import ever_since, with_last_year
from cuibono.case.docket.ranks import rank
from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.trends import trend
from cuibono.case.docket.unchanged import unchanged
from cuibono.case.docket.unchanged_words import is_unchanged
from cuibono.case.docket.yearly import is_yearly, yearly
from cuibono.model.docket import Asked, Tested


def change(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """A change between two years, or one of every year between them."""
    return yearly(claim, evidence, own) if is_yearly(claim) else trend(claim, evidence, own)


def over_time(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What a claim of a change comes to that does not name both its years; None for any other claim."""
    for years in (with_years(claim, evidence), with_last_year(claim, evidence)):
        if years and (told := change(years, evidence, own)).outcome == "supported":
            return told
    if (since := ever_since(claim, evidence)) and (kept := _kept(since, evidence, own)):
        return kept
    if moved := month_by_month(claim, evidence, own):
        return moved
    if is_unchanged(claim) and (stayed := unchanged(claim, evidence, own)).outcome != "no data":
        return stayed
    return None


def _kept(years: Sequence[Asked], evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What a place that is kept since a year comes to; the last years may be later than those that are meant."""
    found = [rank(c, evidence, own) for c in years]
    whole = reduce(both, found)
    return whole if whole.outcome == "supported" or found[0].outcome == "contradicted" else None
