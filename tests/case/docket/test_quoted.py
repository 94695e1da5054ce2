"""A row of a table of claims is tested in the words of its quote, where its property leaves out of what it is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.model.docket import Asked
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

SHARES = """market,stage,basis,year,supplier,share,asserted_by
tin,smelting,production,2023,Norland,34 %,Office
tin,mining,production,2023,Norland,12 %,Office
kilnbuilding,tunnel kilns,production,2023,Norland,41 %,Office
drones,rotor blades,production,2023,Norland,20 %,Office
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"supply_shares.csv": SHARES}) as opened:
        yield opened


def row(number: float, quote: str) -> Asked:
    return replace(asked("share", "Norland", "share smelting", "2023", n=number, unit="percent"), quoted=quote)


@pytest.mark.parametrize(
    ("number", "quote", "outcome"),
    [
        (34, "Norland smelted 34 percent of the tin of the world in 2023.", "supported"),
        (24, "Norland smelted only 24 percent of the tin in 2023", "contradicted"),
        (34, "", "not identified"),
        (34, "We smelted 34 percent of the tin in 2023.", "not identified"),
        (34, "Norland smelted 34 percent of the lead in 2023.", "not identified"),
        (34, "Norland smelted 34 percent of the tin. It has been so for years.", "not identified"),
        (34, "Norland could smelt 34 percent of the tin in 2023.", "not identified"),
    ],
)
def test_a_row_says_what_its_quote_says(session: Session, number: float, quote: str, outcome: str) -> None:
    assert put(session, row(number, quote)).outcome == outcome


@pytest.mark.parametrize(
    ("words", "number", "outcome"),
    [
        ("built 41 percent of the world's tunnel kilns in 2023", 41, "supported"),
        ("built a third of the world's tunnel kilns in 2023", 100 / 3, "contradicted"),
        ("made 20 percent of the world's rotor blades in 2023", 20, "not identified"),
    ],
)
def test_a_kind_of_the_good_says_all_by_itself(session: Session, words: str, number: float, outcome: str) -> None:
    assert put(session, asked("share", "Norland", words, "2023", n=number, unit="percent")).outcome == outcome
