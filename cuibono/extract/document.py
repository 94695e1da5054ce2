"""What is read: a text with its passages, and what its source says of it."""

from dataclasses import dataclass, field
from typing import Literal

from cuibono.extract.records import Span

DocumentKind = Literal["article", "transcript", "post"]


@dataclass(frozen=True, slots=True)
class Document:
    """One source's text as it was read in, and what is known of it.

    ``passages`` are the spans of its passages in order (the text is the passages with a blank line between).
    ``published`` is EDTF and serves as the base of dates without a year. ``author`` and ``outlet`` are
    as the source tells them; whoever speaks in a text without any speaker is the text's own voice.
    """

    text: str
    passages: tuple[Span, ...] = ()
    language: str | None = None
    published: str | None = None
    kind: DocumentKind = "article"
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    notes: tuple[str, ...] = field(default=())
