"""The docket as the front page: rows, filters, one claim with its passages, and the button that tests them."""

from starlette.testclient import TestClient

from cuibono.case import Case


def test_the_front_page_lists_claims_with_their_outcome(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "Who claims what" in page.text
    assert 'class="chip outcome contradicted"' in page.text
    assert "Lamp Weekly" in page.text


def test_filters_leave_what_they_say(client: TestClient) -> None:
    page = client.get("/", params={"outcome": "contradicted"})
    assert 'class="chip outcome contradicted"' in page.text
    assert 'class="chip outcome supported"' not in page.text
    assert "No claim fits these filters" in client.get("/", params={"speaker": "nobody"}).text


def test_a_claim_shows_who_says_it_and_what_decided(client: TestClient, built: Case) -> None:
    row = next(r for r in built.docket(run=False) if r.outcome == "contradicted")
    page = client.get(f"/docket/{row.id}")
    assert page.status_code == 200
    assert "Bureau of Trade Statistics" in page.text
    assert "What the outcome rests on" in page.text


def test_a_claim_that_is_not_there_is_said_so(client: TestClient) -> None:
    page = client.get("/docket/nothing-like-it")
    assert page.status_code == 404
    assert "nothing-like-it" in page.text


def test_testing_every_claim_goes_on_in_the_background(hand: TestClient) -> None:
    started = hand.post("/docket", follow_redirects=False)
    assert started.status_code == 303
    assert started.headers["location"].startswith("/jobs/")
    assert hand.get(started.headers["location"]).status_code == 200
