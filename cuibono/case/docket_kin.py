"""Tests of kinship: registers differ in whom of the two they call the father, so that dates or genders must tell."""

from collections.abc import Sequence
from functools import cache

from cuibono.case.docket_names import is_meant
from cuibono.case.docket_rows import Edge, Evidence
from cuibono.case.docket_verdicts import agreed, open_, unknown
from cuibono.case.docket_words import listed, narrowing, stem, stems, stray
from cuibono.model.docket import Asked, Party, Tested


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(w) for w in listed(name))


def kin_of(claim: Asked) -> frozenset[str]:
    """The words of kinship in a claim, the names aside."""
    names = [p.name for p in (claim.subject, claim.object) if p]
    said = frozenset(s for w in narrowing(claim.words, *names, plain="grammar") for s in stems(w))
    return said & (_stems("siblings") | _stems("kin"))


def kinship(claim: Asked, kin: frozenset[str], found: Sequence[Edge], evidence: Evidence) -> Tested:
    """Whether two are recorded as the kin that they are said to be."""
    assert claim.subject is not None
    assert claim.object is not None
    if not found:
        return unknown(f"nothing is recorded between {claim.subject.name} and {claim.object.name}", "statements")
    left = narrowing(claim.words, claim.subject.name, claim.object.name, " ".join(kin), plain="grammar")
    if left := [*left, *stray(claim)]:
        return open_(f"it says more than the records can bear out: {', '.join(left[:3])}", found)
    rows = [e for e in found if e.schema == "Family" and kin == stems(e.role) & (_stems("siblings") | _stems("kin"))]
    if not rows:
        return open_("they are recorded together, but not in these words", found)
    if claim.polarity == "-" or any(e.polarity == "-" for e in rows):
        return open_("it denies what is recorded; a record may be wrong", rows)
    sure = [e for e in rows if _directed(claim, kin, e, evidence)]
    if not sure:
        return open_("it is recorded, but the records do not show who of the two is which", rows)
    return agreed(claim, [(e, "supported") for e in sure], _told)


def _directed(claim: Asked, kin: frozenset[str], edge: Edge, evidence: Evidence) -> bool:
    """Whether it is the subject who is the kin that is named, and not the other way round."""
    subject, object_ = claim.subject, claim.object
    assert subject is not None
    assert object_ is not None
    if kin <= _stems("siblings"):
        return is_meant(subject, edge.one, evidence)
    if kin & _stems("men") or kin & _stems("women"):
        return _gender(subject, edge, evidence) == ("male" if kin & _stems("men") else "female")
    mine, theirs = _born(subject, evidence), _born(object_, evidence)
    if not mine or not theirs or "law" in kin:
        return False
    elder = max(mine) < min(theirs)
    younger = max(theirs) < min(mine)
    return (elder and bool(kin & _stems("elder"))) or (younger and bool(kin & _stems("younger")))


def _gender(party: Party, edge: Edge, evidence: Evidence) -> str:
    ids = [e.id for e in (edge.one, edge.other) if is_meant(party, e, evidence) and e.id]
    return evidence.genders.get(ids[0], "") if len(ids) == 1 else ""


def _born(party: Party, evidence: Evidence) -> list[str]:
    keys = (party.id, party.name.casefold())
    rows = [d for k in keys if k for d in evidence.dates.get(k, ()) if is_meant(party, d.about, evidence)]
    return [end.isoformat() for d in rows if d.prop == "birthDate" for end in (d.first, d.last) if end]


def _told(edge: Edge) -> str:
    return f"{edge.one.name} and {edge.other.name}: {edge.role}"
