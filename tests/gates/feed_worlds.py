"""Invented feeds whose policy is known, put to the measure of ``feeds.departure`` as the lens puts real ones."""

import numpy as np

from cuibono.lenses.feeds._choices import Choices, cases
from cuibono.lenses.feeds.departure import pull
from cuibono.measures.conditional_logit import Fitted
from cuibono.measures.recommender import signal
from cuibono.simulate.feed_policies import Policy
from cuibono.simulate.feeds import TOPICS, Feed, feed

TARGET, BETA = 2, 0.3


def told(made: Feed) -> Choices:
    """A simulated feed as the lens reads it from tables."""
    world = made.world
    watched = np.round(30 * made.watched.ravel(), 1)
    return Choices(
        made.items.ravel(),
        np.repeat(np.arange(world.accounts), world.shown),
        tuple(f"viewer-{n}" for n in range(world.accounts)),
        signal(watched / 30, 0.0, watched),
        np.ones(watched.size, dtype=bool),
        0,
        TOPICS,
        made.topic,
        (made.engagement - made.engagement.mean()) / made.engagement.std(),
        np.ones(made.topic.size),
        np.eye(len(TOPICS))[made.topic],
        np.arange(made.topic.size) // world.videos,
        np.arange(world.windows + 1) * world.videos,
    )


def fitted(seed: int, beta: float) -> Fitted:
    """The pull of the target in a world in which it was planted (0: not at all)."""
    choices = told(feed(seed, Policy("steer", target=TARGET, beta=beta)))
    found = pull(choices, cases(choices, 1), TARGET)
    assert found is not None
    return found


def measure(worlds: int) -> dict[str, float]:
    """Shares of worlds: quiet ones without an alarm, steered ones found, intervals that hold the truth."""
    quiet = [fitted(seed, 0.0) for seed in range(worlds)]
    steered = [fitted(1_000_000 + seed, BETA) for seed in range(worlds)]
    held = sum(f.low[0] <= b <= f.high[0] for fits, b in ((quiet, 0.0), (steered, BETA)) for f in fits)
    return {
        "quiet worlds without an alarm": sum(f.p[0] > 0.05 for f in quiet) / worlds,
        "power": sum(f.p[0] <= 0.05 and f.beta[0] > 0 for f in steered) / worlds,
        "coverage": held / (2 * worlds),
    }
