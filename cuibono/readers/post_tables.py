"""Posts from any export on their way into the tables of posts, shares and accounts."""

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from cuibono.readers.contract import Input
from cuibono.readers.encoding import clean
from cuibono.readers.row_writer import RowWriter
from cuibono.store.cell_times import read_time

#: Parameters that say who passed a link on, not where it leads.
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|igshid|igsh|mc_[ce]id|ref_src|ref_url|s_cid|yclid|_ga", re.IGNORECASE)
_LINK = re.compile(r"https?://[^\s<>\"'）】」。，！？；：、]+")
_HASHTAG = re.compile(r"(?<![\w&/])[#＃](\w{2,100})")
_POSTS = ("post", "account", "account_name", "t", "t_precision", "text", "lang", "kind", "parent", "root")
_SHARES = ("object_type", "object", "account", "account_name", "post", "t", "t_precision")
_ACCOUNTS = ("account", "account_name", "handle", "platform", "kind")
_LONGEST_LINK = 2_000


@dataclass(frozen=True, slots=True)
class Post:
    """One post as any platform has it: ids with their platform in front, the time as it stands there.

    ``shown`` is what a person sees who cites it: the item's own fields.
    """

    id: str
    account: str
    t: str
    text: str = ""
    name: str = ""
    handle: str = ""
    lang: str = ""
    kind: str = "post"
    parent: str = ""
    root: str = ""
    repeats: str = ""
    audio: str = ""
    links: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    shown: Mapping[str, str] = field(default_factory=dict)


class PostTables:
    """Takes posts one at a time; ``close`` gives the tables that have rows."""

    def __init__(self, item: Input, platform: str, account_kind: str = "") -> None:
        self.platform, self.account_kind = platform, account_kind
        self.accounts: dict[str, tuple[str, str, str]] = {}
        self._stack = ExitStack()
        self._writers = {n: self._stack.enter_context(RowWriter(item, n)) for n in ("posts", "shares", "accounts")}
        for name, columns in (("posts", _POSTS), ("shares", _SHARES), ("accounts", _ACCOUNTS)):
            for column in (*columns, "_original"):
                self._writers[name].column(column)

    @property
    def posts(self) -> int:
        """How many posts came in."""
        return self._writers["posts"].rows

    def add(self, number: int, place: str, post: Post) -> bool:
        """Take a post, which is item ``number`` of the file; what it shares becomes rows of shares.

        Returns False for a post whose time cannot be read: it is left out.
        """
        time = when(post.t)
        if time is None:
            return False
        t, exact = map(str, time)
        shown = json.dumps({k: clean(v) for k, v in post.shown.items() if v}, ensure_ascii=False)
        self._put(
            "posts", number, place,
            (post.id, post.account, post.name, t, exact, post.text, post.lang, post.kind,
             post.parent or post.repeats, post.root),
            shown,
        )  # fmt: skip
        for kind, thing in shared(post):
            self._put("shares", number, place, (kind, thing, post.account, post.name, post.id, t, exact), shown)
        if post.account not in self.accounts:
            self.accounts[post.account] = (post.name, post.handle, shown)
            cells = (post.account, post.name, post.handle, self.platform, self.account_kind)
            self._put("accounts", number, place, cells, shown)
        return True

    def close(self) -> dict[str, Path]:
        """The Parquet files by table; a table without rows is left out."""
        columns = {"posts": _POSTS, "shares": _SHARES, "accounts": _ACCOUNTS}
        return {n: w.close((*columns[n], "_original")) for n, w in self._writers.items() if w.rows}

    def notes(self) -> tuple[str, ...]:
        """For people: what could not be kept as it was."""
        return self._writers["posts"].notes()

    def _put(self, table: str, number: int, place: str, cells: Iterable[str], shown: str) -> None:
        self._writers[table].put([number, place, *cells, shown])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)


def when(text: str) -> tuple[int, int] | None:
    """A time as UTC seconds and how exactly it is known; None for what is no time."""
    if text.isascii() and text.isdigit() and len(text) <= 16:
        number = int(text)
        return number // (10**6 if number >= 10**14 else 10**3 if number >= 10**11 else 1), 1
    t, exact = read_time(text.strip()[:64])
    return None if t is None else (int(t // 1), int(exact))


def shared(post: Post) -> list[tuple[str, str]]:
    """What a post shares, as kind and thing, each once: links, their domains, rows of hashtags, reposts, sounds."""
    found: list[tuple[str, str]] = []
    for link in dict.fromkeys(map(plain_link, post.links)):
        host = host_of(link)
        if host:
            found += [("url", link), ("domain", host)]
    tags = [t.lstrip("#＃").casefold() for t in post.hashtags if t.strip("#＃ ")]
    if len(tags) > 1:  # one hashtag alone is everybody's
        found.append(("hashtag_seq", " ".join(f"#{t}" for t in tags)))
    found += [("post", post.repeats)] if post.repeats else []
    found += [("audio", post.audio)] if post.audio else []
    return list(dict.fromkeys(found))


def plain_link(link: str) -> str:
    """A link in one spelling, without what says who passed it on: tracking parameters, the fragment, a last dot."""
    try:
        parts = urlsplit(link.strip().rstrip(".,;:!?)»”"))
        query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)]
        host = parts.netloc.lower().removeprefix("www.")
        whole = urlunsplit(("https", host, parts.path, urlencode(query), ""))
        return whole[:_LONGEST_LINK] if host else ""
    except ValueError:
        return ""


def host_of(link: str) -> str:
    """The site of a link, without www; empty when there is none."""
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def links_in(text: str) -> tuple[str, ...]:
    """The links that stand in a text."""
    return tuple(_LINK.findall(text))


def hashtags_in(text: str) -> tuple[str, ...]:
    """The hashtags of a text, in order."""
    return tuple(_HASHTAG.findall(text))
