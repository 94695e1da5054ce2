"""Superlatives that praise or blame, and those of what can be measured."""

import pytest

from cuibono.extract.claim_finest import superlative, within_memory


@pytest.mark.parametrize(
    "text",
    [
        "She is the worst manager this country has seen",
        "It would be the most decent law in a generation",
        "Skaun was the better manager",
        "She is the weakest minister we have had",
        "the healthiest thing to happen to the port in a decade",
        "the least honest mayor our city has ever had",
    ],
)
def test_the_best_within_memory_is_praise(text: str) -> None:
    assert within_memory(text)
    assert superlative(text)


@pytest.mark.parametrize(
    "text",
    ["It was the largest budget in a decade", "the hottest summer this country has seen", "the first in a generation"],
)
def test_what_is_measured_is_none(text: str) -> None:
    assert not within_memory(text)
