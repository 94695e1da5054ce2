"""Feeds: why a video was shown as a sum, and the audit beside what was planted; all of it marked as simulated."""

from starlette.testclient import TestClient

SMALL = {"accounts": "8", "shown": "60"}


def test_a_video_is_told_as_a_sum_of_terms(client: TestClient) -> None:
    page = client.get("/feeds", params=SMALL | {"viewer": "2", "place": "10"})
    assert page.status_code == 200
    assert "made-up" in page.text
    assert 'class="figure terms"' in page.text
    assert "at place 10" in page.text
    assert 'hx-get="/feeds/audit?' in page.text


def test_the_audit_stands_beside_the_truth(client: TestClient) -> None:
    part = client.get("/feeds/audit", params=SMALL | {"policy": "steer", "beta": "1.5"})
    assert "It adds 1.5 to the score of every video on harbour law" in part.text
    assert "It finds what was planted on harbour law" in part.text
    assert 'class="est-truth"' in part.text


def test_settings_out_of_bounds_become_the_usual_ones(client: TestClient) -> None:
    page = client.get("/feeds", params=SMALL | {"policy": "no such", "beta": "1e9", "seed": "x", "viewer": "9999"})
    assert page.status_code == 200
    assert 'name="beta" min="0.0" max="1.5" step="0.05" value="0.5"' in page.text
    assert "Viewer 8 " in page.text
