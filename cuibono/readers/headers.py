"""Messages as mail programs and browsers write them (RFC 5322, MIME): headers, dates, bodies, attachments.

The standard library parses them; what it cannot bear (hostile nesting, broken headers) is met before or here.
"""

import email
import email.utils
import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from pathlib import PurePosixPath
from quopri import decodestring
from typing import Any, TypeAlias

from cuibono.errors import UnreadableSource, UnsafeInput
from cuibono.readers import encoding
from cuibono.readers.contract import Input

Mail: TypeAlias = "Message[Any, Any]"
#: The standard parser goes through nested parts by recursion, and holds a message in memory several times.
_PARTS, _LARGEST, _DEEPEST = 5_000, 512 << 20, 50
#: It looks at every line once for each part that the line lies in.
_WORK = 200_000_000
_WORD = re.compile(r"=\?([\w.:-]{1,40})(?:\*[\w-]{1,20})?\?([bBqQ])\?([^?\s]{0,4000})\?=")
_TYPE = re.compile(r"[a-z]{1,40}/[a-z0-9.+_-]{1,120}")
_BETWEEN_WORDS = re.compile(r"(\?=)\s+(?==\?)")
_LONGEST = 20_000


def load(item: Input) -> Mail:
    """The message in a file; raises UnsafeInput when it is nested or large beyond reason."""
    size = item.path.stat().st_size
    if size > _LARGEST:
        raise UnsafeInput(
            f"{item.name}: a message of {size:,} bytes is too large.", try_="save its attachments by hand"
        )
    return parse(item.path.read_bytes().lstrip(b"\xef\xbb\xbf\r\n"), item)


def parse(data: bytes, item: Input) -> Mail:
    """A message from its bytes; raises UnsafeInput when its parts are too many, or nested too deep."""
    parts = len(re.findall(rb"(?im)^content-type:\s*(?:multipart|message)/", data))
    if parts > _PARTS or parts * data.count(b"\n") > _WORK:
        raise UnsafeInput(
            f"{item.name} has {parts:,} nested parts and {len(data):,} bytes.", try_="save its attachments by hand"
        )
    try:
        message: Mail = email.message_from_bytes(data)
        _check_depth(message, item)
    except RecursionError as error:
        raise _too_deep(item) from error
    except (ValueError, LookupError, AttributeError, TypeError, AssertionError) as error:
        raise UnreadableSource(
            f"{item.name}: the message is damaged ({error}).", try_="save it again from the mail program"
        ) from error
    return message


def _check_depth(message: Mail, item: Input) -> None:
    level: list[Mail] = [message]
    for _ in range(_DEEPEST):
        level = [child for part in level for child in children(part)]
        if not level:
            return
    raise _too_deep(item)


def _too_deep(item: Input) -> UnsafeInput:
    return UnsafeInput(f"{item.name}: parts are nested too deep.", try_="save its attachments by hand")


def children(part: Mail) -> list[Mail]:
    """The parts inside a part."""
    payload = part.get_payload()
    return [p for p in payload if isinstance(p, Message)] if isinstance(payload, list) else []


def media_type(part: Mail) -> str:
    """The type that a part claims; what is no type at all counts as bytes of unknown kind."""
    claimed = part.get_content_type()
    return claimed if _TYPE.fullmatch(claimed) else "application/octet-stream"


def header(message: Mail, name: str) -> str | None:
    """A header as readable text on one line: encoded words and bare bytes are decoded, whatever they are in."""
    raw = next((str(v) for k, v in message.raw_items() if k.lower() == name.lower()), None)
    return (decoded(raw[:_LONGEST]) or None) if raw else None


def decoded(raw: str) -> str:
    """The text of a header value."""
    if not raw.isascii():
        raw = encoding.decode(raw.encode("utf-8", "surrogateescape")).text
    joined = _BETWEEN_WORDS.sub(r"\1", raw)
    return " ".join(encoding.clean(_WORD.sub(_word, joined)).split())


def _word(match: re.Match[str]) -> str:
    charset, how, body = match.groups()
    try:
        if how in "bB":
            data = b64decode(body + "=" * (-len(body) % 4))
        else:
            data = decodestring(body.replace("_", " ").encode("ascii", "replace"), header=True)
    except (Base64Error, ValueError):
        return match[0]
    return encoding.decode(data, encoding.known(charset)).text if data or not body else match[0]


def moment(message: Mail, name: str = "Date") -> str | None:
    """A date header as a moment in UTC ("2021-03-04T10:00:00Z"); None when it is missing or cannot be read."""
    raw = header(message, name)
    try:
        when = email.utils.parsedate_to_datetime(raw) if raw else None
        return in_utc(when) if when else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def in_utc(when: datetime) -> str:
    """A time as EDTF in UTC, to the second; without a zone it is taken for UTC, as RFC 5322 does with -0000."""
    when = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


def content(part: Mail) -> bytes:
    """The bytes of a part, its transfer encoding undone; a broken one is given as it stands."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        payload = None
    if isinstance(payload, bytes):
        return payload
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def text(part: Mail) -> str:
    """The text of a part, in the charset that it names or in the likeliest one."""
    data = content(part)
    codec = encoding.known(charset(part))
    got = encoding.decode(data, codec)
    if codec and got.text.count("\ufffd") > len(got.text) / 200:
        other = encoding.decode(data)
        got = other if other.text.count("\ufffd") < got.text.count("\ufffd") else got
    return got.text


def charset(part: Mail) -> str | None:
    """The charset that a part names."""
    try:
        return part.get_content_charset()
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def file_name(part: Mail) -> str | None:
    """The name of an attachment, without any folder and without what cannot be seen."""
    try:
        raw = part.get_filename()
    except (ValueError, LookupError, TypeError, AttributeError):
        raw = None
    name = PurePosixPath(decoded(raw[:_LONGEST]).replace("\\", "/")).name if raw else ""
    name = "".join(c if c.isprintable() else "_" for c in name)[-150:]
    return name if name not in ("", ".", "..") else None


def leaves(message: Mail) -> Iterator[Mail]:
    """The parts that hold something, in order; a message inside a message is one of them, whole."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in children(message):
        yield from leaves(part)
