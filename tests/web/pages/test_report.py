"""Report: pieces are put in, moved, written between and taken back; what is exported is redacted."""

import re
import time

import lxml.html
import pytest
from starlette.testclient import TestClient

from cuibono.case import Case
from cuibono.model.draft import Block, Draft
from tests.web.conftest import HOSTILE


def _form(hand: TestClient) -> dict[str, list[str] | str]:
    """The draft as the page would send it."""
    form = lxml.html.fromstring(hand.get("/report").text).get_element_by_id("draft")
    fields: dict[str, list[str] | str] = {"title": "", "kind": [], "id": [], "text": []}
    for element in form.iter("input", "textarea"):
        name = str(element.get("name"))
        value = element.text or "" if element.tag == "textarea" else element.get("value") or ""
        if isinstance(held := fields.get(name), list):
            held.append(value)
        else:
            fields[name] = value
    return fields


def _do(hand: TestClient, op: str, **changed: object) -> str:
    return hand.post("/report", data={**_form(hand), **changed, "op": op}).text


def _made(hand: TestClient, path: str, form: str) -> str:
    started = hand.post(path, data={"form": form}, follow_redirects=False).headers["location"]
    job = hand.app.state.desk.jobs.get(int(started.rsplit("/", 1)[1]))  # type: ignore[attr-defined]
    while job.going:
        time.sleep(0.02)
    return job.url or job.error


def test_an_empty_draft_says_what_to_do(client: TestClient) -> None:
    page = client.get("/report")
    assert "An empty page" in page.text
    assert 'value="finding:' in page.text
    assert 'value="claim:' in client.get("/report", params={"pick": "claims"}).text
    assert "Nothing has these words" in client.get("/report", params={"q": "zzz"}).text
    assert HOSTILE not in client.get("/report", params={"q": HOSTILE}).text


def test_pieces_are_put_in_moved_written_between_and_taken_back(hand: TestClient, own: Case) -> None:
    finding = own.findings()[0]
    claim = own.docket(run=False)[0]
    _do(hand, f"finding:{finding.id}", title="Lamps")
    _do(hand, f"claim:{claim.id}")
    _do(hand, "text:1")
    fields = _form(hand)
    assert fields["kind"] == ["finding", "text", "claim"]
    page = _do(hand, "up:2", text=["", "We asked & they answered.", ""])
    assert "We asked &amp; they answered." in page
    assert own.draft() == Draft(
        "Lamps",
        (Block("finding", id=finding.id), Block("claim", id=claim.id), Block("text", text="We asked & they answered.")),
    )
    _do(hand, "remove:0")
    assert [b.kind for b in own.draft().blocks] == ["claim", "text"]
    assert "as it was before" in hand.post("/report", data={"op": "undo"}).text
    assert [b.kind for b in own.draft().blocks] == ["finding", "claim", "text"]
    assert "in the report" in hand.get("/report").text


def test_what_did_not_come_in_whole_changes_nothing(hand: TestClient, own: Case) -> None:
    own.keep_draft(Draft("Lamps", (Block("text", text="Words."),)))
    assert "did not come in whole" in hand.post("/report", data={"kind": ["text"], "id": [], "op": "save"}).text
    assert "cannot be done" in _do(hand, "burn")
    assert own.draft().blocks == (Block("text", text="Words."),)
    assert hand.post("/report", data={**_form(hand), "op": "save"}, headers={"x-desk": "draft"}).status_code == 204


def test_the_preview_is_redacted_and_holds_no_style_of_its_own(hand: TestClient, own: Case) -> None:
    finding = own.findings()[0]
    own.keep_draft(Draft(HOSTILE, (Block("text", text=HOSTILE), Block("finding", id=finding.id))))
    page = hand.get(_made(hand, "/report/make", "preview"))
    assert page.status_code == 200
    assert "<style" not in page.text
    assert HOSTILE not in page.text
    assert "secret.txt" not in page.text
    assert finding.says in page.text
    assert hand.get("/report/style.css").headers["content-type"].startswith("text/css")


def test_files_are_taken_away_until_the_case_changes(hand: TestClient, own: Case) -> None:
    own.keep_draft(Draft("Lamps: a story", (Block("finding", id=own.findings()[0].id),)))
    where = _made(hand, "/report/make", "md")
    assert "The report is written" in hand.get(where).text
    file = hand.get(f"{where}/file")
    assert file.text.startswith("# Lamps: a story")
    assert "Lamps-a-story.md" in file.headers["content-disposition"]
    own.protect("lamp_glass.txt", by="Ida")
    assert hand.get(f"{where}/file").status_code == 404


def test_the_whole_case_is_exported_without_a_draft(hand: TestClient) -> None:
    assert "The draft is empty" in hand.post("/report/make", data={"form": "html"}).text
    where = _made(hand, "/report/make/whole", "html")
    text = hand.get(f"{where}/file").text
    assert "Evidence report" in text
    assert "Livia Menn" not in text


def test_a_report_that_names_what_is_protected_is_not_written(hand: TestClient, own: Case) -> None:
    own.keep_draft(Draft("Ours", (Block("text", text="Livia Menn told us."),)))
    assert re.search("would point to a protected source", _made(hand, "/report/make", "html"))


@pytest.mark.parametrize("path", ["/report/made/1", "/report/made/1/preview", "/report/made/1/file"])
def test_a_report_that_nobody_made_is_not_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
