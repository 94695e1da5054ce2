"""The day of a claim: "still" and "last year" against records, by the day of the source or in the head of a text."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cuibono.case.docket.moments import head_of, timed
from cuibono.case.docket.rows import Evidence
from cuibono.model.stated import Stated
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

HOLDINGS = """owner,asset,share_of,share,since,until,asserted_by
Acme Bank,Dim Lamps,capital,30 %,2010,2016-06-30,Company House
Acme Bank,Bright Lamps,capital,40 %,2010,,Company House
Acme Bank,Old Lamps,capital,60 %,2004,2009-12-31,Company House
Acme Bank,Old Lamps,capital,60 %,2012,,Company House
"""
REGISTER = """
{"id":"p","schema":"Person","properties":{"name":["Pia Vex"]}}
{"id":"o","schema":"Person","properties":{"name":["Oren Brick"]}}
{"id":"a","schema":"Company","properties":{"name":["Acme Bank"]}}
{"id":"d1","schema":"Directorship","properties":{"director":["p"],"organization":["a"],"role":["treasurer"],"startDate":["2011"],"endDate":["2016-05-31"]}}
{"id":"d2","schema":"Directorship","properties":{"director":["o"],"organization":["a"],"role":["treasurer"],"startDate":["2016-06-14"]}}
"""
HELD: list[tuple[Any, str, str, str, str, dict[str, Any], str]] = [
    ("ownership", "Acme Bank", "still owns 30 percent of", "Dim Lamps", "2020-05-04", {"n": 30}, "contradicted"),
    ("ownership", "Acme Bank", "owns 30 percent of", "Dim Lamps", "2020-05-04", {"n": 30}, "not identified"),
    ("ownership", "Acme Bank", "still owns 30 percent of", "Dim Lamps", "", {"n": 30}, "not identified"),
    ("ownership", "Acme Bank", "still owns 30 percent of", "Dim Lamps", "2020", {"n": 30}, "not identified"),
    ("ownership", "Acme Bank", "still owns 30 percent of", "Dim Lamps", "2015-05-04", {"n": 30}, "supported"),
    ("ownership", "Acme Bank", "still owns 40 percent of", "Bright Lamps", "2020-05-04", {"n": 40}, "supported"),
    ("ownership", "Acme Bank", "still owns 60 percent of", "Old Lamps", "2020-05-04", {"n": 60}, "supported"),
    ("ownership", "Acme Bank", "still owns 60 percent of", "Old Lamps", "2010-05-04", {"n": 60}, "not identified"),
    ("share", "Acme Bank", "still holds 30 percent of", "Dim Lamps", "2020-05-04", {"n": 30}, "contradicted"),
    ("share", "Acme Bank", "holds 40 percent of", "Bright Lamps", "2020-05-04", {"n": 40}, "supported"),
    ("share", "Acme Bank", "holds 40 percent of lamps of", "Bright Lamps", "2020-05-04", {"n": 40}, "not identified"),
    ("role", "Pia Vex", "is still the treasurer of", "Acme Bank", "2020-05-04", {}, "contradicted"),
    ("role", "Pia Vex", "is still the treasurer of", "Acme Bank", "", {}, "not identified"),
    ("role", "Pia Vex", "is still the treasurer of", "Acme Bank", "2015-05-04", {}, "supported"),
    ("role", "Oren Brick", "is today the treasurer of", "Acme Bank", "2020-05-04", {}, "supported"),
    ("role", "Oren Brick", "has been treasurer since June 2016 of", "Acme Bank", "", {}, "supported"),
    ("role", "Oren Brick", "has been treasurer since May 2016 of", "Acme Bank", "", {}, "not identified"),
    ("role", "Oren Brick", "has been vice treasurer since June 2016 of", "Acme Bank", "", {}, "not identified"),
    ("role", "Oren Brick", "has been treasurer since 2016 of", "Acme Bank", "", {}, "supported"),
    ("role", "Pia Vex", "was treasurer until May 2016 of", "Acme Bank", "", {}, "supported"),
    ("role", "Pia Vex", "was treasurer until May 2015 of", "Acme Bank", "", {}, "contradicted"),
    ("role", "Pia Vex", "has been treasurer since 2011 of", "Acme Bank", "", {}, "not identified"),
    ("role", "Pia Vex", "was treasurer since 2011 and until May 2016 of", "Acme Bank", "", {}, "supported"),
]  # fmt: skip


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"holdings.csv": HOLDINGS, "register.ftm.json": REGISTER.strip()}) as opened:
        yield opened


@pytest.mark.parametrize(("kind", "who", "words", "whom", "day", "number", "outcome"), HELD)
def test_still_is_of_the_day_of_the_source(
    session: Session, kind: Any, who: str, words: str, whom: str, day: str, number: dict[str, Any], outcome: str
) -> None:
    more = number | {"unit": "percent"} if number else {}
    tested = put(session, asked(kind, who, words, None, whom, stated=Stated(published=day), **more))
    assert tested.outcome == outcome, tested


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("The Borland Gazette, 3 May 2021\n\nLetters", "2021-05-03"),
        ("Minutes of the session of 14 June 2019\nPresent: all", "2019-06-14"),
        ("OSLO, 9 March 2020 (Newsroom) - Acme Bank", "2020-03-09"),
        ("早报，2021年5月3日\n\n记者", "2021-05-03"),
        ("Finance Committee\n\nThursday 19 September 2024\n\nMembers present", "2024-09-19"),
        ("The Borland Gazette, Monday, May 3, 2021\n\nLetters", "2021-05-03"),
        ("On Monday 3 May 2021 she said so", ""),
        ("Acme Bank was founded on 3 May 2021 in Oslo", ""),
        ("The Borland Gazette, 3 May 2021\nThe Gazette, 4 May 2021", ""),
        ("In a speech of 3 May 2021 she said so", ""),
        ("The Borland Gazette, May 2021", ""),
    ],
)
def test_the_day_in_the_head_of_a_text(head: str, day: str) -> None:
    assert head_of(head) == day


def test_last_year_is_the_year_before_the_source() -> None:
    claim = replace(asked("share", "Norland", "made half of the lamps last year"), key=("s", 1))
    assert timed(claim, Evidence(said={"s": "2020-05-04"})).time == "2019"
    assert timed(claim, Evidence()).time is None
