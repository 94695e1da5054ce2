"""Where to wait for what a large case takes long to read: once after every change, in a job."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cuibono.store.layout import Layout
from cuibono.store.progress import Tell
from cuibono.web.desk import Desk, Stamp, large
from cuibono.web.pages.desk import address
from cuibono.web.rendering import desk_of

_ready: WeakKeyDictionary[Desk, dict[str, Stamp]] = WeakKeyDictionary()


def wait_for(
    request: Request, title: str, fresh: Callable[[Layout], bool], read: Callable[[Desk], object]
) -> Response | None:  # fmt: skip
    """A way to the job that reads what the page needs; None when it is at hand, or a small case has it in a moment."""
    desk = desk_of(request)
    ready, stamp = _ready.setdefault(desk, {}), desk.stamp()
    if ready.get(title) == stamp:
        return None
    if not large(desk) or fresh(desk.case.layout):
        ready[title] = stamp
        return None
    return begin(request, title, lambda _: read(desk))


def begin(request: Request, title: str, work: Callable[[Tell], object]) -> Response:
    """Start long work that ends on the page that asked for it, or lead to where it is under way."""
    desk = desk_of(request)
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")

    def done(tell: Tell) -> str:
        work(tell)
        return here

    going = next((j for j in desk.jobs.listed() if j.going and j.title == title), None)
    return RedirectResponse(address(going or desk.jobs.start(title, done)), status_code=303)
