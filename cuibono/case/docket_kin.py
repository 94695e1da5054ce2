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
    if any(e.polarity == "-" for e in rows) or (claim.polarity == "-" and kin & _stems("married")):
        return open_("it denies what is recorded; a record may be wrong, or out of date", rows)
    sure = [e for e in rows if _directed(claim, kin, e, evidence)]
    if not sure:
        return open_("it is recorded, but the records do not show who of the two is which", rows)
    return agreed(claim, [(e, "supported") for e in sure], _told)


def _directed(claim: Asked, kin: frozenset[str], edge: Edge, evidence: Evidence) -> bool:
    """Whether it is the subject who is the kin that is named, and not the other way round.

    A relationship is what the ``relative`` is to the ``person`` (so FollowTheMoney describes it), unless what is known
    of the two says better: genders of siblings and spouses, days of birth of the elder and the younger.
    """
    subject, object_ = claim.subject, claim.object
    assert subject is not None
    assert object_ is not None
    if kin & (_stems("men") | _stems("women")):
        gender = _gender(subject, edge, evidence)
        if gender or kin & _stems("married"):
            return gender == ("male" if kin & _stems("men") else "female")
    if kin <= _stems("either"):
        return True
    mine, theirs = _born(subject, evidence), _born(object_, evidence)
    if mine and theirs and "law" not in kin and kin & (_stems("elder") | _stems("younger")):
        elder, younger = max(mine) < min(theirs), max(theirs) < min(mine)
        return (elder and bool(kin & _stems("elder"))) or (younger and bool(kin & _stems("younger")))
    return is_meant(subject, edge.other, evidence) and not is_meant(subject, edge.one, evidence)


def _gender(party: Party, edge: Edge, evidence: Evidence) -> str:
    ids = [e.id for e in (edge.one, edge.other) if is_meant(party, e, evidence) and e.id]
    return evidence.genders.get(ids[0], "") if len(ids) == 1 else ""


def _born(party: Party, evidence: Evidence) -> list[str]:
    keys = (party.id, party.name.casefold())
    rows = [d for k in keys if k for d in evidence.dates.get(k, ()) if is_meant(party, d.about, evidence)]
    return [end.isoformat() for d in rows if d.prop == "birthDate" for end in (d.first, d.last) if end]


def _told(edge: Edge) -> str:
    return f"{edge.one.name} and {edge.other.name}: {edge.role}"
