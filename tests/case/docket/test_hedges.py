"""Words before a number that say how far off it may be."""

from collections.abc import Iterator

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
employees,Acme Works,310,people,2021,Annual report
"""
SHARES = """market,basis,year,supplier,share,asserted_by
lamps,production,2021,Norland,34 %,Yearbook
lamps,production,2021,Arland,24 %,Yearbook
lamps,production,2021,Corland,9 %,Yearbook
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES, "supply_shares.csv": SHARES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "number", "outcome"),
    [
        ("well over 250", {"low": 250, "qualifier": "more than"}, "supported"),
        ("far more than 250", {"low": 250, "qualifier": "more than"}, "supported"),
        ("well over 305", {"low": 305, "qualifier": "more than"}, "not identified"),
        ("well over 500", {"low": 500, "qualifier": "more than"}, "contradicted"),
        ("just over 300", {"low": 300, "qualifier": "more than"}, "supported"),
        ("slightly more than 300", {"low": 300, "qualifier": "more than"}, "supported"),
        ("just over 100", {"low": 100, "qualifier": "more than"}, "contradicted"),
        ("a little over 265", {"low": 265, "qualifier": "more than"}, "not identified"),
        ("well under 400", {"high": 400, "qualifier": "less than"}, "supported"),
        ("well under 315", {"high": 315, "qualifier": "less than"}, "not identified"),
        ("as many as 310", {"high": 310, "qualifier": "at most"}, "supported"),
        ("as many as 900", {"high": 900, "qualifier": "at most"}, "contradicted"),
        ("over 250", {"low": 250, "qualifier": "more than"}, "supported"),
    ],
)
def test_a_hedge_has_a_size(session: Session, words: str, number: dict[str, float], outcome: str) -> None:
    claim = asked("count", "Acme Works", f"had {words} employees in 2021", "2021", unit="person", **number)
    assert put(session, claim).outcome == outcome


@pytest.mark.parametrize(
    ("subject", "words", "number", "outcome"),
    [
        ("Norland", "made a third of the world's lamps", 100 / 3, "supported"),
        ("Norland", "made one third of the world's lamps", 100 / 3, "supported"),
        ("Arland", "made a quarter of the world's lamps", 25.0, "supported"),
        ("Arland", "made one in four of the world's lamps", 25.0, "supported"),
        ("Arland", "made a fifth of the world's lamps", 20.0, "contradicted"),
        ("Arland", "made a third of the world's lamps", 100 / 3, "contradicted"),
        ("Corland", "made a quarter of the world's lamps", 25.0, "contradicted"),
        ("Norland", "made 33.3 percent of the world's lamps", 33.3, "not identified"),
    ],
)
def test_a_part_in_words_is_about_that(session: Session, subject: str, words: str, number: float, outcome: str) -> None:
    assert put(session, asked("share", subject, words, "2021", n=number, unit="percent")).outcome == outcome
