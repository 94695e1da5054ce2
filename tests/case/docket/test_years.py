"""Years that are named only from another one."""

from datetime import date

import pytest

from cuibono.case.docket.years import dated
from tests.case.asked import asked

IN_2022 = (date(2022, 3, 14), date(2022, 3, 14))


@pytest.mark.parametrize(
    ("words", "day", "told"),
    [
        ("sold 30 lamps last year", IN_2022, "sold 30 lamps in 2021"),
        ("Last year sold 30 lamps", IN_2022, "in 2021 sold 30 lamps"),
        ("fell to 30 last year from 40 in 2020", IN_2022, "fell to 30 in 2021 from 40 in 2020"),
        ("sold 30 lamps last year, after 20 the year before", IN_2022, "sold 30 lamps in 2021, after 20 in 2020"),
        ("sold 30 lamps in 2021, after 20 three years earlier", None, "sold 30 lamps in 2021, after 20 in 2018"),
        ("sold 30 lamps in 2021, 20 in the previous year", None, "sold 30 lamps in 2021, 20 in 2020"),
        ("last year's sales were 30 lamps", IN_2022, "sales were 30 lamps in 2021"),
        ("Acme's 2021 sales were 30 lamps", None, "Acme's sales were 30 lamps in 2021"),
        ("Acme's 2021 sales and its 2020 sales", None, "Acme's 2021 sales and its 2020 sales"),
        ("sold more than last year's total of 30", IN_2022, "sold more than last year's total of 30"),
        ("sold 30 lamps last year", None, "sold 30 lamps last year"),
        ("sold 30 lamps over the last year", IN_2022, "sold 30 lamps over the last year"),
        ("sold fewer lamps than last year's 30", IN_2022, "sold fewer lamps than last year's 30"),
        ("sold 30 lamps last year, not 40 as in 2021", IN_2022, "sold 30 lamps last year, not 40 as in 2021"),
        ("sold 30 lamps the year before", IN_2022, "sold 30 lamps the year before"),
        ("sold 30 lamps in 2021, the year before the fire", None, "sold 30 lamps in 2021, the year before the fire"),
        ("sold 30 in 2021 and 20 in 2018, the year before", None, "sold 30 in 2021 and 20 in 2018, the year before"),
    ],
)
def test_a_year_is_written_out_where_it_is_certain(words: str, day: tuple[date, date] | None, told: str) -> None:
    claim = asked("count", "", words)
    assert dated(claim, day).words == told


def test_last_year_is_the_time_where_no_other_is_named() -> None:
    assert dated(asked("count", "Acme", "sold 30 lamps last year"), IN_2022).time == "2021"
    assert dated(asked("trend", "Acme", "fell to 30 last year from 40 in 2020"), IN_2022).time is None


def test_the_same_period_is_left_out_where_it_is_known() -> None:
    said = asked("trend", "", "Over the same period, exports of Acme fell", "2018/2021")
    assert dated(said, None).words == "exports of Acme fell"
    assert "same period" in dated(asked("trend", "", "Over the same period, exports of Acme fell"), None).words
