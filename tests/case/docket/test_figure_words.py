"""Figures in the words in which prose gives them: what was mined, taken in, run, or counted as people."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
population,Norland,5100000,people,2021,Statistical Office
tin production,Norland,700,tonnes,2021,Statistical Office
wheat production,Norland,1480,tonnes,2019,Statistical Office
wheat production,Norland,1120,tonnes,2021,Statistical Office
burglaries,Port Elm,1870,cases,2021,Statistical Office
homes completed,Port Elm,3100,homes,2021,Statistical Office
revenue,Vex Works,540,million USD,2021,Annual report
orders received,Vex Works,690,million USD,2021,Annual report
shops,Vex Works,146,shops,2021,Annual report
employees,Vex Works,5400,people,2021,Annual report
sales,Kiln Motors,30,million USD,2021,Annual report
revenue,Kiln Motors,50,million USD,2021,Annual report
pupils,Tarn School,880,pupils,2021,School Office
daily circulation,Port Gazette,118000,copies,2021,Press Audit
"""
USD: dict[str, Any] = {"unit": "USD"}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("kind", "subject", "words", "more", "outcome"),
    [
        ("count", "Norland", "had 5.1 million people", {"n": 5.1e6, "unit": "person"}, "supported"),
        ("count", "Norland", "had more than 6 million people", {"low": 6e6, "unit": "person"}, "contradicted"),
        ("count", "Norland", "had 5.1 million working people", {"n": 5.1e6, "unit": "person"}, "undecided"),
        ("count", "Norland", "had 5.1 million people abroad", {"n": 5.1e6, "unit": "person"}, "undecided"),
        ("count", "Vex Works", "had 5,400 people", {"n": 5400.0, "unit": "person"}, "undecided"),
        ("amount", "Norland", "mined 700 tonnes of tin", {"n": 700.0, "unit": "tonne"}, "supported"),
        ("amount", "Norland", "dug up 900 tonnes of tin", {"n": 900.0, "unit": "tonne"}, "contradicted"),
        ("amount", "Norland", "exported 700 tonnes of tin", {"n": 700.0, "unit": "tonne"}, "undecided"),
        ("amount", "Norland", "harvested 1,120 tonnes of wheat", {"n": 1120.0, "unit": "tonne"}, "supported"),
        ("amount", "Norland", "harvested 1,120 tonnes of winter wheat", {"n": 1120.0, "unit": "tonne"}, "undecided"),
        ("amount", "Vex Works", "took in 540 million dollars", {"n": 540e6, **USD}, "supported"),
        ("amount", "Vex Works", "took in 540 million dollars in taxes", {"n": 540e6, **USD}, "undecided"),
        ("amount", "Vex Works", "had sales of 900 million dollars", {"n": 900e6, **USD}, "contradicted"),
        ("amount", "Kiln Motors", "had sales of 30 million dollars", {"n": 30e6, **USD}, "supported"),
        ("amount", "Vex Works", "had sales of 540 million dollars in Arland", {"n": 540e6, **USD}, "undecided"),
        ("amount", "Vex Works", "received orders worth 690 million dollars", {"n": 690e6, **USD}, "supported"),
        ("amount", "Vex Works", "'s revenue topped 500 million dollars", {"n": 500e6, **USD}, "supported"),
        ("amount", "Vex Works", "'s revenue passed 700 million dollars", {"n": 700e6, **USD}, "contradicted"),
        ("count", "Vex Works", "ran 146 shops", {"n": 146.0, "unit": "shop"}, "supported"),
        ("count", "Vex Works", "operated 171 shops", {"n": 171.0, "unit": "shop"}, "contradicted"),
        ("count", "Vex Works", "ran 146 flower shops", {"n": 146.0, "unit": "shop"}, "undecided"),
        ("count", "Vex Works", "sold 146 shops", {"n": 146.0, "unit": "shop"}, "undecided"),
        ("count", "Tarn School", "taught 880 pupils", {"n": 880.0, "unit": "person"}, "supported"),
        ("count", "Tarn School", "expelled 880 pupils", {"n": 880.0, "unit": "person"}, "undecided"),
        ("count", "Port Gazette", "sold 118,000 copies a day", {"n": 118000.0, "unit": "copy"}, "supported"),
        ("count", "Port Gazette", "sold 118,000 copies a week", {"n": 118000.0, "unit": "copy"}, "undecided"),
        ("count", "Port Gazette", "sold 118,000 copies", {"n": 118000.0, "unit": "copy"}, "undecided"),
    ],
)  # fmt: skip
def test_what_a_figure_is_of(
    session: Session, kind: Any, subject: str, words: str, more: dict[str, Any], outcome: str
) -> None:
    tested = put(session, asked(kind, subject, f"{words} in 2021", "2021", **more))
    decided = tested.outcome if tested.outcome in ("supported", "contradicted") else "undecided"
    assert decided == outcome, tested


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("The police registered 1,870 burglaries in Port Elm in that year", "supported"),
        ("The police registered 900 burglaries in Port Elm in the same year", "contradicted"),
        ("The police solved 1,870 burglaries in Port Elm in that year", "not identified"),
    ],
)
def test_who_counts_narrows_nothing_and_that_year_is_the_one_before(session: Session, words: str, outcome: str) -> None:
    number = 1870.0 if "1,870" in words else 900.0
    claim = asked("count", "Port Elm", "", "2021", n=number, unit="burglary")
    claim = type(claim)(**{f: getattr(claim, f) for f in claim.__dataclass_fields__} | {"words": words, "says": words})
    assert put(session, claim).outcome == outcome
