"""What was done to a thing with a name: "the Weir Bridge was opened" is in the calendar of the city that opens it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from cuibono.case.docket.rows import Evidence, Happening
from cuibono.case.docket.times import relation
from cuibono.case.docket.words import folded, listed, tokens
from cuibono.extract.claim_words import MONTHS
from cuibono.model.docket import Asked

#: What is done to something, or what it does when somebody does it to it: a bridge "opened".
_UNDERGONE = re.compile(
    r"\b(?:was|were|been|is|are|being)\b|\b(?:opened|closed|shut|reopened|launched|began|started|ended|"
    r"took effect|came into (?:force|effect)|entered into force|came|took place)\b",
    re.IGNORECASE,
)
#: Kinds of claims that may tell of an event, and a time in which one can be looked up.
_HAPPENED = ("event date", "role", "tie", "ownership", "count", "amount", "share", "other")
_PLAIN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
#: One of many: another one may be opened on another day.
_ANY_OTHER = re.compile(
    r"^\w+ (?:\w+ )?(?:an?|another|one|two|three|four|five|several|some|more|further|many|\d+)\b", re.IGNORECASE
)
_SHORTEST = 5  # letters of a name that is looked for within what is told of others
_NAMED = re.compile(r"(?<=[a-z,;:] )[A-Z][\w&-]+(?: [A-Z][\w&-]+)*")
#: What is called by its sort alone is named around it: "the mine was opened in May".
_BARE = re.compile(r"^(?:[Tt]he|[Tt]his|[Oo]ur|[Ii]ts?)\b(?! [A-Z])")
_ARTICLES = re.compile(r"^(?:the|an?|our|its|their|his|her|this) (?:new )?", re.IGNORECASE)


def things(asked: Iterable[Asked]) -> list[str]:
    """The names of what claims say that something happened to, as they are looked for."""
    dated = [a for a in asked if a.kind in ("event date", "other") and a.time]
    names = {_name(a) for a in dated} | {n for a in dated for n in _names_in(a.words)}
    names |= {n for a in dated if _BARE.match(a.words) for n in _names_in(a.around)}
    return sorted(n for n in names if len(n) >= _SHORTEST)


@lru_cache(maxsize=4_096)
def _names_in(text: str) -> frozenset[str]:
    """The names in a text, as it writes them: "Low End" of "the dyke at Low End gave way in July"."""
    return frozenset(m[0].casefold() for m in _NAMED.finditer(text) if m[0].split()[0] not in MONTHS)


def _name(claim: Asked) -> str:
    name = claim.subject.name if claim.subject else ""
    bare = _ARTICLES.sub("", name)
    return folded(bare) if re.search(r"[A-Z]", bare) or " " in bare else ""


def claimed_days(asked: Iterable[Asked]) -> list[str]:
    """The days, months and years in which claims say that something happened."""
    return sorted({str(a.time) for a in asked if a.kind in _HAPPENED and _PLAIN.fullmatch(a.time or "")})


def on_that_day(claim: Asked, evidence: Evidence) -> list[Happening]:
    """The recorded events of the claimed day, whoever's: "the strike of the drivers began" names no actor."""
    if claim.kind not in _HAPPENED or not _PLAIN.fullmatch(claim.time or ""):
        return []
    rows = {r.key: r for of in evidence.events.values() for r in of}.values()
    return [r for r in rows if relation(r.when, claim.time) in ("same", "within")]


def done_to(claim: Asked, evidence: Evidence) -> list[Happening]:
    """The recorded events of others that happened to the one whom a claim is about."""
    name = _name(claim)
    if len(name) < _SHORTEST or not _UNDERGONE.search(claim.words):
        return []
    rows = {r.key: r for of in evidence.events.values() for r in of if name in r.what.casefold()}
    return [r for r in rows.values() if _is_object(name, r)]


def told_of(claim: Asked, evidence: Evidence) -> list[Happening]:
    """The recorded events in whose words the one whom a claim is about stands."""
    name = _name(claim)
    if len(name) < _SHORTEST:
        return []
    rows = {r.key: r for of in evidence.events.values() for r in of}.values()
    return [r for r in rows if name in r.what.casefold()]


def in_the_words(claim: Asked, evidence: Evidence) -> list[Happening]:
    """The recorded events whose actor, or whose place, stands in the words of a claim of a day."""
    if claim.kind not in _HAPPENED:
        return []
    rows = {r.key: r for of in evidence.events.values() for r in of}.values()
    return [r for r in rows if any(len(n) >= _SHORTEST and n in claim.words for n in (r.actor.name, r.place))]


def _is_object(name: str, row: Happening) -> bool:
    """Whether a name stands behind what was done, whole, and is not the one who did it."""
    found = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w'\u2019-])", row.what, re.IGNORECASE)
    if found is None or folded(row.actor.name) == name:
        return False
    before = _ARTICLES.sub("", row.what[: found.start()].replace(row.actor.name, "")).split()
    own = [w for w in before if w.casefold() not in ("the", "a", "an", "its", "new", "of")]
    capital = len(own) > 1 and own[-1][:1].isupper()
    return bool(own) and not capital and not re.match(r" [A-Z]", row.what[found.end() :])


def is_of_a_thing(what: str, actor: str, place: str, verb: str) -> bool:
    """Whether an event is of one thing, to which it happens once: with a name or an article of its own, or the actor.

    A shop may be opened every year, and so may a congress; "the Weir Bridge" and "its second plant" are opened once.
    """
    rest = " ".join(what.replace(actor, "").replace(place, "").split()) if place else what.replace(actor, "").strip()
    said = tokens(rest)
    if {w for w in rest.split() if w.islower()} & listed("recurring") or _ANY_OTHER.search(rest):
        return False
    if re.search(r"(?<!^)\b\d?[A-Z][\w'\u2019-]+", rest) or set(said) & listed("ordinals"):
        return True
    if place and place in what and not re.search(r"\b(?:an?|some|several|more|\d+)\b", rest, re.IGNORECASE):
        return verb in listed("once_to_the_thing")  # "Compressor station at Hollin shut down"
    itself = what.startswith(actor) and (len(said) == 1 or said[1] in ("is", "was", "to", "in", "as", "for"))
    itself = itself or (what.startswith(actor) and said[:1] in (("is",), ("was",)))
    return verb in listed("once_to_the_thing") and (itself or bool(re.search(r"\b(?:the|its|their)\b", rest, re.I)))
