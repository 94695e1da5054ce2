"""Plain text and Markdown: a passage for every paragraph.

A Markdown header between two lines of ``---`` is taken as what the source says of itself (title, author,
date, outlet, url, language); the first ``# heading`` is the title where the header gives none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cuibono.errors import UnreadableSource
from cuibono.model.date_wording import to_edtf
from cuibono.readers import encoding, paragraphs
from cuibono.readers.contract import Input, Piece, Reader, Reading
from cuibono.readers.limits import check_size, check_text

_MARKDOWN = (".md", ".markdown", ".mdown")
_SUFFIXES = (".txt", ".text", ".log", ".rst", *_MARKDOWN)
_HEADER = re.compile(r"---[ \t]*\n((?:[^\n]*\n){1,100}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.M)
_BEGINNING = 16 << 10


@dataclass(frozen=True, slots=True)
class _Header:
    """What stands between the dashes, and how many lines it takes."""

    lines: int = 0
    said: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def first(self, *names: str) -> str | None:
        """The first of several names that the header gives."""
        return next((self.said[n] for n in names if self.said.get(n)), None)


def recognises(item: Input) -> float:
    """Only the last resort: whatever looks like text, a little surer where the name says so too."""
    if not item.head:
        return 0.1 if item.suffix in _SUFFIXES else 0.05
    if not encoding.is_text(item.head):
        return 0.0
    return 0.2 if item.suffix in _SUFFIXES else 0.1


def read(item: Input) -> Reading:
    """Decode the file, honour a header, and cut it into paragraphs as they are asked for.

    Raises UnreadableSource when the file is empty or is no text, UnsafeInput when it is too long.
    """
    check_size(item)
    staged = item.staging / "text"
    if not encoding.is_text(item.head):
        raise UnreadableSource(f"{item.name} is no text.", try_="open it to see what it is, and convert it")
    notes = _stage(item, staged)
    with staged.open(encoding="utf-8", newline="\n") as file:
        beginning = file.read(_BEGINNING)
    header = _header(beginning)
    markdown = bool(header.lines) or item.suffix in _MARKDOWN or beginning.startswith("# ")
    heading = _HEADING.search(beginning) if markdown else None
    date = header.first("date", "published", "publication_date", "datum")
    published = to_edtf(date) if date else None
    if date and not published:
        notes += (f"the date '{date[:60]}' in the header could not be read for certain",)
    return Reading(
        media_type="text/markdown" if markdown else "text/plain",
        pieces=_pieces(staged, header.lines),
        title=header.first("title") or (heading[1] if heading else None),
        author=header.first("author", "authors", "by"),
        outlet=header.first("outlet", "publisher", "site", "source"),
        published=published,
        language=_language(header.first("language", "lang")),
        url=header.first("url", "link", "canonical"),
        simulated=header.first("simulated") == "true",
        notes=(*notes, *header.notes),
    )


def _stage(item: Input, staged: Path) -> tuple[str, ...]:
    """Write the text out as UTF-8, counting its characters on the way."""
    text = encoding.stream(item.path)
    count = 0
    with staged.open("w", encoding="utf-8", newline="") as out:
        for chunk in text:
            count += len(chunk)
            check_text(item, count)
            out.write(chunk)
    return text.notes


def _pieces(staged: Path, skipped: int) -> Iterator[Piece]:
    with staged.open(encoding="utf-8", newline="\n") as file:
        for _ in range(skipped):
            file.readline()
        yield from paragraphs.pieces(paragraphs.lines_of(file), first_line=1 + skipped)


def _header(beginning: str) -> _Header:
    """The header, if the file begins with one that can be read; a broken one is text like any other."""
    import yaml

    match = _HEADER.match(beginning)
    if not match:
        return _Header()
    try:
        raw = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        return _Header(notes=("the header between '---' could not be read as YAML and is kept as text",))
    if not isinstance(raw, dict):
        return _Header()
    return _Header(match[0].count("\n"), {str(k).lower(): _plain(v) for k, v in raw.items()})


def _plain(value: object) -> str:
    """A value of the header as one line; lists are joined, anything deeper is left out."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ", ".join(_plain(v) for v in value if not isinstance(v, list | dict))
    return "" if value is None or isinstance(value, dict) else " ".join(encoding.clean(str(value)).split())


def _language(code: str | None) -> str | None:
    match = re.match(r"[a-zA-Z]{2}(?=$|[-_])", code or "")
    return match[0].lower() if match else None


READER = Reader(
    name="text",
    version="1",
    says="Plain text and Markdown in any encoding: a passage for every paragraph",
    suffixes=_SUFFIXES,
    recognises=recognises,
    read=read,
)
