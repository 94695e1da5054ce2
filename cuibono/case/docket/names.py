"""Whom a name means: a name that several recorded entities bear decides nothing, in whatever spelling they bear it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from cuibono.case.docket.holding_words import of_what
from cuibono.case.docket.parts_of_names import by_first, by_last
from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.terms import is_at_an_end
from cuibono.case.docket.words import folded, same, tokens
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party
from cuibono.model.romanisation import han, spelled

_FEWEST = 4  # letters of a name of one word
_FIRMS = ("Company", "Organization", "PublicBody", "LegalEntity")
_ANYBODY = "anybody of that name"  # no id of the case
_BY_NAME = "name:"  # ids that a table makes out of a name alone say no more than the name


@lru_cache(maxsize=65_536)
def spellings(name: str) -> frozenset[str]:
    """The forms under which bearers of one name are counted: as written, in any order, as a Chinese name sounds."""
    plain = folded(name)
    words = plain.replace("-", " ").split()
    sounds = spelled.of_han(plain) if han.is_han(plain) else spelled.of_letters(words) if len(words) in (2, 3) else []
    return frozenset({plain, " ".join(sorted(words)), *(f"sounds {s.loose}" for s in sounds)}) - {""}


def bearers(party: Party, evidence: Evidence, rows: Iterable[Party] = ()) -> frozenset[str]:
    """The recorded entities that a name may mean: those of the register, and those that rows give an id."""
    if party.name not in evidence.bearing:
        listed = [evidence.called.get(s, frozenset()) for s in spellings(party.name)] if evidence.called else []
        evidence.bearing[party.name] = frozenset().union(*listed)
    given = {p.id for p in rows if p.id and not p.id.startswith(_BY_NAME) and folded(p.name) == folded(party.name)}
    return evidence.bearing[party.name] | given if given else evidence.bearing[party.name]


def doubtful(party: Party, evidence: Evidence, rows: Iterable[Party] = ()) -> str:
    """Why a name does not say whom it means; empty when it does, or when the case knows who is meant."""
    found = bearers(party, evidence, rows)
    if len(found) < 2 or identified(party, found):
        return ""
    return f"{len(found)} are recorded that are called {party.name}"


def identified(party: Party, found: frozenset[str]) -> bool:
    """Whether the case knows by an id, not by the name, which of them is meant."""
    return party.id is not None and not party.id.startswith(_BY_NAME) and party.id in found


def is_meant(party: Party, record: Party, evidence: Evidence) -> bool:
    """Whether a record is of the party: by its id where the case knows it, else by the name."""
    if not same(party, record):
        return bears(party, record.id, evidence.called)
    found = bearers(party, evidence, (record,))
    if not identified(party, found):
        return True
    named_only = record.id is None or record.id.startswith(_BY_NAME)
    return record.id == party.id or (named_only and len(found) < 2)


def bears(party: Party, id_: str | None, called: Mapping[str, frozenset[str]]) -> bool:
    """Whether a whole name is another that the register has for an entity, and for no other one."""
    return id_ is not None and party.whole and called.get(folded(party.name)) == frozenset({id_})


def named(claim: Asked, evidence: Evidence) -> Asked:
    """A claim as others may look it up: a name that several bear is no whole name of the one whom it means."""

    def party(given: Party | None) -> Party | None:
        if given is None or not given.whole or len(found := bearers(given, evidence)) < 2:
            return given
        return replace(given, id=given.id if identified(given, found) else _ANYBODY, whole=False)

    return replace(claim, subject=party(claim.subject), object=party(claim.object))


#: Kinds of claims about who supplies what: whom a table of a market lists is a country or a firm, and no person.
_OF_SUPPLIERS: tuple[ClaimKind, ...] = ("share", "rank", "amount", "trend")
#: Kinds of claims about a number of somebody: "Norland's rent", "the rent in Norland".
_OF_FIGURES: tuple[ClaimKind, ...] = ("share", "amount", "count", "trend")
_OF_HOLDERS: tuple[ClaimKind, ...] = ("ownership", "control")
#: Kinds of claims that are of two, one of whom a reader may have taken for no name.
_OF_TWO: tuple[ClaimKind, ...] = ("ownership", "control", "tie", "role")


def fuller(claim: Asked, evidence: Evidence) -> Asked:
    """A claim in which a part of a name is taken for a whole one where a table has just that for a supplier or a firm.

    Never where a longer name that is recorded begins so, or a person's ends so: it may be short for that.
    """
    if claim.kind in _OF_HOLDERS:
        claim = replace(claim, subject=of_what(claim.subject), object=of_what(claim.object))
    claim = _recorded_together(claim, evidence)
    subject, object_ = claim.subject, claim.object
    if claim.kind in _OF_SUPPLIERS and subject and _alone(subject, evidence, evidence.shares):
        return replace(claim, subject=replace(subject, whole=True))
    of_two = claim.kind in _OF_TWO or (claim.kind == "event date" and is_at_an_end(claim))
    if claim.object is None and subject and of_two:
        object_ = _other_end(claim, subject, evidence)
        claim = replace(claim, object=object_)
    if claim.kind in _OF_FIGURES and subject and _alone(subject, evidence, evidence.figures):
        return replace(claim, subject=replace(subject, whole=True))
    if claim.kind in _OF_HOLDERS:
        subject, object_ = (
            replace(p, whole=True)
            if p and (_alone(p, evidence, evidence.held) or _owner(p, evidence) or _registered(p, evidence))
            else p
            for p in (subject, object_)
        )
        return replace(claim, subject=subject, object=object_)
    if claim.kind in _OF_FIGURES and subject and subject.id is None and not subject.whole:
        return _of_holder(claim, evidence)
    if claim.kind in _OF_FIGURES and subject and object_ and _is_thing_of(subject, object_, evidence):
        return replace(claim, subject=object_, object=None)
    named = tuple(replace(p, whole=True) if p and _registered(p, evidence) else p for p in (subject, object_))
    return replace(claim, subject=named[0], object=named[1]) if named != (subject, object_) else claim


def _recorded_together(claim: Asked, evidence: Evidence) -> Asked:
    """A claim of two with whole names where just these two are recorded as tied, and nobody of a longer name."""
    one, other = claim.subject, claim.object
    if claim.kind not in _OF_TWO or one is None or other is None or (one.whole and other.whole):
        return claim
    keys = {folded(one.name), folded(other.name)}
    rows = [(h.owner, h.asset) for k in keys for h in evidence.holdings.get(k, ())]
    rows += [(e.one, e.other) for k in keys for e in evidence.edges.get(k, ())]
    tied = any(all(p.whole for p in ends) and {folded(p.name) for p in ends} == keys for ends in rows)
    if not tied or not keys.isdisjoint(evidence.shorts):
        return claim
    return replace(claim, subject=replace(one, whole=True), object=replace(other, whole=True))


def with_firm(claim: Asked, evidence: Evidence) -> Asked:
    """A claim of a share with the firm that it may be of, where a reader found none."""
    subject = claim.subject
    if claim.kind != "share" or claim.object or subject is None or not (subject.whole or subject.id):
        return claim
    return replace(claim, object=_other_end(claim, subject, evidence))


def _other_end(claim: Asked, subject: Party, evidence: Evidence) -> Party | None:
    """The one to whom the subject is recorded as tied and whose whole name stands in a claim.

    A name of a single word must be nobody else's, not even in part.
    """
    keys = {k for k in (subject.id, folded(subject.name)) if k}
    held = [h for k in keys for h in (*evidence.held.get(k, ()), *evidence.holdings.get(k, ()))]
    ends = [p for h in held for p in (h.owner, h.asset)]
    ends += [p for k in keys for e in evidence.edges.get(k, ()) for p in (e.one, e.other)]
    several = (p for p in ends if " " in p.name or _is_nobody_elses(p.name, evidence))
    found = {folded(p.name): p.name for p in several if _stands(p.name, claim.words)}
    found.pop(folded(subject.name), None)
    names = [n for n in found.values() if folded(n) not in evidence.shorts]
    return Party(None, names[0]) if len(names) == 1 else None


def _is_nobody_elses(name: str, evidence: Evidence) -> bool:
    """Whether a name of one word begins and ends no other that is recorded."""
    key = folded(name)
    bearing = {*by_first(evidence.parties).get(key, ()), *by_last(evidence.parties).get(key, ())}
    return len(key) >= _FEWEST and bearing <= {key}


def _stands(name: str, words: str) -> bool:
    """Whether a name stands in a claim, and no longer one that it is a part of."""
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])(?! [A-Z])", words) is not None


def _of_holder(claim: Asked, evidence: Evidence) -> Asked:
    """A claim of a number as one of whom the number is recorded for, where its words name but one of them."""
    names = dict.fromkeys(n for p in (claim.subject, claim.object) if p for n in (p.name, *holders(p.name)))
    rows = evidence.figures.keys() | (evidence.shares.keys() if claim.kind in _OF_SUPPLIERS else frozenset())
    there = [n for n in (*names, claim.place) if n and folded(n) in rows and folded(n) not in evidence.shorts]
    there = [n for n in there if not any(folded(n) != folded(o) and folded(n) in folded(o) for o in there)]
    if len({folded(n) for n in there}) != 1:
        return claim
    return replace(claim, subject=Party(None, there[0]), object=None)


_POSSESSIVE = re.compile(r"^(.+?)(?:['\u2019]s|(?<=s)['\u2019]) \S")
_PLACED = re.compile(r"\b(?:in|of|at|from|by|on|for|to|with) (?:the )?(?=\S)")


def holders(name: str) -> list[str]:
    """Whom a number may be of that is called so.

    >>> holders("Norland's average rent"), holders("average rent in North Hill")
    (['Norland'], ['North Hill'])
    """
    placed = [name[m.end() :] for m in _PLACED.finditer(name)]
    whose = [found[1] for n in (name, *placed) if (found := _POSSESSIVE.match(n))]
    return [*whose, *placed]


def _is_thing_of(subject: Party, other: Party, evidence: Evidence) -> bool:
    """Whether a name is only of what is counted of another: "Coal provided 18 percent of Norland's electricity"."""
    name = folded(subject.name)
    if name in evidence.figures or name in evidence.shares or not other.whole:
        return False
    return any(name in tokens(r.indicator) for r in evidence.figures.get(folded(other.name), ()))


def _registered(party: Party, evidence: Evidence) -> bool:
    """Whether a part of a name is all of the name of one firm or place of the register, and of nobody else there.

    Several words may be all of a person's name too: a reader who knows nobody of that name takes it for part of one.
    """
    name = folded(party.name)
    if party.whole or party.id or name in evidence.shorts:
        return False
    found = evidence.called.get(name, frozenset())
    if " " in name:
        return len(found) == 1 or (not found and name in evidence.edges)
    return len(found) == 1 and evidence.schemata.get(next(iter(found))) in _FIRMS


def _owner(party: Party, evidence: Evidence) -> bool:
    """Whether several words are the name of an owner; one word may be a person's family name."""
    return " " in party.name and _alone(party, evidence, evidence.holdings)


def _alone(party: Party, evidence: Evidence, rows: Mapping[str, object]) -> bool:
    name = folded(party.name)
    return not party.whole and name in rows and name not in evidence.shorts


def shorts(names: Iterable[str], persons: Iterable[str]) -> frozenset[str]:
    """What longer names are cut short to: the words that any begins with, the last word of a person's."""
    long = [words for n in names if len(words := folded(n).split()) > 1]
    people = [words for n in persons if len(words := folded(n).split()) > 1]
    begun = {" ".join(w[:n]) for w in (*long, *people) for n in range(1, len(w))}
    return frozenset(begun | {w[-1] for w in people})
