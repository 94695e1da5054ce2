import numpy as np

from cuibono.simulate.feed_markets import Markets, gain


def _gains(alike: float) -> np.ndarray:
    return np.array([gain(seed, Markets(alike=alike)).gain for seed in range(2)])


def test_what_was_trained_in_a_like_market_gains_and_in_an_unlike_one_harms() -> None:
    assert _gains(0.9).min() > 0.02
    assert _gains(0.0).mean() < 0.0


def test_the_same_seed_gives_the_same_gain_with_an_interval_over_viewers() -> None:
    small = Markets(viewers=10, trained=10, shown=10)
    one = gain(5, small)
    assert one == gain(5, small)
    assert one.low < one.gain < one.high
    assert abs(one.gain - (one.tuned - one.cold)) < 1e-12


def test_what_is_only_carried_over_learns_nothing_for_others() -> None:
    from cuibono.measures.recommender import Recommender

    model = Recommender(np.eye(2), np.array([0, 0]))
    model.learn(np.array([0]), np.array([1]), np.array([1.0]), shared=False)
    assert model.popular.sum() == 0.0
    assert model.taste.of(np.array([0])).sum() > 0.0
