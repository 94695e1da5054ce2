"""Claims in Chinese against records in Chinese: numbers with a qualifier, posts by the same name."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

SHARES = """market,stage,basis,year,supplier,share,asserted_by
竹板,,production,2022,岚国,63 %,统计所
"""
REGISTER = """
{"id":"p","schema":"Person","properties":{"name":["孙开明"]}}
{"id":"v","schema":"Person","properties":{"name":["何晓宇"]}}
{"id":"c","schema":"Company","properties":{"name":["陌江重工"]}}
{"id":"e","schema":"Employment","properties":{"employee":["p"],"employer":["c"],"role":["董事长"],"startDate":["2015"]}}
{"id":"d","schema":"Employment","properties":{"employee":["v"],"employer":["c"],"role":["副董事长"],"startDate":["2015"]}}
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"supply_shares.csv": SHARES, "register.ftm.json": REGISTER.strip()}, "2023-01-01") as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "number", "outcome"),
    [
        ("竹板 share of production  超过70", {"low": 70.0, "qualifier": "more than"}, "contradicted"),
        ("竹板 share of production  约63", {"n": 63.0, "qualifier": "about"}, "supported"),
        ("竹板 share of production  不到60", {"high": 60.0, "qualifier": "less than"}, "contradicted"),
        ("竹板 share of production  超过63", {"n": 63.0}, "not identified"),
    ],
)
def test_a_qualifier_belongs_to_its_number(session: Session, words: str, number: Any, outcome: str) -> None:
    assert put(session, asked("share", "岚国", words, "2022", unit="percent", **number)).outcome == outcome


@pytest.mark.parametrize(
    ("who", "words", "outcome"),
    [("孙开明", "chair", "supported"), ("何晓宇", "chair", "not identified"), ("孙开明", "副 chair", "not identified")],
)
def test_a_post_is_the_same_in_either_language(session: Session, who: str, words: str, outcome: str) -> None:
    assert put(session, asked("role", who, words, "2021", "陌江重工")).outcome == outcome
