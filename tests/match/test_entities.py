"""What matching knows of an entity: read from the statements of a case."""

import json
from pathlib import Path
from typing import Any

import pytest

from cuibono.case import Case
from cuibono.match.entities import load
from cuibono.match.known import BODY, PERSON, Entities, Known, mask_of, related
from cuibono.store.session import open_session
from tests.match.conftest import days

ENTITIES: list[tuple[str, str, dict[str, list[str]]]] = [
    (
        "p1",
        "Person",
        {"name": ["Ada Koranau"], "alias": ["A. Koranau"], "weakAlias": ["Ada"], "birthDate": ["1950-03"]},
    ),
    ("p2", "Person", {"name": ["Bo Elmstad"], "nationality": ["NL"], "passportNumber": ["p-12 34"]}),
    ("p3", "Person", {"name": ["A voice"], "unlinkable": ["anonymous"]}),
    ("p4", "Person", {"birthDate": ["1950"]}),
    ("f1", "Company", {"name": ["Northland Glass"], "address": ["1 Quay, Norport"], "incorporationDate": ["1990"]}),
    ("f2", "Company", {"name": ["Southland Glass"]}),
    ("d1", "Directorship", {"director": ["p1"], "organization": ["f1"]}),
    ("d2", "Directorship", {"director": ["p1"], "organization": ["f2"]}),
    ("a1", "Address", {"name": ["Norport"], "full": ["Norport"]}),
    ("e1", "Event", {"name": ["The opening"]}),
]


@pytest.fixture
def loaded(case: Case, tmp_path: Path) -> Entities:
    file = tmp_path / "all.ftm.json"
    lines = [json.dumps({"id": i, "schema": s, "properties": p}) for i, s, p in ENTITIES]
    file.write_text("\n".join(lines) + "\n", "utf-8")
    case.add(file)
    with open_session(case.layout) as session:
        return load(session, unlinkable=["f2"])


def known(loaded: Entities, wanted: str) -> Known:
    """One entity by its id."""
    return next(k for k in loaded.known if k.id == wanted)


def test_who_may_be_matched(loaded: Entities) -> None:
    assert {k.id for k in loaded.known} == {"p1", "p2", "f1", "a1"}
    assert loaded.left_out == (
        "2 entities are anonymous, pseudonymous or unnamed in their sources, and nobody's match",
        "1 entity has no name",
    )


def test_names_and_days(loaded: Entities) -> None:
    ada = known(loaded, "p1")
    assert ada.called == ["Ada Koranau", "A. Koranau"]
    assert (ada.start, ada.start_words) == (days("1950-03"), ("1950-03",))
    assert known(loaded, "f1").start == days("1990")


def test_identifiers_countries_addresses(loaded: Entities) -> None:
    assert known(loaded, "p2").identifiers == {("passportNumber", "P1234")}
    assert known(loaded, "p2").countries == {"nl"}
    assert known(loaded, "f1").addresses == {"1 norport quay"}
    assert known(loaded, "a1").addresses == set()  # it is its name


def test_ties_lead_to_neighbours(loaded: Entities) -> None:
    assert known(loaded, "p1").ties == {"f1", "f2"}
    assert known(loaded, "f1").ties == {"p1"}


@pytest.mark.parametrize(
    ("schema", "mask"),
    [
        ("Person", PERSON),
        ("Company", BODY),
        ("LegalEntity", PERSON | BODY),
        ("Event", 0),
        ("Ownership", 0),
        ("Nothing", 0),
    ],
)
def test_sorts(schema: str, mask: int) -> None:
    assert mask_of(schema) == mask


def test_whatever_is_said_more_exactly_counts() -> None:
    assert Known("x", {"LegalEntity", "Company"}).mask == BODY
    assert Known("x", {"LegalEntity", "Company"}).schema == "Company"


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [("Person", "Person", "same"), ("LegalEntity", "Company", "kin"), ("Company", "PublicBody", "apart")],
)
def test_how_schemata_stand_to_each_other(one: str, other: str, how: str) -> None:
    assert related(one, other) == related(other, one) == how


def test_two_sources_widen_a_day(case: Case, tmp_path: Path) -> None:
    for number, born in enumerate(("1950-03-04", "1951")):
        file = tmp_path / f"{number}.ftm.json"
        props: dict[str, Any] = {"name": ["Ada Koranau"], "birthDate": [born]}
        file.write_text(json.dumps({"id": "p1", "schema": "Person", "properties": props}) + "\n", "utf-8")
        case.add(file)
    with open_session(case.layout) as session:
        (ada,) = load(session).known
    assert ada.start == (days("1950-03-04")[0], days("1951")[1])
