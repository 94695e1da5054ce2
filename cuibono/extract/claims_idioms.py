"""Idioms of telling that hold no verb of saying: "let it be known that", "made it clear that", "went on record"."""

from collections.abc import Iterator

from cuibono.extract import claims_frames as frames
from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claims_draft import Draft

#: What stands between the verb and "that"; a listener ("to the council") may stand in between, too.
_IDIOMS = {
    "let": ("it be known", "be known", "it be understood", "slip", "it slip", "on"),
    "make": ("it clear", "clear", "it known", "it plain", "plain", "it public", "the point", "the claim", "no secret"),
    "put": ("it on record", "on record", "it about", "forward the view"),
    "give": ("us to understand", "to understand", "notice", "an assurance", "its word", "his word", "her word"),
    "leave": ("no doubt",),
    "have": ("no doubt", "not the slightest doubt", "little doubt"),
    "go": ("on record", "on the record", "so far as to say", "public with the news"),
    "draw": ("attention to the fact",),
    "take": ("the line", "the position", "the stance"),
    "stick": ("to it", "to his story", "to her story"),
}  # fmt: skip
_FINITE = ("VBD", "VBZ", "VBP")
_SURE = 0.96  # surer than the verb in the idiom ("known") by itself
_LISTENER = 6  # words


def idioms(analysis: Analysis) -> Iterator[Draft]:
    """Drafts for what somebody tells by an idiom before "that"."""
    for sentence in frames.pieces(analysis):
        for verb in analysis.words(sentence):
            if verb.lemma.lower() in _IDIOMS and _tensed(analysis, verb):
                draft = _draft(analysis, sentence, verb)
                if draft is not None:
                    yield draft


def _draft(analysis: Analysis, sentence: Sentence, verb: Token) -> Draft | None:
    who = frames.subject(analysis, verb)
    that = _that(analysis, sentence, verb)
    if who is None or that is None or frames.unsaid(analysis, verb) or who.text.lower() in ("i", "we", "it", "this"):
        return None
    span = frames.trimmed(analysis, that.i + 1, sentence.last)
    return Draft(span, "indirect", who.i, verb.span, confidence=_SURE) if span is not None else None


def _tensed(analysis: Analysis, verb: Token) -> bool:
    """Whether a verb has a tense; "let" and "put" are often taken for infinitives."""
    own = frames.child(analysis, verb, "nsubj") is not None
    return verb.tag in _FINITE or (own and not any(c.dep == "aux" for c in analysis.children(verb)))


def _that(analysis: Analysis, sentence: Sentence, verb: Token) -> Token | None:
    """The "that" right behind the idiom, a short listener aside."""
    behind = analysis.tokens[verb.i + 1 : min(sentence.last, verb.i + 12)]
    low = [t.text.lower() for t in behind]
    for idiom in _IDIOMS[verb.lemma.lower()]:
        said = idiom.split()
        at = len(said)
        if low[:at] != said or "that" not in low[at:]:
            continue
        to = low.index("that", at)
        if to == at or (low[at] in ("to", "in", "on") and to - at <= _LISTENER):
            return behind[to]
    return None
