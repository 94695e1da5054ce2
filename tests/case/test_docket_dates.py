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
