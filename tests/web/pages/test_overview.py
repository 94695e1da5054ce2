"""The overview: counts that lead on, what stands out, what waits, and an empty case that says what to do."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from cuibono.case import Case, open_case
from cuibono.web.pages.overview import parts
from tests.web.conftest import _client


def test_the_front_page_counts_and_leads_on(client: TestClient, built: Case) -> None:
    page = client.get("/overview")
    assert page.status_code == 200
    assert f'<span class="big">{len(built.sources())}</span> sources' in page.text
    assert "1 is protected and in no export" in page.text
    assert f"/finding/{built.findings()[0].id}" in page.text
    assert "finding to confirm or dismiss" in page.text
    assert "What cannot all be so" in page.text
    assert 'href="/?outcome=contradicted"' in page.text
    assert "style=" not in page.text


def test_an_empty_case_says_what_comes_first(tmp_path: Path) -> None:
    with _client(open_case(tmp_path / "empty")) as empty:
        for path, first in (
            ("/overview", "An empty case"),
            ("/", "No claims yet"),
            ("/claims", "No claims yet"),
            ("/findings", "No findings yet"),
            ("/claims?view=against", "Nobody contradicts anybody"),
            ("/lenses", "0 of "),
        ):
            page = empty.get(path)
            assert page.status_code == 200
            assert first in page.text


def test_parts_of_a_bar_fill_it() -> None:
    made = parts({"supported": 1, "no data": 3}, "/", "outcome")
    assert [(p.start, p.width, p.href) for p in made] == [
        (0.0, 250.0, "/?outcome=supported"),
        (250.0, 750.0, "/?outcome=no+data"),
    ]


@pytest.mark.parametrize("path", ["/", "/overview", "/claims", "/claims?view=against", "/findings", "/lenses"])
def test_hostile_names_show_as_text(client: TestClient, path: str) -> None:
    text = client.get(path).text
    assert "&lt;script&gt;alert(" in text
    assert "<script>alert(" not in text
    assert "<img src=x" not in text
