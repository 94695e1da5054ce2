"""A report in the making: what a person chose of findings and claims, in which order, and what they write between."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from cuibono.model.docket import DocketLine
from cuibono.model.finding import Finding

BlockKind = Literal["heading", "text", "finding", "claim"]
KINDS: tuple[BlockKind, ...] = ("heading", "text", "finding", "claim")
#: So many passages of a finding are quoted in a report.
QUOTED = 20


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a draft: words of its author, or a finding or claim of the docket by its id."""

    kind: BlockKind
    id: str = ""
    text: str = ""

    @property
    def written(self) -> bool:
        """Whether its author wrote it."""
        return self.kind in ("heading", "text")


@dataclass(frozen=True, slots=True)
class Draft:
    """A report in the making; without a title it has that of the case."""

    title: str = ""
    blocks: tuple[Block, ...] = ()

    def chosen(self, kind: BlockKind) -> tuple[str, ...]:
        """The ids of the findings, or of the claims, each once, in order."""
        return tuple(dict.fromkeys(b.id for b in self.blocks if b.kind == kind and b.id))

    def put(self, block: Block, at: int | None = None) -> "Draft":
        """With another block, at a place or at the end; what is chosen already stays where it is."""
        if not block.written and block.id in self.chosen(block.kind):
            return self
        place = len(self.blocks) if at is None else min(max(at, 0), len(self.blocks))
        return replace(self, blocks=(*self.blocks[:place], block, *self.blocks[place:]))

    def without(self, at: int) -> "Draft":
        """Without the block at a place."""
        return replace(self, blocks=tuple(b for n, b in enumerate(self.blocks) if n != at))

    def moved(self, at: int, to: int) -> "Draft":
        """With a block at another place; one that is not there moves nothing."""
        if not (0 <= at < len(self.blocks) and 0 <= to < len(self.blocks)):
            return self
        left = self.without(at).blocks
        return replace(self, blocks=(*left[:to], self.blocks[at], *left[to:]))


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a report that follows a draft: the author's words, a finding or a line of the docket."""

    kind: BlockKind
    text: str = ""
    finding: Finding | None = None
    line: DocketLine | None = None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The author's words, cut at empty lines."""
        return tuple(_paragraphs(self.text))


def _paragraphs(text: str) -> Iterator[str]:
    held: list[str] = []
    for line in [*text.replace("\r\n", "\n").split("\n"), ""]:
        if line.strip():
            held.append(line.strip())
        elif held:
            yield " ".join(held)
            held = []
