"""Turns by their labels: how far each reaches, what is played inside it, and what nobody says."""

from bisect import bisect_left, bisect_right
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
    holes = [outer for outer, _ in played]
    stretch.pieces = [b for p in stretch.pieces for b in _cut(script, p, holes)]
    stretch.after_heading = [b for p in stretch.after_heading for b in _cut(script, p, holes)]


def _cut(script: Script, block: Block, holes: Sequence[Span]) -> Iterator[Block]:
    """What of a piece lies outside the holes, which are in order."""
    start = block.span.start
    for at in range(bisect_right(holes, start, key=lambda h: h.end), len(holes)):
        if holes[at].start >= block.span.end:
            break
        yield from _part(script, block, Span(start, max(start, holes[at].start)))
        start = holes[at].end
    yield from _part(script, block, Span(min(start, block.span.end), block.span.end))


def _part(script: Script, block: Block, span: Span) -> Iterator[Block]:
    span = script.bare(span)
    if any(c.isalnum() for c in span.of(script.view)):
        yield Block(span, block.kind, block.section)


def runs(pieces: Sequence[Block], clips_between: Sequence[Span]) -> Iterator[Block]:
    """Pieces that follow one another put together; a clip between two keeps them apart."""
    held: Block | None = None
    for piece in pieces:
        if held is not None and held.section == piece.section and not _between(clips_between, held, piece):
            held = Block(Span(held.span.start, piece.span.end), held.kind, held.section)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _between(clips_between: Sequence[Span], first: Block, second: Block) -> bool:
    at = bisect_left(clips_between, first.span.end, key=lambda c: c.start)
    return at < len(clips_between) and clips_between[at].end <= second.span.start
