"""TikTok's export of a person's own data (user_data.json, user_data_tiktok.json): what was watched.

Likes, searches, messages, contacts, devices and purchases are left unread.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from cuibono.errors import UnreadableSource
from cuibono.readers import encoding
from cuibono.readers.contract import Input, Reader, Reading
from cuibono.readers.json_stream import too_deep
from cuibono.readers.watched_rows import Watched, reading, text_of

_SIGN = re.compile(r'"(?:video browsing history|watch history|videolist)"', re.IGNORECASE)
_VIDEO = re.compile(r"/(?:video|photo)/(\d{6,25})")
_ACTIVITY = ("your activity", "activity")
_HISTORY = ("watch history", "video browsing history")


def recognises(item: Input) -> float:
    """By the sections that TikTok names."""
    if not encoding.is_text(item.head):
        return 0.0
    text = encoding.decode(item.head).text.lstrip("\ufeff \n\r\t")
    return 0.95 if text.startswith("{") and _SIGN.search(text) else 0.0


def read(item: Input) -> Reading:
    """Take each video of the watch history, under a pseudonym.

    Raises UnreadableSource for what is no JSON, UnsafeInput for what asks for too much, BadTable when nothing was
    watched.
    """
    text, notes = text_of(item)
    try:
        whole = json.loads(text)
    except RecursionError as error:
        raise too_deep(item.name) from error
    except ValueError as error:
        raise UnreadableSource(
            f"{item.name} is no whole JSON: {error}.", try_="get a fresh copy of the file"
        ) from error
    unread = [0]
    watched = list(_watched(whole, unread))
    if unread[0]:
        notes = (*notes, f"{unread[0]:,} entries without a link to a video were left out")
    whom = _inner(whole, ("profile", "profile and settings"), ("profile information", "profile info"), ("profilemap",))
    name = _get(whom, ("username",))
    return reading(item, "application/json+tiktok", "tiktok", name if isinstance(name, str) else "", watched, notes)


def _watched(whole: Any, unread: list[int]) -> Iterator[Watched]:
    rows = _inner(whole, _ACTIVITY, _HISTORY, ("videolist",))
    for row in rows if isinstance(rows, list) else ():
        link, when = _get(row, ("link", "videolink")), _get(row, ("date",))
        found = _VIDEO.search(link) if isinstance(link, str) else None
        if found is None:
            unread[0] += 1
            continue
        yield Watched(f"tiktok:{found[1]}", encoding.clean(when)[:40] if isinstance(when, str) else "")


def _inner(value: Any, *path: tuple[str, ...]) -> Any:
    for names in path:
        value = _get(value, names)
    return value


def _get(value: Any, names: tuple[str, ...]) -> Any:
    """What stands under the first of these names, whatever their case."""
    if not isinstance(value, Mapping):
        return None
    by = {str(k).strip().lower(): v for k, v in value.items()}
    return next((by[n] for n in names if n in by), None)


READER = Reader(
    name="tiktok_export",
    version="1",
    says="TikTok's export of one's own data (JSON): what was watched, under a pseudonym",
    suffixes=(".json",),
    recognises=recognises,
    read=read,
)
