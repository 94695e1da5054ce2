"""Rises and falls that are said of every year: "has grown every year since 2016" is contradicted by one fall.

It is borne out only where each of the years is recorded, and each of them moved so.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from cuibono.case.docket import in_words, shares
from cuibono.case.docket.changes import Change, change_of
from cuibono.case.docket.figures import ends, recorded, series
from cuibono.case.docket.rows import Evidence, Figure, Share, keys_of
from cuibono.case.docket.times import year_of
from cuibono.case.docket.trends import Ends, change_words, newest, percents
from cuibono.case.docket.verdicts import agreed, open_, unknown
from cuibono.case.docket.words import months, tokens
from cuibono.measures.claimed import Verdict
from cuibono.model.docket import Asked, Tested

_EVERY = re.compile(
    r",? ?\b(?:in )?(?:every|each)(?: single| and every| successive)? year\b|\byear (?:after|by|on|in) year(?: out)?\b",
    re.IGNORECASE,
)
_FEW = 3  # points that a movement of every year takes at least
Points = dict[int, tuple[Ends, Figure | Share]]


def is_yearly(claim: Asked) -> bool:
    """Whether a claim says of every year that something rose or fell."""
    return claim.kind == "trend" and claim.polarity == "+" and bool(_EVERY.search(claim.words))


def yearly(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Whether something rose, or fell, from each year to the next."""
    claim = replace(claim, words=" ".join(_EVERY.sub(" ", claim.words).split()))
    change = change_of(claim)
    if change is None or months(claim) or change.size or change.first or change.last:
        return open_("a direction from each year to the next can be tested, and nothing else")
    if set(tokens(claim.words)) & {"share", "shares"}:
        found = _of_shares(claim, change, evidence, own)
        if found.outcome != "no data":
            return found
    rows = recorded(claim, evidence, own, also=change_words())
    if isinstance(rows, Tested):
        return rows
    lines: list[Points] = [
        {y: (ends(r), r) for r in line if (y := year_of(r.period)) is not None}
        for line in series(rows)
        if len({r.period for r in line}) == len(line)
    ]
    return _over(claim, change, lines, evidence)


def _of_shares(claim: Asked, change: Change, evidence: Evidence, own: frozenset[str]) -> Tested:
    """The same of shares of one market on one basis, by one source."""
    years = sorted({r.year for k in keys_of(claim.subject) for r in evidence.shares.get(k, ()) if r.year})
    lines: dict[tuple[str, str, str, str], Points] = {}
    found: Sequence[shares.Rows | Tested] = [
        shares.about(claim, evidence, own, year=y, also=change_words()) for y in years
    ]
    for about in found:
        if isinstance(about, Tested):
            continue
        if about.open:
            return open_(f"it does not say of which {about.open[0]}", about.rows)
        for r in about.rows:
            lines.setdefault((r.market, r.stage, r.basis, r.by), {})[r.year or 0] = (percents(r), r)
    if not lines:
        return next((f for f in found if isinstance(f, Tested)), unknown("no share is recorded", "supply_shares"))
    return _over(claim, change, lines.values(), evidence)


def _over(claim: Asked, change: Change, lines: Iterable[Points], evidence: Evidence) -> Tested:
    """What the points of each series say to a movement of every year."""
    judged: list[tuple[Figure | Share, Verdict]] = []
    rest: list[tuple[str, int]] = []
    for points in lines:
        last = change.end if change.end is not None else newest(claim, points, evidence)
        if last is None:
            continue
        within = {y: points[y] for y in sorted(points) if change.start <= y <= last}
        if len(within) >= _FEW:
            judged.append((within[max(within)][1], _moved(change, within, last)))
            rest += [row.key for _, row in within.values()]
    if not judged:
        return open_(f"not enough years from {change.start} on are recorded, or until when it is meant is not said")
    told = agreed(claim, judged, lambda r: in_words.figure(r) if isinstance(r, Figure) else in_words.share(r))
    return replace(told, keys=tuple(dict.fromkeys((*told.keys, *rest))))


def _moved(change: Change, points: Points, last: int) -> Verdict:
    """Whether all points follow each other as claimed; a single one that went the other way speaks against it."""
    steps = [_step(a, b) for (a, _), (b, _) in pairwise(points.values())]
    if any(s is not None and s != change.up for s in steps):
        return "contradicted"
    whole = list(points) == [*range(change.start, last + 1)]
    return "supported" if whole and None not in steps else "not identified"


def _step(before: Ends, after: Ends) -> bool | None:
    """Whether one point is above the one before; None where that is not clear."""
    (a, b), (c, d) = before, after
    if a is None or b is None or c is None or d is None:
        return None
    return True if c > b else False if d < a else None
