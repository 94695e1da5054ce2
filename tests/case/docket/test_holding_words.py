"""Holdings in other words than those of a register, and since when they are held."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

HOLDINGS = """owner,asset,share_of,share,since,until,asserted_by
City of Norhill,Norhill Waterworks,capital,51 %,2008-01-01,,Almanac
Rondel Trust,Norhill Waterworks,capital,49 %,2008-01-01,,Almanac
Bright Partners,Dorn Works,capital,55 %,2019-12-01,,Almanac
Tesla Guild,Dorn Works,capital,55 %,2015-04-01,2019-11-30,Almanac
Boss Ports,Quay North,capital,74 %,2018-01-01,,Almanac
State of Norland,Quay North,capital,100 %,2011-02-14,2017-12-31,Almanac
State of Norland,Quay North,capital,26 %,2018-01-01,,Almanac
Ober Boats,Polder Freight,,70 %,2018-04-01,,Almanac
Sela Quill,Ober Boats,capital,52 %,2014-01-01,,Almanac
Pall Trust,Zephir Works,capital,33 %,2018-02-01,,Almanac
Quell Works,Pill Works,votes,60 %,2018-02-01,,Almanac
Quell Works,Pill Works,capital,45 %,2018-02-01,,Almanac
"""
CLAIMS: list[tuple[Any, str, str, str | None, str, float | None, str]] = [
    (
        "ownership",
        "Bright Partners",
        "has had 55 percent in its hands since December 2019 of",
        "2019-12",
        "Dorn Works",
        55,
        "supported",
    ),
    ("ownership", "Bright Partners", "has held 55 percent since 2019 of", None, "Dorn Works", 55, "supported"),
    ("ownership", "Bright Partners", "has held 65 percent since 2019 of", None, "Dorn Works", 65, "contradicted"),
    ("ownership", "Bright Partners", "has held 55 percent since 2016 of", None, "Dorn Works", 55, "contradicted"),
    ("ownership", "Bright Partners", "has held a stake since 2016 in", None, "Dorn Works", None, "not identified"),
    ("ownership", "Tesla Guild", "has held 55 percent since 2015 of", None, "Dorn Works", 55, "not identified"),
    ("ownership", "Boss Ports", "has held a majority since 2015 of", "2015/..", "Quay North", None, "contradicted"),
    ("ownership", "Boss Ports", "has held a majority since January 2018 of", None, "Quay North", None, "supported"),
    ("ownership", "Boss Ports", "owns the whole of", "2020", "Quay North", None, "contradicted"),
    ("ownership", "State of Norland", "owned the whole of", "2014", "Quay North", None, "supported"),
    ("ownership", "State of Norland", "owned all of", "2014", "Quay North", None, "supported"),
    ("ownership", "State of Norland", "owned half of all buildings of", "2014", "Quay North", None, "not identified"),
    ("ownership", "Rondel Trust", "owned most of", "2020", "Norhill Waterworks", None, "contradicted"),
    ("ownership", "Rondel Trust", "owned most of the land of", "2020", "Norhill Waterworks", None, "not identified"),
    ("ownership", "Norhill", "owned most of", "2020", "Norhill Waterworks", None, "supported"),
    ("ownership", "Norhill", "owned 40 percent of", "2020", "Norhill Waterworks", 40, "contradicted"),
    ("ownership", "Ober Boats", "holds only a third of", "2020", "Polder Freight", 100 / 3, "contradicted"),
    ("ownership", "Ober Boats", "holds a third of the votes of", "2020", "Polder Freight", 100 / 3, "not identified"),
    ("ownership", "Ober Boats", "controls through 70 percent of its shares", "2020", "Polder Freight", 70, "supported"),
    (
        "ownership",
        "Pall Trust",
        "controls through 33 percent of its shares",
        "2020",
        "Zephir Works",
        33,
        "not identified",
    ),
    ("ownership", "Ober Boats", "is the controlling shareholder of", "2020", "Polder Freight", None, "supported"),
    ("ownership", "Pall Trust", "is the controlling shareholder of", "2020", "Zephir Works", None, "not identified"),
    ("ownership", "Quell Works", "commands a majority of the votes in", "2020", "Pill Works", None, "supported"),
    ("ownership", "Quell Works", "has a majority of the shares in", "2020", "Pill Works", None, "contradicted"),
    ("ownership", "Dorn Works", "belonged in 2021 to", "2021", "Tesla Guild", None, "no data"),
    (
        "ownership",
        "Tesla Guild",
        "Dorn Works belonged to Tesla Guild in 2021",
        "2021",
        "Dorn Works",
        None,
        "contradicted",
    ),
    ("ownership", "Tesla Guild", "held a stake in 2021 in", "2021", "Dorn Works", None, "contradicted"),
    ("ownership", "Tesla Guild", "held until the end of 2019 of", "2019", "Dorn Works", 55, "supported"),
    ("ownership", "Tesla Guild", "held until the end of 2017 of", "2017", "Dorn Works", 55, "not identified"),
    ("ownership", "Dorn Works", "is majority-owned by", "2020", "Bright Partners", None, "supported"),
    ("tie", "Norhill Waterworks", "is a wholly owned subsidiary of", "2020", "Rondel Trust", None, "contradicted"),
    ("ownership", "Rondel Trust", "has no stake in", "2020", "Norhill Waterworks", None, "contradicted"),
    (
        "ownership",
        "Rondel Trust",
        "has no interest in the land of",
        "2020",
        "Norhill Waterworks",
        None,
        "not identified",
    ),
    ("control", "Sela Quill", "was the one who controlled", "2020", "Polder Freight", None, "supported"),
    ("control", "Pall Trust", "was the one who controlled", "2020", "Zephir Works", None, "not identified"),
]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"holdings.csv": HOLDINGS}) as opened:
        yield opened


@pytest.mark.parametrize(("kind", "who", "words", "time", "firm", "part", "outcome"), CLAIMS)
def test_holdings_are_read_in_other_words(
    session: Session, kind: Any, who: str, words: str, time: str | None, firm: str, part: float | None, outcome: str
) -> None:
    number: dict[str, Any] = {"n": part, "unit": "percent"} if part else {}
    tested = put(session, asked(kind, who, words, time, firm, **number))
    assert tested.outcome == outcome, tested
