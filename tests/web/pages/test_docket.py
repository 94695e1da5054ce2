"""The docket as the front page: rows, filters, one claim with its passages, and the button that tests them."""

from starlette.testclient import TestClient

from cuibono.case import Case
from cuibono.web.pages.docket import reasons
from tests.web.waiting import ended


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
    assert ended(hand, started.headers["location"]) == "/"


def test_one_claim_is_tested_alone(hand: TestClient, own: Case) -> None:
    row = next(r for r in own.docket(run=False) if r.outcome == "contradicted")
    started = hand.post(f"/docket/{row.id}/test", follow_redirects=False)
    assert ended(hand, started.headers["location"]) == f"/docket/{row.id}"
    assert "There is no claim" in hand.post("/docket/nothing-like-it/test").text


def test_a_claim_says_what_data_would_decide_it(client: TestClient, built: Case) -> None:
    row = next(r for r in built.docket(run=False) if r.outcome == "no data")
    page = client.get(f"/docket/{row.id}")
    assert "What data would decide it" in page.text
    assert "Where to get it:" in page.text


def test_reasons_are_told_once_without_the_name_of_the_lens() -> None:
    why = "actors.circles (who=He (Ping)): He is not clear; actors.paths (one=A, other=B): He is not clear; so: it is"
    assert reasons(why) == ["He is not clear", "so: it is"]
    assert reasons("put to control.owners: it lies outside") == ["it lies outside"]
    assert reasons("") == []
