"""Invented arms of accounts: the shares of a label, whose videos hang together within an account."""

import numpy as np

SHARE, GAP, ALIKE, SHOWN = 0.2, 0.1, 0.02, 60


def arm(rng: np.random.Generator, accounts: int, share: float) -> np.ndarray:
    """The shares of so many accounts: a beta-binomial with the intraclass correlation ``ALIKE``."""
    size = (1 - ALIKE) / ALIKE
    return rng.binomial(SHOWN, rng.beta(share * size, (1 - share) * size, accounts)) / SHOWN
