"""What a share is of: money, units, what was made or exported; verbs and stages in other words."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cuibono.case.docket.bases import basis_of, meant, plainly
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

SHARES = """market,stage,basis,year,supplier,share,amount,unit,asserted_by
kettles,,revenue,2021,Brassworks,40 %,,,Trade Annual
kettles,,revenue,2021,Copperline,35 %,,,Trade Annual
kettles,,units sold,2021,Brassworks,25 %,,,Trade Annual
kettles,,units sold,2021,Copperline,45 %,,,Trade Annual
kettles,,revenue,2021,Tinfold,10 %,,,Trade Annual
kettles,,revenue,2021,Tinfold,14 %,,,Market Letter
barley,,production,2021,Norland,52 %,520,tonnes,Grain Board
barley,,production,2021,Arland,30 %,300,tonnes,Grain Board
barley,,export,2021,Arland,60 %,90,tonnes,Grain Board
school clocks,springs,production,2021,Norland,33 %,,,Clock Survey
school clocks,springs,capacity,2021,Norland,48 %,,,Clock Survey
school clocks,cases,production,2021,Arland,41 %,,,Clock Survey
school clocks,cases,production,2021,Norland,29 %,,,Clock Survey
hats,,production,2021,Norland,30 %,,,Hat Survey
hats,,production,2021,Arland,20 %,,,Hat Survey
"""
PERCENT = {"unit": "percent"}
CLAIMS = [
    ("share", "Brassworks", "took 40 percent of kettle revenue", PERCENT | {"n": 40}, "supported"),
    ("share", "Brassworks", "earned 40 percent of the world's revenue from kettles", PERCENT | {"n": 40}, "supported"),
    ("share", "Brassworks", "raked in 60 percent of all kettle revenue", PERCENT | {"n": 60}, "contradicted"),
    ("share", "Brassworks", "generated 40 percent of revenue from kettles", PERCENT | {"n": 40}, "not identified"),
    ("share", "Brassworks", "share of kettle revenue from women", PERCENT | {"n": 40}, "not identified"),
    ("share", "Brassworks", "sold 25 percent of all kettles", PERCENT | {"n": 25}, "supported"),
    ("share", "Brassworks", "sold 40 percent of all kettles", PERCENT | {"n": 40}, "contradicted"),
    ("share", "Brassworks", "share of kettle sales 40", PERCENT | {"n": 40}, "not identified"),
    ("share", "Brassworks", "share of kettle sales by revenue 40", PERCENT | {"n": 40}, "supported"),
    ("share", "Brassworks", "took 40 percent of the kettles", PERCENT | {"n": 40}, "not identified"),
    ("share", "Brassworks", "share of kettles", PERCENT | {"low": 20, "qualifier": "more than"}, "supported"),
    ("share", "Brassworks", "share of kettle profit 40", PERCENT | {"n": 40}, "not identified"),
    ("share", "Tinfold", "share of kettle revenue", PERCENT | {"low": 8, "qualifier": "more than"}, "supported"),
    ("share", "Tinfold", "share of kettle revenue", PERCENT | {"n": 30}, "contradicted"),
    ("share", "Tinfold", "share of kettle revenue", PERCENT | {"n": 14}, "not identified"),
    ("rank", "Brassworks", "rank in kettle revenue largest", {}, "supported"),
    ("rank", "Brassworks", "rank in kettle sales by units sold largest", {}, "contradicted"),
    ("rank", "Brassworks", "was the largest seller of kettles", {}, "not identified"),
    ("share", "Norland", "harvested 52 percent of the barley", PERCENT | {"n": 52}, "supported"),
    ("share", "Norland", "grew 52 percent of the world's barley", PERCENT | {"n": 52}, "supported"),
    ("share", "Norland", "churned out 20 percent of all barley", PERCENT | {"n": 20}, "contradicted"),
    ("share", "Norland", "has grown to 52 percent of the barley", PERCENT | {"n": 52}, "not identified"),
    ("share", "Norland", "built up 52 percent of the barley", PERCENT | {"n": 52}, "not identified"),
    ("share", "Arland", "harvested 60 percent of the barley", PERCENT | {"n": 60}, "contradicted"),
    ("amount", "Norland", "'s farmers harvested 520 tonnes of barley", {"unit": "tonne", "n": 520}, "supported"),
    ("amount", "Norland", "'s farmers harvested 520,000 kg of barley", {"unit": "kg", "n": 520e3}, "supported"),
    ("amount", "Norland", "'s organic farmers harvested 520 tonnes of barley", {"unit": "tonne", "n": 520},
     "not identified"),
    ("amount", "Arland", "'s farmers exported 90 tonnes of barley", {"unit": "tonne", "n": 90}, "not identified"),
    ("share", "Norland", "made 33 percent of the world's springs for school clocks", PERCENT | {"n": 33}, "supported"),
    ("share", "Norland", "turned out 48 percent of all springs for school clocks", PERCENT | {"n": 48}, "contradicted"),
    ("share", "Norland", "made 33 percent of the springs for clocks and school desks", PERCENT | {"n": 33},
     "not identified"),
    ("rank", "Arland", "made more school clock cases than any other country", {}, "supported"),
    ("rank", "Norland", "made more school clock cases than any other country", {}, "contradicted"),
    ("rank", "Arland", "made no more school clock cases than any other country", {}, "not identified"),
    ("rank", "Arland", "exported more barley than any other country", {}, "supported"),
    ("rank", "Norland", "made more hats than any other country", {}, "not identified"),
    ("rank", "Arland", "made more school clock cases than any other country of the north", {}, "not identified"),
    ("rank", "Arland", "made more school clock cases than Norland", {}, "supported"),
]  # fmt: skip


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"supply_shares.csv": SHARES}) as opened:
        yield opened


@pytest.mark.parametrize(("kind", "subject", "words", "more", "outcome"), CLAIMS)
def test_the_words_of_a_basis_choose_among_the_records(
    session: Session, kind: Any, subject: str, words: str, more: dict[str, Any], outcome: str
) -> None:
    claim = asked(kind, subject, words, "2021", **more)
    tested = put(session, replace(claim, words=claim.words.replace(" 's", "'s")))
    assert tested.outcome == outcome, tested


def test_a_basis_is_named_by_what_measures_it() -> None:
    assert basis_of("units sold") == {"units"}
    assert basis_of("sales revenue") == {"revenue"}
    assert basis_of("sales") == {"sales"}
    assert meant("Brassworks sold 40 percent of the kettles", ["units sold", "revenue"]) == {"units"}
    assert meant("Brassworks has 40 percent of kettle sales", ["units sold", "revenue"]) == {"sales"}


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("20 percent of the barley was grown in Norland", "20 percent of the barley was produced in Norland"),
        ("Norland has grown tired of barley", "Norland has grown tired of barley"),
        ("It turned out that Norland won", "It turned out that Norland won"),
        ("Norland grew by 20 percent of its size", "Norland grew by 20 percent of its size"),
    ],
)
def test_verbs_of_making_are_told_from_the_same_words_elsewhere(said: str, plain: str) -> None:
    assert plainly(said) == plain
