"""``cuibono match --review``: one pair at a time, kept at once, taken back, gone on with later."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cuibono.case import open_case
from cuibono.cli import cuibono

ENTITIES: list[dict[str, Any]] = [
    {"id": "p1", "schema": "Person", "properties": {"name": ["Wei Jinlong"], "birthDate": ["1950-03-04"]}},
    {"id": "p2", "schema": "Person", "properties": {"name": ["魏金龙"], "birthDate": ["1950"]}},
    {"id": "p3", "schema": "Person", "properties": {"name": ["Jinlong Wei"]}},
    {"id": "f1", "schema": "Company", "properties": {"name": ["Northland Glass Ltd"]}},
    {"id": "f2", "schema": "Company", "properties": {"name": ["Northland Glass Limited"]}},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    file = tmp_path / "people.ftm.json"
    file.write_text("".join(json.dumps(e) + "\n" for e in ENTITIES), "utf-8")
    open_case(tmp_path / "case").add(file)
    return tmp_path / "case"


def review(folder: Path, keys: str, *arguments: str) -> Result:
    """A review in which these keys are pressed; the end of the keys is the end of input."""
    return CliRunner().invoke(cuibono, ["-C", str(folder), "match", "--review", "--by", "Ada", *arguments], input=keys)


def verdicts(folder: Path) -> list[tuple[str, str, str | None, str]]:
    """What stands."""
    return [
        (j.target, j.verdict, j.other, j.by) for j in open_case(folder).judgements() if j.undone is None
    ]  # fmt: skip


def test_one_pair_after_the_other_with_its_score(folder: Path) -> None:
    done = review(folder, "q")
    assert done.stdout.startswith("\n1 of 4. Wei Jinlong (Person p1) and 魏金龙 (Person p2)\n   score +")
    assert "     +3.0  date of birth or founding: the same year" in done.stdout
    assert "[s]ame  [d]ifferent  [u]nsure  [n]ext  [b]ack  [f]acts  [q]uit" in done.stdout
    assert done.stdout.endswith("0 pairs decided by Ada; 4 pairs left for another time.\n")
    assert verdicts(folder) == []


def test_keys_decide_and_a_later_review_goes_on(folder: Path) -> None:
    first = review(folder, "su")
    assert "2 pairs decided by Ada" in first.stdout
    assert verdicts(folder) == [("p1", "same", "p2", "Ada"), ("p1", "unsure", "p3", "Ada")]
    second = review(folder, "d")
    assert second.stdout.startswith("\n1 of 1. Northland Glass Ltd (Company f1)")
    assert verdicts(folder)[2] == ("f1", "different", "f2", "Ada")
    assert "all pairs are decided" in review(folder, "").stdout


def test_a_pair_that_is_settled_by_others_is_not_asked_for(folder: Path) -> None:
    done = review(folder, "sss")
    assert [v for _, v, _, _ in verdicts(folder)] == ["same", "same", "same"]
    assert done.stdout.endswith("\n3 pairs decided by Ada.\n")


def test_what_was_left_is_not_asked_again_under_another_id(folder: Path) -> None:
    done = review(folder, "snn")
    assert "2 of 4. Wei Jinlong (Person p1) and Jinlong Wei (Person p3)" in done.stdout
    assert "3 of 4. Northland Glass Ltd" in done.stdout
    assert "4 of 4." not in done.stdout


def test_back_takes_the_last_decision_back_and_asks_again(folder: Path) -> None:
    done = review(folder, "sbd")
    assert "   Taken back: same.\n\n1 of 4." in done.stdout
    assert verdicts(folder) == [("p1", "different", "p2", "Ada")]
    assert "   Back; nothing was decided there." in review(folder, "nbq").stdout
    assert "   Back; nothing was decided there." in review(folder, "bq").stdout


def test_facts_show_what_the_case_says_of_both(folder: Path) -> None:
    done = review(folder, "nfq")
    assert "     birthDate: 1950-03-04 (people.ftm.json)\n" in done.stdout


def test_other_keys_do_nothing_and_the_end_of_input_leaves(folder: Path) -> None:
    assert review(folder, "xyz?").stdout.count(" of 4. ") == 1


def test_an_entity_alone(folder: Path) -> None:
    assert "1 of 1. Northland" in review(folder, "q", "--entity", "f1").stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--review"], "Say who decides"),
        (["--review", "--by", "Ada", "--json"], "asks a person at a terminal"),
        (["--review", "--undo", "--by", "Ada"], "one thing at a time"),
    ],
)
def test_what_is_refused(folder: Path, arguments: list[str], says: str) -> None:
    done = CliRunner().invoke(cuibono, ["-C", str(folder), "match", *arguments])
    assert done.exit_code == 2
    assert says in done.output
