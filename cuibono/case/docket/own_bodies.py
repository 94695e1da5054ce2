"""Where a post is that is told of "the ministry", "the party's treasurer", or of no body at all: "minister since 2021".

It may be of another body than the one of the records. That it then agrees with the one record of such a post, and to
the day or the month where it names no body, is no accident; that it does not agree may be one, and decides nothing.
"""

import re
from dataclasses import replace
from functools import cache

from cuibono.case.docket.names import is_meant
from cuibono.case.docket.posts import called, leads, stems_of
from cuibono.case.docket.rows import Edge, Evidence, keys_of
from cuibono.case.docket.terms import is_at_an_end, termed
from cuibono.case.docket.tie_words import core_of
from cuibono.case.docket.words import folded, listed, stems
from cuibono.model.docket import Asked, Party

_A_SORT = re.compile(r"^[Tt]he [a-z]+$")


def at_own_body(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of a post at the one body where its holder is recorded in it; None where it names one, or several fit."""
    subject = claim.subject
    if not of_a_post(claim) or claim.object is not None or subject is None or not keys_of(subject):
        return None
    if claim.polarity == "-":
        return None
    bare, term = termed(claim)
    whose = _body().search(bare.words)
    if not whose and not (term and (term.since or term.until) and len(str(term.since or term.until)) > len("2021")):
        return None
    core = core_of(replace(bare, words=_body().sub(" ", bare.words)))
    mine = [e for k in sorted(keys_of(subject)) for e in evidence.edges.get(k, ()) if e.mixed and e.polarity == "+"]
    mine = [e for e in mine if is_meant(subject, e.one, evidence) and _is_so_called(core, e)]
    if whose and len({folded(e.other.name) for e in mine}) > 1:
        mine = [e for e in mine if whose["body"].lower() in folded(e.other.name).split()]
    places = {folded(e.other.name): e.other for e in mine}
    if len(places) != 1:
        return None
    place = next(iter(places.values()))
    words = _body().sub(f" {place.name} ", claim.words, count=1) if whose else f"{claim.words} at {place.name}"
    return replace(claim, object=place, words=" ".join(words.split()))


def of_a_post(claim: Asked) -> bool:
    """Whether a claim is of a post, or of the day on which somebody came to one or went."""
    return claim.kind == "role" or (claim.kind == "event date" and is_at_an_end(claim))


def at_full_name(claim: Asked, evidence: Evidence) -> Asked:
    """A claim of a post at "the Ministry of Trade" with the Ministry of Trade of Norland, where its holder is recorded.

    As it is where the name is recorded as it is said, or where several longer ones fit.
    """
    subject = claim.subject
    if not of_a_post(claim) or subject is None or not keys_of(subject) or claim.polarity == "-":
        return claim
    ends = {e.other.name for k in keys_of(subject) for e in evidence.edges.get(k, ()) if e.mixed}
    short = {n: n.rpartition(" of ")[0] for n in ends if n not in claim.words}
    fits = {n: s for n, s in short.items() if " " in s and re.search(rf"\b{re.escape(s)}\b(?! of [A-Z])", claim.words)}
    if len(fits) != 1 or (claim.object and folded(claim.object.name) in evidence.edges):
        return claim
    ((name, said),) = fits.items()
    return replace(claim, object=Party(None, name), words=claim.words.replace(said, name))


def at_its_name(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of "the club", by which its reading means somebody with a name or records know one, with that name."""
    found = [*_body().finditer(claim.words)]
    if claim.kind not in ("role", "tie", "ownership", "control", "share") or len(found) != 1 or claim.subject is None:
        return None
    firm = claim.object or _only_firm(claim, evidence)
    if firm is None or firm.name in claim.words or not firm.whole:
        return None
    words = _body().sub(f" {firm.name} ", claim.words, count=1)
    kind = "ownership" if claim.kind == "share" and claim.object is None else claim.kind
    subject = replace(claim.subject, whole=claim.subject.whole or kind == "ownership")
    return replace(claim, kind=kind, subject=subject, object=firm, words=" ".join(words.split()))


def at_its_sort(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim that somebody owns "the lottery" with the one firm called so in which records give him a part."""
    ends = [p for p in (claim.subject, claim.object) if p]
    sort = next((p for p in ends if not p.whole and _A_SORT.match(p.name)), None)
    owner = next((p for p in ends if p is not sort and keys_of(p)), None)
    if claim.kind not in ("ownership", "control") or sort is None or owner is None:
        return None
    noun = sort.name.split()[-1].lower()
    rows = (h for k in keys_of(owner) for h in evidence.holdings.get(k, ()))
    firms = {folded(h.asset.name): h.asset for h in rows if noun in folded(h.asset.name).split()}
    if len(firms) != 1 or claim.words.count(sort.name) != 1:
        return None
    (firm,) = firms.values()
    subject, object_ = (firm if p is sort else p for p in (claim.subject, claim.object))
    return replace(claim, subject=subject, object=object_, words=claim.words.replace(sort.name, firm.name))


def _only_firm(claim: Asked, evidence: Evidence) -> Party | None:
    """The one firm in which the subject of a claim is recorded to hold something."""
    name = folded(claim.subject.name) if claim.subject else ""
    held = {folded(h.asset.name): h.asset for h in evidence.holdings.get(name, ())} if " " in name else {}
    return next(iter(held.values())) if len(held) == 1 and claim.kind in ("share", "ownership") else None


def _is_so_called(core: frozenset[str], edge: Edge) -> bool:
    post = stems(called(edge))
    return bool(core) and (core <= post or (leads(edge) and core <= post | stems_of("leading")))


@cache
def _body() -> re.Pattern[str]:
    nouns = "|".join(sorted(listed("bodies")))
    return re.compile(rf"(?:^| )(?:the|that|this|its|his|her) (?P<body>{nouns})(?:['\u2019]s)?(?= |$)", re.IGNORECASE)
