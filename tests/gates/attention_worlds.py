"""Invented weekly counts of four kinds, with and without a drop by 30 percent in the middle."""

import numpy as np

KINDS = ("poisson", "over-dispersed", "autoregressive", "seasonal")
WEEKS, MEAN, DROP = 156, 20.0, 0.3


def series(rng: np.random.Generator, kind: str, *, drop: float = 0.0) -> np.ndarray:
    """Three years of counts around twenty a week."""
    time = np.arange(WEEKS)
    rate = np.full(WEEKS, MEAN)
    if kind == "seasonal":
        rate = MEAN * (1 + 0.4 * np.sin(2 * np.pi * time / 52))
    if kind == "autoregressive":
        rate = MEAN * np.exp(0.25 * _memory(rng, 0.6))
    rate = rate * np.where(time >= WEEKS // 2, 1 - drop, 1.0)
    if kind == "over-dispersed":
        return rng.negative_binomial(5, 5 / (5 + rate)).astype(float)
    return rng.poisson(rate).astype(float)


def _memory(rng: np.random.Generator, coefficient: float) -> np.ndarray:
    """Normal noise of unit variance whose neighbours go together."""
    noise = rng.standard_normal(WEEKS + 50) * np.sqrt(1 - coefficient**2)
    for n in range(1, len(noise)):
        noise[n] += coefficient * noise[n - 1]
    return noise[50:]
