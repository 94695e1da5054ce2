"""Invented towns in which texts are copied in three scripts: headlines by anybody, one text by a planted group."""

from cuibono.simulate.campaigns import Planted, Town, town
from cuibono.testing.desk import ask, findings
from tests.gates.floors import below

FREE = range(300, 303)
PLANTED = range(400, 403)
SLACK = 0.03  # the towns differ a little with the version of numpy


def told(made: Town) -> set[str]:
    """The accounts of all groups that the lens tells."""
    return {a for f in findings(ask("campaigns.copies", {"posts": list(made.posts())})) for a in f.about}


def measure() -> dict[str, float]:
    """The share of free towns that stay without a pair; precision and recall of accounts in the others."""
    free = [not told(town(seed, posts=5_000)) for seed in FREE]
    right = wrong = missed = 0
    for seed in PLANTED:
        made = town(seed, posts=5_000, planted=(Planted(copies=True, seconds=200), Planted(members=12, copies=True)))
        real, found = set().union(*made.groups), told(made)
        right, wrong, missed = right + len(found & real), wrong + len(found - real), missed + len(real - found)
    return {
        "free of false pairs": sum(free) / len(free),
        "precision": right / max(right + wrong, 1),
        "recall": right / (right + missed),
    }


def test_planted_copies_are_found_and_nobody_else() -> None:
    assert below("campaigns.copies", measure()) == []
