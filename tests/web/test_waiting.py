"""What a large case takes long to read is read in a job, once; a small case has it at once."""

import time

import pytest
from starlette.testclient import TestClient

from cuibono.case import Case
from cuibono.web.app import application
from cuibono.web.desk import Desk
from tests.web.conftest import ORIGIN, PORT, TOKEN


def opened(case: Case) -> tuple[TestClient, Desk]:
    """A desk of its own on the shared case."""
    made = application(case, token=TOKEN, port=PORT)
    client = TestClient(made, base_url=ORIGIN, headers={"origin": ORIGIN})
    client.get("/favicon.ico", params={"token": TOKEN})
    return client, made.state.desk


def ended(desk: Desk) -> None:
    """Wait until no job goes on any more."""
    for _ in range(600):
        if not any(j.going for j in desk.jobs.listed()):
            return
        time.sleep(0.05)
    pytest.fail("a job does not end")


@pytest.mark.parametrize(("path", "reads"), [("/network", "networks"), ("/timeline", "timelines")])
def test_a_large_case_is_read_in_a_job_that_leads_back(
    built: Case, monkeypatch: pytest.MonkeyPatch, path: str, reads: str
) -> None:  # fmt: skip
    monkeypatch.setattr("cuibono.web.desk.networks.heavy", lambda _: True)
    fresh = [False]
    monkeypatch.setattr(f"cuibono.web.pages.{path[1:]}.{reads}.fresh", lambda _: fresh[0])
    client, desk = opened(built)
    first = client.get(path, follow_redirects=False)
    assert first.status_code == 303
    assert first.headers["location"].startswith("/jobs/")
    ended(desk)
    assert client.get(first.headers["location"], follow_redirects=False).headers["location"] == path
    fresh[0] = True
    assert client.get(path, follow_redirects=False).status_code == 200


def test_a_small_case_waits_for_nothing(built: Case) -> None:
    client, desk = opened(built)
    assert client.get("/network", follow_redirects=False).status_code == 200
    ended(desk)
