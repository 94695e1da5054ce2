"""Two arms of accounts: equal ones are quiet, a planted gap is found, its interval holds the gap."""

import numpy as np

from cuibono.measures.account_means import compared
from cuibono.simulate.feed_policies import Policy
from cuibono.simulate.feeds import World, feed
from cuibono.testing.desk import ask, findings
from tests.gates.arms import GAP, SHARE, arm
from tests.gates.floors import below

WORLDS = 120


def measure() -> dict[str, float]:
    """Quiet worlds without an alarm, planted gaps found, and intervals that hold the gap: six accounts against six."""
    rng = np.random.default_rng(7)
    quiet = [compared(arm(rng, 6, SHARE), arm(rng, 6, SHARE)) for _ in range(WORLDS)]
    wide = [compared(arm(rng, 6, SHARE + 2 * GAP), arm(rng, 6, SHARE)) for _ in range(WORLDS)]
    held = [c.low <= gap <= c.high for cs, gap in ((quiet, 0.0), (wide, 2 * GAP)) for c in cs]
    return {
        "quiet worlds without an alarm": float(np.mean([c.p > 0.05 for c in quiet])),
        "power": float(np.mean([c.p <= 0.05 and c.difference > 0 for c in wide])),
        "coverage": float(np.mean(held)),
    }


def test_equal_arms_are_quiet_and_gaps_are_found() -> None:
    assert below("feeds.exposure", measure()) == []


def test_the_lens_finds_in_tables_which_arm_was_steered() -> None:
    made = feed(5, Policy("steer", target=2, beta=2.0, cell=0), World(accounts=12, shown=40, windows=2, videos=60))
    tables = {"impressions": list(made.impressions()), "feed_accounts": list(made.viewers())}
    found = [f for f in findings(ask("feeds.exposure", tables)) if "harbour law" in f.about]
    assert ["less often than those of “young”" in f.says for f in found] == [True]
