"""Report: findings and claims are chosen, put in order and written between; looked at as outsiders see it; exported."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from cuibono.case import drafting, finding_lists
from cuibono.case.finding_lists import FindingsAsked
from cuibono.errors import CuibonoError, UnknownName
from cuibono.model.docket import DocketRow
from cuibono.model.draft import KINDS, Block, Draft
from cuibono.model.finding import Finding
from cuibono.store.progress import Tell
from cuibono.web.acting import act, word
from cuibono.web.desk import Desk, Stamp
from cuibono.web.pages.desk import address
from cuibono.web.pages.docket import rows
from cuibono.web.rendering import Pages, desk_of, link, page, pages

#: So many findings or claims are offered at once, and so many finished files are kept.
_OFFERED, _FILES = 15, 6
_FORMS = {"html": "HTML", "md": "Markdown"}
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@dataclass(frozen=True, slots=True)
class Made:
    """A finished report: the file, of which evidence it was made, and what its maker should know."""

    path: Path
    form: str
    stamp: Stamp
    whole: bool
    notes: tuple[str, ...] = ()


def show(request: Request) -> Response:
    """The draft, and what can be put into it."""
    desk, query = desk_of(request), request.query_params
    draft = desk.case.draft()
    pick, words = query.get("pick", "findings"), query.get("q", "").strip()
    needed = pick == "claims" or bool(draft.chosen("claim"))  # the docket of a large case takes its time
    claims = {r.id: r for r in rows(desk)} if needed else {}
    offered, shown = _claims(request, claims, words) if pick == "claims" else _findings(request, desk, words)
    return page(
        request,
        "report.html",
        at="report",
        draft=draft,
        pieces=drafting.pieces(desk.case.layout, draft, claims),
        steps=drafting.steps(desk.case.layout),
        chosen={"finding": set(draft.chosen("finding")), "claim": set(draft.chosen("claim"))},
        pick="claims" if pick == "claims" else "findings",
        words=words,
        writable=desk.case.layout.writable(),
        offered=offered,
        pages=shown,
    )


def _findings(request: Request, desk: Desk, words: str) -> tuple[Sequence[Finding], Pages]:
    layout, asked = desk.case.layout, FindingsAsked(words=words)
    key = ("offered findings", words)
    total = desk.remembered(key, lambda: finding_lists.listed(layout, asked, first=1, counts=False).total)
    shown = pages(request, total, _OFFERED)
    found = desk.remembered(
        (*key, shown.number),
        lambda: finding_lists.listed(layout, asked, first=_OFFERED, skip=shown.skip, counts=False).findings,
    )
    return found, shown


def _claims(request: Request, claims: dict[str, DocketRow], words: str) -> tuple[Sequence[DocketRow], Pages]:
    plain = words.casefold()
    fitting = [r for r in claims.values() if not plain or plain in f"{r.claim.says} {r.claim.voice}".casefold()]
    shown = pages(request, len(fitting), _OFFERED)
    return fitting[shown.skip : shown.skip + _OFFERED], shown


def _change(request: Request, form: FormData) -> str | Response:
    """One change of the draft: the form brings it whole, with what was written, and what is to be done with it."""
    desk = desk_of(request)
    does, _, at = word(form, "op").partition(":")
    if does == "undo":
        before = desk.case.undo_draft()
        desk.say("Taken back: the draft is as it was before." if before else "There is nothing to take back.")
        return _back(form)
    draft, place = _done(_sent(form), does, at)
    desk.case.keep_draft(draft)
    if request.headers.get("x-desk") == "draft":
        return Response(status_code=204)
    return _back(form) + (f"#b{place}" if place is not None else "")


def _done(draft: Draft, does: str, at: str) -> tuple[Draft, int | None]:
    """A draft after a change, and the piece to look at then."""
    if does in ("finding", "claim"):
        return draft.put(Block("finding" if does == "finding" else "claim", id=at[:200])), None
    place = int(at) if at.isascii() and at.isdigit() and len(at) < 6 else -1
    if does in ("text", "heading"):
        block = Block("heading" if does == "heading" else "text")
        return draft.put(block, place if place >= 0 else None), place if place >= 0 else len(draft.blocks)
    if does == "remove":
        return draft.without(place), max(place - 1, 0)
    if does in ("up", "down"):
        to = place - 1 if does == "up" else place + 1
        return draft.moved(place, to), to
    if does not in ("", "save"):
        raise CuibonoError("That cannot be done with a draft.", try_="use the buttons of the page")
    return draft, None


def _sent(form: FormData) -> Draft:
    """The draft as a form brings it: three lists, of kinds, ids and texts, in the order of the page."""
    kinds, ids, texts = (
        [v if isinstance(v, str) else "" for v in form.getlist(name)] for name in ("kind", "id", "text")
    )
    if not len(kinds) == len(ids) == len(texts):
        raise CuibonoError("The draft did not come in whole; nothing was changed.", try_="load the page anew")
    known = {k: k for k in KINDS}
    blocks = tuple(
        Block(known[k], text=t.replace("\r\n", "\n")) if k in ("heading", "text") else Block(known[k], id=i)
        for k, i, t in zip(kinds, ids, texts, strict=True)
        if k in known
    )
    return Draft(word(form, "title"), blocks)


def _back(form: FormData) -> str:
    asked = {n: word(form, n) for n in ("pick", "q", "page")}
    return link("/report", **asked)


def _make(request: Request, form: FormData) -> str:
    """Write the report of the draft, or of the whole case, in the background: to be looked at, or to be taken away."""
    desk = desk_of(request)
    form_name, whole = word(form, "form"), request.url.path.endswith("/whole")
    if form_name not in ("preview", *_FORMS):
        raise CuibonoError("A report becomes HTML or Markdown.")
    if not whole and not desk.case.draft().blocks:
        raise CuibonoError("The draft is empty.", try_="choose findings or claims first, or export the whole case")
    kind = "html" if form_name == "preview" else form_name

    def work(tell: Tell) -> str:
        tell("telling it again without what is protected", 0, 0)
        number = desk.keep(_written(desk, kind, whole=whole))
        return f"/report/made/{number}/preview" if form_name == "preview" else f"/report/made/{number}"

    return address(desk.jobs.start("Writing the report", work))


def _written(desk: Desk, form: str, *, whole: bool) -> Made:
    """Write the file into the cache of the case, where forgetting a source removes it, too."""
    folder = desk.case.layout.cache / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    for old in sorted(folder.iterdir(), key=lambda p: p.stat().st_mtime)[: -_FILES + 1]:
        old.unlink(missing_ok=True)
    stamp = desk.stamp()
    number = len(list(folder.iterdir())) + 1
    while (path := folder / f"report-{number}.{form}").exists():
        number += 1
    written = desk.case.export(path, format=form, draft=not whole)
    return Made(written.path, form, stamp, whole, written.notes)


def _made(request: Request) -> Made:
    """A finished report; raises UnknownName when the case has changed since: it might hold what is protected now."""
    desk = desk_of(request)
    made = desk.kept(request.path_params["number"], Made)
    if made.stamp != desk.stamp() or not made.path.is_file():
        raise UnknownName("The case has changed since this report was written.", try_="write it again")
    return made


def result(request: Request) -> Response:
    """The finished report: look at it, take it away."""
    made = _made(request)
    return page(
        request,
        "report_made.html",
        at="report",
        made=made,
        number=request.path_params["number"],
        size=made.path.stat().st_size,
        form=_FORMS[made.form],
    )


def preview(request: Request) -> Response:
    """The report as outsiders see it; its style comes from here, since pages of the desk hold none of their own."""
    made = _made(request)
    if made.form != "html":
        return RedirectResponse(f"/report/made/{request.path_params['number']}", status_code=303)
    text = made.path.read_text("utf-8")
    text = _POLICY.sub("", text, count=1)
    text = _STYLE.sub('<link rel="stylesheet" href="/report/style.css">', text, count=1)
    number = request.path_params["number"]
    bar = (
        '<p class="desk-bar"><strong>As outsiders see it</strong> <a href="/report">Back to the draft</a> '
        f'<a href="/report/made/{number}/file">Take it away as HTML</a></p>'
    )
    return HTMLResponse(re.sub(r"<body[^>]*>", lambda m: m[0] + bar, text, count=1))


def taken(request: Request) -> Response:
    """The file itself."""
    made, desk = _made(request), desk_of(request)
    title = re.sub(r"[^\w.-]+", "-", (desk.case.draft().title if not made.whole else "") or desk.case.title)
    name = f"{title.strip('-.')[:80] or 'report'}.{made.form}"
    kind = "text/html" if made.form == "html" else "text/markdown"
    headers = {"content-disposition": f"attachment; filename*=utf-8''{quote(name, safe='')}"}
    return FileResponse(made.path, media_type=kind, headers=headers)


def style(request: Request) -> Response:
    """What reports look like, for the preview."""
    folder = resources.files("cuibono.reports").joinpath("templates")
    parts = [folder.joinpath(name).read_text("utf-8") for name in ("report.css", "drafted.css")]
    return Response("\n".join([*parts, _BAR]), media_type="text/css")


_BAR = """
.desk-bar { position: sticky; top: 0; z-index: 9; display: flex; gap: 1.25rem; justify-content: center;
  padding: .5rem 1rem; background: var(--ink); color: var(--paper); font: 400 .875rem/1.4 var(--sans); }
.desk-bar a, .desk-bar a:hover { color: inherit; text-decoration-color: currentColor; }
@media print { .desk-bar { display: none; } }
"""

ROUTES = [
    Route("/report", show),
    Route("/report", act(_change), methods=["POST"]),
    Route("/report/make", act(_make), methods=["POST"]),
    Route("/report/make/whole", act(_make), methods=["POST"]),
    Route("/report/style.css", style),
    Route("/report/made/{number:int}", result),
    Route("/report/made/{number:int}/preview", preview),
    Route("/report/made/{number:int}/file", taken),
]
