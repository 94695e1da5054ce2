"""Pairs of entities that share a key: the candidates, far fewer than all pairs.

A key that many share says little and would cost their number squared: it is cut into the same key with the year, and
with the country; what is still too frequent is left out, and the notes say how many keys that were. A shared key
weighs the more the fewer share it; of each entity the candidates that weigh most are kept.

Cost: linear in the number of keys, and at most MOST / 2 pairs per entry of a key.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from cuibono.match.keys import Ints, Keys
from cuibono.match.known import Known

#: A key that more entities share is too frequent.
MOST = 50
#: So many candidates of an entity are scored.
SCORED = 20
#: Bits for the size of a block, which is at most MOST, and for the weight of a pair.
_BITS, _FINE = 6, 16


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidates: ``left[k] < right[k]`` are numbers of entities; ``cut`` keys were too frequent to be used."""

    left: Ints
    right: Ints
    cut: int = 0


def candidates(known: Sequence[Known], made: Keys, *, scored: int = SCORED) -> Pairs:
    """The pairs that share a key, those of each entity that share the rarest first."""
    size = max(len(known), 1)
    usable, frequent = _split(made)
    finer, _ = _split(_refined(known, frequent))
    cut = len(np.unique(frequent.key)) if len(frequent.key) else 0
    packed = np.concatenate([_pairs(usable, size), _pairs(finer, size)])
    code, weight = _weighed(packed, size)
    del packed
    kept = _nearest(code, weight, size, scored)
    return Pairs(code[kept] // size, code[kept] % size, cut)


def _split(made: Keys) -> tuple[Keys, Keys]:
    """Keys that two to MOST entities share, and those that more do."""
    _, which, counts = np.unique(made.key, return_inverse=True, return_counts=True)
    shared = counts[which] if len(counts) else counts
    good, often = (shared > 1) & (shared <= MOST), shared > MOST
    return Keys(made.key[good], made.entity[good]), Keys(made.key[often], made.entity[often])


def _refined(known: Sequence[Known], frequent: Keys) -> Keys:
    """Frequent keys with the year of birth or founding, and with each country, added to them."""
    if not len(frequent.key):
        return frequent
    years = np.array([_year(k) for k in known], dtype=np.int64)
    countries: dict[str, int] = {}
    country = np.array(
        [countries.setdefault(min(k.countries), len(countries) + 1) if k.countries else 0 for k in known],
        dtype=np.int64,
    )
    year, place = years[frequent.entity], country[frequent.entity]
    by_year, by_place = year > 0, place > 0
    base = 4 * frequent.key
    wide = int(max(years.max(initial=0), country.max(initial=0))) + 2
    both = by_year & by_place
    parts = [
        (by_year, base * wide + year),
        (by_place, (base + 1) * wide + place),
        (both, ((base + 2) * wide + year) * wide + place),
    ]
    return Keys(
        np.concatenate([values[where] for where, values in parts]),
        np.concatenate([frequent.entity[where] for where, _ in parts]),
    )


def _year(entity: Known) -> int:
    """The first year in which it can have been born or founded; 0 where that is open."""
    first = entity.start[0] if entity.start else None
    return 0 if first is None else date.fromordinal(first).year


def _pairs(made: Keys, size: int) -> Ints:
    """Every pair of every block as one number, the size of the block in its last bits."""
    if not len(made.key):
        return np.empty(0, np.int64)
    order = np.lexsort((made.entity, made.key))
    key, entity = made.key[order], made.entity[order]
    starts = np.flatnonzero(np.r_[True, key[1:] != key[:-1]])
    lengths = np.diff(np.r_[starts, len(key)])
    codes = []
    for length in np.unique(lengths):
        first, second = np.triu_indices(int(length), 1)
        members = entity[starts[lengths == length][:, None] + np.arange(length)]
        code = (members[:, first] * size + members[:, second]).ravel()
        codes.append((code << _BITS) | length)
    return np.concatenate(codes)


def _weighed(packed: Ints, size: int) -> tuple[Ints, npt.NDArray[np.float32]]:
    """Each pair once, with the sum of what its shared keys weigh: the more, the fewer entities share the key."""
    packed.sort()
    code = packed >> _BITS
    weights = np.log2(max(size, 2) / np.maximum(np.arange(1 << _BITS), 1)).astype(np.float32)
    weight = weights[packed & ((1 << _BITS) - 1)]
    starts = np.flatnonzero(np.r_[True, code[1:] != code[:-1]]) if len(code) else np.empty(0, np.int64)
    return code[starts], np.add.reduceat(weight, starts) if len(starts) else np.empty(0, np.float32)


def _nearest(code: Ints, weight: npt.NDArray[np.float32], size: int, scored: int) -> npt.NDArray[np.bool_]:
    """Which pairs are among the ``scored`` heaviest of one of their two entities.

    Entity, weight and pair are put into one number each, which sorts several times faster than three columns.
    """
    kept = np.zeros(len(code), dtype=bool)
    if not len(code):
        return kept
    bits = int(len(code) - 1).bit_length()
    room = min(_FINE, 63 - bits - int(size).bit_length())
    light = ((1.0 - weight / max(float(weight.max()), 1e-9)) * ((1 << room) - 1)).astype(np.int64)
    low = (light << bits) | np.arange(len(code))
    ranked = np.concatenate([((code // size) << (room + bits)) | low, ((code % size) << (room + bits)) | low])
    del low, light
    ranked.sort()
    entity = ranked >> (room + bits)
    starts = np.flatnonzero(np.r_[True, entity[1:] != entity[:-1]])
    rank = np.arange(len(entity)) - np.repeat(starts, np.diff(np.r_[starts, len(entity)]))
    kept[ranked[rank < scored] & ((1 << bits) - 1)] = True
    return kept
