"""Rises and falls of every year."""

from collections.abc import Iterator

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
road deaths,Norland,412,deaths,2018,Statistical Office
road deaths,Norland,377,deaths,2019,Statistical Office
road deaths,Norland,351,deaths,2020,Statistical Office
births,Norland,900,births,2018,Statistical Office
births,Norland,920,births,2019,Statistical Office
births,Norland,910,births,2020,Statistical Office
homes completed,Norland,100,homes,2017,Statistical Office
homes completed,Norland,150,homes,2018,Statistical Office
homes completed,Norland,180,homes,2020,Statistical Office
"""
SHARES = """market,basis,year,supplier,share,asserted_by
lamps,production,2018,Norland,30 %,Yearbook
lamps,production,2019,Norland,28 %,Yearbook
lamps,production,2020,Norland,25 %,Yearbook
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES, "supply_shares.csv": SHARES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("road deaths fell every year from 2018 to 2020", "supported"),
        ("road deaths fell year after year between 2018 and 2020", "supported"),
        ("road deaths rose every single year from 2018 to 2020", "contradicted"),
        ("births rose each year from 2018 to 2020", "contradicted"),
        ("share of lamp production fell every year from 2018 to 2020", "supported"),
        ("share of lamp production rose every year from 2018 to 2020", "contradicted"),
        ("road deaths have gone up each year from 2018 to 2020", "contradicted"),
        ("homes completed rose every year from 2017 to 2020", "not identified"),  # 2019 is not recorded
        ("road deaths nearly fell every year from 2018 to 2020", "not identified"),
        ("road deaths of children fell every year from 2018 to 2020", "not identified"),
        ("road deaths fell every year from 2019 to 2020", "not identified"),
    ],
)
def test_a_movement_of_every_year(session: Session, words: str, outcome: str) -> None:
    a, b = sorted(w for w in words.split() if w.isdigit())
    tested = put(session, asked("trend", "Norland", f"'s {words}", f"{a}/{b}"))
    assert tested.outcome == outcome, tested
