"""Claims in another form than the one that is tested: compared years, both ends of a change, all that belongs to one."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cuibono.case.docket.retold import retold
from cuibono.model.docket import Asked, Party
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

SHARES = """market,stage,basis,year,supplier,share,amount,unit,asserted_by
barley,,production,2015,Norland,60 %,500,tonnes,Grain Board
barley,,production,2021,Norland,52 %,640,tonnes,Grain Board
barley,,production,2021,Arland,20 %,250,tonnes,Grain Board
"""
FIGURES = """indicator,subject,value,unit,period,asserted_by
unemployment rate,Norland,7.5,percent,2015,Statistics Norland
unemployment rate,Norland,5.1,percent,2021,Statistics Norland
road deaths,Norland,90,people,2015,Statistics Norland
road deaths,Norland,70,people,2021,Statistics Norland
bus passengers,Port Vex,40,million people,2015,Statistics Norland
bus passengers,Port Vex,52,million people,2021,Statistics Norland
foxes,Arland,80-120,foxes,2021,Statistics Norland
turnover,Brassworks,320,million marks,2021,Statistics Norland
crime rate,Norland,4,percent,2015,Statistics Norland
crime rate,Norland,3,percent,2021,Statistics Norland
passengers,Vex Ferry,600,,2021,Statistics Norland
deaths,Arland,50,,2021,Statistics Norland
"""
HOLDINGS = """owner,asset,share_of,share,since,until,asserted_by
City of Vex,Vex Buses,capital,100 %,2001,,Company House
Acme Bank,Brassworks,capital,30 %,2010,,Company House
Acme Bank,Brassworks,votes,12 %,2010,,Company House
"""
REGISTER = """
{"id":"b","schema":"Company","properties":{"name":["Brassworks"],"incorporationDate":["1951"]}}
{"id":"c1","schema":"Company","properties":{"name":["Copper"],"incorporationDate":["1951"]}}
{"id":"c2","schema":"Company","properties":{"name":["Copper Works"],"incorporationDate":["1980"]}}
{"id":"o","schema":"Person","properties":{"name":["Oren"],"birthDate":["1951"]}}
"""
PERCENT, POINT = {"unit": "percent"}, {"unit": "point"}
# fmt: off
# ruff: noqa: E501
CLAIMS: list[tuple[Any, str, str, str | None, dict[str, Any], str]] = [
    ("trend", "Norland", "'s share of barley production shrank by eight points between 2015 and 2021", "2015/2021", POINT | {"n": 8}, "supported"),
    ("trend", "Norland", "'s share of barley production shrank by two points between 2015 and 2021", "2015/2021", POINT | {"n": 2}, "contradicted"),
    ("share", "Norland", "'s share of barley production slid from 60 percent in 2015 to 52 percent in 2021", None, PERCENT | {"n": 60}, "supported"),
    ("share", "Norland", "'s share of barley production slid from 60 percent in 2015 to 40 percent in 2021", None, PERCENT | {"n": 60}, "contradicted"),
    ("share", "Norland", "'s share of barley production rose from 60 percent in 2015 to 52 percent in 2021", None, PERCENT | {"n": 60}, "contradicted"),
    ("trend", "Norland", "doubled its share of barley production between 2015 and 2021", "2015/2021", {}, "contradicted"),
    ("other", "Norland", "harvested less barley in 2021 than in 2015", None, {}, "contradicted"),
    ("other", "Norland", "harvested more barley in 2021 than in 2015", None, {}, "supported"),
    ("other", "Norland", "harvested more organic barley in 2021 than in 2015", None, {}, "no data"),
    ("event date", "fewer people", "died on Norland's roads in 2021 than in 2015", None, {}, "supported"),
    ("event date", "more people", "died on Norland's roads in 2021 than in 2015", None, {}, "contradicted"),
    ("event date", "fewer children", "died on Norland's roads in 2021 than in 2015", None, {}, "not identified"),
    ("other", "unemployment in Norland", "went up between 2015 and 2021", "2015/2021", {}, "contradicted"),
    ("trend", "unemployment in Norland", "fell between 2015 and 2021", "2015/2021", {}, "supported"),
    ("trend", "unemployment in North Norland", "fell between 2015 and 2021", "2015/2021", {}, "no data"),
    ("trend", "youth unemployment in Norland", "fell between 2015 and 2021", "2015/2021", {}, "not identified"),
    ("amount", "Norland's unemployment rate", "was 5.1 percent in 2021", "2021", PERCENT | {"n": 5.1}, "supported"),
    ("amount", "Norland's unemployment rate", "was 9.1 percent in 2021", "2021", PERCENT | {"n": 9.1}, "contradicted"),
    ("count", "Port Vex's buses", "carried 52 million passengers in 2021", "2021", {"unit": "person", "n": 52e6}, "supported"),
    ("count", "Port Vex's trams", "carried 52 million passengers in 2021", "2021", {"unit": "person", "n": 52e6}, "no data"),
    ("trend", "Bus ridership in Port Vex", "rose by more than a fifth between 2015 and 2021", "2015/2021", {}, "supported"),
    ("count", "A total of 70 people", "were killed on Norland's roads in 2021", "2021", {"unit": "person", "n": 70}, "supported"),
    ("count", "A total of 70 people", "were killed by bears on Norland's roads in 2021", "2021", {"unit": "person", "n": 70}, "not identified"),
    ("trend", "Norland", "'s barley harvest rose to 640 tonnes in 2021", "2021", {"n": 640, "unit": "tonne"}, "no data"),
    ("trend", "Norland", "had grown 640 tonnes of barley in 2021", "2021", {"n": 640, "unit": "tonne"}, "supported"),
    ("trend", "crime in Norland", "fell between 2015 and 2021", "2015/2021", {}, "no data"),
    ("count", "Vex Ferry", "carried 600 passengers in 2021", "2021", {"n": 600, "unit": "person"}, "supported"),
    ("count", "Vex Ferry", "carried 600 bags in 2021", "2021", {"n": 600, "unit": "bag"}, "no data"),
    ("count", "Vex Ferry", "carried 600 bags of passengers in 2021", "2021", {"n": 600, "unit": "bag"}, "not identified"),
    ("count", "Arland", "lost 50 dogs that died in 2021", "2021", {"n": 50, "unit": "dog"}, "not identified"),
    ("count", "Arland", "has about 100 foxes", "2021", {"unit": "fox", "n": 100, "qualifier": "about"}, "supported"),
    ("count", "Arland", "has about 90 foxes", "2021", {"unit": "fox", "n": 90, "qualifier": "about"}, "not identified"),
]
# fmt: on


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    files = {"supply_shares.csv": SHARES, "figures.csv": FIGURES, "holdings.csv": HOLDINGS}
    with case_of(files | {"register.ftm.json": REGISTER.strip()}) as opened:
        yield opened


def _of(kind: Any, subject: str, words: str, time: str | None, more: dict[str, Any]) -> Asked:
    claim = asked(kind, subject, words, time, **more)
    part = " " in subject and subject not in ("Port Vex", "Vex Ferry")
    place = Party(None, "Norland") if "Norland's roads" in words else None
    return replace(
        claim, words=claim.words.replace(" 's", "'s"), object=place, subject=Party(None, subject, whole=not part)
    )


@pytest.mark.parametrize(("kind", "subject", "words", "time", "more", "outcome"), CLAIMS)
def test_what_is_said_in_another_form_is_tested_as_strictly(
    session: Session, kind: Any, subject: str, words: str, time: str | None, more: dict[str, Any], outcome: str
) -> None:
    tested = put(session, _of(kind, subject, words, time, more))
    assert tested.outcome == outcome, tested


@pytest.mark.parametrize(
    ("kind", "who", "words", "whom", "more", "outcome"),
    [
        ("tie", "Vex Buses", "belongs entirely to", "City of Vex", {}, "supported"),
        ("share", "Acme Bank", "holds 30 percent of the capital of", "Brassworks", PERCENT | {"n": 30}, "supported"),
        ("share", "Acme Bank", "holds 30 percent of the votes in", "Brassworks", PERCENT | {"n": 30}, "contradicted"),
        ("share", "Acme Bank", "lost 30 percent of the capital of", "Brassworks", PERCENT | {"n": 30}, "no data"),
    ],
)
def test_what_is_held_is_looked_for_among_holdings(
    session: Session, kind: Any, who: str, words: str, whom: str, more: dict[str, Any], outcome: str
) -> None:
    assert put(session, asked(kind, who, words, None, whom, **more)).outcome == outcome


@pytest.mark.parametrize(
    ("who", "outcome"), [("Brassworks", "supported"), ("Copper", "no data"), ("Oren", "no data"), ("Brass", "no data")]
)
def test_one_word_is_a_firm_of_the_register_where_nothing_longer_begins_so(
    session: Session, who: str, outcome: str
) -> None:
    verb = "was born" if who == "Oren" else "was founded"
    claim = replace(asked("event date", who, f"{verb} in 1951", "1951"), subject=Party(None, who, whole=False))
    assert put(session, claim).outcome == outcome, put(session, claim)


def test_what_compares_two_in_two_years_is_left_as_it_is() -> None:
    for words in (
        "harvested more barley in 2021 than Arland in 2015",
        "harvested no less barley in 2021 than in 2015",
        "harvested more or less barley in 2021 than in 2015",
    ):
        claim = asked("other", "Norland", words)
        assert retold(claim) == claim


def test_more_than_once_as_much_is_no_rise_alone() -> None:
    said = asked("other", "Norland", "harvested three times more barley in 2021 than in 2015")
    assert retold(said).words == "Norland harvested three times rose barley between 2015 and 2021"
    twice = asked("other", "Norland", "had more than twice the barley in 2021 than in 2015")
    assert retold(twice) == twice
