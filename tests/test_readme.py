"""The Python lines of the README run as they stand there."""

import re
from pathlib import Path

import pytest

from cuibono.demo.build import Built
from scripts import machines

ROOT = Path(__file__).resolve().parent.parent

PAGE = """<html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>{title}: the yearly filing of a firm that exists in this test only says how much it made and for whom it made it.</p>
<p>It names three customers, two of them in the same town, and says nothing about prices.</p></article></body></html>"""
SHARES = """market,stage,basis,year,supplier,share
lamps,filament,production,2021,Northland,82%
lamps,filament,production,2021,Southland,11%
lamps,filament,production,2021,Westland,7%
lamps,glass,production,2021,Northland,34%
lamps,glass,production,2021,Southland,33%
lamps,glass,production,2021,Westland,33%
"""


def python_block() -> str:
    found = re.findall(r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert len(found) == 1
    return str(found[0])


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "filings").mkdir()
    for name in ("first", "second"):
        (tmp_path / "filings" / f"{name}.html").write_text(PAGE.format(title=f"Filing, the {name}"), "utf-8")
    (tmp_path / "shares.csv").write_text(SHARES, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_python_lines_run_as_written(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(python_block(), "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "filament" in printed
    assert "Northland" in printed
    assert "shares.csv" in printed
    assert "filament" in (room / "solar.html").read_text("utf-8")


def test_the_lines_confirm_the_finding(room: Path) -> None:
    from cuibono import open_case

    exec(compile(python_block(), "README.md", "exec"), {})
    assert [(j.verdict, j.by) for j in open_case(room / "solar").judgements()] == [("confirmed", "me")]


def test_the_table_of_machines_is_what_the_demo_answers(demo: list[Built]) -> None:
    page = (ROOT / "README.md").read_text("utf-8")
    made = machines.table(demo[0].folder.parent)
    assert machines.written(page, made) == page, "run scripts/machines.py, and read what changed"
    assert len(machines.MACHINES) == 12


def test_the_files_that_the_readme_links_to_are_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert len(links) >= 8
    assert [link for link in links if not (ROOT / link).is_file()] == []
