"""Planted pulls are found, feeds that only learn are quiet, intervals hold the truth; ``bench/feeds.py`` runs 500."""

from cuibono.testing.desk import ask, findings
from tests.gates.feed_worlds import BETA, TARGET
from tests.gates.feed_worlds import measure as measured
from tests.gates.floors import below

WORLDS = 12


def measure() -> dict[str, float]:
    """A few worlds; the full number is the bench's."""
    return measured(WORLDS)


def test_planted_pulls_are_found_and_feeds_that_only_learn_are_quiet() -> None:
    assert below("feeds.departure", measure()) == []


def test_the_lens_finds_in_tables_what_was_planted() -> None:
    from cuibono.simulate.feed_policies import Policy
    from cuibono.simulate.feeds import TOPICS, World, feed

    world = World(accounts=12, shown=80, windows=2)
    made = feed(5, Policy("steer", target=TARGET, beta=4 * BETA), world)
    tables = {"impressions": list(made.impressions()), "catalogue": list(made.catalogue())}
    (found,) = findings(ask("feeds.departure", tables))  # and what it takes the place of is not called hidden
    assert found.about == (TOPICS[TARGET],)
    assert found.measure is not None
    assert found.measure.value > 0
