"""The application: every page of ``pages/`` with its addresses, behind the guard."""

import pkgutil
from importlib import import_module
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from cuibono.case import Case
from cuibono.errors import CaseBusy, CuibonoError, UnknownName
from cuibono.web import pages
from cuibono.web.desk import Desk, NotYet
from cuibono.web.rendering import page
from cuibono.web.security import Guard

STATIC = Path(__file__).parent / "static"


def application(case: Case, *, token: str, port: int) -> Starlette:
    """The desk of a case as an ASGI application."""
    made = Starlette(
        routes=[*routes(), Mount("/static", StaticFiles(directory=STATIC), name="static")],
        middleware=[Middleware(Guard, token=token, port=port)],
        exception_handlers={CuibonoError: _error, NotYet: _not_yet, 404: _missing, 500: _broken},
    )
    made.state.desk = Desk(case)
    return made


def routes() -> list[BaseRoute]:
    """The addresses of all pages; the folder is the registry."""
    names = sorted(m.name for m in pkgutil.iter_modules(pages.__path__))
    return [route for name in names for route in import_module(f"{pages.__name__}.{name}").ROUTES]


def _error(request: Request, error: Exception) -> Response:
    assert isinstance(error, CuibonoError)
    status = 404 if isinstance(error, UnknownName) else 503 if isinstance(error, CaseBusy) else 400
    return page(request, "error.html", status=status, what=error.what, try_=error.try_)


def _not_yet(request: Request, error: Exception) -> Response:
    answer = page(request, "wait.html", status=200)
    answer.headers["refresh"] = "1"
    return answer


def _missing(request: Request, error: Exception) -> Response:
    return page(request, "error.html", status=404, what="There is no such page.", try_="")


def _broken(request: Request, error: Exception) -> Response:
    what = f"Something went wrong that should not: {type(error).__name__}."
    return page(request, "error.html", status=500, what=what, try_="the terminal in which the desk runs says more")
