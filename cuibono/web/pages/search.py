"""Search as somebody types: entities, passages, claims and findings, each with its words marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cuibono.case import seeking
from cuibono.case.seeking import KINDS, Wanted
from cuibono.web.desk import Desk
from cuibono.web.jobs import Job
from cuibono.web.rendering import desk_of, fragment, link, page, partly

_FEW, _PAGE, _QUICK = 6, 25, {"entities": 5, "passages": 3, "claims": 2, "findings": 2}
_LONGEST = 200
#: From so many sources on that the index lacks, it is brought up to date in the background.
_AT_ONCE = 400
_TITLE = "Preparing the search"


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind, and whether there is more."""

    kind: str
    found: Sequence[Any]
    more: bool


def show(request: Request) -> Response:
    """The page of the search; asked by htmx, only what was found."""
    desk, wanted, kind = desk_of(request), wanted_of(request), request.query_params.get("kind", "")
    kind = kind if kind in KINDS else ""
    number = _number(request)
    waiting = _waiting(desk, request)
    groups = [] if waiting else _found(desk, wanted, kind, number)
    words: dict[str, Any] = {
        "wanted": wanted,
        "kind": kind,
        "groups": groups,
        "number": number,
        "asked": _asked(wanted, kind),
        "waiting": waiting,
        "kinds": KINDS,
    }
    if partly(request):
        return fragment(
            request, "_results.html", headers={"HX-Replace-Url": link("/search", **words["asked"])}, **words
        )
    return page(
        request,
        "search.html",
        **words,
        outlets=desk.remembered("outlets of the search", lambda: seeking.outlets(desk.case.layout)),
        speakers=[] if waiting else desk.remembered("speakers", lambda: seeking.speakers(desk.case.layout)),
    )


def quick(request: Request) -> Response:
    """The best of each kind, below the field in the head of every page."""
    desk, wanted = desk_of(request), wanted_of(request)
    waiting = _waiting(desk, request)
    groups = [] if waiting or not wanted.text.strip() else _found(desk, wanted, "", 1, few=_QUICK)
    return fragment(request, "_found.html", wanted=wanted, groups=groups, waiting=waiting)


def wanted_of(request: Request) -> Wanted:
    """What the address asks for."""
    asked = request.query_params
    return Wanted(
        text=asked.get("q", "")[:_LONGEST],
        outlet=asked.get("outlet", ""),
        since=_edtf(asked.get("since", "")),
        until=_edtf(asked.get("until", "")),
        speaker=asked.get("speaker", "").strip()[:_LONGEST],
        protected=asked.get("protected", "") if asked.get("protected") in ("only", "without") else "",
    )


def _edtf(text: str) -> str:
    return "".join(c for c in text if c in "0123456789-")[:10]


def _asked(wanted: Wanted, kind: str) -> dict[str, str]:
    return {
        "q": wanted.text,
        "kind": kind,
        "outlet": wanted.outlet,
        "since": wanted.since,
        "until": wanted.until,
        "speaker": wanted.speaker,
        "protected": wanted.protected,
    }


def _found(desk: Desk, wanted: Wanted, kind: str, number: int, few: dict[str, int] | None = None) -> list[Group]:
    """What is found of the kind, or the best of each kind."""
    if not wanted.text.strip() and not wanted.speaker:
        return []
    groups = []
    with seeking.opened(desk.case.layout) as at:
        for one in [kind] if kind else KINDS:
            limit = _PAGE if kind else (few or {}).get(one, _FEW)
            skip = (number - 1) * _PAGE if kind else 0
            if one == "findings":
                groups.append(Group(one, *seeking.findings(at, wanted, limit=limit, skip=skip)))
            elif one == "entities" and not wanted.speaker:
                groups.append(Group(one, *seeking.entities(at, wanted, limit=limit, skip=skip)))
            elif one == "passages" and not wanted.speaker:
                groups.append(Group(one, *seeking.passages(at, wanted, limit=limit, skip=skip)))
            elif one == "claims":
                groups.append(Group(one, *seeking.claims(at, wanted, limit=limit, skip=skip)))
    return [g for g in groups if g.found]


def _waiting(desk: Desk, request: Request) -> Job | None:
    """The work that brings a long index up to date, begun when it has to be; None when the search is ready."""
    layout = desk.case.layout
    if desk.remembered("search waits", lambda: seeking.waits(layout)) < _AT_ONCE:
        return None
    if seeking.waits(layout) < _AT_ONCE:
        return None
    going = next((j for j in desk.jobs.listed() if j.title == _TITLE and j.going), None)
    here = link("/search", q=request.query_params.get("q", ""))

    def work(tell: Any) -> str:
        seeking.prepare(layout, tell)
        return here

    return going or desk.jobs.start(_TITLE, work)


def _number(request: Request) -> int:
    asked = request.query_params.get("page", "1")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 1


ROUTES = [Route("/search", show), Route("/search/quick", quick)]
