"""``cuibono export --draft``: the report that was put together; without it, everything, and a word on the draft."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cuibono.case import Case, open_case
from cuibono.cli import cuibono
from cuibono.errors import CuibonoError
from cuibono.model.draft import Block, Draft


@pytest.fixture
def case(tmp_path: Path) -> Case:
    (tmp_path / "shares.csv").write_text("supplier,good,share,period\nNorland,glass,78,2021\n", "utf-8")
    made = open_case(tmp_path / "case", title="Lamps")
    made.add(tmp_path / "shares.csv", as_table="supply_shares")
    return made


def run(case: Case, *arguments: str) -> Result:
    return CliRunner().invoke(cuibono, ["-C", str(case.layout.root), "export", *arguments], catch_exceptions=False)


def test_the_draft_is_written_only_when_asked_for(case: Case, tmp_path: Path) -> None:
    case.keep_draft(Draft("Glass", (Block("text", text="Our own words."),)))
    done = run(case, str(tmp_path / "r.md"), "--draft")
    assert done.exit_code == 0
    assert "Our own words." in (tmp_path / "r.md").read_text("utf-8")
    everything = run(case, str(tmp_path / "all.md"))
    assert "the case has a draft of a report, too: --draft exports that" in everything.stdout
    assert "Our own words." not in (tmp_path / "all.md").read_text("utf-8")


def test_without_a_draft_there_is_nothing_to_write(case: Case, tmp_path: Path) -> None:
    with pytest.raises(CuibonoError, match="no draft of a report"):
        run(case, str(tmp_path / "r.md"), "--draft")
