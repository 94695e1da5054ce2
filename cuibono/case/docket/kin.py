"""Tests of kinship: registers differ in whom of the two they call the father, so that dates or genders must tell."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from cuibono.case.docket.names import is_meant
from cuibono.case.docket.posts import stems_of
from cuibono.case.docket.rows import Edge, Evidence
from cuibono.case.docket.verdicts import agreed, open_, unknown
from cuibono.case.docket.words import narrowing, stems, stray
from cuibono.extract.claim_properties import in_english
from cuibono.extract.lexicon import lines
from cuibono.model.docket import Asked, Party, Tested

#: Two who are married, in other words than those of a register.
_MARRIED = re.compile(
    r"\b(?:wed(?:ded)? to|(?:husband|man) and wife|wife and husband|(?:a )?married couple|spouses|married(?: to)?)\b",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"\b(?:(?:blood |close |distant )?(?:related to|relatives?(?: of)?|related|kin of|kin))\b", re.IGNORECASE
)
#: Kin of one another, whoever of the two is named first: "are brothers".
_OF_EACH_OTHER = re.compile(r"\b(?:are|were) (?:\w+ )?(?:brothers|sisters|siblings|cousins|twins)\b", re.IGNORECASE)
_IS_NOT = re.compile(r"\b(is|are) (?:not|no)\b", re.IGNORECASE)
#: What is over, or was said of one who is dead.
_OVER = frozenset({"ex", "former", "late", "divorced", "separated", "estranged"})


def _plain(words: str) -> str:
    """Words of kinship as registers have them: who is "married to" somebody is a spouse."""
    return _RELATED.sub(" relative ", _MARRIED.sub(" spouse ", words))


def kin_of(claim: Asked) -> frozenset[str]:
    """The words of kinship in a claim, the names aside."""
    names = [p.name for p in (claim.subject, claim.object) if p]
    said = frozenset(s for w in narrowing(_plain(claim.words), *names, plain="grammar") for s in stems(w))
    return said & (stems_of("siblings") | stems_of("kin") | {"relative"})


def kinship(claim: Asked, kin: frozenset[str], found: Sequence[Edge], evidence: Evidence) -> Tested:
    """Whether two are recorded as the kin that they are said to be."""
    if claim.polarity == "+" and len(_IS_NOT.findall(claim.words)) == 1:
        claim = replace(claim, polarity="-", words=_IS_NOT.sub(r"\1", claim.words))
    assert claim.subject is not None
    assert claim.object is not None
    if not found:
        return unknown(f"nothing is recorded between {claim.subject.name} and {claim.object.name}", "statements")
    left = narrowing(_plain(claim.words), claim.subject.name, claim.object.name, " ".join(kin), plain="grammar")
    if left := [*left, *stray(claim)]:
        return open_(f"it says more than the records can bear out: {', '.join(left[:3])}", found)
    family = [e for e in found if e.schema == "Family"]
    rows = [e for e in family if _is_such(kin, e)]
    if not rows and (turned := [e for e in family if _is_other_way_round(kin, claim, e, evidence)]):
        return (
            agreed(claim, [(e, "supported") for e in turned], _told)
            if claim.polarity == "+"
            else open_("it denies what is recorded; a record may be wrong, or out of date", turned)
        )
    if not rows and claim.polarity == "+" and family and all(_rules_out(kin, e) for e in family):
        return agreed(claim, [(e, "contradicted") for e in family], _told)
    if not rows:
        return open_("they are recorded together, but not in these words", found)
    if any(e.polarity == "-" for e in rows) or (claim.polarity == "-" and kin & stems_of("married")):
        return open_("it denies what is recorded; a record may be wrong, or out of date", rows)
    if _OF_EACH_OTHER.search(claim.words):
        sure = [e for e in rows if _fits_both(kin, e, evidence)]
    else:
        sure = [e for e in rows if _directed(claim, kin, e, evidence)]
    if not sure:
        return open_("it is recorded, but the records do not show who of the two is which", rows)
    return agreed(claim, [(e, "supported") for e in sure], _told)


#: Kinship of which nobody has two kinds to one person: whoever is a son is no brother and no husband.
_KINDS_OF_KIN = (
    "father mother parent son daughter child", "brother sister sibling twin", "uncle aunt nephew niece",
    "husband wife spouse", "cousin",
)  # fmt: skip
#: Cousins may marry, and an uncle of one's own age is called a cousin: they are only surely no nearer kin than that.
_NEAREST, _COUSINS = (0, 1), 4
_BY_MARRIAGE = re.compile(r"\b(?:half|step|god|foster|adopt|in-law|law|great)", re.IGNORECASE)


def _rules_out(kin: frozenset[str], edge: Edge) -> bool:
    """Whether who is recorded as such kin of somebody cannot be what is claimed."""
    said = stems(in_english(edge.role))
    named = said & (stems_of("siblings") | stems_of("kin"))
    mine, theirs = _kind_of_kin(kin), _kind_of_kin(named)
    if edge.polarity == "-" or said & _OVER or mine is None or theirs is None:
        return False
    if _COUSINS in (mine, theirs):
        return mine in _NEAREST or theirs in _NEAREST
    return mine != theirs


def _kind_of_kin(kin: frozenset[str]) -> int | None:
    """Which kind of kinship words are of; None where they are of none, of two, or by marriage."""
    if not kin or any(_BY_MARRIAGE.search(w) for w in kin):
        return None
    found = {n for n, words in enumerate(_KINDS_OF_KIN) if kin & stems(words)}
    return found.pop() if len(found) == 1 else None


def _is_such(kin: frozenset[str], edge: Edge) -> bool:
    """Whether a record is of that kinship: of a spouse when of a wife, of siblings when of a brother."""
    said = stems(in_english(edge.role))
    if kin == {"relative"}:
        return True
    if said & _OVER or (edge.end is not None and said & stems_of("married")):
        return False
    named = said & (stems_of("siblings") | stems_of("kin"))
    if kin == {"spouse"}:
        return (bool(named) and named <= stems_of("married")) or "married" in said
    if kin <= stems_of("married") and named and named <= stems_of("married"):
        return True  # of two who are married one is the husband and one the wife: genders tell who
    return kin == named or (kin == {"sibling"} and bool(named) and named <= {"brother", "sister"})


@cache
def _inverse() -> dict[frozenset[str], frozenset[frozenset[str]]]:
    """What each kinship is from the other side: of a daughter a father, a mother or a parent."""
    pairs = [tuple(frozenset(kin_words(w)) for w in side.split()) for line in lines("docket", "kin_turned")
             for side in line.split("|")]  # fmt: skip
    found: dict[frozenset[str], frozenset[frozenset[str]]] = {}
    for one, other in zip(pairs[::2], pairs[1::2], strict=True):
        for a, b in ((one, other), (other, one)):
            for kin in a:
                found[kin] = found.get(kin, frozenset()) | frozenset(b)
    return found


def kin_words(word: str) -> frozenset[str]:
    """The stems of a word for kin."""
    return stems(word) & (stems_of("siblings") | stems_of("kin"))


def _is_other_way_round(kin: frozenset[str], claim: Asked, edge: Edge, evidence: Evidence) -> bool:
    """Whether a record has the other of the two as what the one is to him: a daughter where a father is claimed."""
    said = stems(in_english(edge.role))
    named = said & (stems_of("siblings") | stems_of("kin"))
    if said & _OVER or named not in _inverse().get(kin, frozenset()) or claim.subject is None or claim.object is None:
        return False
    subject, object_ = _turned_in_row(claim)
    assert subject is not None
    kin_end = edge.other if edge.id else edge.one  # whom the record calls so
    theirs = edge.one if edge.id else edge.other
    if not (is_meant(object_ or claim.object, kin_end, evidence) and is_meant(subject, theirs, evidence)):
        return False
    gender = evidence.genders.get(theirs.id or "", "")
    return not (kin & stems_of("men") and gender == "female") and not (kin & stems_of("women") and gender == "male")


def _turned_in_row(claim: Asked) -> tuple[Party | None, Party | None]:
    """The two of a claim, who is the kin first: a row "Pia: brother: Jon" has him in the value."""
    if claim.stated and claim.stated.row and not re.search(r"\b(?:of|to)\b", claim.words):
        return claim.object, claim.subject
    return claim.subject, claim.object


def _fits_both(kin: frozenset[str], edge: Edge, evidence: Evidence) -> bool:
    """Whether nothing that is recorded speaks against it that both are: a sister is nobody's brother."""
    genders = {evidence.genders.get(e.id or "", "") for e in (edge.one, edge.other)}
    return not (kin & stems_of("men") and "female" in genders) and not (kin & stems_of("women") and "male" in genders)


