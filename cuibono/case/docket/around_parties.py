"""Whom "she", "the fund" and "us" mean in a claim of shares, holdings, posts or ties: one of those named around it.

Each of those named is put in their place. Where the records bear a number out of just one of them, or a tie to somebody
else who is named, that is no accident; that somebody among them is the first is one. Where they contradict a claim of
one, that may be of another, and decides nothing unless its own name says that it is meant: "the fund" is Norland
Pension Fund where no other fund is named.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from cuibono.case.docket.around_bodies import is_exact, is_last_named, names_around
from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.words import folded, listed
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party

_KINDS: tuple[ClaimKind, ...] = ("share", "rank", "trend", "amount", "count", "ownership", "control", "role", "tie")
_MOST = 6  # of those around who are tried
_HE = ("he", "she", "him")
_ANY = ("his", "her", "their", "they", "them")
_US = ("we", "us", "our")
_MARKED = r"(?![\w'\u2019-])"
_POINTER = re.compile(
    rf"\b(?:(?P<pronoun>he|she|it|they|we|him|them|us){_MARKED}|(?P<whose>his|her|its|their|our)(?= [a-z])"
    r"|(?:the|this|that|our) (?:same |very |own )?(?:[a-z]+ )??(?P<sort>[a-z]{3,})(?P<of>['\u2019]s?)?"
    r"(?![\w-])(?! (?:of|in|for) ))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Meant:
    """A claim with one of those named around in place of a pointer; ``sure`` where its name says that it is meant."""

    claim: Asked
    name: str
    sure: bool


def points(claim: Asked) -> bool:
    """Whether a claim may call one of its ends by a pronoun or a sort."""
    return claim.kind in _KINDS and bool(claim.around) and bool(_POINTER.search(claim.words))


def is_telling(claim: Asked, name: str, *, rivals: bool) -> bool:
    """Whether a claim says enough of somebody to know them by: somebody else with whom they are tied, or a number.

    Where another of those around has another number of the same (``rivals``) it is only who was named last: two numbers
    may have been mixed up.
    """
    numbered = (claim.low, claim.high) != (None, None)
    if claim.kind in ("rank", "trend") and not numbered:
        return False
    named = (p for p in (claim.subject, claim.object) if p and (p.whole or p.id) and p.name[:1].isupper())
    tied = any(p.name in claim.words for p in named)
    last = is_last_named(claim, name)
    return last and (tied or numbered) if rivals else tied or is_exact(claim) or (numbered and last)


def wanted_near(asked: Iterable[Asked], names: frozenset[str]) -> set[str]:
    """The names of recorded parties that stand around claims that point at somebody."""
    texts = {a.around for a in asked if a.kind in (*_KINDS, "forecast") and a.around and _POINTER.search(a.words)}
    return {n for text in texts for n in names_around(text, names)}


def meant_around(claim: Asked, evidence: Evidence) -> Iterator[Meant]:
    """A claim with each of those named around in each place where it points at somebody."""
    if not points(claim):
        return
    near = [n for n in names_around(claim.around, evidence.parties) if n not in folded(claim.words)]
    for pointer in _POINTER.finditer(claim.words):
        fits = [n for n in near if _fits(pointer, n, evidence)]
        for name in fits[:_MOST]:
            told = evidence.parties_as_told[name]
            sure = _is_called(pointer, name, near) or _is_theirs(pointer, claim, told, evidence)
            yield Meant(_put(claim, pointer, told), name, sure)


def _is_called(pointer: re.Match[str], name: str, near: Iterable[str]) -> bool:
    """Whether a sort is a word of this name, and of no other around: "the fund" of Norland Pension Fund."""
    sort = (pointer["sort"] or "").lower()
    return bool(sort) and sort in name.split() and sum(sort in n.split() for n in near) == 1


def _is_theirs(pointer: re.Match[str], claim: Asked, name: str, evidence: Evidence) -> bool:
    """Whether "our" is of the one body at which the speaker is recorded or whose name the text opens with."""
    if (pointer["pronoun"] or pointer["whose"] or pointer[0].split()[0]).lower() not in _US:
        return False
    posts = {e.other.name for e in evidence.edges.get(folded(claim.speaker), ()) if e.mixed and e.end is None}
    head = claim.around.partition("\n")[0]  # of a letter: who writes it
    alone = head.startswith((name, f"The {name}")) and names_around(head, evidence.parties) == (folded(name),)
    return posts == {name} or (not posts and alone)


def _fits(pointer: re.Match[str], name: str, evidence: Evidence) -> bool:
    """Whether a pronoun or a sort may mean somebody: persons are he and she, and no fund."""
    person = _is_person(name, evidence)
    word = (pointer["pronoun"] or pointer["whose"] or "").lower()
    if word in _HE:
        return person is not False
    if word:
        return word in _ANY or person is not True
    sort = pointer["sort"].lower()
    if sort in name.split():
        return True
    return sort in listed("bodies") and person is not True


def _is_person(name: str, evidence: Evidence) -> bool | None:
    """Whether a name is a person's, as far as the register or its words tell."""
    schemata = {evidence.schemata.get(i) for i in evidence.called.get(name, ())} - {None}
    if schemata:
        return schemata == {"Person"}
    return False if set(name.split()) & _firms() else None


@cache
def _firms() -> frozenset[str]:
    """Words of the names of firms and bodies."""
    return listed("bodies") | {"holding", "group", "trust", "fund", "capital", "company", "works", "inc", "ltd", "plc"}


def _put(claim: Asked, pointer: re.Match[str], name: str) -> Asked:
    """A claim with a name where it points at somebody, as its subject in front and as its object behind."""
    told = f"{name}'s" if pointer["whose"] or pointer["of"] else name
    words = f"{claim.words[: pointer.start()]}{told}{claim.words[pointer.end() :]}"
    party = Party(None, name)
    keeps = claim.subject is not None and folded(claim.subject.name) in folded(claim.words[: pointer.start()])
    if keeps and claim.subject is not None and claim.subject.name[:1].isupper():
        return replace(claim, object=party, words=words)
    other = claim.object
    if other is None and claim.subject is not None and claim.subject.name in words and claim.subject.name[:1].isupper():
        other = claim.subject
    return replace(claim, subject=party, object=other, words=words)
