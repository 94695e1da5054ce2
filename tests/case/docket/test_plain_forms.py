"""Numbers in plain forms: marks that are passed, what is handled, sold for money, donated, or foretold elsewhen."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.case.docket.foretold import dated
from cuibono.model.claim_kind import ClaimKind
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
revenue,Vex Works,24,million USD,2019,Annual report
revenue,Vex Works,21,million USD,2020,Annual report
revenue,Vex Works,19,million USD,2021,Annual report
revenue,Vex Works,17,million USD,2022,Annual report
donation to the Elm Party,Vex Works,30000,USD,2021,Party Office
patrol drones,Vex Works,46,drones,2021,Annual report
containers handled,Port of Elm,940000,TEU,2021,Port Office
gas transported,Tarn Pipes,6.5,billion cubic metres,2021,Energy Office
milk collected,Tarn Dairy,300,tonnes,2021,Dairy Board
members,Tarn Dairy,2300,people,2020,Dairy Board
members,Tarn Dairy,2100,people,2021,Dairy Board
ticket sales,Elm Theatre,12,million crowns,2021,Arts Office
weekly listeners,Radio Elm,40000,people,2021,Press Audit
gravel extraction,Norland,70,million tonnes,2021,Minerals Office
slate production,Norland,9,million tonnes,2021,Minerals Office
barley harvest,Arland,30,million tonnes,2021,Farm Office
ferry faults,Arland,7,faults,2020,Sea Office
ferry faults,Arland,4,faults,2021,Sea Office
unemployment rate,Arland,6.4,percent,2021,Farm Office
state subsidy,Elm Railway,140,million USD,2021,Finance Office
seats in parliament,Elm Party,31,seats,2021,Finance Office
budget,Coast Service,400,million crowns,2020,Finance Office
budget,Coast Service,500,million crowns,2021,Finance Office
"""
USD: dict[str, Any] = {"unit": "USD"}
TONNES: dict[str, Any] = {"unit": "tonne"}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("kind", "subject", "words", "more", "outcome"),
    [
        ("trend", "Vex Works", "'s revenue fell below 20 million dollars in 2021", USD, "supported"),
        ("trend", "Vex Works", "'s revenue slipped under 18.5 million US dollars in 2021", USD, "contradicted"),
        ("trend", "Vex Works", "'s revenue rose above 18 million dollars in 2021", USD, "contradicted"),
        ("trend", "Vex Works", "'s revenue fell below 20 million dollars in 2022", USD, "undecided"),
        ("trend", "Vex Works", "'s revenue from lamps fell below 20 million dollars in 2021", USD, "undecided"),
        (
            "trend",
            "Vex Works",
            "'s revenue slid from 21 million US dollars in 2020 to 19 million US dollars in 2021",
            {},
            "supported",
        ),
        ("amount", "Vex Works", "gave the Elm Party 30,000 dollars in 2021", {"n": 3e4} | USD, "supported"),
        ("amount", "Vex Works", "gave its workers 30,000 dollars in 2021", {"n": 3e4} | USD, "undecided"),
        ("count", "Vex Works", "ran 46 patrol drones in 2021", {"n": 46.0, "unit": "drone"}, "supported"),
        ("count", "Vex Works", "sold 46 patrol drones in 2021", {"n": 46.0, "unit": "drone"}, "undecided"),
        ("count", "Port of Elm", "moved 940,000 TEU in 2021", {"n": 9.4e5, "unit": "TEU"}, "supported"),
        ("count", "Port of Elm", "could handle 940,000 TEU in 2021", {"n": 9.4e5, "unit": "TEU"}, "undecided"),
        ("count", "Port of Elm", "moved 940,000 TEU of toys in 2021", {"n": 9.4e5, "unit": "TEU"}, "undecided"),
        (
            "amount",
            "Tarn Pipes",
            "moved 8 billion cubic metres of gas in 2021",
            {"n": 8e9, "unit": "m3"},
            "contradicted",
        ),
        ("trend", "Tarn Dairy", "'s membership fell by more than a tenth between 2020 and 2021", {}, "contradicted"),
        (
            "amount",
            "Elm Theatre",
            "sold tickets for 12 million crowns in 2021",
            {"n": 1.2e7, "unit": "crown"},
            "supported",
        ),
        (
            "amount",
            "Elm Theatre",
            "sold a house for 12 million crowns in 2021",
            {"n": 1.2e7, "unit": "crown"},
            "undecided",
        ),
        ("count", "Radio Elm", "reached 40,000 listeners a week in 2021", {"n": 4e4, "unit": "person"}, "supported"),
        ("count", "Radio Elm", "reached 40,000 listeners a day in 2021", {"n": 4e4, "unit": "person"}, "undecided"),
        ("amount", "Norland", "dug out 80 million tonnes of gravel in 2021", {"n": 8e7} | TONNES, "contradicted"),
        (
            "amount",
            "Norland",
            "dug out 70 million tonnes of gravel in 2021, more than ever before",
            {"n": 7e7} | TONNES,
            "undecided",
        ),
        (
            "amount",
            "Norland",
            "dug out 80 million tonnes of gravel in 2021, more than ever before",
            {"n": 8e7} | TONNES,
            "contradicted",
        ),
        ("amount", "Norland", "mined 9 million tonnes of slate in 2021", {"n": 9e6} | TONNES, "supported"),
        ("amount", "Arland", "brought in 30 million tonnes of barley in 2021", {"n": 3e7} | TONNES, "supported"),
        (
            "amount",
            "Elm Railway",
            ": the state subsidy for Elm Railway was 140 million dollars in 2021",
            {"n": 1.4e8} | USD,
            "supported",
        ),
        ("count", "Elm Party", "won 35 seats in parliament in 2021", {"n": 35.0, "unit": "seat"}, "contradicted"),
        ("trend", "Coast Service", "'s budget was a quarter larger in 2021 than in 2020", {}, "supported"),
        ("trend", "Coast Service", "'s budget was 60 percent larger in 2021 than in 2020", {}, "contradicted"),
        ("trend", "Coast Service", "'s budget was a quarter smaller in 2021 than in 2020", {}, "contradicted"),
        (
            "amount",
            "Coast Service",
            "'s budget was 500 million crowns in 2021, more than in 2020",
            {"n": 5e8, "unit": "crown"},
            "supported",
        ),
        (
            "amount",
            "Coast Service",
            "'s budget was 500 million crowns in 2021, less than in 2020",
            {"n": 5e8, "unit": "crown"},
            "contradicted",
        ),
        (
            "count",
            "Arland",
            "had four ferry faults in 2021, down from seven in 2020",
            {"n": 4.0, "unit": "fault"},
            "supported",
        ),
        (
            "count",
            "Arland",
            "had four ferry faults in 2021, down from nine in 2020",
            {"n": 4.0, "unit": "fault"},
            "contradicted",
        ),
    ],
)
def test_a_number_in_a_plain_form(
    session: Session, kind: ClaimKind, subject: str, words: str, more: dict[str, Any], outcome: str
) -> None:
    tested = put(session, asked(kind, subject, words, words[-4:] if words[-4:].isdigit() else "2021", **more))
    decided = tested.outcome if tested.outcome in ("supported", "contradicted") else "undecided"
    assert decided == outcome, tested


