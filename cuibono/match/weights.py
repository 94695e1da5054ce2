"""What each observation weighs, and what it says: ``weights.toml``, read once.

A score is a sum of weights in bits: the prior, and one weight for each feature of which something is known. A missing
date or identifier weighs nothing. It is no probability of truth: the shares behind the weights are estimates.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log2
from types import MappingProxyType
from typing import Any

#: How far a frequent name may weaken the agreement of names, in bits.
RARITY_FLOOR = -7.0


@dataclass(frozen=True, slots=True)
class Level:
    """One thing that may be observed of a pair: which feature, how much it weighs, what it says."""

    name: str
    feature: str
    weight: float
    says: str
    rare: str = ""


@cache
def levels(group: str) -> tuple[Level, ...]:
    """The levels of a group (person, body, start ...), in the order of the file."""
    return tuple(
        Level(name, at["feature"], log2(at["m"] / at["u"]), at["says"], at.get("rare", ""))
        for name, at in _file()[group].items()
    )


@cache
def level(group: str, name: str) -> Level:
    """One level by its name."""
    return next(found for found in levels(group) if found.name == name)


@cache
def number(group: str, name: str) -> int:
    """The place of a level in its group."""
    return [found.name for found in levels(group)].index(name)


@cache
def prior() -> float:
    """The log-odds before anything is seen, in bits."""
    share = float(_file()["prior"]["share"])
    return log2(share / (1 - share))


def rarity(bearers: int) -> float:
    """What it weighs that so many entities of the case bear a name: nothing for four, a bit less for each doubling."""
    return max(RARITY_FLOOR, -log2(max(bearers, 4) / 4))


@cache
def _file() -> Mapping[str, Mapping[str, Any]]:
    text = files("cuibono.match").joinpath("weights.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))
