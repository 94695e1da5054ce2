"""What people state in their own turns of a transcript: the sentences that can be checked, one claim each."""

from collections.abc import Iterator, Sequence

from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.records import Claim, Name, Span, SpeakerKind, Turn
from cuibono.extract.sections import count

_FEW = 5  # words below which a sentence is a reply rather than a claim
_MANY = 80  # words above which a sentence was never cut into claims
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_VAGUE = frozenset({"DATE", "TIME", "ORDINAL"})
_SMALL_NUMBERS = frozenset({"one", "two", "first", "second"})


def own(analysis: Analysis, turns: Sequence[Turn], kinds: dict[str, SpeakerKind]) -> Iterator[Claim]:
    """The claims of every turn that somebody speaks, the programme's own voice (None) among them.

    A sentence is listed when it asserts something about somebody or something that is named, counted or dated.
    Questions, greetings, calls to viewers and what is played in clips of unknown voices are left out.
    """
    at = 0
    for turn in sorted(turns, key=lambda t: t.span):
        while at < len(analysis.sentences) and analysis.sentences[at].end <= turn.span.start:
            at += 1
        if turn.speaker is None and turn.voice not in ("host", "narration"):
            continue
        here = at
        while here < len(analysis.sentences) and analysis.sentences[here].start < turn.span.end:
            sentence = analysis.sentences[here]
            here += 1
            span = _cut(analysis.text, sentence, turn.span)
            if span is not None and _states(analysis, sentence, span):
                yield _claim(analysis, turn, span, kinds)


def _claim(analysis: Analysis, turn: Turn, span: Span, kinds: dict[str, SpeakerKind]) -> Claim:
    kind: SpeakerKind = "nominal" if turn.speaker is None else kinds.get(turn.speaker, "named")
    sure = round(0.7 * turn.confidence, 3)
    return Claim(
        span, span.of(analysis.text), turn.speaker, kind, "turn", confidence=sure, needs_person=turn.needs_person
    )


def _cut(text: str, sentence: Sentence, turn: Span) -> Span | None:
    start, end = max(sentence.start, turn.start), min(sentence.end, turn.end)
    while start < end and (text[start].isspace() or text[start] in '"“”>-–—'):
        start += 1
    while end > start and text[end - 1] in ' \t\r\n.,;:"“”':
        end -= 1
    return Span(start, end) if end > start else None


def _states(analysis: Analysis, sentence: Sentence, span: Span) -> bool:
    """Whether it asserts something that can be checked: no question, no command, no greeting."""
    words = [t for t in analysis.words(sentence) if span.start <= t.start < span.end]
    if not _FEW <= len(words) <= _MANY:
        return False
    if analysis.text[span.end - 1] in "?？" or (analysis.parsed and not any(t.dep in _SUBJECTS for t in words)):
        return False
    low = span.of(analysis.text).lower()
    if any(count(phrases, low) for phrases in ("hosting", "farewell", "sponsor")):
        return False
    return any(_checkable(t, first=at == 0) for at, t in enumerate(words))


def _checkable(token: Token, *, first: bool) -> bool:
    """A word that names, counts or dates."""
    if any(c.isdigit() for c in token.text):
        return True
    if token.label:
        return token.label not in _VAGUE and token.lemma not in _SMALL_NUMBERS
    return not first and len(token.text) > 1 and token.text[0].isupper() and token.pos in ("PROPN", "NOUN", "ADJ", "")


def by_name(names: Sequence[Name]) -> dict[str, SpeakerKind]:
    """What kind of speaker every name is."""
    return {
        n.id: n.naming if n.naming != "named" else ("named" if n.type == "Person" else "organisation") for n in names
    }
