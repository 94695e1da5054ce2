"""``cuibono demo`` says what it made, how long it took, and what to open next."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cuibono.cli import cuibono
from cuibono.demo.build import Built
from cuibono.errors import UnknownName


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The cases whose desk was opened."""
    opened: list[Path] = []
    monkeypatch.setattr("cuibono.web.serving.serve", lambda case, **_: opened.append(case.layout.root))
    return opened


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cuibono, ["demo", *arguments], catch_exceptions=False)


def test_it_says_what_it_made_and_only_what_was_asked_for(tmp_path: Path, served: list[Path]) -> None:
    (told,) = json.loads(run(str(tmp_path), "--only", "paper", "--json").stdout)
    assert (told["name"], told["known"], told["report"]) == ("paper", 0, str(tmp_path / "paper.html"))
    assert (tmp_path / "paper.html").exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["paper", "paper.html"]
    assert served == []


def test_a_second_run_says_that_nothing_changed_and_opens_the_desk_of_the_first(
    demo: list[Built], served: list[Path]
) -> None:
    folder = demo[0].folder.parent
    done = run(str(folder))
    assert "0 added, 14 already here" in done.stdout
    assert f"unchanged   {folder / 'report.html'}" in done.stdout
    assert f"cuibono -C {folder / 'solar'} findings" in done.stdout
    assert served == [folder / "solar"]


def test_no_serve_opens_no_desk(demo: list[Built], served: list[Path]) -> None:
    done = run(str(demo[0].folder.parent), "--only", "paper", "--no-serve")
    assert f"The report is {demo[0].folder.parent / 'paper.html'}." in done.stdout
    assert served == []


def test_a_case_that_is_none_is_refused_and_its_like_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="papers") as refused:
        run(str(tmp_path), "--only", "papers")
    assert "did you mean paper" in refused.value.try_
    assert list(tmp_path.iterdir()) == []
