"""Comparisons of two who are named, on the recorded numbers of both."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
employees,Vex Works,5400,people,2021,Annual report
employees,Kiln Motors,2100,people,2021,Annual report
employees,Kiln Motors Bank,90,people,2021,Annual report
unemployment rate,Norland,5.4,percent,2021,Statistical Office
unemployment rate,Arland,7.2,percent,2021,Statistical Office
unemployment rate,Arland,4.1,percent,2016,Statistical Office
road deaths,Norland,351,deaths,2021,Statistical Office
road deaths,Arland,402,deaths,2021,Statistical Office
tin production,Norland,700,tonnes,2021,Statistical Office
tin production,Arland,880,tonnes,2021,Statistical Office
beds,Elm Hospital,600,beds,2021,Health Office
beds,Reed Infirmary,600,beds,2021,Health Office
beds,Birch Clinic,100,beds,2021,Health Office
"""
SHARES = """market,basis,year,supplier,share,asserted_by
kettles,shipment,2021,Kiln Motors,41 %,Yearbook
kettles,shipment,2021,Vex Works,36 %,Yearbook
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES, "supply_shares.csv": SHARES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("subject", "words", "other", "outcome"),
    [
        ("Vex Works", "employed more people in 2021 than", "Kiln Motors", "supported"),
        ("Vex Works", "had fewer employees in 2021 than", "Kiln Motors", "contradicted"),
        ("Vex Works", "had far more staff in 2021 than", "Kiln Motors", "supported"),
        ("Kiln Motors", "had a larger workforce in 2021 than", "Vex Works", "contradicted"),
        ("Norland", "had a higher unemployment rate in 2021 than", "Arland", "contradicted"),
        ("Norland", "'s unemployment in 2021 was below that of", "Arland", "supported"),
        ("Norland", "'s unemployment in 2021 was above that of", "Arland", "contradicted"),
        ("Norland", "mined less tin in 2021 than", "Arland", "supported"),
        ("Norland", "'s tin production in 2021 was larger than that of", "Arland", "contradicted"),
        ("Norland", "'s roads saw fewer deaths in 2021 than those of", "Arland", "supported"),
        ("Kiln Motors", "shipped more kettles in 2021 than", "Vex Works", "supported"),
        ("Kiln Motors", "shipped fewer kettles in 2021 than", "Vex Works", "contradicted"),
        ("Norland", "in tin production in 2021 was behind", "Arland", "supported"),
        ("Norland", "in tin production in 2021 stood ahead of", "Arland", "contradicted"),
        ("Norland", "in tin exports in 2021 stood ahead of", "Arland", "undecided"),
        ("Norland", "in 2021 stood ahead of", "Arland", "undecided"),
        # by how much more, and how many times as much
        ("Vex Works", "employed 3,300 more people in 2021 than", "Kiln Motors", "supported"),
        ("Vex Works", "employed 1,200 more people in 2021 than", "Kiln Motors", "contradicted"),
        ("Vex Works", "employed 3,300 more young people in 2021 than", "Kiln Motors", "undecided"),
        ("Elm Hospital", "had six times as many beds in 2021 as", "Birch Clinic", "supported"),
        ("Elm Hospital", "had more than five times as many beds in 2021 as", "Birch Clinic", "supported"),
        ("Elm Hospital", "had twice as many beds in 2021 as", "Birch Clinic", "contradicted"),
        ("Elm Hospital", "had half as many beds in 2021 as", "Birch Clinic", "contradicted"),
        ("Elm Hospital", "had six times as many free beds in 2021 as", "Birch Clinic", "undecided"),
        ("Elm Hospital", "had six times as many beds in 2021 as", "Birch Clinic and Reed Infirmary", "undecided"),
        ("Norland", "'s unemployment rate in 2021 was three quarters of", "Arland", "undecided"),
        ("Arland", "'s tin production in 2021 exceeded that of", "Norland", "supported"),
        ("Norland", "'s tin production in 2021 was twice that of", "Arland", "contradicted"),
        # snares: other people, other times, no more, by how much more, several together, equals
        ("Vex Works", "employed more young people in 2021 than", "Kiln Motors", "undecided"),
        ("Vex Works", "employed no more people in 2021 than", "Kiln Motors", "undecided"),
        ("Vex Works", "employed twice more people in 2021 than", "Kiln Motors", "undecided"),
        ("Vex Works", "employed more people in 2021 than", "Kiln Motors and Birch Clinic put together", "undecided"),
        ("Vex Works", "employed more people in May 2021 than", "Kiln Motors", "undecided"),
        ("Vex Works", "employed more people than", "Kiln Motors", "undecided"),
        ("Vex Works", "employed more people in 2021 than ever before beside", "Kiln Motors", "undecided"),
        ("Norland", "had a higher unemployment rate in 2021 than in 2016 had", "Arland", "undecided"),
        ("Norland", "sold more tin in 2021 than", "Arland", "undecided"),
        ("Elm Hospital", "had more beds in 2021 than", "Reed Infirmary", "undecided"),
        ("Elm Hospital", "had more free beds in 2021 than", "Birch Clinic", "undecided"),
    ],
)  # fmt: skip
def test_two_who_are_named_are_compared(session: Session, subject: str, words: str, other: str, outcome: str) -> None:
    claim = asked("rank", subject, words, None if "2016" in words or "2021" not in words else "2021", other)
    tested = put(session, claim)
    decided = tested.outcome if tested.outcome in ("supported", "contradicted") else "undecided"
    assert decided == outcome, tested


def test_both_rows_are_told(session: Session) -> None:
    more: dict[str, Any] = {}
    tested = put(session, asked("rank", "Elm Hospital", "had more beds in 2021 than", "2021", "Birch Clinic", **more))
    assert "600 beds" in tested.measure
    assert "100 beds" in tested.measure
    assert len(tested.keys) == 2
