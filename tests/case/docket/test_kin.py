"""Kinship in the words of news, against a register that calls one of the two the wife or the brother."""

import json
from collections.abc import Iterator

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

REGISTER = [
    {"id": "p1", "schema": "Person", "properties": {"name": ["Pia Vex"], "gender": ["female"]}},
    {"id": "p2", "schema": "Person", "properties": {"name": ["Oren Brick"], "gender": ["male"]}},
    {"id": "p3", "schema": "Person", "properties": {"name": ["Jon Vex"]}},
    {"id": "p4", "schema": "Person", "properties": {"name": ["Lars Brick"]}},
    {"id": "p5", "schema": "Person", "properties": {"name": ["Una Quill"]}},
    {"id": "f1", "schema": "Family", "properties": {"person": ["p2"], "relative": ["p1"], "relationship": ["wife"]}},
    {"id": "f2", "schema": "Family", "properties": {"person": ["p1"], "relative": ["p3"], "relationship": ["brother"]}},
    {"id": "f3", "schema": "Family", "properties": {"person": ["p2"], "relative": ["p4"], "relationship": ["brother"]}},
    {"id": "f4", "schema": "Family", "properties": {"person": ["p4"], "relative": ["p5"], "relationship": ["ex-wife"]}},
]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"register.ftm.json": "\n".join(map(json.dumps, REGISTER))}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("one", "words", "other", "outcome"),
    [
        ("Pia Vex", "is married to", "Oren Brick", "supported"),
        ("Oren Brick", "is married to", "Pia Vex", "supported"),
        ("Oren Brick", "is the husband of", "Pia Vex", "supported"),
        ("Pia Vex", "is the husband of", "Oren Brick", "not identified"),
        ("Oren Brick", "is the former husband of", "Pia Vex", "not identified"),
        ("Oren Brick and Pia Vex", "are husband and wife", "", "supported"),
        ("Oren Brick and Pia Vex", "are a married couple", "", "supported"),
        ("Oren Brick and Pia Vex", "are related", "", "supported"),
        ("Oren Brick and Lars Brick", "are brothers", "", "supported"),
        ("Oren Brick and Lars Brick", "are siblings", "", "supported"),
        ("Oren Brick and Lars Brick", "are like brothers", "", "not identified"),
        ("Oren Brick and Lars Brick", "are half-brothers", "", "not identified"),
        ("Oren Brick and Lars Brick", "are cousins", "", "contradicted"),
        ("Pia Vex and Jon Vex", "are brothers", "", "not identified"),
        ("Pia Vex and Jon Vex", "are siblings", "", "supported"),
        ("Lars Brick", "is married to", "Una Quill", "not identified"),
        ("Una Quill", "is the wife of", "Lars Brick", "not identified"),
        ("Una Quill", "is related to", "Lars Brick", "supported"),
        ("Una Quill", "is related to", "Pia Vex", "no data"),
    ],
)
def test_kinship_is_borne_out_in_other_words(session: Session, one: str, words: str, other: str, outcome: str) -> None:
    first, _, second = one.partition(" and ")
    claim = asked("tie", first, f"and {second} {words}" if second else words, None, other or second)
    assert put(session, claim).outcome == outcome


TABLE = """from,from_kind,to,to_kind,type,role,since,until,asserted_by
Pia Vex,Person,Oren Brick,Person,family,sister,,,Almanac
Ada Quill,Person,Joram Pell,Person,family,wife,2010-08-21,,Almanac
Jon Brick,Person,Oren Brick,Person,family,father,,,Almanac
"""


@pytest.fixture(scope="module")
def in_table() -> Iterator[Session]:
    with case_of({"relations.csv": TABLE}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("one", "words", "other", "outcome"),
    [
        ("Pia Vex", "is the sister of", "Oren Brick", "supported"),
        ("Oren Brick", "is the sister of", "Pia Vex", "not identified"),
        ("Oren Brick", "is the brother of", "Pia Vex", "supported"),
        ("Ada Quill", "is the wife of", "Joram Pell", "supported"),
        ("Joram Pell", "is the wife of", "Ada Quill", "not identified"),
        ("Joram Pell", "is the husband of", "Ada Quill", "supported"),
        ("Ada Quill", "is the husband of", "Joram Pell", "not identified"),
        ("Ada Quill", "is married to", "Joram Pell", "supported"),
        ("Jon Brick", "is the father of", "Oren Brick", "supported"),
        ("Oren Brick", "is the father of", "Jon Brick", "not identified"),
        ("Oren Brick", "is the son of", "Jon Brick", "supported"),
        ("Oren Brick", "is the daughter-in-law of", "Jon Brick", "not identified"),
    ],
)
def test_a_table_has_the_kin_first(in_table: Session, one: str, words: str, other: str, outcome: str) -> None:
    tested = put(in_table, asked("tie", one, words, None, other))
    assert tested.outcome == outcome, tested
