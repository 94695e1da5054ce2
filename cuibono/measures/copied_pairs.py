"""Copies among a few texts, each compared with each: for a handful this is cheaper than any sketch."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import combinations

from cuibono.measures.code_points import DENSE, PER_DENSE, plain_text

_DENSE = re.compile("[" + "".join(f"{chr(a)}-{chr(b)}" for a, b in DENSE) + "]")


class _Letters(dict[int, int | None]):
    """For ``str.translate``: letters, digits and accents stay, everything else goes; each code point is asked once."""

    def __missing__(self, point: int) -> int | None:
        self[point] = point if unicodedata.category(chr(point))[0] in "LNM" else None
        return self[point]


_LETTERS = _Letters()


def groups_of_few(texts: Sequence[str], *, n: int, least: float, contained: float, shortest: int) -> list[int]:
    """For each text the first one that it is a copy of, directly or through others; -1 where it is too short to tell.

    The result is that of ``near_copies``, which sends small lists here.
    """
    plain = [plain_text(t).translate(_LETTERS) for t in texts]
    told = [i for i, p in enumerate(plain) if p and len(p) + (PER_DENSE - 1) * len(_DENSE.findall(p)) >= shortest]
    grams = {i: {plain[i][k : k + n] for k in range(len(plain[i]) - n + 1)} or {plain[i]} for i in told}
    group = list(range(len(texts)))
    for one, other in combinations(told, 2):
        if _root(group, one) != _root(group, other) and _alike(
            plain[one], plain[other], grams[one], grams[other], least, contained
        ):
            first, last = sorted((_root(group, one), _root(group, other)))
            group[last] = first
    heard = set(told)
    return [_root(group, i) if i in heard else -1 for i in range(len(texts))]


def _alike(one: str, other: str, ours: set[str], theirs: set[str], least: float, contained: float) -> bool:
    if one == other:
        return True
    shared = len(ours & theirs)
    return shared / (len(ours) + len(theirs) - shared) >= least or shared / min(len(ours), len(theirs)) >= contained


def _root(group: list[int], i: int) -> int:
    while group[i] != i:
        i = group[i]
    return i
