"""Shares, amounts and ranks against recorded shares of a market: stages, bases, units, and who supplies."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

SHARES = """market,stage,basis,year,supplier,share,amount,unit,asserted_by
torvium,mine,production,2021,Norland,60 %,600,tonnes,Yearbook
torvium,mine,production,2021,Arland,30 %,300,tonnes,Yearbook
torvium,smelter,production,2021,Arland,90 %,900,tonnes,Yearbook
lamps,,production,2021,Norland,40 %,,,Yearbook
lamps,,production,2021,Arland,20 %,,,Yearbook
trams,refining,shipments,2021,Norland,45 %,,,Yearbook
trams,refining,shipments,2021,Arland,55 %,,,Yearbook
pumps,refining,capacity,2021,Norland,45 %,,,Yearbook
pumps,refining,capacity,2021,Arland,55 %,,,Yearbook
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"supply_shares.csv": SHARES}) as opened:
        yield opened


PERCENT = {"unit": "percent"}


@pytest.mark.parametrize(
    ("kind", "subject", "words", "more", "outcome"),
    [
        ("share", "Norland", "mined 60 percent of the torvium", PERCENT | {"n": 60}, "supported"),
        ("share", "Norland", "mined 90 percent of the torvium", PERCENT | {"n": 90}, "contradicted"),
        ("share", "Arland", "smelted 90 percent of the torvium", PERCENT | {"n": 90}, "supported"),
        ("share", "Arland", "smelted 30 percent of the torvium", PERCENT | {"n": 30}, "contradicted"),
        ("share", "Norland", "has 60 percent of the miners of torvium", PERCENT | {"n": 60}, "not identified"),
        ("share", "Arland", "has 90 percent of the smelters of torvium", PERCENT | {"n": 90}, "not identified"),
        ("share", "Norland", "mined the first 60 percent of the torvium", PERCENT | {"n": 60}, "not identified"),
        ("share", "Norland", "raised its share of torvium production to 60", PERCENT | {"n": 60}, "not identified"),
        ("share", "Norland", "share of torvium mined 0.6", {"n": 0.6}, "not identified"),
        ("amount", "Norland", "mined 600 tonnes of torvium", {"unit": "tonnes", "n": 600}, "supported"),
        ("amount", "Norland", "mined 0.6 kt of torvium", {"unit": "kt", "n": 0.6}, "supported"),
        ("amount", "Norland", "mined 0.6 Mt of torvium", {"unit": "Mt", "n": 0.6}, "contradicted"),
        ("amount", "Norland", "mined 600 tonnes of torvium", {"unit": "tonnes per month", "n": 600}, "no data"),
        ("amount", "Norland", "mined 600 tons of torvium", {"unit": "tons", "n": 600}, "no data"),
        # one stage and one basis are all that the case has of trams; a part of the capacity is none of what is made
        ("share", "Norland", "has 45 percent of all trams", PERCENT | {"n": 45}, "supported"),
        ("share", "Norland", "has 70 percent of all trams", PERCENT | {"n": 70}, "contradicted"),
        ("share", "Norland", "has 45 percent of all pumps", PERCENT | {"n": 45}, "supported"),
        ("share", "Norland", "has 70 percent of all pumps", PERCENT | {"n": 70}, "not identified"),
        ("share", "Norland", "has 60 percent of all torvium", PERCENT | {"n": 60}, "not identified"),
        ("rank", "Norland", "was the largest miner of torvium", {}, "supported"),
        ("rank", "Arland", "was the largest miner of torvium", {}, "contradicted"),
        ("rank", "Arland", "was the second largest miner of torvium", {}, "supported"),
        ("rank", "Norland", "was the largest producer of lamps", {}, "not identified"),
        ("rank", "Arland", "was the largest producer of lamps", {}, "contradicted"),
    ],
)
def test_shares_decide_as_far_as_they_go(
    session: Session, kind: Any, subject: str, words: str, more: dict[str, Any], outcome: str
) -> None:
    tested = put(session, asked(kind, subject, words, "2021", **more))
    assert tested.outcome == outcome, tested


def test_what_is_recorded_is_told_where_it_does_not_decide(session: Session) -> None:
    tested = put(
        session, asked("share", "Norland", "mined the first 60 percent of torvium", "2021", n=60, unit="percent")
    )
    assert "first" in tested.rule
    assert "recorded is: 60 % of torvium mine, production, 2021 (Yearbook)" in tested.rule
