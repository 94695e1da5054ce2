"""A text in every way it may be read: entities, tags, JSON and Markdown escapes, percent signs, base64, hex.

A search that must not miss anything looks at each of them. No decoder here is strict: what does not decode
is left as it stands, since the text as it stands is always looked at too.
"""

import base64
import binascii
import html
import re
from collections.abc import Callable, Generator, Iterator
from email.header import decode_header
from urllib.parse import unquote

from cuibono.store.fingerprints import BARRIER

_BETWEEN = f"\n{BARRIER}\n"
_ROUNDS = 4
_TAG = re.compile(r"<[^<>]{0,8000}>")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_BACKSLASH = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|U([0-9a-fA-F]{8})|[uU]([0-9a-fA-F]{4})|[xX]([0-9a-fA-F]{2})|(.))", re.DOTALL
)
_SOFT_BREAK = re.compile(r"=[ \t]*\r?\n")
_QUOTED = re.compile(r"(?:=[0-9A-Fa-f]{2})+")
_MIME_WORD = re.compile(r"=\?[\w-]+\?[bBqQ]\?[^?\s]*\?=")
_PUNY = re.compile(r"\bxn--[a-z0-9-]+", re.IGNORECASE)
_BASE64 = re.compile(
    r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{12,}+(?:\r?\n[A-Za-z0-9+/_-]{12,}+)*+(?:\r?\n[A-Za-z0-9+/_-]+=)?"
)
_DATA = re.compile(r"base64,\s*([A-Za-z0-9+/_-]{2,}+)")
_HEX = re.compile(r"(?<![0-9a-fA-F])(?:[0-9a-fA-F]{2}[ :]?){6,}+(?![0-9a-fA-F])")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_URL_SAFE = str.maketrans("-_", "+/")
_SPACED = {"n": " ", "r": " ", "t": " ", "b": " ", "f": " ", "v": " ", "0": ""}


def views(text: str) -> Iterator[tuple[str, str]]:
    """Each different reading of a text, with the name of what was undone."""
    seen = {text}
    yield "", text
    for how, read in _readings(text):
        if read and read not in seen:
            seen.add(read)
            yield how, read


def packed(text: str) -> Iterator[bytes]:
    """The bytes of everything in a text that decodes as base64 or hex, whatever they are."""
    for found in _BASE64.finditer(text):
        yield from _unpacked(found[0])
    for found in _DATA.finditer(text):
        yield from _unpacked(found[1])
    for found in _HEX.finditer(text):
        yield bytes.fromhex(re.sub(r"[ :]", "", found[0]))


def _unpacked(run: str) -> Iterator[bytes]:
    """Base64 read from each of its first four letters, since what stands before it may look like it."""
    letters = re.sub(r"\s", "", run).translate(_URL_SAFE)
    for offset in range(4):
        part = letters[offset:]
        part = part[: len(part) - (len(part) % 4 == 1)]
        try:
            yield base64.b64decode(part + "=" * (-len(part) % 4))
        except binascii.Error:
            continue


def _readings(text: str) -> Iterator[tuple[str, str]]:
    for how, needs, decode in _DECODERS:
        if needs in text:
            yield how, decode(text)
    deepest = text
    for tags in (True, False):
        deepest = yield from _unwound(text, tags)
    for whole in dict.fromkeys((text, deepest)):
        yield "unpacking base64 or hex", _BETWEEN.join(t for raw in packed(whole) if (t := _as_text(raw)))


def _unwound(text: str, tags: bool) -> Generator[tuple[str, str], None, str]:
    """All decoders one after the other, again and again until nothing changes; returns the last text."""
    for _ in range(_ROUNDS):
        before = text
        for _, needs, decode in _DECODERS:
            if needs in text and (tags or decode is not _tagless):
                text = decode(text)
        if text == before:
            break
        yield "undoing several escapes", text
    return text


def _as_text(raw: bytes) -> str:
    """Bytes as text if they are text; empty if they are not."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(text) > 2 and sum(c.isprintable() or c.isspace() for c in text) > 0.9 * len(text):
            return text
    return ""


def _seen_only(text: str) -> str:
    return text if text.isascii() else _UNSEEN.sub("", text)


def _tagless(text: str) -> str:
    return _TAG.sub("", _CDATA.sub("", text))


def _backslashes(text: str) -> str:
    plain = _BACKSLASH.sub(_character, text)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3] or found[4]
    if code:
        point = int(code, 16)
        return chr(point) if point < 0x110000 else ""
    return _SPACED.get(found[5], found[5])


def _quoted_printable(text: str) -> str:
    whole = _SOFT_BREAK.sub("", text)
    return _QUOTED.sub(lambda m: bytes.fromhex(m[0].replace("=", "")).decode("utf-8", "replace"), whole)


def _mime_words(text: str) -> str:
    return _MIME_WORD.sub(lambda m: _mime_word(m[0]), text)


def _mime_word(word: str) -> str:
    try:
        parts = decode_header(word)
    except ValueError:
        return word
    return "".join(p if isinstance(p, str) else _charset(p, c) for p, c in parts)


def _charset(raw: bytes, charset: str | None) -> str:
    try:
        return raw.decode(charset or "ascii", "replace")
    except LookupError:
        return raw.decode("latin-1")


def _punycode(text: str) -> str:
    return _PUNY.sub(lambda m: _domain(m[0]), text)


def _domain(label: str) -> str:
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


_DECODERS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("dropping characters that are not seen", "", _seen_only),
    ("dropping tags", "<", _tagless),
    ("reading entities", "&", html.unescape),
    ("reading backslash escapes", "\\", _backslashes),
    ("reading percent signs", "%", unquote),
    ("reading mail words", "=?", _mime_words),
    ("reading quoted-printable", "=", _quoted_printable),
    ("reading domain names", "xn--", _punycode),
)
