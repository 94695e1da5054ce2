"""Is what is measured of one more than what is measured of another, in one year? "鹿鸣国的铜矿产量超过沙洲国".

Both are looked up as if each were claimed alone, and compared is only what one source records of both, in one unit and
on one basis. A difference by so much is another claim; so is one against all others, or against what was expected.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from cuibono.case import docket_shares, docket_told
from cuibono.case.docket_figures import TABLE, ends, recorded
from cuibono.case.docket_rows import Evidence, Figure, Share
from cuibono.case.docket_times import relation, year_of
from cuibono.case.docket_units import unit_of
from cuibono.case.docket_verdicts import DECIDED, agreed, open_, unknown
from cuibono.case.docket_words import bases, folded, stray
from cuibono.measures.claimed import Verdict
from cuibono.model.docket import Asked, Tested

Ends = tuple[float | None, float | None]


def is_against_another(claim: Asked) -> bool:
    """Whether a claim says that one has more, or less, of something than another whom it names."""
    return _form(claim) is not None


def surpassed(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Which of two has more, by the figures or the shares that one source records of both."""
    found = _form(claim)
    assert found is not None
    assert claim.object is not None
    if left := stray(claim):
        return open_(f"it gives a number beside it: {', '.join(left[:3])}")
    if year_of(claim.time) is None:
        return open_("it does not say of which one year")
    words, place = found["words"].strip(), claim.place
    if place and folded(place) in (folded(claim.object.name), folded(claim.subject.name if claim.subject else "")):
        place = None
    one = replace(claim, words=words, object=None, place=place)
    other = replace(one, subject=claim.object, words=_of_other(claim, words))
    more = found["way"] == "more"
    by_shares = _of_shares(claim, one, other, evidence, own, more=more)
    if by_shares.outcome in DECIDED:
        return by_shares
    by_figures = _of_figures(claim, one, other, evidence, own, more=more)
    return by_shares if by_figures.outcome == "no data" else by_figures


def _form(claim: Asked) -> re.Match[str] | None:
    if claim.kind != "rank" or claim.subject is None or claim.object is None or not claim.object.whole:
        return None
    other = re.escape(claim.object.name)
    return re.fullmatch(rf"(?P<words>.+?),? (?P<way>more|less) than {other}[.。]?", claim.words)


def _of_other(claim: Asked, words: str) -> str:
    assert claim.subject is not None
    assert claim.object is not None
    return words.replace(claim.subject.name, claim.object.name)


def _of_figures(
    claim: Asked, one: Asked, other: Asked, evidence: Evidence, own: frozenset[str], *, more: bool
) -> Tested:
    mine, theirs = recorded(one, evidence, own), recorded(other, evidence, own)
    if isinstance(mine, Tested):
        return mine
    if isinstance(theirs, Tested):
        return theirs
    pairs = [
        (a, b) for a in mine for b in theirs
        if relation(claim.time, a.period) == "same" == relation(claim.time, b.period)
        and (a.by, folded(a.indicator)) == (b.by, folded(b.indicator)) and unit_of(a.unit)[0] == unit_of(b.unit)[0]
    ]  # fmt: skip
    if not pairs:
        return unknown(f"no one source records it of both for {claim.time}", TABLE)
    beside: dict[tuple[str, int], Figure] = {a.key: b for a, b in pairs}
    judged = [(a, _compared(ends(a), ends(b), more=more)) for a, b in pairs]
    told = agreed(claim, judged, lambda r: f"{docket_told.figure(r)}, against {docket_told.figure(beside[r.key])}")
    return _with([b for _, b in pairs], told)


def _of_shares(
    claim: Asked, one: Asked, other: Asked, evidence: Evidence, own: frozenset[str], *, more: bool
) -> Tested:
    year = year_of(claim.time)
    found = [docket_shares.about(c, evidence, own, year=year) for c in (one, other)]
    mine, theirs = found
    if isinstance(mine, Tested):
        return mine
    if isinstance(theirs, Tested):
        return theirs
    pairs = [
        (a, b) for a in mine.rows for b in theirs.rows
        if (a.market, a.stage, a.basis, a.year, a.by) == (b.market, b.stage, b.basis, b.year, b.by)
    ]  # fmt: skip
    if not pairs or not bases(one.words):
        return open_("no one source records it of both on one basis that it names", mine.rows)
    beside: dict[tuple[str, int], Share] = {a.key: b for a, b in pairs}
    judged = [(a, _compared((a.low, a.high), (b.low, b.high), more=more)) for a, b in pairs]
    told = docket_shares.decided(
        claim, judged, mine.open, lambda r: f"{docket_told.share(r)}, against {docket_told.share(beside[r.key])}"
    )
    return _with([b for _, b in pairs], told)


def _compared(mine: Ends, theirs: Ends, *, more: bool) -> Verdict:
    """What two recorded numbers say to it; where they may be equal, or one is open, nothing."""
    (a, b), (c, d) = mine, theirs
    if a is None or b is None or c is None or d is None or not (a > d or b < c):
        return "not identified"
    return "supported" if (a > d) == more else "contradicted"


def _with(others: Sequence[Share | Figure], tested: Tested) -> Tested:
    return replace(tested, keys=tuple(dict.fromkeys((*tested.keys, *(o.key for o in others)))))
