"""A measured number beside a claimed one: what bears it out, what speaks against it, what leaves it open."""

import pytest

from cuibono.measures.claimed import Claimed, verdict

YES, NO, OPEN = "supported", "contradicted", "not identified"


@pytest.mark.parametrize(
    ("claimed", "low", "high", "outcome"),
    [
        (Claimed(45, 45), 45.14, 45.14, YES),
        (Claimed(45, 45), 46, 46, OPEN),
        (Claimed(45, 45), 60, 60, NO),
        (Claimed(43.4, 43.4), 43.44, 43.44, YES),
        (Claimed(43.4, 43.4), 43.5, 43.5, OPEN),
        (Claimed(45, 45, "about"), 47, 47, YES),
        (Claimed(45, 45, "about"), 52, 52, OPEN),
        (Claimed(45, 45, "about"), 80, 80, NO),
        (Claimed(None, 80, "nearly"), 77.5, 77.5, YES),
        (Claimed(None, 80, "nearly"), 70, 70, OPEN),
        (Claimed(None, 80, "nearly"), 50, 50, NO),
        (Claimed(None, 80, "nearly"), 97, 97, NO),
        (Claimed(60, None, "at least"), 80, None, YES),
        (Claimed(60, None, "at least"), 59.4, 59.4, OPEN),
        (Claimed(60, None, "at least"), 58, 58, NO),
        (Claimed(80, None, "more than"), 78.4, 78.4, NO),
        (Claimed(50, None, "more than"), 49.9, 49.9, OPEN),
        (Claimed(None, 10, "up to"), 20, 30, NO),
        (Claimed(None, 10, "up to"), 10.4, 10.4, YES),
        (Claimed(None, 10, "less than"), 10.4, 10.4, OPEN),
        (Claimed(30, 40), 25, 25, NO),
        (Claimed(30, 40), 28, 28, NO),
        (Claimed(30, 40), 29, 29, OPEN),
        (Claimed(5, 9), 4, 4, NO),
        (Claimed(100, 100), 78.4, 78.4, NO),
        (Claimed(100, 100), 90, 90, OPEN),
        (Claimed(100, 100, "about"), 78.4, 78.4, NO),
        (Claimed(60, None, "at least"), 40, 40, NO),
        (Claimed(60, None, "more than"), 60, 60, OPEN),
        (Claimed(None, 25, "up to"), 25, 25, YES),
        (Claimed(None, 25, "less than"), 25, 25, OPEN),
        (Claimed(None, 25, "less than"), 40, 40, NO),
        (Claimed(80, 90), 85, 85, YES),
        (Claimed(80, 90), 80, 100, OPEN),
        (Claimed(60, 60), 80, 100, NO),
        (Claimed(90, 90), 80, None, OPEN),
        (Claimed(300, 300), 320, 320, OPEN),
        (Claimed(300, 300), 400, 400, NO),
        (Claimed(0, 0), 0, 0, YES),
        (Claimed(None, None), 45, 45, OPEN),
    ],
)
def test_outcomes(claimed: Claimed, low: float | None, high: float | None, outcome: str) -> None:
    assert verdict(claimed, low, high) == outcome


def test_more_of_the_same_never_turns_into_its_opposite() -> None:
    for measured in range(101):
        for said in (5, 40, 45, 80):
            found = verdict(Claimed(said, said), measured, measured)
            assert (found == YES) == (measured == said)
