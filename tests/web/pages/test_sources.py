"""Sources: the list, adding files as a browser sends them, protecting, forgetting with a preview, verifying."""

import re
import time

import pytest
from starlette.testclient import TestClient

from cuibono.case import Case
from cuibono.web.pages import sources
from tests.web.conftest import HOSTILE


def _result(hand: TestClient, path: str) -> str:
    """The page that a job leads to, once it is through."""
    job = hand.app.state.desk.jobs.get(int(path.rsplit("/", 1)[1]))  # type: ignore[attr-defined]
    while job.going:
        time.sleep(0.02)
    assert not job.error
    return hand.get(path).text


def test_the_list_shows_each_source_with_its_marks(client: TestClient) -> None:
    page = client.get("/sources")
    assert page.status_code == 200
    assert page.text.count("<tr>") == 7
    assert 'class="chip protected"' in page.text
    assert HOSTILE not in page.text
    assert "secret.txt" in client.get("/sources", params={"mark": "protected"}).text
    assert "lamp_glass.txt" not in client.get("/sources", params={"mark": "protected"}).text
    assert "No source fits these filters" in client.get("/sources", params={"words": "nobody"}).text


def test_files_come_in_under_their_own_names_and_the_result_says_what_was_not_read(
    hand: TestClient, own: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cuibono.case.reading.read", lambda *_, **__: None)
    sent = [
        ("path", (None, "filings/2023/new.txt")),
        ("files", ("new.txt", b"Ostvik sold its kiln in 2023.")),
        ("files", ("../../leads/out.txt", b"nothing")),
        ("files", ("broken.pdf", b"%PDF-1.7 nothing")),
        ("files", ("", b"")),
        ("outlet", (None, "Kiln Weekly")),
        ("protect", (None, "1")),
        ("published", (None, "March 2023")),
    ]
    answer = hand.post("/sources", files=sent, headers={"x-desk": "upload"})
    assert answer.status_code == 200
    page = _result(hand, answer.json()["job"])
    assert "1 source added" in page
    assert "its name leads out of its folder" in page
    assert "broken.pdf" in page
    source = own.source("filings/2023/new.txt")
    assert (source.outlet, source.protected, source.published, source.origin) == ("Kiln Weekly", True, "2023-03", None)
    assert list(own.layout.staging.iterdir()) == []
    assert "broken.pdf" in hand.get("/sources/unread").text


def test_too_much_or_nothing_is_refused_with_the_reason(
    hand: TestClient, own: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "LIMITS", sources.UploadLimits(files=1, bytes=100))
    two = [("files", ("a.txt", b"one")), ("files", ("b.txt", b"two"))]
    answer = hand.post("/sources", files=two, headers={"x-desk": "upload"})
    assert (answer.status_code, answer.json()["what"]) == (400, "More than 1 files at once.")
    large = hand.post("/sources", files=[("files", ("a.txt", b"x" * 200))], headers={"x-desk": "upload"})
    assert large.status_code == 400
    assert "No files came in" in hand.post("/sources", files=[("files", ("", b""))]).text
    assert "No files came in" in hand.post("/sources", data={"table": "holdings"}).text
    dated = [("files", ("a.txt", b"one")), ("published", (None, "sometime"))]
    assert "is no date" in hand.post("/sources", files=dated, headers={"x-desk": "upload"}).json()["what"]
    assert len(own.sources()) == 6
    assert list(own.layout.staging.iterdir()) == []


def test_protecting_is_signed_and_can_be_undone(hand: TestClient, own: Case) -> None:
    path = f"/sources/{own.source('lamp_glass.txt').id[:16]}"
    assert "It may be exported" in hand.get(path).text
    page = hand.post(path, data={"do": "protect", "by": "Ida Holm", "note": "she asked"})
    assert "It is protected" in page.text
    assert "protected by <bdi>Ida Holm</bdi>" in page.text
    assert own.source("lamp_glass.txt").protected
    seq = re.search(r'name="seq" value="(\d+)"', page.text)
    assert seq is not None
    hand.post("/undo", data={"seq": seq[1]})
    assert not own.source("lamp_glass.txt").protected


def test_forgetting_shows_what_would_fall_and_needs_a_yes(hand: TestClient, own: Case) -> None:
    source = own.source("supply_shares.csv")
    path = f"/sources/{source.id[:16]}/forget"
    preview = hand.get(path)
    assert "Nothing has been changed yet" in preview.text
    assert "Rows of <code>supply_shares</code>" in preview.text
    assert 'href="/finding/' in preview.text
    assert "was not forgotten" in hand.post(path).text
    started = hand.post(path, data={"sure": source.id[:12]}, follow_redirects=False)
    page = _result(hand, started.headers["location"])
    assert "nothing of it is left in the case" in page
    assert "supply_shares.csv" not in {s.name for s in own.sources()}
    assert hand.get(path).status_code == 404


def test_verifying_says_that_everything_is_as_it_was(hand: TestClient) -> None:
    started = hand.post("/sources/verify", follow_redirects=False)
    assert "Everything is as it was" in _result(hand, started.headers["location"])
    assert hand.get("/sources/verified/99").status_code == 404
