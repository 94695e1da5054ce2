import numpy as np
import pytest

from cuibono.simulate.feed_policies import Policy
from cuibono.simulate.feeds import World, feed

SMALL = World(accounts=12, shown=40, windows=2, videos=80)


def _share(policy: Policy) -> float:
    made = feed(1, policy, SMALL)
    return float((made.topic[made.items] == 2).mean())


def test_the_same_seed_makes_the_same_feed_and_nobody_is_shown_a_video_twice() -> None:
    one, again = feed(1, None, SMALL), feed(1, None, SMALL)
    assert np.array_equal(one.items, again.items)
    assert all(np.unique(row).size == row.size for row in one.items)


def test_steering_shows_more_of_the_target() -> None:
    assert _share(Policy("steer", target=2, beta=2.0)) > 1.5 * _share(Policy())


def test_insertion_shows_the_target_at_every_fourth_place() -> None:
    made = feed(1, Policy("insert", target=2, every=4), World(accounts=6, shown=20, windows=2, videos=80))
    assert (made.topic[made.items[:, 3::4]] == 2).mean() == 1.0


def test_why_this_names_the_policy_among_its_terms() -> None:
    made = feed(1, Policy("steer", target=2, beta=2.0), SMALL)
    account, place = map(int, np.argwhere(made.topic[made.items] == 2)[0])
    assert made.why(account, place)["policy"] == pytest.approx(2.0)


def test_every_policy_runs() -> None:
    for kind in ("tolerance", "fade"):
        assert feed(1, Policy(kind, target=2), SMALL).items.shape == (12, 40)  # type: ignore[arg-type]
