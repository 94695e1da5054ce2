"""Names mentioned by chance, day by day, whose silences mean nothing; and names that vanish.

Thresholds come from two years, the two years that follow are watched; beside it the rule "the longest silence so far".
"""

import numpy as np

from cuibono.measures.silence import alarm
from tests.gates.floors import below

NAMES, YEAR, ASKED = 150, 365, 2.0


def mentioned(rng: np.random.Generator, days: int) -> np.ndarray:
    """Days with a mention: chance, in spells that make it likelier for weeks at a time."""
    base = rng.uniform(0.08, 0.6)
    spell = np.repeat(rng.uniform(0.7, 1.3, days // 21 + 1), 21)[:days]
    return rng.random(days) < np.clip(base * spell, 0.02, 0.95)


def watched(rng: np.random.Generator) -> tuple[int, int, float]:
    """Alarms of the threshold and of the longest silence so far in two quiet years; usual gaps until an alarm."""
    seen = mentioned(rng, 4 * YEAR)
    places = np.flatnonzero(seen[: 2 * YEAR])
    gaps, later = np.diff(places) - 1, np.diff(np.flatnonzero(seen[2 * YEAR :])) - 1
    threshold = alarm(gaps, YEAR, ASKED)
    longest = np.maximum.accumulate(np.concatenate([[gaps.max()], later]))
    return int((later >= threshold).sum()), int((later > longest[:-1]).sum()), threshold / (1 + gaps.mean())


def measure(names: int = NAMES) -> dict[str, float]:
    """Quiet years per false alarm, in the units asked for; how many times the usual gap passes before an alarm."""
    rng = np.random.default_rng(20_263)
    found = [watched(rng) for _ in range(names)]
    false = sum(f[0] for f in found) / (2 * names)
    return {
        "false alarms kept to what was asked": min(1.0, (1 / ASKED) / max(false, 1e-9)),
        "noticed within thirty usual gaps": sum(f[2] <= 30 for f in found) / names,
    }


def test_silences_by_chance_sound_no_more_often_than_asked() -> None:
    assert below("signals.absence", measure()) == []
