"""Whether a sentence tells that somebody did something, or that something was done: "a goat held up the parade".

Nothing that a table holds, but a claim for which somebody may look up a document: a verb that is no verb of being, with
a subject that is somebody or something, in five words or more. So are the deeds of who speaks ("I sold my car").
Feelings and greetings tell of nothing done, and so do clauses on a condition.
"""

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import words

_FEW = 5  # words below which a sentence is a reply rather than a claim
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HELPS = frozenset({"have", "be", "do"})
#: Subjects that are nobody of whom anything could be looked up.
_NOBODY = frozenset({
    "who", "what", "which", "nothing", "everything", "something", "anything", "there", "one", "you", "it", "this",
    "that", "these", "those", "some", "many", "all", "here", "everybody", "everyone", "somebody", "someone",
})  # fmt: skip
_SELF = frozenset({"i", "we"})


def does(analysis: Analysis | None, view: ClaimView) -> bool:
    """Whether it states that somebody did or does something."""
    if analysis is None or not analysis.parsed or view.claim.status != "stated" or len(view.tokens) < _FEW:
        return False
    verb = clauses.core(analysis, view.tokens)
    if (
        verb is None
        or verb.pos != "VERB"
        or not _tensed(analysis, verb)
        or verb.lemma.lower() in words("deeds", "none")
    ):
        return False
    who = clauses.subject(analysis, view.tokens, verb)
    if who is None or who.i > verb.i:
        return False
    low = who.text.lower()
    if low in _SELF:
        return verb.lemma.lower() not in words("deeds", "of_the_mind") and _past(analysis, verb)
    return low not in _NOBODY or _known(view, who)


def in_mind(lemma: str) -> bool:
    """Whether a verb tells what somebody thinks, feels or wants, which nobody can look up."""
    return lemma in words("deeds", "private")


def _known(view: ClaimView, who: Token) -> bool:
    return any(r.span.start <= who.start < r.span.end for r in view.references)


def _tensed(analysis: Analysis, verb: Token) -> bool:
    """Whether a verb has a tense, by itself or by what helps it; what may or should be is no deed."""
    helps = [c for c in analysis.children(verb) if c.dep in ("aux", "auxpass")]
    if any(c.tag == "MD" for c in helps):
        return False
    return verb.tag in _FINITE or any(c.tag in _FINITE and c.lemma.lower() in _HELPS for c in helps)


def _past(analysis: Analysis, verb: Token) -> bool:
    had = any(c.dep in ("aux", "auxpass") and c.lemma.lower() in ("have", "be") for c in analysis.children(verb))
    return verb.tag == "VBD" or had
