#!/usr/bin/env python
"""Photograph the report of the demo's solar case for the README: docs/img/report.png.

The case is built anew, so that the picture shows what cuibono really writes. Needs Chromium and playwright.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "img" / "report.png"
FINDING = "ingot-mono (production, 2021), says PV_ICE"


def photograph(report: Path, picture: Path, *, width: int, height: int) -> None:
    """Save what a browser window of that size shows of the report, scrolled to its main finding."""
    from playwright.sync_api import sync_playwright

    picture.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
        page.goto(report.resolve().as_uri())
        page.locator("article", has_text=FINDING).first.evaluate(
            "a => a.scrollIntoView({block: 'start', behavior: 'instant'})"
        )
        page.screenshot(path=str(picture))
        browser.close()


def chromium() -> str:
    """Where Chromium is; ends the script when it is not installed."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    return found or sys.exit("Chromium is missing. Try: apt-get install chromium")


def main() -> None:
    """Build the demo, take the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path, help="a report that is there already, instead of building one")
    parser.add_argument("--to", type=Path, default=PICTURE)
    parser.add_argument("--width", type=int, default=1100)
    parser.add_argument("--height", type=int, default=1080)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = told.report or _built(Path(folder))
        photograph(report, told.to, width=told.width, height=told.height)
    print(f"{told.to}: {told.to.stat().st_size:,} bytes")


def _built(folder: Path) -> Path:
    from cuibono.demo.build import build

    return build(folder)[0].report


if __name__ == "__main__":
    main()
