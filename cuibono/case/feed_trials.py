"""A feed is tried: invented viewers before the open recommender, with a policy that is known, audited as real ones are.

What the audit estimates stands beside what was planted. Everything in it is simulated; nothing of it enters the case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from cuibono.engine import DuckEngine
from cuibono.errors import CuibonoError
from cuibono.lenses.feeds._choices import Choices, cases, choices
from cuibono.lenses.feeds.departure import pull
from cuibono.measures.false_discovery import q_values
from cuibono.model.finding import Evidence
from cuibono.model.table import COMMON, TableSpec
from cuibono.model.tables import Catalogue, Impressions
from cuibono.simulate.feed_policies import Policy
from cuibono.simulate.feeds import CELLS, TOPICS, Feed, World, feed

#: The terms of a score in the order in which they are told, and what each is.
TERMS = {
    "engagement": "how much the video engages everybody",
    "taste": "what this viewer watched of its topic",
    "together": "what was watched together with the latest videos of this viewer",
    "prior": "what is popular among viewers of the same age",
    "policy": "what the policy adds",
}


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the audit says of one topic, beside what is true: the pull as log odds, with its interval.

    ``planted`` is None where the policy adds no pull that can be said as one number.
    """

    topic: str
    supply: float
    shown: float
    pull: float | None
    low: float | None
    high: float | None
    q: float | None
    planted: float | None

    @property
    def found(self) -> bool:
        """Whether the audit calls it a departure, at 5 % of false alarms."""
        return self.q is not None and self.q <= 0.05


@dataclass(frozen=True)
class Trial:
    """A feed that was run: what each viewer was shown, and why."""

    made: Feed

    def why(self, viewer: int, place: int) -> dict[str, float]:
        """The terms whose sum was the score of what a viewer was shown at a place."""
        told = self.made.why(viewer, place)
        return {name: told[name] for name in TERMS if name in told}

    def usual(self, viewer: int) -> dict[str, float]:
        """The mean of each term over all that a viewer was shown."""
        return {name: float(np.mean(self.made.terms[name][viewer])) for name in TERMS if name in self.made.terms}

    def shown(self, viewer: int, first: int, last: int) -> list[dict[str, Any]]:
        """What a viewer was shown at some places: topic, stance, how much of it was watched, the score."""
        return [self._shown(viewer, place) for place in range(first, min(last, self.made.world.shown))]

    def _shown(self, viewer: int, place: int) -> dict[str, Any]:
        item, why = int(self.made.items[viewer, place]), self.why(viewer, place)
        return {
            "place": place,
            "video": f"video {item + 1}",
            "topic": TOPICS[int(self.made.topic[item])],
            "stance": {1.0: "for", -1.0: "against"}.get(float(self.made.stance[item]), ""),
            "watched": float(self.made.watched[viewer, place]),
            "score": sum(why.values()),
            "most": max(why, key=lambda name: why[name]),
        }


@lru_cache(maxsize=12)
def trial(policy: Policy, seed: int = 1, accounts: int = 16, shown: int = 120) -> Trial:
    """Run a feed; the same settings give the same trial."""
    return Trial(feed(seed, policy, World(accounts=accounts, shown=shown)))


@lru_cache(maxsize=12)
def audit(policy: Policy, seed: int = 1, accounts: int = 16, shown: int = 120) -> tuple[Estimate, ...]:
    """What the audit says of each topic of a trial, as ``feeds.departure`` computes it, beside what was planted."""
    made = trial(policy, seed, accounts, shown).made
    told = _read(made)
    drawn = cases(told, 1)
    fits = {n: fit for n, topic in enumerate(told.labels) if topic and (fit := pull(told, drawn, n)) is not None}
    corrected = q_values(np.array([fit.p[0] for fit in fits.values()])).tolist() if fits else []
    q = dict(zip(fits, corrected, strict=True))
    supply = np.bincount(made.topic, minlength=len(TOPICS)) / made.topic.size
    shares = np.bincount(made.topic[made.items.ravel()], minlength=len(TOPICS)) / made.items.size
    places = {topic: n for n, topic in enumerate(told.labels)}
    found = []
    for n, topic in enumerate(TOPICS):
        label = places.get(topic, -1)
        fit = fits.get(label)
        found.append(
            Estimate(
                topic=topic,
                supply=float(supply[n]),
                shown=float(shares[n]),
                pull=None if fit is None else float(fit.beta[0]),
                low=None if fit is None else float(fit.low[0]),
                high=None if fit is None else float(fit.high[0]),
                q=q.get(label),
                planted=_planted(policy, n),
            )
        )
    return tuple(found)


def words(policy: Policy) -> str:
    """What a policy does, in a sentence."""
    topic = TOPICS[policy.target]
    if policy.kind == "steer":
        whom = "everybody" if policy.cell is None else f"the {CELLS[policy.cell]} only"
        return f"It adds {policy.beta:g} to the score of every video on {topic}, for {whom}."
    if policy.kind == "tolerance":
        return (
            f"It adds up to {policy.beta:g} to videos against a viewer's own stance, less the more of them the viewer "
            f"skips (at a rate of {policy.tau:g})."
        )
    if policy.kind == "fade":
        return (
            f"It sets the share of {topic} to {100 * policy.start:.0f} %, and lets it fall to "
            f"{100 * policy.floor:.0f} % with each video of it that is ignored."
        )
    if policy.kind == "insert":
        return f"It shows a video on {topic} at every {policy.every}th place, whatever the score."
    return "It adds nothing: the feed follows engagement, taste and what is watched together."


def _planted(policy: Policy, topic: int) -> float | None:
    """The pull that was planted on a topic, as log odds; of one of two halves of the viewers it is half, on average."""
    if policy.kind == "engagement_only" or (policy.kind == "steer" and topic != policy.target):
        return 0.0
    if policy.kind == "steer":
        return policy.beta if policy.cell is None else policy.beta / len(CELLS)
    return None


def _read(made: Feed) -> Choices:
    """A simulated feed as the audit reads a real one: from its tables, in memory only."""
    with DuckEngine() as engine:
        desk = _Desk(engine)
        _load(engine, Impressions.spec(), list(made.impressions()))
        _load(engine, Catalogue.spec(), list(made.catalogue()))
        return choices(Impressions.bound(desk), Catalogue.bound(desk), "topic", "")


class _Desk:
    """Where the SQL of the audit runs; it keeps nothing, and nothing in it is evidence of anything."""

    def __init__(self, engine: DuckEngine) -> None:
        self.rows, self.arrays, self.step = engine.rows, engine.arrays, engine.step

    def select(self, table: str, condition: str, params: Mapping[str, Any]) -> Evidence:
        """Refused: what is simulated is no evidence."""
        raise CuibonoError(f"Rows of a simulated {table} are no evidence.")

    def tell(self, what: str, done: int = 0, of: int = 0) -> None:
        """Nobody waits for it."""


def _load(engine: DuckEngine, table: TableSpec, rows: list[dict[str, Any]]) -> None:
    types = {c.name: c.type for c in table.columns} | COMMON
    given = {name: np.array([row[name] for row in rows]) for name in rows[0] if name in types}
    engine.offer("simulated_rows", {n: c.astype(object) if c.dtype.kind == "U" else c for n, c in given.items()})
    columns = {name: f'"{name}"' if name in given else "NULL" for name in types}
    cells = (f'{columns[name]}::{kind} AS "{name}"' for name, kind in types.items())
    engine.step(table.name, f"SELECT {', '.join(cells)} FROM simulated_rows")
    engine.withdraw("simulated_rows")
