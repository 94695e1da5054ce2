import numpy as np

from cuibono.measures.conditional_logit import conditional_logit


def _chosen(seed: int, beta: tuple[float, ...], choices: int = 3_000, others: int = 7) -> np.ndarray:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(choices, others + 1, len(beta)))
    best = np.argmax(x @ np.array(beta) + rng.gumbel(size=x.shape[:2]), axis=1)
    rows = np.arange(choices)
    x[rows, 0], x[rows, best] = x[rows, best].copy(), x[rows, 0].copy()
    return x


def test_it_finds_the_coefficients_that_were_planted() -> None:
    fit = conditional_logit(_chosen(1, (0.3, -1.0)), np.arange(3_000) % 30)
    assert fit is not None
    assert np.all((fit.low < [0.3, -1.0]) & (fit.high > [0.3, -1.0]))
    assert fit.clusters == 30


def test_one_account_or_a_regressor_that_never_differs_is_not_identified() -> None:
    x = _chosen(2, (0.3,), 100)
    assert conditional_logit(x, np.zeros(100, dtype=np.int64)) is None
    assert conditional_logit(np.ones((100, 8, 1)), np.arange(100)) is None


def test_choices_that_one_regressor_settles_are_not_identified() -> None:
    x = np.zeros((50, 4, 1))
    x[:, 0] = 1.0
    assert conditional_logit(x, np.arange(50)) is None
