"""A passage: the smallest place in a source that can be cited."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cuibono.model.source import Source


@dataclass(frozen=True, slots=True)
class Passage:
    """A text span, a table row, a JSON item or a time code, with the words that stand there.

    ``seq`` numbers the passages of a source from 1; for a table it is the row number.
    ``start`` and ``end`` are code points in the text of the source, None for a table row.
    """

    source: Source
    seq: int
    place: str
    text: str
    start: int | None = None
    end: int | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.source}, {self.place}: {self.text}"
