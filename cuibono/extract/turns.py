"""Who speaks where in a transcript: labelled turns, narration, clips, and voices that must be inferred."""

from collections.abc import Iterator, Sequence
from typing import Literal

from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Name, Span, Turn
from cuibono.extract.sections import Blocks, count
from cuibono.extract.turns_cast import Cast, cast
from cuibono.extract.turns_clip_names import named_clips
from cuibono.extract.turns_discovered import discover
from cuibono.extract.turns_interviews import interview
from cuibono.extract.turns_labelled import LONG, Stretch, runs, stretches
from cuibono.extract.turns_labels import labels
from cuibono.extract.turns_letters import letters
from cuibono.extract.turns_narrated import part_narration
from cuibono.extract.turns_people import People
from cuibono.extract.turns_played import played
from cuibono.extract.turns_script import Script
from cuibono.extract.turns_unlabelled import unlabelled

Voice = Literal["host", "guest", "narration", "clip", "unknown"]
_OWN_VOICES: dict[str, Voice] = {"narration": "narration", "host": "host", "clip": "clip"}
_ANSWERS = ("a", "answer")
_PROGRAMME = 2  # phrases of a host that make a text look like a programme
_NARRATED = 0.8
_PLAYED = 0.6
_SURE = 0.75  # below it a person should look


def segment(
    document: Document, analysis: Analysis, names: tuple[Name, ...]
) -> tuple[tuple[Turn, ...], tuple[Name, ...]]:
    """The turns in order, and the names with those that only a label tells.

    A text without any sign of several voices, such as an article, has no turns.
    """
    view = analysis.text
    if not view.strip():
        return (), names
    people = People(names)
    script = Script(view, analysis, Blocks(view), people)
    marked = labels(view, people.kind)
    found = list(stretches(script, marked))
    if document.kind != "transcript" and (signed := letters(view, people, labelled=bool(found))):
        return tuple(signed), people.all()
    if document.kind != "transcript" and not found and (talk := interview(view, people)):
        return tuple(talk), people.all()
    if found or document.kind == "transcript" or count("hosting", view.lower()) >= _PROGRAMME:
        discover(view, people)
    head = Span(0, marked[0].whole.start if marked else 0)
    told = cast(script, found, head)
    narrated = part_narration(script, found, head, told)
    turns = [turn for stretch in found for turn in _of_label(script, stretch, told)]
    turns += [Turn(b.span, told.host, "narration", _NARRATED, None, False, b.section) for b in narrated]
    known = bool(found) or document.kind == "transcript"
    for span in _loose(script, found, head):
        more, host = unlabelled(script, span, told.host, transcript=known)
        told.host = told.host or host
        turns = [*more, *(t for t in turns if not (more and t.span.within(span)))]
    return tuple(named_clips(view, sorted(turns, key=lambda t: t.span), people)), people.all()


def _loose(script: Script, found: Sequence[Stretch], head: Span) -> Iterator[Span]:
    """The stretches of text that no label covers and that are long enough to be spoken by several."""
    if not found:
        yield Span(0, len(script.view))
        return
    if len(head.of(script.view).split()) >= LONG:
        yield head
    for stretch in found:
        yield from stretch.loose


def _of_label(script: Script, stretch: Stretch, told: Cast) -> Iterator[Turn]:
    """The turn behind a label, in as many spans as headings and clips cut it into."""
    label = stretch.label
    speaker = told.speakers.get(label.key)
    sure = told.sure.get(label.key, 0.5)
    voice = _voice(stretch, speaker, told)
    unsure = speaker is None or sure < _SURE
    for piece in runs(stretch.pieces, stretch.clips):
        at = piece.span.start
        for span, who in _played(script, piece.span, voice, told):
            if (own := script.bare(Span(at, span.start))).end > own.start:
                yield Turn(own, speaker, voice, sure, label.whole, unsure, piece.section)
            yield Turn(span, who, "clip", _PLAYED, None, True, piece.section)
            at = span.end
        if (own := script.bare(Span(at, piece.span.end))).end > own.start:
            yield Turn(own, speaker, voice, sure, label.whole, unsure, piece.section)
    for span in stretch.clips:
        section = script.blocks.all[script.blocks.at(span.start)].section
        yield Turn(span, None, "clip", 0.6, None, True, section)
    for piece in runs(stretch.after_heading, stretch.clips):
        goes_on = voice in ("host", "narration")
        yield Turn(
            piece.span, speaker if goes_on else told.host, voice if goes_on else "host", 0.6, None, True, piece.section
        )


def _played(script: Script, span: Span, voice: Voice, told: Cast) -> list[tuple[Span, str]]:
    if voice not in ("host", "narration"):
        return []
    return played(script, span, told.host, frozenset(w for w in told.speakers.values() if w is not None))


def _voice(stretch: Stretch, speaker: str | None, told: Cast) -> Voice:
    role = stretch.label.role
    if role in _OWN_VOICES:
        return _OWN_VOICES[role]
    if speaker is None:  # answers under questions, of nobody by name, are the text's own
        return "narration" if stretch.label.key in _ANSWERS else "unknown"
    return "host" if speaker == told.host else "guest"
