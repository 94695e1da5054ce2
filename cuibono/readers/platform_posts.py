"""Where each platform keeps what: the fields of a captured post, as paths into its JSON.

A path's parts are keys; ``*`` stands for every item of a list. Of several paths the first that leads to something
counts. Platforms change their answers; what leads nowhere is left empty, and a post without id, account or time is
counted and left out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cuibono.readers.json_stream import cell
from cuibono.readers.post_tables import Post, hashtags_in, links_in

_TAG = re.compile(r"<br\s*/?>|</p>", re.IGNORECASE)
_MARK = re.compile(r"<[^<>]{0,2000}>")
_HREF = re.compile(r"""href=["'](https?://[^"'\s]{1,2000})["']""")
_NONE = frozenset({"", "0", "false"})


@dataclass(frozen=True, slots=True)
class Platform:
    """The short name of a platform and the paths to the fields of a post."""

    name: str
    paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    html: bool = False


_X_USER = ("core.user_results.result", "user", "author")
_X = Platform(
    "x",
    {
        "id": ("rest_id", "legacy.id_str", "id_str", "id"),
        "account": ("legacy.user_id_str", "core.user_results.result.rest_id", "user.id_str", "author_id"),
        "handle": tuple(f"{u}{p}.screen_name" for u in _X_USER for p in (".legacy", ".core", "")),
        "name": tuple(f"{u}{p}.name" for u in _X_USER for p in (".legacy", ".core", "")),
        "t": ("legacy.created_at", "created_at"),
        "text": ("note_tweet.note_tweet_results.result.text", "legacy.full_text", "full_text", "text"),
        "lang": ("legacy.lang", "lang"),
        "links": ("legacy.entities.urls.*.expanded_url", "entities.urls.*.expanded_url"),
        "hashtags": ("legacy.entities.hashtags.*.text", "entities.hashtags.*.text"),
        "repeats": (
            "legacy.retweeted_status_result.result.rest_id",
            "legacy.retweeted_status_result.result.tweet.rest_id",
            "legacy.retweeted_status_id_str",
            "retweeted_status_id_str",
        ),
        "parent": ("legacy.in_reply_to_status_id_str", "in_reply_to_status_id_str"),
        "quotes": ("legacy.quoted_status_id_str", "quoted_status_id_str"),
        "root": ("legacy.conversation_id_str", "conversation_id_str"),
    },
)
_TIKTOK = Platform(
    "tiktok",
    {
        "id": ("id", "video.id"),
        "account": ("author.id", "authorId", "author.uniqueId", "author"),
        "handle": ("author.uniqueId", "author"),
        "name": ("author.nickname", "nickname"),
        "t": ("createTime", "create_time"),
        "text": ("desc", "video_description"),
        "lang": ("textLanguage",),
        "hashtags": ("textExtra.*.hashtagName", "challenges.*.title", "hashtag_names.*"),
        "audio": ("music.id", "music_id"),
        "parent": ("duetInfo.duetFromId",),
    },
)
_META = {
    "id": ("code", "shortcode", "id", "pk"),
    "account": ("user.pk", "user.id", "owner.id", "owner.pk"),
    "handle": ("user.username", "owner.username"),
    "name": ("user.full_name", "owner.full_name"),
    "t": ("taken_at", "taken_at_timestamp"),
    "text": ("caption.text", "edge_media_to_caption.edges.*.node.text", "caption"),
    "audio": ("clips_metadata.music_info.music_asset_info.audio_cluster_id",),
}
_FEDIVERSE = {
    "id": ("uri", "id"),
    "account": ("account.acct", "account.id"),
    "handle": ("account.acct", "account.username"),
    "name": ("account.display_name",),
    "t": ("created_at",),
    "text": ("content",),
    "lang": ("language",),
    "links": ("card.url",),
    "hashtags": ("tags.*.name",),
    "repeats": ("reblog.uri", "reblog.id"),
    "parent": ("in_reply_to_id",),
    "quotes": ("quote_id",),
}
#: Fields as most exports of other platforms name them.
_OTHER = {
    "id": ("id", "post_id", "item_id"),
    "account": ("author.id", "author_id", "user.id", "user_id", "author.username", "author", "username"),
    "handle": ("author.username", "author.handle", "user.username", "username", "author_username"),
    "name": ("author.name", "author.display_name", "user.name", "author_fullname", "author"),
    "t": ("unix_timestamp", "timestamp", "created_at", "createTime", "create_time", "date", "time"),
    "text": ("body", "text", "content", "message", "caption", "description"),
    "lang": ("language", "lang"),
    "parent": ("reply_to", "parent_id"),
    "root": ("thread_id", "conversation_id"),
}
PLATFORMS: Mapping[str, Platform] = {
    "twitter.com": _X,
    "x.com": _X,
    "tiktok.com": _TIKTOK,
    "instagram.com": Platform("instagram", _META),
    "threads.net": Platform("threads", _META),
    "threads.com": Platform("threads", _META),
    "truthsocial.com": Platform("truthsocial", _FEDIVERSE, html=True),
    "gab.com": Platform("gab", _FEDIVERSE, html=True),
    "mastodon": Platform("mastodon", _FEDIVERSE, html=True),
}


def platform_of(site: str) -> Platform:
    """The platform of a site; for one that is not known, fields as most exports name them."""
    plain = site.lower().removeprefix("www.")
    return PLATFORMS.get(plain) or Platform(plain.removesuffix(".com") or "unknown", _OTHER)


def post_of(platform: Platform, item: Mapping[str, Any]) -> Post | None:
    """A captured item as a post; None when it has no id, no account or no time."""
    found = {name: list(_all(item, paths)) for name, paths in platform.paths.items()}
    one = {name: values[0] if values and values[0].lower() not in _NONE else "" for name, values in found.items()}
    if not (one.get("id") and one.get("account") and one.get("t")):
        return None
    said = one.get("text", "")
    words = _plain(said) if platform.html else said
    here = platform.name
    kind = (
        "repost" if one.get("repeats") else "reply" if one.get("parent") else "quote" if one.get("quotes") else "post"
    )
    parent = one.get("parent") or one.get("quotes") or ""
    return Post(
        id=f"{here}:{one['id']}",
        account=f"{here}:{one['account']}",
        t=one["t"],
        text=words,
        name=one.get("name") or one.get("handle", ""),
        handle=one.get("handle", ""),
        lang=one.get("lang", ""),
        kind=kind,
        parent=f"{here}:{parent}" if parent else "",
        root=f"{here}:{one['root']}" if one.get("root") else "",
        repeats=f"{here}:{one['repeats']}" if one.get("repeats") else "",
        audio=f"{here}:{one['audio']}" if one.get("audio") else "",
        links=tuple(found.get("links") or (*_HREF.findall(said), *links_in(words))),
        hashtags=tuple(found.get("hashtags") or hashtags_in(words)),
        shown={"platform": here} | one | {"text": words, "links": " ".join(found.get("links", ()))},
    )


def _all(item: Any, paths: tuple[str, ...]) -> Iterator[str]:
    """The texts at the end of the first path that leads to any."""
    for path in paths:
        values = [text for v in _at(item, path.split(".")) if (text := _leaf(v))]
        if values:
            yield from values
            return


def _at(item: Any, parts: list[str]) -> Iterator[Any]:
    if not parts:
        yield item
    elif parts[0] == "*" and isinstance(item, list):
        for one in item:
            yield from _at(one, parts[1:])
    elif isinstance(item, dict) and parts[0] in item:
        yield from _at(item[parts[0]], parts[1:])


def _leaf(value: Any) -> str:
    return "" if isinstance(value, dict | list | bool) else cell(value) or ""


def _plain(html: str) -> str:
    """The words of a little HTML."""
    from html import unescape

    return unescape(_MARK.sub("", _TAG.sub("\n", html))).strip()
