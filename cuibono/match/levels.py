"""What both sides share, on arrays of codes: the building blocks of the comparisons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from cuibono.match.columns import Bools, Columns
from cuibono.match.keys import Ints
from cuibono.match.weights import number

_FAR, _CUTOFF = 99, 8
#: Of 100: the words of the shorter name are those of the longer one, but for a letter.
_WORDS_ALIKE = 90
_NONE = np.iinfo(np.int64).max


def same(values: Ints, left: Ints, right: Ints) -> Bools:
    """Where both have a value and it is the same; a code below zero is no value."""
    return np.asarray((values[left] == values[right]) & (values[left] >= 0))


def differ(values: Ints, left: Ints, right: Ints) -> Bools:
    """Where both have a value and it is not the same."""
    return np.asarray((values[left] != values[right]) & (values[left] >= 0) & (values[right] >= 0))


def same_bones(known: Columns, left: Ints, right: Ints) -> Bools:
    """Where the consonants are the same in some reading of c and ch."""
    found = known.bones[left] == known.bones[right]
    found |= (known.bones[left] == known.other_bones[right]) | (known.other_bones[left] == known.bones[right])
    return np.asarray(found & (known.bones[left] >= 0) & (known.bones[right] >= 0))


def choose(group: str, cases: Sequence[tuple[str, Bools]]) -> Ints:
    """The first level whose case holds, ``other`` where none does."""
    return np.select([c for _, c in cases], [number(group, n) for n, _ in cases], number(group, "other")).astype(
        np.int64
    )


def common(known: Columns, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """How many words both have, and how many entities bear the rarest of those that say something (0: none)."""
    most = max(int(known.count[left].max(initial=1)), int(known.count[right].max(initial=1)))
    one, other = known.words[left, :most], known.words[right, :most]
    of_left = np.zeros(one.shape, dtype=bool)
    of_right = np.zeros(one.shape, dtype=bool)
    for place in range(most):
        alike = (other == one[:, place, None]) & (other >= 0)
        of_left[:, place] = alike.any(axis=1)
        of_right |= alike
    rarest = np.where(of_left, known.bearers_of_word[one], _NONE).min(axis=1)
    # A word that one of them has twice counts once, whichever of the two is looked at first.
    both = np.minimum(of_left.sum(axis=1), of_right.sum(axis=1))
    return both, np.where(rarest == _NONE, 0, rarest)


@dataclass(frozen=True, slots=True)
class Spelling:
    """How far two spellings are apart: by a slip; by two, or one where a word begins; by a little more."""

    close: Bools
    loose: Bools
    near: Bools


def spelling(known: Columns, left: Ints, right: Ints, wanted: Bools) -> Spelling:
    """Compare spellings in the given and in the sorted order, each pair by the shorter distance.

    Two slips are as good as one where the consonants or all letters are the same: Johna Kovrald is Johan Korvald.
    """
    length = np.minimum(known.length[left], known.length[right])
    longer = np.maximum(known.length[left], known.length[right])
    distance = np.full(len(left), _FAR, dtype=np.int64)
    at = np.flatnonzero(wanted & (length >= 6) & ((longer - length) * 5 <= length))
    distance[at] = _distance(known.core_text, left[at], right[at])
    again = at[(distance[at] > 1) & (~(known.in_order[left[at]] & known.in_order[right[at]]))]
    distance[again] = np.minimum(distance[again], _distance(known.ordered_text, left[again], right[again]))
    starts, bones = same(known.starts, left, right), same_bones(known, left, right)
    kept = bones | same(known.anagram, left, right)
    near = distance * 5 <= length
    slips = distance <= np.where(length > 12, 2, 1)
    close = (slips & starts & (kept | (distance <= 1))) | (bones & near)
    joined = same(known.joined, left, right)
    return Spelling(close | joined, slips & ~close, near)


def contained(known: Columns, left: Ints, right: Ints, wanted: Bools) -> Bools:
    """Whether the words of one name stand in the other, and not only their consonants, unless the alphabets differ."""
    found = wanted & (known.foreign[left] | known.foreign[right])
    at = np.flatnonzero(wanted & ~found)
    if len(at):
        texts = known.core_text
        found[at] = process.cpdist(texts[left[at]], texts[right[at]], scorer=fuzz.token_set_ratio) >= _WORDS_ALIKE
    return np.asarray(found)


def _distance(texts: npt.NDArray[Any], left: Ints, right: Ints) -> Ints:
    """Letters changed, added, left out or exchanged with their neighbour; more than _CUTOFF count as one more."""
    found = process.cpdist(texts[left], texts[right], scorer=OSA.distance, score_cutoff=_CUTOFF, dtype=np.uint8)
    return np.asarray(found, dtype=np.int64)
