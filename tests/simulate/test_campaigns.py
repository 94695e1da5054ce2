"""Invented towns: the same for the same seed, with what was planted and nothing else."""

import csv
from pathlib import Path

from cuibono.simulate.campaigns import Planted, town, write


def test_the_same_seed_makes_the_same_town() -> None:
    assert list(town(3).shares()) == list(town(3).shares())
    assert list(town(3).shares()) != list(town(4).shares())


def test_what_is_planted_is_there_beside_the_rest() -> None:
    made = town(3, posts=500, planted=(Planted(members=5, times=4, part=1.0),))
    (group,) = made.groups
    assert len(group) == 5
    assert len(list(made.shares())) == 500 + 5 * 4


def test_planted_texts_are_copied_with_changes_in_several_scripts() -> None:
    made = town(3, posts=100, planted=(Planted(members=6, times=3, copies=True, part=1.0),))
    rows = list(made.posts())
    assert len(rows) == 118
    assert {r["lang"] for r in rows} == {"en", "zh", "ar"}
    assert len(list(made.shares())) == 100


def test_it_is_written_as_tables(tmp_path: Path) -> None:
    shares, posts, accounts = write(town(3, accounts=10, posts=20), tmp_path)
    with shares.open(encoding="utf-8") as file:
        assert next(csv.DictReader(file))["object_type"] == "url"
    assert len(posts.read_text("utf-8").splitlines()) == 21
    assert len(accounts.read_text("utf-8").splitlines()) == 11
