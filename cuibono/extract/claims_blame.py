"""Who says why something happened without a clause: "the manager blamed the loss on the strike".

What is said is the loss with its cause. In the passive nobody says it, and who blames a person for a loss accuses.
"""

from collections.abc import Iterator

from cuibono.extract import claims_frames as frames
from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claims_cues import has
from cuibono.extract.claims_draft import Draft

_JOINTS = {
    "blame": ("on",), "pin": ("on",), "attribute": ("to",), "ascribe": ("to",), "credit": ("to",), "trace": ("to",),
    "put": ("to",), "chalk": ("to",),
}  # fmt: skip
_SURE = 0.75
_FINITE = ("VBD", "VBZ", "VBP")


def blames(verb: Token, said: frozenset[str]) -> bool:
    """Whether a verb puts something down to its cause, with these words; who puts it at a number does not."""
    lemma = verb.lemma.lower()
    down = lemma not in ("put", "chalk") or not said.isdisjoint({"down", "up"})
    return down and not said.isdisjoint(_JOINTS.get(lemma, ()))


def blamed(analysis: Analysis) -> Iterator[Draft]:
    """Drafts for what somebody blames on, or attributes to, something else."""
    for sentence in frames.pieces(analysis):
        for verb in analysis.words(sentence):
            if (
                verb.lemma.lower() in _JOINTS
                and verb.pos == "VERB"
                and (draft := _draft(analysis, sentence, verb)) is not None
            ):
                yield draft


def _draft(analysis: Analysis, sentence: Sentence, verb: Token) -> Draft | None:
    if frames.unsaid(analysis, verb) or frames.passive(analysis, verb) or not _tensed(analysis, verb):
        return None
    what, who = frames.child(analysis, verb, "dobj"), frames.subject(analysis, verb)
    if what is None or who is None or what.i < verb.i or what.pos != "NOUN" or not _can_say(analysis, who):
        return None
    below = (*analysis.children(verb), *analysis.children(what))
    joint = next((c for c in below if c.i > what.i and c.text.lower() in _JOINTS[verb.lemma.lower()]), None)
    down = verb.lemma not in ("put", "chalk") or any(c.text.lower() in ("down", "up") for c in below if c.i > verb.i)
    if joint is None or not down:
        return None
    first = frames.below(analysis, what)[0].i
    last = max(t.i for t in frames.below(analysis, joint)) + 1
    span = frames.trimmed(analysis, max(first, verb.i + 1), min(last, sentence.last))
    return Draft(span, "indirect", who.i, verb.span, confidence=_SURE) if span is not None else None


def _tensed(analysis: Analysis, verb: Token) -> bool:
    helped = any(c.dep == "aux" and c.tag in _FINITE for c in analysis.children(verb))
    return verb.tag in _FINITE or helped


def _can_say(analysis: Analysis, who: Token) -> bool:
    """Somebody by name, a body, people; no thing and no "it" of which nobody knows what it is."""
    if who.tag.startswith("NNP") or who.text.lower() in ("he", "she", "they"):
        return True
    many = who.tag == "NNS" and not has("dumb", who.lemma)
    return who.pos == "NOUN" and (has("body", who.lemma) or has("paper", who.lemma) or has("spokes", who.lemma) or many)
