"""Which firm or body "Norrin" is in a claim of who owns it, runs it or pays it: the one recorded name that begins so.

Nobody else who is recorded may begin so, and no person bear the name. That a holding, a post or a tie of somebody else
who is named then agrees is no accident; that it does not may be one, and decides nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from cuibono.case.docket.parts_of_names import by_first, by_last
from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.words import folded
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party

_OF_TWO: tuple[ClaimKind, ...] = ("ownership", "control", "share", "role", "tie", "rank", "event date")
_KINDS: tuple[ClaimKind, ...] = (*_OF_TWO, "trend", "amount", "forecast")
_RUN = re.compile(r"(?<![\w'\u2019-])[A-Z][\w-]+(?:,? [A-Z&][\w-]*)*")
_NOBODY = re.compile(r"(?:No|Nobody|None|Not one)\b")
_FEWEST = 4  # letters of a short name
_MOST = 4  # words of a longer name


def begun_by(asked: Iterable[Asked], names: Iterable[str]) -> set[str]:
    """The recorded names that begin or end with a single word by which a claim calls one of its ends."""
    short = {folded(w) for a in asked if a.kind in _KINDS for w in _single(a)}
    return {n for n in names if " " in n and ({n.split()[0], n.split()[-1]} & short)} if short else set()


def with_full_firms(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim with the full names of firms that it calls by one word of them; None where it has no such."""
    if claim.kind not in _KINDS or (claim.polarity == "-" and not _NOBODY.match(claim.words)):
        return None
    full = {w: name for w in _single(claim) if (name := _full(w, claim, evidence))}
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


def _single(claim: Asked) -> list[str]:
    """The names of a single word in a claim, which stand beside no other, and what a reader calls its ends."""
    runs = [m[0] for m in _RUN.finditer(claim.words)] + [p.name for p in (claim.subject, claim.object) if p]
    names = dict.fromkeys(re.sub(r"^[Tt]he ", "", r) for r in runs)
    return [n for n in names if _RUN.fullmatch(n) and " " not in n and len(n) >= _FEWEST]


def _named(party: Party | None, full: dict[str, str]) -> Party | None:
    name = full.get(re.sub(r"^[Tt]he ", "", party.name)) if party else None
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
    found = begun or (ending if re.search(rf"\b[Tt]he {re.escape(word)}\b", claim.words) else [])
    if len(begun) + len(ending) != 1:
        tied = _tied(claim, evidence) if found else set()
        at = 0 if begun else -1
        found = sorted(n for n in tied if n.split()[at : at + 1 or None] == [short])
    if len(found) != 1 or len(found[0].split()) > _MOST:
        return None
    name = evidence.parties_as_told[found[0]]
    return name if _is_firm(found[0], evidence) else None


def _tied(claim: Asked, evidence: Evidence) -> set[str]:
    """All with whom somebody whom a claim names in full is recorded."""
    keys = {folded(p.name) for p in (claim.subject, claim.object) if p and " " in p.name}
    edges = {folded(p.name) for k in keys for e in evidence.edges.get(k, ()) for p in (e.one, e.other)}
    held = {folded(h.asset.name) for k in keys for h in evidence.holdings.get(k, ())}
    return edges | held


def _is_firm(name: str, evidence: Evidence) -> bool:
    """Whether records have a name as one that is owned, that has figures, or where somebody holds a post."""
    if name in evidence.held or name in evidence.bodies:
        return True
    return any(e.mixed and folded(e.other.name) == name for e in evidence.edges.get(name, ()))
