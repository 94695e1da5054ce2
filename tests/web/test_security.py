"""The guard: this machine, this browser, our own pages; and every answer carries the policy."""

import pytest
from starlette.testclient import TestClient

from cuibono.case import Case
from cuibono.web.app import application
from tests.web.conftest import ORIGIN, PORT, TOKEN


def stranger(case: Case, base: str = ORIGIN) -> TestClient:
    return TestClient(application(case, token=TOKEN, port=PORT), base_url=base, follow_redirects=False)


def test_without_the_token_nothing_is_shown(built: Case) -> None:
    for path in ("/", "/static/desk.css", "/search?q=vell", "/?token=wrong", "/jobs/1", "/nothing"):
        assert stranger(built).get(path).status_code == 403


def test_the_token_becomes_a_cookie_and_the_address_is_clean(built: Case) -> None:
    browser = stranger(built)
    given = browser.get(f"/?token={TOKEN}&outcome=supported")
    assert (given.status_code, given.headers["location"]) == (303, "/?outcome=supported")
    cookie = given.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert browser.get("/").status_code == 200


def test_the_token_leads_to_no_other_host(built: Case) -> None:
    assert stranger(built).get(f"{ORIGIN}//evil.example/?token={TOKEN}").headers["location"] == "/evil.example/"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8137", "127.0.0.1:9999", "localhost"])
def test_another_host_is_refused_even_with_the_cookie(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:8137", "http://127.0.0.1:9999"])
def test_a_post_of_another_site_is_refused(hand: TestClient, origin: str) -> None:
    assert hand.post("/undo", headers={"origin": origin}).status_code == 403


def test_a_post_that_says_it_comes_from_elsewhere_is_refused_without_origin(own: Case) -> None:
    browser = stranger(own)
    browser.get(f"/?token={TOKEN}")
    assert browser.post("/undo", headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_the_token_is_not_taken_with_a_post(own: Case) -> None:
    assert stranger(own).post(f"/undo?token={TOKEN}", headers={"origin": ORIGIN}).status_code == 403


def test_every_answer_carries_the_policy(client: TestClient) -> None:
    for path in ("/", "/static/desk.css", "/nothing", "/docket/none"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy


def test_static_files_end_at_their_folder(client: TestClient) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2f..%2fcase.toml"):
        assert client.get(path).status_code == 404


def test_a_form_leads_back_to_pages_of_the_desk_only(hand: TestClient) -> None:
    for wanted in ("http://evil.example/x", "//evil.example/x", "/\\evil.example"):
        answer = hand.post("/undo", data={"next": wanted}, follow_redirects=False)
        assert not answer.headers["location"].startswith(("http", "//", "/\\"))
