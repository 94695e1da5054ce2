"""A report that a person put together: what they chose, in their order, with their words, and nothing protected."""

from dataclasses import replace
from pathlib import Path

import pytest

from cuibono.case import Case, drafting
from cuibono.errors import CuibonoError, ProtectedLeak
from cuibono.model.draft import Block, Draft


@pytest.fixture
def told(full: Case) -> Case:
    full.look("dependence.concentration")
    return full


def _written(case: Case, path: Path) -> str:
    case.export(path, draft=True)
    return path.read_text("utf-8")


def test_it_holds_what_was_chosen_in_that_order(told: Case, tmp_path: Path) -> None:
    first, second = told.findings()[:2]
    claim = told.docket()[0]
    blocks = (
        Block("heading", text="Wafers <first>"),
        Block("finding", id=second.id),
        Block("text", text="One paragraph.\n\nAnother *one*."),
        Block("claim", id=claim.id),
        Block("finding", id=first.id),
        Block("finding", id="forgotten-since"),
    )
    told.keep_draft(Draft("What we found", blocks))
    page = _written(told, tmp_path / "r.html")
    order = [
        page.index(t) for t in ("What we found", "Wafers &lt;first&gt;", second.says, "One paragraph.", first.says)
    ]
    assert order == sorted(order)
    assert page.count('<article class="finding') == 2
    assert page.count('<article class="claimed"') == 1
    assert "2 findings and 1 claim that its authors chose" in page
    text = _written(told, tmp_path / "r.md")
    assert "## Wafers &lt;first&gt;" in text
    assert "Another \\*one\\*." in text
    assert text.index("### F1") < text.index("### C1") < text.index("### F2")


def test_only_sources_that_are_quoted_are_listed_and_numbered_first(told: Case, tmp_path: Path) -> None:
    finding = next(f for f in told.findings() if f.count)
    told.keep_draft(Draft(blocks=(Block("finding", id=finding.id),)))
    text = _written(told, tmp_path / "r.md")
    assert "**S1**" in text
    assert "gazette.html" not in text
    assert text.startswith("# Wafers\n")


def test_without_a_draft_or_for_data_it_is_refused(told: Case, tmp_path: Path) -> None:
    with pytest.raises(CuibonoError, match="no draft"):
        told.export(tmp_path / "r.html", draft=True)
    told.keep_draft(Draft(blocks=(Block("text", text="A word."),)))
    with pytest.raises(CuibonoError, match="cannot become csv"):
        told.export(tmp_path / "r.csv", draft=True)
    assert "no finding that its authors chose" in _written(told, tmp_path / "r.md")


def test_nothing_protected_is_in_it_whatever_its_author_wrote(told: Case, folder: Path, tmp_path: Path) -> None:
    (folder / "heron-notebook.txt").write_text("Ulla Brandauer met the man by the Kestrel silo on a wet day.", "utf-8")
    told.add(folder / "heron-notebook.txt", protect=True, read=False)
    finding = told.findings()[0]
    told.keep_draft(Draft(blocks=(Block("text", text="We met Ulla Brandauer."), Block("finding", id=finding.id))))
    with pytest.raises(ProtectedLeak):
        told.export(tmp_path / "r.html", draft=True)
    assert not (tmp_path / "r.html").exists()
    told.keep_draft(Draft("Heron-notebook", (Block("finding", id=finding.id),)))
    with pytest.raises(ProtectedLeak):
        told.export(tmp_path / "r.md", draft=True)
    told.keep_draft(Draft("Ours", (Block("finding", id=finding.id),)))
    assert finding.says in _written(told, tmp_path / "r.html").replace("&#39;", "'")


def test_a_finding_that_rests_on_protected_material_alone_is_withheld(told: Case, tmp_path: Path) -> None:
    finding = told.findings()[0]
    told.keep_draft(Draft(blocks=(Block("text", text="Words."), Block("finding", id=finding.id))))
    for source in told.sources():
        told.protect(source.id, by="Ida")
    text = _written(told, tmp_path / "r.md")
    assert "1 finding" in text
    assert "### F1" not in text


def test_the_author_is_told_what_will_not_be_in_it(told: Case) -> None:
    first, second = told.findings()[:2]
    claim = told.docket()[0]
    proposed = replace(claim, marks=("proposed",))
    told.judge(second.id, "dismissed", by="Ida")
    blocks = [
        ("finding", first.id),
        ("finding", second.id),
        ("finding", "gone"),
        ("claim", claim.id),
        ("claim", "gone"),
    ]
    draft = Draft(blocks=tuple(Block(kind, id=name) for kind, name in blocks))  # type: ignore[arg-type]
    seen = drafting.pieces(told.layout, draft, {claim.id: proposed})
    assert [p.out for p in seen] == ["", drafting.DISMISSED, drafting.GONE, drafting.PROPOSED, drafting.GONE]
