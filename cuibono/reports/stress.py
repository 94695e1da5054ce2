"""Stress as a report shows it: a mark beside each finding and claim, and which sources carry the case."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cuibono.model.counting import plural
from cuibono.model.stress import Carrier, Stressed, carriers, mark
from cuibono.reports import wording
from cuibono.reports.contract import PublicCase

CARRIERS = 8
#: What a mark does not say: sources that copy each other may carry a finding together.
CAVEAT = "That something stands says that no single one carries it; sources that copy each other still may."


@dataclass(frozen=True, slots=True)
class Carried:
    """One that carries the case: what it is, the number of its source where it is one, and what falls without it."""

    kind: str
    name: str
    key: str
    falls: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Marks by the number of the finding or claim, a sentence on all of them, and what carries the case, most first."""

    marks: Mapping[str, str]
    told: str
    carried: tuple[Carried, ...]


def shown(public: PublicCase) -> Shown | None:
    """The stress of a case as a report shows it; None when none was done, or what was done is out of date."""
    if not public.stress:
        return None
    names = {s.id: wording.named(s) for s in public.sources}
    bearing = [c for c in carriers(public.stress) if c.falls]
    return Shown(
        {s.target: mark(s) for s in public.stress},
        " ".join(t for t in (_told("finding", public.stress), _told("claim", public.stress), CAVEAT) if t),
        tuple(_carried(c, names) for c in bearing[:CARRIERS]),
    )


def _told(kind: str, stressed: tuple[Stressed, ...]) -> str:
    counts = Counter(s.effect for s in stressed if s.kind == kind)
    if not counts:
        return ""
    of = plural(counts.total(), "tested claim" if kind == "claim" else kind)
    stand = counts[None] + counts["unsaid"]
    return f"Of {of}, {stand:,} stand whatever is left out, {counts['weakens']:,} weaken, {counts['falls']:,} fall."


def _carried(carrier: Carrier, names: Mapping[str, str]) -> Carried:
    unit = carrier.unit
    key = unit.name if unit.kind == "source" else ""
    counts = ((carrier.findings, "finding"), (carrier.claims, "claim"))
    falls = " and ".join(plural(n, word) for n, word in counts if n)
    return Carried(unit.kind, names.get(key, unit.name), key, falls)
