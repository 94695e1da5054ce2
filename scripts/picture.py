#!/usr/bin/env python
"""Photograph the demo for the README: docs/img/report.png, overview.png, network.png and reader.png.

The demo is built anew, so that the pictures show what cuibono really writes. Needs Chromium and playwright.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "img"
FINDING = "ingot-mono (production, 2021), says PV_ICE"
WINDOW = (1440, 900)

if TYPE_CHECKING:
    from playwright.sync_api import Page


def photograph(demo: Path, to: Path) -> list[Path]:
    """Save the pictures of a demo; returns their files."""
    from playwright.sync_api import sync_playwright

    from cuibono.case import open_case
    from cuibono.web.serving import beside

    to.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1100, "height": 1080}, color_scheme="light")
        made = [_report(page, demo / "report.html", to / "report.png")]
        page.set_viewport_size({"width": WINDOW[0], "height": WINDOW[1]})
        with beside(open_case(demo / "solar", make=False)) as base:
            _let_in(page, base)
            made.append(_of_desk(page, base, "/overview", to / "overview.png"))
            made.append(_of_desk(page, base, _brief(demo / "solar"), to / "reader.png"))
        with beside(open_case(demo / "alliance", make=False)) as base:
            _let_in(page, base)
            made.append(_of_desk(page, base, "/network", to / "network.png"))
        browser.close()
    return made


def _report(page: "Page", report: Path, picture: Path) -> Path:
    """What a browser window shows of the report, scrolled to its main finding."""
    page.goto(report.resolve().as_uri())
    page.locator("article", has_text=FINDING).first.evaluate(
        "a => a.scrollIntoView({block: 'start', behavior: 'instant'})"
    )
    page.screenshot(path=str(picture))
    return picture


def _let_in(page: "Page", base: str) -> None:
    """Open the docket, and wait until it is put together: other pages show something of it."""
    page.goto(base)
    page.wait_for_selector("table", timeout=120_000)


def _of_desk(page: "Page", base: str, path: str, picture: Path) -> Path:
    """What a browser window shows of a page of the desk, once it is drawn."""
    page.goto(base.partition("/?")[0] + path)
    page.wait_for_selector("html[data-ready]", state="attached")
    for island in page.locator("[data-island]").all():
        island.and_(page.locator("[data-ready]")).wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=str(picture))
    return picture


def _brief(folder: Path) -> str:
    """The address of the solar brief in the reader, with a claim of somebody open beside it."""
    from cuibono.case import open_case

    case = open_case(folder, make=False)
    brief = max((s for s in case.sources() if s.reader in ("text", "html") and s.outlet), key=lambda s: s.size).id
    quoted = [r for r in case.records(brief, kind="claim") if r.data.get("speaker_kind") == "named"]
    claim = next(r for r in quoted if r.data.get("value"))
    return f"/source/{brief[:16]}?at={claim.seq}&record={claim.id}"


def chromium() -> str:
    """Where Chromium is; ends the script when it is not installed."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    return found or sys.exit("Chromium is missing. Try: apt-get install chromium")


def main() -> None:
    """Build the demo, take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--demo", type=Path, help="a demo that is there already, instead of building one")
    parser.add_argument("--to", type=Path, default=PICTURES)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for picture in photograph(told.demo or _built(Path(folder)), told.to):
            print(f"{picture}: {picture.stat().st_size:,} bytes")


def _built(folder: Path) -> Path:
    from cuibono.demo.build import build

    build(folder)
    return folder


if __name__ == "__main__":
    main()
