"""Web captures: WARC, WACZ and MHTML become the pages, texts, PDFs and pictures that they hold."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cuibono.errors import UnreadableSource, UnsafeInput
from cuibono.model.date_bounds import is_edtf
from cuibono.readers import headers, responses, unpack, warc, zip_index
from cuibono.readers.contract import Input, Member, Reader, Reading
from cuibono.readers.encoding import clean
from cuibono.readers.limits import check_size
from cuibono.readers.unzip import unzip

_WARC = re.compile(r"archive/[^/]+\.warc(\.gz)?\Z")
_MHTML = re.compile(rb"^content-type:\s*multipart/related\b", re.I | re.M)
_PART = re.compile(rb"^(?:snapshot-content-location|content-location):", re.I | re.M)
_SECOND = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z?)")
#: Pictures smaller than this are icons and counters, not photographs.
_SMALL = 2_000
_CHUNK = 1 << 20


def recognises(item: Input) -> float:
    """By the first bytes of a record (packed or not), a WACZ's index, or the headers that browsers write."""
    if item.head.startswith(b"WARC/") or unpack.beginning(item.head, 16).startswith(b"WARC/"):
        return 0.95
    found = zip_index.names(item.path, item.head)
    if "datapackage.json" in found and any(map(_WARC.match, found)):
        return 0.95
    return 0.95 if _is_mhtml(item.head) else 0.0


def _is_mhtml(head: bytes) -> bool:
    start = head[:8192].replace(b"\r\n", b"\n")
    top = start.partition(b"\n\n")[0]
    by_browser = b"snapshot-content-location" in top.lower() or b"<saved by" in top.lower()
    return bool(_MHTML.search(top)) and (by_browser or bool(_PART.search(head)))


def read(item: Input) -> Reading:
    """Take out every answer that can be read, with its address and the time of capture.

    Redirects, errors, repetitions, style sheets, scripts, fonts and tiny pictures are counted, not taken. A capture
    that is cut short keeps its whole records, and a note says so. ``captured`` is what the crawler wrote.
    """
    check_size(item)
    if item.head.startswith(b"PK"):
        return _wacz(item)
    if _is_mhtml(item.head):
        return _mhtml(item)
    take = _Take(item)
    take.archive(item.path)
    return Reading(media_type="application/warc", members=take.whole(), notes=take.notes())


class _Take:
    """What was taken out of one capture so far, and what was left out."""

    def __init__(self, item: Input, titles: dict[str, str] | None = None) -> None:
        self.item = item
        self.titles = titles or {}
        self.members: list[Member] = []
        self.left: Counter[str] = Counter()
        self.faults: list[str] = []
        self.meter = unpack.Meter(item.name, item.path.stat().st_size, item.limits)

    def archive(self, path: Path) -> None:
        """Take the records of one WARC file, as far as it can be read."""
        try:
            for record in warc.records(warc.Bytes(_bytes(path, self.meter))):
                self._record(record)
        except UnsafeInput:
            raise
        except (warc.Cut, UnreadableSource) as fault:
            why = fault.what.partition(": ")[2] if isinstance(fault, UnreadableSource) else f"{fault}."
            self.faults.append(f"cut short after {_files(len(self.members))}, kept so far: {why}")

    def _record(self, record: warc.Record) -> None:
        url = record.fields.get("warc-target-uri", "").strip("<> ")
        when = _second(record.fields.get("warc-date", ""))
        if record.kind == "resource":
            self.keep(url, when, record.fields.get("content-type", "").lower(), record.block)
        elif record.kind == "revisit":
            self.left["repetitions of what was captured before"] += 1
        elif record.kind == "response":
            self._response(url, when, record)

    def _response(self, url: str, when: str | None, record: warc.Record) -> None:
        got = responses.answer(record.block)
        if got is None:
            self.left["answers in a form that cannot be read here"] += 1
        elif got.status not in (200, 203):
            self.left["redirects and errors"] += 1
        else:
            self.keep(url, when, got.media_type, got.payload)

    def keep(self, url: str, when: str | None, media_type: str, payload: Iterator[bytes]) -> None:
        """Write one answer out, unless it is of a kind that is left out."""
        if not responses.kept(media_type):
            self.left[responses.kind(media_type)] += 1
            return
        if len(self.members) >= self.item.limits.members:
            raise UnsafeInput(
                f"{self.item.name} holds more than {self.item.limits.members:,} files.", try_="split the capture"
            )
        path = self.item.staging / f"answer-{len(self.members) + 1}"
        size = self._save(path, payload)
        if size == 0 or (size < _SMALL and media_type.startswith("image/")):
            path.unlink()
            self.left["tiny pictures" if size else "empty answers"] += 1
            return
        name = responses.name_for(url, media_type, len(self.members) + 1)
        about = {"url": clean(url) or None, "captured": when, "title": self.titles.get(url)}
        self.members.append(Member(path, name, clean(media_type) or None, **about))

    def _save(self, path: Path, payload: Iterator[bytes]) -> int:
        size = 0
        try:
            with path.open("wb") as out:
                for chunk in payload:
                    self.meter.take(len(chunk))
                    out.write(chunk)
                    size += len(chunk)
        except warc.Cut:
            path.unlink()
            raise
        return size

    def whole(self) -> tuple[Member, ...]:
        """What was taken; raises UnreadableSource when that is nothing because of damage."""
        if self.faults and not self.members:
            raise UnreadableSource(
                f"{self.item.name}: {self.faults[0]}", try_="get a fresh copy of the capture, or capture the page again"
            )
        return tuple(self.members)

    def notes(self) -> tuple[str, ...]:
        """How much was taken, what was left out, and what was damaged."""
        left = ", ".join(f"{n:,} {what}" for what, n in sorted(self.left.items()))
        return (f"{_files(len(self.members))} taken", *([f"left out: {left}"] if left else []), *self.faults)


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"


