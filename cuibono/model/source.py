"""A source: one thing read in, kept byte for byte under its SHA-256."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that was read into the case; prints as the name it came with.

    ``id`` is the SHA-256 of its bytes in hex. ``published`` and ``captured`` are EDTF strings.
    ``parent`` is the container (ZIP, mailbox, web archive) that it was taken from.
    """

    id: str
    name: str
    media_type: str = "application/octet-stream"
    reader: str = ""
    size: int = 0
    origin: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    captured: str | None = None
    added: datetime | None = None
    protected: bool = False
    simulated: bool = False
    parent: str | None = None
    notes: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        return self.name

    @property
    def short(self) -> str:
        """The first twelve characters of the hash: enough to name it on a command line."""
        return self.id[:12]
