"""The desk in a real browser: served on loopback, watched for errors and for requests that leave the machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cuibono.case import Case
from cuibono.web.serving import beside
from tests.web.conftest import made

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

#: Milliseconds that a step may take: the first page of a case is read for, perhaps beside other tests.
PATIENCE = 90_000
AXE = Path(__file__).parents[2] / "web-src" / "node_modules" / "axe-core" / "axe.min.js"


@dataclass(frozen=True)
class Served:
    """The desk of a case, and the address that lets one in."""

    case: Case
    address: str

    @property
    def base(self) -> str:
        return self.address.partition("/?")[0]


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
        """A page as it is at last: what takes long to make is preceded by one that asks for it again and again."""
        self.page.goto(self.base + path)
        self.page.wait_for_selector("html[data-ready]:not(:has(section.empty > progress))", state="attached")
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
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk that pages are only looked at on."""
    case = made(tmp_path_factory.mktemp("looked-at"))
    with beside(case) as address:
        yield Served(case, address)


def watched(context: "BrowserContext", served: Served) -> Watched:
    """A page of somebody who was let in; what the address shows first is not drawn for that."""
    context.set_default_timeout(PATIENCE)
    assert context.request.get(served.address, max_redirects=0).status == 303
    return Watched(context.new_page(), served.base)
