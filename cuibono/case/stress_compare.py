"""What becomes of a finding, or of an outcome of the docket, without something: it falls, weakens, or stands."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cuibono.model.docket import Key, Outcome
from cuibono.model.finding import Finding, Measure
from cuibono.model.stress import Effect

#: So much of its value may a measure without an interval move; a p-value may not pass this.
MOVED, CHANCE = 0.1, 0.05
DECIDED = ("supported", "contradicted")
Found = tuple[Effect, str]
Claim = tuple[Key, str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding, and on how many independent sources it rests: those of one outlet count as one."""

    finding: Finding
    rests: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of the docket: its claims, what the test came to, by whose records, and how many say so."""

    id: str
    claims: frozenset[Claim]
    outcome: Outcome | None
    why: str
    by: tuple[str, ...]
    voices: int
    says: str = ""


def finding(before: Seen, after: Seen | None) -> Found | None:
    """What becomes of a finding; None when it stands."""
    if after is None:
        return "falls", "it is not found"
    turned = _turned(before.finding, after.finding)
    if turned:
        return "falls", turned
    moved = _moved(before.finding.measure, after.finding.measure)
    if moved:
        return "weakens", moved
    if len(before.rests) > 1 and len(after.rests) == 1:
        return "weakens", f"it rests on one source alone, not on {len(before.rests)}"
    return None


def claim(before: Judged, after: Sequence[Judged], left_out: Collection[Claim]) -> Found | None:
    """What becomes of a row of the docket; None when it stands."""
    left = before.claims - set(left_out)
    if not left:
        return "unsaid", "nobody else says so"
    now = next((r for r in after if r.id == before.id and r.claims & left), None)
    now = now or next((r for r in after if r.claims & left), None)
    if now is None:
        return "unsaid", "nobody else says so"
    if now.outcome != before.outcome:
        why = now.why.partition("; ")[0]  # what follows says where such data is published
        return "falls", f"{before.outcome or 'open'} with it, {now.outcome or 'open'} without: {why}"
    if before.outcome not in DECIDED:
        return None
    if len(before.by) > 1 and len(now.by) == 1:
        return "weakens", f"{before.outcome} by {now.by[0]} alone, not by {len(before.by)}"
    if before.voices > 1 and now.voices == 1:
        return "weakens", f"one voice says so, not {before.voices}"
    return None


def pairs(before: Sequence[Seen], after: Sequence[Seen]) -> Iterator[tuple[Seen, Seen | None]]:
    """Each finding with what it is afterwards: by id, and among several of one id those that say the same first."""
    there: dict[str, list[Seen]] = defaultdict(list)
    for seen in after:
        there[_base(seen)].append(seen)
    mine: dict[str, list[Seen]] = defaultdict(list)
    for seen in before:
        mine[_base(seen)].append(seen)
    for base, many in mine.items():
        left, open_ = there[base], []
        for seen in many:
            same = next((s for s in left if _same(s, seen)), None)
            if same is None:
                open_.append(seen)
            else:
                left.remove(same)
                yield seen, same
        yield from ((seen, left.pop(0) if left else None) for seen in open_)


def _base(seen: Seen) -> str:
    return seen.finding.id.partition("-")[0]


def _same(one: Seen, other: Seen) -> bool:
    return (one.finding.says, one.finding.measure) == (other.finding.says, other.finding.measure)


def _turned(before: Finding, after: Finding) -> str:
    """How it bears on claims now, where it no longer bears on them as before; empty when it does."""
    then, now = _bearings(before), _bearings(after)
    for key, outcome in then.items():
        if now.get(key, outcome) != outcome:
            return f"{outcome} with it, {now[key]} without"
    return ""


def _bearings(found: Finding) -> Mapping[tuple[object, ...], str]:
    return {(b.kind, b.about, b.words, b.time): b.outcome for b in found.bears}


def _moved(before: Measure | None, after: Measure | None) -> str:
    """How a measure moved beyond its interval, or its threshold; empty when it did not."""
    if before is None or after is None:
        return ""
    told = f"{before.name} {before.value:.4g} with it, {after.value:.4g} without"
    if before.low is not None and before.high is not None and before.low < before.high:
        if not before.low <= after.value <= before.high:
            return f"{told}, outside of {before.low:.4g} to {before.high:.4g}"
    elif abs(after.value - before.value) > MOVED * abs(before.value) + 1e-12:
        return f"{told}: more than {MOVED:.0%} of it"
    if before.p is not None and after.p is not None and before.p <= CHANCE < after.p:
        return f"p {before.p:.3g} with it, {after.p:.3g} without"
    if _wider(before, after):
        return f"{told}, and it is known half as well: {after.low:.4g} to {after.high:.4g}"
    return ""


def _wider(before: Measure, after: Measure) -> bool:
    """Whether the interval is more than twice as wide; one that was a point is compared with the threshold."""
    if None in (before.low, before.high, after.low, after.high):
        return False
    then = before.high - before.low  # type: ignore[operator]
    now = after.high - after.low  # type: ignore[operator]
    return bool(now > 2 * then and now > MOVED * abs(before.value) + 1e-12)
