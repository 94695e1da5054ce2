"""More or less than in another year, in whatever words, what stayed the same, and changes whose end is not said."""

from collections.abc import Iterator

import pytest

from cuibono.case.docket.rises import in_rise_words
from cuibono.model.docket import Asked
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
revenue,Quillon,800,million crowns,2020,Yearbook
revenue,Quillon,800,million crowns,2021,Yearbook
revenue,Quillon,1200,million crowns,2022,Yearbook
lamps sold,Quillon,3000,lamps,2020,Yearbook
lamps sold,Quillon,2400,lamps,2021,Yearbook
lamps sold,Quillon,2100,lamps,2022,Yearbook
unemployment rate,Estmark,6.0,percent,2021,Yearbook
unemployment rate,Estmark,5.0,percent,2022,Yearbook
"""
SHARES = """market,stage,basis,year,supplier,share,asserted_by
lamps,,sales,2021,Quillon,30 %,Yearbook
lamps,,sales,2021,Corvane,70 %,Yearbook
lamps,,sales,2022,Quillon,26 %,Yearbook
lamps,,sales,2022,Corvane,74 %,Yearbook
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES, "supply_shares.csv": SHARES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "its sales were 300 lamps lower in 2021 than the year before",
            "its sales lamps fell by 300 between 2020 and 2021",
        ),
        ("its sales in 2021 were half as high again as in 2020", "its sales rose by half between 2020 and 2021"),
        ("its sales were up 8 percent in 2021 on 2020", "its sales rose by 8 percent between 2020 and 2021"),
        ("its sales are up 8 percent on 2020", "its sales rose by 8 percent since 2020"),
        ("its sales inched up by a tenth or so in 2021", "its sales rose by about a tenth in 2021"),
        ("its sales fell for the second year running in 2021", "its sales fell every year between 2019 and 2021"),
        # another number beside it, a time that is none of years, and no other year
        (
            "it sold 30 lamps in 2021, 5 percent more than in 2020",
            "it sold 30 lamps in 2021, 5 percent more than in 2020",
        ),
        ("its sales were up 8 percent in May 2021 on 2020", "its sales were up 8 percent in May 2021 on 2020"),
        ("its sales were 8 percent higher in 2021", "its sales were 8 percent higher in 2021"),
        (
            "its sales were no 8 percent higher in 2021 than in 2020",
            "its sales were no 8 percent higher in 2021 than in 2020",
        ),
    ],
)
def test_a_difference_is_a_rise_or_a_fall(words: str, told: str) -> None:
    assert in_rise_words(Asked("trend", "", words, ("s", 1), "Pia")).words == told


@pytest.mark.parametrize(
    ("subject", "words", "time", "outcome"),
    [
        ("Quillon", "revenue was half as high again in 2022 as in 2021", None, "supported"),
        ("Quillon", "revenue was 400 million crowns higher in 2022 than the year before", None, "supported"),
        ("Quillon", "revenue was 200 million crowns higher in 2022 than the year before", None, "contradicted"),
        ("Quillon", "sold 300 fewer lamps in 2022 than a year earlier", None, "supported"),
        ("Quillon", "sold 300 more lamps in 2022 than a year earlier", None, "contradicted"),
        ("Estmark", "unemployment was a point lower in 2022 than the year before", None, "supported"),
        ("Estmark", "unemployment was a point higher in 2022 than the year before", None, "contradicted"),
        ("Quillon", "lost four points of the lamp market in 2022", "2022", "supported"),
        ("Quillon", "lost nine points of the lamp market in 2022", "2022", "contradicted"),
        ("Quillon", "share of lamp sales dropped four points to 26 percent in 2022", "2022", "supported"),
        ("Quillon", "revenue was the same in 2021 as in 2020", None, "supported"),
        ("Quillon", "revenue did not change between 2021 and 2022", "2021/2022", "contradicted"),
        ("Quillon", "lamps sold stayed flat in 2022", "2022", "contradicted"),
        ("Quillon", "lamps sold fell for the second year running in 2022", "2022", "supported"),
        # other years, another thing, part of it, a plan
        ("Quillon", "revenue was half as high again in 2022 as in 2019", None, "no data"),
        ("Quillon", "profit was half as high again in 2022 as in 2021", None, "no data"),
        ("Quillon", "export revenue was half as high again in 2022 as in 2021", None, "no data"),
        ("Quillon", "revenue no longer stayed flat in 2022", "2022", "not identified"),
        ("Quillon", "revenue fell for the second year running in 2021", "2021", "not identified"),
    ],
)  # fmt: skip
def test_rises_and_falls_in_other_words(
    session: Session, subject: str, words: str, time: str | None, outcome: str
) -> None:
    assert put(session, asked("trend", subject, words, time)).outcome == outcome


def test_a_change_since_a_year_is_until_the_last_recorded_one(session: Session) -> None:
    def told(words: str, around: str) -> str:
        return put(session, asked("trend", "Quillon", words, "2020/..", around=around)).outcome

    assert (
        told("revenue has grown by half since 2020", "Quillon's revenue has grown by half since 2020.") == "supported"
    )
    # what does not agree may be of another year, and a later text is of one that nobody recorded
    assert told("revenue has doubled since 2020", "Quillon's revenue has doubled since 2020.") == "no data"
    assert (
        told("revenue has grown by half since 2020", "It is 2026. Revenue has grown by half since 2020.") == "no data"
    )


def test_a_change_in_the_past_is_of_the_year_told_before(session: Session) -> None:
    def told(words: str, year: str) -> str:
        around = f"The books of {year} are closed. Quillon {words}."
        return put(session, asked("trend", "Quillon", words, around=around)).outcome

    assert told("revenue rose by half", "2022") == "supported"
    assert told("revenue rose by a tenth", "2022") == "not identified"
    assert told("revenue rose by half", "2021") == "not identified"
    assert told("revenue rose", "2022") == "not identified"  # so it does in half of all years
