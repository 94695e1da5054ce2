"""How the names of two entities agree: one level for each pair, the best of all their names.

Everything is decided on arrays of codes, pair by pair of forms (``compare_persons``, ``compare_bodies``).
Where both sides have Chinese characters and none of them agree, a romanised name that agrees does not outweigh that.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from cuibono.match.blocks import Pairs
from cuibono.match.columns import Bools, Columns, columns
from cuibono.match.compare_bodies import compare_bodies
from cuibono.match.compare_persons import compare_persons
from cuibono.match.keys import Ints, Named
from cuibono.match.weights import RARITY_FLOOR, levels, number, rarity

Floats = npt.NDArray[np.float64]
#: Forms are compared in portions of so many rows, so that the arrays stay small.
PORTION = 250_000
_SAME_CHARACTERS = ("same_characters", "same_characters_short")


@dataclass(frozen=True, slots=True)
class NameLevels:
    """For each pair: which level its names reach, what that and the rarity of the name weigh, in which forms."""

    person: Bools
    level: Ints
    weight: Floats
    rare: Floats
    bearers: Ints
    left: Ints
    right: Ints


@dataclass(frozen=True, slots=True)
class Rows:
    """Pairs of forms: row k compares form ``left[k]`` with form ``right[k]`` for candidate ``pair[k]``."""

    pair: Ints
    left: Ints
    right: Ints


def compare_names(named: Named, pairs: Pairs) -> NameLevels:
    """The level of each candidate; linear in the number of candidates."""
    known = columns(named)
    rows = _rows(named, known, pairs)
    size = len(rows.pair)
    level, weight = np.zeros(size, dtype=np.int64), np.zeros(size)
    rare, bearers = np.zeros(size), np.zeros(size, dtype=np.int64)
    for start in range(0, size, PORTION):
        part = slice(start, start + PORTION)
        left, right = rows.left[part], rows.right[part]
        for person, group in ((True, "person"), (False, "body")):
            chosen = np.flatnonzero(known.person[left] == person)
            if not len(chosen):
                continue
            decide = compare_persons if person else compare_bodies
            found, word = decide(known, left[chosen], right[chosen])
            at = start + chosen
            level[at] = found
            weight[at] = np.array([v.weight for v in levels(group)])[found]
            rare[at], bearers[at] = _rarity(known, group, found, left[chosen], right[chosen], word)
    return _best(known, rows, len(pairs.left), level, weight, rare, bearers)


def _rows(named: Named, known: Columns, pairs: Pairs) -> Rows:
    """Each form of the one with each form of the other, of the same sort."""
    lefts = named.starts[pairs.left + 1] - named.starts[pairs.left]
    rights = named.starts[pairs.right + 1] - named.starts[pairs.right]
    many = lefts * rights
    pair = np.repeat(np.arange(len(many)), many)
    offset = np.arange(len(pair)) - np.repeat(np.cumsum(many) - many, many)
    left = named.starts[pairs.left][pair] + offset // np.maximum(rights[pair], 1)
    right = named.starts[pairs.right][pair] + offset % np.maximum(rights[pair], 1)
    alike = known.person[left] == known.person[right]
    return Rows(pair[alike], left[alike], right[alike])


def _rarity(known: Columns, group: str, level: Ints, left: Ints, right: Ints, word: Ints) -> tuple[Floats, Ints]:
    """What it weighs that many of the case bear what agrees, and how many they are (0: it does not count)."""
    bearers = np.zeros(len(level), dtype=np.int64)
    for place, found in enumerate(levels(group)):
        at = np.flatnonzero(level == place) if found.rare else np.empty(0, np.int64)
        if not len(at):
            continue
        if found.rare == "word":
            bearers[at] = word[at]
        elif found.rare == "acronym":
            bearers[at] = np.maximum(known.bearers_of_acronym(left[at]), known.bearers_of_acronym(right[at]))
        else:
            field = {"name": "core", "long sound": "exact"}.get(found.rare, found.rare)
            bearers[at] = np.maximum(known.bearers(field, left[at]), known.bearers(field, right[at]))
    counts, which = np.unique(bearers, return_inverse=True)
    weights = np.array([rarity(int(c)) for c in counts])[which]
    if group == "person":  # letters write many Chinese names alike, so that many bearers count double
        romanised = (
            (known.syllables[left] > 0) & (known.syllables[right] > 0) & ~(known.in_han[left] & known.in_han[right])
        )
        weights = np.where(romanised, np.maximum(2 * weights, RARITY_FLOOR), weights)
    return weights, bearers


def _best(
    known: Columns, rows: Rows, size: int, level: Ints, weight: Floats, rare: Floats, bearers: Ints
) -> NameLevels:
    """Of each pair the row that weighs most; but other characters stand against any agreement in letters."""
    other, same = number("person", "other_characters"), [number("person", n) for n in _SAME_CHARACTERS]
    person = known.person[rows.left]
    differing = np.zeros(size, dtype=bool)
    differing[rows.pair[person & (level == other)]] = True
    differing[rows.pair[person & np.isin(level, same)]] = False
    total = weight + rare + np.where(differing[rows.pair] & person & (level == other), 1e6, 0.0)
    first = _heaviest(rows.pair, total)
    at = rows.pair[first]
    told = np.zeros(size, dtype=bool)
    told[at] = True
    made: dict[str, Any] = {}
    for name, values in (
        ("person", person),
        ("level", level),
        ("weight", weight),
        ("rare", rare),
        ("bearers", bearers),
    ):
        made[name] = np.zeros(size, dtype=values.dtype)
        made[name][at] = values[first]
    made["level"][~told] = -1
    for name, values in (("left", rows.left), ("right", rows.right)):
        made[name] = np.full(size, -1, dtype=np.int64)
        made[name][at] = values[first]
    return NameLevels(**made)


def _heaviest(pair: Ints, total: Floats) -> Ints:
    """Of the rows of each pair, which stand together, the first that weighs most."""
    if not len(pair):
        return np.empty(0, np.int64)
    starts = np.flatnonzero(np.r_[True, pair[1:] != pair[:-1]])
    most = np.repeat(np.maximum.reduceat(total, starts), np.diff(np.r_[starts, len(pair)]))
    heaviest = np.flatnonzero(total == most)
    return heaviest[np.r_[True, pair[heaviest][1:] != pair[heaviest][:-1]]]
