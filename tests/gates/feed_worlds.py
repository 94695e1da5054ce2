"""Invented feeds whose policy is known, put to the measure of ``feeds.departure`` as the lens puts real ones."""

from collections.abc import Sequence

import numpy as np

from cuibono.lenses.feeds._choices import Choices, cases
from cuibono.lenses.feeds.departure import pull
from cuibono.measures.conditional_logit import Fitted
from cuibono.measures.recommender import Weights, signal
from cuibono.simulate.feed_policies import Policy
from cuibono.simulate.feeds import START, TOPICS, Feed, World, feed

TARGET, BETA = 2, 0.3
OWN, COMPANY = Weights(), Weights(together=0.3)


def told(made: Feed) -> Choices:
    """A simulated feed as the lens reads it from tables."""
    world = made.world
    watched = np.round(30 * made.watched.ravel(), 1)
    return Choices(
        made.items.ravel(),
        np.repeat(np.arange(world.accounts), world.shown),
        np.tile(START + 60 * np.arange(world.shown), world.accounts),
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
        np.arange(made.topic.size),
    )


def fitted(seed: int, policy: Policy, world: World) -> Fitted:
    """The pull of the target in a world with a policy."""
    choices = told(feed(seed, policy, world))
    found = pull(choices, cases(choices, 1), TARGET)
    assert found is not None
    return found


def planted(seed: int, beta: float, weights: Weights = OWN) -> Fitted:
    """The pull of the target in a world in which it was planted (0: not at all)."""
    return fitted(seed, Policy("steer", target=TARGET, beta=beta), World(weights=weights))


def measure(worlds: int) -> dict[str, float]:
    """Shares of worlds: quiet ones without an alarm, steered ones found, intervals that hold the truth.

    In every second world the feed shows what others watched together as strongly as in ``COMPANY``.
    """
    return of([(s, OWN if s % 2 == 0 else COMPANY) for s in range(worlds)])


def of(worlds: Sequence[tuple[int, Weights]]) -> dict[str, float]:
    """The same for worlds by seed and weights."""
    quiet = [planted(seed, 0.0, weights) for seed, weights in worlds]
    steered = [planted(1_000_000 + seed, BETA, weights) for seed, weights in worlds]
    held = sum(f.low[0] <= b <= f.high[0] for fits, b in ((quiet, 0.0), (steered, BETA)) for f in fits)
    return {
        "quiet worlds without an alarm": float(sum(f.p[0] > 0.05 for f in quiet)) / len(worlds),
        "power": float(sum(f.p[0] <= 0.05 and f.beta[0] > 0 for f in steered)) / len(worlds),
        "coverage": float(held) / (2 * len(worlds)),
    }
