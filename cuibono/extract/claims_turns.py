"""What people state in their own turns of a transcript: one claim per sentence that states something."""

from collections.abc import Iterator, Sequence

from cuibono.extract.analysis import Analysis, Sentence
from cuibono.extract.records import Claim, Name, Span, SpeakerKind, Turn

_FEW = 5  # words below which a sentence is a reply rather than a claim


def own(analysis: Analysis, turns: Sequence[Turn], kinds: dict[str, SpeakerKind]) -> Iterator[Claim]:
    """The claims of every turn whose speaker is known."""
    at = 0
    for turn in sorted(turns, key=lambda t: t.span):
        while at < len(analysis.sentences) and analysis.sentences[at].end <= turn.span.start:
            at += 1
        here = at
        while here < len(analysis.sentences) and analysis.sentences[here].start < turn.span.end:
            sentence = analysis.sentences[here]
            here += 1
            span = _cut(analysis.text, sentence, turn.span)
            if turn.speaker is None or span is None or not _states(analysis, sentence):
                continue
            quote = span.of(analysis.text)
            sure = round(0.7 * turn.confidence, 3)
            kind = kinds.get(turn.speaker, "named")
            yield Claim(span, quote, turn.speaker, kind, "turn", confidence=sure, needs_person=turn.needs_person)


def _cut(text: str, sentence: Sentence, turn: Span) -> Span | None:
    start, end = max(sentence.start, turn.start), min(sentence.end, turn.end)
    while start < end and (text[start].isspace() or text[start] in '"“”'):
        start += 1
    while end > start and text[end - 1] in ' \t\r\n.,;:"“”':
        end -= 1
    return Span(start, end) if end > start else None


def _states(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether it asserts: a finite verb with a subject, no question, no command."""
    words = analysis.words(sentence)
    if len(words) < _FEW or words[-1].text == "?" or words[-1].text == "？":
        return False
    if not analysis.parsed:
        return True
    return any(t.dep in ("nsubj", "nsubjpass", "expl") for t in words)


def by_name(names: Sequence[Name]) -> dict[str, SpeakerKind]:
    """What kind of speaker every name is."""
    return {
        n.id: n.naming if n.naming != "named" else ("named" if n.type == "Person" else "organisation") for n in names
    }
