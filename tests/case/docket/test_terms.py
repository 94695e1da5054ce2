"""When posts began and ended: verbs of coming and going, "since" against the record of another."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

REGISTER = [
    {"id": "p1", "schema": "Person", "properties": {"name": ["Pia Vex"]}},
    {"id": "p2", "schema": "Person", "properties": {"name": ["Oren Brick"]}},
    {"id": "p3", "schema": "Person", "properties": {"name": ["Ada Quill"]}},
    {"id": "a", "schema": "Company", "properties": {"name": ["Acme Bank"]}},
    {"id": "q", "schema": "Position", "properties": {"name": ["Trade Minister of Norland"]}},
    {"id": "d1", "schema": "Directorship", "properties": {"director": ["p1"], "organization": ["a"],
     "role": ["chief executive"], "startDate": ["2011-02-01"], "endDate": ["2017-05-31"]}},
    {"id": "d2", "schema": "Directorship", "properties": {"director": ["p2"], "organization": ["a"],
     "role": ["chief executive"], "startDate": ["2017-06-14"]}},
    {"id": "d3", "schema": "Directorship", "properties": {"director": ["p3"], "organization": ["a"],
     "role": ["member of the supervisory board"], "startDate": ["2015-01-01"]}},
    {"id": "o1", "schema": "Occupancy", "properties": {"holder": ["p1"], "post": ["q"], "startDate": ["2018-01-10"],
     "endDate": ["2021-05-31"]}},
    {"id": "o2", "schema": "Occupancy", "properties": {"holder": ["p3"], "post": ["q"], "startDate": ["2021-06-01"]}},
]  # fmt: skip
TERMS: list[tuple[str, str, str | None, str, str]] = [
    ("Oren Brick", "became chief executive in June 2017 of", "2017-06", "Acme Bank", "supported"),
    ("Oren Brick", "was appointed chief executive in 2017 of", "2017", "Acme Bank", "supported"),
    ("Oren Brick", "took over as chief executive in 2017 of", "2017", "Acme Bank", "supported"),
    ("Oren Brick", "took the helm in June 2017 of", "2017-06", "Acme Bank", "supported"),
    ("Pia Vex", "was chief executive from 2011 to 2017 of", "2011/2017", "Acme Bank", "supported"),
    ("Pia Vex", "was chief executive from 2014 to 2022 of", "2014/2022", "Acme Bank", "contradicted"),
    ("Pia Vex", "used to run", None, "Acme Bank", "supported"),
    ("Oren Brick", "used to run", None, "Acme Bank", "not identified"),
    ("Pia Vex", "has never been chief executive of", None, "Acme Bank", "contradicted"),
    ("Pia Vex", "never wanted to be chief executive of", None, "Acme Bank", "not identified"),
    ("Oren Brick", "became chief executive in 2020 of", "2020", "Acme Bank", "contradicted"),
    ("Oren Brick", "became chief executive only in 2020 of", "2020", "Acme Bank", "contradicted"),
    ("Oren Brick", "was appointed chief executive in 2020 of", "2020", "Acme Bank", "not identified"),
    ("Oren Brick", "was re-elected chief executive in 2020 of", "2020", "Acme Bank", "not identified"),
    ("Oren Brick", "became chief executive in July 2017 of", "2017-07", "Acme Bank", "not identified"),
    ("Oren Brick", "was chief executive until 2019 of", "2019", "Acme Bank", "contradicted"),
    ("Pia Vex", "was chief executive until 2016 of", "2016", "Acme Bank", "contradicted"),
    ("Pia Vex", "was chief executive until December 2017 of", "2017-12", "Acme Bank", "contradicted"),
    ("Pia Vex", "was chief executive until June 2017 of", "2017-06", "Acme Bank", "not identified"),
    ("Pia Vex", "was nearly chief executive until 2016 of", "2016", "Acme Bank", "not identified"),
    ("Pia Vex", "left in 2015", "2015", "Acme Bank", "not identified"),
    ("Ada Quill", "became a member of the supervisory board in 2012 of", "2012", "Acme Bank", "contradicted"),
    ("Oren Brick", "was named treasurer in 2017 of", "2017", "Acme Bank", "not identified"),
    ("Pia Vex", "stepped down as chief executive in 2017 of", "2017", "Acme Bank", "supported"),
    ("Pia Vex", "was fired as chief executive in 2017 of", "2017", "Acme Bank", "not identified"),
    ("Pia Vex", "stepped down as chief executive in 2015 of", "2015", "Acme Bank", "contradicted"),
    ("Oren Brick", "has led since 2017", "2017/..", "Acme Bank", "supported"),
    ("Oren Brick", "runs", None, "Acme Bank", "supported"),
    ("Ada Quill", "runs", None, "Acme Bank", "not identified"),
    ("Oren Brick", "has been chief executive since 2014 of", "2014/..", "Acme Bank", "contradicted"),
    ("Oren Brick", "has been chief executive since 2017 of", "2017/..", "Acme Bank", "supported"),
    ("Ada Quill", "has been trade minister since 2019 of", "2019/..", "Norland", "contradicted"),
    ("Ada Quill", "has been trade minister since 2021 of", "2021/..", "Norland", "supported"),
    ("Ada Quill", "has been a member of the supervisory board since 2012 of", "2012/..", "Acme Bank", "not identified"),
    ("Ada Quill", "sits on the supervisory board of", None, "Acme Bank", "supported"),
    ("Ada Quill", "has a seat on the supervisory board of", None, "Acme Bank", "supported"),
    ("Ada Quill", "sits on the executive board of", None, "Acme Bank", "not identified"),
    ("Pia Vex", "was chief executive of", None, "Acme Bank", "supported"),
    ("Pia Vex", "is a former chief executive of", None, "Acme Bank", "supported"),
    ("Oren Brick", "is a former chief executive of", None, "Acme Bank", "not identified"),
]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"register.ftm.json": "\n".join(map(json.dumps, REGISTER))}) as opened:
        yield opened


@pytest.mark.parametrize(("subject", "words", "time", "other", "outcome"), TERMS)
def test_beginnings_and_ends_decide_as_far_as_they_go(
    session: Session, subject: str, words: str, time: str | None, other: str, outcome: str
) -> None:
    kind: Any = "role"
    tested = put(session, asked(kind, subject, words, time, other))
    assert tested.outcome == outcome, tested


@pytest.mark.parametrize(("post", "outcome"), [("chief executive", "supported"), ("treasurer", "not identified")])
def test_who_is_appointed_by_a_firm_begins_there(session: Session, post: str, outcome: str) -> None:
    said = f"Acme Bank appointed Oren Brick as {post} in June 2017"
    claim = replace(asked("role", "Acme Bank", "", "2017-06", "Oren Brick"), words=said)
    assert put(session, claim).outcome == outcome
