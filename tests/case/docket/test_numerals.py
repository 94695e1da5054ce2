"""Numbers in words are the digits that were read."""

import pytest

from cuibono.case.docket.numerals import in_digits
from tests.case.asked import asked


@pytest.mark.parametrize(
    ("words", "value", "digits"),
    [
        ("made around a quarter of the lamps", 25.0, "made around 25 percent of the lamps"),
        ("made about ten percent of the lamps", 10.0, "made about 10 percent of the lamps"),
        ("has 2.3 million users", 2.3e6, "has 2300000 users"),
        ("made ten percent of the lamps in two towns", 10.0, "made 10 percent of the lamps in two towns"),
        ("is the first of two makers with 64 percent", 64.0, "is the first of two makers with 64 percent"),
        ("made two thirds of the lamps", 50.0, "made two thirds of the lamps"),
    ],
)
def test_only_the_number_that_was_read_is_put_in_digits(words: str, value: float, digits: str) -> None:
    assert in_digits(asked("share", "", words, n=value)).words == digits


def test_a_claim_without_a_number_stays_as_it_is() -> None:
    claim = asked("tie", "Norland", "has two friends")
    assert in_digits(claim) is claim
