"""Stress: what is left of a finding, or of an outcome of the docket, when one source, outlet or speaker is left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, get_args

from cuibono.model.words import FindingState

UnitKind = Literal["source", "outlet", "speaker"]
UNIT_KINDS: tuple[UnitKind, ...] = get_args(UnitKind)
#: ``unsaid``: a claim that nobody else makes; that is no weakness of its test, and is counted apart.
Effect = Literal["falls", "weakens", "unsaid"]
Target = Literal["finding", "claim"]

_NAMED = 2  # so many are named beside a finding


@dataclass(frozen=True, slots=True)
class Unit:
    """What is left out: one source with what was taken out of it, all of one outlet, all that one speaker says.

    ``sources`` are the ids of sources that are left out whole; ``speakers`` the names of one speaker, as rows write it.
    """

    kind: UnitKind
    name: str
    sources: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one finding or claim without a unit, and how: with it, and without."""

    target: str
    unit: Unit
    effect: Effect
    how: str


@dataclass(frozen=True, slots=True)
class Stressed:
    """One finding or claim under stress: without which units of which kinds it was looked at, and what changed.

    What is not in ``changes`` stands. ``units`` counts what was left out in turn, ``again`` how often it was computed
    anew: where nothing left out reaches what it was made from, it cannot change.
    """

    target: str
    kind: Target
    says: str = ""
    kinds: tuple[UnitKind, ...] = ()
    units: int = 0
    again: int = 0
    changes: tuple[Change, ...] = ()
    state: FindingState = "fresh"
    made: datetime | None = None
    generation: int = 0

    def without(self, effect: Effect) -> tuple[Unit, ...]:
        """The units without which it falls, weakens, or is not said."""
        return tuple(c.unit for c in self.changes if c.effect == effect)

    @property
    def effect(self) -> Effect | None:
        """The worst that happens to it; None when it stands."""
        return next((e for e in get_args(Effect) if self.without(e)), None)


def mark(found: Stressed, named: Callable[[Unit], str] = lambda u: u.name) -> str:
    """What stress came to in a few words, to stand beside a finding."""
    effects: tuple[Effect, ...] = ("falls", "weakens")
    for effect in effects:
        if names := list(dict.fromkeys(map(named, found.without(effect)))):
            more = f" or {len(names) - _NAMED} more" if len(names) > _NAMED else ""
            return f"{effect} without {' or '.join(names[:_NAMED])}{more}"
    kinds = " or ".join([", ".join(found.kinds[:-1]), found.kinds[-1]] if len(found.kinds) > 1 else found.kinds)
    return f"stands without any one {kinds}"


@dataclass(frozen=True, slots=True)
class Carrier:
    """A source, outlet or speaker, and how many findings and claims fall, weaken or are not said without it."""

    unit: Unit
    findings: int = 0
    claims: int = 0
    weakens: int = 0
    unsaid: int = 0

    @property
    def falls(self) -> int:
        """Findings and outcomes that fall without it."""
        return self.findings + self.claims


@dataclass(frozen=True, slots=True)
class Stress:
    """A case under stress: every finding and claim that was looked at, and what carries the case, most first.

    ``units`` counts what was left out in turn, ``again`` for how many of them anything had to be computed anew.
    ``lost`` counts kept findings that are not found any more even with everything. ``kept`` is False when the folder
    cannot be written to, or when only one finding was asked for.
    """

    stressed: tuple[Stressed, ...]
    units: int = 0
    again: int = 0
    lost: int = 0
    kept: bool = True

    @property
    def carriers(self) -> tuple[Carrier, ...]:
        """Without what most falls, the most first."""
        return carriers(self.stressed)


def joined(parts: Sequence[Stressed]) -> Stressed:
    """What was found of one finding or claim for several kinds of units, as one; as old as its oldest part."""
    first = min(parts, key=lambda p: p.generation)
    return replace(
        first,
        kinds=tuple(k for k in UNIT_KINDS if any(k in p.kinds for p in parts)),
        units=sum(p.units for p in parts),
        again=sum(p.again for p in parts),
        changes=tuple(sorted((c for p in parts for c in p.changes), key=lambda c: UNIT_KINDS.index(c.unit.kind))),
        state="stale" if any(p.state != "fresh" for p in parts) else "fresh",
    )


def carriers(stressed: Sequence[Stressed]) -> tuple[Carrier, ...]:
    """The sources, outlets and speakers without which anything changes: by what falls, then by what weakens."""
    counted: dict[Unit, dict[str, int]] = {}
    for found in stressed:
        for change in found.changes:
            tally = counted.setdefault(change.unit, {})
            key = f"{found.kind}s" if change.effect == "falls" else change.effect
            tally[key] = tally.get(key, 0) + 1
    listed = [Carrier(unit, **tally) for unit, tally in counted.items()]
    return tuple(sorted(listed, key=lambda c: (-c.falls, -c.weakens, -c.unsaid, c.unit.kind, c.unit.name)))
