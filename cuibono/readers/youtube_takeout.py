"""YouTube's watch history from Takeout, as JSON or HTML, in any language: what was watched, and which of it were ads.

Music is left out; Shorts and videos that were removed since are kept. Searches are left unread, and so is everything
else of a Takeout that is still packed: comments, messages, places.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cuibono.errors import BadTable, UnreadableSource
from cuibono.readers import encoding, zip_index, zip_parts
from cuibono.readers.contract import Input, Reader, Reading
from cuibono.readers.json_stream import too_deep
from cuibono.readers.watched_rows import Watched, reading, text_of

_JSON = re.compile(r'\s*\[\s*\{[^\[\]]{0,400}"header"\s*:\s*"[^"]{0,60}"', re.DOTALL)
_CELL = re.compile(r'<div class="outer-cell')
_LINK = re.compile(r'<a href="([^"]{1,500})"[^>]{0,200}>([^<]{0,500})</a>')
_BREAK = re.compile(r"<br ?/?>")
_TAG = re.compile(r"<[^<>]{0,500}>")
_ENGLISH = re.compile(
    r"(?P<day>[A-Z][a-z]{2} \d{1,2}, \d{4}), (?P<clock>\d{1,2}:\d{2}:\d{2} [AP]M)"
    r"(?: (?P<zone>UTC|GMT)(?![A-Z])(?P<hours>[+-]\d{1,2})?(?::(?P<minutes>\d{2}))?)?"
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z?")
#: Takeout writes its style sheet, over 100 kB, before the first video.
_STYLED = re.compile(r"\s*(?:<!doctype html>\s*)?<html\b.{0,500}?<style\b", re.IGNORECASE | re.DOTALL)
_BEGINNING = 1 << 20
_ADS = re.compile(r"Google Ads|Google Anzeigen|Google 广告", re.IGNORECASE)


#: The history in a Takeout as it is sent, under its English and its German name.
_PACKED = re.compile(r"Takeout/(?:[^/]+/)*(?:watch-history|Wiedergabeverlauf)\.(?:json|html)")
_AGAIN = "ask for the Takeout of YouTube's history again"


def recognises(item: Input) -> float:
    """By the keys of an entry, by how Takeout lays out its page, or by the names in its ZIP."""
    if item.head.startswith(b"PK"):
        return 0.95 if any(map(_PACKED.fullmatch, zip_index.names(item.path, item.head))) else 0.0
    if not encoding.is_text(item.head):
        return 0.0
    text = encoding.decode(item.head).text.lstrip("\ufeff")
    if _JSON.match(text) and '"titleUrl"' in text and "youtube.com" in text:
        return 0.95
    if _STYLED.match(text) and "mdl-" in text:
        with item.path.open("rb") as file:
            text = encoding.decode(file.read(_BEGINNING)).text
    return 0.98 if "outer-cell mdl-cell" in text and re.search(r"youtube\.com/(?:watch|results)", text) else 0.0


def read(item: Input) -> Reading:
    """Take each video that was watched, under a pseudonym.

    Raises UnreadableSource for what is no JSON or a damaged ZIP, UnsafeInput for what asks for too much, BadTable when
    nothing was watched.
    """
    if item.head.startswith(b"PK"):
        item = _history(item)
    text, notes = text_of(item)
    if text.lstrip()[:1] in ("[", "{"):
        try:
            values = json.loads(text)
        except RecursionError as error:
            raise too_deep(item.name) from error
        except ValueError as error:
            raise UnreadableSource(
                f"{item.name} is no whole JSON: {error}.", try_="get a fresh copy of the file"
            ) from error
        return reading(item, "application/json+takeout", "youtube", "", _entries(values), notes)
    watched = list(_cells(text))
    if mute := sum(not w.t for w in watched):
        notes = (*notes, f"{mute:,} times stand in words that are not read; export as JSON to have them")
    if any(len(w.t) == len("2024-01-05") for w in watched):
        notes = (*notes, "times in a zone that is only abbreviated are kept as days")
    return reading(item, "text/html+takeout", "youtube", "", watched, notes)


def _history(item: Input) -> Input:
    """The history out of a packed Takeout; nothing else of it is unpacked."""
    found = zip_parts.parts(item, _PACKED.fullmatch, again=_AGAIN)
    if len(found) != 1:
        raise BadTable(f"{item.name} holds {len(found)} watch histories.", try_="unpack it and add the one you mean")
    return replace(item, path=found[0][1], head=found[0][1].read_bytes()[:65_536])


def _entries(values: Any) -> Iterator[Watched]:
    for value in values if isinstance(values, list) else ():
        if not isinstance(value, dict) or "Music" in str(value.get("header", "")):
            continue
        url, when = value.get("titleUrl"), value.get("time")
        if url is not None and not (isinstance(url, str) and video_of(url)):
            continue  # a search, a channel, a post
        if url is None and not value.get("title"):
            continue
        names = value.get("subtitles")
        first = names[0] if isinstance(names, list) and names and isinstance(names[0], dict) else {}
        yield Watched(
            video_of(url) if isinstance(url, str) else "youtube:removed",
            when if isinstance(when, str) and _ISO.fullmatch(when) else "",
            encoding.clean(str(first.get("name") or ""))[:300],
            "ad" if _ADS.search(json.dumps(value.get("details"), ensure_ascii=False)) else "organic",
        )


def video_of(url: str) -> str:
    """The id of a video in an address, "" when it leads elsewhere.

    >>> video_of("https://www.youtube.com/watch?v=abcdefghijk"), video_of("https://www.youtube.com/@somebody")
    ('youtube:abcdefghijk', '')
    """
    try:
        parts = urlsplit(url)
        found = parse_qs(parts.query, max_num_fields=50).get("v", [""])[0]
    except ValueError:
        return ""
    if not found and parts.path.startswith("/shorts/"):
        found = parts.path.split("/")[2]
    host = (parts.netloc or "").lower()
    return f"youtube:{found}" if host.endswith("youtube.com") and re.fullmatch(r"[\w-]{6,20}", found) else ""


def _cells(text: str) -> Iterator[Watched]:
    for cell in _CELL.split(text)[1:]:
        title = html.unescape(_TAG.sub("", cell[:2_000].partition("<br")[0]))
        links = [(html.unescape(a), html.unescape(b)) for a, b in _LINK.findall(cell[:20_000])]
        video = next((v for a, _ in links if (v := video_of(a))), "")
        if not video or "YouTube Music" in title:
            continue
        author = next((b for a, b in links if "/channel/" in a or "/@" in a), "")
        label = "ad" if _ADS.search(cell[:20_000]) else "organic"
        yield Watched(video, _when(cell[:20_000]), encoding.clean(author)[:300], label)


def _when(cell: str) -> str:
    """The time, where it stands in English; a day when its zone is an abbreviation that means several."""
    for line in _BREAK.split(cell):
        told = html.unescape(line).replace("\u202f", " ").replace("\xa0", " ")
        if found := _ENGLISH.search(told):
            return _moment(*found.group("day", "clock", "zone", "hours", "minutes"))
    return ""


def _moment(day: str, clock: str, zone: str | None, hours: str | None, minutes: str | None) -> str:
    """In UTC where the zone says how far it is from it, else the day."""
    ahead = timedelta(hours=int(hours or 0), minutes=int(minutes or 0) * (-1 if (hours or "").startswith("-") else 1))
    try:
        at = datetime.strptime(f"{day} {clock}", "%b %d, %Y %I:%M:%S %p") - ahead
    except (ValueError, OverflowError):
        return ""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ" if zone else "%Y-%m-%d")


READER = Reader(
    name="youtube_takeout",
    version="1",
    says="YouTube's watch history from Takeout (ZIP, JSON or HTML): what was watched, under a pseudonym",
    suffixes=(".json", ".html", ".zip"),
    recognises=recognises,
    read=read,
)
