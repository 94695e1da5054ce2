"""Templates become pages: the words, filters and parts that all pages of the desk share."""

import json
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote, unquote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

import cuibono
from cuibono.case.evidence_stamp import has_simulated
from cuibono.model.figure import Figure
from cuibono.reports import amounts, wording
from cuibono.reports.html import FILTERS
from cuibono.reports.svg import draw
from cuibono.web.desk import Desk

#: What a row of navigation leads to, in the order in which an investigator meets it.
NAVIGATION = (
    ("docket", "Docket", "/"),
    ("overview", "Overview", "/overview"),
    ("sources", "Sources", "/sources"),
    ("claims", "Claims", "/claims"),
    ("findings", "Findings", "/findings"),
    ("network", "Network", "/network"),
    ("timeline", "Timeline", "/timeline"),
    ("lenses", "Lenses", "/lenses"),
    ("feeds", "Feeds", "/feeds"),
    ("match", "Match", "/match"),
    ("report", "Report", "/report"),
)
THEMES = ("auto", "light", "dark")


def desk_of(request: Request) -> Desk:
    """The desk that answers a request."""
    desk: Desk = request.app.state.desk
    return desk


def page(request: Request, template: str, *, at: str = "", status: int = 200, **words: Any) -> Response:
    """A whole page; ``at`` is the part of the navigation that it belongs to."""
    desk = desk_of(request)
    shared = {
        "case_title": desk.remembered("title", lambda: desk.case.title),
        "simulated": desk.remembered("simulated", lambda: has_simulated(desk.case.layout)),
        "navigation": NAVIGATION,
        "at": at,
        "theme": theme(request),
        "by": by(request),
        "said": desk.said(),
        "going": [j for j in desk.jobs.listed() if j.going],
        "stamp": mark(desk),
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
    }
    return HTMLResponse(environment().get_template(template).render(shared | words), status_code=status)


def fragment(request: Request, template: str, *, headers: Mapping[str, str] | None = None, **words: Any) -> Response:
    """A part of a page that htmx puts in its place."""
    html = environment().get_template(template).render({"by": by(request), **words})
    return HTMLResponse(html, headers=dict(headers or {}))


def partly(request: Request) -> bool:
    """Whether htmx asks, for a part of a page."""
    return request.headers.get("hx-request") == "true"


def mark(desk: Desk) -> str:
    """The stamp of the case as a word of the page, which asks by it whether something has changed."""
    stamp = "-".join(f"{a:x}.{b:x}" for a, b in desk.stamp())
    return f"{stamp}-behind" if desk.behind else stamp


def theme(request: Request) -> str:
    """Light, dark or as the machine has it."""
    wanted = request.cookies.get("theme", "auto")
    return wanted if wanted in THEMES else "auto"


def by(request: Request) -> str:
    """Who sits at the desk, as they last signed a judgement."""
    return unquote(request.cookies.get("by", ""))[:80]


@cache
def environment() -> Environment:
    """The templates of the desk, with the filters of the report where both say the same."""
    made = Environment(
        loader=PackageLoader("cuibono.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        **FILTERS,
        "chance": amounts.chance,
        "squeezed": squeezed,
        "cut": cut,
        "seconds": seconds,
        "slug": lambda text: "-".join(str(text).split()),
        "q": lambda text: quote(str(text), safe=""),
        "pinyin": pinyin,
        "jsoned": lambda value: json.dumps(value, ensure_ascii=False, default=str),
    }
    made.globals |= {"version": cuibono.__version__, "drawn": drawn, "link": link, "interval": amounts.interval}
    made.globals |= {"between_ends": amounts.span, "states": wording.STATES}
    return made


def drawn(figure: Figure | None, width: int = 680) -> Markup | None:
    """A figure as SVG; None where there is nothing to draw."""
    if figure is None or not figure.bars:
        return None
    return Markup(draw(figure, width=width))  # noqa: S704 - svg.py escapes every text


def link(path: str, **asked: Any) -> str:
    """An address with what is asked for; what is empty is left out."""
    left = [(k, v) for k, v in asked.items() if v not in (None, "", False)]
    return path + (f"?{urlencode(left, doseq=True)}" if left else "")


def cut(text: Any, length: int = 200) -> str:
    """A text that ends where a page has no room for more."""
    said = "" if text is None else str(text)
    return said if len(said) <= length else said[: length - 1].rstrip() + "…"


def squeezed(sql: str) -> str:
    """A statement without the indentation that it has in the program."""
    return textwrap.dedent(f"\n{sql}".replace("\n\n", "\n")).strip() if sql[:1].isspace() else sql.strip()


def seconds(taken: float) -> str:
    """How long something took or takes."""
    if taken < 90:
        return f"{taken:.0f} s"
    return f"{taken / 60:.0f} min" if taken < 5400 else f"{taken / 3600:.1f} h"


def pinyin(text: Any) -> str:
    """How a Chinese name is read, to stand beside it; empty where there is nothing to read out."""
    said = str(text or "")
    if not any("\u4e00" <= c <= "\u9fff" for c in said):
        return ""
    try:
        from pypinyin import lazy_pinyin
    except ImportError:
        return ""
    return " ".join(lazy_pinyin(said)).strip()


@dataclass(frozen=True, slots=True)
class Pages:
    """A long list, one page at a time."""

    number: int
    size: int
    total: int

    @property
    def skip(self) -> int:
        """How many come before this page."""
        return (self.number - 1) * self.size

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // self.size))

    @property
    def first_shown(self) -> int:
        """The number of the first item on this page."""
        return min(self.skip + 1, self.total)

    @property
    def last_shown(self) -> int:
        """The number of the last item on this page."""
        return min(self.skip + self.size, self.total)


def pages(request: Request, total: int, size: int = 50) -> Pages:
    """Which page of a list is asked for (``?page=``); one that is not there becomes the nearest."""
    asked = request.query_params.get("page", "1")
    wanted = int(asked) if asked.isascii() and asked.isdigit() else 1
    found = Pages(1, size, total)
    return Pages(min(max(wanted, 1), found.last), size, total)
