"""``cuibono demo`` says what it made, how long it took, and what to open next."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cuibono.cli import cuibono
from cuibono.demo.build import Built
from cuibono.errors import UnknownName


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cuibono, ["demo", *arguments], catch_exceptions=False)


def test_it_says_what_it_made_and_only_what_was_asked_for(tmp_path: Path) -> None:
    (told,) = json.loads(run(str(tmp_path), "--only", "paper", "--json").stdout)
    assert (told["name"], told["known"], told["report"]) == ("paper", 0, str(tmp_path / "paper.html"))
    assert (tmp_path / "paper.html").exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["paper", "paper.html"]


def test_a_second_run_says_that_nothing_changed_and_what_is_next(demo: list[Built]) -> None:
    folder = demo[0].folder.parent
    done = run(str(folder))
    assert "0 added, 14 already here" in done.stdout
    assert f"unchanged   {folder / 'report.html'}" in done.stdout
    assert "not part of this version yet" in done.stdout
    assert f"cuibono -C {folder / 'solar'} findings" in done.stdout


def test_no_serve_speaks_of_no_desk(demo: list[Built]) -> None:
    done = run(str(demo[0].folder.parent), "--only", "paper", "--no-serve")
    assert "desk" not in done.stdout
    assert f"Open {demo[0].folder.parent / 'paper.html'} in a browser." in done.stdout


def test_a_case_that_is_none_is_refused_and_its_like_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="papers") as refused:
        run(str(tmp_path), "--only", "papers")
    assert "did you mean paper" in refused.value.try_
    assert list(tmp_path.iterdir()) == []
