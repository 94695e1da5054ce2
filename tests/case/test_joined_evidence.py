"""A finding that rests on several tables cites all of them: shown, weighed, verified, exported and forgotten alike."""

import re
import zipfile
from pathlib import Path

import pytest

from cuibono.case import Case, open_case
from cuibono.model.finding import Finding
from cuibono.store.selection import Selection

FILES = {
    "supply_shares": "market,stage,basis,year,supplier,share\nquince,grove,production,2021,Norland,50 %\n"
    "quince,press,production,2021,Norland,90 %\nquince,press,production,2021,Sudland,10 %\n"
    "quince,grove,production,2021,Sudland,50 %\n",
    "stages": "market,stage,after\nquince,grove,\nquince,press,grove\n",
    "stocks": "market,stage,days_low,days_high,holder\nquince,press,20,30,Sudland\nquince,press,99,99,Norland\n",
    "substitutes": "market,stage,supplier,spare_low,spare_high,ramp_days\nquince,press,Westland,0.2,0.2,90\n",
}
LENS = "dependence.embargo"


@pytest.fixture(scope="module")
def quince(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return _case(tmp_path_factory.mktemp("quince"))


def _case(folder: Path, *, protect: str = "") -> Case:
    case = open_case(folder / "case", title="Quinces (invented)")
    for table, text in FILES.items():
        path = folder / f"{table}.csv"
        path.write_text(text, "utf-8")
        case.add(path, as_table=table, protect=table == protect)
    case.look(LENS, supplier="Norland")
    return case


def _course(case: Case) -> Finding:
    (found,) = [f for f in case.findings(LENS) if f.about[-1] == "day by day"]
    return found


def test_every_table_is_cited_and_only_the_rows_that_count(quince: Case) -> None:
    found = _course(quince)
    cited = [(p.source.name, p.place) for p in found.evidence.first(50)]
    assert sorted(cited) == [
        *(("stages.csv", f"row {n}") for n in (1, 2)),
        ("stocks.csv", "row 1"),
        ("substitutes.csv", "row 1"),
        *(("supply_shares.csv", f"row {n}") for n in (1, 2, 3, 4)),
    ]
    assert found.count == found.evidence.count() == 8
    assert [p.source.name for p in quince.cite(found.id, first=3)] == [name for name, _ in cited[:3]]
    assert [p.source.name for p in found.evidence.first(3, skip=2)] == [name for name, _ in cited[2:5]]


def test_it_is_verified_and_in_the_report(quince: Case, tmp_path: Path) -> None:
    assert quince.verify().faults == []
    quince.export(tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "stocks.csv" in page
    quince.export(tmp_path / "tables.csv.zip")
    with zipfile.ZipFile(tmp_path / "tables.csv.zip") as archive:
        rows = archive.read("passages.csv").decode("utf-8")
    assert "days_low: 20" in rows
    assert "ramp_days: 90" in rows


def test_parts_that_use_the_same_name_keep_their_own_values() -> None:
    one = Selection("a", "x = $name AND y = $other", {"name": 1, "other": 2}, open=None)  # type: ignore[arg-type]
    both = Selection("b", "z = $name", {"name": 3}, open=None, also=(one,))  # type: ignore[arg-type]
    sql, params = both.keys()
    assert sql.endswith('"a" WHERE x = $name_1 AND y = $other_1')
    assert params == {"name": 3, "name_1": 1, "other_1": 2}
    assert [part["table"] for part in both.to_json()["also"]] == ["a"]


def test_without_its_protected_part_it_is_in_no_export(tmp_path: Path) -> None:
    case = _case(tmp_path, protect="stocks")
    case.export(tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "stocks.csv" not in page
    assert not re.search(r"days_low:\s*20", page)


def test_it_falls_with_what_only_a_part_of_it_rests_on(quince: Case) -> None:  # the last one, for it takes away
    mine = _course(quince).id
    (stocks,) = [s for s in quince.sources() if s.name == "stocks.csv"]
    quince.forget(stocks.id)
    states = {f.id: f.state for f in quince.findings(LENS)}
    assert states[mine] == "fell"
    assert sorted(states.values()) == ["fell", "stale"]
