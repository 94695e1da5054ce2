"""What a test that found no difference says to a comparison."""

import pytest

from cuibono.case.docket.compared import comparing
from cuibono.case.docket.evens import of_even

SAME, WIDE, SOME = (1.0, 0.85, 1.18), (1.0, 0.5, 2.0), (1.2, 0.9, 1.6)


@pytest.mark.parametrize(
    ("words", "ratio", "points", "verdict"),
    [
        ("Hillfolk were fined as often as townsfolk", SAME, None, "supported"),
        ("Hillfolk and townsfolk were fined equally often", SAME, None, "supported"),
        ("Hillfolk were fined as often as townsfolk", WIDE, None, None),
        ("Hillfolk were fined as often as townsfolk", WIDE, 9.0, "supported"),
        ("Hillfolk were fined as often as townsfolk", SOME, None, None),
        ("Hillfolk were fined twice as often as townsfolk", SAME, None, "contradicted"),
        ("Hillfolk were fined twice as often as townsfolk", WIDE, None, None),
        ("Hillfolk were fined more often than townsfolk", SAME, None, "contradicted"),
        ("Hillfolk were fined more often than townsfolk", SOME, None, None),
        ("Hillfolk were fined no more often than townsfolk", SAME, None, "supported"),
        ("Hillfolk were not fined as often as townsfolk", SAME, None, "contradicted"),
    ],
)
def test_no_difference_bears_out_equality_and_speaks_against_factors(
    words: str, ratio: tuple[float, float, float], points: float | None, verdict: str | None
) -> None:
    said = comparing(words)
    assert said is not None
    assert of_even(said, ratio, points) == verdict
