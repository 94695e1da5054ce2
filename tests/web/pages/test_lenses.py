"""Lenses: the list, the form made from a signature, and a run whose findings and notices are told where it leads."""

import pytest
from starlette.datastructures import FormData
from starlette.testclient import TestClient

from cuibono.case import Case
from cuibono.lenses import registry
from cuibono.web.pages.lenses import FAMILIES, differing, filled, given
from tests.web.waiting import ended


def test_every_lens_is_listed_with_what_it_needs(client: TestClient) -> None:
    page = client.get("/lenses")
    assert page.status_code == 200
    for name in registry.lens_names():
        assert f'href="/lenses/{name}"' in page.text
        assert name.partition(".")[0] in FAMILIES
    assert "needs posts" in page.text or "not in the case" in page.text
    assert "1 finding" in page.text


@pytest.mark.parametrize("name", registry.lens_names())
def test_each_lens_has_a_form_of_its_settings(client: TestClient, name: str) -> None:
    page = client.get(f"/lenses/{name}")
    assert page.status_code == 200
    spec = registry.get(name)
    fit = "It cannot be run on this case yet" not in page.text
    assert all((f'name="set-{s.name}"' in page.text) == fit for s in spec.settings)


@pytest.mark.parametrize("name", registry.lens_names())
def test_a_form_that_nobody_changed_gives_the_defaults(name: str) -> None:
    spec = registry.get(name)
    form = FormData([(f"set-{s}", text) for s, text in filled(spec, {}).items()])
    assert spec.parse(given(spec, form)) == spec.parse({})
    assert differing(spec.parse({}), spec) == {}


def test_a_run_leads_to_what_it_found_and_could_not_answer(hand: TestClient, own: Case) -> None:
    started = hand.post("/lenses/dependence.concentration", data={"set-threshold": "0.9"}, follow_redirects=False)
    assert started.status_code == 303
    led = ended(hand, started.headers["location"])
    assert led.startswith("/lenses/dependence.concentration?run=")
    page = hand.get(led)
    assert "What came of it" in page.text
    assert "<code>threshold</code> 0.9" in page.text
    notices = own.look("control.owners").notices
    led = ended(hand, hand.post("/lenses/control.owners", data={}, follow_redirects=False).headers["location"])
    assert bool(notices) == ("could not be answered" in hand.get(led).text)


def test_a_setting_that_will_not_do_is_said_before_anything_runs(hand: TestClient) -> None:
    page = hand.post(
        "/lenses/dependence.concentration",
        data={"set-threshold": "much"},
        headers={"referer": "http://127.0.0.1:8137/lenses/dependence.concentration"},
    )
    assert "The setting &#39;threshold&#39; cannot be &#39;much&#39;" in page.text


def test_a_lens_that_is_not_there_is_said_so(client: TestClient) -> None:
    assert client.get("/lenses/nothing.like_it").status_code == 404
