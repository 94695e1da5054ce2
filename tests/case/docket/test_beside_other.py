"""A number, and how many times that of another it is."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
beds,Elm Hospital,600,beds,2021,Health Office
beds,Birch Clinic,100,beds,2021,Health Office
budget,Elm Hospital,30,million EUR,2021,Health Office
budget,Birch Clinic,10,million EUR,2021,Health Office
thefts per 1000 inhabitants,Norland,4.1,thefts,2021,Police
thefts per 1000 inhabitants,Arland,2.0,thefts,2021,Police
"""
BEDS: dict[str, Any] = {"n": 600.0, "unit": "bed"}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("subject", "words", "other", "more", "outcome"),
    [
        ("Elm Hospital", "had 600 beds in 2021, six times as many as", "Birch Clinic", BEDS, "supported"),
        ("Elm Hospital", "had 600 beds in 2021, twice as many as", "Birch Clinic", BEDS, "contradicted"),
        (
            "Elm Hospital",
            "had 30 million euros of budget in 2021, three times that of",
            "Birch Clinic",
            {},
            "supported",
        ),
        ("Elm Hospital", "had 600 free beds in 2021, six times as many as", "Birch Clinic", BEDS, "undecided"),
        ("Elm Hospital", "had 600 beds in 2021, six times as many as", "Reed Infirmary", BEDS, "undecided"),
        ("Norland", "had twice as many thefts per 1,000 inhabitants in 2021 as", "Arland", {}, "supported"),
        ("Norland", "had twice as many thefts per 100,000 inhabitants in 2021 as", "Arland", {}, "undecided"),
        ("Norland", "had twice as many thefts in 2021 as", "Arland", {}, "undecided"),
    ],
)
def test_the_number_and_the_comparison_are_tested(
    session: Session, subject: str, words: str, other: str, more: dict[str, Any], outcome: str
) -> None:
    tested = put(session, asked("rank", subject, words, "2021", other, **more))
    decided = tested.outcome if tested.outcome in ("supported", "contradicted") else "undecided"
    assert decided == outcome, tested
