"""Pronouns, "the company" and "Ms Vex" for a name: they may bear a claim out, and never contradict it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.stand_ins import stood_in
from cuibono.model.docket import Party
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

REGISTER = """
{"id":"p","schema":"Person","properties":{"name":["Pia Vex"],"birthDate":["1971-02-11"]}}
{"id":"a","schema":"Company","properties":{"name":["Acme Bank"],"incorporationDate":["1988"]}}
{"id":"d","schema":"Directorship","properties":{"director":["p"],"organization":["a"],"role":["treasurer"],"startDate":["2011"]}}
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"register.ftm.json": REGISTER.strip()}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("subject", "said", "time", "outcome"),
    [
        ("Pia Vex", "She was born in 1971", "1971", "supported"),
        ("Pia Vex", "She was born in 1970", "1970", "not identified"),
        ("Pia Vex", "Ms Vex was born in 1971", "1971", "supported"),
        ("Pia Vex", "Ms Vex was born in 1970", "1970", "contradicted"),
        ("Pia Vex", "Ms Vex's sister was born in 1971", "1971", "not identified"),
        ("Pia Vex", "Her brother was born in 1971", "1971", "not identified"),
        ("Acme Bank", "The bank was founded in 1988", "1988", "supported"),
        ("Acme Bank", "It was founded in 1988", "1988", "supported"),
        ("Acme Bank", "The company was founded in 1990", "1990", "not identified"),
    ],
)
def test_a_date_of_whom_a_word_stands_for(session: Session, subject: str, said: str, time: str, outcome: str) -> None:
    claim = replace(asked("event date", subject, "", time), words=said, says=said)
    assert put(session, claim).outcome == outcome


def test_a_post_of_her(session: Session) -> None:
    said = "She has been treasurer of Acme Bank since 2011"
    claim = replace(asked("role", "Pia Vex", "", "2011/.."), words=said, object=Party(None, "Acme Bank"))
    assert put(session, claim).outcome == "supported"


@pytest.mark.parametrize(
    ("subject", "other", "said", "named"),
    [
        ("Ada Vex", "Pia Quill", "His sister is Ada Vex", "Pia Quill's sister is Ada Vex"),
        ("Ada Vex", "Pia Quill", "Her son knows Pia and Ada Vex", None),
        ("Elm Dairy", "", "the dairy had 860 employees", "Elm Dairy had 860 employees"),
        ("Elm Dairy", "", "the mill had 860 employees", None),
        ("Elm Dairy", "", "the customers of the company left", "the customers of Elm Dairy left"),
    ],
)
def test_the_name_that_stands_in(subject: str, other: str, said: str, named: str | None) -> None:
    found = stood_in(replace(asked("tie", subject, "", other=other), words=said, says=said))
    assert (found.words if found else None) == named
