"""Invented towns with and without a planted campaign: who is told to act together, and who should be.

The bench runs twenty towns without a campaign; here it is a few. Measured is how many of them give no pair at all, and
over towns with two campaigns, how many of the accounts told are planted and how many of the planted are told.
"""

from cuibono.simulate.campaigns import Planted, Town, town
from cuibono.testing.desk import ask, findings
from tests.gates.floors import below

FREE = range(100, 104)
PLANTED = range(200, 204)
SLACK = 0.02  # the towns differ a little with the version of numpy


def told(made: Town) -> set[str]:
    """The accounts of all groups that the lens tells."""
    found = findings(ask("campaigns.cosharing", {"shares": list(made.shares())}))
    return {account for f in found for account in f.about}


def with_campaigns(seed: int) -> Town:
    """A town in which six accounts act together eight times, and twelve five times."""
    return town(seed, planted=(Planted(), Planted(members=12, times=5, seconds=45)))


def measure() -> dict[str, float]:
    """The share of free towns that stay without a pair; precision and recall of accounts in the others."""
    free = [not told(town(seed)) for seed in FREE]
    right = wrong = missed = 0
    for seed in PLANTED:
        made = with_campaigns(seed)
        real, found = set().union(*made.groups), told(made)
        right, wrong, missed = right + len(found & real), wrong + len(found - real), missed + len(real - found)
    return {
        "free of false pairs": sum(free) / len(free),
        "precision": right / (right + wrong),
        "recall": right / (right + missed),
    }


def test_planted_groups_are_found_and_nobody_else() -> None:
    assert below("campaigns.cosharing", measure()) == []
