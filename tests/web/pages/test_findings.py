"""Findings: the list under its filters, one finding with all that it rests on, judging it and taking that back."""

import pytest
from starlette.testclient import TestClient

from cuibono.case import Case
from cuibono.model.passage import Passage
from cuibono.model.source import Source
from cuibono.web.pages.findings import grouped


@pytest.fixture(scope="module")
def finding(built: Case) -> str:
    """The id of a finding of the case."""
    return built.findings()[0].id


def test_the_list_shows_numbers_and_sentences(client: TestClient, finding: str) -> None:
    page = client.get("/findings")
    assert page.status_code == 200
    assert f'href="/finding/{finding}"' in page.text
    assert "Herfindahl index" in page.text
    assert "not judged <b>1</b>" in page.text
    assert "No finding fits" in client.get("/findings", params={"q": "nothing like it"}).text
    assert f"/finding/{finding}" in client.get("/findings", params={"lens": "dependence", "order": "newest"}).text


def test_a_finding_shows_measure_figure_passages_method_and_sql(client: TestClient, finding: str) -> None:
    page = client.get(f"/finding/{finding}")
    assert page.status_code == 200
    for part in (
        "Sum of the squared shares",
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" class="figure',
        "What this does not say",
        "Bureau of Trade Statistics",
        "The SQL that ran",
        "SELECT",
        'name="set-threshold"',
        'value="0.25"',
    ):
        assert part in page.text
    assert "style=" not in page.text


def test_a_finding_that_is_not_there_is_said_so(client: TestClient) -> None:
    assert client.get("/finding/nothing-like-it").status_code == 404


def test_a_decision_has_a_name_and_a_way_back(hand: TestClient, own: Case, finding: str) -> None:
    nobody = hand.post(f"/finding/{finding}/judge", data={"verdict": "confirmed"})
    assert "Nobody is named" in nobody.text
    form = {"verdict": "dismissed", "by": "Rita Ames", "note": "counted twice <b>", "next": f"/finding/{finding}"}
    told = hand.post(f"/finding/{finding}/judge", data=form)
    assert "Dismissed by Rita Ames." in told.text
    assert "counted twice &lt;b&gt;" in told.text
    assert [f.verdict for f in own.findings()] == ["dismissed"]
    (made,) = [j for j in own.judgements() if j.target == finding]
    assert "taken back" in hand.post("/undo", data={"seq": str(made.seq), "next": f"/finding/{finding}"}).text
    assert [f.verdict for f in own.findings()] == [None]
    assert "No decision was given" in hand.post(f"/finding/{finding}/judge", data={"by": "Rita Ames"}).text


def test_rows_of_one_table_become_one_table() -> None:
    one, other = Source("a" * 64, "shares.csv"), Source("b" * 64, "note.txt")
    rows = [Passage(one, n, f"row {n}", "", data={"who": "Norland", "note": None}) for n in (1, 2)]
    text = Passage(other, 1, "paragraph 1", "Words.", 0, 6)
    found = grouped([*rows, text, text, rows[0]])
    assert [(len(c.passages), c.columns) for c in found] == [(2, ("who",)), (1, ()), (1, ()), (1, ("who",))]
