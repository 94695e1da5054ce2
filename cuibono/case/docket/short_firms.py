"""Who "Norrin", "the Housing Office" and "Mr Halloway" are in a claim: the one recorded name that begins or ends so.

Nobody else who is recorded may begin or end so. That a holding, a post, a number or a tie then agrees is no accident;
that it does not may be one, and decides nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from cuibono.case.docket.around_names import fuller_around
from cuibono.case.docket.parts_of_names import by_first, by_last
from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.words import folded, listed
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party
from cuibono.model.romanisation.spelled import family_alone

_OF_TWO: tuple[ClaimKind, ...] = ("ownership", "control", "share", "role", "tie", "rank", "event date")
_OF_NUMBERS: tuple[ClaimKind, ...] = ("share", "rank", "trend", "amount", "count")
_KINDS: tuple[ClaimKind, ...] = (*_OF_TWO, "trend", "amount", "count", "forecast", "treatment")
_RUN = re.compile(r"(?<![\w'\u2019-])[A-Z][\w-]+(?:,? [A-Z&][\w-]*)*")
_BEHIND_THE = re.compile(
    r"\b[Tt]he (?P<name>[A-Z][\w-]+(?: (?:of |for |and |& )?[A-Z][\w-]+){1,3}"
    r"|[a-z]+ (?:council|fund|authority|office|court|trust|treasury|university|cooperative|board|agency)(?! of\b))"
)
_OF_WHOM = re.compile(r"^.*[a-z] (?:at|of|in) (?:the )?(?=[A-Z])")
#: What a sentence begins with, and rows for all the rest of a market.
_NO_NAMES = frozenset({"other", "others", "independent", "domestic", "foreign", "small", "large", "local", "private"})
_NOBODY = re.compile(r"(?:No|Nobody|None|Not one)\b")
_FEWEST = 4  # letters of a short name
_MOST = 4  # words of a longer name


def begun_by(asked: Iterable[Asked], names: Iterable[str]) -> set[str]:
    """The recorded names that begin or end with a single word by which a claim calls one of its ends."""
    asked = [a for a in asked if a.kind in _KINDS]
    short = {folded(w) for a in asked for w in _single(a)}
    tails = {folded(w) for a in asked for w in _tails(a)}
    found = {n for n in names if " " in n and ({n.split()[0], n.split()[-1]} & short)} if short else set()
    return found | ({n for n in names if {n.partition(" ")[2], n.rpartition(" of ")[0]} & tails} if tails else set())


def with_full_firms(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim with the full names of firms that it calls by one word of them; None where it has no such."""
    if claim.kind not in _KINDS or (claim.polarity == "-" and not _NOBODY.match(claim.words)):
        return None
    full = {w: name for w in _single(claim) if (name := _full(w, claim, evidence))}
    full |= {w: name for w in _tails(claim) if (name := _with_tail(w, evidence))}
    if not full:
        return None
    words = claim.words
    for short, name in full.items():
        found = None if name in words else re.search(rf"(?<![\w-]){re.escape(short)}(?![\w-])", words)
        words = f"{words[: found.start()]}{name}{words[found.end() :]}" if found else words
    subject, object_ = (_named(p, full) for p in (claim.subject, claim.object))
    other = next((n for n in full.values() if subject is None or folded(subject.name) != folded(n)), None)
    object_ = object_ or (Party(None, other) if other and claim.kind in _OF_TWO else None)
    kind: ClaimKind = "ownership" if claim.kind == "share" and object_ else claim.kind
    return replace(claim, kind=kind, subject=subject, object=object_, words=words)


def with_sure_firms(claim: Asked, evidence: Evidence) -> Asked | None:
    """The same where a short name can mean nobody else: nobody whom the case's claims name is called anything more.

    "Norrin" is Norrin Petroleum where neither a record nor a claim knows of a Norrin Bank; else None.
    """
    full = {w: name for w in _single(claim) if (name := _full(w, claim, evidence))}
    if not full or any(not _is_nobody_else(w, name, claim, evidence) for w, name in full.items()):
        return None
    return with_full_firms(claim, evidence) if not any(_with_tail(w, evidence) for w in _tails(claim)) else None


def _is_nobody_else(word: str, name: str, claim: Asked, evidence: Evidence) -> bool:
    short, full = folded(word), folded(name)
    longer = {folded(n) for n in fuller_around(word, claim.around)} | set(by_first(evidence.named).get(short, []))
    return full.split()[0] == short and longer <= {short, full} and _is_firm(full, evidence)