def test_a_rate_that_was_foretold_to_rise_above_a_mark(session: Session) -> None:
    words = "'s unemployment rate will rise above 8 percent in 2021"
    more: dict[str, Any] = {"low": 8.0, "unit": "percent", "qualifier": "more than", "foretold": "trend"}
    assert put(session, asked("forecast", "Arland", words, "2021", **more)).outcome == "contradicted"


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("In 2018 I predicted that Norland would make more than half of all lamps by 2021", "2021"),
        ("In 2018 the office forecast Norland would have 40 ports in 2021", "2021"),
        ("In 2018 I predicted that Norland would have 40 ports in 2021 and 50 in 2025", None),
        ("Norland would have 40 ports one day, as I predicted", None),
    ],
)
def test_a_forecast_is_for_the_year_that_was_foretold(words: str, time: str | None) -> None:
    assert dated(asked("forecast", "", words, foretold="count")).time == time


@pytest.mark.parametrize(
    ("kind", "subject", "words", "more", "outcome"),
    [
        ("trend", "Tarn Dairy", "lost members in 2021", {}, "supported"),
        ("trend", "Tarn Dairy", "gained many members in 2021", {}, "undecided"),
        ("trend", "Tarn Dairy", "gained members in 2021", {}, "contradicted"),
        ("trend", "Tarn Dairy", "lost young members in 2021", {}, "undecided"),
        (
            "amount",
            "Arland",
            "'s unemployment rate fell to 6.4 percent in 2021",
            {"n": 6.4, "unit": "percent"},
            "undecided",
        ),
        ("count", "Tarn Dairy", "'s members fell to 2,100 in 2021", {"n": 2100.0}, "supported"),
        ("count", "Tarn Dairy", "'s members rose to 2,100 in 2021", {"n": 2100.0}, "contradicted"),
    ],
)
def test_a_rise_or_a_fall_in_a_plain_form(
    session: Session, kind: ClaimKind, subject: str, words: str, more: dict[str, Any], outcome: str
) -> None:
    tested = put(session, asked(kind, subject, words, "2021", **more))
    decided = tested.outcome if tested.outcome in ("supported", "contradicted") else "undecided"
    assert decided == outcome, tested
