"""Years that are told by the one before."""

from dataclasses import replace

import pytest

from cuibono.case.docket.said_before import in_that_year
from tests.case.asked import asked

BEFORE = "In 2019 it was calm. By 2021 Elm Boats was large."


@pytest.mark.parametrize(
    ("words", "around", "time"),
    [
        ("That year it built 40 barges", BEFORE, "2021"),
        ("Two years earlier its share had been 78 percent", BEFORE, "2019"),
        ("The year before it had 30 yards", BEFORE, "2020"),
        ("A year later it had 50 yards", BEFORE, "2022"),
        ("That year it built 40 barges", "It was calm.", None),
        ("It built 40 barges", BEFORE, None),
        ("Two years earlier, in 2012, it was small", BEFORE, None),
        ("That year and two years earlier it built 40 barges", BEFORE, None),
    ],
)
def test_the_year_before(words: str, around: str, time: str | None) -> None:
    claim = asked("count", "", words)
    found = in_that_year(replace(claim, around=f"{around} {words}"))
    assert (found and found.time) == time
