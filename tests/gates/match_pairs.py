"""Hard pairs, judged by a person beforehand (``match_pairs*.yaml``): what matching makes of each, among others."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from cuibono.match.known import Entities, Known
from cuibono.match.propose import LEAST, propose
from cuibono.model import dates
from cuibono.model.proposal import Proposal
from tests.gates.match_planted import planted

LIKELY = 0.0
LOTS = ("match_pairs", "match_pairs_second", "match_pairs_third")
_DAYS = {"born": "start", "founded": "start", "died": "end", "dissolved": "end"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities, what a person would say of them, and others that bear the left name."""

    kind: str
    expected: str
    left: Known
    right: Known
    crowd: tuple[Known, ...]

    def __str__(self) -> str:
        return f"{self.expected}: {self.left.names[0]} | {self.right.names[0]}"


def pairs(lot: str) -> list[Pair]:
    """All pairs of a lot."""
    text = Path(__file__).with_name(f"{lot}.yaml").read_text("utf-8")
    return [_pair(kind, *row) for kind, rows in yaml.safe_load(text).items() for row in rows]


def proposed(pair: Pair) -> Proposal | None:
    """The proposal for a pair among its crowd and others, whatever its score; None: not offered."""
    found = propose(Entities([pair.left, pair.right, *pair.crowd, *_others()]), least=-1e9, each=1_000)
    return next((p for p in found if {p.left.id, p.right.id} == {"left", "right"}), None)


def holds(pair: Pair, found: Proposal | None) -> bool:
    """Whether matching says what the person said."""
    if pair.expected == "never":
        return found is None
    if pair.expected == "weak":
        return found is None or found.score < LIKELY
    return found is not None and found.score >= (LIKELY if pair.expected == "likely" else LEAST)


def failing(lot: str) -> Iterator[tuple[Pair, Proposal | None]]:
    """The pairs of which matching says something else."""
    for pair in pairs(lot):
        found = proposed(pair)
        if not holds(pair, found):
            yield pair, found


def _pair(kind: str, expected: str, schema: str, left: Any, right: Any, facts: dict[str, Any] | None = None) -> Pair:
    facts = facts or {}
    sides = (_known("left", schema, str(left)), _known("right", facts.get("schema", schema), str(right)))
    for name, values in facts.items():
        if name not in ("many", "schema"):
            for side, value in zip(sides, values, strict=True):
                _tell(side, name, str(value))
    crowd = tuple(_known(f"crowd{n}", schema, str(left)) for n in range(facts.get("many", 0)))
    return Pair(kind, expected, *sides, crowd)


def _known(key: str, schema: str, name: str) -> Known:
    return Known(key, {schema}, [name], statements=1)


def _tell(side: Known, name: str, value: str) -> None:
    if not value:
        return
    if name in _DAYS:
        low, high = dates.bounds(value)
        span = low.toordinal() if low else None, high.toordinal() if high else None
        setattr(side, _DAYS[name], span)
        setattr(side, f"{_DAYS[name]}_words", [value])
    elif name == "ids":
        prop, _, number = value.partition(":")
        side.identifiers = {(prop, number)}
    else:
        setattr(side, {"country": "countries", "ties": "ties", "address": "addresses"}[name], _several(name, value))


def _several(name: str, value: str) -> set[str]:
    return set(value.split()) if name == "ties" else {value}


@cache
def _others() -> tuple[Known, ...]:
    made = planted(120, seed=11, twice=0.0)
    return tuple(Known(e["id"], {e["schema"]}, [e["properties"]["name"][0]], statements=1) for e in made.entities)


if __name__ == "__main__":
    for pair, found in (one for lot in LOTS for one in failing(lot)):
        print(f"{pair.kind}: {pair}")
        for reason in sorted(found.reasons, key=lambda r: -abs(r.weight)) if found else ():
            print(f"      {reason.weight:+6.1f} {reason.level}: {reason.says}")
        print(f"      {found.score:+.1f}" if found else "      not offered")
