"""Subtitles (SRT, WebVTT): a passage for every cue, with its time and, where it is said, its speaker."""

import html
import re
from collections import Counter
from collections.abc import Iterator

from cuibono.errors import UnreadableSource, UnsafeInput
from cuibono.readers import encoding, paragraphs
from cuibono.readers.contract import Input, Piece, Reader, Reading
from cuibono.readers.limits import check_size

_TIME = r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?\Z")
_ARROW = re.compile(r"^.{0,100}-->", re.M)
_SRT = re.compile(r"\s*\d{1,9}[ \t]*\n[ \t]*(?:\d{1,4}:)?\d{1,2}:\d\d[.,]\d{1,3}[ \t]*-->")
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,100})?\s+([^<>]{1,200})>")
_MARKS = re.compile(r"<[^<>]{0,300}>|\{\\[^{}]{0,300}\}")
_LARGEST = 20 << 20


def recognises(item: Input) -> float:
    """By the first line of WebVTT, or the number and the timing that SRT begins with."""
    if not item.head or not encoding.is_text(item.head):
        return 0.0
    text = encoding.decode(item.head[:8192]).text
    if re.match(r"WEBVTT(?:[ \t\n]|\Z)", text):
        return 0.95
    if _SRT.match(text):
        return 0.9
    return 0.5 if item.suffix in READER.suffixes and _ARROW.search(text) else 0.0


def read(item: Input) -> Reading:
    """Take the cues in the order of the file; a cue that makes no sense is skipped, and a note says which.

    Times are seconds from the start of the recording, not hours of the day. Raises UnreadableSource when
    there is no cue at all.
    """
    if check_size(item) > _LARGEST:
        raise UnsafeInput(f"{item.name} has more than {_LARGEST >> 20} MB.", try_="split the file")
    got = encoding.decode(item.path.read_bytes())
    webvtt = got.text.startswith("WEBVTT")
    bad: list[int] = []
    pieces = tuple(_distinct(_cues(got.text, bad)))
    if not pieces:
        raise UnreadableSource(f"{item.name} has no cue with a time and words.", try_="add it as plain text")
    return Reading(
        media_type="text/vtt" if webvtt else "application/x-subrip",
        pieces=pieces,
        notes=(*got.notes, *_said(bad)),
    )


def _said(bad: list[int]) -> tuple[str, ...]:
    if not bad:
        return ()
    where = ", ".join(f"{n:,}" for n in bad[:10]) + (" ..." if len(bad) > 10 else "")
    return (f"{len(bad):,} cue{'s' if len(bad) > 1 else ''} without a sound time skipped; on line {where}",)


def _cues(text: str, bad: list[int]) -> Iterator[Piece]:
    """A passage for each block that has a timing line; the lines of bad ones are noted in ``bad``."""
    for line, block in _blocks(text):
        at = next((i for i, row in enumerate(block[:3]) if "-->" in row), None)
        if at is None:
            continue  # the head of the file, a note, a style, a region
        times = _times(block[at])
        if times is None:
            bad.append(line + at)
            continue
        words, speakers = _plain(block[at + 1 :])
        if words:
            start, end = times
            data = {"start": start, "end": end, "line": line, **({"speaker": " / ".join(speakers)} if speakers else {})}
            found = paragraphs.parts(words)
            for place, part in zip(paragraphs.places(f"{_clock(start)}-{_clock(end)}", len(found)), found, strict=True):
                yield Piece(part, place, data)


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines between empty lines, with the number of the first."""
    held: list[str] = []
    start = 1
    for number, row in enumerate([*text.split("\n"), ""], 1):
        if row.strip():
            start = start if held else number
            held.append(row)
        elif held:
            yield start, held
            held = []


def _times(row: str) -> tuple[float, float] | None:
    """Start and end in seconds; None when they cannot be read or the end comes first."""
    match = _TIMING.match(row[:300])
    if not match:
        return None
    parts = match.groups()
    start, end = _seconds(parts[:4]), _seconds(parts[4:])
    return (start, end) if start <= end else None


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, part = parts
    thousandths = int((part or "0").ljust(3, "0"))
    return (int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)) + thousandths / 1000


def _clock(seconds: float) -> str:
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02d}:{whole // 60_000 % 60:02d}:{whole // 1000 % 60:02d}.{whole % 1000:03d}"


def _plain(rows: list[str]) -> tuple[str, list[str]]:
    """The words of a cue without marks, and who speaks them."""
    raw = "\n".join(rows)
    speakers = list(dict.fromkeys(" ".join(html.unescape(v).split()) for v in _VOICE.findall(raw)))
    plain = encoding.clean(html.unescape(_MARKS.sub("", raw)))
    return "\n".join(row.strip() for row in plain.split("\n") if row.strip()), [s for s in speakers if s]


def _distinct(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Cues shown at the same time get a number, so that each place is one passage."""
    seen: Counter[str] = Counter()
    for piece in pieces:
        seen[piece.place] += 1
        again = seen[piece.place]
        yield piece if again == 1 else Piece(piece.text, f"{piece.place} ({again})", piece.data)


READER = Reader(
    name="subtitles",
    version="1",
    says="Subtitles (SRT, WebVTT): a passage for every cue, with its time and speaker",
    suffixes=(".srt", ".vtt"),
    recognises=recognises,
    read=read,
)
