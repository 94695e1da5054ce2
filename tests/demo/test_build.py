"""The demo builds from an empty folder, finds what it should, keeps its protected note to itself."""

import html
import unicodedata
from pathlib import Path

import pytest

from cuibono.case import open_case
from cuibono.demo.build import Built, build
from cuibono.demo.recipe import NAMES, recipe
from cuibono.model.finding import Finding

MATERIAL = Path(__import__("cuibono.demo", fromlist=["demo"]).__file__).parent


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> list[Built]:
    return build(tmp_path_factory.mktemp("demo") / "demo-case")


def found(built: Built, lens: str, *about: str) -> list[Finding]:
    case = open_case(built.folder, make=False)
    return [f for f in case.findings(lens) if all(any(a in b for b in (*f.about, f.says)) for a in about)]


def test_both_cases_and_their_reports_are_made(demo: list[Built]) -> None:
    assert [b.name for b in demo] == ["solar", "alliance"]
    assert [b.report.name for b in demo] == ["report.html", "alliance.html"]
    assert all(b.report.stat().st_size > 10_000 for b in demo)


def test_nothing_of_the_material_is_left_out(demo: list[Built]) -> None:
    for built in demo:
        status = open_case(built.folder, make=False).status()
        assert status.refused == []
        assert status.sources == built.added


def test_verify_is_content(demo: list[Built]) -> None:
    for built in demo:
        seen = open_case(built.folder, make=False).verify()
        assert seen.faults == []
        assert seen.findings == built.findings > 0
