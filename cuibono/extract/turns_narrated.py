"""Transcripts that label only the guests: the paragraphs between what they say are the narrator's."""

from collections.abc import Sequence

from cuibono.extract.records import Span
from cuibono.extract.sections import Block
from cuibono.extract.turns_cast import OWN, Cast
from cuibono.extract.turns_labelled import Stretch
from cuibono.extract.turns_leaning import leaning
from cuibono.extract.turns_script import Script

_PROSE = 15  # words of a paragraph above the first label that somebody must have narrated
_SENTENCE = 5  # words of a sentence that stands behind such a paragraph
_OWN = 1.0  # from here on a paragraph is the guest's, who goes on


def part_narration(script: Script, found: Sequence[Stretch], head: Span, told: Cast) -> list[Block]:
    """Take the narrator's paragraphs out of the guests' stretches; the narrator's, from the beginning of the text on.

    Where the programme's own voice has labels, only what speaks of a guest by name is taken from the guest.
    Otherwise every paragraph that is not told in the first person is, if prose stands above the first label.
    """
    if not found:
        return []
    speakers = {told.speakers.get(s.label.key) for s in found}
    labelled = any(s.label.role in OWN for s in found) or (told.host is not None and told.host in speakers)
    above = [b for b in script.blocks.within(head) if b.kind == "text"]
    above = _prose(script, above)
    if not labelled and not above:
        return []
    narrated = list(above) if told.host is not None or not labelled else []
    for stretch in found:
        speaker = told.speakers.get(stretch.label.key)
        if stretch.label.role in OWN or (speaker is not None and speaker == told.host):
            continue
        kept = 1
        while kept < len(stretch.pieces) and _goes_on(script, stretch.pieces[kept], speaker, labelled):
            kept += 1
        narrated += stretch.pieces[kept:]
        stretch.pieces = stretch.pieces[:kept]
        if not labelled:
            narrated += stretch.after_heading
            stretch.after_heading = []
    return narrated


def _prose(script: Script, above: Sequence[Block]) -> list[Block]:
    """The paragraphs above the first label that are told: long ones, and behind these whole sentences, too."""
    found: list[Block] = []
    for block in above:
        text = block.span.of(script.view)
        long = len(text.split()) >= _PROSE
        if long or (found and text.rstrip().endswith((".", "!")) and len(text.split()) >= _SENTENCE):
            found.append(block)
    return found


def _goes_on(script: Script, block: Block, speaker: str | None, labelled: bool) -> bool:
    """Whether a paragraph is still the guest's: told in the first person, by somebody whom it does not name."""
    own = sum(leaning(s.of(script.view).lower()) for s in script.sentences(block.span))
    if any(who == speaker for _, who in script.people.people_in(block.span)):
        return labelled and own >= _OWN
    return labelled or own >= _OWN
