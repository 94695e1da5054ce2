"""A number and by how much it differs from that of another year."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
nurses,Elm Hospital,1020,nurses,2019,Health Office
nurses,Elm Hospital,940,nurses,2021,Health Office
population,Norland,412600,people,2019,Statistical Office
population,Norland,427600,people,2021,Statistical Office
trams,Norland,40,trams,2019,Statistical Office
trams,Norland,81,trams,2021,Statistical Office
"""
NURSES: dict[str, Any] = {"n": 940.0, "unit": "person"}
PEOPLE: dict[str, Any] = {"n": 427600.0, "unit": "person"}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("subject", "words", "more", "outcome"),
    [
        ("Elm Hospital", "had 940 nurses in 2021, 80 fewer than in 2019", NURSES, "supported"),
        ("Elm Hospital", "had 940 nurses in 2021, 80 more than in 2019", NURSES, "contradicted"),
        ("Elm Hospital", "had 940 nurses in 2021, 200 fewer than in 2019", NURSES, "contradicted"),
        ("Norland", "had 427,600 inhabitants in 2021, some 15,000 more than in 2019", PEOPLE, "supported"),
        ("Elm Hospital", "had 80 fewer nurses in 2021 than in 2019", {"n": 80.0}, "supported"),
        ("Elm Hospital", "had 80 more nurses in 2021 than in 2019", {"n": 80.0}, "contradicted"),
        ("Elm Hospital", "had 940 nurses in 2021, down 8 percent on 2019", NURSES, "supported"),
        ("Elm Hospital", "had 940 nurses in 2021, up 8 percent on 2019", NURSES, "contradicted"),
        ("Elm Hospital", "had 940 nurses in 2021, a tenth fewer than in 2019", NURSES, "contradicted"),
        ("Elm Hospital", "had half as many nurses in 2021 as in 2019", {}, "contradicted"),
        ("Norland", "had 81 trams in 2021, twice as many as in 2019", {"n": 81.0, "unit": "tram"}, "supported"),
        ("Norland", "had 81 trams in 2021, half the 2019 number", {"n": 81.0, "unit": "tram"}, "contradicted"),
        ("Norland", "had 81 trams in 2021, forty-one more than in 2012", {"n": 81.0, "unit": "tram"}, "undecided"),
        ("Elm Hospital", "had 940 nurses in 2021, 80 fewer than in 2012", NURSES, "undecided"),
        ("Elm Hospital", "had 940 trained nurses in 2021, 80 fewer than in 2019", NURSES, "undecided"),
        ("Elm Hospital", "had 80 fewer trained nurses in 2021 than in 2019", {"n": 80.0}, "undecided"),
    ],
)
def test_a_difference_is_tested_with_its_number(
    session: Session, subject: str, words: str, more: dict[str, Any], outcome: str
) -> None:
    tested = put(session, asked("trend", subject, words, None, **more))
    decided = tested.outcome if tested.outcome in ("supported", "contradicted") else "undecided"
    assert decided == outcome, tested
