"""Majorities that another is recorded to have, parts that grew, and what is said of all of a firm's capital."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cuibono.model.docket import Party
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

HOLDINGS = """owner,asset,share_of,share,since,until,asserted_by
Rondel Trust,Dorn Works,votes,58 %,2015-04-01,,Almanac
Bright Partners,Dorn Works,capital,35 %,2015-04-01,,Almanac
Boss Ports,Quay North,votes,60 %,2018-01-01,,Almanac
Sela Quill,Quay North,capital,20 %,2018-01-01,,Almanac
Sela Quill,Boss Ports,capital,12 %,2014-01-01,,Almanac
Pall Trust,Zephir Works,capital,20 %,2012-02-01,2019-12-31,Almanac
Pall Trust,Zephir Works,capital,45 %,2020-01-01,,Almanac
Ober Boats,Polder Freight,capital,100 %,2011-04-01,,Almanac
Tesla Guild,Polder Rail,capital,25 %,2011-04-01,2016-03-31,Almanac
Veska,Hill Mill,capital,14 %,2016-04-01,,Almanac
"""
CLAIMS: list[tuple[str, str, str | None, str, str]] = [
    ("Bright Partners", "has the majority of the votes at", None, "Dorn Works", "contradicted"),
    ("Bright Partners", "commands most of the votes at", None, "Dorn Works", "contradicted"),
    ("Dorn Works", "'s majority of votes lies with", None, "Bright Partners", "contradicted"),
    ("Dorn Works", "'s majority of votes lies with", None, "Rondel Trust", "supported"),
    ("Bright Partners", "had the majority of the votes at", None, "Dorn Works", "not identified"),
    ("Bright Partners", "seldom has the majority of the votes at", None, "Dorn Works", "not identified"),
    ("Bright Partners", "held the majority of the votes in 2012 at", "2012", "Dorn Works", "not identified"),
    ("Old Guild", "has the majority of the votes at", None, "Dorn Works", "not identified"),
    ("Sela Quill", "has the majority of the votes at", None, "Quay North", "not identified"),
    ("Pall Trust", "raised its stake from 20 to 45 percent in 2020 in", "2020", "Zephir Works", "not identified"),
    ("Ober Boats", "owns all of the capital of", None, "Polder Freight", "supported"),
    ("Tesla Guild", "still held a stake in 2018 in", "2018", "Polder Rail", "contradicted"),
    ("Tesla Guild", "held a stake in 2018 in", "2018", "Polder Rail", "contradicted"),
    ("Tesla Guild", "still held a stake in 2016 in", "2016", "Polder Rail", "not identified"),
    ("Rondel Trust", "does not hold any shares in", None, "Dorn Works", "not identified"),
    ("Tesla Guild", "once owned", None, "Polder Rail", "not identified"),
    ("Tesla Guild", "owned shares in", None, "Polder Rail", "supported"),
    ("Tesla Guild", "has owned shares in", None, "Polder Rail", "not identified"),
    ("Tesla Guild", "owned most of", None, "Polder Rail", "not identified"),
    ("Veska", "does not own a single share of", None, "Hill Mill", "contradicted"),
]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"holdings.csv": HOLDINGS}) as opened:
        yield opened


@pytest.mark.parametrize(("who", "words", "time", "firm", "outcome"), CLAIMS)
def test_holdings_of_others_and_of_other_times_tell(
    session: Session, who: str, words: str, time: str | None, firm: str, outcome: str
) -> None:
    assert _outcome(session, who, words, time, firm) == outcome


def test_the_one_firm_of_its_sort_bears_a_claim_out_and_never_contradicts_it(session: Session) -> None:
    for words, outcome in (("is wholly owned by", "supported"), ("is not owned by", "not identified")):
        claim = asked("ownership", "The freight", words, None, "Ober Boats")
        claim = replace(claim, subject=Party(None, "The freight", whole=False))
        assert put(session, claim).outcome == outcome


@pytest.mark.parametrize(
    ("words", "time", "outcome"),
    [
        ("raised its stake in Zephir Works from 20 to 45 percent in 2020", "2020", "supported"),
        ("has increased its share in Zephir Works from 20 percent to 45 percent", None, "supported"),
        ("raised its stake in Zephir Works from 25 to 45 percent in 2020", "2020", "not identified"),
        ("raised its stake in Zephir Works from 20 to 45 percent in 2014", "2014", "not identified"),
        ("secretly raised its stake in Zephir Works from 20 to 45 percent in 2020", "2020", "not identified"),
    ],
)
def test_a_part_that_grew(session: Session, words: str, time: str | None, outcome: str) -> None:
    more: Any = {"unit": "percent", "low": 20.0, "high": 45.0}
    claim = asked("ownership", "Pall Trust", words, time, "Zephir Works", **more)
    tested = put(session, claim)
    assert ("not identified" if tested.outcome == "no data" else tested.outcome) == outcome, tested


@pytest.mark.parametrize(
    ("who", "words", "time", "firm", "outcome"),
    [
        ("Bright Partners", "controls", None, "Dorn Works", "contradicted"),
        ("Bright Partners", "controlled", "2010", "Dorn Works", "not identified"),  # nothing is recorded of that year
        ("Old Guild", "controls", None, "Dorn Works", "no data"),  # it is not recorded there, and may do so otherwise
        ("Sela Quill", "controls", None, "Quay North", "not identified"),  # she holds a part of who has the majority
        ("Rondel Trust", "controls", None, "Dorn Works", "supported"),
    ],
)
def test_control_by_who_has_less_than_another(
    session: Session, who: str, words: str, time: str | None, firm: str, outcome: str
) -> None:
    assert put(session, asked("control", who, words, time, firm)).outcome == outcome


def test_a_denial_of_control_is_borne_out_by_it(session: Session) -> None:
    claim = replace(asked("control", "Bright Partners", "controls", None, "Dorn Works"), polarity="-")
    assert put(session, claim).outcome == "supported"


def _outcome(session: Session, who: str, words: str, time: str | None, firm: str) -> str:
    tested = put(session, asked("ownership", who, words, time, firm))
    return "not identified" if tested.outcome == "no data" else str(tested.outcome)
