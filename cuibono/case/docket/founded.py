"""When something was founded, where the record is of its founder: "Pia Vex: founder, Acme, 2011".

What is founded is founded once: every founder that is recorded with a day must have another one for it to contradict.
"""

from cuibono.case.docket import in_words
from cuibono.case.docket.names import doubtful, is_meant
from cuibono.case.docket.rows import Edge, Evidence, keys_of
from cuibono.case.docket.times import days, rough
from cuibono.case.docket.verdicts import agreed, open_
from cuibono.case.docket.words import narrowing, stems, stray, voice
from cuibono.measures.claimed import Verdict
from cuibono.model.docket import Asked, Party, Tested

_BEGUN = "founded founds founder co-founded established incorporated created started launched"
_FOUNDING = frozenset({"founded", "established", "created"})


def founded(claim: Asked, told: str, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """When a firm was founded, or by whom and when; None where no founder of it is recorded with a time."""
    if claim.subject is None or not claim.time or not stems(told) & _FOUNDING:
        return None
    rows = _founders(claim, evidence, own)
    if not rows:
        return None
    firm, founder = rows[0].other, next((p for p in (claim.subject, claim.object) if _is_one(p, rows, evidence)), None)
    if claim.object is not None and (founder is None or not any(_is_firm(p, rows, evidence) for p in _ends(claim))):
        return None
    if why := doubtful(firm, evidence) or (doubtful(founder, evidence) if founder else ""):
        return open_(why, rows)
    if left := [*narrowing(told, firm.name, *(p.name for p in _ends(claim)), _BEGUN, plain="grammar"), *stray(claim)]:
        return open_(f"it says more than the records can bear out: {', '.join(left[:3])}", rows)
    mine = [e for e in rows if founder is None or is_meant(founder, e.one, evidence)]
    return agreed(claim, [(e, _at(str(claim.time), e)) for e in mine], in_words.edge)


def _ends(claim: Asked) -> list[Party]:
    return [p for p in (claim.subject, claim.object) if p]


def _founders(claim: Asked, evidence: Evidence, own: frozenset[str]) -> list[Edge]:
    """The dated founders of the one firm that a claim names, by its name or as what its founder founded."""
    edges = {(e.id, e.key): e for p in _ends(claim) for k in keys_of(p) for e in evidence.edges.get(k, ())}
    found = [e for e in edges.values() if _is_founding(e) and voice(e.by) not in own]
    of = [e for e in found if e.other.name in claim.words or any(is_meant(p, e.other, evidence) for p in _ends(claim))]
    firms = {e.other.name for e in of}
    return of if len(firms) == 1 and all(e.start and not rough(e.start) for e in of) else []


def _is_founding(edge: Edge) -> bool:
    return edge.polarity == "+" and (edge.schema.lower() == "founded" or stems(edge.role) <= {"founder", "co-founder"})


def _is_one(party: Party | None, rows: list[Edge], evidence: Evidence) -> bool:
    return party is not None and any(is_meant(party, e.one, evidence) for e in rows)


def _is_firm(party: Party, rows: list[Edge], evidence: Evidence) -> bool:
    return any(is_meant(party, e.other, evidence) for e in rows)


def _at(time: str, edge: Edge) -> Verdict:
    claimed, start = days(time), days(edge.start)
    if claimed is None or start is None:
        return "not identified"
    if claimed[0] <= start[0] and start[1] <= claimed[1]:
        return "supported"
    return "contradicted" if claimed[1] < start[0] or start[1] < claimed[0] else "not identified"
