"""What a timeline tells under a date has that date; what names a time of its own keeps it."""

from dataclasses import replace

import pytest

from cuibono.case.docket.headed import in_time_of_head
from tests.case.asked import asked


@pytest.mark.parametrize(
    ("around", "words", "time", "said"),
    [
        ("2017. Vex becomes chair of Acme.", "becomes chair of Acme", "2017", "Vex became chair of Acme in 2017"),
        ("**May 2014.** Vex founds Acme.", "founds Acme", "2014-05", "Vex founded Acme in May 2014"),
        ("2017: Vex leaves in May.", "leaves in May", "2017-05", "Vex left in May 2017"),
        ("2022 - Vex resigns on 19 June.", "resigns on 19 June", "2022-06-19", "Vex resigned on 19 June 2022"),
        ("2017. Vex joined Acme in 2011.", "joined Acme in 2011", None, "Vex joined Acme in 2011"),
        ("2017. Vex is still at Acme.", "is still at Acme", None, "Vex is still at Acme"),
        ("In 2017 much happened. Vex left.", "left", None, "Vex left"),
    ],
)
def test_the_date_at_the_head_is_that_of_what_stands_under_it(
    around: str, words: str, time: str | None, said: str
) -> None:
    found = in_time_of_head(replace(asked("role", "Vex", words), around=around))
    assert (found.time, found.words) == (time, said)
