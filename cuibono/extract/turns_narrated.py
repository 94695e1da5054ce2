"""Transcripts that label only the guests: the paragraphs between what they say are the narrator's."""

from collections.abc import Sequence

from cuibono.extract.records import Span
from cuibono.extract.sections import Block
from cuibono.extract.turns_cast import OWN, Cast
from cuibono.extract.turns_labelled import Stretch
from cuibono.extract.turns_leaning import leaning
from cuibono.extract.turns_script import Script

_PROSE = 15  # words of a paragraph above the first label that somebody must have narrated
_OWN = 1.0  # from here on a paragraph is the guest's, who goes on


def part_narration(script: Script, found: Sequence[Stretch], head: Span, told: Cast) -> list[Block]:
    """Take the narrator's paragraphs out of the guests' stretches; the narrator's, from the beginning of the text on.

    Nothing is taken where the programme's own voice has a label, or where no prose stands above the first label.
    """
    speakers = {told.speakers.get(s.label.key) for s in found}
    if not found or any(s.label.role in OWN for s in found) or (told.host is not None and told.host in speakers):
        return []
    above = [b for b in script.blocks.within(head) if b.kind == "text"]
    above = [b for b in above if len(b.span.of(script.view).split()) >= _PROSE]
    if not above:
        return []
    narrated = list(above)
    for stretch in found:
        told_by = told.speakers.get(stretch.label.key)
        kept = 1
        while kept < len(stretch.pieces) and _goes_on(script, stretch.pieces[kept], told_by):
            kept += 1
        narrated += [*stretch.pieces[kept:], *stretch.after_heading]
        stretch.pieces, stretch.after_heading = stretch.pieces[:kept], []
    return narrated


def _goes_on(script: Script, block: Block, speaker: str | None) -> bool:
    """Whether a paragraph is told in the first person, by somebody whom it does not name."""
    if any(who == speaker for _, who in script.people.people_in(block.span)):
        return False
    return sum(leaning(s.of(script.view).lower()) for s in script.sentences(block.span)) >= _OWN
