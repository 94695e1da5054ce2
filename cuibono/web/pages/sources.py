"""Sources: what the case was given, what could not be read and why; add, protect, forget, verify."""

from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from cuibono.case import Case, listing
from cuibono.case.listing import ORDERS, Asked, Held
from cuibono.case.told import Added, Told
from cuibono.case.uploading import UploadLimits
from cuibono.errors import CuibonoError
from cuibono.model import dates
from cuibono.model.counting import plural
from cuibono.model.table import DERIVED, table_names
from cuibono.store.progress import Tell
from cuibono.web.acting import act, who, word
from cuibono.web.desk import Desk
from cuibono.web.jobs import Job
from cuibono.web.pages.desk import address
from cuibono.web.receiving import Received, receive
from cuibono.web.rendering import desk_of, page, pages
from cuibono.web.waiting import wait_for

LIMITS = UploadLimits()
_SIZE = 50
_FILTERS = ("words", "kind", "outlet", "year", "mark", "order")
#: So many lines of each kind are shown of what was added, forgotten or verified.
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came of adding files, and what was told of them."""

    added: Added
    told: Told


def show(request: Request) -> Response:
    """The list, filtered as the address says."""
    desk = desk_of(request)
    query = request.query_params
    given = {name: query.get(name, "").strip() for name in _FILTERS}
    asked = Asked(**{name: value for name, value in given.items() if value})
    layout = desk.case.layout
    total = desk.remembered(("sources", asked), lambda: listing.sources(layout, asked, first=0)[0])
    shown = pages(request, total, _SIZE)
    key = ("sources", asked, shown.number)
    _, found = desk.remembered(key, lambda: listing.sources(layout, asked, first=_SIZE, skip=shown.skip))
    unread = desk.remembered("unread", lambda: listing.refused(layout, first=0)[0])
    return page(
        request,
        "sources.html",
        at="sources",
        sources=found,
        pages=shown,
        asked=given,
        filtered=any(given[n] for n in _FILTERS if n != "order"),
        choices=desk.remembered("source choices", lambda: listing.choices(layout)),
        orders=list(ORDERS),
        unread=unread,
        adding=_adding(desk),
    )


def unread(request: Request) -> Response:
    """What could not be read, and why."""
    desk = desk_of(request)
    layout = desk.case.layout
    shown = pages(request, desk.remembered("unread", lambda: listing.refused(layout, first=0)[0]), _SIZE)
    _, found = listing.refused(layout, first=_SIZE, skip=shown.skip)
    return page(request, "unread.html", at="sources", refused=found, pages=shown)


def one(request: Request) -> Response:
    """One source: what is told of it, what was made of it, and what can be done with it."""
    desk = desk_of(request)
    return page(request, "source_about.html", at="sources", held=_held(desk, request.path_params["source"]))


def forgetting(request: Request) -> Response:
    """What would go and what would fall, before anybody says yes."""
    desk = desk_of(request)
    held = _held(desk, request.path_params["source"])
    key = ("would forget", held.source.id)
    title = f"Looking what would fall without {held.source.name}"
    waits = wait_for(
        request,
        title,
        lambda _: desk.has(key),
        lambda d: d.remembered(key, lambda: d.case.would_forget(held.source.id)),
    )
    if waits is not None:
        return waits
    planned = desk.remembered(key, lambda: desk.case.would_forget(held.source.id))
    return page(request, "forget.html", at="sources", held=held, planned=planned, most=SHOWN)


async def add(request: Request) -> Response:
    """Take in files as they come, and read them into the case in the background."""
    desk = desk_of(request)
    scripted = request.headers.get("x-desk") == "upload"
    try:
        received = await receive(request, desk.case, LIMITS)
        try:
            job = await run_in_threadpool(_start, desk, received)
        except BaseException:
            received.upload.close()
            raise
    except CuibonoError as error:
        if scripted:
            return JSONResponse({"what": error.what, "try": error.try_}, status_code=400)
        desk.say(str(error), bad=True)
        return RedirectResponse("/sources", status_code=303)
    return JSONResponse({"job": address(job)}) if scripted else RedirectResponse(address(job), status_code=303)


def _start(desk: Desk, received: Received) -> Job:
    told, upload = _told(received), received.upload
    if not upload.files:
        raise CuibonoError("No files came in.", try_="choose files, or drop them on the page")

    def work(tell: Tell) -> str:
        try:
            added = upload.add(told, tell=tell)
        finally:
            upload.close()
        return f"/sources/added/{desk.keep(Delivered(added, told))}"

    return desk.jobs.start(f"Adding {plural(upload.files, 'file')}", work)


def _told(received: Received) -> Told:
    """What a person tells of the files; raises CuibonoError for a date that is none."""
    said = received.fields
    when = said.get("published", "")
    published = dates.to_edtf(when) if when else None
    if when and not published:
        raise CuibonoError(f"'{when[:60]}' is no date.", try_="write 2021, 2021-03 or 2021-03-01")
    return Told(
        as_table=said.get("table") or None,
        mapping=received.upload.mapping,
        protect=bool(said.get("protect")),
        origin=said.get("origin") or None,
        outlet=said.get("outlet") or None,
        author=said.get("author") or None,
        published=published,
        language=said.get("language") or None,
        simulated=bool(said.get("simulated")),
    )


def added(request: Request) -> Response:
    """What was added, what was here already, what could not be read and why."""
    desk = desk_of(request)
    delivered = desk.kept(request.path_params["number"], Delivered)
    return page(request, "added.html", at="sources", added=delivered.added, told=delivered.told, most=SHOWN)


def _protect(request: Request, form: FormData) -> str:
    desk = desk_of(request)
    source = desk.case.source(request.path_params["source"])
    on, by, note = word(form, "do") == "protect", who(request, form), word(form, "note")
    made = desk.case.protect(source.id, by=by, note=note) if on else desk.case.unprotect(source.id, by=by, note=note)
    said = "is protected from now on: it will be in no export" if on else "may be exported again"
    desk.say(f"{source.name} {said}." if made else f"{source.name}: nothing changed.", undo=made.seq if made else None)
    return _about(source.id)


def _forget(request: Request, form: FormData) -> str:
    desk = desk_of(request)
    source = desk.case.source(request.path_params["source"])
    if word(form, "sure") != source.id[:12]:
        raise CuibonoError(f"{source.name} was not forgotten.", try_="tick the box that says you are sure")
    name = source.name

    def work(tell: Tell) -> str:
        tell("rewriting what held it", 0, 0)
        gone = desk.case.forget(source.id)
        fell = f"; {plural(len(gone.fell), 'finding')} fell" if gone.fell else ""
        desk.say(f"Forgotten: {plural(len(gone.sources), 'source')}, nothing of it is left in the case{fell}.")
        return "/sources"

    return address(desk.jobs.start(f"Forgetting {name}", work))


def _verify(request: Request, form: FormData) -> str:
    desk = desk_of(request)
    return address(desk.jobs.start("Verifying the case", lambda tell: _check(desk.case, desk, tell)))


def _check(case: Case, desk: Desk, tell: Tell) -> str:
    return f"/sources/verified/{desk.keep(case.verify(tell=tell))}"


def verified(request: Request) -> Response:
    """What was checked, what is wrong, and what is merely worth knowing."""
    from cuibono.case.checking import Verified

    seen = desk_of(request).kept(request.path_params["number"], Verified)
    return page(request, "verified.html", at="sources", seen=seen, most=SHOWN)


def _held(desk: Desk, name: str) -> Held:
    return desk.remembered(("held", name), lambda: listing.held(desk.case.layout, name))


def _about(source: str) -> str:
    return f"/sources/{quote(source[:16])}"


def _adding(desk: Desk) -> dict[str, object]:
    """What the form for adding offers."""
    return {
        "tables": [t for t in table_names() if t not in DERIVED],
        "files": LIMITS.files,
        "gigabytes": LIMITS.bytes >> 30,
        "writable": desk.case.layout.writable(),
    }


ROUTES = [
    Route("/sources", show),
    Route("/sources", add, methods=["POST"]),
    Route("/sources/unread", unread),
    Route("/sources/added/{number:int}", added),
    Route("/sources/verify", act(_verify), methods=["POST"]),
    Route("/sources/verified/{number:int}", verified),
    Route("/sources/{source}", one),
    Route("/sources/{source}", act(_protect), methods=["POST"]),
    Route("/sources/{source}/forget", forgetting),
    Route("/sources/{source}/forget", act(_forget), methods=["POST"]),
]
