"""X archives: the posts of one account, from the ZIP that X sends or from its tweets.js alone.

Only the account's name and its posts are read. Messages, contacts, devices, places and advertising data stay unread.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cuibono.errors import BadTable, UnreadableSource
from cuibono.readers import encoding, zip_index, zip_parts
from cuibono.readers.contract import Input, Reader, Reading
from cuibono.readers.json_stream import JsonText, items, too_deep
from cuibono.readers.limits import check_size
from cuibono.readers.post_tables import Post, PostTables

_TWEETS = re.compile(r"(?:.*/)?data/tweets?(?:-part\d+)?\.js")
_ACCOUNT = re.compile(r"(?:.*/)?data/account\.js")
_OPENS = re.compile(r"\s*window\.YTD\.(\w+)\.part\d+\s*=\s*(?=\[)")
_TWEET_KEYS = ("id_str", "created_at", "full_text", "lang", "source", "favorite_count", "retweet_count",
               "in_reply_to_screen_name", "in_reply_to_status_id_str")  # fmt: skip
_REPOST = re.compile(r"RT @(\w{1,15}): ")
_AGAIN = "download the archive from X again"


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose archive it is."""

    id: str
    name: str = ""
    handle: str = ""


def recognises(item: Input) -> float:
    """By the names in the index of the ZIP, or by how X opens the file of posts."""
    if item.head.startswith(b"PK"):
        names = zip_index.names(item.path, item.head)
        return 0.95 if any(map(_TWEETS.fullmatch, names)) and any(map(_ACCOUNT.fullmatch, names)) else 0.0
    if not encoding.is_text(item.head):
        return 0.0
    opens = _OPENS.match(encoding.decode(item.head[:4_096]).text.lstrip("\ufeff"))
    return 0.95 if opens and opens[1] in ("tweet", "tweets") else 0.0


def read(item: Input) -> Reading:
    """Take every post of the archive. A repost names the account it is from, and the post where the archive has it.

    Raises UnreadableSource when it is damaged, UnsafeInput for what asks for too much, BadTable when no post is in it.
    """
    check_size(item)
    packed = item.head.startswith(b"PK")
    files = _unpacked(item) if packed else {"tweets": [item.path], "account": []}
    owner, notes = _owner(item, files["account"]), []
    if not owner.handle:
        notes.append("whose posts these are stands in account.js, which is not here: the account goes by a number")
    with PostTables(item, "x") as tables:
        unread = 0
        number = 0
        for path in files["tweets"]:
            for value in _values(item, path, notes):
                number += 1
                post = _post(owner, value)
                unread += post is None or not tables.add(number, f"post {number}", post)
        if not tables.posts:
            raise BadTable(f"{item.name} holds no post.", try_="check that it is the archive X made, whole")
        notes += [f"{unread:,} posts without an id or a time were left out"] if unread else []
        notes += ["messages, contacts, devices, places and advertising data were left unread"] if packed else []
        notes += tables.notes()
        return Reading(
            media_type="application/zip+x-archive" if packed else "text/javascript+x-archive",
            tables=tables.close(),
            author=encoding.clean(f"@{owner.handle}") if owner.handle else None,
            notes=tuple(map(encoding.clean, notes)),
        )


def _unpacked(item: Input) -> dict[str, list[Path]]:
    """The files of posts and of the account, written out; nothing else is unpacked."""
    found: dict[str, list[Path]] = {"tweets": [], "account": []}
    for name, path in zip_parts.parts(item, lambda n: _TWEETS.fullmatch(n) or _ACCOUNT.fullmatch(n), again=_AGAIN):
        found["tweets" if _TWEETS.fullmatch(name) else "account"].append(path)
    return found


def _owner(item: Input, paths: list[Path]) -> _Owner:
    for path in paths:
        for value in _values(item, path, []):
            told = value.get("account") if isinstance(value, dict) else None
            if isinstance(told, dict) and isinstance(told.get("accountId"), str):
                name, handle = told.get("accountDisplayName"), told.get("username")
                return _Owner(
                    f"x:{told['accountId']}",
                    name if isinstance(name, str) else "",
                    handle if isinstance(handle, str) else "",
                )
    with item.path.open("rb") as file:
        return _Owner(f"x:archive-{hashlib.file_digest(file, 'sha256').hexdigest()[:12]}")


def _values(item: Input, path: Path, notes: list[str]) -> Iterator[Any]:
    """The items of one file: an array behind the words with which X opens it."""
    stream = encoding.stream(path)
    text = JsonText(item, _behind(stream))
    try:
        if text.peek():
            yield from items(text)
    except RecursionError as error:
        raise too_deep(item.name) from error
    notes += [*stream.notes, *text.decoder.odd.notes()]


def _behind(chunks: Iterable[str]) -> Iterator[str]:
    """The text from the first bracket on."""
    begun = False
    for chunk in chunks:
        at = 0 if begun else chunk.find("[")
        if at >= 0:
            begun = True
            yield chunk[at:]


def _post(owner: _Owner, value: Any) -> Post | None:
    tweet = value.get("tweet", value) if isinstance(value, dict) else None
    if not isinstance(tweet, dict):
        return None
    said = {k: str(tweet[k]) for k in _TWEET_KEYS if isinstance(tweet.get(k), str)}
    number, when = said.get("id_str") or _text(tweet.get("id")), said.get("created_at", "")
    if not number or not when:
        return None
    words = said.get("full_text") or _text(tweet.get("text"))
    entities = tweet.get("entities")
    again = _REPOST.match(words)
    parent = said.get("in_reply_to_status_id_str", "")
    repeats = _text(tweet.get("retweeted_status_id_str"))
    return Post(
        id=f"x:{number}",
        account=owner.id,
        name=owner.name,
        handle=owner.handle,
        t=when,
        text=words,
        lang=said.get("lang", ""),
        kind="repost" if again or repeats else "reply" if parent else "post",
        parent=f"x:{parent}" if parent else "",
        repeats=f"x:{repeats}" if repeats else "",
        links=_listed(entities, "urls", "expanded_url"),
        hashtags=_listed(entities, "hashtags", "text"),
        shown={"account": f"@{owner.handle}" if owner.handle else owner.id} | said,
    )


def _listed(entities: Any, kind: str, key: str) -> tuple[str, ...]:
    listed = entities.get(kind) if isinstance(entities, dict) else None
    found = (e.get(key) for e in listed if isinstance(e, dict)) if isinstance(listed, list) else ()
    return tuple(str(f) for f in found if isinstance(f, str))


def _text(value: Any) -> str:
    return str(value) if isinstance(value, str) else ""


def _damaged(item: Input, why: str) -> UnreadableSource:
    return zip_parts.damaged(item, why, _AGAIN)


READER = Reader(
    name="x_archive",
    version="1",
    says="X archives (ZIP, or its tweets.js): the account's own posts and what they share, nothing else",
    suffixes=(".zip", ".js"),
    recognises=recognises,
    read=read,
)
