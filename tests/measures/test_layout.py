"""Places in a network: everybody has one of their own, joined parts lie apart, and a seed makes the same picture."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cuibono.measures.communities import communities
from cuibono.measures.layout import layout

GRAPHS = st.integers(1, 40).flatmap(
    lambda n: st.tuples(
        st.just(n),
        st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=80),
        st.integers(0, 5),
    )
)


def ends(pairs: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    """Both ends of ties as arrays."""
    made = np.array(pairs, np.int64).reshape(-1, 2)
    return made[:, 0], made[:, 1]


@settings(max_examples=30, deadline=None)
@given(GRAPHS)
def test_everybody_has_a_finite_place_of_their_own(graph: tuple[int, list[tuple[int, int]], int]) -> None:
    n, pairs, seed = graph
    places = layout(n, *ends(pairs), seed=seed)
    assert places.shape == (n, 2)
    assert np.isfinite(places).all()
    gap = np.sqrt(((places[:, None] - places[None]) ** 2).sum(axis=2)) + np.eye(n)
    assert gap.min() > 1e-3


@settings(max_examples=10, deadline=None)
@given(GRAPHS)
def test_the_same_seed_gives_the_same_picture(graph: tuple[int, list[tuple[int, int]], int]) -> None:
    n, pairs, seed = graph
    assert np.array_equal(layout(n, *ends(pairs), seed=seed), layout(n, *ends(pairs), seed=seed))


def test_parts_that_nothing_joins_do_not_overlap_and_single_ones_stand_beneath() -> None:
    rings = [(9 * ring + at, 9 * ring + (at + 1) % 9) for ring in range(3) for at in range(9)]
    places = layout(32, *ends(rings))
    boxes = [(places[9 * r : 9 * r + 9].min(axis=0), places[9 * r : 9 * r + 9].max(axis=0)) for r in range(3)]
    for one in range(3):
        for other in range(one):
            apart = (boxes[one][0] > boxes[other][1]) | (boxes[other][0] > boxes[one][1])
            assert apart.any()
    assert places[27:, 1].max() < places[:27, 1].min()


def test_those_of_a_group_lie_nearer_to_each_other_than_to_others() -> None:
    rng = np.random.default_rng(3)
    of = np.repeat(np.arange(4), 15)
    pairs = [(a, b) for a in range(60) for b in range(a) if rng.random() < (0.35 if of[a] == of[b] else 0.01)]
    one, other = ends(pairs)
    places = layout(60, one, other, communities(60, one, other))
    gap = np.sqrt(((places[:, None] - places[None]) ** 2).sum(axis=2))
    same = of[:, None] == of
    assert gap[same].mean() < 0.6 * gap[~same].mean()


def test_thousands_are_laid_out_by_who_is_near_and_it_is_told_how_far_it_is() -> None:
    rng = np.random.default_rng(1)
    one, other = rng.integers(0, 700, 1_000), rng.integers(0, 700, 1_000)
    told: list[tuple[int, int]] = []
    places = layout(700, one, other, tell=lambda done, of: told.append((done, of)))
    assert np.isfinite(places).all()
    assert told[-1][1] == 700
