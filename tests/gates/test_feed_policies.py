"""Feeds with a policy that is no plain steering: the topic that it favours is found; a feed that only learns is not."""

import numpy as np

from cuibono.simulate.feed_policies import Kind, Policy
from cuibono.simulate.feeds import World, feed
from tests.gates.feed_worlds import TARGET, fitted
from tests.gates.floors import below

WORLDS = 2
SIZE = World(accounts=15, shown=100)
POLICIES: dict[Kind, Policy] = {
    "fade": Policy("fade", target=TARGET, start=0.5, floor=0.3, rate=0.02),
    "tolerance": Policy("tolerance", target=TARGET, beta=1.0),
    "insert": Policy("insert", target=TARGET, every=4),
}


def measure() -> dict[str, float]:
    """The share of worlds in which the pull of the favoured topic is found, by policy."""
    return {
        f"{kind} found": float(np.mean([_found(s, policy) for s in range(WORLDS)])) for kind, policy in POLICIES.items()
    }


def _found(seed: int, policy: Policy) -> bool:
    fit = fitted(seed, policy, SIZE)
    return bool(fit.p[0] <= 0.05 and fit.beta[0] > 0)


def test_what_each_policy_favours_is_found() -> None:
    assert below("feeds.policies", measure()) == []


def test_a_stream_that_fades_when_ignored_falls_to_its_floor_and_no_further() -> None:
    made = feed(3, Policy("fade", target=TARGET, start=0.6, floor=0.2, rate=0.3), World(accounts=30, shown=120))
    shown = made.topic[made.items] == TARGET
    assert shown[:, :4].mean() > 0.45
    assert 0.12 < shown[:, 60:].mean() < 0.28


def test_what_is_against_an_account_is_shown_less_to_those_who_skip_it() -> None:
    strict = Policy("tolerance", target=TARGET, beta=3.0, tau=0.05)
    patient = Policy("tolerance", target=TARGET, beta=3.0, tau=5.0)
    world = World(accounts=30, shown=100, windows=2)
    shares = [float((made.stance[made.items] != 0).mean()) for made in (feed(3, p, world) for p in (strict, patient))]
    assert shares[0] < shares[1]
