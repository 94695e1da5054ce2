"""Findings: the list under its filters, and a page for each: its number, its picture, its passages, its method."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cuibono.case import Case, finding_lists
from cuibono.case.finding_lists import FindingsAsked, Order
from cuibono.errors import CuibonoError
from cuibono.lenses import registry
from cuibono.lenses.contract import LensSpec
from cuibono.model.docket import DocketRow
from cuibono.model.finding import Finding
from cuibono.model.passage import Passage
from cuibono.model.stress import Stressed, mark
from cuibono.model.words import Verdict
from cuibono.reports.methods import method
from cuibono.store.progress import Tell
from cuibono.web.acting import act, back, who, word
from cuibono.web.apart import apart
from cuibono.web.desk import Desk
from cuibono.web.dockets import at_hand, sources
from cuibono.web.pages.desk import address
from cuibono.web.pages.docket import kept_stress, title_of
from cuibono.web.pages.lenses import FAMILIES, differing, filled
from cuibono.web.rendering import desk_of, link, page, pages

ORDERS: tuple[tuple[Order, str], ...] = (
    ("strongest", "Confirmed first, then what each lens puts first"),
    ("newest", "Newest first"),
    ("lens", "By lens"),
    ("passages", "Most passages first"),
)
_SIZE = 40
_COLUMNS = 9  # of a table of cited rows
_VERDICTS: tuple[Verdict, ...] = ("confirmed", "dismissed", "unsure")


@dataclass(frozen=True, slots=True)
class Cited:
    """Passages that follow each other in one source: rows of a table under its ``columns``, or one stretch of text."""

    passages: tuple[Passage, ...]
    columns: tuple[str, ...] = ()


def show(request: Request) -> Response:
    """The list, filtered and ordered as the address says."""
    desk, given = desk_of(request), request.query_params
    order: Order = next((o for o, _ in ORDERS if o == given.get("order")), "strongest")
    asked = FindingsAsked(
        given.get("lens", ""), given.get("state", ""), given.get("verdict", ""), given.get("q", "").strip(), order=order
    )
    number = given.get("page", "1")
    skip = (int(number) - 1) * _SIZE if number.isascii() and number.isdigit() and number != "0" else 0
    found = desk.remembered(
        ("findings", asked, skip), lambda: finding_lists.listed(desk.case.layout, asked, first=_SIZE, skip=skip)
    )
    fields = {"lens": asked.lens, "state": asked.state, "verdict": asked.verdict, "q": asked.words}
    return page(
        request,
        "findings.html",
        at="findings",
        found=found,
        pages=pages(request, found.total, _SIZE),
        asked=fields | {"order": order if order != "strongest" else ""},
        order=order,
        orders=ORDERS,
        families=_families(found.lenses),
        stress=_marks(desk),
        settings_of=_settings,
    )


def finding(request: Request) -> Response:
    """One finding with everything that it rests on."""
    desk, name = desk_of(request), request.path_params["finding"]
    layout = desk.case.layout
    whole = desk.remembered(("finding", name), lambda: finding_lists.whole(layout, name))
    shown, run = whole.finding, whole.run
    numbered = pages(request, shown.count, finding_lists.PASSAGES)
    cited = whole.passages
    if numbered.skip:
        key = ("passages", shown.id, numbered.number)
        cited = desk.remembered(key, lambda: finding_lists.passages(layout, shown, skip=numbered.skip))
    spec = _spec(shown.lens)
    return page(
        request,
        "finding.html",
        at="findings",
        finding=shown,
        run=run,
        family=FAMILIES.get(shown.lens.partition(".")[0], ("Other", ""))[0],
        spec=spec,
        method=method(shown.lens),
        values=filled(spec, shown.settings) if spec else {},
        told=differing(shown.settings, spec) if spec else shown.settings,
        cited=grouped(cited),
        pages=numbered,
        stress=_stress(desk, shown.id, request.query_params.get("stress", "")),
        named=lambda name: title_of(sources(desk), name),
        decides=_decides(desk, shown),
        history=whole.history,
    )


def grouped(passages: Iterable[Passage]) -> list[Cited]:
    """Rows of one table that follow each other become one table, with the columns that any of them fills."""
    found: list[Cited] = []
    for (_, is_row), members in groupby(passages, key=lambda p: (p.source.id, p.start is None and bool(p.data))):
        listed = tuple(members)
        if not is_row:
            found += [Cited((p,)) for p in listed]
            continue
        names = dict.fromkeys(n for p in listed for n, cell in p.data.items() if cell not in (None, ""))
        found.append(Cited(listed, tuple(names)[:_COLUMNS]))
    return found


def judge(request: Request, form: FormData) -> str:
    """Confirm, dismiss or leave undecided, with a note; a line at the top takes it back."""
    desk = desk_of(request)
    shown = finding_lists.one(desk.case.layout, request.path_params["finding"])
    verdict = next((v for v in _VERDICTS if v == word(form, "verdict")), None)
    if verdict is None:
        raise CuibonoError("No decision was given.", try_="press Confirm, Unsure or Dismiss")
    made = desk.case.judge(shown.id, verdict, by=who(request, form), note=word(form, "note")[:2000])
    desk.say(f"{made.verdict.capitalize()} by {made.by}.", undo=made.seq)
    return back(request, form, otherwise=f"/finding/{shown.id}")


def stress(request: Request, form: FormData) -> str:
    """Leave out one source, outlet and speaker at a time, and see what becomes of this finding."""
    desk = desk_of(request)
    shown = finding_lists.one(desk.case.layout, request.path_params["finding"])
    mark_ = secrets.token_hex(4)
    return address(desk.jobs.start(f"Stress: {shown.says[:80]}", lambda tell: _stressing(desk, shown.id, mark_, tell)))


def _stressing(desk: Desk, finding: str, mark_: str, tell: Tell) -> str:
    found = apart(Case.stress, desk.case, finding=finding, tell=tell).stressed
    desk.remembered(("stress", finding, mark_), lambda: found)
    return link(f"/finding/{finding}", stress=mark_) + "#stress"


def _stress(desk: Desk, finding: str, mark_: str) -> Stressed | None:
    """What stress came to: of the run that the address names, else what is kept of the whole case."""
    if mark_:
        alone: Sequence[Stressed] = desk.remembered(("stress", finding, mark_[:16]), tuple)
        if found := next((s for s in alone if s.target == finding), None):
            return found
    return kept_stress(desk).get(finding)


def _marks(desk: Desk) -> dict[str, str]:
    named = sources(desk)
    return {
        name: mark(s, lambda u: title_of(named, u.name))
        for name, s in kept_stress(desk).items()
        if s.kind == "finding" and s.state == "fresh"
    }


def _decides(desk: Desk, shown: Finding) -> list[DocketRow]:
    """Claims of the docket whose outcome quotes this finding; none while the docket is being put together."""
    said, every = shown.says.rstrip("."), at_hand(desk)
    if every is None:
        return []
    if "quoting" not in every.kept:
        every.kept["quoting"] = [r for r in every.rows if r.tested and r.tested.measure]
    return [r for r in every.kept["quoting"] if said in r.tested.measure][:20]


def _settings(shown: Finding) -> str:
    """The settings that are not the defaults, which tell apart two findings that say the same."""
    spec = _spec(shown.lens)
    return ", ".join(f"{n} {v}" for n, v in differing(shown.settings, spec).items() if v) if spec else ""


def _families(lenses: Iterable[str]) -> list[tuple[str, str, list[str]]]:
    """The families of lenses that have findings: name, title, lenses."""
    listed = sorted(lenses)
    names = dict.fromkeys(n.partition(".")[0] for n in listed)
    return [
        (n, FAMILIES.get(n, (n, ""))[0], [x for x in listed if x.startswith(f"{n}.")])
        for n in sorted(names, key=lambda n: [*FAMILIES, n].index(n))
    ]


def _spec(name: str) -> LensSpec | None:
    """The lens; None where a plug-in that found something is not installed any more."""
    try:
        return registry.get(name)
    except CuibonoError:
        return None


ROUTES = [
    Route("/findings", show),
    Route("/finding/{finding}", finding),
    Route("/finding/{finding}/judge", act(judge), methods=["POST"]),
    Route("/finding/{finding}/stress", act(stress), methods=["POST"]),
]
