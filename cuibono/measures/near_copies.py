"""Texts that are copies of each other, or nearly: hundreds of thousands of them, in any language.

A ladder: texts with the same letters are one; of the others, those whose sketches agree in a band of rows are compared
exactly, gram by gram (Broder 1997). Grams of letters, not of words, since not every script parts words.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cuibono.measures.code_points import Letters, letters
from cuibono.measures.copied_pairs import groups_of_few
from cuibono.measures.joined import join, numbered
from cuibono.measures.minhash import BINS, likeness, mix, sketches

Ints = NDArray[np.int64]

#: Texts with less to say than this many Latin letters, or a third as many Chinese signs, are not compared.
SHORTEST = 30
_NEXT = 4  # how many neighbours in a bucket a text is compared with, beside the first of the bucket
FEW = 100  # up to so many texts every pair is compared
_MARGIN = 0.35  # what a sketch of 64 numbers may be off by
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MISSED = 1e-3  # of the pairs at the very threshold, so many may share no band


def near_copies(
    texts: Sequence[str],
    *,
    n: int = 4,
    least: float = 0.8,
    contained: float = 1.1,
    shortest: int = SHORTEST,
    bins: int = BINS,
) -> Ints:
    """The number of the group of copies that each text belongs to; -1 for texts that are too short to tell.

    Groups are numbered in the order in which they first come; a text without a copy is a group of its own. Two texts
    are copies when the sets of their grams of ``n`` letters have at least ``least`` of all their grams in common (the
    Jaccard index), after ``letters`` made them plain; or when at least ``contained`` of the grams of the one stand in
    the other (above 1: that does not count). A chain of copies is one group, even where its ends differ more.
    Every link of a chain was compared exactly. Up to a hundred texts are compared pair by pair; among more, pairs are
    missed by chance of the sketch: about one in a thousand of those right at ``least``, fewer above it, and most of
    those of which one holds the other without being like it as a whole. Traditional characters are simplified by
    whoever calls, if at all.
    """
    if len(texts) <= FEW:
        few = np.array(groups_of_few(texts, n=n, least=least, contained=contained, shortest=shortest), dtype=np.int64)
        few[few >= 0] = numbered(few[few >= 0])
        return few
    found = letters(texts)
    told = np.flatnonzero(found.weight() >= shortest)
    groups = np.full(len(texts), -1, np.int64)
    if not told.size:
        return groups
    found = found.of(told)
    same = _same(found)
    _, first, inverse = np.unique(same, return_index=True, return_inverse=True)
    groups[told] = numbered(_near(found.of(first), n, (least, contained), bins)[inverse])
    return groups


def _same(texts: Letters) -> NDArray[np.uint64]:
    """A hash of all the letters of each text."""
    size = texts.size
    place = np.arange(texts.points.size, dtype=np.int64) - np.repeat(texts.start[:-1], size)
    each = mix(texts.points.astype(np.uint64) ^ mix(place + 1))
    summed = np.concatenate([np.zeros(1, np.uint64), np.cumsum(each, dtype=np.uint64)])
    found: NDArray[np.uint64] = mix((summed[texts.start[1:]] - summed[texts.start[:-1]]) ^ mix(size))
    return found


def rows_per_band(least: float, bins: int = BINS) -> int:
    """How many numbers of a sketch make a band: as many as still find all but a few pairs at the threshold."""
    fits = [r for r in range(1, 9) if (1 - least**r) ** (bins // r) <= _MISSED]
    return max(fits, default=1)


def _near(texts: Letters, n: int, least: tuple[float, float], bins: int) -> Ints:
    """Groups of texts of which no two are the same; ``least`` are the Jaccard index and the containment of copies."""
    count = texts.start.size - 1
    group = np.arange(count, dtype=np.int64)
    if count < 2 or min(least) > 1:
        return group
    sketch = sketches(texts, n, bins=bins)
    keys = _bands(sketch, rows_per_band(min(least[0], 1.0), bins))
    for band in range(keys.shape[1]):
        one, other = _candidates(keys[:, band], keys[:, (band + 1) % keys.shape[1]])
        apart = group[one] != group[other]
        one, other = one[apart], other[apart]
        alike = (sketch[one] == sketch[other]).mean(axis=1) >= min(least) - _MARGIN
        group = _joined(texts, n, least, group, one[alike], other[alike])
    return group


def _joined(texts: Letters, n: int, least: tuple[float, float], group: Ints, one: Ints, other: Ints) -> Ints:
    jaccard, contained = likeness(texts, n, one, other)
    near = (jaccard >= least[0]) | (contained >= least[1])
    return join(group, one[near], other[near])


def _bands(sketch: NDArray[np.uint32], rows: int) -> NDArray[np.uint64]:
    """The hash of each band of a sketch."""
    bands = sketch.shape[1] // rows
    cut = sketch[:, : bands * rows].reshape(-1, bands, rows).astype(np.uint64)
    key = np.zeros(cut.shape[:2], np.uint64)
    for k in range(rows):
        key = key * _BASE + cut[:, :, k]
    return key


def _candidates(key: NDArray[np.uint64], then: NDArray[np.uint64]) -> tuple[Ints, Ints]:
    """Pairs in one bucket: each text with the first of its bucket and with its next neighbours in it."""
    order = np.argsort(key)
    alone = np.concatenate([[True], key[order[1:]] != key[order[:-1]], [True]])
    order = order[~(alone[1:] & alone[:-1])]
    order = order[np.lexsort((then[order], key[order]))]
    first = np.searchsorted(key[order], key[order], "left")
    away = np.arange(order.size) - first
    pairs = [(order[first], order, away > _NEXT)]
    pairs += [(order[:-k], order[k:], away[k:] >= k) for k in range(1, min(_NEXT + 1, order.size))]
    one = np.concatenate([a[inside] for a, _, inside in pairs])
    other = np.concatenate([b[inside] for _, b, inside in pairs])
    return one, other
