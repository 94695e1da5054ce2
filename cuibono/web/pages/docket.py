"""The docket, the front page: every claim, who says so and through whom, what tests it, and what came of that."""

from collections import Counter
from collections.abc import Callable, Sequence

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cuibono.case import Case
from cuibono.model.claim_kind import CLAIM_KINDS
from cuibono.model.docket import OUTCOMES, DocketRow
from cuibono.store.progress import Tell
from cuibono.web.acting import act
from cuibono.web.desk import Desk
from cuibono.web.pages.desk import address
from cuibono.web.rendering import desk_of, page, pages

#: How a row is put under a filter: by its outcome, who says so, its kind, the outlet that carries it.
_FILTERS: dict[str, Callable[[DocketRow, dict[str, str]], set[str]]] = {
    "outcome": lambda row, _: {row.outcome or "not tested"},
    "speaker": lambda row, _: {c.speaker for c in row.claims},
    "kind": lambda row, _: {row.claim.kind},
    "outlet": lambda row, outlets: {outlets.get(s, "") for s in row.sources} - {""},
}


def rows(desk: Desk) -> list[DocketRow]:
    """The docket with its kept outcomes, as the case is now."""
    return desk.remembered("docket", lambda: desk.case.docket(run=False))


def outlets(desk: Desk) -> dict[str, str]:
    """The outlet, author or name of each source."""
    return desk.remembered(
        "outlets", lambda: {s.id: s.outlet or s.author or s.title or s.name for s in desk.case.sources()}
    )


def show(request: Request) -> Response:
    """The list, filtered as the address says."""
    desk = desk_of(request)
    every, named = rows(desk), outlets(desk)
    asked = {name: request.query_params.get(name, "") for name in _FILTERS}
    found = [r for r in every if all(not asked[n] or asked[n] in of(r, named) for n, of in _FILTERS.items())]
    shown = pages(request, len(found))
    return page(
        request,
        "docket.html",
        at="docket",
        every=every,
        rows=found[shown.skip : shown.skip + shown.size],
        pages=shown,
        asked=asked,
        tally=_tally(every),
        choices={n: _choices(every, named, n) for n in ("speaker", "kind", "outlet")},
        outlets=named,
        untested=sum(r.outcome is None for r in every),
        stale=sum(r.state != "fresh" for r in every),
    )


def _tally(every: Sequence[DocketRow]) -> list[tuple[str, int]]:
    counted: Counter[str] = Counter(r.outcome or "not tested" for r in every)
    return [(o, counted[o]) for o in (*OUTCOMES, "not tested") if counted[o]]


def _choices(every: Sequence[DocketRow], named: dict[str, str], name: str) -> list[tuple[str, int]]:
    counted = Counter(v for r in every for v in _FILTERS[name](r, named) if v)
    order: dict[str, int] = {k: i for i, k in enumerate(CLAIM_KINDS)} if name == "kind" else {}
    return sorted(counted.items(), key=lambda c: (order.get(c[0], 0), -c[1], c[0]))[:200]


def claim(request: Request) -> Response:
    """One claim: all who say it, with the passages; what tested it, and on what that rests."""
    desk, name = desk_of(request), request.path_params["claim"]
    line = desk.remembered(("claim", name), lambda: desk.case.claim(name))
    against = [r for r in rows(desk) if r.number in line.row.against]
    return page(request, "claim.html", at="docket", line=line, row=line.row, against=against, outlets=outlets(desk))


def run(request: Request, form: FormData) -> str:
    """Put every claim to the test, in the background."""
    desk = desk_of(request)
    return address(desk.jobs.start("Testing every claim of the docket", lambda tell: _run(desk.case, tell)))


def _run(case: Case, tell: Tell) -> str:
    tell("testing each claim against what is recorded", 0, 0)
    case.docket(run=True)
    return "/"


ROUTES = [
    Route("/", show),
    Route("/docket/{claim}", claim),
    Route("/docket", act(run), methods=["POST"]),
]
