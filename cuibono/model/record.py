"""A record: what reading found at one place of a text, by machine or by a person's hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

RecordKind = Literal["name", "mention", "reference", "turn", "claim", "tie", "event", "amount"]
RECORD_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that stands in a text: where, in which words, and what it is taken for.

    ``start`` and ``end`` are code points in the text of the source, ``quote`` is what stands there. ``data`` says the
    rest and names others (the subject of a tie, the speaker of a claim) by the id of their ``name`` record; its
    ``standing`` is read, proposed or confirmed. ``judgement`` is the number of the correction that made it what
    it is, None where nobody corrected it. ``seq`` is the passage in which it starts.
    """

    id: str
    kind: RecordKind
    start: int
    end: int
    quote: str
    data: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    seq: int = 0
    judgement: int | None = None

    @property
    def standing(self) -> str:
        """Whether a person stands behind it, the machine is sure, or it is only a proposal."""
        return str(self.data.get("standing", "read"))

    @property
    def needs_person(self) -> bool:
        """Whether the machine asks for somebody to look at it."""
        return bool(self.data.get("needs_person"))

    def overlap(self, other: "Record") -> int:
        """How many characters two records share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))
