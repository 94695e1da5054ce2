"""How what is known of two entities besides their names agrees: dates, identifiers, countries, kinds, ties, addresses.

Each observation is a level for each pair, -1 where one of the two says nothing of it: what is missing weighs nothing.
"""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from cuibono.match.blocks import Pairs
from cuibono.match.keys import Ints
from cuibono.match.known import Known, related
from cuibono.match.weights import levels, number
from cuibono.model.schemata import functional_names

Span = tuple[int | None, int | None]
MONTH, YEAR = 31, 366
_EARLY, _LATE = 0, 10_000_000
_OFFICE = "PublicBody"


@dataclass(frozen=True, slots=True)
class Fact:
    """One group of levels for all pairs: ``level[k]`` is -1 where nothing is known, ``weight`` is 0 there."""

    group: str
    level: Ints
    weight: npt.NDArray[np.float64]


def compare_facts(known: Sequence[Known], pairs: Pairs) -> list[Fact]:
    """Every group of levels besides the names; linear in the number of pairs."""
    found = [
        ("start", _start(known, pairs)),
        ("end", _end(known, pairs)),
        ("life", _life(known, pairs)),
        ("identifier", _each(pairs, [k.identifiers for k in known], _identifiers)),
        ("country", _country(known, pairs)),
        ("schema", _schema(known, pairs)),
        ("ties", _each(pairs, [k.ties for k in known], _ties)),
        ("address", _each(pairs, [k.addresses for k in known], _addresses)),
    ]
    return [Fact(group, level, _weights(group, level)) for group, level in found]


def _weights(group: str, level: Ints) -> npt.NDArray[np.float64]:
    weights = np.array([*(v.weight for v in levels(group)), 0.0])
    return weights[level]  # -1 is the last: nothing


def _days(spans: Sequence[Span | None]) -> tuple[Ints, Ints, npt.NDArray[np.bool_]]:
    """First days, last days, and of whom anything is known; an open end lies very far away."""
    told = np.array([s is not None for s in spans], dtype=bool)
    low = np.array([_EARLY if s is None or s[0] is None else s[0] for s in spans], dtype=np.int64)
    high = np.array([_LATE if s is None or s[1] is None else s[1] for s in spans], dtype=np.int64)
    return low, high, told


def _start(known: Sequence[Known], pairs: Pairs) -> Ints:
    """Births and foundings. The first of January may stand for the year: many registers write it so."""
    low, high, told = _days([k.start for k in known])
    exact = told & (low == high)
    loose = np.array([bool(e) and _is_new_year(int(d)) for e, d in zip(exact, low, strict=True)], dtype=bool)
    high = np.where(loose, low + YEAR - 2, high)
    turned = np.array([_turned(int(d)) if e else -1 for e, d in zip(exact, low, strict=True)], dtype=np.int64)
    left, right = pairs.left, pairs.right
    sharp = exact[left] & exact[right]
    overlap = (low[left] <= high[right]) & (low[right] <= high[left])
    widest = np.maximum((high - low)[left], (high - low)[right])
    gap = np.maximum(low[left] - high[right], low[right] - high[left])
    level = np.select(
        [
            sharp & (low[left] == low[right]) & ~loose[left],
            sharp & (turned[left] == low[right]) & (low[left] != low[right]),
            overlap & (widest < MONTH),
            overlap & (widest <= YEAR),
            overlap,
            gap < YEAR,
        ],
        [number("start", n) for n in ("same_day", "turned", "same_month", "same_year", "fits", "near")],
        number("start", "apart"),
    )
    return np.where(told[left] & told[right], level, -1)


def _is_new_year(day: int) -> bool:
    at = date.fromordinal(day)
    return at.month == 1 and at.day == 1


def _turned(day: int) -> int:
    """The day with day and month exchanged, -1 where there is none."""
    at = date.fromordinal(day)
    return date(at.year, at.day, at.month).toordinal() if at.day <= 12 and at.day != at.month else -1


def _end(known: Sequence[Known], pairs: Pairs) -> Ints:
    low, high, told = _days([k.end for k in known])
    left, right = pairs.left, pairs.right
    overlap = (low[left] <= high[right]) & (low[right] <= high[left])
    widest = np.maximum((high - low)[left], (high - low)[right])
    names = [number("end", n) for n in ("same", "fits")]
    level = np.select([overlap & (widest < MONTH), overlap], names, number("end", "apart"))
    return np.where(told[left] & told[right], level, -1)


def _life(known: Sequence[Known], pairs: Pairs) -> Ints:
    """Whether one was born or founded after the other had died or been dissolved."""
    born, _, has_start = _days([k.start for k in known])
    _, died, has_end = _days([k.end for k in known])
    left, right = pairs.left, pairs.right
    over = (has_start[left] & has_end[right] & (born[left] > died[right])) | (
        has_start[right] & has_end[left] & (born[right] > died[left])
    )
    return np.where(over, number("life", "over"), -1)


def _each(pairs: Pairs, values: Sequence[Set[Any]], judge: Callable[..., int]) -> Ints:
    """A level from two sets, for the pairs in which both have something."""
    has = np.array([bool(v) for v in values], dtype=bool)
    level = np.full(len(pairs.left), -1, dtype=np.int64)
    for at in np.flatnonzero(has[pairs.left] & has[pairs.right]).tolist():
        level[at] = judge(values[pairs.left[at]], values[pairs.right[at]])
    return level


def _identifiers(one: Set[tuple[str, str]], other: Set[tuple[str, str]]) -> int:
    if one & other:
        return number("identifier", "same")
    shared = {prop for prop, _ in one} & {prop for prop, _ in other}
    if not shared:
        return -1
    return number("identifier", "contradict" if shared & functional_names() else "differ")


def _country(known: Sequence[Known], pairs: Pairs) -> Ints:
    """Countries; where both have one only, which is the rule, they are compared as numbers."""
    codes: dict[str, int] = {}
    one = np.array(
        [codes.setdefault(next(iter(k.countries)), len(codes)) if len(k.countries) == 1 else -1 for k in known],
        dtype=np.int64,
    )
    has = np.array([len(k.countries) for k in known], dtype=np.int64)
    left, right = pairs.left, pairs.right
    same, differ = number("country", "same"), number("country", "differ")
    level = np.where(one[left] == one[right], same, differ)
    for at in np.flatnonzero((has[left] > 0) & (has[right] > 0) & ((has[left] > 1) | (has[right] > 1))).tolist():
        level[at] = same if known[left[at]].countries & known[right[at]].countries else differ
    office = np.array([k.schema == _OFFICE for k in known], dtype=bool)
    level = np.where((level == differ) & office[left] & office[right], number("country", "other_office"), level)
    return np.where((has[left] > 0) & (has[right] > 0), level, -1)


def _ties(one: Set[str], other: Set[str]) -> int:
    shared = len(one & other)
    return number("ties", "several" if shared > 1 else "one") if shared else -1


def _addresses(one: Set[str], other: Set[str]) -> int:
    return number("address", "same") if one & other else -1


def _schema(known: Sequence[Known], pairs: Pairs) -> Ints:
    names: dict[str, int] = {}
    code = np.array([names.setdefault(k.schema, len(names)) for k in known], dtype=np.int64)
    levels_of = {"same": number("schema", "same"), "kin": -1, "apart": number("schema", "apart")}
    table = np.array([[levels_of[related(a, b)] for b in names] for a in names] or [[-1]], dtype=np.int64)
    return np.asarray(table[code[pairs.left], code[pairs.right]])
