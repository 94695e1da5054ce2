"""What a feed may do beside what it learned: mixers with known answers, for simulated viewers only.

Each adds a pull to the scores of the open recommender, or sets what is shown at a place; ``engagement_only`` adds
nothing. None of them is a tool to publish with: they exist so that a lens can be tried on a feed whose policy is known.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Kind = Literal["engagement_only", "steer", "tolerance", "fade", "insert"]
NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Policy:
    """A mixer and its numbers.

    ``steer`` adds ``beta`` to videos of the ``target`` topic, for accounts of ``cell`` (None: for all). ``tolerance``
    adds ``beta`` to videos against an account's stance, less so the more of them it skips (``tau``). ``fade`` lets the
    target's share fall from ``start`` to ``floor`` at ``rate`` for each ignored one. ``insert`` shows a video of
    the target at every ``every``-th place.
    """

    kind: Kind = "engagement_only"
    target: int = 0
    beta: float = 0.3
    cell: int | None = None
    tau: float = 0.3
    start: float = 0.4
    floor: float = 0.15
    rate: float = 0.05
    every: int = 10


@dataclass(slots=True)
class Seen:
    """What the mixer may look at: topics and stances of the candidates, and how each account took what it was shown."""

    topic: NDArray[np.int64]
    stance: Floats
    cells: NDArray[np.int64]
    leaning: Floats
    skipped_against: Floats
    ignored: Floats
    place: int


def pulls(policy: Policy, seen: Seen, rng: np.random.Generator) -> Floats:
    """What is added to each score, with a row for each account and a column for each candidate."""
    is_target = (seen.topic == policy.target).astype(np.float64)
    everybody = np.ones((seen.cells.size, 1))
    if policy.kind == "steer":
        chosen = everybody if policy.cell is None else (seen.cells == policy.cell).astype(np.float64)[:, None]
        return np.asarray(policy.beta * chosen * is_target, dtype=np.float64)
    if policy.kind == "tolerance":
        against = (np.sign(seen.leaning)[:, None] * seen.stance < 0).astype(np.float64)
        return np.asarray(policy.beta * np.exp(-seen.skipped_against / policy.tau)[:, None] * against, dtype=np.float64)
    if policy.kind == "fade":
        share = policy.floor + (policy.start - policy.floor) * np.exp(-policy.rate * seen.ignored)
        return _only(rng.random(seen.cells.size) < share, is_target)
    if policy.kind == "insert" and (seen.place + 1) % policy.every == 0:
        return _only(np.ones(seen.cells.size, dtype=bool), is_target)
    return np.zeros((seen.cells.size, seen.topic.size))


def _only(target: NDArray[np.bool_], is_target: Floats) -> Floats:
    """Only the target for some accounts, only the rest for the others."""
    if not 0 < is_target.sum() < is_target.size:
        return np.zeros((target.size, is_target.size))
    return np.asarray(np.where(target[:, None] == (is_target > 0), 0.0, NEVER), dtype=np.float64)
