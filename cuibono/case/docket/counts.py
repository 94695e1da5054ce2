"""Tests of counts against recorded lists: subsidiaries, shareholders, members, directors.

A list need not be complete, so that it shows how many there are at least: it can bear out "at least" and "more than",
and decides nothing else. An exact number is for a figure to tell (``figures``).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cuibono.case.docket.names import doubtful, is_meant
from cuibono.case.docket.rows import Edge, Evidence, Holding, keys_of
from cuibono.case.docket.ties import holds
from cuibono.case.docket.times import days, stale
from cuibono.case.docket.verdicts import nobody, open_, unknown
from cuibono.case.docket.words import folded, listed, narrowing, stems, stray, voice
from cuibono.measures.claimed import Claimed, verdict
from cuibono.model.docket import Asked, Key, Party, Tested

_LISTS = {n: stems(f"{n} {n}s" if n[-1] != "y" else f"{n} {n[:-1]}ies") for n in
          ("subsidiary", "shareholder", "member", "director")}  # fmt: skip
_AROUND = ("numbers", "count_words", "post_verbs")
Listed = tuple[str, str, Key]  # who is listed, by whom, where


def count(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """How many are recorded of somebody, at least."""
    subject = claim.subject
    if subject is None or not keys_of(subject):
        return nobody(subject, "figures")
    said = stems(claim.words) | stems(claim.unit)
    nouns = [n for n, forms in _LISTS.items() if said & forms]
    if len(nouns) != 1:
        return unknown("no list of what it counts is recorded", "figures")
    found = [f for f in _listed(nouns[0], claim, subject, evidence) if voice(f[1]) not in own]
    if not found:
        return unknown(f"no {nouns[0]} of {subject.name} is recorded", "figures")
    if why := doubtful(subject, evidence):
        return open_(why)
    around = " ".join(w for name in _AROUND for w in listed(name))
    if left := [
        *narrowing(claim.words, subject.name, around, " ".join(_LISTS[nouns[0]]), plain="grammar"),
        *stray(claim),
    ]:
        return open_(f"it speaks more narrowly than the records: {', '.join(left[:3])}")
    return _at_least(claim, nouns[0], found)


def _at_least(claim: Asked, noun: str, found: Sequence[Listed]) -> Tested:
    """The longest list that one source gives, as the least that there are."""
    lists: dict[str, dict[str, Key]] = defaultdict(dict)
    for who, by, key in found:
        lists[by].setdefault(folded(who), key)
    by, longest = max(lists.items(), key=lambda entry: (len(entry[1]), entry[0]))
    measure = f"{noun}: {len(longest):,} recorded ({by})"
    keys = tuple(dict.fromkeys(longest.values()))
    said = Claimed(claim.low, claim.high, claim.qualifier)
    if claim.polarity == "+" and verdict(said, len(longest), None) == "supported":
        return Tested("supported", "at least so many are recorded", measure, (by,), keys)
    return Tested("not identified", "what is recorded shows how many there are at least", measure, (by,), keys)


def _listed(noun: str, claim: Asked, subject: Party, evidence: Evidence) -> Iterator[Listed]:
    if noun in ("subsidiary", "shareholder"):
        owns = noun == "subsidiary"
        rows = evidence.holdings if owns else evidence.held
        for row in {r.key: r for k in sorted(keys_of(subject)) for r in rows.get(k, ())}.values():
            if is_meant(subject, row.owner if owns else row.asset, evidence) and _in_time(claim, row, evidence):
                if owns and (row.low or 0) <= 0.5:
                    continue
                yield (row.asset if owns else row.owner).name, row.by, row.key
        return
    for edge in _edges(subject, evidence):
        if edge.polarity == "+" and noun in _called(edge) and holds(claim.time, edge, evidence):
            yield edge.one.name, edge.by, edge.key


def _edges(subject: Party, evidence: Evidence) -> list[Edge]:
    mine = {(e.id, e.key): e for k in sorted(keys_of(subject)) for e in evidence.edges.get(k, ())}.values()
    return [e for e in mine if is_meant(subject, e.other, evidence)]


def _called(edge: Edge) -> frozenset[str]:
    """Of which list a tie is."""
    if edge.schema == "Membership":
        return frozenset({"member"})
    alone = edge.schema == "Directorship" and len(stems(edge.role)) == 1
    return stems(edge.role) if alone else frozenset()


def _in_time(claim: Asked, row: Holding, evidence: Evidence) -> bool:
    """Whether a holding surely holds for all of the claimed time; without one, whether it has not ended."""
    if not claim.time:
        return row.until is None
    claimed, since, until = days(claim.time), days(row.since), days(row.until)
    if claimed is None or since is None or (until is None and stale(claim.time, evidence.said.get(row.key[0]))):
        return False
    return since[1] <= claimed[0] and (until is None or claimed[1] <= until[0])
