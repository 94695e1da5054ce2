"""Did the level of a series change, and when? With the false alarms that rhythm and memory of a series would give."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SHORTEST = 24
_LOWEST, _HIGHEST = -0.5, 0.95
_GRID = np.array([-0.3, -0.15, 0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9])
_TRIALS = 300
_BLOCKS = 52  # so many stretches are tested: enough to see a step, few enough to see memory through the noise of counts


@dataclass(frozen=True, slots=True)
class Change:
    """The place where a series most clearly changed its level.

    ``at`` is the first position of the new level; ``before`` and ``after`` are the rates, ``ratio`` the second over the
    first with its 95 % interval ``low`` to ``high``; ``p`` allows for every place that was tried, ``memory`` is the
    correlation of neighbours (bias taken off), ``strength`` the largest standardised step.
    """

    at: int
    before: float
    after: float
    ratio: float
    low: float
    high: float
    p: float
    memory: float
    strength: float


@dataclass(frozen=True, slots=True)
class Design:
    """What does not depend on the counts: how seasons are taken off, and the steps that are tried."""

    basis: Floats
    steps: Floats
    places: NDArray[np.int64]
    spread: Floats
    recall: Floats


def design(exposure: Floats, period: float, *, trim: float, rng: np.random.Generator) -> Design:
    """Prepare a scan of series with that exposure: seasonal terms where two periods are seen, steps off the ends.

    ``period`` is the length of a season in positions (0 for none). ``recall`` is what the estimate of memory comes to
    for known memories, by simulation: it is too low in short series, and is corrected by that.
    """
    n = exposure.size
    basis, _ = np.linalg.qr(_terms(n, period))
    edge = max(2, int(trim * n))
    places = np.arange(edge, n - edge + 1)
    raised = (np.arange(n)[:, None] >= places[None, :]).astype(float)
    steps = raised - basis @ (basis.T @ raised)
    steps /= np.maximum(np.linalg.norm(steps, axis=0), 1e-12)
    bare = Design(basis, steps, places, np.sqrt(exposure.mean() / exposure), _GRID)
    recall = [float(scan(bare, _noise(bare, np.full(_TRIALS, m), rng))[2].mean()) for m in _GRID]
    return replace(bare, recall=np.maximum.accumulate(recall))


def scan(made: Design, series: Floats) -> tuple[NDArray[np.int64], Floats, Floats]:
    """For each row of series: the place of the largest step, how far it stands out, and the estimate of memory.

    What stands out is measured in the spread that a mean has when neighbours go together; a memory below nought, which
    chance alone gives, makes nothing stand out more.
    """
    rest = series - (series @ made.basis) @ made.basis.T
    by_place = rest @ made.steps
    best = np.abs(by_place).argmax(axis=1)
    size = by_place[np.arange(len(series)), best]
    calm = rest - size[:, None] * made.steps[:, best].T
    power = np.maximum((calm**2).mean(axis=1), 1e-300)
    memory = (calm[:, 1:] * calm[:, :-1]).mean(axis=1) / power
    kept = np.clip(memory, 0.0, _HIGHEST)
    return best, size / np.sqrt(power * (1 + kept) / (1 - kept)), memory


def change(
    counts: Floats, exposure: Floats, period: float, *, trim: float = 0.1, draws: int = 999, seed: int = 1
) -> Change:
    """Where the rate of a count series most clearly changed, and whether that is more than its own rhythm would do.

    Rates are made even in variance by the square root (Anscombe 1948), seasons are taken off by two harmonics, and a
    step is tried at every place but the ends. The largest standardised step is compared with those of series that have
    no step but the same exposure, seasons, and memory from one period to the next (a first-order autoregression, its
    coefficient corrected for the bias of short series and drawn anew within what the series leaves open): a parametric
    bootstrap of the supremum test of Andrews (1993). Long series are tested in about 52 stretches: the noise of counts
    hides memory between neighbours, less between stretches. Positions that were not seen must be left out by the
    caller. Costs draws x positions. Raises ValueError below ``SHORTEST`` positions.
    """
    if counts.size < SHORTEST:
        raise ValueError(f"{counts.size} periods are too few")
    rng = np.random.default_rng(seed)
    size = max(1, round(counts.size / _BLOCKS))
    many, seen = _blocks(counts, size), _blocks(exposure, size)
    made = _prepared(seen.tobytes(), period / size, trim)
    level = np.sqrt((many + 0.375) / seen)
    best, strength, recalled = scan(made, level[None, :])
    memory = float(np.interp(recalled[0], made.recall, _GRID))
    by_chance = np.abs(scan(made, _noise(made, _open(memory, many.size, draws, rng), rng))[1])
    reached = int((by_chance >= abs(strength[0]) - 1e-12).sum())
    at = _nearest(counts, exposure, int(made.places[best[0]]) * size, size)
    before, after = (float(counts[s].sum() / exposure[s].sum()) for s in (slice(None, at), slice(at, None)))
    low, high = _interval(many, seen, int(made.places[best[0]]), memory)
    return Change(
        at, before, after, after / before if before else float("inf"), low, high,
        (1 + reached) / (1 + draws), memory, abs(float(strength[0])),
    )  # fmt: skip


@lru_cache(maxsize=256)
def _prepared(exposure: bytes, period: float, trim: float) -> Design:
    """The design of one exposure; many names are counted in the same issues."""
    return design(np.frombuffer(exposure), period, trim=trim, rng=np.random.default_rng(1))


def _open(memory: float, n: int, draws: int, rng: np.random.Generator) -> Floats:
    """Memories that the series leaves open: drawn around the estimate with its standard error."""
    found: Floats = memory + np.sqrt((1 - memory**2) / n) * rng.standard_normal(draws)
    return np.clip(found, _LOWEST, _HIGHEST)


def _blocks(values: Floats, size: int) -> Floats:
    """Sums of stretches of that many positions; what is left over at the end joins the last one."""
    whole = values.size // size
    sums = values[: whole * size].reshape(whole, size).sum(axis=1)
    sums[-1] += values[whole * size :].sum()
    return np.ascontiguousarray(sums)


def _nearest(counts: Floats, exposure: Floats, about: int, size: int) -> int:
    """The place near a boundary of stretches at which the step of the counts themselves is largest."""
    places = np.arange(max(1, about - size), min(counts.size - 1, about + size) + 1)
    level = np.sqrt((counts + 0.375) / exposure)
    total, n = np.cumsum(level), level.size
    means = total[places - 1] / places, (total[-1] - total[places - 1]) / (n - places)
    step = np.abs(means[1] - means[0]) * np.sqrt(places * (n - places) / n)
    return int(places[int(step.argmax())])


def _terms(n: int, period: float) -> Floats:
    """A level, and two harmonics of a season of which two whole turns are seen."""
    time = np.arange(n)
    columns = [np.ones(n)]
    if period and n >= 2 * period:
        for harmonic in (1, 2):
            turn = 2 * np.pi * harmonic * time / period
            columns += [np.cos(turn), np.sin(turn)]
    return np.stack(columns, axis=1)


def _noise(made: Design, memory: Floats, rng: np.random.Generator) -> Floats:
    """One series without a step for each memory: normal noise, wider where exposure is small."""
    n = made.spread.size
    raw = rng.standard_normal((memory.size, n))
    series = np.empty_like(raw)
    series[:, 0] = raw[:, 0] / np.sqrt(1 - memory**2)
    for place in range(1, n):
        series[:, place] = memory * series[:, place - 1] + raw[:, place]
    return series * made.spread[None, :]


def _interval(counts: Floats, exposure: Floats, at: int, memory: float) -> tuple[float, float]:
    """A 95 % interval of the ratio of two rates, its variance that of the counts as they are, memory allowed for."""
    z, swell = 1.959963984540054, max(1.0, (1 + memory) / (1 - memory))
    variance, logs = 0.0, []
    for part in (slice(None, at), slice(at, None)):
        total, seen = counts[part].sum() + 0.5, exposure[part].sum()
        rate = total / seen
        off = counts[part] - rate * exposure[part]
        wide = max(float((off**2).sum()), float(counts[part].sum()), 0.5)
        variance += swell * wide / total**2
        logs.append(np.log(rate))
    middle, half = logs[1] - logs[0], z * np.sqrt(variance)
    return float(np.exp(middle - half)), float(np.exp(middle + half))
