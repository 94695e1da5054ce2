"""The rates of two groups: what a sentence says of both is said of the second too; what narrows one leaves it open."""

import pytest

from cuibono.case.docket.two_rates import each_rate
from tests.case.asked import asked


@pytest.mark.parametrize(
    ("words", "second"),
    [
        (
            "The office approved 90 percent of large requests from member mills but only 40 percent from other ones",
            "The office approved 40 percent of large requests from other mills",
        ),
        (
            "The office approved 90 percent of requests from member mills for large lots and 40 percent from others",
            "The office approved 40 percent of requests from others for large lots",
        ),
        (
            "The office refused 20 percent of the large lots of member mills and 40 percent of those of other mills",
            "The office refused 40 percent of large lots of other mills",
        ),
        (
            "The office refused 20 percent of members and 40 percent of others",
            "The office refused 40 percent of others",
        ),
    ],
)
def test_the_second_is_of_the_same(words: str, second: str) -> None:
    assert each_rate(asked("share", "", words))[1].words == second


def test_whether_both_are_narrowed_stays_open() -> None:
    assert (
        each_rate(asked("share", "", "The office refused 20 percent of women with children and 40 percent of men"))
        == []
    )


def test_small_ones_of_some_are_not_set_against_other_ones_of_all_sizes() -> None:
    said = (
        "Small mills owned by members got a permit in 90 percent of cases in 2021, against 45 percent for other mills"
    )
    assert each_rate(asked("treatment", "", said)) == []
    assert len(each_rate(asked("treatment", "", said.replace("Small mills owned by", "Mills of")))) == 2
