"""What a web server answered: status, type and payload, its chunking and compression undone."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from cuibono.readers.warc import Bytes, Cut, fields_of

_STATUS = re.compile(rb"HTTP/[\d.]+ +(\d{3})")
#: Kinds worth reading; the rest of a page is how it looked and moved.
_KEPT = re.compile(
    r"text/(?!css|javascript|ecmascript|x-javascript|x-component)|application/(?:pdf|xhtml\+xml)\b|image/"
)
_NOT_PICTURES = re.compile(r"image/(?:svg|x-icon|vnd\.microsoft\.icon)")
_LOOKS = {"text/css": "style sheets", "javascript": "scripts", "font": "fonts", "json": "data for scripts"}
_SUFFIX = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}
_SUFFIX |= {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp", "text/csv": ".csv"}


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer: status, media type with its charset, and the payload as it was meant."""

    status: int
    media_type: str
    payload: Iterator[bytes]


def answer(block: Iterator[bytes]) -> Answer | None:
    """The answer in a record's block; None when it is no HTTP, or compressed in a way not known here."""
    stream = Bytes(block)
    match = _STATUS.match(stream.line())
    if not match:
        return None
    fields = fields_of(stream)
    rest = stream.rest()
    if "chunked" in fields.get("transfer-encoding", "").lower():
        rest = _unchunked(stream)
    coding = fields.get("content-encoding", "").lower()
    if coding in ("gzip", "x-gzip", "deflate"):
        rest = _inflated(rest)
    elif coding not in ("", "identity"):
        return None
    return Answer(int(match[1]), fields.get("content-type", "").lower(), rest)


def _unchunked(stream: Bytes) -> Iterator[bytes]:
    """Chunks put together; an answer that only claims to be chunked is given as it is."""
    line = stream.line()
    first = True
    while match := re.match(rb"\s*([0-9a-fA-F]{1,8})\s*(?:;[^\n]*)?\r?\n", line):
        size = int(match[1], 16)
        if size == 0:
            return
        yield from stream.take(size)
        stream.line()
        line, first = stream.line(), False
    if first and line:
        yield line
        yield from stream.rest()


def _inflated(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Compressed chunks unpacked a little at a time; what was never compressed is given as it is."""
    unpacker, raw = None, False
    for chunk in chunks:
        if unpacker is None and not raw:
            unpacker = _unpacker(chunk)
            raw = unpacker is None
        if unpacker is None:
            yield chunk
            continue
        while chunk and not unpacker.eof:
            try:
                yield unpacker.decompress(chunk, 1 << 20)
            except zlib.error as error:
                raise Cut("a compressed answer is damaged") from error
            chunk = unpacker.unconsumed_tail


def _unpacker(beginning: bytes) -> "zlib._Decompress | None":
    for bits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        try:
            zlib.decompressobj(bits).decompress(beginning, 64)
        except zlib.error:
            continue
        return zlib.decompressobj(bits)
    return None


def kept(media_type: str) -> bool:
    """Whether an answer of that type is worth reading: pages, texts, PDFs, photographs."""
    return bool(_KEPT.match(media_type)) and not _NOT_PICTURES.match(media_type)


def kind(media_type: str) -> str:
    """What people call a type that is left out."""
    return next((word for part, word in _LOOKS.items() if part in media_type), "other files")


def name_for(url: str, media_type: str, number: int) -> str:
    """A file name that tells which address something came from."""
    bare = re.sub(r"^[a-z]+://|[?#].*$", "", url[:2000])
    parts = [re.sub(r"[^\w.\-]+", "_", p)[:60] for p in bare.split("/") if p not in ("", ".", "..")]
    suffix = _SUFFIX.get(media_type.partition(";")[0].strip(), "")
    name = "/".join([*parts[:1], *parts[1:][-3:]]) or "page"
    stem = name.removesuffix(suffix) if suffix else name
    return f"{number:05d} {stem}{suffix}"
