"""Control through a firm in between: who has most of the votes of a firm that has most of the votes of another.

Where the votes of a firm are not recorded, its capital stands for them, as for a holding without anything between.
"""

from collections.abc import Iterable, Mapping

from cuibono.case.docket.names import doubtful, is_meant
from cuibono.case.docket.rows import Evidence, Holding, keys_of
from cuibono.case.docket.times import days, rough, stale
from cuibono.case.docket.words import agent_first, same, voice
from cuibono.model.docket import Asked, Party


def chain(claim: Asked, evidence: Evidence, own: frozenset[str]) -> list[Holding]:
    """The holdings of more than half through which the one controls the other; empty where no two are recorded."""
    top, low = agent_first(claim)
    if claim.polarity != "+" or top is None or low is None or doubtful(top, evidence) or doubtful(low, evidence):
        return []
    held = _majorities(_rows(low, evidence.held, own, evidence, asset=True), claim, evidence)
    holding = _majorities(_rows(top, evidence.holdings, own, evidence, asset=False), claim, evidence)
    for last in held:
        if same(last.owner, top) or doubtful(last.owner, evidence):
            continue
        if first := next((h for h in holding if same(h.asset, last.owner)), None):
            return [first, last]
    return []


def _rows(
    party: Party, rows: Mapping[str, list[Holding]], own: frozenset[str], evidence: Evidence, *, asset: bool
) -> list[Holding]:
    """Every recorded holding of one, or in one."""
    mine = {r.key: r for k in sorted(keys_of(party)) for r in rows.get(k, ())}.values()
    return [r for r in mine if is_meant(party, r.asset if asset else r.owner, evidence) and voice(r.by) not in own]


def _majorities(rows: Iterable[Holding], claim: Asked, evidence: Evidence) -> list[Holding]:
    """Holdings of more than half for all of the claimed time; of capital where no votes of the two are recorded."""
    rows = list(rows)
    voting = {(r.owner.name, r.asset.name) for r in rows if r.share_of == "votes"}
    of_votes = [r for r in rows if r.share_of == "votes" or (r.owner.name, r.asset.name) not in voting]
    return [
        r
        for r in of_votes
        if (r.low or 0) > 0.5 and r.share_of in ("votes", "capital", "") and _lasts(r, claim, evidence)
    ]


def _lasts(row: Holding, claim: Asked, evidence: Evidence) -> bool:
    if not claim.time:
        return row.until is None
    claimed, since, until = days(claim.time), days(row.since), days(row.until)
    if claimed is None or since is None or rough(row.since) or rough(row.until):
        return False
    if until is None and stale(claim.time, evidence.said.get(row.key[0])):
        return False
    return since[1] <= claimed[0] and (until is None or claimed[1] <= until[0])
