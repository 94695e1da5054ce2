"""Forms that change the case: read, done under one writer, answered with where to go next."""

from collections.abc import Awaitable, Callable
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cuibono.errors import CuibonoError
from cuibono.web.rendering import by, desk_of

#: What a form does: it gives the address to go to next, or a whole answer.
Act = Callable[[Request, FormData], str | Response]
#: Fields of a form; a file is taken elsewhere.
_FIELDS = 5_000
_YEAR = 365 * 24 * 3600


def act(function: Act) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint for a form: an error of the case is said at the top of the page that the form stands on."""

    async def endpoint(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=_FIELDS) as form:
            try:
                answer = await run_in_threadpool(function, request, form)
            except CuibonoError as error:
                desk_of(request).say(str(error), bad=True)
                answer = back(request, form)
            done = answer if isinstance(answer, Response) else RedirectResponse(answer, status_code=303)
            if word(form, "by"):
                done.set_cookie("by", quote(word(form, "by")[:80]), max_age=_YEAR, samesite="strict", httponly=True)
            return done

    return endpoint


def word(form: FormData, name: str) -> str:
    """A field of a form as text, without space around it; empty when it is not there."""
    value = form.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def who(request: Request, form: FormData) -> str:
    """Who decides: as the form says, or as they signed before. Raises CuibonoError when nobody is named."""
    named = word(form, "by") or by(request)
    if not named:
        raise CuibonoError("Nobody is named as the one who decides.", try_="write your name into the field 'Your name'")
    return named


def back(request: Request, form: FormData | None = None, *, otherwise: str = "/") -> str:
    """The page that a form stands on, as it says itself (``next``) or as the browser says; always one of ours."""
    wanted = (word(form, "next") if form is not None else "") or request.headers.get("referer", "")
    parts = urlsplit(wanted)
    if parts.netloc and parts.netloc != request.headers.get("host"):
        return otherwise
    path = "/" + parts.path.lstrip("/\\")
    return (path + (f"?{parts.query}" if parts.query else "")) if wanted else otherwise
