"""What is recorded between the two whom a claim names, and when each of them was there at all."""

from collections.abc import Sequence

from cuibono.case.docket.names import bearers, doubtful, identified, is_meant
from cuibono.case.docket.rows import Dated, Edge, Evidence, keys_of
from cuibono.case.docket.times import days
from cuibono.case.docket.verdicts import open_
from cuibono.case.docket.words import stems, voice
from cuibono.model.docket import Asked, Party, Tested


def between(claim: Asked, evidence: Evidence, own: frozenset[str]) -> list[Edge] | Tested:
    """Every recorded tie of the two; none that may be of somebody else of that name."""
    subject, object_ = claim.subject, claim.object
    if not keys_of(subject) or not keys_of(object_) or subject is None or object_ is None:
        return open_("its two ends are not both named fully")
    mine = _of(subject, evidence, own)
    found = [
        e for e in mine
        if (is_meant(subject, e.one, evidence) and is_meant(object_, e.other, evidence))
        or (is_meant(subject, e.other, evidence) and is_meant(object_, e.one, evidence))
    ]  # fmt: skip
    found = found or [e for e in mine if _at_post_of(subject, object_, e, evidence)]
    why = doubtful(subject, evidence) or doubtful(object_, evidence)
    return open_(why, found) if why else found


def _at_post_of(subject: Party, object_: Party, edge: Edge, evidence: Evidence) -> bool:
    """Whether somebody holds a post that has in its name where it is: "Minister of Trade of Norland"."""
    named = object_.whole and stems(object_.name) <= stems(edge.role)
    return named and edge.schema == "Occupancy" and is_meant(subject, edge.one, evidence)


def _of(party: Party, evidence: Evidence, own: frozenset[str]) -> list[Edge]:
    mine = list({(e.id, e.key, e.role): e for k in sorted(keys_of(party)) for e in evidence.edges.get(k, ())}.values())
    return [e for e in mine if voice(e.by) not in own]


def at(party: Party, evidence: Evidence, own: frozenset[str]) -> list[Edge]:
    """Every recorded tie of one of them, to whomever."""
    return [
        e for e in _of(party, evidence, own) if is_meant(party, e.one, evidence) or is_meant(party, e.other, evidence)
    ]


def gone(claim: Asked, evidence: Evidence, own: frozenset[str], *, tied: bool) -> Tested | None:
    """What comes of a claim of a time at which one of the two was not there: not yet born, dead, or dissolved.

    A person who is found by name alone may be another of that name, unless the two are tied in the records; a firm
    may have had a predecessor, so that it was founded later says little.
    """
    time = days(claim.time)
    if time is None:
        return None
    for party in (claim.subject, claim.object):
        if party is None:
            continue
        before = _dates(party, evidence, own, ("birthDate", "incorporationDate"))
        after = _dates(party, evidence, own, ("deathDate", "dissolutionDate"))
        early = [d for d in before if d.first and time[1] < d.first]
        late = [d for d in after if d.last and d.last < time[0]]
        if (early and len(early) == len(before)) or (late and len(late) == len(after)):
            return _gone(claim, party, early or late, evidence, tied=tied)
    return None


def _gone(claim: Asked, party: Party, found: Sequence[Dated], evidence: Evidence, *, tied: bool) -> Tested:
    measure = "; ".join(f"{party.name}: {d.prop} {d.value} ({d.by})" for d in found[:2])
    known = identified(party, bearers(party, evidence))
    sure = {"dissolutionDate": True, "incorporationDate": False}.get(found[0].prop, known or tied)
    by, keys = tuple(dict.fromkeys(d.by for d in found if d.by)), tuple(dict.fromkeys(d.key for d in found))
    if sure and claim.polarity == "+":
        return Tested("contradicted", f"by then {party.name} was not there", measure, by, keys)
    why = "it may be another of that name, or what came before" if not sure else "it denies what could not be"
    return Tested("not identified", f"what is recorded of {party.name} does not fit the time: {why}", measure, by, keys)


def _dates(party: Party, evidence: Evidence, own: frozenset[str], props: tuple[str, ...]) -> list[Dated]:
    mine = list({(r.key, r.prop): r for k in sorted(keys_of(party)) for r in evidence.dates.get(k, ())}.values())
    return [d for d in mine if d.prop in props and is_meant(party, d.about, evidence) and voice(d.by) not in own]
