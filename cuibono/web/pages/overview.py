"""The overview: what is in the case, what it shows, what carries it, what was not read, and what waits for a person."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cuibono.case import claim_lists, finding_lists, overview
from cuibono.case.finding_lists import FindingsAsked
from cuibono.model.docket import OUTCOMES, DocketRow
from cuibono.model.finding import Finding
from cuibono.model.stress import Carrier, carriers
from cuibono.store.progress import Tell
from cuibono.web.acting import act
from cuibono.web.desk import Desk
from cuibono.web.pages.desk import address
from cuibono.web.pages.docket import kept_stress, outlets, rows, source_names
from cuibono.web.rendering import desk_of, link, page

_STRONGEST, _NEWEST, _CARRIERS, _DISPUTES = 6, 5, 7, 2
_WIDE = 1000.0


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar: from where to where, in thousandths, and where a click on it leads."""

    name: str
    count: int
    start: float
    width: float
    href: str = ""


def show(request: Request) -> Response:
    """Everything at a glance."""
    desk = desk_of(request)
    layout = desk.case.layout
    docket = rows(desk)
    strongest = desk.remembered(
        "strongest", lambda: _varied(finding_lists.listed(layout, first=30).findings, _STRONGEST)
    )
    newest = desk.remembered(
        "newest", lambda: finding_lists.listed(layout, FindingsAsked(order="newest"), first=30, counts=False).findings
    )
    shown = {f.id for f in strongest}
    groups = desk.remembered("disputes", lambda: claim_lists.disputes(docket))
    stress = kept_stress(desk)
    return page(
        request,
        "overview.html",
        at="overview",
        told=desk.remembered("overview", lambda: overview.overview(layout)),
        claims=sum(len(r.claims) for r in docket),
        docket=docket,
        outcomes=outcomes(docket),
        lead=next((f for f in strongest if f.figure and f.figure.bars), None),
        strongest=strongest,
        newest=[f for f in newest if f.id not in shown][:_NEWEST],
        disputes=groups[:_DISPUTES],
        all_disputes=len(groups),
        carriers=_carriers(desk)[:_CARRIERS],
        stressed=len(stress),
        stale_stress=sum(s.state != "fresh" for s in stress.values()),
        named=source_names(desk),
        outlets=outlets(desk),
        untested=sum(r.outcome is None for r in docket),
    )


def outcomes(docket: Sequence[DocketRow]) -> list[Part]:
    """The outcomes of the docket as parts of one bar, each leading to its claims."""
    counted: Mapping[str, int] = Counter(r.outcome or "not tested" for r in docket)
    return parts({o: counted[o] for o in (*OUTCOMES, "not tested") if counted[o]}, "/", "outcome")


def parts(counts: Mapping[str, int], path: str, field: str) -> list[Part]:
    """Counts as parts of one bar."""
    total, at, made = sum(counts.values()), 0.0, []
    for name, count in counts.items():
        width = _WIDE * count / total
        made.append(Part(name, count, round(at, 2), round(width, 2), link(path, **{field: name})))
        at += width
    return made


def _varied(found: Sequence[Finding], size: int) -> list[Finding]:
    """The first findings, what a person confirmed before all, and of each lens no more than two."""
    counted: Counter[str] = Counter()
    kept: list[Finding] = []
    left: list[Finding] = []
    for one in found:
        if one.state == "fell" or one.verdict == "dismissed":
            continue
        counted[one.lens] += 1
        (kept if one.verdict == "confirmed" or counted[one.lens] <= 2 else left).append(one)
    return [*kept, *left][:size]


def _carriers(desk: Desk) -> Sequence[Carrier]:
    """What most rests on, by the kept stress: what falls or weakens without one source, outlet or speaker."""
    found = carriers(list(kept_stress(desk).values()))
    return [c for c in found if c.falls or c.weakens]


def stress(request: Request, form: FormData) -> str:
    """Leave out every source, outlet and speaker in turn, in the background."""
    desk = desk_of(request)
    title = "Leaving out one source, outlet and speaker at a time"
    return address(desk.jobs.start(title, lambda tell: _stress(desk, tell)))


def _stress(desk: Desk, tell: Tell) -> str:
    desk.case.stress(tell=tell)
    return "/overview#carries"


ROUTES = [Route("/overview", show), Route("/stress", act(stress), methods=["POST"])]
