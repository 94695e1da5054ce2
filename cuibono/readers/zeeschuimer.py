"""Posts captured with Zeeschuimer or exported from 4CAT (NDJSON): one item a line, as the platform sent it."""

import re
from typing import Any

from cuibono.errors import BadTable
from cuibono.readers import encoding
from cuibono.readers.contract import Input, Reader, Reading
from cuibono.readers.json_stream import Decoder, decoded_lines, too_deep
from cuibono.readers.limits import check_size
from cuibono.readers.platform_posts import platform_of, post_of
from cuibono.readers.post_tables import Post, PostTables

_SOURCE = re.compile(r'"source_platform"\s*:\s*"([^"\\]{1,100})"')
_SIGNS = ('"nav_index"', '"item_id"', '"timestamp_collected"', '"__import_meta"')


def recognises(item: Input) -> float:
    """By the keys in which Zeeschuimer wraps an item, or 4CAT what it imported."""
    if not encoding.is_text(item.head):
        return 0.0
    text = encoding.decode(item.head).text.lstrip("\ufeff \n\r\t")
    wrapped = text.startswith("{") and _SOURCE.search(text) and any(sign in text for sign in _SIGNS)
    return 0.95 if wrapped else 0.0


def read(item: Input) -> Reading:
    """Take every line as a post; what has no id, account or time is counted and left out.

    Raises UnreadableSource for a line that is broken, UnsafeInput for what asks for too much, BadTable when no
    line could be read as a post.
    """
    check_size(item)
    text, decoder = encoding.stream(item.path), Decoder(item.name)
    unread: dict[str, int] = {}
    try:
        with PostTables(item, "") as tables:
            for number, value, _ in decoded_lines(item, decoder, text):
                site, post = _post(value)
                tables.platform = platform_of(site).name
                if post is None or not tables.add(number, f"line {number}", post):
                    unread[site] = unread.get(site, 0) + 1
            if not tables.posts:
                raise BadTable(
                    f"{item.name}: no line could be read as a post.",
                    try_="export it from 4CAT as CSV and add that with --as posts",
                )
            notes = [*text.notes, *decoder.odd.notes(), *tables.notes()]
            notes += [f"{n:,} items of {site or 'no platform'} were left out: no id, account or time" for site, n in
                      sorted(unread.items())]  # fmt: skip
            return Reading(
                media_type="application/x-ndjson+zeeschuimer",
                tables=tables.close(),
                notes=tuple(map(encoding.clean, notes)),
            )
    except RecursionError as error:
        raise too_deep(item.name) from error


def _post(value: Any) -> tuple[str, Post | None]:
    """The platform that a line names, and its post; the item itself lies inside, or around."""
    if not isinstance(value, dict):
        return "", None
    meta = value.get("__import_meta")
    wrap = meta if isinstance(meta, dict) else value
    site = wrap.get("source_platform")
    inside = value.get("data")
    item = inside if isinstance(inside, dict) else value
    name = site if isinstance(site, str) else ""
    return name, post_of(platform_of(name), item)


READER = Reader(
    name="zeeschuimer",
    version="1",
    says="Zeeschuimer captures and 4CAT exports (NDJSON): posts of many platforms and what they share",
    suffixes=(".ndjson", ".jsonl"),
    recognises=recognises,
    read=read,
)