def _directed(claim: Asked, kin: frozenset[str], edge: Edge, evidence: Evidence) -> bool:
    """Whether it is the subject who is the kin that is named, and not the other way round.

    A relationship is what the ``relative`` is to the ``person`` (so FollowTheMoney describes it), unless what is known
    of the two says better: genders of siblings and spouses, days of birth of the elder and the younger. A table of ties
    has who "is the child of" whom first.
    """
    subject, object_ = _turned_in_row(claim)
    assert subject is not None
    assert object_ is not None
    if kin & (stems_of("men") | stems_of("women")):
        gender = _gender(subject, edge, evidence)
        if gender or (edge.id and kin & stems_of("married")):
            return gender == ("male" if kin & stems_of("men") else "female")
        if kin & stems_of("siblings") and _gender(object_, edge, evidence):
            return False  # of a brother and somebody of unknown gender the other one may be the brother
    if kin <= stems_of("either") | {"relative"}:
        return True
    mine, theirs = _born(subject, evidence), _born(object_, evidence)
    if mine and theirs and "law" not in kin and kin & (stems_of("elder") | stems_of("younger")):
        elder, younger = max(mine) < min(theirs), max(theirs) < min(mine)
        return (elder and bool(kin & stems_of("elder"))) or (younger and bool(kin & stems_of("younger")))
    one, other = is_meant(subject, edge.one, evidence), is_meant(subject, edge.other, evidence)
    if edge.id:
        return other and not one
    named = stems(in_english(edge.role))  # in a table of ties, who stands first is the kin that it names
    if kin <= named:
        return one and not other
    return bool(named & stems_of("men") | named & stems_of("women")) and other and not one


def _gender(party: Party, edge: Edge, evidence: Evidence) -> str:
    ids = [e.id for e in (edge.one, edge.other) if is_meant(party, e, evidence) and e.id]
    return evidence.genders.get(ids[0], "") if len(ids) == 1 else ""


def _born(party: Party, evidence: Evidence) -> list[str]:
    keys = (party.id, party.name.casefold())
    rows = [d for k in keys if k for d in evidence.dates.get(k, ()) if is_meant(party, d.about, evidence)]
    return [end.isoformat() for d in rows if d.prop == "birthDate" for end in (d.first, d.last) if end]


def _told(edge: Edge) -> str:
    return f"{edge.one.name} and {edge.other.name}: {edge.role}"
