"""Claims one by one: filters, order, side by side, and as CSV without what is protected."""

import csv
import io

from starlette.testclient import TestClient

from cuibono.case import Case, claim_lists
from cuibono.case.claim_lists import ClaimsAsked
from tests.web.waiting import ended


def test_each_claim_stands_with_its_speaker_standing_and_outcome(client: TestClient, built: Case) -> None:
    page = client.get("/claims")
    assert page.status_code == 200
    claims = [c for r in built.docket(run=False) for c in r.claims]
    assert f"Each claim <b>{len(claims)}</b>" in page.text
    assert "Lamp Weekly" in page.text
    assert 'class="chip standing recorded"' in page.text
    assert 'class="chip outcome contradicted"' in page.text


def test_filters_and_order(client: TestClient) -> None:
    found = client.get("/claims", params={"speaker": "Lamp Weekly", "order": "speaker", "down": "yes"}).text
    assert "show all" in found
    assert 'aria-sort="descending"' in found
    assert "No claim fits these filters" in client.get("/claims", params={"q": "nothing like it"}).text


def test_claims_are_wanted_by_words_and_put_in_order(built: Case) -> None:
    every = claim_lists.lines(built.docket(run=False))
    told = claim_lists.wanted(every, ClaimsAsked(words="LAMP weekly"), {})
    assert {c.claim.speaker for c in told} == {"Lamp Weekly"}
    upward = claim_lists.wanted(every, ClaimsAsked(order="speaker"), {})
    downward = claim_lists.wanted(every, ClaimsAsked(order="speaker", down=True), {})
    assert [c.claim.voice for c in upward] == sorted((c.claim.voice for c in every), key=str.casefold)
    assert downward[0].claim.voice == upward[-1].claim.voice


def test_contradictions_stand_side_by_side(client: TestClient, built: Case) -> None:
    groups = claim_lists.disputes(built.docket(run=False))
    assert any({"Anna Vell", "Lamp Weekly"} <= {r.claim.speaker for r in g} for g in groups)
    page = client.get("/claims", params={"view": "against"})
    assert page.status_code == 200
    assert page.text.count('class="dispute"') == len(groups)


def test_a_download_holds_nothing_protected_and_no_formula(client: TestClient) -> None:
    started = client.get("/claims.csv", follow_redirects=False)
    assert started.status_code == 303
    assert ended(client, started.headers["location"]) == "/claims.csv"
    made = client.get("/claims.csv")
    assert made.headers["content-type"] == "text/csv; charset=utf-8"
    written = list(csv.DictReader(io.StringIO(made.content.decode("utf-8-sig"))))
    assert tuple(written[0]) == claim_lists.COLUMNS
    text = " ".join(cell for row in written for cell in row.values())
    assert "Livia Menn" not in text
    assert "secret" not in text
    assert "Lamp Weekly" in text
    assert {r["outcome"] for r in written} >= {"contradicted", "supported"}
    assert claim_lists._cell("=1+1") == "'=1+1"
    assert claim_lists._cell("-") == "-"
    assert claim_lists._cell(-3.5) == -3.5
