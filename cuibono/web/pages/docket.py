"""The docket, the front page: every claim, who says so and through whom, what tests it, and what came of that."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cuibono.case import Case, claim_lists, finding_lists
from cuibono.case.docket import docket as testing
from cuibono.case.docket.ways import ways
from cuibono.errors import UnknownName
from cuibono.model.claim_kind import CLAIM_KINDS
from cuibono.model.docket import DocketRow
from cuibono.model.source import Source
from cuibono.model.stress import Stressed, mark
from cuibono.store.progress import Tell
from cuibono.web.acting import act
from cuibono.web.apart import apart
from cuibono.web.desk import Desk
from cuibono.web.dockets import Docket, docket, sources, tables
from cuibono.web.pages.desk import address
from cuibono.web.rendering import desk_of, page, pages

#: The name and settings of the lens before what it said.
_SAID_BY = re.compile(r"^(?:put to )?[a-z_]+\.[a-z_]+(?: \((?:[^()]|\([^()]*\))*\))?: ")
#: How a row is put under a filter: by its outcome, who says so, its kind, the outlet that carries it.
_FILTERS: dict[str, Callable[[DocketRow, Mapping[str, str]], set[str]]] = {
    "outcome": lambda row, _: {row.outcome or "not tested"},
    "speaker": lambda row, _: {c.speaker for c in row.claims},
    "kind": lambda row, _: {row.claim.kind},
    "outlet": lambda row, outlets: {outlets.get(s, "") for s in row.sources} - {""},
}


def rows(desk: Desk) -> Sequence[DocketRow]:
    """The docket with its kept outcomes, as the case is now."""
    return docket(desk).rows


def show(request: Request) -> Response:
    """The list, filtered as the address says."""
    desk = desk_of(request)
    every = docket(desk)
    asked = {name: request.query_params.get(name, "")[:500] for name in (*_FILTERS, "q")}
    found = desk.remembered(("docket of", id(every), *asked.values()), lambda: _wanted(every, asked))
    shown = pages(request, len(found))
    listed = found[shown.skip : shown.skip + shown.size]
    return page(
        request,
        "docket.html",
        at="docket",
        every=every.rows,
        rows=listed,
        pages=shown,
        asked=asked,
        findings=_quoted(desk, listed),
        stress=kept_stress(desk),
        reasons=reasons,
        tally=list(every.tally.items()),
        choices=_choices(every),
        untested=every.tally.get(claim_lists.UNTESTED, 0),
        stale=every.stale,
    )


def _wanted(every: Docket, asked: Mapping[str, str]) -> Sequence[DocketRow]:
    """The rows that fit the filters, and hold all the words."""
    tests = [(of, asked[name]) for name, of in _FILTERS.items() if asked[name]]
    words = asked["q"].casefold().split()
    if not tests and not words:
        return every.rows
    found = every.rows
    for of, value in tests:
        found = [r for r in found if value in of(r, every.outlets)]
    return [r for r in found if all(w in every.words[r.number] for w in words)] if words else found


def _choices(every: Docket) -> dict[str, list[tuple[str, int]]]:
    """What the filters can be set to, and how many rows fall under it."""
    if "choices" not in every.kept:
        every.kept["choices"] = {n: _counted(every, n) for n in ("speaker", "kind", "outlet")}
    found: dict[str, list[tuple[str, int]]] = every.kept["choices"]
    return found


def _counted(every: Docket, name: str) -> list[tuple[str, int]]:
    counted = Counter(v for r in every.rows for v in _FILTERS[name](r, every.outlets) if v)
    order: dict[str, int] = {k: i for i, k in enumerate(CLAIM_KINDS)} if name == "kind" else {}
    return sorted(counted.items(), key=lambda c: (order.get(c[0], 0), -c[1], c[0]))[:200]


def claim(request: Request) -> Response:
    """One claim: all who say it, with the passages; what tested it, on what that rests, and what would decide it."""
    desk, name = desk_of(request), request.path_params["claim"]
    every = docket(desk)
    line = desk.remembered(("claim", name, id(every)), lambda: testing.line_of(desk.case.layout, every.rows, name))
    against = [every.by_number[n] for n in line.row.against if n in every.by_number]
    there = tables(desk)
    stressed = kept_stress(desk).get(line.row.id)
    return page(
        request,
        "claim.html",
        at="docket",
        line=line,
        row=line.row,
        against=against,
        outlets=every.outlets,
        ways=ways(line.row.claim, there),
        findings=_quoted(desk, [line.row]).get(line.row.id, []),
        stress=_told(desk, stressed) if stressed else "",
        reasons=reasons,
    )


def reasons(why: str) -> list[str]:
    """Why a test decided nothing, one reason each: what every lens said, without its name and settings, said once."""
    return list(dict.fromkeys(_SAID_BY.sub("", part).strip() for part in why.split("; ") if part.strip()))


def kept_stress(desk: Desk) -> dict[str, Stressed]:
    """What is kept of the last stress of each finding and claim."""
    return desk.remembered("stress", lambda: {s.target: s for s in desk.case.stressed()})


def title_of(named: Mapping[str, Source], name: str) -> str:
    """The title or name of a source by its id; what is no id stays as it is."""
    found = named.get(name)
    return (found.title or found.name) if found else name


def _told(desk: Desk, stressed: Stressed) -> str:
    named = sources(desk)
    return mark(stressed, lambda u: title_of(named, u.name)) + ("" if stressed.state == "fresh" else " (stale)")


def _quoted(desk: Desk, listed: Sequence[DocketRow]) -> dict[str, list[tuple[str, str]]]:
    """The kept findings that decided claims, by the claim's id."""
    measures = {r.id: r.tested.measure for r in listed if r.tested and r.tested.measure}
    key = ("quoted", tuple(measures))
    return desk.remembered(key, lambda: finding_lists.quoted(desk.case.layout, measures))


def run(request: Request, form: FormData) -> str:
    """Put every claim to the test, in the background."""
    desk = desk_of(request)
    return address(desk.jobs.start("Testing every claim of the docket", lambda tell: apart(_run, desk.case, tell=tell)))


def _run(case: Case, tell: Tell) -> str:
    tell("gathering what is recorded", 0, 0)
    testing.docket(case.layout, run=True, tell=tell)
    return "/"


def test(request: Request, form: FormData) -> str:
    """Put one claim to the test, in the background; the outcomes of the others stay as they are."""
    desk = desk_of(request)
    row = docket(desk).by_id.get(request.path_params["claim"])
    if row is None:
        raise UnknownName(f"There is no claim '{request.path_params['claim']}'.", try_="see the docket")
    title = f"Testing: {row.claim.says[:90]}"
    return address(desk.jobs.start(title, lambda tell: _test(desk.case, row, tell)))


def _test(case: Case, row: DocketRow, tell: Tell) -> str:
    tell("gathering what is recorded of it", 0, 0)
    testing.test(case.layout, row.id)
    return f"/docket/{row.id}"


ROUTES = [
    Route("/", show),
    Route("/docket/{claim}", claim),
    Route("/docket", act(run), methods=["POST"]),
    Route("/docket/{claim}/test", act(test), methods=["POST"]),
]
