"""What was watched together with the latest things an account liked: decayed counts of pairs, as a cosine.

The likeness of two items is the decayed count of accounts that liked one and were then shown the other, over the root
of both items' counts, at most 1 (item-to-item: Sarwar et al. 2001). What an account liked last counts most.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
LIKED = 0.5  # from this signal on, an item joins the latest ones of an account


class Together:
    """Counts of pairs of items, and the latest items of each account; items numbered below 0 are left out."""

    def __init__(self, items: int, accounts: int, near: float = 0.9, ring: int = 20) -> None:
        self.near = near
        self.pairs = np.zeros((items, items), dtype=np.float32)
        self.counts = np.full(items, 1e-3)
        self.history = np.full((accounts, ring), -1, dtype=np.int64)

    def of(self, accounts: Ints, items: Ints) -> Floats:
        """How near each item is to what each account liked last: a row for each account.

        ``items`` is one row for all accounts, or a row for each.
        """
        past, wanted = self.history[accounts], np.broadcast_to(items, (accounts.size, items.shape[-1]))
        shares = np.where(past >= 0, self.near ** np.arange(past.shape[1]), 0.0)
        old, new = np.maximum(past, 0)[:, :, None], np.maximum(wanted, 0)[:, None, :]
        roots = np.sqrt(self.counts).astype(np.float32)
        near = self.pairs[old, new]
        near /= roots[old]
        near /= roots[new]
        found = np.einsum("uq,uqi->ui", shares, np.minimum(near, 1.0, out=near))
        return np.asarray(np.where(wanted >= 0, found, 0.0), dtype=np.float64)

    def learn(self, accounts: Ints, items: Ints, signals: Floats, *, shared: bool = True) -> None:
        """Take in what one item each did with these accounts (each at most once); ``shared``: for others, too."""
        there = items >= 0
        accounts, items, wanted = accounts[there], items[there], np.maximum(signals[there], 0.0)
        if shared:
            past = self.history[accounts]
            rows, places = np.nonzero(past >= 0)
            gain = (wanted[rows] * self.near**places).astype(np.float32)
            np.add.at(self.counts, items, wanted)
            np.add.at(self.pairs, (past[rows, places], items[rows]), gain)
            np.add.at(self.pairs, (items[rows], past[rows, places]), gain)
        liked = accounts[wanted > LIKED]
        self.history[liked] = np.roll(self.history[liked], 1, axis=1)
        self.history[liked, 0] = items[wanted > LIKED]
