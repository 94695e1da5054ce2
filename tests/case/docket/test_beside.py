"""A number beside the one that is claimed is tested with it; one of something else leaves the claim open."""

from collections.abc import Iterator

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
lamps sold,Acme Works,310000,lamps,2021,Annual report
lamps sold,Acme Works,240000,lamps,2020,Annual report
revenue,Acme Works,7.7,billion crowns,2021,Annual report
revenue,Acme Works,8.4,billion crowns,2020,Annual report
unemployment rate,Norland,7.1,percent,2021,Statistical Office
unemployment rate,Norland,5.2,percent,2017,Statistical Office
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("sold 310,000 lamps in 2021, compared with 240,000 in the previous year", "supported"),
        ("sold 310,000 lamps in 2021, compared to 240,000 lamps in 2020", "supported"),
        ("sold 310,000 lamps in 2021, up from 240,000 a year earlier", "supported"),
        ("sold 310,000 lamps in 2021, sharply up from 240,000 the year before", "supported"),
        ("sold 310,000 lamps in 2021 after 240,000 in 2020", "supported"),
        ("sold 310,000 lamps in 2021, against 240,000 twelve months earlier", "supported"),
        ("sold 310,000 lamps in 2021 (2020: 240,000)", "supported"),
        ("sold 310,000 lamps in 2021, more than the 240,000 it sold in 2020", "supported"),
        ("sold 310,000 lamps in 2021, up from 300,000 in 2020", "contradicted"),
        ("sold 310,000 lamps in 2021, up from about 400,000 in 2020", "contradicted"),
        ("sold 500,000 lamps in 2021, up from 240,000 in 2020", "contradicted"),
        ("sold 310,000 lamps in 2021, up from 240,000 in 2019", "not identified"),
        ("sold 310,000 lamps in 2021, compared with 240,000 at Kiln Works", "not identified"),
        ("sold 310,000 lamps in 2021, compared with 240,000 at Kiln Works in 2020", "not identified"),
        ("sold 310,000 lamps in 2021, compared with 240,000 chairs in 2020", "not identified"),
        ("sold 310,000 lamps in 2021, up from 240,000 in the first half of 2020", "not identified"),
        ("sold 310,000 lamps in June 2021, up from 240,000 in 2020", "not identified"),
        ("sold 310,000 lamps abroad in 2021, up from 240,000 in 2020", "no data"),
        ("sold 310,000 lamps in 2021, after a fire in 2020", "not identified"),
        ("sold 310,000 lamps in 2021, up from 240 in 2020", "not identified"),
    ],
)
def test_both_numbers_are_tested(session: Session, words: str, outcome: str) -> None:
    claim = asked("count", "Acme Works", words, None, n=310_000 if "500" not in words else 500_000, unit="lamp")
    assert put(session, claim).outcome == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("revenue was 7.7 billion crowns in 2021, down from 8.4 billion crowns the year before", "supported"),
        ("revenue was 7.7 billion crowns in 2021, versus 8.4 billion in 2020", "supported"),
        ("revenue was 7.7 billion crowns in 2021, down from 9.9 billion crowns in 2020", "contradicted"),
        ("revenue was 7.7 billion crowns in 2021, down from 8.4 billion dollars in 2020", "not identified"),
        ("revenue was 7.7 billion crowns in 2021, down from 8.4 in 2020", "not identified"),
    ],
)
def test_so_are_sums_of_money(session: Session, words: str, outcome: str) -> None:
    assert put(session, asked("amount", "Acme Works", words, n=7.7e9, unit="crown")).outcome == outcome


def test_years_are_counted_back(session: Session) -> None:
    said = "unemployment rate was 7.1 percent in 2021, compared with 5.2 percent four years earlier"
    assert put(session, asked("amount", "Norland", said, "2021", n=7.1, unit="percent")).outcome == "supported"


def test_a_denial_is_of_the_one_number_alone(session: Session) -> None:
    said = "did not sell 310,000 lamps in 2021, up from 240,000 in 2020"
    claim = asked("count", "Acme Works", said, "2021", n=310_000, unit="lamp", polarity="-")
    assert put(session, claim).outcome == "not identified"
