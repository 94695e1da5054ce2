"""Turns by their labels: how far each reaches, what is played inside it, and what nobody says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cuibono.extract.records import Span
from cuibono.extract.sections import Block, count
from cuibono.extract.turns_clips import clips
from cuibono.extract.turns_labels import Label
from cuibono.extract.turns_script import Script

LONG = 120  # words without a label, behind a heading or a farewell, that are read as a text of their own


@dataclass(slots=True)
class Stretch:
    """What stands behind a label: its pieces of speech, the clips in them, and long text that it does not cover."""

    label: Label
    pieces: list[Block] = field(default_factory=list)
    after_heading: list[Block] = field(default_factory=list)
    clips: list[Span] = field(default_factory=list)
    loose: list[Span] = field(default_factory=list)

    def span(self) -> Span | None:
        """The turn from its first piece to its last."""
        return Span(self.pieces[0].span.start, self.pieces[-1].span.end) if self.pieces else None


def stretches(script: Script, found: Sequence[Label]) -> Iterator[Stretch]:
    """What each label covers, up to the next one."""
    if not found:
        return
    ends = [*(label.whole.start for label in found[1:]), len(script.view)]
    for label, end in zip(found, ends, strict=True):
        yield _stretch(script, label, Span(label.whole.end, end))


def _stretch(script: Script, label: Label, content: Span) -> Stretch:
    stretch = Stretch(label)
    broken = closed = False
    rest: list[Block] = []
    for number, block in enumerate(_spoken(script, content)):
        if number == 0:
            stretch.pieces.append(block)
            closed = _farewell(script, block)
        elif block.kind == "heading":
            broken = True
        elif block.kind == "boilerplate":
            closed = True
        elif broken or closed:
            rest.append(block)
        else:
            stretch.pieces.append(block)
            closed = _farewell(script, block)
    if sum(len(b.span.of(script.view).split()) for b in rest) >= LONG:
        stretch.loose.append(Span(rest[0].span.start, rest[-1].span.end))
    else:
        stretch.after_heading = rest
    _without_clips(script, stretch, content)
    return stretch


def _spoken(script: Script, content: Span) -> Iterator[Block]:
    for block in script.blocks.within(content):
        span = script.bare(block.span)
        if span.end > span.start and any(c.isalnum() for c in span.of(script.view)[:200]):
            yield Block(span, block.kind, block.section)


def _farewell(script: Script, block: Block) -> bool:
    tail = block.span.of(script.view)[-160:].lower()
    return count("farewell", tail) > 0


def _without_clips(script: Script, stretch: Stretch, content: Span) -> None:
    """Take the clips out of the pieces."""
    played = list(clips(script.view, content))
    if not played:
        return
    stretch.clips = [said for _, said in played]
    for outer, _ in played:
        stretch.pieces = [b for p in stretch.pieces for b in _cut(script, p, outer)]
        stretch.after_heading = [b for p in stretch.after_heading for b in _cut(script, p, outer)]


def _cut(script: Script, block: Block, hole: Span) -> Iterator[Block]:
    if not block.span.overlap(hole):
        yield block
        return
    for part in (Span(block.span.start, hole.start), Span(hole.end, block.span.end)):
        span = script.bare(part) if part.end > part.start else part
        if span.end > span.start and any(c.isalnum() for c in span.of(script.view)):
            yield Block(span, block.kind, block.section)


def runs(pieces: Sequence[Block], clips_between: Sequence[Span]) -> Iterator[Block]:
    """Pieces that follow one another put together; a clip between two keeps them apart."""
    held: Block | None = None
    for piece in pieces:
        apart = held is not None and (
            held.section != piece.section
            or any(held.span.end <= c.start and c.end <= piece.span.start for c in clips_between)
        )
        if held is None or apart:
            if held is not None:
                yield held
            held = piece
        else:
            held = Block(Span(held.span.start, piece.span.end), held.kind, held.section)
    if held is not None:
        yield held
