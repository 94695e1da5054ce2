"""``cuibono stress`` from the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cuibono.case import open_case
from cuibono.cli import cuibono

SHARES = "market,basis,year,supplier,share,asserted_by\n"
CLAIM = "subject,property,value,unit,when,asserted_by\nNorland,share of lamp production,64,percent,2021,Minister Vex\n"


def _run(home: str, *words: str) -> str:
    done = CliRunner().invoke(cuibono, ["-C", home, *words])
    assert done.exception is None, done.exception
    return done.output


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("stress")
    case = open_case(folder / "case")
    for name, text, table in (
        ("one.csv", SHARES + "lamp,production,2021,Norland,64 %,Lamp Yearbook\n", "supply_shares"),
        ("two.csv", SHARES + "lamp,production,2021,Norland,64 %,Glass Bulletin\n", "supply_shares"),
        ("vex.csv", CLAIM, "claims"),
    ):
        (folder / name).write_text(text, "utf-8")
        case.add(folder / name, as_table=table)
    case.look("dependence.concentration")
    case.docket(run=True)
    return str(folder / "case")


def test_it_says_what_falls_and_what_carries_the_case(home: str) -> None:
    told = _run(home, "stress", "--by", "source")
    assert "3 sources, outlets and speakers left out in turn; 3 of them reach anything." in told
    assert "2 findings: 2 would fall without one of them, 0 would weaken, 0 stand." in told
    assert "1 tested claim: 0 would fall without one of them, 1 would weaken, 0 stand." in told
    assert "one.csv (source): 1 finding falls, 1 weaken" in told
    assert "weakens without the source one.csv: supported by Glass Bulletin alone, not by 2" in told
    assert "not said without the source vex.csv: nobody else says so" in told


def test_it_stands_beside_the_findings_and_the_claims(home: str) -> None:
    _run(home, "stress", "--by", "source")
    assert "[falls without one.csv]" in _run(home, "findings")
    (first, *_) = json.loads(_run(home, "findings", "--json"))
    assert first["stress"].startswith("falls without ")
    assert "weakens without one.csv or two.csv" in _run(home, "docket")


def test_as_json_and_one_finding(home: str) -> None:
    (first, *_) = json.loads(_run(home, "findings", "--json"))
    answer = json.loads(_run(home, "stress", "--finding", first["id"], "--json"))
    (one,) = answer["stressed"]
    assert (one["id"], one["kind"], one["effect"], answer["kept"]) == (first["id"], "finding", "falls", False)
    assert {c["kind"] for c in one["changes"]} == {"source", "speaker"}


def test_a_case_without_findings(tmp_path: Path) -> None:
    open_case(tmp_path / "case")
    assert "There is no finding" in _run(str(tmp_path / "case"), "stress")
