"""Claims in Chinese against records in Chinese: numbers with a qualifier, posts by the same name."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cuibono.extract.claim_words_chinese import plain_words
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


STAFF = """indicator,subject,value,unit,period,asserted_by
员工人数,陌江重工,8600,人,2022,统计所
"""
FOUNDED = """
{"id":"c","schema":"Company","properties":{"name":["陌江重工"],"incorporationDate":["1986"]}}
{"id":"p","schema":"Person","properties":{"name":["孙开明"]}}
{"id":"e","schema":"Employment","properties":{"employee":["p"],"employer":["c"],"role":["总裁"],"startDate":["2015"]}}
"""
SENTENCES: list[tuple[Any, str, str, str | None, str, dict[str, Any], str]] = [
    ("event date", "陌江重工", "陌江重工成立于1986年", "1986", "", {}, "supported"),
    ("event date", "陌江重工", "陌江重工1979年成立", "1979", "", {}, "contradicted"),
    ("event date", "陌江重工", "陌江重工的工会成立于1979年", "1979", "", {}, "not identified"),
    ("event date", "陌江重工", "据说陌江重工成立于1979年", "1979", "", {}, "not identified"),
    ("role", "孙开明", "孙开明自2015年起担任陌江重工总裁", "2015/..", "陌江重工", {}, "supported"),
    ("role", "孙开明", "孙开明自2015年起担任陌江重工副总裁", "2015/..", "陌江重工", {}, "not identified"),
    ("role", "孙开明", "孙开明自2012年起担任陌江重工总裁", "2012/..", "陌江重工", {}, "contradicted"),
    ("share", "岚国", "2022年岚国生产了全球63%的竹板", "2022", "", {"n": 63.0, "unit": "percent"}, "supported"),
    ("share", "岚国", "2022年岚国生产了全球30%的竹板", "2022", "", {"n": 30.0, "unit": "percent"}, "contradicted"),
    ("share", "岚国", "2022年岚国出口了全球63%的竹板", "2022", "", {"n": 63.0, "unit": "percent"}, "not identified"),
    ("share", "岚国", "2022年岚国生产了全球63%的红色竹板", "2022", "", {"n": 63.0, "unit": "percent"}, "no data"),
    ("count", "陌江重工", "2022年陌江重工有员工8600人", "2022", "", {"n": 8600.0, "unit": "person"}, "supported"),
    (
        "count",
        "陌江重工",
        "2022年陌江重工有女员工8600人",
        "2022",
        "",
        {"n": 8600.0, "unit": "person"},
        "not identified",
    ),
    ("count", "陌江重工", "2022年陌江重工有员工0.5万人", "2022", "", {"n": 5000.0, "unit": "person"}, "contradicted"),
]


@pytest.fixture(scope="module")
def told() -> Iterator[Session]:
    files = {"supply_shares.csv": SHARES, "figures.csv": STAFF, "register.ftm.json": FOUNDED.strip()}
    with case_of(files, "2023-01-01") as opened:
        yield opened


@pytest.mark.parametrize(("kind", "who", "words", "time", "whom", "more", "outcome"), SENTENCES)
def test_a_plain_sentence_is_compared_as_it_is_read(
    told: Session, kind: Any, who: str, words: str, time: str | None, whom: str, more: dict[str, Any], outcome: str
) -> None:
    read = plain_words(words, [who, whom])  # as the reading puts it
    tested = put(told, replace(asked(kind, who, "", time, whom, **more), words=read))
    assert tested.outcome == outcome, tested
