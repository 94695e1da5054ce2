"""Who may ask: this machine only, the browser that was given the token, and no page of anybody else.

Host is checked against DNS rebinding, Origin against posts from other sites, and the token that ``cuibono serve``
prints is exchanged for a cookie, after which the address is clean and can be kept.
"""

import hmac
from collections.abc import Mapping
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Everything from here, nothing inline, nowhere else to send a form or a picture to.
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
#: Requests that change something.
_CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class Guard:
    """Lets in only requests to the loopback address, from our own pages, with the token or its cookie."""

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self.app, self.token = app, token
        self.hosts = {f"{name}:{port}" for name in _LOOPBACK} | (set(_LOOPBACK) if port == 80 else set())
        self.cookie = f"cuibono_{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        refused = self._refused(scope)
        if refused is not None:
            await refused(scope, receive, _with_headers(send))
            return
        await self.app(scope, receive, _with_headers(send))

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self.hosts:
            return _no("This address is not the one that the desk answers at.", 421)
        if scope["method"] in _CHANGING and not self._ours(headers):
            return _no("A page of another site tried to change the case; it was refused.", 403)
        if self._same(_cookie(headers, self.cookie)):
            return self._clean(scope) if "token=" in scope["query_string"].decode("latin-1") else None
        given = dict(parse_qsl(scope["query_string"].decode("latin-1"))).get("token", "")
        return self._clean(scope) if scope["method"] == "GET" and self._same(given) else _no(_LOCKED, 403)

    def _ours(self, headers: Headers) -> bool:
        """Whether a request comes from a page of the desk itself; a browser always says where a post comes from."""
        origin = headers.get("origin")
        if origin is not None:
            parts = urlsplit(origin)
            return parts.scheme == "http" and parts.netloc.lower() == headers.get("host", "").lower()
        return headers.get("sec-fetch-site", "same-origin") == "same-origin"

    def _same(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self.token.encode())

    def _clean(self, scope: Scope) -> Response | None:
        """Exchange the token for a cookie, and lead to the same page without it."""
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        left = urlencode([(k, v) for k, v in asked if k != "token"])
        path = "/" + scope["path"].lstrip("/")  # two slashes would lead to another host
        answer = RedirectResponse(path + (f"?{left}" if left else ""), status_code=303)
        answer.set_cookie(self.cookie, self.token, httponly=True, samesite="strict", path="/")
        return answer


_LOCKED = (
    "This desk is open only to the browser that was given its address. Use the address that 'cuibono serve' printed; "
    "each start has its own."
)


def _no(why: str, status: int) -> Response:
    return PlainTextResponse(why + "\n", status_code=status)


def _cookie(headers: Headers, name: str) -> str:
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except Exception:  # a broken cookie is no cookie
        return ""
    return jar[name].value if name in jar else ""


def _with_headers(send: Send) -> Send:
    """Every answer carries the policy; pages are never kept by the browser, what is built once may be."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sending
