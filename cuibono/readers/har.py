"""Recorded traffic (.har): which hosts an app was seen to talk to, and which kinds of fields it sent."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from cuibono.errors import BadTable, UnreadableSource
from cuibono.readers import apk_facts, encoding
from cuibono.readers.apk_facts import Fact
from cuibono.readers.contract import Input, Reader, Reading
from cuibono.readers.fact_table import App, write
from cuibono.readers.limits import check_size, check_text

_LOG = re.compile(r'\s*\{\s*"log"\s*:\s*\{')
#: Names of fields by what they carry, as the makers of measuring libraries document them.
_SENT = {
    "device identifier": (
        "imei imsi android_id androidid idfa gaid oaid advertising_id device_id deviceid mac serial udid"
    ),
    "location": "lat lon lng latitude longitude cell_id bssid",
    "phone number": "phone msisdn mobile phone_number",
    "contacts": "contacts address_book phonebook",
    "installed apps": "installed_apps app_list packages applist",
    "clipboard": "clipboard pasteboard",
}
_BY_FIELD = {field: what for what, fields in _SENT.items() for field in fields.split()}


def recognises(item: Input) -> float:
    """By how the file begins, and its suffix."""
    if not encoding.is_text(item.head):
        return 0.0
    begins = bool(_LOG.match(encoding.decode(item.head).text.lstrip("\ufeff")))
    return 0.95 if begins and (item.suffix == ".har" or '"entries"' in encoding.decode(item.head).text) else 0.0


def read(item: Input) -> Reading:
    """Take each request: its host and path, and which kinds of fields were sent; values are never kept.

    The app is named by the file: ``com.example.app.har`` is traffic of com.example.app. Raises UnreadableSource for
    what is no JSON, BadTable when no request is in it.
    """
    check_size(item)
    stream = encoding.stream(item.path)
    text = "".join(stream)
    check_text(item, len(text))
    try:
        entries = json.loads(text.lstrip("\ufeff"))["log"]["entries"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableSource(
            f"{item.name} is no whole recording: {error}.", try_="record it again, as HAR"
        ) from error
    name = PurePosixPath(item.name.replace("\\", "/")).stem
    facts = list(_facts(entries if isinstance(entries, list) else []))
    if not facts:
        raise BadTable(f"{item.name} holds no request.", try_="record while the app is used, then export as HAR")
    return Reading(
        media_type="application/json+har",
        tables=write(item, App(name, name), facts),
        title=name,
        notes=tuple(stream.notes),
    )


def _facts(entries: list[Any]) -> Iterator[Fact]:
    for number, entry in enumerate(entries, start=1):
        request = entry.get("request") if isinstance(entry, Mapping) else None
        url = request.get("url") if isinstance(request, Mapping) else None
        if not isinstance(url, str) or not isinstance(request, Mapping):
            continue
        host = apk_facts.host_of(url)
        if not host:
            continue
        place = f"request {number}"
        path = urlsplit(url).path[:200]
        yield Fact("endpoint", host, "observed", place, f"{request.get('method', 'GET')} {path}")
        if url.startswith(("http:", "ws:")):
            yield Fact("unencrypted traffic", host, "observed", place, path)
        for what in dict.fromkeys(_BY_FIELD[f] for f in _fields(url, request) if f in _BY_FIELD):
            yield Fact("sent", what, "observed", place, f"to {host}")


def _fields(url: str, request: Mapping[str, Any]) -> Iterator[str]:
    """The names of everything that a request carries."""
    yield from (k.lower() for k, _ in parse_qsl(urlsplit(url).query, max_num_fields=10_000))
    data = request.get("postData")
    if not isinstance(data, Mapping):
        return
    params = data.get("params")
    yield from (
        str(p.get("name", "")).lower() for p in (params if isinstance(params, list) else ()) if isinstance(p, Mapping)
    )
    body = data.get("text")
    if isinstance(body, str):
        yield from (k.lower() for k in re.findall(r'"(\w{2,40})"\s*:', body[:1_000_000]))
        yield from (k.lower() for k in re.findall(r"(?:^|&)(\w{2,40})=", body[:1_000_000]))


READER = Reader(
    name="har",
    version="1",
    says="Recorded traffic: hosts and the kinds of fields that were sent, by request; values are not kept",
    suffixes=(".har",),
    recognises=recognises,
    read=read,
)
