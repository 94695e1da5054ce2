"""``cuibono match``: every part of a score is shown, a person decides by name, and takes it back."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cuibono.case import open_case
from cuibono.cli import cuibono
from cuibono.errors import CuibonoError

ENTITIES: list[dict[str, Any]] = [
    {"id": "p1", "schema": "Person", "properties": {"name": ["Wei Jinlong"], "birthDate": ["1950-03-04"]}},
    {"id": "p2", "schema": "Person", "properties": {"name": ["魏金龙"], "birthDate": ["1950"]}},
    {"id": "p3", "schema": "Person", "properties": {"name": ["Wei"]}},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    file = tmp_path / "people.ftm.json"
    file.write_text("".join(json.dumps(e) + "\n" for e in ENTITIES), "utf-8")
    open_case(tmp_path / "case").add(file)
    return tmp_path / "case"


def run(folder: Path, *arguments: str) -> Result:
    """Run the verb in a case."""
    return CliRunner().invoke(cuibono, ["-C", str(folder), "match", *arguments])


def data(folder: Path, *arguments: str) -> Any:
    """The same, with --json."""
    return json.loads(run(folder, "--json", *arguments).stdout)


def test_proposals_are_explained(folder: Path) -> None:
    shown = run(folder).stdout
    assert shown.startswith("1. Wei Jinlong (Person p1) and 魏金龙 (Person p2)\n   score +")
    assert "+7.4  name across scripts: the same Chinese name in two spellings or scripts" in shown
    assert "date of birth or founding: the same year, as far as is said: 1950-03-04 and 1950" in shown
    assert "-6.6  prior" in shown


def test_json_has_every_reason_with_its_weight(folder: Path) -> None:
    (pair,) = data(folder)["proposals"]
    assert (pair["left"]["id"], pair["right"]["id"]) == ("p1", "p2")
    assert sum(r["weight"] for r in pair["reasons"]) == pytest.approx(pair["score"], abs=0.01)
    assert {"feature", "level", "weight", "says"} == set(pair["reasons"][0])


def test_a_person_decides_and_takes_it_back(folder: Path) -> None:
    assert run(folder, "--same", "p1", "魏金龙", "--by", "Ada").stdout == (
        "p1 and p2 are the same, by Ada. Take it back with: cuibono match --undo\n"
    )
    assert "Nothing is proposed" in run(folder).stdout
    assert run(folder, "--undo").stdout == "Taken back: p1 and p2 are the same, by Ada\n"
    assert len(data(folder)["proposals"]) == 1
    assert run(folder, "--undo").stdout == "There is nothing to take back.\n"


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_what_was_decided_is_not_offered_again(folder: Path, verdict: str) -> None:
    assert data(folder, f"--{verdict}", "p1", "p2", "--by", "Ada", "--note", "asked him")["verdict"] == verdict
    assert data(folder) == {"proposals": [], "more": 0, "notes": []}


def test_who_decides_must_be_named(folder: Path) -> None:
    assert isinstance(run(folder, "--same", "p1", "p2").exception, CuibonoError)


def test_one_decision_at_a_time(folder: Path) -> None:
    done = run(folder, "--same", "p1", "p2", "--undo", "--by", "Ada")
    assert done.exit_code == 2
    assert "one thing at a time" in done.output


def test_the_pairs_of_one_entity(folder: Path) -> None:
    assert [p["right"]["id"] for p in data(folder, "--entity", "wei jinlong")["proposals"]] == ["p2"]
    assert data(folder, "--entity", "p3")["proposals"] == []
    wrong = run(folder, "--entity", "Wei Jinlung")
    assert isinstance(wrong.exception, CuibonoError)
    assert "did you mean Wei Jinlong" in str(wrong.exception)
