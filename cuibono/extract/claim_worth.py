"""Whether a sentence, or a part of one, says enough to be listed as a claim."""

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis
from cuibono.extract.claim_deeds import does
from cuibono.extract.claim_judgements import judges
from cuibono.extract.claim_praise import praised
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.claims_checkable import checkable
from cuibono.extract.records import Claim

#: Pronouns with which somebody who is asked goes on about what was asked.
_MEANT = frozenset({"it", "they", "he", "she"})
#: Subjects of which nothing is told that could be looked up.
_NOBODY = frozenset({
    "i", "we", "you", "they", "who", "what", "which", "nobody", "nothing", "everybody", "everything", "everyone",
    "someone", "something", "somebody", "anything", "there", "one", "people", "some", "many", "mine", "here", "all",
})  # fmt: skip
_FEW = 5  # words below which a sentence that is of no kind is a reply rather than a claim
_JOINT = 5  # characters: a quote mark or a "but" before the first word of a sentence


def worth(analysis: Analysis | None, claim: Claim, view: ClaimView, article: bool) -> bool:
    """Whether a sentence is a claim: somebody is said to say it, or it is of a kind, or it names what it is about.

    Of what an article says in its own voice what could be tested, what judges outright and what tells that somebody did
    something is one: the rest is its telling.
    """
    if claim.mode != "turn":
        return True
    if article:
        if claim.kind == "opinion":
            praise = praised(" ".join(t.text for t in view.tokens))
            return analysis is not None and (praise or _judged(analysis, view) or does(analysis, view))
        if claim.kind == "forecast" and claim.foretold == "other" and claim.status == "hypothetical":
            return checkable(view.tokens)  # "visitors may use the lift"
        return claim.kind != "other" or (checkable(view.tokens) and _of_another(claim, view)) or does(analysis, view)
    told = claim.kind != "other" or does(analysis, view)
    return told or (len(view.tokens) >= _FEW and (checkable(view.tokens) or _of_another(claim, view)))


def _judged(analysis: Analysis, view: ClaimView) -> bool:
    """Whether it judges outright, or does so behind "I think"."""
    core = clauses.core(analysis, view.tokens)
    framed = view.has("opinion_frame") and view.tokens[0].text.lower() in ("i", "we")
    verbs = [t for t in view.tokens if t.pos in ("VERB", "AUX")] if framed else []
    return any(judges(analysis, view, v) for v in (core, *verbs))


def _of_another(claim: Claim, view: ClaimView) -> bool:
    """Whether it says outright something of somebody else than who speaks, by name or as a noun: "the others pay"."""
    if claim.status != "stated":
        return False
    if claim.subject is not None:
        return claim.subject != claim.speaker
    if any(t.dep == "expl" and t.text.lower() == "there" for t in view.tokens):
        return True  # "at the villas there are no cameras"
    does = any(t.pos == "VERB" for t in view.tokens)  # "it was all very strange" tells of nothing done
    guest = does and claim.speaker is not None and claim.about.lower() in _MEANT
    return guest or (claim.about.lower() not in _NOBODY | clauses.PRONOUNS and bool(claim.about))


def says_something(analysis: Analysis | None, view: ClaimView, article: bool) -> bool:
    """Whether a part of no kind is kept: it names or counts, or is a sentence of its own that somebody says."""
    if checkable(view.tokens):
        return True
    told = view.claim.mode != "turn" or not article
    if told and len(view.spans) == 1 and len(view.tokens) >= _FEW:
        return True  # a clause with a subject of its own
    here = analysis.sentence_at(view.own.start) if analysis is not None else None
    opens = view.own.start == view.claim.span.start or (
        here is not None and view.own.start - here.start <= _JOINT and here.end <= view.own.end + _JOINT
    )
    return opens and told and len(view.tokens) >= _FEW
