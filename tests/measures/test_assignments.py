"""As many takers as can be served at once."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from cuibono.measures.assignments import matched


def test_one_gives_way_where_there_is_something_else_to_take() -> None:
    assert matched([[1, 2], [1]]) == 2
    assert matched([[1], [1], [1, 2], []]) == 2
    assert matched([]) == 0


@given(st.lists(st.sets(st.integers(0, 4)), max_size=5))
def test_agrees_with_trying_every_order(offers: list[set[int]]) -> None:
    def served(order: tuple[int, ...]) -> int:
        return sum(offer in wanted for wanted, offer in zip(offers, order, strict=False))

    spare = tuple(range(5)) + (-1,) * len(offers)
    best = max(served(order) for order in set(permutations(spare, len(offers)))) if offers else 0
    assert matched([sorted(o) for o in offers]) == best
