"""Tests of roles, ties and dates against what registers record of entities."""

from cuibono.case.docket_rows import Dated, Edge, Evidence, keys_of
from cuibono.case.docket_verdicts import agreed, nobody, open_, unknown
from cuibono.case.docket_words import narrowing, same, stems, voice
from cuibono.extract.claim_view import phrases
from cuibono.measures.claimed import Verdict
from cuibono.model import dates
from cuibono.model.docket import Asked, Tested

_KIN = frozenset(
    {"brother", "sister", "son", "daughter", "father", "mother", "wife", "husband", "cousin", "nephew", "niece", "law"}
    | {
        "uncle",
        "aunt",
        "spouse",
        "grandson",
        "granddaughter",
        "grandfather",
        "grandmother",
        "half",
        "step",
        "half-brother",
    }
)
_DEGREE = frozenset(
    {"vice", "deputy", "former", "honorary", "assistant", "acting", "co", "interim", "next", "designate"}
)
_POSTS = ("Directorship", "Occupancy", "Employment", "Membership")
_WORDS_OF = {
    "incorporationDate": {"founded", "established", "incorporated", "found", "establish"},
    "birthDate": {"born"},
    "deathDate": {"died", "die"},
    "dissolutionDate": {"dissolved", "liquidated"},
}


def role(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Who holds which post where; that a record lacks a post says nothing, so nothing is contradicted."""
    found = _between(claim, evidence, own)
    if isinstance(found, Tested):
        return found
    posts = {s for p in phrases("role") for s in stems(p)} | {s for w in ("member", "founder") for s in stems(w)}
    said = stems(claim.words)
    if left := narrowing(claim.words, *_names(claim), " ".join(said & posts), " ".join(said & _DEGREE)):
        return open_(f"it says more than the records can bear out: {', '.join(left[:3])}", found)
    rows = [
        e
        for e in found
        if e.schema in _POSTS and said & posts
        and said & posts <= stems(e.role) and said & _DEGREE == stems(e.role) & _DEGREE
    ]  # fmt: skip
    return _in_time(claim, rows, found)


def tie(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Kinship and membership, in the direction in which they are recorded."""
    found = _between(claim, evidence, own)
    if isinstance(found, Tested):
        return found
    said = stems(claim.words)
    kin = said & _KIN
    if left := narrowing(claim.words, *_names(claim), " ".join(kin), "member sat on"):
        return open_(f"it says more than the records can bear out: {', '.join(left[:3])}", found)
    rows = [
        e
        for e in found
        if (kin and e.schema == "Family" and kin == stems(e.role) & _KIN and same(e.one, claim.subject))
        or ("member" in said and not kin and e.schema == "Membership" and same(e.one, claim.subject))
    ]
    return _in_time(claim, rows, found)


def event_date(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """When something was founded or dissolved, when somebody was born or died."""
    if not keys_of(claim.subject) or claim.subject is None:
        return nobody(claim.subject, "statements")
    said = stems(claim.words)
    props = [p for p, words in _WORDS_OF.items() if said & words]
    if len(props) != 1 or not claim.time:
        return unknown("no date of that kind is recorded", "statements")
    mine = list({r.key: r for k in sorted(keys_of(claim.subject)) for r in evidence.dates.get(k, ())}.values())
    mine = [r for r in mine if same(r.about, claim.subject) and r.prop == props[0] and voice(r.by) not in own]
    if not mine:
        return unknown(f"no such date of {claim.subject.name} is recorded", "statements")
    if len({r.about.id for r in mine}) > 1:
        return open_(f"several are recorded under the name {claim.subject.name}", mine)
    if left := narrowing(claim.words, claim.subject.name, " ".join(_WORDS_OF[props[0]])):
        return open_(f"it says more than the records can bear out: {', '.join(left[:3])}", mine)
    return agreed(claim, [(r, _dated(claim.time, r)) for r in mine], lambda r: f"{r.prop} {r.value}")


def _dated(time: str, row: Dated) -> Verdict:
    first, last = dates.bounds(time)
    if not (first and last and row.first and row.last):
        return "not identified"
    if first <= row.first and row.last <= last:
        return "supported"
    return "contradicted" if row.last < first or last < row.first else "not identified"


def _between(claim: Asked, evidence: Evidence, own: frozenset[str]) -> list[Edge] | Tested:
    """What is recorded between the two whom a claim names."""
    subject, object_ = claim.subject, claim.object
    if not keys_of(subject) or not keys_of(object_) or subject is None or object_ is None:
        return open_("its two ends are not both named fully")
    mine = list({(e.key, e.role): e for k in sorted(keys_of(subject)) for e in evidence.edges.get(k, ())}.values())
    mine = [e for e in mine if voice(e.by) not in own]
    found = [
        e for e in mine
        if (same(e.one, subject) and same(e.other, object_)) or (same(e.one, object_) and same(e.other, subject))
    ]  # fmt: skip
    if not found:
        return unknown(f"nothing is recorded between {subject.name} and {object_.name}", "statements")
    return found


def _in_time(claim: Asked, rows: list[Edge], found: list[Edge]) -> Tested:
    if not rows:
        return open_("they are recorded together, but not in these words", found)
    if claim.polarity == "-":
        return open_("it denies what is recorded; a record may be out of date", rows)
    fitting = [e for e in rows if _holds(claim.time, e)]
    if not fitting:
        return open_("it is recorded, but not for the time that is claimed", rows)
    return agreed(claim, [(e, "supported") for e in fitting], _told)


def _holds(time: str | None, edge: Edge) -> bool:
    """Whether a record surely holds for the claimed time; without a time only one that has not ended."""
    if not time:
        return edge.end is None
    if edge.schema == "Family":
        return True
    if edge.start is None:
        return False
    first, last = dates.bounds(time)
    start, end = dates.bounds(edge.start)[1], dates.bounds(edge.end)[0] if edge.end else None
    return bool(first and last and start and start <= first and (end is None or last <= end))


def _names(claim: Asked) -> tuple[str, ...]:
    return tuple(p.name for p in (claim.subject, claim.object) if p)


def _told(edge: Edge) -> str:
    times = f", {edge.start or ''} to {edge.end or 'now'}" if edge.start or edge.end else ""
    return f"{edge.one.name}: {edge.role or edge.schema.lower()}, {edge.other.name}{times}"
