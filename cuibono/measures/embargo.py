"""What is left, day by day, when a supplier stops: stages in a row, each with its stock and those who step in."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_SLIGHT = 1e-9


@dataclass(frozen=True, slots=True)
class Spare:
    """Somebody who steps in at a stage: how much of a normal day's flow, from which day, and in how many days."""

    stage: int
    amount: float
    ramp: float = 0.0
    start: float = 0.0


@dataclass(frozen=True, slots=True)
class Chain:
    """Stages and which of them each is made from; flows are in normal days of the end product.

    ``after[s]`` are the stages whose output stage ``s`` needs, all of them and in fixed proportions (Leontief); each
    stage feeds one other. ``left[s]`` is what can be made at ``s`` without the supplier, as a share of a normal day;
    ``stock[s]`` the days of normal use that lie in store behind stage ``s``.
    """

    after: tuple[tuple[int, ...], ...]
    left: tuple[float, ...]
    stock: tuple[float, ...]
    spare: tuple[Spare, ...] = ()
    demand: float = 1.0


@dataclass(frozen=True, slots=True)
class Course:
    """The course of an embargo: what reaches users on each day, and the first day on which each stage runs short.

    ``lost`` is in normal days of demand, ``short`` counts from day 0 and is -1 for a stage that never runs short.
    ``back`` is the first day from which nothing is missing until the end; -1 when that day does not come.
    """

    output: Floats
    short: tuple[int, ...]
    lost: float
    back: int


def least_left(chain: Chain) -> float:
    """The share left at the narrowest stage: the minimum cut of a row of stages, without stock and substitutes."""
    return min(1.0, *chain.left) if chain.left else 1.0


def course(chain: Chain, days: int, *, lasts: int | None = None) -> Course:
    """Run an embargo day by day; each stage makes what it can, and what is not used goes into store.

    Making early is never worse here: stock keeps without loss, so that the amount that has reached users by any day is
    the largest possible one (the argument is that of min-plus algebra: each stage's running total is the smaller of its
    own capacity and what came before it). The growth is linear in days and stages. Raises ValueError for stages that
    feed two others, and for circles.
    """
    order = _order(chain.after)
    end = order[-1]
    capacity = _capacity(chain, days, lasts)
    level = np.array(chain.stock, dtype=float)
    output = np.zeros(days)
    short = np.full(len(order), -1)
    for day in range(days):
        for stage in order:
            made = float(capacity[stage, day])
            if inputs := chain.after[stage]:
                made = min(made, *(float(level[i]) for i in inputs))
                for i in inputs:
                    level[i] -= made
            level[stage] += made
            if short[stage] < 0 and level[stage] < chain.demand - _SLIGHT:
                short[stage] = day
        output[day] = min(chain.demand, float(level[end]))
        level[end] -= output[day]
    missing = np.flatnonzero(output < chain.demand - _SLIGHT)
    back = 0 if not missing.size else int(missing[-1]) + 1
    lost = float((chain.demand - output).sum()) / chain.demand if chain.demand else 0.0
    return Course(output, tuple(int(s) for s in short), lost, back if back < days else -1)


def frontier(chain: Chain, days: int, more: Sequence[float], stage: int) -> list[tuple[float, float]]:
    """How much is lost for each amount of further stock behind a stage: what security costs in days of stock."""
    found = []
    for extra in more:
        stock = tuple(s + (extra if n == stage else 0.0) for n, s in enumerate(chain.stock))
        more_stock = Chain(chain.after, chain.left, stock, chain.spare, chain.demand)
        found.append((float(extra), course(more_stock, days).lost))
    return found


def _capacity(chain: Chain, days: int, lasts: int | None) -> Floats:
    capacity = np.repeat(np.array(chain.left, dtype=float)[:, None], days, axis=1)
    time = np.arange(days, dtype=float)
    for s in chain.spare:
        since = time - s.start
        risen = (since >= 0).astype(float) if s.ramp <= 0 else np.clip((since + 1) / s.ramp, 0.0, 1.0)
        capacity[s.stage] += s.amount * risen
    if lasts is not None:
        capacity[:, lasts:] = np.maximum(capacity[:, lasts:], 1.0)
    return capacity


def _order(after: Sequence[Sequence[int]]) -> list[int]:
    """The stages from the first to the last."""
    used = [i for inputs in after for i in inputs]
    if len(used) != len(set(used)):
        raise ValueError("a stage feeds two others")
    if len(after) - len(set(used)) != 1:
        raise ValueError("there must be one last stage")
    order: list[int] = []
    left = set(range(len(after)))
    while left:
        ready = sorted(s for s in left if all(i in order for i in after[s]))
        if not ready:
            raise ValueError("the stages go round in a circle")
        order += ready
        left -= set(ready)
    end = next(s for s in range(len(after)) if s not in set(used))
    return [s for s in order if s != end] + [end]
