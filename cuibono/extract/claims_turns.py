"""What people state in their own turns of a transcript, and what a text states in its own voice: a claim a sentence.

Every sentence that states anything is taken here; those that turn out to be of no kind, and to name nothing, are left
out once their kind is told (``claim_kinds``).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claim_lead_ins import led_in, tail
from cuibono.extract.claim_view import phrases
from cuibono.extract.claims_attitudes import asks
from cuibono.extract.claims_frames import pieces
from cuibono.extract.claims_in_words import in_plain_words
from cuibono.extract.claims_status import status
from cuibono.extract.lexicon import words as listed
from cuibono.extract.records import Claim, Name, Span, SpeakerKind, Turn
from cuibono.extract.sections import count

_FEW = 4  # words below which a sentence is a reply rather than a claim
_MANY = 80  # words above which a sentence was never cut into claims
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_ARTICLE = 0.7  # how surely a sentence of an article is its own word
#: What things do by themselves, so that nothing is "followed" or "collapsed" by anybody.
_COMES = frozenset({
    "followed", "collapsed", "closed", "opened", "ended", "started", "died", "happened", "occurred", "arrived",
    "resulted", "failed", "vanished", "disappeared", "increased", "decreased", "doubled", "halved", "dropped",
})  # fmt: skip
#: Before a colon these tell where a text's figures come from: no sentence of its own.
_COLOPHON = ("stated by", "source", "sources", "note", "photo", "image", "credit", "figure", "table")


def own(
    analysis: Analysis, turns: Sequence[Turn], kinds: dict[str, SpeakerKind], passages: Sequence[Span] = ()
) -> Iterator[Claim]:
    """The claims of every turn that somebody speaks, the programme's own voice (None) among them.

    A text without turns speaks in its own voice from end to end; ``passages`` are what there is of it. Questions,
    greetings, calls to viewers and what is played in clips of unknown voices are left out.
    """
    sentences = list(pieces(analysis))
    whole = [Turn(span, None, "narration", _ARTICLE) for span in passages or (Span(0, len(analysis.text)),)]
    at = 0
    for turn in sorted(turns or whole, key=lambda t: t.span):
        while at < len(sentences) and sentences[at].end <= turn.span.start:
            at += 1
        if turn.speaker is None and turn.voice not in ("host", "narration"):
            continue
        here = at
        while here < len(sentences) and sentences[here].start < turn.span.end:
            sentence = sentences[here]
            here += 1
            span = _cut(analysis.text, sentence, turn.span)
            if span is not None and _states(analysis, sentence, span):
                yield _claim(analysis, turn, span, kinds)


def _claim(analysis: Analysis, turn: Turn, span: Span, kinds: dict[str, SpeakerKind]) -> Claim:
    kind: SpeakerKind = "nominal" if turn.speaker is None else kinds.get(turn.speaker, "named")
    sure = round(0.7 * turn.confidence, 3)
    state = status(analysis, span, "stated", None)
    return Claim(
        span, span.of(analysis.text), turn.speaker, kind, "turn", status=state, confidence=sure,
        needs_person=turn.needs_person,
    )  # fmt: skip


def _cut(text: str, sentence: Sentence, turn: Span) -> Span | None:
    start, end = max(sentence.start, turn.start), min(sentence.end, turn.end)
    while start < end and (text[start].isspace() or text[start] in '"“”>-–—*•‣|'):
        start += 1
    while end > start and text[end - 1] in ' \t\r\n.,;:"“”|':
        end -= 1
    if end <= start:
        return None
    end = start + tail(text[start:end])
    start += led_in(text[start:end])
    return Span(start, end)


def _states(analysis: Analysis, sentence: Sentence, span: Span) -> bool:
    """Whether it asserts something: no question, asked or told of, no command, no greeting, no line of credits."""
    words = [t for t in analysis.words(sentence) if span.start <= t.start < span.end]
    if not _FEW <= len(words) <= _MANY:
        return False
    subject = any(t.dep in _SUBJECTS for t in words) or _led_in(words) or _of_a_feed(words) or _named_first(words)
    subject = subject or in_plain_words(words) or _counted_first(words) or _finite(words)
    if analysis.text[span.end - 1] in "?？" or (analysis.parsed and not subject):
        return False
    low = span.of(analysis.text).lower()
    if low.startswith("#") or asks(words):
        return False
    if low.partition(":")[0].strip() in _COLOPHON and ":" in low:
        return False
    if any(c.isdigit() for c in low) and not count("farewell", low):
        return True  # what is counted for viewers is said to be so
    return not any(count(phrases, low) for phrases in ("hosting", "farewell", "sponsor"))


def _led_in(words: Sequence[Token]) -> bool:
    """Whether a year stands before the subject without a comma, so that a parser takes both for one phrase."""
    led = words[0].text.lower() in ("in", "by", "since", "during", "until", "before", "after")
    year = words[1].text
    finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words)
    return led and len(year) == 4 and year.isdigit() and finite


def _named_first(words: Sequence[Token]) -> bool:
    """Whether a noun or a name stands before a verb with a tense that a parser took for a part of its phrase.

    "Mentions of the mayor trebled", and with a verb taken for a noun "Elm Post and Oak Post act in step".
    """
    noun = next((k for k, t in enumerate(words) if t.pos in ("NOUN", "PROPN")), len(words))
    behind = words[noun + 1 :]
    finite = any(t.tag in ("VBD", "VBZ", "VBP") and t.dep in ("acl", "ROOT", "appos") for t in behind)
    named = words[0].tag.startswith("NNP") or (words[0].tag == "DT" and words[1].tag.startswith("NNP"))
    finite = finite or (named and _told_of_names(words)) or _came_about(words)
    finite = finite or _does_by_its_form(words)
    return finite or any(t.text in ("act", "post", "share") and b.text == "in" for t, b in pairwise(behind))


def _finite(words: Sequence[Token]) -> bool:
    """Whether a verb with a tense, which was given no subject, stands behind a noun: "On Elm adults were shown"."""
    noun = next((k for k, t in enumerate(words) if t.pos in ("NOUN", "PROPN")), len(words))
    behind = words[noun + 1 :]
    return any((t.tag in ("VBD", "VBZ", "VBP") and t.dep == "ROOT") or t.dep == "auxpass" for t in behind)


def _counted_first(words: Sequence[Token]) -> bool:
    """Whether a number stands first whose verb was taken for a participle: "9 million people subscribed to it"."""
    noun = next((k for k, t in enumerate(words[:6]) if t.pos in ("NOUN", "PROPN")), None)
    if noun is None or not any(t.text[:1].isdigit() for t in words[:noun]):
        return False
    verb = words[noun + 1] if noun + 1 < len(words) else words[noun]
    return verb.tag in ("VBN", "VBD") and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words if t is not verb)


def _came_about(words: Sequence[Token]) -> bool:
    """Whether the one verb, of what only comes about, was taken for a participle: "for each leak a fine followed"."""
    verbs = [t for t in words if t.tag.startswith("VB") or t.tag == "MD"]
    return len(verbs) == 1 and verbs[0].tag == "VBN" and verbs[0].dep == "acl" and verbs[0].text.lower() in _COMES


def _does_by_its_form(words: Sequence[Token]) -> bool:
    """Whether a name stands first, and behind it the one word of a sentence without a verb that may be one."""
    noun_like = listed("claim_kinds", "noun_like")
    if not words[0].tag.startswith("NNP") or any(t.tag.startswith("VB") or t.tag == "MD" for t in words):
        return False
    at = next((k for k, t in enumerate(words) if not t.tag.startswith("NNP") or t.text in noun_like), len(words))
    return 0 < at < len(words) - 1 and words[at].text in noun_like


def _told_of_names(words: Sequence[Token]) -> bool:
    """Whether the one verb behind names was taken for a participle: "Elm Post and Oak Post shared the same links"."""
    verbs = [t for t in words if t.tag.startswith("VB") or t.tag == "MD"]
    return len(verbs) == 1 and verbs[0].tag == "VBN" and verbs[0].i > words[0].i and words[-1].i > verbs[0].i


def _of_a_feed(words: Sequence[Token]) -> bool:
    """Whether a feed or an algorithm stands first, of which a parser often takes the verb for a noun: "feed buries"."""
    return any(t.text.lower() in phrases("feed") for t in words[:5])


def by_name(names: Sequence[Name]) -> dict[str, SpeakerKind]:
    """What kind of speaker every name is."""
    return {
        n.id: n.naming if n.naming != "named" else ("named" if n.type == "Person" else "organisation") for n in names
    }
