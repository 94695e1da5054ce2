"""The verbs, run as a person runs them: in the case folder, with text and with JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TABLE = """market,stage,basis,year,country,share_pct
solar,wafer,production,2021,Arland,92
solar,wafer,production,2021,Borland,8
"""


def run(*args: str, cwd: Path, code: int = 0, typed: str = "") -> str:
    """Run the command line in a folder; returns what it says to what is typed."""
    env = os.environ | {"COLUMNS": "100"}
    done = subprocess.run(
        [sys.executable, "-c", "from cuibono.cli import main; main()", *args],
        cwd=cwd,
        env=env,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout if code == 0 else done.stdout + done.stderr


def data(*args: str, cwd: Path, code: int = 0) -> Any:
    """The same, with --json."""
    return json.loads(run(*args, "--json", cwd=cwd, code=code))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "shares.csv").write_text(TABLE)
    (tmp_path / "note.txt").write_text("Arland makes 协鑫 wafers.\n\nAnd \x1b[31mred\x1b[0m ones.")
    run("new", "solar", "--title", "Solar", cwd=tmp_path)
    return tmp_path / "solar"


def test_a_whole_case(home: Path) -> None:
    assert "2 added" in run("add", "../shares.csv", "../note.txt", cwd=home)
    assert "5 rows" not in run("add", "../shares.csv", "--as", "supply_shares", cwd=home)
    assert "supply_shares" in run("status", cwd=home)
    assert "note.txt" in run("status", "--sources", cwd=home)
    assert "ready" in run("lenses", cwd=home)
    assert "Herfindahl" in run("lenses", "dependence.concentration", cwd=home)
    assert "country" in run("lenses", "--tables", cwd=home) or "supplier_name" in run("lenses", "--tables", cwd=home)
    found = data("look", "dependence.concentration", "--threshold", "0.5", cwd=home)
    (finding,) = found["findings"]
    assert finding["measure"]["value"] == pytest.approx(0.92**2 + 0.08**2)
    assert finding["settings"]["threshold"] == 0.5
    cited = data("cite", finding["id"], cwd=home)
    assert [p["place"] for p in cited["passages"]] == ["row 1", "row 2"]
    assert "confirmed" in run("findings", "--confirm", finding["id"], "--by", "me", cwd=home)
    assert "[confirmed]" in run("findings", cwd=home)
    assert "Taken back" in run("findings", "--undo", cwd=home)
    assert data("query", "select count(*) as n from supply_shares", cwd=home)["rows"] == [[2]]
    assert "Written" in run("export", "../r.html", cwd=home)
    assert "all as it was" in run("verify", cwd=home)
    assert data("forget", "shares.csv", "--yes", cwd=home)["fell"] == [finding["id"]]
    assert data("verify", cwd=home)["ok"] is True


def test_who_thinks_again_forgets_nothing(home: Path) -> None:
    run("add", "../note.txt", cwd=home)
    assert "Nothing was changed." in run("forget", "note.txt", cwd=home, code=1, typed="n\n")
    assert data("status", cwd=home)["sources"] == 1


def test_search_shows_control_characters_as_text(home: Path) -> None:
    run("add", "../note.txt", cwd=home)
    assert "协鑫" in run("search", "协鑫", cwd=home)
    said = run("search", "red", cwd=home)
    assert "\x1b" not in said


def test_a_folder_inside_the_case_will_do(home: Path) -> None:
    assert data("status", cwd=home / "sources")["title"] == "Solar"
    assert data("-C", str(home), "status", cwd=home.parent)["title"] == "Solar"


def test_errors_say_what_to_try(home: Path) -> None:
    assert "cuibono new" in run("status", cwd=home.parent, code=1)
    assert "did you mean" in run("look", "dependence.concentratoin", cwd=home, code=1)
    assert "cuibono add" in run("look", "dependence.concentration", cwd=home, code=1)
    assert "Did you mean 'verify'" in run("verfy", cwd=home, code=2)
    assert "exactly one SELECT" in run("query", "drop table x", cwd=home, code=1)
    assert "error" in data("cite", "nothing", cwd=home, code=1)


def test_what_cannot_be_read_is_listed_and_exits_with_one(home: Path) -> None:
    (home.parent / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    said = run("add", "../note.txt", "../broken.pdf", cwd=home, code=1)
    assert "1 added" in said
    assert "broken.pdf" in said
    assert "broken.pdf" in run("status", cwd=home)


@pytest.mark.parametrize(
    "verb",
    [
        "new",
        "add",
        "status",
        "search",
        "lenses",
        "look",
        "findings",
        "cite",
        "query",
        "export",
        "forget",
        "verify",
        "doctor",
        "demo",
    ],
)
def test_every_verb_teaches(verb: str, tmp_path: Path) -> None:
    said = run(verb, "--help", cwd=tmp_path)
    assert "Usage:" in said
    assert "--json" in said
