"""What all tests share: a case, Chromium, and the rule that nothing is skipped under CI.

cuibono is imported where it is used, so that one broken module fails its own tests and not all of them.
"""

import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from xdist.remote import Producer
    from xdist.workermanage import WorkerController

    from cuibono.case import Case
    from cuibono.demo.build import Built

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
#: Files outside of tests/demo whose tests look at the demo, which takes a minute to build.
OF_THE_DEMO = ("test_readme.py", "test_demo.py")
CI = os.environ.get("CI", "").lower() in ("1", "true", "yes")

# The same examples every time under CI; new ones at every run elsewhere. Time limits are pytest-timeout's affair.
settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if CI else "desk")


@cache
def chromium_path() -> str | None:
    """Where Chromium is, if it is installed."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def ocr_engine() -> str | None:
    """Which OCR engine is installed, if any."""
    from cuibono.readers import ocr

    return ocr.available()


NEEDS = {
    "browser": (chromium_path, "Chromium is missing. Try: apt-get install chromium"),
    "ocr": (ocr_engine, "no OCR engine is installed. Try: make install-dev"),
}


class _ByWhatTheyShare(LoadScopeScheduling):
    """Tests one by one to whichever worker is free; those together that share what takes long to make."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        if file.startswith("tests/demo/") or Path(file).name in OF_THE_DEMO:
            return "demo"
        return file if file.startswith("tests/gates/") else nodeid

    def mark_test_complete(self, node: "WorkerController", item_index: int, duration: float = 0) -> None:
        """What is done is let go of: all of it would be counted again after each of thousands of tests."""
        super().mark_test_complete(node, item_index, duration)
        units = self.assigned_work[node]
        scope = self._split_scope(self.registered_collections[node][item_index])
        if all(units[scope].values()):
            del units[scope]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: "Producer") -> LoadScopeScheduling:
    return _ByWhatTheyShare(config, log)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark, (present, says) in NEEDS.items():
        if item.get_closest_marker(mark) and not present():
            (pytest.fail if CI else pytest.skip)(says)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium; for tests marked ``browser``."""
    path = chromium_path()
    assert path, "mark the test with @pytest.mark.browser"
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> "Iterator[Browser]":
    """Chromium, started once: a process can drive but one Playwright at a time."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def case(tmp_path: Path) -> "Case":
    """An empty case."""
    from cuibono.case import open_case

    return open_case(tmp_path / "case", title="A test case")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> "list[Built]":
    """The demo, built once for all tests that look at it; nobody adds to it or takes from it."""
    from cuibono.demo.build import build

    return build(tmp_path_factory.mktemp("demo") / "demo-case")
