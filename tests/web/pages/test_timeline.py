"""The timeline: drawn as precisely as dates are known, listed below, its range in the address."""

from starlette.testclient import TestClient


def test_what_is_dated_is_drawn_and_listed(client: TestClient) -> None:
    page = client.get("/timeline")
    assert page.status_code == 200
    assert 'class="timeline"' in page.text
    assert "since 1 June 2015" in page.text
    assert page.text.count('<td class="when">') > 3


def test_the_range_is_in_the_address_and_goes_on_to_other_pages(client: TestClient) -> None:
    page = client.get("/timeline", params={"from": "2014-01-01", "to": "2016-12-31"})
    assert "1 January 2014 to 31 December 2016" in page.text
    assert "/network?since=2014&amp;until=2016" in page.text
    assert "since 1 January 2018" not in page.text


def test_one_party_has_the_first_lane(client: TestClient) -> None:
    page = client.get("/timeline", params={"entity": "Tarn Shipping", "kind": "ties"})
    assert '<span dir="auto">Tarn Shipping</span> over time' in page.text
    assert "Nothing dated is told of" in client.get("/timeline", params={"entity": "nobody"}).text


def test_ranges_that_make_no_sense_are_answered(client: TestClient) -> None:
    for since, until in (("2030-01-01", "2010-01-01"), ("x", "9999-12-31"), ("2020-01-01", "2020-01-01")):
        assert client.get("/timeline", params={"from": since, "to": until, "page": "7"}).status_code == 200


def test_the_range_narrows_the_claims_to_those_about_that_time(client: TestClient) -> None:
    told = client.get("/claims", params={"since": "2021-01-01", "until": "2021-12-31"}).text.partition("<tbody>")[2]
    assert "Lamp Weekly" in told
    none = client.get("/claims", params={"since": "1990-01-01", "until": "1990-12-31"}).text.partition("<tbody>")[2]
    assert "Lamp Weekly" not in none
