"""Texts as one buffer of letters: what is left of each when case, marks, addresses and names of accounts are gone.

Everything is done on all texts at once: they are joined by a sign that no text keeps, made plain, and cut again.
"""

import re
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

_END = "\x00"
#: What is taken out, by a piece of text without which there is none: a plain search costs a tenth of a pattern.
_ADDRESSED = (("http", re.compile(r"https?://[!-~]+")), ("www.", re.compile(r"www\.[!-~]+")))
_ACCOUNTS = (("@", re.compile(r"@[\w.·-]+")),)
_BYTES = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
#: Scripts whose signs stand for a syllable or a word: from, to (code points).
DENSE = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF), (0x20000, 0x3FFFF))
PER_DENSE = 3  # so many Latin letters say as much as one sign of such a script


@dataclass(frozen=True, slots=True)
class Letters:
    """All letters and digits of many texts, one behind the other; text ``i`` is ``points[start[i]:start[i + 1]]``."""

    points: NDArray[np.uint32]
    start: Ints

    @property
    def size(self) -> Ints:
        """How many letters each text has."""
        found: Ints = np.diff(self.start)
        return found

    def weight(self) -> Ints:
        """How much each text has to say, in Latin letters: a Chinese sign counts as three."""
        if self.points.max(initial=0) < DENSE[0][0]:
            return self.size
        each = np.ones(self.points.size, np.int8)
        for first, last in DENSE:
            each[(self.points >= first) & (self.points <= last)] = PER_DENSE
        total = np.concatenate([[0], np.cumsum(each, dtype=np.int64)])
        return np.diff(total[self.start])

    def of(self, chosen: Any) -> "Letters":
        """The letters of some texts alone, in the order given."""
        chosen = np.asarray(chosen, np.int64)
        size = self.size[chosen]
        start = np.concatenate([[0], np.cumsum(size)]).astype(np.int64)
        at = np.arange(start[-1], dtype=np.int64) + np.repeat(self.start[chosen] - start[:-1], size)
        return Letters(self.points[at], start)


def letters(texts: Sequence[str]) -> Letters:
    """The letters of texts in lower case and compatibility form (NFKC).

    Web addresses, names of accounts (``@name``, with the RT before it), spaces, marks and signs are gone; letters of
    every script, digits and the accents that belong to a letter stay. Lone surrogates are taken as marks.
    """
    plain = plain_text(_END.join(t.replace(_END, " ") if _END in t else t for t in texts))
    points = np.frombuffer(plain.encode(_BYTES, "surrogatepass"), np.uint32)
    kept = _kept(points)
    ends = np.flatnonzero(points == 0)
    counted = np.cumsum(kept)
    start = np.concatenate([[0], counted[ends], counted[-1:]]).astype(np.int64) if texts else np.zeros(1, np.int64)
    if start.size < len(texts) + 1:  # nothing stands in any text
        start = np.zeros(len(texts) + 1, np.int64)
    return Letters(points[kept], start)


def plain_text(text: str) -> str:
    """A text in lower case and compatibility form, without web addresses and names of accounts."""
    plain = unicodedata.normalize("NFKC", text).lower()
    plain = plain.replace(" rt @", " @").replace(f"{_END}rt @", f"{_END}@")
    plain = plain[3:] if plain.startswith("rt @") else plain
    for mark, pattern in (*_ADDRESSED, *_ACCOUNTS):
        plain = pattern.sub(" ", plain) if mark in plain else plain
    return plain


def _kept(points: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which code points are letters, digits or accents."""
    table = np.zeros(int(points.max(initial=0)) + 1, bool)
    for point in np.flatnonzero(np.bincount(points, minlength=1)) if points.size else ():
        table[point] = unicodedata.category(chr(point))[0] in "LNM"
    found: NDArray[np.bool_] = table[points]
    return found
