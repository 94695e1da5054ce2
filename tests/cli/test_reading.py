"""Texts on the command line: read, list what was found, correct it, take it back."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TEXT = """Ada Brick said: "The kiln has been cold since 2019."

Pia Vex said that 40 tons of sand were sold in Borland.
"""


def run(*args: str, cwd: Path, code: int = 0) -> str:
    """Run the command line in a folder; returns what it says."""
    done = subprocess.run(
        [sys.executable, "-c", "from cuibono.cli import main; main()", *args],
        cwd=cwd,
        env=os.environ | {"COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout if code == 0 else done.stdout + done.stderr


def data(*args: str, cwd: Path) -> Any:
    """The same, with --json."""
    return json.loads(run(*args, "--json", cwd=cwd))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A case with a text that was not read yet."""
    (tmp_path / "glass.txt").write_text(TEXT, "utf-8")
    run("new", "glass", cwd=tmp_path)
    run("add", "../glass.txt", "--no-read", cwd=tmp_path / "glass")
    return tmp_path / "glass"


def test_what_was_found_can_be_listed_corrected_and_taken_back(home: Path) -> None:
    assert "1 text is not read yet: cuibono read" in run("status", cwd=home)
    assert "1 read by rules@" in run("read", "--with", "rules", "--activate", cwd=home)
    assert "read        1 text, " in run("status", cwd=home)
    claims = data("records", "glass.txt", "--kind", "claim", cwd=home)
    (first,) = [c for c in claims if "kiln" in c["quote"]]
    assert first["says"]["speaker"] == "Ada Brick"
    assert "confirmed by me" in run("correct", first["id"], "--confirm", "--by", "me", cwd=home)
    run("correct", first["id"], "--set", "status=alleged", "--by", "me", "--note", "hearsay", cwd=home)
    shown = run("records", "glass.txt", "--kind", "claim", cwd=home)
    assert "[confirmed" in shown
    assert "status=alleged" in shown
    decided = run("records", "--corrections", cwd=home)
    assert "edit claim" in decided
    assert "(hearsay)" in decided
    assert "Taken back: number 2, by me" in run("correct", "--undo", cwd=home)
    assert "status=alleged" not in run("records", "glass.txt", "--kind", "claim", cwd=home)
    assert data("query", "select speaker_name from quotes where quote like '%kiln%'", cwd=home)["rows"] == [
        ["Ada Brick"]
    ]
    assert "all as it was" in run("verify", cwd=home)
    assert "Nothing needs a person" in run("records", "--needs-person", cwd=home)


def test_what_is_wrong_is_said(home: Path) -> None:
    assert "no extractor 'ruls'" in run("read", "--with", "ruls", cwd=home, code=1)
    assert "was not read yet" in run(
        "correct", "--add", "name", "--in", "glass.txt", "--quote", "Pia Vex", "--by", "me", cwd=home, code=1
    )
    assert "FIELD=VALUE" in run("correct", "ab12", "--set", "role", cwd=home, code=2)
    assert "Say which record" in run("correct", "--confirm", cwd=home, code=2)
    assert "There is no record 'ab12'" in run("correct", "ab12", "--confirm", "--by", "me", cwd=home, code=1)


def test_extractors_are_listed(home: Path) -> None:
    found = {e["name"] for e in data("read", "--list", cwd=home)}
    assert {"rules", "spacy"} <= found


def test_help_stays_quick(tmp_path: Path) -> None:
    heavy = "duckdb numpy spacy cuibono.extract cuibono.store cuibono.case"
    code = (
        "import sys; from cuibono.cli import main; sys.argv = ['cuibono', '--help']\n"
        f"try: main()\nfinally: print('heavy', [m for m in {heavy.split()} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert "heavy []" in done.stdout
