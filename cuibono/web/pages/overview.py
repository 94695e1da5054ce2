"""The overview: what is in the case, what it shows, what carries it, what was not read, and what waits for a person."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cuibono.case import Case, finding_lists, overview
from cuibono.case.finding_lists import FindingsAsked
from cuibono.model.finding import Finding
from cuibono.model.stress import Carrier, Unit, carriers
from cuibono.store.progress import Tell
from cuibono.web.acting import act
from cuibono.web.apart import apart
from cuibono.web.desk import Desk
from cuibono.web.dockets import at_a_glance, at_hand, sources
from cuibono.web.pages.desk import address
from cuibono.web.pages.docket import kept_stress, title_of
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


@dataclass(frozen=True, slots=True)
class Load:
    """What falls and weakens without any of some sources, outlets and speakers, who are the same here: their names."""

    carrier: Carrier
    names: dict[str, list[str]]


def show(request: Request) -> Response:
    """Everything at a glance; what the docket tells is there once that is put together."""
    desk = desk_of(request)
    layout, docket = desk.case.layout, at_hand(desk)
    strongest, newest = desk.remembered("standing out", lambda: _standing_out(desk))
    stress = kept_stress(desk)
    return page(
        request,
        "overview.html",
        at="overview",
        told=at_a_glance(desk),
        answers=desk.remembered("answers", lambda: overview.answers(layout)),
        claims=len(docket.lines) if docket else None,
        outcomes=parts(docket.tally, "/", "outcome") if docket else [],
        untested=docket.tally.get("not tested", 0) if docket else 0,
        disputes=docket.disputes[:_DISPUTES] if docket else [],
        all_disputes=len(docket.disputes) if docket else 0,
        lead=next((f for f in strongest if f.figure and f.figure.bars), None),
        strongest=strongest,
        newest=newest,
        carriers=desk.remembered("carrying", lambda: _carriers(desk))[:_CARRIERS],
        stressed=len(stress),
        stale_stress=sum(s.state != "fresh" for s in stress.values()),
    )


def _standing_out(desk: Desk) -> tuple[list[Finding], list[Finding]]:
    """The findings that stand out, and the newest of the others; what says the same is told once."""
    layout = desk.case.layout
    first = _varied(finding_lists.listed(layout, first=40, counts=False).findings, _STRONGEST)
    said = {f.says for f in first}
    newest: dict[str, Finding] = {}
    for one in finding_lists.listed(layout, FindingsAsked(order="newest"), first=40, counts=False).findings:
        if one.says not in said and one.state != "fell" and one.verdict != "dismissed":
            newest.setdefault(one.says, one)
    return first, list(newest.values())[:_NEWEST]


def parts(counts: Mapping[str, int], path: str, field: str) -> list[Part]:
    """Counts as parts of one bar."""
    total, at, made = sum(counts.values()), 0.0, []
    for name, count in counts.items():
        width = _WIDE * count / total
        made.append(Part(name, count, round(at, 2), round(width, 2), link(path, **{field: name})))
        at += width
    return made


def _once(found: Sequence[Finding]) -> list[Finding]:
    """Of findings that say the same, the first."""
    told: dict[str, Finding] = {}
    for one in found:
        told.setdefault(one.says, one)
    return list(told.values())


def _varied(found: Sequence[Finding], size: int) -> list[Finding]:
    """The first findings, what a person confirmed before all, and of each lens no more than two."""
    counted: Counter[str] = Counter()
    kept: list[Finding] = []
    left: list[Finding] = []
    for one in _once(found):
        if one.state == "fell" or one.verdict == "dismissed":
            continue
        counted[one.lens] += 1
        (kept if one.verdict == "confirmed" or counted[one.lens] <= 2 else left).append(one)
    return [*kept, *left][:size]


def _carriers(desk: Desk) -> list[Load]:
    """What most rests on, by the kept stress; a source, its outlet and its speaker are one where the same falls."""
    kept = list(kept_stress(desk).values())
    changed: dict[Unit, set[tuple[str, str]]] = {}
    for found in kept:
        for change in found.changes:
            changed.setdefault(change.unit, set()).add((found.target, change.effect))
    named = sources(desk)
    loads: dict[frozenset[tuple[str, str]], Load] = {}
    for carrier in carriers(kept):
        if carrier.falls or carrier.weakens:
            load = loads.setdefault(frozenset(changed[carrier.unit]), Load(carrier, {}))
            load.names.setdefault(title_of(named, carrier.unit.name), []).append(carrier.unit.kind)
    return list(loads.values())


def stress(request: Request, form: FormData) -> str:
    """Leave out every source, outlet and speaker in turn, in the background."""
    desk = desk_of(request)
    title = "Leaving out one source, outlet and speaker at a time"
    return address(desk.jobs.start(title, lambda tell: _stress(desk, tell)))


def _stress(desk: Desk, tell: Tell) -> str:
    apart(Case.stress, desk.case, tell=tell)
    return "/overview#carries"


ROUTES = [Route("/overview", show), Route("/stress", act(stress), methods=["POST"])]
