"""Invented viewers before an invented feed: the open recommender runs, with a policy that is known, and learns.

Viewers have tastes of their own, watch what they like longer, and differ by age. Videos have a topic, sometimes a
stance, and engage everybody more or less; each is in the catalogue of one window. What is shown is drawn with odds that
follow the recommender's score and the policy's pull. Whatever is written from here says that it is simulated.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cuibono.measures.recommender import Recommender, Weights, signal
from cuibono.simulate.feed_policies import NEVER, Policy, Seen, pulls

START = 1_700_006_400  # a midnight, UTC
TOPICS = ("football", "cooking", "harbour law", "dancing", "travel", "repairs", "pets", "music")
CELLS = ("young", "old")
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class World:
    """How large a world is: accounts, videos each is shown, windows, and videos that are new in each window."""

    accounts: int = 20
    shown: int = 200
    windows: int = 5
    videos: int = 100
    market: str = "Saltmarsh"
    weights: Weights = field(default_factory=Weights)


@dataclass(frozen=True, slots=True)
class Feed:
    """What was made: the catalogue, the viewers, and what was shown (a row for each account, in order)."""

    world: World
    policy: Policy
    topic: Ints
    stance: Floats
    engagement: Floats
    cells: Ints
    taste: Floats
    items: Ints
    watched: Floats
    terms: dict[str, Floats]
    model: Recommender

    def impressions(self) -> Iterator[dict[str, Any]]:
        """Rows of the table of impressions; ``why`` is not among them, see ``why``."""
        for account in range(self.world.accounts):
            for place in range(self.world.shown):
                item = int(self.items[account, place])
                yield self._video(item) | {
                    "account": self._viewer(account),
                    "platform": "simulated feed",
                    "arm": CELLS[self.cells[account]],
                    "t": START + 60 * place + 86_400 * self._window(item),
                    "position": place + 1,
                    "source_label": "organic",
                    "duration": 30.0,
                    "watch_s": round(30.0 * float(self.watched[account, place]), 1),
                }

    def catalogue(self) -> Iterator[dict[str, Any]]:
        """Rows of the table of the catalogue: everything that could have been shown."""
        for item in range(self.topic.size):
            yield self._video(item) | {"weight": 1.0, "engagement": round(float(self.engagement[item]), 4)}

    def viewers(self) -> Iterator[dict[str, Any]]:
        """Rows of the table of accounts."""
        for account in range(self.world.accounts):
            age = CELLS[self.cells[account]]
            yield {"account": self._viewer(account), "kind": "simulated", "arm": age, "age_band": age,
                   "locale": self.world.market}  # fmt: skip

    def why(self, account: int, place: int) -> dict[str, float]:
        """Why this video was shown there: the terms whose sum was its score, the policy's pull among them."""
        return {name: float(value[account, place]) for name, value in self.terms.items()}

    def _video(self, item: int) -> dict[str, Any]:
        stance = {1.0: "for", -1.0: "against"}.get(float(self.stance[item]), "")
        return {"video": f"video-{item:05d}", "period": f"day {self._window(item) + 1}",
                "topic": TOPICS[self.topic[item]], "stance": stance}  # fmt: skip

    def _viewer(self, account: int) -> str:
        return f"viewer-{account + 1:03d}"

    def _window(self, item: int) -> int:
        return item // self.world.videos


def feed(seed: int, policy: Policy | None = None, world: World | None = None, model: Weights | None = None) -> Feed:
    """Run a feed; the same seed makes the same one."""
    policy, world = policy or Policy(), world or World()
    rng = np.random.default_rng(seed)
    total = world.windows * world.videos
    supply = rng.dirichlet(np.full(len(TOPICS), 6.0))
    topic = rng.choice(len(TOPICS), total, p=supply).astype(np.int64)
    stance = np.where(topic == 2, rng.choice([-1.0, 1.0], total), 0.0)
    engagement = rng.normal(0, 1, total) + rng.normal(0, 0.4, len(TOPICS))[topic]
    cells = (np.arange(world.accounts) % len(CELLS)).astype(np.int64)
    taste = rng.dirichlet(np.full(len(TOPICS), 1.2), world.accounts) * len(TOPICS)
    recommender = Recommender(np.eye(len(TOPICS))[topic], cells, engagement, stance, model or world.weights)
    made = Feed(
        world,
        policy,
        topic,
        stance,
        engagement,
        cells,
        taste,
        np.zeros((world.accounts, world.shown), dtype=np.int64),
        np.zeros((world.accounts, world.shown)),
        {},
        recommender,
    )
    _run(made, rng)
    return made


def _run(made: Feed, rng: np.random.Generator) -> None:
    """Show each account one video after the other, all accounts at once, and learn after each."""
    world, everybody = made.world, np.arange(made.world.accounts)
    lean = np.sign(rng.normal(0, 1, world.accounts))
    fresh = np.ones((world.accounts, made.topic.size), dtype=bool)  # nobody is shown a video twice
    skipped, ignored = np.zeros(world.accounts), np.zeros(world.accounts)
    for place in range(world.shown):
        window = min(place * world.windows // world.shown, world.windows - 1)
        here = np.arange(window * world.videos, (window + 1) * world.videos)
        terms = made.model.terms(everybody, here)
        seen = Seen(
            made.topic[here], made.stance[here], made.cells, made.model.leaning(everybody), skipped, ignored, place
        )
        terms["policy"] = pulls(made.policy, seen, rng)
        score = sum(terms.values()) + rng.gumbel(size=(world.accounts, here.size))
        score = np.where(fresh[:, here], score, NEVER * 10)
        chosen = np.asarray(np.argmax(score, axis=1))
        for name, value in terms.items():
            made.terms.setdefault(name, np.zeros(made.items.shape))[:, place] = value[everybody, chosen]
        items = here[chosen]
        fresh[everybody, items] = False
        liked = (
            made.taste[everybody, made.topic[items]] + 0.3 * made.engagement[items] + 0.8 * lean * made.stance[items]
        )
        watched = 1 / (1 + np.exp(-(liked - 1.2 + rng.normal(0, 0.8, world.accounts))))
        made.items[:, place], made.watched[:, place] = items, np.round(watched, 3)
        made.model.learn(everybody, items, signal(watched, 0.0, 30.0 * watched))
        against = lean * made.stance[items] < 0
        skipped = np.where(against, 0.8 * skipped + 0.2 * (watched < 0.3), skipped)
        ignored += (made.topic[items] == made.policy.target) & (watched < 0.5)


def write(made: Feed, folder: Path) -> list[Path]:
    """Write impressions, catalogue and accounts as CSV; add them to a case with ``simulated=True``."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = {"impressions": made.impressions(), "catalogue": made.catalogue(), "feed_accounts": made.viewers()}
    return [_written(folder / f"simulated_{name}.csv", rows) for name, rows in tables.items()]


def _written(path: Path, rows: Iterable[Mapping[str, Any]]) -> Path:
    every = list(rows)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(every[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(every)
    return path
