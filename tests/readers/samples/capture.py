"""A WARC, packed record by record, of one page, one redirect and one style sheet."""

import gzip
from pathlib import Path

PAGE = "<html><head><title>Harbour</title></head><body><p>The office paid twice. 港口付了两次。</p></body></html>"
WHEN = "2021-03-04T10:00:00Z"
SITE = "https://beispielblatt.example"


def answer(body: bytes, media_type: str, status: str = "200 OK", more: str = "") -> bytes:
    """What a web server sends."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{more}\r\n".encode() + body


def record(block: bytes, url: str, kind: str = "response", when: str = WHEN) -> bytes:
    """One record of a WARC."""
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {when}\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def records() -> list[bytes]:
    """The records of the sample."""
    return [
        record(b"software: by hand\r\n", "", "warcinfo"),
        record(answer(b"", "text/html", "301 Moved", "Location: /harbour\r\n"), f"{SITE}/old"),
        record(answer(PAGE.encode(), "text/html; charset=utf-8"), f"{SITE}/harbour"),
        record(answer(b"p { color: red }", "text/css"), f"{SITE}/look.css"),
    ]


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "harbour.warc.gz"
    path.write_bytes(b"".join(gzip.compress(r, mtime=0) for r in records()))
    return path
