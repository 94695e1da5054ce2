"""What is said to have stayed what it was: "was the same in 2021 as in 2020", "did not change between 2016 and 2021".

Both years are looked up. The same number bears it out, one that lies clearly apart contradicts it; a small difference
may be called none, so that it decides nothing. What number it stayed at is tested with it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from cuibono.case.docket import in_words, shares
from cuibono.case.docket.figures import ends, recorded, series
from cuibono.case.docket.rises import with_year_before
from cuibono.case.docket.rows import Evidence, Figure, Share
from cuibono.case.docket.times import year_of
from cuibono.case.docket.trends import change_words, percents
from cuibono.case.docket.unchanged_words import UNCHANGED
from cuibono.case.docket.verdicts import agreed, open_, unknown
from cuibono.case.docket.words import tokens
from cuibono.case.docket.years import YEAR
from cuibono.measures.claimed import Claimed, Verdict, verdict
from cuibono.model.docket import Asked, Tested

_SAME = 1.005  # times as much that still is the same number, rounded
_APART = 1.05  # times as much that nobody calls the same
_AS_IN = re.compile(r"\b(?:as|from|and|with|on)? ?(?:in|it was in|that of|between)? ?(?:1[89]|20)\d\d\b", re.IGNORECASE)


def unchanged(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Whether something stayed what it was between two years."""
    words = with_year_before(claim.words)
    years = sorted({int(y) for y in YEAR.findall(words)})
    if len(years) == 1 and re.search(r"\b(?:in|during) (?:1[89]|20)\d\d\b", words):
        years = [years[0] - 1, years[0]]
    if len(years) != 2:
        return open_("between which years it stayed so is not said")
    at = _number_at(claim, words)
    bare = _AS_IN.sub(" ", UNCHANGED.sub(" ", words))
    bare = re.sub(r"\bat (?:[$€£¥]\s?)?[\d][\d.,]*\S*", " ", bare)
    asked = replace(claim, kind="trend", words=" ".join(bare.split()), time=f"{years[0]}/{years[1]}", polarity="+")
    if {"share", "shares"} & set(tokens(words)):
        return _of_shares(asked, years, at, evidence, own)
    rows = recorded(asked, evidence, own, also=change_words())
    if isinstance(rows, Tested):
        return rows
    judged: list[tuple[Figure, Verdict]] = []
    for line in series(rows):
        by_year = {y: [r for r in line if year_of(r.period) == y] for y in years}
        if all(len(found) == 1 for found in by_year.values()):
            old, new = (by_year[y][0] for y in years)
            judged.append((new, _judged(ends(old), ends(new), at)))
    return agreed(asked, judged, in_words.figure) if judged else unknown("not both years are recorded", "figures")


def _of_shares(
    claim: Asked, years: Sequence[int], at: Claimed | None, evidence: Evidence, own: frozenset[str]
) -> Tested:
    """The same of a share of a market on one basis, by one source."""
    found = [shares.about(claim, evidence, own, year=y, also=change_words()) for y in years]
    if failed := next((f for f in found if isinstance(f, Tested)), None):
        return failed
    before, after = (f.rows if isinstance(f, shares.Rows) else [] for f in found)
    judged: list[tuple[Share, Verdict]] = [
        (new, _judged(percents(old), percents(new), at)) for new in after for old in before
        if (old.market, old.stage, old.basis, old.by) == (new.market, new.stage, new.basis, new.by)
    ]  # fmt: skip
    missing = found[1].open if isinstance(found[1], shares.Rows) else ()
    if not judged:
        return open_("no one source records both years on the same basis")
    return shares.decided(claim, judged, missing, in_words.share, evidence)


def _number_at(claim: Asked, words: str) -> Claimed | None:
    """The number at which something stayed, where one is given."""
    if claim.low is None and claim.high is None:
        return None
    return Claimed(claim.low, claim.high, claim.qualifier) if re.search(r"\bat\b", words) else None


def _judged(
    old: tuple[float | None, float | None], new: tuple[float | None, float | None], at: Claimed | None
) -> Verdict:
    """Whether two numbers are the same, and the one that is told."""
    (a, b), (c, d) = old, new
    if a is None or b is None or c is None or d is None or a != b or c != d or min(a, c) <= 0:
        return "not identified"
    apart = max(a, c) / min(a, c)
    if apart > _APART:
        return "contradicted"
    if apart > _SAME:
        return "not identified"
    return verdict(at, c, d) if at else "supported"
