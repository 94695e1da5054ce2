"""Hard pairs that a person judged beforehand: what should be looked at first, what is weak, what is never offered."""

from collections import Counter

from tests.gates.floors import below
from tests.gates.match_pairs import LOTS, failing, pairs


def measure() -> dict[str, float]:
    """The share of pairs of each sort of which matching says what the person said."""
    every = Counter(p.expected for lot in LOTS for p in pairs(lot))
    wrong = Counter(p.expected for lot in LOTS for p, _ in failing(lot))
    return {sort: 1 - wrong[sort] / every[sort] for sort in sorted(every)}


def test_hard_pairs_keep_their_floors() -> None:
    measured = measure()
    assert below("match.pairs", measured) == []
    assert measured["never"] == 1
