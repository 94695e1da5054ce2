"""Match: the pair in hand with its score and both sides, judged by a person, taken back."""

import re
import time

import pytest
from starlette.testclient import TestClient

from cuibono.case import Case, pairs, reviewing
from cuibono.web.pages import match
from tests.web.conftest import HOSTILE


def _form(text: str) -> dict[str, str]:
    """The hidden fields of the form that judges."""
    form = text[text.index("data-verdicts") :]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form[: form.index("</form>")]))


def _open(text: str) -> int:
    found = re.search(r"of (\d+) open pairs?", text)
    return int(found[1]) if found else 0


def test_a_pair_is_shown_with_its_score_and_both_sides(client: TestClient) -> None:
    page = client.get("/match")
    assert page.status_code == 200
    assert "The same, or not?" in page.text
    assert "of the pairs that share a key, few are the same" in page.text
    assert '<rect class="for"' in page.text
    assert '<rect class="against"' in page.text
    assert "to 1 " in page.text
    assert 'class="passage"' in page.text
    assert HOSTILE not in page.text
    assert _open(page.text) > 1


def test_arrows_leave_a_pair_for_later(client: TestClient) -> None:
    first = client.get("/match").text
    after = re.search(r'href="(/match\?at=\d+)" data-after', first)
    assert after is not None
    second = client.get(after[1]).text
    assert _form(second)["left"] + _form(second)["right"] != _form(first)["left"] + _form(first)["right"]
    assert "data-before" in second
    assert "data-before" not in first


def test_a_judgement_goes_on_to_the_next_and_can_be_taken_back(hand: TestClient, own: Case) -> None:
    first = hand.get("/match").text
    fields = _form(first)
    page = hand.post("/match", data={**fields, "verdict": "same", "by": "Ida Holm", "note": "one firm"})
    assert page.status_code == 200
    assert "The same: " in page.text
    assert _open(page.text) < _open(first)
    assert {_form(page.text)["left"], _form(page.text)["right"]} != {fields["left"], fields["right"]}
    (made,) = [j for j in own.judgements() if j.verdict == "same"]
    assert (made.by, made.note) == ("Ida Holm", "one firm")
    listed = hand.get("/match/judged").text
    assert '<span class="chip same">same</span>' in listed
    assert "one firm" in listed
    hand.post("/undo", data={"seq": str(made.seq)})
    assert _open(hand.get("/match").text) == _open(first)
    assert "taken back" in hand.get("/match/judged").text


def test_nobody_judges_without_a_name(hand: TestClient, own: Case) -> None:
    fields = _form(hand.get("/match").text)
    assert "Nobody is named" in hand.post("/match", data={**fields, "verdict": "same"}).text
    assert "no verdict" in hand.post("/match", data={**fields, "verdict": "merged", "by": "Ida"}).text
    assert not [j for j in own.judgements() if j.other]


def test_the_pairs_of_one_entity(client: TestClient) -> None:
    one = _form(client.get("/match").text)["left"]
    assert "with this entity" in client.get("/match", params={"entity": one}).text
    assert "No pair is proposed for this one" in client.get("/match", params={"entity": "nobody"}).text


def test_a_large_case_is_compared_in_the_background(hand: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(match, "AT_ONCE", 0)
    page = hand.get("/match")
    assert "Proposing pairs" in page.text
    job = hand.app.state.desk.jobs.get(1)  # type: ignore[attr-defined]
    while job.going:
        time.sleep(0.02)
    assert "The same, or not?" in hand.get("/match").text


def test_what_a_decision_settles_is_not_asked_again(own: Case) -> None:
    proposals = own.match()
    places = reviewing.still_open(own.layout, proposals)
    assert places[0] == 0
    pair = proposals[0]
    own.judge_pair(pair.left.id, pair.right.id, "same", by="Ida")
    assert 0 not in reviewing.still_open(own.layout, proposals)
    total, (judged,) = pairs.judged(own.layout)
    assert (total, judged.left_name, judged.undone) == (1, pair.left.name, None)


def test_the_mark_of_the_evidence_stays_when_pairs_are_judged(own: Case) -> None:
    before = pairs.extent(own.layout)
    pair = own.match()[0]
    own.judge_pair(pair.left.id, pair.right.id, "different", by="Ida")
    assert pairs.extent(own.layout) == before
    own.forget("claims.csv")
    assert pairs.extent(own.layout).mark != before.mark


def test_values_that_both_have_are_marked_and_everyone_who_says_so_is_named(own: Case) -> None:
    pair = own.match()[0]
    seen = pairs.beside(own.layout, pair)
    said = [s for p in seen.properties for s in (*p.left, *p.right)]
    assert said
    assert all(s.sources for s in said)
    assert seen.left
    assert seen.right
