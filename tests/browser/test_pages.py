"""Every page in a real browser: no error, no request that leaves the machine, nothing serious that axe would find."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import AXE, Served, Watched, watched
from tests.conftest import CI

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAGES = (
    "docket", "claim", "overview", "sources", "claims", "findings", "finding", "network", "path", "timeline", "lenses",
    "lens", "match", "report", "search", "reader", "rows", "entity", "feeds", "missing",
)  # fmt: skip
#: Pages that people read on a phone.
SMALL = ("docket", "reader", "finding")


def address(desk: Served, name: str) -> str:
    """Where a page is in the case at hand."""
    case = desk.case
    if name == "claim":
        return f"/docket/{case.docket(run=False)[0].id}"
    if name == "finding":
        return f"/finding/{case.findings()[0].id}"
    if name in ("reader", "rows"):
        return f"/source/{case.source('lamp_glass.txt' if name == 'reader' else 'holdings.csv').id[:16]}"
    if name in ("entity", "path"):
        ids = [str(r[0]) for r in case.query("SELECT DISTINCT owner_id FROM holdings ORDER BY 1").rows]
        return f"/entity/{ids[0]}" if name == "entity" else f"/network/path?a={ids[0]}&b={ids[1]}"
    if name == "search":
        return "/search?q=Vell"
    return {"docket": "/", "lens": "/lenses/dependence.concentration", "missing": "/nothing"}.get(name, f"/{name}")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_quiet_and_open_to_all(browser: "Browser", desk: Served, name: str) -> None:
    assert AXE.exists() or not CI, "axe-core is missing. Try: npm ci in web-src"
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
        page = watched(context, desk)
        page.open(address(desk, name))
        assert page.page.locator("main h1").count() == 1
        assert page.page.evaluate("document.documentElement.scrollWidth") <= 1440, "the page is wider than the window"
        expected = ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
        assert page.errors == (expected if name == "missing" else [])
        assert page.strangers == []
        if AXE.exists():
            assert page.serious() == []
        context.close()


def test_the_address_lets_one_in_and_leads_to_the_docket(browser: "Browser", desk: Served) -> None:
    context = browser.new_context()
    page = Watched(context.new_page(), desk.base)
    page.page.goto(desk.address)
    page.page.wait_for_selector("html[data-ready]", state="attached")
    assert page.page.url == desk.base + "/"
    assert page.page.locator("main h1").count() == 1
    assert page.errors == page.strangers == []
    context.close()


@pytest.mark.parametrize("name", SMALL)
def test_a_page_fits_a_phone(browser: "Browser", desk: Served, name: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=1)
    page = watched(context, desk)
    page.open(address(desk, name))
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_the_slash_leads_to_the_search(browser: "Browser", desk: Served) -> None:
    context = browser.new_context()
    page = watched(context, desk)
    opened = page.open("/")
    opened.keyboard.press("/")
    assert opened.evaluate("document.activeElement.id") == "find"
    context.close()