def _bytes(path: Path, meter: unpack.Meter) -> Iterator[bytes]:
    with path.open("rb") as file:
        kind = unpack.kind_of(file.read(8))
        if kind is None:
            file.seek(0)
            while chunk := file.read(_CHUNK):
                yield chunk
    if kind is not None:
        yield from unpack.chunks(path, kind, meter)


def _second(stamp: str) -> str | None:
    """A capture time to the second, in UTC; crawlers write nothing else."""
    match = _SECOND.match(stamp)
    when = f"{match[1]}Z" if match else None
    return when if when and is_edtf(when) else None


def _wacz(item: Input) -> Reading:
    files, notes = unzip(item)
    pages = [path for path, name in files if name == "pages/pages.jsonl"]
    take = _Take(item, _titles(pages[0]) if pages else {})
    for path, name in files:
        if _WARC.match(name):
            take.archive(path)
    return Reading(media_type="application/wacz", members=take.whole(), notes=(*take.notes(), *notes))


def _titles(path: Path) -> dict[str, str]:
    """Titles of pages by address, as far as the list of pages can be read; it only adds comfort."""
    found: dict[str, str] = {}
    with path.open("rb") as file:
        for _ in range(100_000):
            line = file.readline(_CHUNK)
            if not line:
                break
            try:
                page = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(page, dict) and isinstance(page.get("url"), str) and isinstance(page.get("title"), str):
                found[page["url"]] = " ".join(clean(page["title"]).split())[:1000]
    return found


def _mhtml(item: Input) -> Reading:
    page = headers.load(item)
    when, address = headers.moment(page), headers.header(page, "Snapshot-Content-Location")
    take = _Take(item)
    for part in headers.leaves(page):
        url = headers.header(part, "Content-Location") or ""
        kind = headers.media_type(part)
        charset = headers.charset(part)
        take.keep(url, when, f"{kind}; charset={charset}" if charset else kind, iter([headers.content(part)]))
    return Reading(
        media_type="multipart/related",
        members=take.whole(),
        title=headers.header(page, "Subject"),
        url=address,
        captured=when,
        notes=take.notes(),
    )


READER = Reader(
    name="capture",
    version="1",
    says="Web captures (WARC, WACZ, MHTML): pages, texts, PDFs and pictures with their addresses and times",
    suffixes=(".warc", ".wacz", ".mhtml", ".mht"),
    recognises=recognises,
    read=read,
)
