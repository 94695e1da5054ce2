"""What a reader is: one file that turns bytes of one kind into passages, rows, statements or members.

A reader module in this folder holds one ``READER``; the folder is the registry. Plug-ins join through
the entry-point group ``cuibono.readers`` (an entry point that names a Reader).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may ask for; a file that asks for more is refused with UnsafeInput.

    ``pixels`` is the area of one picture, ``seconds`` the time that one page may take.
    """

    bytes: int = 4 << 30
    expanded: int = 4 << 30
    ratio: float = 200.0
    members: int = 100_000
    depth: int = 4
    text: int = 200_000_000
    pages: int = 20_000
    cell: int = 10_000_000
    line: int = 64 << 20
    pixels: int = 80_000_000
    seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Input:
    """The file at hand: where its bytes lie, the name it came with, and a place for staged results.

    ``path`` may have any name: trust ``name`` for the suffix, and ``head`` (first 64 kB) for content.
    ``staging`` is a folder of this reading alone; what is left in it is removed.
    """

    path: Path
    name: str
    head: bytes
    staging: Path
    limits: Limits = field(default_factory=Limits)
    declared_type: str | None = None

    @property
    def suffix(self) -> str:
        """The suffix of the name, in lower case, with its dot."""
        return Path(self.name).suffix.lower()


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage in the making: its words, its place for people ("page 2"), and data (page, seconds, ...)."""

    text: str
    place: str
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Member:
    """Something inside a container, written out to a file in staging; becomes a source of its own."""

    path: Path
    name: str
    media_type: str | None = None
    url: str | None = None
    captured: str | None = None
    published: str | None = None
    author: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found in one file; any of the five kinds of content may be there.

    pieces    passages of text, in order.
    rows      Parquet file of raw rows: ``_row BIGINT`` (from 1), ``_place VARCHAR`` (NULL means "row N"),
              then every column of the file as VARCHAR, empty cells NULL.
    tables    Parquet files of raw rows by the lens table they belong to, for files whose form says what they hold:
              ``_row, _place``, columns named as the table's, and where there is ``_original`` (a JSON object of texts)
              that is shown when a row is cited. Rows of several tables that came from one item share its ``_row``.
    entities  Parquet file of raw statements: ``_row BIGINT, entity_id, schema, prop, value, lang`` (VARCHAR).
    members   files inside, each to be read on its own.

    ``published`` and ``captured`` are EDTF; ``language`` is ISO 639-1; ``notes`` say what was done
    or not done ("page 3 was read by OCR, mean confidence .91"), for people.
    """

    media_type: str
    pieces: Iterable[Piece] = ()
    rows: Path | None = None
    columns: tuple[str, ...] = ()
    tables: Mapping[str, Path] = field(default_factory=dict)
    entities: Path | None = None
    members: Iterable[Member] = ()
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    captured: str | None = None
    simulated: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader: its name, its version (raise it when its passages change), and its two functions.

    ``recognises(input)`` says from content first, then suffix, how surely (0 to 1) the file is of its kind;
    it must not read beyond ``head`` except for a container's index. ``read(input)`` raises UnreadableSource,
    BadTable or UnsafeInput, never anything else, on any bytes.
    """

    name: str
    version: str
    says: str
    suffixes: tuple[str, ...]
    recognises: Callable[[Input], float]
    read: Callable[[Input], Reading]
    extra: str | None = None
