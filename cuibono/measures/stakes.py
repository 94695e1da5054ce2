"""Who holds how much of whom, as arrays: shares in whole parts of a thousand million, so that sums are exact."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

#: A whole, in parts.
WHOLE = 1_000_000_000


@dataclass(frozen=True)
class Stakes:
    """Holdings between parties numbered from 0: at most one for each pair of holder and held.

    ``low`` and ``high`` are the ends of what is held, in parts of ``WHOLE``.
    """

    n: int
    holder: Ints
    held: Ints
    low: Ints
    high: Ints

    @cached_property
    def up(self) -> tuple[Ints, Ints]:
        """Holdings ordered by what is held: where each party's begin (n + 1 places), and the order."""
        return _grouped(self.held, self.n)

    @cached_property
    def down(self) -> tuple[Ints, Ints]:
        """Holdings ordered by who holds: where each party's begin, and the order."""
        return _grouped(self.holder, self.n)

    @cached_property
    def listed(self) -> tuple[Ints, Ints]:
        """What is listed of each party: the sums of the lower and of the upper ends."""
        return _sums(self.held, self.low, self.n), _sums(self.held, self.high, self.n)

    @cached_property
    def components(self) -> tuple[Ints, Ints]:
        """Strong components: the number of each party's, and how many parties each has."""
        from scipy.sparse import csr_matrix
        from scipy.sparse.csgraph import connected_components

        graph = csr_matrix((np.ones(len(self.holder), np.int8), (self.held, self.holder)), (self.n, self.n))
        count, of = connected_components(graph, directed=True, connection="strong")
        numbers: Ints = of.astype(np.int64)
        return numbers, np.bincount(numbers, minlength=count)

    def kept(self, which: Flags) -> "Stakes":
        """Only some of the stakes; the same object when that is all."""
        if which.all():
            return self
        return Stakes(self.n, self.holder[which], self.held[which], self.low[which], self.high[which])

    def holders(self, party: int) -> Ints:
        """The holdings in one party."""
        start, order = self.up
        return order[start[party] : start[party + 1]]

    def holds(self, party: int) -> Ints:
        """The holdings of one party."""
        start, order = self.down
        return order[start[party] : start[party + 1]]

    def above(self, party: int, most: int = 1 << 62) -> tuple[Ints, bool]:
        """A party and everybody who holds of it through others, nearest first; False when ``most`` cut it off."""
        start, order = self.up
        seen = {party}
        found = [party]
        for now in found:
            for holder in self.holder[order[start[now] : start[now + 1]]].tolist():
                if holder not in seen:
                    if len(found) >= most:
                        return np.array(found, np.int64), False
                    seen.add(holder)
                    found.append(holder)
        return np.array(found, np.int64), True

    def within(self, parties: Ints) -> "Stakes":
        """The holdings among some parties, which are numbered anew in the order given."""
        at = np.full(self.n, -1, np.int64)
        at[parties] = np.arange(len(parties))
        start, order = self.up
        counts = start[parties + 1] - start[parties]
        places = np.repeat(start[parties] - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
        kept = order[places + np.arange(int(counts.sum()))]
        kept = kept[at[self.holder[kept]] >= 0]
        return Stakes(
            len(parties), at[self.holder[kept]], at[self.held[kept]], self.low[kept], self.high[kept]
        )  # fmt: skip


def merged(n: int, holder: Ints, held: Ints, low: Ints, high: Ints) -> Stakes:
    """Stakes from rows of which several may be of one pair: their parts are added up."""
    pair, first, inverse = np.unique(holder * np.int64(n) + held, return_index=True, return_inverse=True)
    return Stakes(
        n, holder[first], held[first], _sums(inverse, low, len(pair)), _sums(inverse, high, len(pair))
    )  # fmt: skip


def _sums(groups: Ints, parts: Ints, n: int) -> Ints:
    """Sums of whole parts by group, exact (a float holds whole numbers up to 9e15)."""
    return np.bincount(groups, weights=parts, minlength=n).astype(np.int64)


def _grouped(key: Ints, n: int) -> tuple[Ints, Ints]:
    order = np.argsort(key, kind="stable")
    return np.concatenate(([0], np.cumsum(np.bincount(key, minlength=n)))).astype(np.int64), order
