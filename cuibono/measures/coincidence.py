"""Do events of two kinds fall together more often than their own rhythm makes likely?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Coincidence:
    """How many pairs of events lie near each other, one of each actor, and how many would by chance.

    ``near`` counts the first actor's ``of`` events that have one of the second within the window, ``pairs`` all pairs;
    ``expected`` is the mean of pairs over the moved calendars, ``low`` and ``high`` hold 95 % of them; ``p`` is
    one-sided.
    """

    near: int
    of: int
    pairs: int
    expected: float
    low: float
    high: float
    p: float


@dataclass(frozen=True, slots=True)
class Lag:
    """By how many days one actor's events follow the other's; ``p`` allows for every lag that was tried."""

    days: int
    pairs: int
    expected: float
    p: float


def moved(
    events: Days, span: int, *, most: int, gap: int, keep_weekdays: bool, draws: int, rng: np.random.Generator
) -> list[Days]:
    """The same calendar, its bursts moved each by some days: what it could have been without the other actor.

    Events at most ``gap`` days apart are one burst and move together, by a random number of days up to ``most``
    either way (whole weeks, where weekdays are to be kept). So bursts, numbers, slow trends and seasons stay; only the
    meeting with another calendar is undone. After the interval jitter of Amarasingham et al. (2012), with bursts in
    place of single events. Days that leave the span come in at its other end.
    """
    bursts = np.concatenate([[0], np.cumsum(np.diff(events) > gap)]) if events.size else np.zeros(0, dtype=np.int64)
    count = int(bursts[-1]) + 1 if events.size else 0
    step = 7 if keep_weekdays else 1
    reach = max(1, most // step)
    by = rng.integers(-reach, reach + 1, size=(draws, count)) * step
    return [np.sort((events + line[bursts]) % span) for line in by]


def coincidence(first: Days, second: Days, span: int, *, within: int, calendars: Sequence[Days]) -> Coincidence:
    """Compare the pairs of events that lie within some days of each other with those of moved calendars.

    ``first`` and ``second`` are days from 0 to ``span`` - 1, each day once; ``calendars`` are ``moved`` ones of the
    second. Pairs are compared, not events that have a neighbour: how many days lie near some event falls as soon as
    bursts are moved onto one another, pairs do not. The p-value is (1 + calendars that reach the count) / (1 +
    calendars). Costs calendars x (span + events).
    """
    around = _near(second, span, within)[first]
    seen = int(around.sum())
    by_chance = np.array([int(_near(c, span, within)[first].sum()) for c in calendars])
    low, high = np.quantile(by_chance, [0.025, 0.975])
    reached = int((by_chance >= seen).sum())
    p = (1 + reached) / (1 + by_chance.size)
    return Coincidence(int((around > 0).sum()), len(first), seen, float(by_chance.mean()), float(low), float(high), p)


def leading(first: Days, second: Days, span: int, *, most: int, width: int, calendars: Sequence[Days]) -> Lag:
    """The lag at which most events of the second follow (or precede) one of the first, and whether that stands out.

    For each lag from -``most`` to ``most``, pairs whose distance lies within ``width`` days of it are counted; the
    largest count is compared with the largest one of each moved calendar, so that trying many lags is paid for.
    """
    lags = np.arange(-most, most + 1)
    counts = _lagged(first, second, lags, width, span)
    best = int(np.argmax(counts))
    by_chance = np.array([_lagged(first, c, lags, width, span).max() for c in calendars])
    reached = int((by_chance >= counts[best]).sum())
    return Lag(int(lags[best]), int(counts[best]), float(by_chance.mean()), (1 + reached) / (1 + by_chance.size))


def _near(events: Days, span: int, within: int) -> Days:
    """For each day, how many events lie within the window."""
    edges = np.zeros(span + 1, dtype=np.int64)
    np.add.at(edges, np.maximum(events - within, 0), 1)
    np.add.at(edges, np.minimum(events + within + 1, span), -1)
    return np.cumsum(edges[:-1])


def _lagged(first: Days, second: Days, lags: Days, width: int, span: int) -> Days:
    """Pairs by the days from the first to the second, each lag together with its neighbours."""
    reach = int(lags[-1]) + width
    there = np.zeros(span + 2 * reach, dtype=np.int64)
    np.add.at(there, second + reach, 1)
    around = first[:, None] + np.arange(2 * reach + 1)[None, :]
    total = np.concatenate([[0], np.cumsum(there[around].sum(axis=0))])
    at = lags + reach
    found: Days = total[at + width + 1] - total[at - width]
    return found
