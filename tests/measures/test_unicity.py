import numpy as np
import pytest

from cuibono.measures.unicity import index, unicity, unique_share


def _brute(accounts: np.ndarray, points: np.ndarray, known: int, rng: np.random.Generator) -> float:
    """The same share by comparing sets, with as many random draws."""
    sets = {a: set(points[accounts == a].tolist()) for a in np.unique(accounts).tolist()}
    able = [a for a, own in sets.items() if len(own) >= known]
    alone = 0
    for a in able:
        drawn = set(rng.choice(sorted(sets[a]), known, replace=False).tolist())
        alone += sum(drawn <= other for other in sets.values()) == 1
    return alone / len(able)


@pytest.mark.parametrize("known", [1, 2, 3])
def test_the_share_is_that_of_comparing_everybody(known: int) -> None:
    rng = np.random.default_rng(known)
    accounts = rng.integers(0, 400, 8_000)
    points = (rng.pareto(1.2, 8_000) * 40).astype(np.int64) % 3_000
    made, draws = index(accounts, points), range(8)
    quick = np.mean([unicity(made, known, np.random.default_rng(n))[0] for n in draws])
    slow = np.mean([_brute(accounts, points, known, np.random.default_rng(100 + n)) for n in draws])
    assert quick == pytest.approx(slow, abs=0.04)


def test_twins_are_never_alone() -> None:
    accounts, points = np.repeat([0, 1], 3), np.array([1, 2, 3, 1, 2, 3])
    assert unicity(index(accounts, points), 2, np.random.default_rng(1)) == (0.0, 2.0)


def test_accounts_with_too_few_points_are_left_out() -> None:
    share, crowd = unicity(index(np.array([0]), np.array([0])), 4, np.random.default_rng(1))
    assert np.isnan([share, crowd]).all()


def test_the_share_alone_in_a_cell() -> None:
    assert unique_share(np.array([1, 1, 1, 2])) == (0.25, 3.0)
