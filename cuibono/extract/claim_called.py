"""Whom a sentence is about that is not its first noun: "critics call the bridge a farce", "it is Hu Wen who owns it".

Also what stands first where a parser took its verb for a noun: "Reelio buries videos".
"""

from collections.abc import Sequence
from itertools import pairwise

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_view import ClaimView, phrases
from cuibono.extract.claims_blame import blames
from cuibono.extract.claims_cues import has
from cuibono.extract.lexicon import words


def called_by_many(analysis: Analysis, verb: Token | None, head: Token | None) -> Token | None:
    """What "critics call a farce": the object of a verdict by people without a name."""
    if verb is None or head is None or verb.lemma not in words("claim_kinds", "verdict"):
        return None
    many = head.tag == "NNS" or (head.pos == "PRON" and head.text.lower() in ("some", "many", "they"))
    called = [c for c in analysis.children(verb) if c.dep in ("dobj", "nsubj") and c.i > verb.i]
    return called[0] if many and called else None


def judged(analysis: Analysis, view: ClaimView) -> Token | None:
    """What a quoted or told judgement is of: "called the lamps 'toys'", "described the plan as an insult"."""
    cue = analysis.token_at(view.claim.cue.start) if view.claim.cue is not None else None
    if cue is None or not (has("call", cue.lemma) or has("as_frame", cue.lemma) or blames(cue, view.said)):
        return None
    if any(t.pos in ("VERB", "AUX") and t.tag not in ("VBN", "VBG") for t in view.tokens):
        return None  # a clause with a verb of its own says itself whom it is about
    return next((c for c in analysis.children(cue) if c.dep == "dobj" and c.i > cue.i), None)


def says_cause(analysis: Analysis, view: ClaimView) -> bool:
    """Whether somebody puts something down to its cause: "blamed the loss on the strike"."""
    cue = analysis.token_at(view.claim.cue.start) if view.claim.cue is not None else None
    return cue is not None and blames(cue, view.said)


def is_verdict(analysis: Analysis, view: ClaimView) -> bool:
    """Whether the words that somebody called something are all that a claim holds."""
    return (
        not says_cause(analysis, view)
        and not view.amounts
        and not view.ties
        and judged(analysis, view) is not None
        and not view.events
    )


def outdone_by_none(analysis: Analysis, view: ClaimView, head: Token | None) -> Token | None:
    """Whom nobody is set above: "no other firm sold more lamps than Acme" is of Acme."""
    if head is None:
        return None
    low = head.text.lower()
    nobody = low in ("nobody", "none") or any(c.text.lower() == "no" for c in analysis.children(head))
    than = next((t for t in view.tokens if t.text.lower() == "than" and t.i > head.i), None)
    if not nobody or than is None:
        return None
    below = [t for t in analysis.children(than) if t.i > than.i]
    return next((t for t in below if t.pos in ("PROPN", "NOUN")), None)


def first_does(tokens: Sequence[Token]) -> Token | None:
    """The last word of a name that stands first, right before what feeds do: "Reelio buries videos"."""
    for before, token in pairwise(tokens[:4]):
        does = token.text.lower() in phrases("feed_does") or token.lemma.lower() in phrases("feed_does")
        shown = any(t.lemma.lower() in phrases("feed_item") for t in tokens[1:8])
        if does and shown and before.tag.startswith("NNP"):
            return before
        if not before.tag.startswith("NNP"):
            return None
    return None
