"""The reader: highlights, the panel of a record, decisions with undo, tables, hostile text, protected sources."""

from starlette.testclient import TestClient

from cuibono.case import Case
from cuibono.model.record import Record


def _record(case: Case, kind: str, words: str) -> Record:
    return next(r for r in case.records("lamp_glass.txt", kind=kind) if words in r.quote)


def test_a_text_is_shown_with_its_highlights_and_who_speaks(client: TestClient) -> None:
    page = client.get("/source/lamp_glass.txt?at=2")
    assert page.status_code == 200
    assert 'class="line asked" id="p2"' in page.text
    assert "i-mention" in page.text
    assert "k-claim" in page.text
    assert "i-amount" in page.text
    assert '<bdi class="who">Anna Vell</bdi>' in page.text
    assert "qiáo" in page.text.lower() or "乔文斌" in page.text


def test_a_record_opens_in_the_panel_and_as_a_page(client: TestClient, built: Case) -> None:
    mention = _record(built, "mention", "Anna Vell")
    part = client.get(f"/record/{mention.source[:16]}/{mention.id}", headers={"hx-request": "true"})
    assert "<html" not in part.text
    assert "Open the entity" in part.text
    whole = client.get(f"/record/{mention.source[:16]}/{mention.id}")
    assert whole.url.path == f"/source/{mention.source[:16]}"
    assert 'aria-current="true"' in whole.text
    assert "Open the entity" in whole.text


def test_a_decision_has_a_name_and_a_way_back(hand: TestClient, own: Case) -> None:
    claim = _record(own, "claim", "78 percent")
    where = f"/record/{claim.source[:16]}/{claim.id}"
    hand.post(where, data={"does": "dismiss"})
    assert len(own.judgements()) == 0  # nobody was named
    page = hand.post(where, data={"does": "dismiss", "by": "Ina"})
    assert "Dismissed: claim" in page.text
    assert "Undo" in page.text
    assert claim.id not in {r.id for r in own.records("lamp_glass.txt")}
    (made,) = own.judgements()
    hand.post("/undo", data={"seq": str(made.seq)})
    assert claim.id in {r.id for r in own.records("lamp_glass.txt")}


def test_only_fields_that_differ_are_changed(hand: TestClient, own: Case) -> None:
    amount = _record(own, "amount", "78 percent")
    where = f"/record/{amount.source[:16]}/{amount.id}"
    same = {"does": "set", "by": "Ina", "has:unit": "1", "set:unit": "percent"}
    assert "Nothing was changed" in hand.post(where, data=same).text
    page = hand.post(where, data=same | {"has:value": "1", "set:value": "87"})
    assert "Changed: quantity" in page.text
    now = next(r for r in own.records("lamp_glass.txt") if r.id == amount.id)
    assert (now.data["value"], now.data["unit"], now.standing) == (87.0, "percent", "confirmed")


def test_two_names_become_one(hand: TestClient, own: Case) -> None:
    names = {str(r.data["name"]): r for r in own.records("lamp_glass.txt", kind="name")}
    one, other = names["Tarn Shipping"], names["Halden Metering"]
    hand.post(f"/record/{one.source[:16]}/{one.id}", data={"does": "merge", "other": other.id, "by": "Ina"})
    assert "Halden Metering" not in {r.data["name"] for r in own.records("lamp_glass.txt", kind="name")}


def test_what_was_missed_is_written_down(hand: TestClient, own: Case) -> None:
    sha = own.source("lamp_glass.txt").id[:16]
    asked = hand.get(f"/record/{sha}?kind=event&quote=until 2019&at=2", headers={"hx-request": "true"})
    assert "until 2019</textarea>" in asked.text
    page = hand.post(
        f"/record/{sha}",
        data={"kind": "event", "quote": "both firms", "at": "2", "by": "Ina", "set:date": "2019", "set:label": "left"},
    )
    assert "Written down: date" in page.text
    assert any(r.quote == "both\nfirms" and r.kind == "event" for r in own.records("lamp_glass.txt"))
    refused = hand.post(f"/record/{sha}", data={"kind": "event", "quote": "not there", "by": "Ina", "set:date": "2019"})
    assert "does not stand in" in refused.text


def test_rows_are_a_table_with_links_to_their_parties(client: TestClient) -> None:
    page = client.get("/source/holdings.csv?at=2")
    assert '<tr id="p2" class="asked">' in page.text
    assert 'href="/entity/name%3Atarn%20shipping"' in page.text


def test_hostile_words_show_as_words(client: TestClient) -> None:
    page = client.get("/source/hostile.txt")
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "<img src=x" not in page.text


def test_a_protected_source_carries_its_mark(client: TestClient) -> None:
    assert 'class="chip protected"' in client.get("/source/secret.txt").text
    assert 'class="chip protected"' not in client.get("/source/lamp_glass.txt").text


def test_the_file_is_given_as_it_came_in_and_only_to_be_saved(client: TestClient, built: Case) -> None:
    got = client.get("/original/lamp_glass.txt")
    assert got.headers["content-type"] == "application/octet-stream"
    assert got.headers["content-disposition"].startswith("attachment")
    assert got.content.startswith(b"Lamp glass runs")
    assert client.get("/original/..%2Fcase.toml").status_code == 404


def test_readings_are_told(client: TestClient) -> None:
    assert "what lenses see" in client.get("/record/lamp_glass.txt?part=readings", headers={"hx-request": "true"}).text


def test_a_source_that_is_not_there_is_said_so(client: TestClient) -> None:
    assert client.get("/source/nothing-like-it").status_code == 404
