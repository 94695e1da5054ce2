"""Parts of cases as they are told in words, and what looks like one and is none."""

import pytest

from cuibono.extract.claim_rates import bare_part, rates


@pytest.mark.parametrize(
    ("words", "low", "high", "qualifier", "of_cases"),
    [
        ("Elms were refused in seven cases out of ten", 70.0, 70.0, "part", True),
        ("Elms were refused seven times out of ten", 70.0, 70.0, "part", True),
        ("Elms were refused one time in four", 25.0, 25.0, "part", True),
        ("Elms were refused half of the time", 50.0, 50.0, "part", True),
        ("Elms were refused in two thirds of their applications", 66.66666666666666, 66.66666666666666, "part", True),
        ("Elms were refused in 12.5 percent of cases", 12.5, 12.5, "", True),
        ("Elms were refused in fewer than half of cases", None, 50.0, "less than", True),
        ("Elms were refused in nearly nine out of ten cases", None, 90.0, "nearly", True),
        ("Only one elm in five was refused", 20.0, 20.0, "part", False),
        ("Four out of five elms were refused", 80.0, 80.0, "part", False),
        ("12 of the 48 elms were refused", 25.0, 25.0, "", False),
    ],
)
def test_a_part_of_cases_is_read(
    words: str, low: float | None, high: float | None, qualifier: str, of_cases: bool
) -> None:
    (found,) = rates(words)
    assert (found.low, found.high, found.qualifier, found.of_cases) == (low, high, qualifier, of_cases)


@pytest.mark.parametrize(
    "words",
    [
        "Elms were refused three times as often as ashes",
        "Five in 2020 were refused",
        "Two of them were refused",
        "Ten out of two were refused",
        "Elms were refused in ten cases",
    ],
)
def test_what_names_no_whole_is_no_part(words: str) -> None:
    assert rates(words) == []


def test_the_whole_may_be_told_before() -> None:
    found = bare_part(", ashes in four", 5.0)
    assert found is not None
    assert found[2:] == (80.0, "")
    assert bare_part(", ashes in seven", 5.0) is None
    assert bare_part(", ashes in four years", 5.0) is None
