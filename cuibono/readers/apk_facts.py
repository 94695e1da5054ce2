"""What is looked for in an app: calls, trackers, hosts, secrets, and constants that input is compared with."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

from cuibono.readers.dex import DexClass, Method

_URL = re.compile(r"(?:https?|wss?)://[^\s\"'<>\\^`{|}]{3,500}")
_COMPARES = ("java.lang.String.equals", "java.lang.String.contentEquals", "java.lang.String.equalsIgnoreCase",
             "java.lang.Object.equals", "android.text.TextUtils.equals")  # fmt: skip
_INPUT = (
    "android.widget.EditText.getText", "android.widget.TextView.getText", "android.content.Intent.getStringExtra",
    "android.net.Uri.getQueryParameter", "android.webkit.WebView.getUrl", "android.os.Bundle.getString",
)  # fmt: skip
#: Words that schemas and samples use, and hosts that are names of formats, not places.
_NO_HOST = ("schemas.android.com", "www.w3.org", "xmlpull.org", "example.com", "example.org", "localhost", "127.0.0.1",
            "ns.adobe.com", "schemas.xmlsoap.org", "java.sun.com", "apache.org")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its kind, its name, its grade and its place; ``own`` says whether the app's own package holds it."""

    kind: str
    name: str
    grade: str
    place: str
    value: str = ""
    own: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is looked for: calls, stores and trackers by name, secrets by form."""

    calls: Mapping[str, str]
    stores: tuple[tuple[str, str], ...]
    trackers: tuple[tuple[str, str], ...]
    secrets: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def catalogue() -> Catalogue:
    """Read the catalogue that comes with the program."""
    raw = tomllib.loads(resources.files("cuibono.readers").joinpath("apk_catalogue.toml").read_text("utf-8"))
    return Catalogue(
        {call: what for what, calls in raw["calls"].items() for call in calls},
        tuple((start, what) for what, starts in raw["stores"].items() for start in starts),
        tuple((start, name) for name, starts in raw["trackers"].items() for start in starts),
        tuple((name, re.compile(form)) for name, form in raw["secrets"].items()),
    )


def of_class(one: DexClass, file: str, package: str, reached: frozenset[str]) -> Iterator[Fact]:
    """The facts of one class."""
    own = "own" if _is_own(one.name, package) else "library"
    for start, name in catalogue().trackers:
        if one.name.startswith(f"{start}."):
            reach = any(m.name in reached for m in one.methods)
            yield Fact("tracker", name, "reachable" if reach else "capability", f"{file} · {one.name}", start, own)
            break
    for method in one.methods:
        grade = "reachable" if method.name in reached else "capability"
        yield from _of_method(method, f"{file} · {method.name}", grade, own)


def _of_method(method: Method, place: str, grade: str, own: str) -> Iterator[Fact]:
    for call in method.calls:
        what = catalogue().calls.get(call.target)
        if what:
            yield Fact(_kind(what), what, grade, f"{place} · 0x{call.offset:x}", call.target, own)
    for at, text in method.texts:
        yield from _of_text(text, f"{place} · 0x{at:x}", grade, own)
    yield from _compared(method, place, grade, own)


def _kind(what: str) -> str:
    return "dynamic code" if what in ("code loaded at run time", "page calls into app") else "access"


def _of_text(text: str, place: str, grade: str, own: str) -> Iterator[Fact]:
    for start, what in catalogue().stores:
        if text.startswith(start):
            yield Fact("access", what, grade, place, start, own)
    yield from hosts(text, place, grade, own)
    yield from secrets(text, place, grade, own)


def hosts(text: str, place: str, grade: str, own: str = "") -> Iterator[Fact]:
    """Addresses in a text, by their host."""
    for url in _URL.findall(text):
        if host := host_of(url):
            yield Fact("endpoint", host, grade, place, url.partition("?")[0][:200], own)


def secrets(text: str, place: str, grade: str, own: str = "") -> Iterator[Fact]:
    """Secrets by their form, masked, with a hash by which two of them can be compared; none is ever tried."""
    for name, form in catalogue().secrets:
        for found in form.findall(text):
            yield Fact("secret", name, grade, place, masked(found), own)


def masked(secret: str) -> str:
    """The first signs of a secret, its length, and the beginning of its SHA-256."""
    digest = hashlib.sha256(secret.encode()).hexdigest()[:12]
    return f"{secret[:2]}\u2026 ({len(secret)} characters, sha256 {digest}\u2026)"


def _compared(method: Method, place: str, grade: str, own: str) -> Iterator[Fact]:
    """Constants of the app's own code that something typed or sent is compared with: master passwords, hidden users."""
    takes_input = any(c.target in _INPUT for c in method.calls)
    for call in method.calls:
        if call.target not in _COMPARES or len(call.args) < 2:
            continue
        constants = [a for a in call.args[-2:] if a]
        if len(constants) == 1 and len(constants[0]) >= 4 and takes_input:
            yield Fact(
                "compared constant", "a fixed text that input is compared with", grade, f"{place} · 0x{call.offset:x}",
                masked(constants[0]), own,
            )  # fmt: skip


def host_of(url: str) -> str:
    """The host of an address; empty for names of formats and for what is none."""
    try:
        host = (urlsplit(url).hostname or "").strip(".").lower()
    except ValueError:
        return ""
    known = host in _NO_HOST or any(host.endswith(f".{h}") for h in _NO_HOST)
    return "" if known or "." not in host or "%" in host or len(host) > 253 else host


def _is_own(name: str, package: str) -> bool:
    """Whether a class belongs to the app: it shares the first two parts of the package's name."""
    parts = package.split(".")[:2]
    return len(parts) == 2 and name.startswith(".".join(parts) + ".")


def folded(facts: Iterable[Fact], each: int = 20) -> Iterator[Fact]:
    """At most so many places of each fact: a library that does the same in hundreds of methods says it once."""
    seen: dict[tuple[str, str, str, str], int] = {}
    for fact in facts:
        key = (fact.kind, fact.name, fact.grade, fact.own)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] <= each:
            yield fact
