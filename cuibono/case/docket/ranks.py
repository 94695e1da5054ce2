"""Tests of the place that somebody has among those who supply a market."""

import re
from dataclasses import replace

from cuibono.case.docket import bases, in_words
from cuibono.case.docket.of_now import of_now
from cuibono.case.docket.rank_wordings import is_last
from cuibono.case.docket.rows import Evidence, Share, keys_of
from cuibono.case.docket.shares import about, decided
from cuibono.case.docket.stage_forms import doers, others
from cuibono.case.docket.stages import agents, stages
from cuibono.case.docket.times import year_of
from cuibono.case.docket.verdicts import open_, unknown
from cuibono.case.docket.words import folded, listed, same, stray, tokens
from cuibono.extract.claim_row_words import ORDINALS
from cuibono.lenses.dependence.concentration import ASIDE
from cuibono.measures.claimed import Verdict
from cuibono.model.docket import Asked, Tested

_RANKS = {1: {"largest", "biggest", "top", "leading"}} | {
    n: {f"{word}-largest", f"{word}-biggest", word} for n, word in enumerate(ORDINALS[1:], 2)
}


def rank(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """The place among the suppliers of a market in a year, or the one that somebody has now."""
    found = _rank(claim, evidence, own)
    return of_now(claim, found, evidence, lambda c: _rank(c, evidence, own))


def _rank(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """The place among the suppliers of a market in a year."""
    claim = replace(claim, words=bases.first_of_all(claim.words))
    if claim.place and folded(claim.place) not in folded(claim.words):
        claim = replace(claim, place=None)  # it was set against the first of all
    said = set(tokens(claim.words))
    last = is_last(claim.words)
    wanted = [n for n, words in _RANKS.items() if said & words]
    place = max(wanted, default=0)
    if not place or said & {"one", "among", "half", "third", "quarter"} - (_RANKS[place] if place else set()):
        return open_("the rank that it claims is not one place")
    if not said & (listed("suppliers") | agents() | _doers(claim, evidence)) and not _by_what(claim.words):
        return open_("it does not say that it is of those who supply")
    found = about(claim, evidence, own, year=year_of(claim.time))
    if isinstance(found, Tested):
        return found
    if left := stray(claim):
        return open_(f"it gives a number beside the rank: {', '.join(left[:3])}", found.rows)
    rows = [r for r in found.rows if r.low is not None and r.high is not None]
    judged = [(r, _at_the_end(r, evidence) if last else _placed(r, evidence, place)) for r in rows]
    if not judged:
        return unknown("the records give no share to rank it by", "supply_shares")
    return decided(claim, judged, found.open, _beside_others, evidence)


def _doers(claim: Asked, evidence: Evidence) -> frozenset[str]:
    """Those who are at the stages at which somebody is recorded: the largest dredger, of dredging."""
    rows = (r for k in keys_of(claim.subject) for r in evidence.shares.get(k, ()))
    return frozenset().union(*(doers(r.stage) | others(f"{r.market} {r.stage} {r.basis}") for r in rows))


def _beside_others(row: Share) -> str:
    return f"{in_words.share(row)}, beside the other suppliers listed"


#: A place in what is supplied: "was first in lamp exports", which is of those who export them.
_IN_WHAT = re.compile(
    r"\b(?:was|were|is|are|came|ranked|stood|as|in rank) (?:the )?(?:[\w-]+ )??(?P<rank>[\w-]+)"
    r" (?:in|for|by) (?P<what>[^,;]+)"
)


def _by_what(words: str) -> bool:
    """Whether a rank is one in production, exports or sales, and so of those who produce, export or sell."""
    found = _IN_WHAT.search(words)
    if bases.told_by(words):
        return True
    ranks = frozenset().union(*_RANKS.values())
    done = found and (bases.basis_of(found["what"]) or set(tokens(found["what"])) & stages().keys())
    return bool(found and found["rank"].lower() in ranks and done)


def _placed(mine: Share, evidence: Evidence, place: int) -> Verdict:
    """Whether a supplier has the claimed place, whoever holds what is not listed."""
    assert mine.low is not None
    assert mine.high is not None
    listed_ = evidence.markets[mine.market, mine.stage, mine.basis, mine.year, mine.by]
    others = [o for o in listed_ if not same(o.supplier, mine.supplier) and folded(o.supplier.name) not in ASIDE]
    if any(o.low is None or o.high is None for o in others):
        return "not identified"
    above = sum((o.low or 0) > mine.high for o in others)
    perhaps = sum((o.high or 0) >= mine.low for o in others) - above
    hidden = 1 - mine.low - sum(o.low or 0 for o in others) >= mine.low - 1e-9
    if above > place - 1:
        return "contradicted"
    if perhaps or hidden:
        return "not identified"
    return "supported" if above == place - 1 else "contradicted"


def _at_the_end(mine: Share, evidence: Evidence) -> Verdict:
    """Whether a supplier is the smallest of those listed; who is not listed may be smaller still."""
    assert mine.low is not None
    assert mine.high is not None
    listed_ = evidence.markets[mine.market, mine.stage, mine.basis, mine.year, mine.by]
    others = [o for o in listed_ if not same(o.supplier, mine.supplier)]
    named_ = [o for o in others if folded(o.supplier.name) not in ASIDE]
    if any(o.high is not None and o.high < mine.low for o in named_):
        return "contradicted"
    whole = len(named_) == len(others) and mine.low + sum(o.low or 0 for o in others) >= 1 - 1e-9
    return "supported" if whole and all(o.low is not None and o.low > mine.high for o in others) else "not identified"
