"""Who is given the word before a colon without a verb of saying: "Hu blames the rain: the harvest failed".

The words before the colon tell that somebody with a name has another view, a number or a reason; what follows is
theirs.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from cuibono.extract import claims_frames as frames
from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claims_cues import has, speaks
from cuibono.extract.claims_draft import Draft
from cuibono.extract.claims_open import named
from cuibono.extract.lexicon import words
from cuibono.extract.records import Span

_LONGEST = 16  # words before the colon
_LEAST = 4  # words behind it
_SHORT = 6  # words before a colon that only name whose view follows
_OURS = frozenset({"my", "our", "your", "its", "their"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
#: What somebody does who then says why, or something else.
_GIVES = frozenset({
    "blame", "disagree", "differ", "contradict", "object", "protest", "correct", "elaborate", "shrug", "sigh",
    "explain", "praise", "complain", "grumble", "compare", "count", "read", "recite", "list", "summarise", "summarize",
    "hesitate",
})  # fmt: skip
_GIVEN = frozenset({
    "number", "figure", "sum", "example", "fact", "story", "estimate", "forecast", "guess", "hope", "fear",
    "date", "name", "remark", "observation", "complaint", "suggestion", "point", "news", "addition",
    "suspect", "culprit", "candidate",
})  # fmt: skip
#: How the matter is for somebody who then says how it is.
_PLAIN = frozenset({"plain", "clear", "simple", "obvious", "settled", "certain"})
#: Verbs that a tagger often takes for nouns behind names: "Elm Post and Oak Post share links".
_AS_NOUNS = ("post", "share", "act")
_QUOTES = "\"“”‘’'«»「」『』"


def behind_colon(analysis: Analysis) -> Iterator[Draft]:
    """Drafts for what stands behind the colon of a sentence that gives somebody the word."""
    for sentence in frames.pieces(analysis):
        tokens = analysis.words(sentence)
        colon = next((t for t in tokens if t.text == ":"), None)
        if colon is None or not 2 <= colon.i - sentence.first <= _LONGEST:
            continue
        before = analysis.tokens[sentence.first : colon.i]
        draft = _draft(analysis, sentence, before, colon) or _of_noun(analysis, sentence, before, colon)
        draft = draft or _plain_for(analysis, sentence, before, colon)
        if draft is not None:
            yield draft


def _draft(analysis: Analysis, sentence: Sentence, before: Sequence[Token], colon: Token) -> Draft | None:
    finite = (*_FINITE, "VB") if _in_mood(before) else _FINITE
    verb = next((t for t in before if t.tag in finite and t.pos in ("VERB", "AUX") and _subject(analysis, t)), None)
    who = _subject(analysis, verb) if verb is not None else None
    unsaid = verb is not None and frames.unsaid(analysis, verb) and not _in_mood(before)  # "cannot hide her anger"
    if verb is None or who is None or not named(analysis, who) or unsaid:
        return None
    if speaks(verb) or any(t.text[0].isdigit() for t in before) or not (_gives(before, verb) or _in_mood(before)):
        return None
    span = _behind(analysis, sentence, colon)
    return Draft(span, "indirect", who.i, verb.span, confidence=0.7) if span is not None else None


def _of_noun(analysis: Analysis, sentence: Sentence, before: Sequence[Token], colon: Token) -> Draft | None:
    """Whose theory stands before the colon, and nothing else: "her theory: ...", "Hu's answer: ..."."""
    noun = before[-1]
    whose = next((t for t in before if t.dep == "poss"), None)
    if len(before) > _SHORT or whose is None or noun.pos != "NOUN" or whose.text.lower() in _OURS:
        return None
    if not (has("message", noun.lemma) or has("view", noun.lemma) or noun.lemma in words("speech", "views")):
        return None
    span = _behind(analysis, sentence, colon)
    return Draft(span, "indirect", whose.i, noun.span, confidence=0.7) if span is not None else None


def _plain_for(analysis: Analysis, sentence: Sentence, before: Sequence[Token], colon: Token) -> Draft | None:
    """For whom by name the matter is plain: "for Hu Wen of the works council the case is clear: ..."."""
    if before[0].text.lower() not in ("for", "to") or before[-1].text.lower() not in _PLAIN:
        return None
    name = list(takewhile(lambda t: t.tag.startswith("NNP"), before[1:]))
    span = _behind(analysis, sentence, colon) if name and before[-2].lemma == "be" else None
    return Draft(span, "indirect", name[-1].i, before[-1].span, confidence=0.7) if span is not None else None


def _behind(analysis: Analysis, sentence: Sentence, colon: Token) -> Span | None:
    """The clause behind the colon; quoted words are told by themselves."""
    behind = analysis.tokens[colon.i + 1 : sentence.last]
    if (
        len(behind) < _LEAST
        or behind[0].text[0] in _QUOTES
        or behind[0].text.lower() == "that"
        or not any(t.tag in _FINITE or t.text in _AS_NOUNS for t in behind)
    ):
        return None
    return frames.trimmed(analysis, colon.i + 1, sentence.last)


def _subject(analysis: Analysis, verb: Token) -> Token | None:
    return frames.child(analysis, verb, "nsubj")


def _in_mood(before: Sequence[Token]) -> bool:
    """Whether the words say in which mood somebody is: "she was blunt", "she could not hide her anger"."""
    blunt = any(has("mood", t.text.lower()) and t.dep in ("acomp", "attr", "oprd", "ROOT") for t in before)
    return blunt or any(has("felt", t.lemma.lower()) and t.dep == "dobj" for t in before)


def _gives(before: Sequence[Token], verb: Token) -> bool:
    """Whether the words say that somebody has another view, a number, or is bolder than another."""
    if verb.lemma.lower() in _GIVES or any(t.dep in ("acomp", "attr") and t.tag == "JJR" for t in before):
        return True
    told = {t.lemma.lower() for t in before} | {t.text.lower() for t in before}
    given = words("speech", "views") | _GIVEN
    held = verb.lemma != "know" and any(
        t.dep == "dobj" and t.head == verb.i and t.lemma.lower() in given for t in before
    )
    having = verb.lemma in ("have", "name", "cite", "see", "take", "go", "offer", "give")
    return held or (having and bool(told & given))
