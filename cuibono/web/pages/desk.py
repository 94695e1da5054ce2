"""What stands on every page: undo, light and dark, whether the case has changed, and how far long work is."""

from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from cuibono.web.acting import act, back, word
from cuibono.web.jobs import Job
from cuibono.web.rendering import THEMES, desk_of, fragment, mark, page


def changed(request: Request) -> Response:
    """Whether the case is still as the page shows it; says so in a line at its top when not."""
    desk = desk_of(request)
    return fragment(request, "_changed.html", changed=request.query_params.get("seen") != mark(desk), stamp=mark(desk))


def job(request: Request) -> Response:
    """One piece of work: how far it is, or a way to what came of it."""
    found = desk_of(request).jobs.get(request.path_params["number"])
    if found is None:
        return page(request, "error.html", status=404, what="That work is not remembered any more.", try_="")
    if request.headers.get("hx-request") != "true":
        if not found.going and not found.error:
            return RedirectResponse(found.url or "/", status_code=303)
        return page(request, "job.html", job=found)
    done = not found.going and not found.error
    headers = {"HX-Redirect": found.url or "/"} if done and request.query_params.get("follow") else {}
    return fragment(request, "_job.html", headers=headers, job=found, follow=bool(request.query_params.get("follow")))


def _undo(request: Request, form: FormData) -> str:
    desk = desk_of(request)
    seq = word(form, "seq")
    undone = desk.case.undo(int(seq) if seq.isascii() and seq.isdigit() else None)
    desk.say(f"Taken back: {undone.verdict} {undone.note}".strip() if undone else "There is nothing to take back.")
    return back(request, form)


def _theme(request: Request, form: FormData) -> Response:
    answer = RedirectResponse(back(request, form), status_code=303)
    wanted = word(form, "theme")
    answer.set_cookie(
        "theme", wanted if wanted in THEMES else "auto", samesite="strict", httponly=True, max_age=31536000
    )
    return answer


def _icon(request: Request) -> Response:
    from cuibono.web.app import STATIC

    return FileResponse(STATIC / "icon.svg", media_type="image/svg+xml")


def address(started: Job) -> str:
    """Where to watch a job."""
    return f"/jobs/{quote(str(started.id))}"


ROUTES = [
    Route("/changed", changed),
    Route("/jobs/{number:int}", job),
    Route("/undo", act(_undo), methods=["POST"]),
    Route("/theme", act(_theme), methods=["POST"]),
    Route("/favicon.ico", _icon),
]
