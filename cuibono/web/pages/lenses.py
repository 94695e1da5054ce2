"""Lenses: every question that can be put to the case, what it takes, a form to run it, and what came of its runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cuibono.case import Case, finding_lists, lens_runs
from cuibono.case.finding_lists import FindingsAsked
from cuibono.case.lens_runs import KeptRun
from cuibono.errors import CuibonoError
from cuibono.lenses import registry
from cuibono.lenses.contract import LensSpec
from cuibono.lenses.settings import Setting
from cuibono.model.counting import plural
from cuibono.model.table import TableSpec
from cuibono.reports.methods import method
from cuibono.store.progress import Tell
from cuibono.web.acting import act, word
from cuibono.web.desk import Desk, aside
from cuibono.web.dockets import tables
from cuibono.web.pages.desk import address
from cuibono.web.rendering import desk_of, link, page

#: The families in the order in which an investigation meets them, each with its question.
FAMILIES: Mapping[str, tuple[str, str]] = {
    "claims": ("Claims", "Who says what, on whose word, and what contradicts it?"),
    "actors": ("Actors", "Who is tied to whom, since when, and through whom?"),
    "control": ("Control", "Who owns and who controls, through which chain?"),
    "campaigns": ("Campaigns", "Who acts together more than chance allows?"),
    "feeds": ("Feeds", "What does a recommender show to whom, and how does that depart from engagement alone?"),
    "exposure": ("Exposure", "What does an app or a data holder come to know, and how are people so classed treated?"),
    "dependence": ("Dependence", "Who depends on whom, and where is the narrowest point?"),
    "signals": ("Signals", "What do attention, absence and coincidence give away, and how often by chance?"),
}
_SHOWN = 25  # findings of a run that its lens' page lists
PREFIX = "set-"


@dataclass(frozen=True, slots=True)
class Needed:
    """A table that a lens asks for: under its declaration, whether it can do without, whether the case has it."""

    spec: TableSpec
    optional: bool
    there: bool


@dataclass(frozen=True, slots=True)
class LensLine:
    """A lens on the list: what it is, what it needs, and its newest run with any settings."""

    spec: LensSpec
    needed: tuple[Needed, ...]
    runs: tuple[KeptRun, ...] = ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """Tables without which it cannot run, and which the case does not have."""
        return tuple(n.spec.name for n in self.needed if not (n.optional or n.there))


@dataclass(frozen=True, slots=True)
class Family:
    """A family of lenses with its question."""

    name: str
    title: str
    question: str
    lenses: tuple[LensLine, ...]


def show(request: Request) -> Response:
    """All lenses by family, and what they could not answer so far."""
    desk = desk_of(request)
    lines = [line(desk, name) for name in registry.lens_names()]
    unanswered = [r for x in lines for r in x.runs if r.notices]
    return page(
        request,
        "lenses.html",
        at="lenses",
        families=_families(lines),
        ready=[x for x in lines if not x.lacking],
        unanswered=sorted(unanswered, key=lambda r: -r.id),
        ran=sum(bool(x.runs) for x in lines),
    )


def explain(request: Request) -> Response:
    """One lens: what it does, what it needs, a form with its settings, and what came of a run (``?run=``)."""
    desk = desk_of(request)
    spec = registry.get(request.path_params["name"])
    shown = line(desk, spec.name)
    asked = request.query_params.get("run", "")
    run = next((r for r in shown.runs if str(r.id) == asked), None)
    found = None
    if run is not None:
        number = run.id
        wanted = FindingsAsked(run=number, order="lens")
        found = desk.remembered(
            ("run", number), lambda: finding_lists.listed(desk.case.layout, wanted, first=_SHOWN, counts=False)
        )
    return page(
        request,
        "lens.html",
        at="lenses",
        lens=shown,
        spec=spec,
        method=method(spec.name),
        run=run,
        found=found,
        runs=shown.runs,
        values=filled(spec, run.settings if run else {}),
        family=FAMILIES.get(spec.name.partition(".")[0], ("Other", ""))[0],
        differs=differing,
    )


def put(request: Request, form: FormData) -> str:
    """Run a lens with the settings of a form, in the background."""
    desk = desk_of(request)
    spec = registry.get(request.path_params["name"])
    settings = spec.parse(given(spec, form))
    fills = [t for t in spec.fills if word(form, f"fill-{t}")]
    return address(desk.jobs.start(f"Running {spec.name}", lambda tell: _look(desk, spec, settings, fills, tell)))


def put_all(request: Request, form: FormData) -> str:
    """Run every lens whose tables the case has, with its defaults, in the background."""
    desk = desk_of(request)
    return address(desk.jobs.start("Running every lens that fits the case", lambda tell: _look_all(desk, tell)))


def line(desk: Desk, name: str) -> LensLine:
    """A lens with what the case has of what it needs, and its kept runs, the newest first."""
    spec = registry.get(name)
    have = tables(desk)
    runs = desk.remembered("runs", lambda: lens_runs.newest(desk.case.layout))
    needed = tuple(Needed(t.table.spec(), t.optional, t.table.name in have) for t in spec.tables)
    return LensLine(spec, needed, tuple(r for r in runs if r.lens == spec.name))


def given(spec: LensSpec, form: FormData) -> dict[str, str]:
    """The settings as the form has them; a number or day that is left empty stays at its default."""
    told = [(s, word(form, PREFIX + s.name)) for s in spec.settings if PREFIX + s.name in form]
    return {s.name: text for s, text in told if text or s.kind in ("str", "entity", "list")}


def filled(spec: LensSpec, settings: Mapping[str, Any]) -> dict[str, str]:
    """The values of all fields of a form as text; a setting that is not given has its default."""
    return {s.name: _text(settings.get(s.name, s.default)) for s in spec.settings}


def differing(settings: Mapping[str, Any], spec: LensSpec) -> dict[str, str]:
    """The settings that are not at their defaults, as text."""
    known: dict[str, Setting] = {s.name: s for s in spec.settings}
    return {
        name: _text(value)
        for name, value in settings.items()
        if name not in known or _text(value) != _text(known[name].default)
    }


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else "" if value is None else str(value)


def _families(lines: Sequence[LensLine]) -> list[Family]:
    by_name: dict[str, list[LensLine]] = {name: [] for name in FAMILIES}
    for one in lines:
        by_name.setdefault(one.spec.name.partition(".")[0], []).append(one)
    return [
        Family(name, *FAMILIES.get(name, (name.capitalize(), "Lenses of a plug-in.")), tuple(found))
        for name, found in by_name.items()
        if found
    ]


@dataclass(frozen=True, slots=True)
class Ran:
    """What is told of a run: how many findings it made, whether they were kept, what it could not answer."""

    found: int
    kept: bool
    notices: tuple[str, ...]


def looked(case: Case, lens: str, settings: Mapping[str, Any], *, tell: Tell) -> Ran:
    """Run a lens, here or in another process."""
    found = case.look(lens, tell=tell, **settings)
    return Ran(len(found), found.kept, tuple(n.says for n in found.notices))


def _look(desk: Desk, spec: LensSpec, settings: Mapping[str, Any], fills: Sequence[str], tell: Tell) -> str:
    """Run it; the page to which it leads tells the findings and what it could not answer."""
    tell("gathering what it needs", 0, 0)
    ran = aside(desk, looked, desk.case, spec.name, settings, tell=tell)
    for table in fills:
        tell(f"filling {table} for other lenses", 0, 0)
        filled_ = desk.case.fill(table, spec.name, **settings)
        desk.say(f"{table}: filled with {plural(filled_.rows, 'row')} for other lenses.")
    run = lens_runs.last(desk.case.layout, spec.name, settings) if ran.kept else None
    if run is None:
        told = [f"{spec.name} made {plural(ran.found, 'finding')}, which could not be kept."]
        desk.say("\n".join([*told, *ran.notices]))
    return link(f"/lenses/{spec.name}", run=run.id if run else None) + ("#came" if run else "")


def _look_all(desk: Desk, tell: Tell) -> str:
    names = desk.case.fitting()
    failed, found, unanswered = [], 0, 0
    for number, name in enumerate(names, start=1):
        tell(name, number - 1, len(names))
        try:
            ran = aside(desk, looked, desk.case, name, {})
        except CuibonoError as error:
            failed.append(f"{name}: {error.what}")
            continue
        found, unanswered = found + ran.found, unanswered + len(ran.notices)
    made = f"{plural(len(names) - len(failed), 'lens', 'lenses')} made {plural(found, 'finding')}"
    desk.say(f"{made}; {plural(unanswered, 'question')} could not be answered.")
    for what in failed:
        desk.say(what, bad=True)
    return "/lenses#unanswered" if unanswered else "/lenses"


ROUTES = [
    Route("/lenses", show),
    Route("/lenses/{name}", explain),
    Route("/lenses", act(put_all), methods=["POST"]),
    Route("/lenses/{name}", act(put), methods=["POST"]),
]
