"""Search: the page, the list below the field in the head, filters, hostile words."""

import pytest
from starlette.testclient import TestClient

from cuibono.web.pages import search
from tests.web.conftest import HOSTILE

PART = {"hx-request": "true"}


def test_every_kind_is_found_with_its_words_marked(client: TestClient) -> None:
    page = client.get("/search", params={"q": "norland"})
    assert page.status_code == 200
    for kind in ("Entities", "Passages", "Claims", "Findings"):
        assert f">{kind}</h2>" in page.text
    assert "<mark>Norland</mark>" in page.text


@pytest.mark.parametrize("typed", ["乔", "文斌", "乔文斌", "qiao wen"])
def test_chinese_is_found_by_a_character_or_two_and_by_its_sound(client: TestClient, typed: str) -> None:
    found = client.get("/search", params={"q": typed, "kind": "entities"}, headers=PART)
    assert "<html" not in found.text
    assert "/entity/" in found.text


def test_as_somebody_types_the_best_stand_below_the_field(client: TestClient) -> None:
    found = client.get("/search/quick", params={"q": "tar"}, headers=PART)
    assert "data-walk" in found.text
    assert "<mark>Tar</mark>n Shipping" in found.text
    assert client.get("/search/quick", params={"q": " "}, headers=PART).text.strip() == ""
    assert "Nothing in the case" in client.get("/search/quick", params={"q": "xyzzy"}, headers=PART).text


def test_filters_and_kinds_keep_to_the_address(client: TestClient) -> None:
    found = client.get("/search", params={"q": "norland", "kind": "claims", "speaker": "Lamp Weekly"}, headers=PART)
    assert found.headers["hx-replace-url"] == "/search?q=norland&kind=claims&speaker=Lamp+Weekly"
    assert "stated by <bdi>Lamp Weekly</bdi>" in found.text
    assert "Channel Meridian" not in found.text
    nothing = client.get("/search", params={"q": "norland", "outlet": "Nobody's Post"})
    assert "Nothing holds these words" in nothing.text


def test_protected_sources_carry_their_mark_or_are_left_out(client: TestClient) -> None:
    assert 'class="chip protected"' in client.get("/search", params={"q": "Livia Menn"}).text
    assert 'class="hit"' not in client.get("/search", params={"q": "Livia Menn", "protected": "without"}).text


def test_hostile_words_show_as_words(client: TestClient) -> None:
    page = client.get("/search", params={"q": "script alert"})
    assert 'class="hit"' in page.text
    assert "<script>alert" not in page.text
    assert "<img src=x" not in client.get("/search", params={"q": HOSTILE, "speaker": HOSTILE, "outlet": HOSTILE}).text


def test_a_long_index_is_made_in_the_background(hand: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_AT_ONCE", -1)
    page = hand.get("/search", params={"q": "norland"})
    assert "indexed first" in page.text
    assert "Preparing the search" in page.text
