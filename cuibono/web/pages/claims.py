"""Claims one by one: who makes each, through whom, how surely, who else, and what is said against it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from cuibono.case import claim_lists
from cuibono.case.claim_lists import ClaimsAsked
from cuibono.store.progress import Tell
from cuibono.web.desk import Desk
from cuibono.web.dockets import docket, sources
from cuibono.web.pages.desk import address
from cuibono.web.rendering import desk_of, page, pages

_SIZE, _GROUPS = 50, 12
#: The columns of the table: under which name each is sorted, and its head.
_COLUMNS = (
    ("claim", "Claim"),
    ("speaker", "Who says so"),
    ("status", "Status"),
    ("standing", "Standing"),
    ("sources", "Sources"),
    ("against", "Against"),
    ("outcome", "Outcome"),
)
_LABELS = {
    "speaker": "Who says so", "kind": "Kind", "status": "Status", "standing": "Standing", "outcome": "Outcome",
    "outlet": "Outlet",
}  # fmt: skip


def show(request: Request) -> Response:
    """Every claim, or (``?view=against``) those that are set against each other, side by side."""
    desk = desk_of(request)
    every, asked = docket(desk), _asked(request.query_params)
    tabs: dict[str, Any] = {"every": every.lines, "groups": every.disputes, "labels": _LABELS, "outlets": every.outlets}
    if request.query_params.get("view") == "against":
        shown = pages(request, len(every.disputes), _GROUPS)
        part = every.disputes[shown.skip : shown.skip + shown.size]
        return page(request, "disputes.html", at="claims", shown=part, pages=shown, **tabs)
    found = desk.remembered(("claims", asked, id(every)), lambda: claim_lists.wanted(every.lines, asked, every.outlets))
    shown = pages(request, len(found), _SIZE)
    return page(
        request,
        "claims.html",
        at="claims",
        lines=found[shown.skip : shown.skip + shown.size],
        pages=shown,
        found=len(found),
        columns=_COLUMNS,
        asked=_fields(asked),
        sources=sources(desk),
        choices=every.choices,
        **tabs,
    )


def download(request: Request) -> Response:
    """The claims that the address asks for as CSV; nothing protected is in it.

    Where something is protected, all claims are tested again without it: that goes on in the background.
    """
    desk, asked = desk_of(request), _asked(request.query_params)
    key = ("claims.csv", asked)
    made = desk.recalled(key)
    if made is None and any(s.protected for s in sources(desk).values()):
        again = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        job = desk.jobs.start(
            "Writing the claims as CSV, without what is protected", lambda t: _write(desk, asked, again, t)
        )
        return RedirectResponse(address(job), status_code=303)
    made = made or desk.remembered(key, lambda: claim_lists.write_csv(desk.case.layout, asked))
    headers = {"content-disposition": 'attachment; filename="claims.csv"'}
    return Response(made, media_type="text/csv; charset=utf-8", headers=headers)


def _write(desk: Desk, asked: ClaimsAsked, again: str, tell: Tell) -> str:
    tell("testing each claim on the public side alone", 0, 0)
    desk.remembered(("claims.csv", asked), lambda: claim_lists.write_csv(desk.case.layout, asked))
    return again


def _asked(given: Mapping[str, str]) -> ClaimsAsked:
    order = given.get("order", "")
    return ClaimsAsked(
        **{name: given.get(name, "")[:500] for name in _LABELS},
        words=given.get("q", "").strip()[:200],
        since=_day(given.get("since", "")),
        until=_day(given.get("until", "")),
        against=given.get("against") == "yes",
        order=order if order in claim_lists.ORDERS else "",
        down=given.get("down") == "yes",
    )


def _fields(asked: ClaimsAsked) -> dict[str, str]:
    """What is asked for as an address says it."""
    named = {name: getattr(asked, name) for name in _LABELS}
    also = {"against": "yes" if asked.against else "", "down": "yes" if asked.down else ""}
    return named | {"q": asked.words, "since": asked.since, "until": asked.until, "order": asked.order} | also


def _day(text: str) -> str:
    """A day as an address gives it; empty when it is none."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


ROUTES = [Route("/claims", show), Route("/claims.csv", download)]
