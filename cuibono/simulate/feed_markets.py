"""One recommender, two invented markets: trained on the first, tuned on the second, and what that gains.

The second market's viewers are served three times, with the same chances: by a recommender that starts from nothing
(``cold``), by one that was trained on the first market and learns no more than each viewer's own taste (``carried``),
and by one that was trained there and goes on learning here (``tuned``). What is compared is the share that viewers
watch of what they are shown; the viewer is the unit. How alike the markets are is known, since it was planted.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from cuibono.measures.recommender import Recommender, Weights, signal
from cuibono.simulate.feeds import TOPICS

Floats = NDArray[np.float64]
#: What engages everybody is for the recommender to find out: it is not told, and learns it from what is popular.
WEIGHTS = Weights(together=2.0, prior=3.0, taste=3.0, engagement=0.0)


@dataclass(frozen=True, slots=True)
class Markets:
    """How large they are (``trained``: videos for each viewer of the first, ``shown``: of the second), and how alike.

    ``alike`` is the correlation of what engages viewers here with what engages them there.
    """

    viewers: int = 40
    trained: int = 80
    shown: int = 20
    videos: int = 300
    choice: int = 60
    alike: float = 0.8


@dataclass(frozen=True, slots=True)
class Gain:
    """The share watched in the second market, from nothing, carried over, and tuned; the gain of tuned over cold."""

    cold: float
    carried: float
    tuned: float
    gain: float
    low: float
    high: float


def gain(seed: int, markets: Markets | None = None, weights: Weights = WEIGHTS) -> Gain:
    """Train on one market, tune on another, and measure what it gains; the same seed gives the same answer."""
    told = markets or Markets()
    rng = np.random.default_rng(seed)
    topic = rng.integers(len(TOPICS), size=told.videos)
    first = rng.normal(0, 1, told.videos)
    second = told.alike * first + np.sqrt(1 - told.alike**2) * rng.normal(0, 1, told.videos)
    tastes = [rng.dirichlet(np.full(len(TOPICS), 1.2), told.viewers) * len(TOPICS) for _ in range(2)]
    here = np.arange(told.viewers, 2 * told.viewers)  # the second market's viewers, after the first one's
    watched = {}
    for name in ("cold", "carried", "tuned"):
        cells = np.repeat([0, 1], told.viewers)
        model = Recommender(np.eye(len(TOPICS))[topic], cells, weights=weights)
        if name != "cold":
            _serve(model, np.arange(told.viewers), told.trained, tastes[0][:, topic], first, told, seed + 1)
        shared = name != "carried"
        watched[name] = _serve(model, here, told.shown, tastes[1][:, topic], second, told, seed + 2, shared=shared)
    more = watched["tuned"] - watched["cold"]
    wide = float(stdtrit(told.viewers - 1, 0.975) * more.std(ddof=1) / np.sqrt(told.viewers))
    means = {name: float(value.mean()) for name, value in watched.items()}
    return Gain(**means, gain=float(more.mean()), low=float(more.mean()) - wide, high=float(more.mean()) + wide)


def _serve(
    model: Recommender,
    viewers: NDArray[np.int64],
    shown: int,
    taste: Floats,
    engages: Floats,
    told: Markets,
    seed: int,
    *,
    shared: bool = True,
) -> Floats:
    """Show each viewer one video after the other; returns the share that each watched, on average."""
    rng = np.random.default_rng(seed)
    fresh = np.ones((viewers.size, told.videos), dtype=bool)  # nobody is shown a video twice
    total, rows = np.zeros(viewers.size), np.arange(viewers.size)
    for _ in range(shown):
        here = rng.choice(told.videos, told.choice, replace=False)
        score = model.scores(viewers, here) + rng.gumbel(size=(viewers.size, told.choice)) * 0.5
        chosen = here[np.argmax(np.where(fresh[:, here], score, -np.inf), axis=1)]
        fresh[rows, chosen] = False
        liked = 0.6 * taste[rows, chosen] + 0.8 * engages[chosen]
        watched = 1 / (1 + np.exp(-(liked - 1.2 + rng.normal(0, 0.5, viewers.size))))
        model.learn(viewers, chosen, signal(watched), shared=shared)
        total += watched
    return total / shown
