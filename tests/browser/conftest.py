"""The desk in a real browser: served on loopback, watched for errors and for requests that leave the machine."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

from cuibono.case import Case
from cuibono.web.app import application
from tests.web.conftest import TOKEN, made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

AXE = Path(__file__).parents[2] / "web-src" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


class Served:
    """The desk on a free port, in a thread of this process."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        self.base = f"http://127.0.0.1:{self.port}"
        self._server = uvicorn.Server(
            uvicorn.Config(application(case, token=TOKEN, port=self.port), log_level="warning", lifespan="off")
        )
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()


class Watched:
    """A page, and all that went wrong on it."""

    def __init__(self, page: "Page", base: str) -> None:
        self.page, self.base = page, base
        self.errors: list[str] = []
        self.strangers: list[str] = []
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: self.errors.append(str(e)))
        page.on("request", lambda r: self.strangers.append(r.url) if not self._ours(r.url) else None)

    def _ours(self, url: str) -> bool:
        return url.startswith((self.base + "/", "data:", "blob:", "about:"))

    def open(self, path: str) -> "Page":
        self.page.goto(self.base + path)
        self.page.wait_for_selector("html[data-ready]", state="attached")
        return self.page

    def serious(self) -> list[str]:
        """What axe finds that is serious or critical, a line each."""
        self.page.evaluate(AXE.read_text("utf-8"))  # by the debugger: the page's own policy would refuse it
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{v['id']}: {v['nodes'][0]['html'][:160]}"
            for v in found["violations"]
            if v["impact"] in ("serious", "critical")
        ]


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk that pages are only looked at on."""
    served = Served(made(tmp_path_factory.mktemp("looked-at")))
    yield served
    served.stop()


@pytest.fixture
def context(browser: "Browser") -> Iterator["BrowserContext"]:
    opened = browser.new_context(viewport={"width": 1440, "height": 900})
    yield opened
    opened.close()


def watched(context: "BrowserContext", served: Served) -> Watched:
    """A page that has been given the address of the desk."""
    page = Watched(context.new_page(), served.base)
    page.page.goto(f"{served.base}/?token={TOKEN}")
    return page