def _single(claim: Asked) -> list[str]:
    """The names of a single word in a claim, which stand beside no other, and what a reader calls its ends."""
    runs = [m[0] for m in _RUN.finditer(claim.words)] + [p.name for p in (claim.subject, claim.object) if p]
    names = dict.fromkeys(re.sub(r"^[Tt]he ", "", r) for r in runs)
    single = [n for n in names if _RUN.fullmatch(n) and " " not in n and len(n) >= _FEWEST]
    return [n for n in single if n.lower() not in _NO_NAMES and n.lower() not in listed("grammar")]


def _tails(claim: Asked) -> list[str]:
    """The names of several words behind "the" in a claim: "the Housing Office"."""
    found = [m["name"] for m in _BEHIND_THE.finditer(claim.words)]
    return [n for n in dict.fromkeys(found) if " " in n]


def _with_tail(name: str, evidence: Evidence) -> str | None:
    """The one recorded name that has just one word more, before it, or a place behind: "Veymar Housing Office"."""
    short = folded(name)
    if short in evidence.parties or short in evidence.called:
        return None
    found = [n for n in by_last(evidence.parties).get(short.split()[-1], []) if n.partition(" ")[2] == short]
    found += [n for n in by_first(evidence.parties).get(short.split()[0], []) if n.rpartition(" of ")[0] == short]
    known = len(found) == 1 and (_is_firm(found[0], evidence) or found[0] in evidence.holdings)
    return evidence.parties_as_told[found[0]] if known else None


def _named(party: Party | None, full: dict[str, str]) -> Party | None:
    if party is None:
        return None
    called = re.sub(r"^[Tt]he ", "", party.name)
    name = full.get(called) or full.get(_OF_WHOM.sub("", called))  # "water use at Norrin" is of Norrin
    return Party(None, name) if name else party


def _full(word: str, claim: Asked, evidence: Evidence) -> str | None:
    """The one recorded name of a firm that begins with a word, or ends with it behind "the".

    Of several that which alone is recorded with somebody else whom the claim names.
    """
    short = folded(word)
    if short in evidence.parties or short in evidence.called:
        return None
    begun = by_first(evidence.parties).get(short, [])
    ending = by_last(evidence.parties).get(short, [])
    if len(begun) > 1 and claim.kind in _OF_NUMBERS:  # a firm has a turnover, and a trust of its founders has none
        begun = [n for n in begun if n in evidence.bodies or n in evidence.shares]
    found = begun or (ending if re.search(rf"\b[Tt]he {re.escape(word)}\b", claim.words) else [])
    if len(begun) + len(ending) != 1:
        tied = _tied(claim, evidence) if found else set()
        at = 0 if begun else -1
        found = sorted(n for n in tied if n.split()[at : at + 1 or None] == [short])
    if len(begun) + len(ending) == 1 and not found and _is_person(ending[0], evidence) and not family_alone(word):
        found = ending  # a romanised Chinese family name alone names nobody
    if len(found) != 1 or len(found[0].split()) > _MOST:
        return None
    name = evidence.parties_as_told[found[0]]
    return name if _is_firm(found[0], evidence) or found == ending else None


def _tied(claim: Asked, evidence: Evidence) -> set[str]:
    """All with whom somebody whom a claim names in full is recorded."""
    keys = {folded(p.name) for p in (claim.subject, claim.object) if p and " " in p.name}
    edges = {folded(p.name) for k in keys for e in evidence.edges.get(k, ()) for p in (e.one, e.other)}
    held = {folded(h.asset.name) for k in keys for h in evidence.holdings.get(k, ())}
    return edges | held


def _is_person(name: str, evidence: Evidence) -> bool:
    """Whether records have a name as that of somebody who holds a post, or is kin to somebody."""
    edges = evidence.edges.get(name, ())
    return any((e.mixed and folded(e.one.name) == name) or e.schema == "Family" for e in edges)


def _is_firm(name: str, evidence: Evidence) -> bool:
    """Whether records have a name as one that is owned, that has figures, or where somebody holds a post."""
    if name in evidence.held or name in evidence.bodies or name in evidence.shares:
        return True
    return any(e.mixed and folded(e.other.name) == name for e in evidence.edges.get(name, ()))
