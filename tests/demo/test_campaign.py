"""The simulated town: what was planted is found, what is ordinary is said beside, and every page says what it is."""

import html

import pytest

from cuibono.case import open_case
from cuibono.demo.build import Built


@pytest.fixture
def town(demo: list[Built]) -> Built:
    return next(b for b in demo if b.name == "campaign")


def test_the_planted_groups_are_found_and_no_other(town: Built) -> None:
    case = open_case(town.folder, make=False)
    found = {f.lens: f for f in case.findings() if len(f.about) != 3}
    assert sorted(found) == ["campaigns.copies", "campaigns.cosharing", "campaigns.first_pages", "campaigns.search"]
    assert found["campaigns.cosharing"].says.startswith("5 accounts (")
    assert found["campaigns.copies"].says.startswith("4 accounts (")
    assert "Saltmarsh ranks 9th" in found["campaigns.search"].says
    assert len(case.findings()) == 5


def test_three_editions_of_one_paper_have_their_explanation_beside(town: Built) -> None:
    (paper,) = [f for f in open_case(town.folder, make=False).findings("campaigns.cosharing") if len(f.about) == 3]
    assert "All 3 accounts openly belong to Hill Gazette" in " ".join(paper.caveats)


def test_claims_of_the_town_are_decided_by_what_was_measured_alone(town: Built) -> None:
    rows = open_case(town.folder, make=False).docket()
    outcome = {f"{r.claim.speaker}: {r.claim.says}": r.outcome for r in rows}
    assert outcome["Town Crier: The accounts Harbour Watch and Ferry Truth act in concert"] == "supported"
    assert outcome["Town Crier: The accounts Orchard Friends and Quince and Country are coordinated"] == "supported"
    assert outcome["The Town Crier: Otto Fen: rank of Saltmarsh in search interest 9"] == "contradicted"
    undecided = [c for c, o in outcome.items() if o in ("not identified", "not testable", "no data")]
    assert any("Fern Valley Mail and Millstream Post" in c for c in undecided)
    assert any("are bots" in c for c in undecided)


def test_everything_says_that_it_is_simulated(town: Built) -> None:
    case = open_case(town.folder, make=False)
    assert case.status().simulated == case.status().sources == 7
    page = html.unescape(town.report.read_text("utf-8"))
    assert "Every source of this case is simulated: the people, firms and events in it are invented." in page
