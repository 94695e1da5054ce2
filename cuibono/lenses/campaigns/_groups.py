"""Groups: accounts that are tied to each other, directly or through others."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cuibono.lenses.campaigns._edges import Ties
from cuibono.measures.close_pairs import Ints


@dataclass(frozen=True, slots=True)
class Group:
    """Accounts (numbers) and their ties, for each trace with a mark on those that are the group's."""

    accounts: tuple[int, ...]
    ties: tuple[tuple[Ties, NDArray[np.bool_]], ...]

    @property
    def pairs(self) -> int:
        """How many pairs of accounts are tied, in whichever trace."""
        ends = [np.stack([t.one[m], t.other[m]]) for t, m in self.ties]
        return int(np.unique(np.concatenate(ends, axis=1), axis=1).shape[1])


def groups(found: Sequence[Ties], most: int) -> tuple[list[Group], int]:
    """The largest groups that the ties make, and how many there are in all."""
    if not found:
        return [], 0
    from scipy.sparse import coo_array  # loaded where it is used: half a second
    from scipy.sparse.csgraph import connected_components

    one = np.concatenate([t.one for t in found])
    other = np.concatenate([t.other for t in found])
    members, ends = np.unique(np.concatenate([one, other]), return_inverse=True)
    a, b = ends[: one.size], ends[one.size :]
    _, label = connected_components(coo_array((np.ones(a.size), (a, b)), shape=(members.size,) * 2), directed=False)
    of_tie = np.split(label[a], np.cumsum([t.size for t in found])[:-1])
    sizes = np.bincount(label)
    largest = np.argsort(-sizes, kind="stable")[:most]
    made = [_group(members[label == n], found, [part == n for part in of_tie]) for n in largest]
    return sorted(made, key=lambda g: (-len(g.accounts), -g.pairs, g.accounts)), int(sizes.size)


def each_pair(found: Sequence[Ties], most: int) -> tuple[list[Group], int]:
    """The most striking pairs of accounts, each as a group of its own, and how many there are in all."""
    if not found:
        return [], 0
    ends = np.concatenate([np.stack([t.one, t.other]) for t in found], axis=1)
    least = np.concatenate([t.p for t in found])
    order = np.lexsort((ends[1], ends[0], least))
    pairs = list(dict.fromkeys(map(tuple, ends[:, order].T.tolist())))
    made = []
    for one, other in pairs[:most]:
        marks = [(t.one == one) & (t.other == other) for t in found]
        made.append(_group(np.array([one, other]), found, marks))
    return made, len(pairs)


def _group(members: Ints, found: Sequence[Ties], marks: Sequence[NDArray[np.bool_]]) -> Group:
    held = tuple((t, m) for t, m in zip(found, marks, strict=True) if m.any())
    return Group(tuple(int(m) for m in np.sort(members)), held)
