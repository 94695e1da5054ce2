"""What a person tells of the files they add, and what came of adding them."""

from dataclasses import dataclass, field
from pathlib import Path

from cuibono.case.reading import TextsRead
from cuibono.errors import CuibonoError
from cuibono.model.source import Source
from cuibono.readers.contract import Member, Reader, Reading
from cuibono.readers.langs import language

#: What is told of a source that may be told anew when the same bytes are added again.
SAID = ("origin", "outlet", "author", "published", "language")


@dataclass(frozen=True, slots=True)
class Told:
    """What a person tells of the files they add; wins over what a file says of itself."""

    as_table: str | None = None
    mapping: Path | None = None
    protect: bool = False
    origin: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    simulated: bool = False


@dataclass(slots=True)
class Added:
    """What came in, what was there already, what could not be read and why, what tables would fit."""

    sources: list[Source] = field(default_factory=list)
    known: list[Source] = field(default_factory=list)
    refused: list[tuple[str, CuibonoError]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    passages: int = 0
    rows: int = 0
    texts: TextsRead | None = None

    def __str__(self) -> str:
        parts = [f"{len(self.sources)} added"]
        parts += [f"{len(self.known)} already here (same bytes)"] if self.known else []
        parts += [f"{len(self.refused)} could not be read"] if self.refused else []
        return ", ".join(parts)


def described(
    told: Told, member: Member, sha: str, reader: Reader, reading: Reading, *, parent: str | None, sample: str
) -> Source:
    """A file as a source: what a person tells of it wins over what it says itself; ``sample`` is some of its text."""
    return Source(
        id=sha,
        name=member.name,
        media_type=reading.media_type,
        reader=reader.name,
        size=member.path.stat().st_size,
        origin=told.origin,
        title=reading.title or member.title,
        outlet=told.outlet or reading.outlet,
        author=told.author or reading.author or member.author,
        published=told.published or reading.published or member.published,
        language=told.language or reading.language or language(sample),
        url=reading.url or member.url,
        captured=reading.captured or member.captured,
        protected=told.protect,
        simulated=told.simulated or reading.simulated,
        parent=parent,
        notes=reading.notes,
    )
