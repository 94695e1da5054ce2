"""``cuibono judge``: two entities, a finding, the list of decisions, and undo."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cuibono.case import open_case
from cuibono.cli import cuibono
from cuibono.errors import CuibonoError, NotAllowed, UnknownName

ENTITIES = [
    {"id": "p1", "schema": "Person", "properties": {"name": ["Wei Jinlong"]}},
    {"id": "p2", "schema": "Person", "properties": {"name": ["魏金龙"]}},
    {"id": "u1", "schema": "Person", "properties": {"name": ["An official"], "unlinkable": ["anonymous"]}},
]
SUPPLY = "market,year,supplier,share\nlamps,2021,Northland,60%\nlamps,2021,Southland,40%\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "people.ftm.json").write_text("".join(json.dumps(e) + "\n" for e in ENTITIES), "utf-8")
    (tmp_path / "lamps.csv").write_text(SUPPLY, "utf-8")
    case = open_case(tmp_path / "case")
    case.add(tmp_path / "people.ftm.json")
    case.add(tmp_path / "lamps.csv", as_table="supply_shares")
    return tmp_path / "case"


def run(folder: Path, *arguments: str) -> Result:
    """Run the verb in a case."""
    return CliRunner().invoke(cuibono, ["-C", str(folder), "judge", *arguments])


def test_two_entities(folder: Path) -> None:
    done = run(folder, "p1", "魏金龙", "same", "--by", "Ada", "--note", "one passport")
    assert done.stdout.startswith("1. p1 and p2: same, by Ada, 20")
    assert done.stdout.endswith('UTC: "one passport". Take it back with: cuibono judge --undo --number 1\n')
    assert run(folder).stdout.startswith("1 decision in force\n1. p1 and p2: same, by Ada, ")
    assert run(folder, "--undo").stdout.startswith("Taken back: 1. p1 and p2: same, by Ada")
    assert "(taken back 20" in run(folder).stdout
    assert run(folder, "--undo").stdout == "There is nothing to take back.\n"


def test_a_finding(folder: Path) -> None:
    found = open_case(folder).look("dependence.concentration")[0]
    run(folder, found.id, "confirm", "--by", "Ada")
    assert open_case(folder).finding(found.id).verdict == "confirmed"
    run(folder, found.id, "dismiss", "--by", "Bo")
    assert open_case(folder).finding(found.id).verdict == "dismissed"
    run(folder, "--undo", "--number", "2")
    assert open_case(folder).finding(found.id).verdict == "confirmed"


def test_a_party_of_a_table(folder: Path) -> None:
    assert run(folder, "p1", "Northland", "different", "--by", "Ada").stdout.startswith("1. p1 and name:northland:")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("p1", "u1", "same", "--by", "Ada"), NotAllowed),
        (("p1", "p2", "same"), CuibonoError),
        (("p1", "nobody", "same", "--by", "Ada"), UnknownName),
        (("nothing", "confirm", "--by", "Ada"), UnknownName),
    ],
)
def test_what_is_refused(folder: Path, arguments: tuple[str, ...], error: type[CuibonoError]) -> None:
    assert isinstance(run(folder, *arguments).exception, error)
    assert open_case(folder).judgements() == []


def test_an_anonymous_speaker_may_be_different(folder: Path) -> None:
    assert run(folder, "p1", "u1", "different", "--by", "Ada").exit_code == 0


@pytest.mark.parametrize("words", [("p1",), ("p1", "p2", "p3", "p4"), ("p1", "p2", "perhaps"), ("p1", "same")])
def test_words_that_say_nothing(folder: Path, words: tuple[str, ...]) -> None:
    assert run(folder, *words, "--by", "Ada").exit_code == 2


def test_nothing_decided_yet(folder: Path) -> None:
    assert run(folder).stdout == "Nobody has decided anything yet.\n"
    assert json.loads(run(folder, "--json").stdout) == []
