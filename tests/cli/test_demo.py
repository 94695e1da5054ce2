"""``cuibono demo`` says what it made, how long it took, and what to open next."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cuibono.cli import cuibono
from cuibono.demo.recipe import NAMES


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cli") / "demo-case"
    done = CliRunner().invoke(cuibono, ["demo", str(made), "--json"], catch_exceptions=False)
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert [t["name"] for t in told] == list(NAMES)
    assert [t["known"] for t in told] == [0] * len(told)
    reports = [made / ("report.html" if name == NAMES[0] else f"{name}.html") for name in NAMES]
    assert [t["report"] for t in told] == [str(r) for r in reports]
    assert all(r.exists() for r in reports)
    return made


def test_a_second_run_says_that_nothing_changed_and_what_is_next(folder: Path) -> None:
    done = CliRunner().invoke(cuibono, ["demo", str(folder)], catch_exceptions=False)
    assert "0 added, 14 already here" in done.stdout
    assert f"unchanged   {folder / 'report.html'}" in done.stdout
    assert "not part of this version yet" in done.stdout
    assert f"cuibono -C {folder / 'solar'} findings" in done.stdout


def test_no_serve_speaks_of_no_desk(folder: Path) -> None:
    done = CliRunner().invoke(cuibono, ["demo", str(folder), "--no-serve"], catch_exceptions=False)
    assert "desk" not in done.stdout
    assert f"Open {folder / 'report.html'} in a browser." in done.stdout
