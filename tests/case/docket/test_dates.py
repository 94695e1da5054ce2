"""Dates against a register: a time with one end is borne out, or contradicted, by what lies clear of it."""

from collections.abc import Iterator

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

REGISTER = """
{"id":"c","schema":"Company","properties":{"name":["Lanthorn Works"],"incorporationDate":["1968-03-11"]}}
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"register.ftm.json": REGISTER.strip()}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "time", "outcome"),
    [
        ("was founded before 1960", "../1960", "contradicted"),
        ("was founded before 1970", "../1970", "supported"),
        ("was founded before 1968", "../1968", "not identified"),
        ("was founded after 1960", "1960/..", "supported"),
        ("was founded after 1970", "1970/..", "contradicted"),
        ("was founded between 1960 and 1970", "1960/1970", "supported"),
    ],
)
def test_a_date_before_or_after(session: Session, words: str, time: str, outcome: str) -> None:
    assert put(session, asked("event date", "Lanthorn Works", words, time)).outcome == outcome


FOUNDERS = """from,to,type,role,since,asserted_by
Pia Vex,Kiln Club,founded,founder,2014-05-06,Almanac
Oren Brick,Lamp Trust,founded,,2009,Almanac
Ada Quill,Lamp Trust,founded,founder,2011,Almanac
Ada Quill,Glass One,member,co-founder,,Almanac
Ada Quill,Old Mill,member,member,2003-01-01,Almanac
"""


@pytest.mark.parametrize(
    ("who", "words", "time", "other", "outcome"),
    [
        ("Kiln Club", "was founded in 2014", "2014", "", "supported"),
        ("Kiln Club", "was established in May 2014", "2014-05", "", "supported"),
        ("Kiln Club", "was founded in 2011", "2011", "", "contradicted"),
        ("Kiln Club", "was refounded in 2011", "2011", "", "no data"),
        ("Kiln Club", "was founded as a society in 2011", "2011", "", "not identified"),
        ("Pia Vex", "founded in 2014 the", "2014", "Kiln Club", "supported"),
        ("Pia Vex", "founded the Kiln Club in 2014", "2014", "", "supported"),
        ("Pia Vex", "founded the Kiln Club in 2016", "2016", "", "contradicted"),
        ("Kiln Club", "was founded in 2014 by", "2014", "Pia Vex", "supported"),
        ("Oren Brick", "founded in 2014 the", "2014", "Kiln Club", "no data"),
        ("Pia Vex", "founded the Bell Choir in 2016", "2016", "", "no data"),
        ("Lamp Trust", "was founded in 2009", "2009", "", "not identified"),
        ("Lamp Trust", "was founded in 2002", "2002", "", "contradicted"),
        ("Oren Brick", "founded the Lamp Trust in 2009", "2009", "", "supported"),
        ("Glass One", "was founded in 2002", "2002", "", "no data"),
        ("Old Mill", "was founded in 2002", "2002", "", "no data"),
    ],
)
def test_what_was_founded_is_as_old_as_its_founder_is_recorded(
    founders: Session, who: str, words: str, time: str, other: str, outcome: str
) -> None:
    tested = put(founders, asked("event date", who, words, time, other))
    assert tested.outcome == outcome, tested


@pytest.fixture(scope="module")
def founders() -> Iterator[Session]:
    with case_of({"relations.csv": FOUNDERS}) as opened:
        yield opened
