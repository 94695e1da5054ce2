"""Sketches of texts: a few numbers by which texts with many grams in common are recognised.

One-permutation MinHash (Li, Owen and Zhang 2012): each gram falls into one bin by its hash, and the lowest hash of
each bin is kept. Bins without a gram borrow from others, by the same rule in every text (Shrivastava 2017).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from cuibono.measures.code_points import Letters

Hashes = NDArray[np.uint64]
Ints = NDArray[np.int64]

BINS = 64
_AT_ONCE = 1 << 19  # letters that are worked on at a time
_BITS = 40  # of a gram's hash, where those of one pair are compared
_BASE = np.uint64(0x9E3779B97F4A7C15)
_EMPTY = np.uint64(2**64 - 1)


def mix(value: Any) -> Hashes:
    """Numbers spread over 64 bits (the finaliser of splitmix64)."""
    x = np.array(value).astype(np.uint64, copy=False)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        x ^= x >> np.uint64(shift)
        x *= np.uint64(factor)
    x ^= x >> np.uint64(31)
    return x


def grams(letters: Letters, n: int) -> tuple[Hashes, Ints]:
    """The hash of every run of ``n`` letters within a text, and the text that it stands in.

    A text that is shorter than ``n`` letters is one gram by itself, unless it is empty.
    """
    points, size = letters.points.astype(np.uint64) + np.uint64(1), letters.size
    runs = max(points.size - n + 1, 0)
    found = np.zeros(points.size, np.uint64)
    for k in range(n):
        found[:runs] = found[:runs] * _BASE + points[k : k + runs]
    text = np.repeat(np.arange(size.size), size)
    whole = np.repeat(letters.start[1:], size) - np.arange(points.size) >= n
    for short in np.flatnonzero((size < n) & (size > 0)):
        at = slice(letters.start[short], letters.start[short + 1])
        whole[at.start] = True
        found[at.start] = mix(points[at] + mix(np.arange(size[short]))).sum(dtype=np.uint64)
    return mix(found[whole]), text[whole]


def sketches(letters: Letters, n: int, *, bins: int = BINS) -> NDArray[np.uint32]:
    """The sketch of every text: a row of ``bins`` numbers; empty texts have zeros."""
    count = letters.start.size - 1
    found = np.zeros((count, bins), np.uint32)
    for first, last in _batches(letters.start):
        found[first:last] = _sketched(letters.of(np.arange(first, last)), n, bins)
    return found


def _batches(start: Ints) -> list[tuple[int, int]]:
    """Runs of texts of about the same number of letters."""
    first, runs, count = 0, [], start.size - 1
    while first < count:
        last = int(np.searchsorted(start, start[first] + _AT_ONCE, "right")) - 1
        runs.append((first, max(last, first + 1)))
        first = runs[-1][1]
    return runs


def _sketched(letters: Letters, n: int, bins: int) -> NDArray[np.uint32]:
    count = letters.start.size - 1
    hashes, text = grams(letters, n)
    lowest = np.full(count * bins, _EMPTY, np.uint64)
    np.minimum.at(lowest, text * bins + (hashes % np.uint64(bins)).astype(np.int64), hashes)
    table = lowest.reshape(count, bins)
    return (_filled(table) >> np.uint64(32)).astype(np.uint32)


def _filled(table: Hashes) -> Hashes:
    """Bins without a gram take over from a bin that has one: the same way in every text."""
    empty = table == _EMPTY
    some = ~empty.all(axis=1)
    table[~some] = 0
    rows, column = np.nonzero(empty & some[:, None])
    bins, turn = table.shape[1], 0
    full = table.copy()
    while rows.size:
        turn += 1
        lender = (mix(np.arange(bins) * 1_000_003 + turn) % np.uint64(bins)).astype(np.int64)[column]
        lent = table[rows, lender]
        there = lent != _EMPTY
        full[rows[there], column[there]] = lent[there]
        rows, column = rows[~there], column[~there]
    return full


def likeness(letters: Letters, n: int, one: Ints, other: Ints) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How alike the sets of grams of pairs of texts are, exactly: the Jaccard index, and the containment.

    The first is the shared part of all grams that either has, the second of the grams of the one that has fewer.
    """
    jaccard, contained = np.empty(one.size), np.empty(one.size)
    cost = np.concatenate([[0], np.cumsum(letters.size[one] + letters.size[other])]).astype(np.int64)
    for first, last in _batches(cost):
        jaccard[first:last], contained[first:last] = _likeness(letters, n, one[first:last], other[first:last])
    return jaccard, contained


def _likeness(letters: Letters, n: int, one: Ints, other: Ints) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    ours, theirs = _sets(letters, n, one), _sets(letters, n, other)
    both = np.concatenate([ours, theirs])
    both.sort()
    shared = _per_pair(both[1:][both[1:] == both[:-1]], one.size)
    sizes = _per_pair(ours, one.size), _per_pair(theirs, one.size)
    either, fewer = sizes[0] + sizes[1] - shared, np.minimum(*sizes)
    return shared / np.maximum(either, 1), shared / np.maximum(fewer, 1)


def _sets(letters: Letters, n: int, chosen: Ints) -> Hashes:
    """The different grams of one text of each pair: the number of the pair, then 40 bits of the hash."""
    hashes, pair = grams(letters.of(chosen), n)
    keys = (pair.astype(np.uint64) << np.uint64(_BITS)) | (hashes >> np.uint64(64 - _BITS))
    keys.sort()
    return keys[np.concatenate([[True], keys[1:] != keys[:-1]])] if keys.size else keys


def _per_pair(keys: Hashes, pairs: int) -> NDArray[np.int64]:
    return np.bincount((keys >> np.uint64(_BITS)).astype(np.int64), minlength=pairs)
