"""Keys and blocks: who meets, and what a frequent key costs."""

from collections.abc import Callable

import numpy as np
import pytest

from cuibono.match.blocks import MOST, candidates
from cuibono.match.keys import Keys, all_forms, keys
from cuibono.match.known import Known
from tests.gates.match_planted import planted

Make = Callable[..., Known]


def met(known: list[Known]) -> set[frozenset[str]]:
    """The pairs of ids that share a key."""
    found = candidates(known, keys(known, all_forms(known)))
    return {
        frozenset((known[a].id, known[b].id)) for a, b in zip(found.left.tolist(), found.right.tolist(), strict=True)
    }


@pytest.mark.parametrize(
    ("schema", "left", "right"),
    [
        ("Person", "Ada Koranau", "Koranau, Ada"),
        ("Person", "Ada Koranau", "Ada Koranua"),
        ("Person", "Wei Jinlong", "魏金龍"),
        ("Company", "Northland National Silicon Corp", "NNSC"),
        ("Company", "Northland Glass and Silicon", "Northland Group"),
        ("Company", "北地硅业有限公司", "Beidi Silicon"),
    ],
)
def test_who_meets(make: Make, schema: str, left: str, right: str) -> None:
    assert len(met([make(schema, left), make(schema, right)])) == 1


def test_who_does_not(make: Make) -> None:
    assert met([make("Person", "Ada Koranau"), make("Person", "Bo Elmstad")]) == set()
    assert met([make("Person", "Wei"), make("Person", "Wei")]) == set()
    assert met([make("Person", "Northland"), make("Vessel", "Northland")]) == set()


def test_the_same_day_brings_other_names_together(make: Make) -> None:
    assert (
        len(met([make("Person", "Ada Koranau", born="1950-03-04"), make("Person", "Elmstad", born="1950-03-04")])) == 1
    )


def test_a_frequent_key_makes_no_pairs_but_with_the_year_and_the_country(make: Make) -> None:
    same = [make("Person", "Ada Koranau", born=str(1900 + n % 60), countries={"ab"[n % 2]}) for n in range(3 * MOST)]
    assert {p for p in met(same) if same[0].id in p} == {frozenset((same[0].id, same[n].id)) for n in (60, 120)}


def test_cost_grows_with_the_number_of_entries_only() -> None:
    rng = np.random.default_rng(1)
    for size in (1_000, 10_000):
        known = [Known(f"e{n}", {"Person"}, ["x"]) for n in range(size)]
        made = Keys(rng.integers(0, size // 10, 4 * size), rng.integers(0, size, 4 * size))
        unique = np.unique(np.stack([made.key, made.entity]), axis=1)
        found = candidates(known, Keys(unique[0], unique[1]), scored=40)
        assert len(found.left) <= 40 * size


def test_the_generator_is_the_same_for_the_same_seed() -> None:
    one, other = planted(300, seed=3), planted(300, seed=3)
    assert one.entities == other.entities
    assert one.same == other.same
    assert len(one.entities) == 300
