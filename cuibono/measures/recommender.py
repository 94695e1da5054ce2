"""An open recommender to compare with: what it would show next, and why, as a sum whose terms are kept.

It learns after every event. The score of an item is the sum of four terms: what was watched together with the latest
items of the account (decayed counts, cosine), what is popular among accounts of the same cell (shrunk to all; it
counts less the more is known of the account), the account's taste for the item's tags, and how much the item engages
everybody. The design follows online item-to-item models (Sarwar et al. 2001; Liu et al. 2022 on learning at once).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cuibono.measures.watched_together import Together

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
TERMS = ("together", "prior", "taste", "engagement")
_ACTIONS = {"like": 1.0, "share": 1.5, "follow": 2.0, "skip": -1.0}


def signal(share: Floats, actions: Floats | float = 0.0, seconds: Floats | None = None) -> Floats:
    """How much an account wanted what it was shown: the share that it watched (twice over counts), plus what it did.

    Less than two seconds counts as a skip.

    >>> signal(np.array([0.5, 0.05]), 0.0, np.array([9.0, 1.0])).tolist()
    [0.5, -1.0]
    """
    watched = np.clip(share, 0.0, 2.0)
    if seconds is not None:
        watched = np.where(seconds < 2.0, -1.0, watched)
    return np.asarray(watched + actions, dtype=np.float64)


def action(name: str | None) -> float:
    """What an action counts for; 0 for one that is not known.

    >>> action("like"), action("yawn")
    (1.0, 0.0)
    """
    return _ACTIONS.get((name or "").strip().lower(), 0.0)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each term counts, how fast each memory fades, and how many of the latest items are looked at."""

    together: float = 0.05
    prior: float = 0.05
    taste: float = 3.0
    engagement: float = 0.8
    near: float = 0.9
    keep: float = 0.98
    ring: int = 20
    shrink: float = 20.0


class Taste:
    """What an account likes, by tag: a decayed mean of signals, 0 for what it was never shown."""

    def __init__(self, accounts: int, tags: int, keep: float = 0.98, shrink: float = 5.0) -> None:
        self.keep, self.shrink = keep, shrink
        self.sums = np.zeros((accounts, tags))
        self.seen = np.zeros(accounts)

    def of(self, accounts: Ints) -> Floats:
        """The taste of each account, by tag."""
        return np.asarray(self.sums[accounts] / (self.shrink + self.seen[accounts])[:, None], dtype=np.float64)

    def learn(self, accounts: Ints, tags: Floats, signals: Floats) -> None:
        """Take in one event of each account (each at most once)."""
        self.sums[accounts] = self.keep * self.sums[accounts] + tags * signals[:, None]
        self.seen[accounts] = self.keep * self.seen[accounts] + 1


class Recommender:
    """The open reference recommender; all methods take several accounts at once.

    ``tags`` has a row for each item, ``cells`` the cohort cell of each account (locale, age, device), ``engagement`` a
    value for each item, ``stance`` +1 or -1 for items that take a side (0: none).
    """

    def __init__(
        self,
        tags: Floats,
        cells: Ints,
        engagement: Floats | None = None,
        stance: Floats | None = None,
        weights: Weights | None = None,
    ) -> None:
        items, accounts = tags.shape[0], cells.size
        self.tags, self.cells, self.weights = tags, cells, weights or Weights()
        self.engagement = np.zeros(items) if engagement is None else engagement
        self.stance = np.zeros(items) if stance is None else stance
        self.taste = Taste(accounts, tags.shape[1], self.weights.keep)
        self.together = Together(items, accounts, self.weights.near, self.weights.ring)
        self.popular = np.zeros((int(cells.max(initial=0)) + 1, items))
        self.known = np.zeros(accounts)
        self.sides = np.ones((accounts, 2))

    def terms(self, accounts: Ints, items: Ints) -> dict[str, Floats]:
        """The terms of the score, each with a row for each account and a column for each item."""
        w, none = self.weights, np.zeros((accounts.size, items.size))
        return {
            "together": w.together * self.together.of(accounts, items) if w.together else none,
            "prior": w.prior * self._prior(accounts, items) / np.sqrt(1 + self.known[accounts])[:, None],
            "taste": w.taste * self.taste.of(accounts) @ self.tags[items].T,
            "engagement": np.broadcast_to(w.engagement * self.engagement[items], (accounts.size, items.size)),
        }

    def scores(self, accounts: Ints, items: Ints) -> Floats:
        """The sum of the terms."""
        return np.asarray(sum(self.terms(accounts, items).values()), dtype=np.float64)

    def why(self, account: int, item: int) -> dict[str, float]:
        """Why this item for this account: the terms, whose sum is its score."""
        found = self.terms(np.array([account]), np.array([item]))
        return {name: float(value[0, 0]) for name, value in found.items()}

    def leaning(self, accounts: Ints) -> Floats:
        """Which side each account seems to lean to, -1 to 1: the mean of a Beta posterior."""
        a, b = self.sides[accounts].T
        return np.asarray((a - b) / (a + b), dtype=np.float64)

    def learn(self, accounts: Ints, items: Ints, signals: Floats, *, shared: bool = True) -> None:
        """Take in what one item each did with these accounts (each account at most once).

        With ``shared=False`` only of the accounts themselves: nobody else's recommendations change.
        """
        if shared:
            self.popular *= 0.999
            np.add.at(self.popular, (self.cells[accounts], items), np.maximum(signals, 0.0))
        self.together.learn(accounts, items, signals, shared=shared)
        self.taste.learn(accounts, self.tags[items], signals)
        side = self.stance[items] * signals
        self.sides[accounts, 0] += np.maximum(side, 0.0)
        self.sides[accounts, 1] += np.maximum(-side, 0.0)
        self.known[accounts] += 1

    def _prior(self, accounts: Ints, items: Ints) -> Floats:
        every = self.popular.sum(axis=0)
        parent = every[items] / max(every.sum(), 1e-9)
        cell = self.popular[self.cells[accounts]]
        mass = cell.sum(axis=1, keepdims=True)
        own = (cell[:, items] + self.weights.shrink * parent) / (mass + self.weights.shrink)
        return np.asarray(own * items.size, dtype=np.float64)
