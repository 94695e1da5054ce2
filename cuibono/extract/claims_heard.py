"""What a text has from somebody: "the bank was broke, I was told by Lomax", "we hear from Lomax that it was".

The text's own "I" and "we" only heard it; whoever told them says it.
"""

from collections.abc import Iterator

from cuibono.extract import claims_frames as frames
from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claims_content import reported_clause
from cuibono.extract.claims_cues import has
from cuibono.extract.claims_draft import Draft
from cuibono.extract.records import Span

_US = frozenset({"i", "we"})
_HEARING = frozenset({"hear", "learn", "know", "understand", "gather", "have"})
_SURE = 0.85


def heard(analysis: Analysis) -> Iterator[Draft]:
    """Drafts for what the text itself was told by, or hears from, somebody."""
    for sentence in frames.pieces(analysis):
        for verb in analysis.words(sentence):
            who = _teller(analysis, verb)
            if who is None or frames.unsaid(analysis, verb) or has("dumb", who.lemma):
                continue
            content = _content(analysis, sentence, verb)
            if content is not None:
                yield Draft(content, "indirect", who.i, verb.span, confidence=_SURE)


def _content(analysis: Analysis, sentence: Sentence, verb: Token) -> Span | None:
    """The clause that was told: behind "that", or in front of a comma."""
    found = reported_clause(analysis, sentence, verb)
    if found is not None and found[1] in ("that", "before", "around", "bare"):
        return found[0]
    return None


def _teller(analysis: Analysis, verb: Token) -> Token | None:
    """Who told it: behind "by" in the passive, behind "from" where one hears."""
    listener = frames.child(analysis, verb, "nsubj", "nsubjpass")
    if listener is None or listener.text.lower() not in _US:
        return None
    if frames.child(analysis, verb, "auxpass") is not None:
        return frames.agent(analysis, verb) if has("told", verb.lemma) else None
    if verb.lemma.lower() not in _HEARING:
        return None
    joint = next((c for c in analysis.children(verb) if c.text.lower() == "from" and c.i > verb.i), None)
    return frames.child(analysis, joint, "pobj") if joint is not None else None
