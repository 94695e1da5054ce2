"""The page of an entity: who says what of it, drawings, mentions, and judgements about who is the same."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from cuibono.case import Case
from cuibono.case.entity_ties import Dated, Tie
from cuibono.web import neighbours


def _id(case: Case, name: str) -> str:
    return next(str(r.data["entity"]) for r in case.records("lamp_glass.txt", kind="name") if r.data["name"] == name)


def test_a_name_of_a_text_has_a_page_with_its_places(client: TestClient, built: Case) -> None:
    one = _id(built, "Tarn Shipping")
    page = client.get(f"/entity/{one}")
    assert page.status_code == 200
    assert "<h1" in page.text
    assert "Tarn Shipping" in page.text
    part = client.get(f"/entity/{one}?part=mentions", headers={"hx-request": "true"})
    assert "<mark>Tarn Shipping</mark>" in part.text
    assert "/source/" in part.text


def test_a_chinese_name_has_its_pinyin_beside_it(client: TestClient, built: Case) -> None:
    page = client.get(f"/entity/{_id(built, 'Qiao Wenbin')}")
    assert "乔文斌" in page.text
    assert '<span class="pinyin">qiao wen bin</span>' in page.text


def test_a_party_of_a_table_has_a_page_with_ties_and_a_drawing(client: TestClient) -> None:
    page = client.get("/entity/name%3Atarn%20shipping")
    assert "Halden Metering" in page.text
    assert '<svg class="neighbours"' in page.text
    assert '<svg class="strip"' in page.text
    assert "holdings.csv" in page.text


def test_proposals_come_with_their_reasons(client: TestClient) -> None:
    part = client.get("/entity/name%3Atarn%20shipping?part=matches", headers={"hx-request": "true"})
    assert "bits" in part.text
    assert 'value="same:' in part.text


def test_what_bears_no_name_is_not_compared_and_the_page_says_so(client: TestClient, built: Case) -> None:
    (tie,) = built.query("SELECT entity_id FROM statement WHERE schema = 'Ownership' LIMIT 1").rows
    part = client.get(f"/entity/{tie[0]}?part=matches", headers={"hx-request": "true"})
    assert "that have a name are compared" in part.text


def test_in_a_large_case_others_are_looked_for_beside_the_pages(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def noted(function: Callable[..., object], *_: object, **named: object) -> list[object]:
        asked.append((function.__name__, named["entity"]))
        return []

    monkeypatch.setattr("cuibono.web.desk.large", lambda _: True)
    monkeypatch.setattr("cuibono.web.desk.apart", noted)
    client.get("/entity/name%3Ahalden%20metering?part=matches", headers={"hx-request": "true"})
    assert asked == [("match", "name:halden metering")]


def test_who_is_the_same_is_judged_and_taken_back(hand: TestClient, own: Case) -> None:
    other = _id(own, "Tarn Shipping")
    where = "/entity/name%3Atarn%20shipping"
    assert "Nothing was decided" in hand.post(where, data={"judge": "perhaps:x", "by": "Ina", "next": where}).text
    page = hand.post(where, data={"judge": f"same:{other}", "by": "Ina", "next": where})
    assert "Judged same: Tarn Shipping and Tarn Shipping." in page.text
    assert "judged to be one" in page.text
    (made,) = own.judgements()
    hand.post("/undo", data={"seq": str(made.seq)})
    assert "judged to be one" not in hand.get(where).text


def test_nobody_is_made_up(client: TestClient) -> None:
    assert client.get("/entity/nobody-of-that-id").status_code == 404


def test_drawings_escape_what_they_name() -> None:
    hostile = "<script>alert(1)</script>"
    tie = Tie("owns", True, 'x"><b>', hostile, "by", "s", 1, "proposed")
    drawn = str(neighbours.neighbourhood(hostile, [tie]))
    assert "<script" not in drawn
    assert 'class="edge proposed"' in drawn
    assert "<script" not in str(neighbours.strip([Dated(None, None, "x", hostile, "", "read", "s", 1)]))
    assert neighbours.neighbourhood("A", []) is None
