"""Texts become fingerprints: folded words, and 64-bit numbers for runs of words, so that two texts can be compared.

Folding drops whatever a format, a keyboard or a careful hand may change: case, accents, width, zero-width
characters, punctuation. What is compared afterwards are hashes, so no list of secrets is held in memory.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]

SHINGLE = 8
HAN_SHINGLE = 16
#: Letters of this many in a row, spaces left out, are enough to know a name even inside another word.
GLUED = 10
ANCHOR = 8
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
#: Scripts written without spaces: each sign is a word of its own (Han, Kana, Thai, Lao, Burmese, Khmer).
_SIGNS = (
    "\u2e80-\u2fdf\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)
_TOKEN = re.compile(rf"[{_SIGNS}]|[^\W_{_SIGNS}]+")
_SIGN = re.compile(rf"[{_SIGNS}]")
_CACHED = 2_000_000
_NONE = np.empty(0, dtype=np.uint64)
_BLOCK = 200_000
#: Stands between texts that were not neighbours, so that no name is put together from two of them.
BARRIER = "qzbarrierzq"


class _Hashes(dict[str, int]):
    """Hashes of words, each computed once; the lowest bit says whether the word is a single sign."""

    def __missing__(self, word: str) -> int:
        if len(self) > _CACHED:
            self.clear()
        number = int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
        self[word] = number = number & ~1 | bool(_SIGN.match(word))
        return number


_hashes = _Hashes()


@dataclass(frozen=True, eq=False, slots=True)
class KeySet:
    """A sorted set of keys that can say fast which of millions of numbers are in it."""

    keys: Keys
    _table: NDArray[np.bool_] = field(init=False, repr=False)
    _shift: np.uint64 = field(init=False, repr=False)

    def __post_init__(self) -> None:
        bits = min(24, max(10, len(self.keys).bit_length() + 4))
        table = np.zeros(1 << bits, dtype=np.bool_)
        shift = np.uint64(64 - bits)
        table[self.keys >> shift] = True
        object.__setattr__(self, "_table", table)
        object.__setattr__(self, "_shift", shift)

    def __len__(self) -> int:
        return len(self.keys)

    @classmethod
    def of(cls, *arrays: Keys) -> "KeySet":
        """The set of all keys in some arrays."""
        return cls(np.unique(np.concatenate([_NONE, *arrays])))

    def places(self, numbers: Keys) -> NDArray[np.int64]:
        """Where the numbers that are in the set stand; most others are ruled out by their first bits."""
        maybe = np.flatnonzero(self._table[numbers >> self._shift])
        at = np.minimum(np.searchsorted(self.keys, numbers[maybe]), max(len(self.keys) - 1, 0))
        return maybe[self.keys[at] == numbers[maybe]] if len(self.keys) else maybe[:0]

    def among(self, numbers: Keys) -> "KeySet":
        """The keys that are among the numbers."""
        return KeySet.of(numbers[self.places(numbers)])

    def without(self, gone: "KeySet") -> "KeySet":
        """The keys that the other set does not have."""
        return KeySet(np.setdiff1d(self.keys, gone.keys, assume_unique=True)) if len(gone) else self


def fold(text: str, *, case: bool = False) -> str:
    """The text without case (unless ``case``), accents, width and characters that are not seen."""
    if text.isascii():
        return text if case else text.lower()
    apart = _FOREIGN.sub(lambda m: _plain(m[0], case), text)
    return apart if case else apart.lower()


def tokens(folded: str) -> list[str]:
    """Words of a folded text; in scripts without spaces, single signs."""
    return _TOKEN.findall(folded)


def hashed(words: list[str]) -> Keys:
    """The hashes of words, in order."""
    return np.fromiter(map(_hashes.__getitem__, words), dtype=np.uint64, count=len(words))


def windows(numbers: Keys, length: int) -> Keys:
    """One number for every run of so many words, by a rolling polynomial over their hashes."""
    count = len(numbers) - length + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    for k in range(length):
        total = total * _FACTOR + numbers[k : k + count]
    return total


def shingles(numbers: Keys) -> Keys:
    """Runs of eight words, and of sixteen signs, whatever stands between them."""
    signs = (numbers & np.uint64(1)).astype(bool)
    return np.concatenate([windows(numbers[~signs], SHINGLE), windows(numbers[signs], HAN_SHINGLE)])


def telling_shingles(numbers: Keys) -> Keys:
    """Shingles of which at least half the words differ: a row of zeros says nothing about a source."""
    signs = (numbers & np.uint64(1)).astype(bool)
    kept = [_telling(numbers[~signs], SHINGLE), _telling(numbers[signs], HAN_SHINGLE)]
    return np.unique(np.concatenate(kept))


def anchors(squeezed: str) -> Keys:
    """One number for every eight characters of a text without spaces, where a name may begin."""
    points = np.frombuffer(squeezed.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    factor, size = _FACTOR, 1
    numbers = (points + np.uint64(1)) * np.uint64(0xD6E8FEB86659FD93)
    while size < ANCHOR:
        if len(numbers) <= size:
            return np.empty(0, dtype=np.uint64)
        numbers = numbers[:-size] * factor + numbers[size:]
        factor, size = np.uint64(int(factor) ** 2 % 2**64), size * 2
    return numbers


def digest(text: str) -> int:
    """One 64-bit number for a whole text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def is_signs(words: list[str]) -> bool:
    """Whether any of the words is a sign of a script without spaces."""
    return any(_SIGN.match(w) for w in words)


def _telling(numbers: Keys, length: int) -> Keys:
    """Windows of words that differ enough and do not reach over a barrier; in blocks, to bound memory."""
    keys, barrier = windows(numbers, length), np.uint64(_hashes[BARRIER])
    kept = []
    for start in range(0, len(keys), _BLOCK):
        stretch = numbers[start : start + _BLOCK + length - 1]
        runs = np.sort(np.lib.stride_tricks.sliding_window_view(stretch, length), axis=1)
        different = 1 + (runs[:, 1:] != runs[:, :-1]).sum(axis=1)
        good = (different >= length // 2) & ~(runs == barrier).any(axis=1)
        kept.append(keys[start : start + _BLOCK][good])
    return np.concatenate([keys[:0], *kept])


def _plain(run: str, case: bool) -> str:
    """Compatibility forms taken apart, then marks and unseen characters dropped."""
    apart = unicodedata.normalize("NFKD", run)
    if not case:
        # Capitals first: a dotless i is an i in capitals, so YILDIZ is found where Yıldız is the secret.
        apart = unicodedata.normalize("NFKD", apart.upper().casefold())
    return _unseen().sub("", apart)


@cache
def _unseen() -> re.Pattern[str]:
    """Combining marks, format characters, fillers: all that is written but not seen as a letter."""
    extra = {0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800}
    points = [p for p in range(0x80, 0x110000) if p in extra or unicodedata.category(chr(p)) in ("Mn", "Me", "Cf")]
    ranges = []
    for _, group in groupby(enumerate(points), key=lambda pair: pair[1] - pair[0]):
        run = [p for _, p in group]
        ranges.append(f"\\U{run[0]:08x}-\\U{run[-1]:08x}")
    return re.compile(f"[{''.join(ranges)}]")
