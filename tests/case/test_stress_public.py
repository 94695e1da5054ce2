"""What an export tells of stress: made on the public side alone; the name of a protected source is never in it."""

import shutil
from pathlib import Path

import pytest

from cuibono.case import Case, open_case
from cuibono.store import stresses
from cuibono.store.layout import Layout
from cuibono.store.session import open_session
from cuibono.store.views import Scope

SHARES = "market,basis,year,supplier,share,asserted_by\n"
CLAIM = "subject,property,value,unit,when,asserted_by\nNorland,share of lamp production,64,percent,2021,Minister Vex\n"
HIDDEN = ("kestrel-ledger", "Osgood Penhallow", "The Heron Letter", "Ulla Brandauer")
EXPORTS = ("r.html", "r.md", "r.csv", "r.csv.zip", "r.parquet")


def _add(case: Case, folder: Path, name: str, text: str, table: str, **told: object) -> None:
    (folder / name).write_text(text, "utf-8")
    case.add(folder / name, as_table=table, **told)  # type: ignore[arg-type]


def _copied(folder: Path, to: Path) -> Case:
    return Case(Layout(Path(shutil.copytree(folder, to))))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One public yearbook bears out what a minister says."""
    folder = tmp_path_factory.mktemp("open")
    case = open_case(folder / "case", title="A test case")
    _add(case, folder, "one.csv", SHARES + "lamp,production,2021,Norland,64 %,Lamp Yearbook\n", "supply_shares")
    _add(case, folder, "vex.csv", CLAIM, "claims")
    case.look("dependence.concentration")
    case.docket(run=True)
    return folder


@pytest.fixture(scope="module")
def hiding(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A protected ledger bears it out, too, so that with it the claim stands on two; put under stress."""
    folder = tmp_path_factory.mktemp("guarded")
    case = _copied(made / "case", folder / "case")
    row = "lamp,production,2021,Norland,64 %,Ulla Brandauer\n"
    _add(
        case, folder, "kestrel-ledger.csv", SHARES + row, "supply_shares",
        protect=True, author="Osgood Penhallow", outlet="The Heron Letter",
    )  # fmt: skip
    case.look("dependence.concentration")
    case.docket(run=True)
    case.stress()
    return folder


@pytest.fixture
def open_only(made: Path, tmp_path: Path) -> Case:
    return _copied(made / "case", tmp_path / "case")


@pytest.fixture
def guarded(hiding: Path, tmp_path: Path) -> Case:
    return _copied(hiding / "case", tmp_path / "case")


def _report(case: Case, folder: Path) -> str:
    case.export(folder / "r.md")
    return (folder / "r.md").read_text("utf-8")


def test_a_report_tells_what_falls(open_only: Case, tmp_path: Path) -> None:
    assert "What carries the case" not in _report(open_only, tmp_path)
    open_only.stress()
    text = _report(open_only, tmp_path)
    assert "- S1 one.csv (source): 1 finding and 1 claim would fall without it" in text
    assert "- Lamp Yearbook (speaker): 1 finding and 1 claim would fall without it" in text
    assert "- Stress: falls without S1 or Lamp Yearbook" in text


def test_it_is_left_out_when_it_is_out_of_date(open_only: Case, tmp_path: Path) -> None:
    open_only.stress()
    _add(open_only, tmp_path, "two.csv", SHARES + "lamp,production,2021,Norland,64 %,A third\n", "supply_shares")
    assert "- Stress: " not in _report(open_only, tmp_path)


def test_everything_is_told_inside_and_only_the_public_side_outside(guarded: Case, tmp_path: Path) -> None:
    (claim,) = (s for s in guarded.stressed() if s.kind == "claim")
    assert claim.effect == "weakens"
    inside = {c.unit.name for c in claim.changes}
    assert {"kestrel-ledger.csv", "The Heron Letter", "Ulla Brandauer"} <= inside
    with open_session(guarded.layout, Scope(public=True)) as session:
        outside = stresses.kept(session.engine, public=True)
    (twin,) = (s for s in outside if s.target == claim.target)
    assert twin.effect == "falls"
    named = {c.unit.name for s in outside for c in s.changes}
    assert named == {"one.csv", "vex.csv", "Lamp Yearbook", "Minister Vex"}
    text = _report(guarded, tmp_path)
    assert "it falls without S1 or Lamp Yearbook" in text
    assert "- S1 one.csv (source): 1 finding and 1 claim would fall without it" in text


@pytest.mark.parametrize("name", EXPORTS)
def test_no_name_of_a_protected_source_is_in_an_export(guarded: Case, tmp_path: Path, name: str) -> None:
    (tmp_path / "out").mkdir()
    guarded.export(tmp_path / "out" / name)
    raw = (tmp_path / "out" / name).read_bytes().decode("utf-8", "replace").casefold()
    assert [h for h in HIDDEN if h.casefold() in raw] == []


def test_what_was_made_before_a_source_was_protected_is_not_told_after(
    guarded: Case, made: Path, tmp_path: Path
) -> None:
    guarded.add(made / "one.csv", as_table="supply_shares", protect=True)
    text = _report(guarded, tmp_path)
    assert "What carries the case" not in text
    assert "Lamp Yearbook" not in text
    guarded.stress()
    assert "Lamp Yearbook" not in _report(guarded, tmp_path)


def test_a_first_protected_source_hides_what_was_made_with_it(open_only: Case, made: Path, tmp_path: Path) -> None:
    open_only.stress()
    open_only.add(made / "one.csv", as_table="supply_shares", protect=True)
    text = _report(open_only, tmp_path)
    assert "What carries the case" not in text
    assert "Lamp Yearbook" not in text
