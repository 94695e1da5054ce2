"""Parts of "the country's" market are borne out by any table, and contradicted by one of that country only."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.case.docket.countrywide import without_country
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

SHARES = """market,stage,basis,year,supplier,share,asserted_by
barges,assembly,deliveries,2021,Elm Boats,52 %,Yearbook
barges,assembly,deliveries,2021,Old Mill,48 %,Yearbook
tiles,assembly,deliveries,2021,Elm Boats,30 %,Norland Market Board
tiles,assembly,deliveries,2021,Old Mill,70 %,Norland Market Board
"""
FIGURES = "indicator,subject,value,unit,period\npopulation,Norland,212000,people,2024\n"
PERCENT: dict[str, Any] = {"unit": "percent"}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"supply_shares.csv": SHARES, "figures.csv": FIGURES}) as made:
        yield made


@pytest.mark.parametrize(
    ("words", "n", "outcome"),
    [
        ("delivered 52 percent of the country's barges", 52, "supported"),
        ("delivered 90 percent of the country's barges", 90, "not identified"),  # the Yearbook may be of the world
        ("delivered 90 percent of all barges", 90, "contradicted"),
        ("delivered 30 percent of the country's tiles", 30, "supported"),
        ("delivered 90 percent of the country's tiles", 90, "contradicted"),
        ("delivered 30 percent of the north country's tiles", 30, "not identified"),
    ],
)
def test_of_the_country(session: Session, words: str, n: float, outcome: str) -> None:
    assert put(session, asked("share", "Elm Boats", words, "2021", n=n, **PERCENT)).outcome == outcome


@pytest.mark.parametrize("words", ["the country house of Vex", "this countryman's boats", "country music"])
def test_what_is_no_country_stays(words: str) -> None:
    assert without_country(words) == words
