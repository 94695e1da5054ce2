"""The way of an investigator: a folder dropped, read, searched, mended, connected, tested, confirmed, handed over."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cuibono.case import Case, open_case
from cuibono.web.serving import beside
from tests.browser.conftest import Served, Watched, watched
from tests.web.conftest import ARTICLE, HOLDINGS, SHARES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def walked(browser: "Browser", tmp_path: Path) -> Iterator[tuple[Watched, Case]]:
    case = open_case(tmp_path / "case", title="A walk")
    with beside(case) as address:
        context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
        yield watched(context, Served(case, address)), case
        context.close()


def folder(at: Path) -> Path:
    """What is dropped: an article, a register of holdings, a table of shares."""
    at.mkdir()
    (at / "lamp_glass.txt").write_text(ARTICLE, "utf-8")
    (at / "holdings.csv").write_text(HOLDINGS, "utf-8")
    (at / "supply_shares.csv").write_text(SHARES, "utf-8")
    return at


def test_from_a_folder_to_a_report(walked: tuple[Watched, Case], tmp_path: Path) -> None:
    page, case = walked
    desk = page.page
    _drop(page, folder(tmp_path / "dropped"))
    _tables(page, tmp_path / "dropped")
    _to_the_entity(page)
    _mend_and_undo(desk, case)
    _path(page)
    finding = _run_a_lens(page)
    _confirm(desk, case, finding)
    _hand_over(page, tmp_path)
    assert page.errors == []
    assert page.strangers == []


def _drop(page: Watched, dropped: Path) -> None:
    """The empty front page teaches the next step; the article goes in with its outlet."""
    desk = page.open("/")
    desk.get_by_role("link", name="Add sources").click()
    desk.set_input_files("input[webkitdirectory]", dropped)
    desk.get_by_role("button", name="Add them").click()
    desk.get_by_role("heading", name="3 sources added").wait_for()
    assert desk.get_by_role("link", name="lamp_glass.txt").count() == 1


def _tables(page: Watched, dropped: Path) -> None:
    """The two tables are told which they are."""
    for name in ("holdings", "supply_shares"):
        desk = page.open("/sources")
        desk.get_by_text("Who published them, which table they are").click()
        desk.get_by_label("Rows are").select_option(name)
        desk.get_by_label("Outlet").last.fill("Bureau of Trade Statistics")
        desk.set_input_files("input[name=files]:not([webkitdirectory])", dropped / f"{name}.csv")
        desk.get_by_role("button", name="Add them").click()
        desk.locator("main h1").get_by_text("added").wait_for()


def _to_the_entity(page: Watched) -> None:
    """Search by the keyboard alone, then the mention in its context."""
    desk = page.open("/overview")
    desk.keyboard.press("/")
    desk.keyboard.type("Halden Metering")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/search?q=Halden*")
    desk.wait_for_selector("html[data-ready]", state="attached")
    desk.locator("main a[href*='/entity/']").first.click()
    desk.wait_for_url("**/entity/*")
    assert "Halden Metering" in desk.locator("main h1").inner_text()
    desk.locator("main a[href*='/source/']", has_text="lamp_glass").first.click()
    desk.wait_for_url("**/source/*")


def _mend_and_undo(desk: "Page", case: Case) -> None:
    """A highlighted name is opened, dismissed, and the dismissal is taken back."""
    desk.wait_for_selector("html[data-ready]", state="attached")
    desk.locator("main [data-r]").first.click()
    panel = desk.locator("#side .record")
    panel.wait_for()
    panel.get_by_label("Your name").fill("Ina Holm")
    panel.get_by_role("button", name="Dismiss").click()
    desk.locator(".said").get_by_role("button", name="Undo").click()
    desk.locator(".said", has_text="Taken back").wait_for()
    assert [j.by for j in case.judgements() if j.undone] == ["Ina Holm"]


def _path(page: Watched) -> None:
    """How one is connected to another, each hop with its passage; names that several have are told apart."""
    desk = page.open("/network/path")
    desk.get_by_label("From").fill("Anna Vell")
    desk.get_by_label("To").fill("Tarn Shipping")
    desk.get_by_role("button", name="Find paths").click()
    desk.get_by_text("Others are called Tarn Shipping too").wait_for()
    desk.get_by_role("link", name="one with 2 ties").click()
    desk.locator(".path .hops li").first.wait_for()
    assert desk.locator(".path .passage").count() >= 1


def _run_a_lens(page: Watched) -> str:
    """A lens is run from its page; the job leads to what it found."""
    desk = page.open("/lenses/dependence.concentration")
    desk.get_by_role("button", name="Run").first.click()
    desk.locator("main a[href^='/finding/']").first.wait_for()
    desk.locator("main a[href^='/finding/']").first.click()
    desk.wait_for_url("**/finding/*")
    assert desk.locator("#passages .passage").count() >= 1
    return desk.url.rsplit("/", 1)[1].partition("?")[0]


def _confirm(desk: "Page", case: Case, finding: str) -> None:
    desk.get_by_role("button", name="Confirm").first.click()
    desk.locator(".said").first.wait_for()
    assert case.finding(finding).verdict == "confirmed"


def _hand_over(page: Watched, to: Path) -> None:
    """The finding is put into the report, looked at, and taken away as a file."""
    desk = page.open("/report")
    desk.get_by_role("button", name="Put in").first.click()
    desk.locator("li.block.finding").wait_for()
    desk.get_by_role("button", name="Preview").click()
    desk.get_by_text("Herfindahl").first.wait_for()
    desk = page.open("/report")
    desk.get_by_role("button", name="HTML", exact=True).first.click()
    desk.wait_for_url("**/report/made/*")
    with desk.expect_download() as waited:
        desk.locator("main a[href$='/file']").first.click()
    report = to / "report.html"
    waited.value.save_as(report)
    assert "lamp glass" in report.read_text("utf-8")
