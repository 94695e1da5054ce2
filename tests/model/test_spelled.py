"""Numbers in words, and words that only begin like one."""

import pytest

from cuibono.model.quantities import Quantity, parse
from cuibono.model.spelled import fraction, spelled


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("nine", 9.0, ""),
        ("Twenty-five percent", 25.0, " percent"),
        ("one hundred and twenty", 120.0, ""),
        ("two million tonnes", 2.0, " million tonnes"),
    ],
)
def test_spelled_numbers(text: str, value: float, rest: str) -> None:
    assert spelled(text) == (value, rest)


@pytest.mark.parametrize(
    "text", ["two three", "twenty ten", "Three Rivers Bank", "nineteenth", "tenant", "One Fund", ""]
)
def test_what_only_begins_like_a_number(text: str) -> None:
    assert spelled(text) is None


@pytest.mark.parametrize(
    ("text", "part"),
    [("two thirds", 2 / 3), ("a tenth", 0.1), ("one-third", 1 / 3), ("half", 0.5), ("A quarter of", 0.25)],
)
def test_parts_of_a_whole(text: str, part: float) -> None:
    assert fraction(text) == pytest.approx(part)


@pytest.mark.parametrize("text", ["third", "five thirds", "a second", "quarterly"])
def test_what_is_no_part(text: str) -> None:
    assert fraction(text) is None


def test_quantities_in_words() -> None:
    assert parse("around a tenth") == Quantity(10.0, 10.0, "percent", "about")
    assert parse("up to ten percent") == Quantity(None, 10.0, "percent", "up to")
    assert parse("between nine and twelve percent") == Quantity(9.0, 12.0, "percent")
    assert parse("Three Rivers Bank") is None
