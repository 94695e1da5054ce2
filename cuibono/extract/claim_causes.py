"""Whether words say what brought something about: "driven by subsidies", "the reason for", "made the firm dominant".

Told by the verb and what stands around it: growth is driven by loans, a bus by a woman; a firm that makes lamps
brings about nothing, and one that is made dominant was made so by something.
"""

from collections.abc import Iterator
from itertools import pairwise

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_aims import is_meant
from cuibono.extract.claim_called import says_cause
from cuibono.extract.claim_motives import ruined_or_meant
from cuibono.extract.claim_parts import DURATIONS
from cuibono.extract.claim_view import ClaimView, phrases
from cuibono.extract.lexicon import words
from cuibono.extract.records import Amount

_INTO = frozenset({"to", "into", "towards", "toward", "out", "from", "over"})
#: What is made so that nothing is brought about: "made clear that", "made sure".
_ANYWAY = frozenset({"sure", "clear", "public", "available", "known", "certain", "plain"})
_OF = {"attribute": "to", "ascribe": "to", "credit": "to", "owe": "to", "pin": "on", "chalk": "up", "trace": "to"}
_OUT_OF = {"result": "from", "arise": "from", "stem": "from", "flow": "from", "come": "down", "boil": "down"}


def says_why(analysis: Analysis | None, view: ClaimView, verb: Token | None) -> bool:
    """Whether it says why, by a word for it or by its verb; who answers for a number only states that."""
    if view.has("cause") and not _due(view):
        return not _answers_for_number(view, verb)
    if analysis is None or not analysis.parsed:
        return False
    return (
        says_cause(analysis, view)
        or causes(analysis, view, verb)
        or is_meant(analysis, verb)
        or ruined_or_meant(analysis, view, verb)
    )


def in_reason(view: ClaimView, amount: Amount) -> bool:
    """Whether a number stands in the reason: "output dropped because the spill shut half of the mine"."""
    return any(t.text.lower() == "because" and t.end <= amount.span.start for t in view.tokens)


def causes(analysis: Analysis, view: ClaimView, verb: Token | None) -> bool:
    """Whether the clause of a verb says why something is so, or what came of it."""
    if verb is None:
        return False
    lemma = verb.lemma.lower()
    if lemma == "be":
        return _is_reason(analysis, verb) or any(causes(analysis, view, v) for v in _clefts(analysis, verb))
    if lemma in words("claim_kinds", "makes"):
        return _made_so(analysis, verb)
    if lemma in words("claim_kinds", "brings"):
        return _object(analysis, verb) is not None or _by(analysis, verb) is not None
    if lemma in words("claim_kinds", "drives"):
        return _driven(analysis, view, verb)
    return _put_down_to(analysis, verb)


def _due(view: ClaimView) -> bool:
    """ "Is due to open": a verb behind "due to" makes it no reason."""
    verbs = any(one.tag == "TO" and other.tag == "VB" for one, other in pairwise(view.tokens))
    return verbs and view.said & phrases("cause") == {"due to"}


def _answers_for_number(view: ClaimView, verb: Token | None) -> bool:
    """Whether somebody is said to answer for so many: "was responsible for more than 300 spills" counts these."""
    if verb is None or not view.said & phrases("cause") <= phrases("answers_for"):
        return False
    answers = verb.lemma.lower() == "cause" or "responsible for" in view.said
    after = [a for a in view.amounts if a.span.start > verb.start and a.unit not in DURATIONS]
    named = any(span.start <= verb.start for span, _ in view.names)
    return answers and named and bool(after)


def _clefts(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """The verb of "it was cheap power that made Acme dominant"."""
    it = next((c for c in analysis.children(verb) if c.dep in clauses.SUBJECTS), None)
    if it is not None and it.text.lower() in ("it", "that", "this"):
        nouns = (c for c in analysis.children(verb) if c.dep == "attr")
        yield from (r for n in nouns for r in analysis.children(n) if r.dep == "relcl" and r.lemma != "be")


def _is_reason(analysis: Analysis, verb: Token) -> bool:
    """ "The drought was the reason for the closures", "the reason for it was the drought", "is behind the rise"."""
    for child in analysis.children(verb):
        noun = child.dep in (*clauses.SUBJECTS, "attr") and child.lemma.lower() in words("claim_kinds", "reasons")
        if child.dep == "attr" and _is_it(analysis, child):
            return True
        if noun and any(_opens(c) and not _drives_somebody(analysis, child, c) for c in analysis.children(child)):
            return True
        if child.dep == "prep" and child.lemma.lower() in ("behind", "down"):
            return any(_changes(e) for e in clauses.ends(analysis, child)) or child.lemma.lower() == "down"
    return False


def _is_it(analysis: Analysis, noun: Token) -> bool:
    """ "Is the reason", and nothing behind it: what was spoken of before."""
    return noun.lemma.lower() == "reason" and [c.text.lower() for c in analysis.children(noun)] == ["the"]


def _drives_somebody(analysis: Analysis, noun: Token, joint: Token) -> bool:
    """Whether a driver is one of a person or a body: "was the driver of General Vale"."""
    return noun.lemma.lower() == "driver" and any(e.tag.startswith("NNP") for e in clauses.ends(analysis, joint))


def _opens(child: Token) -> bool:
    return (child.dep == "prep" and child.lemma.lower() in ("for", "behind", "of")) or child.dep == "relcl"


def _made_so(analysis: Analysis, verb: Token) -> bool:
    """ "Loans made Acme dominant", "turns children into addicts", "left the town without water"."""
    for child in analysis.children(verb):
        if child.i < verb.i:
            continue
        if child.dep == "dobj" and any(c.dep == "amod" and c.i > child.i for c in analysis.children(child)):
            return True
        if child.dep in ("ccomp", "oprd", "xcomp") and verb.lemma.lower() != "turn":
            below = analysis.children(child)
            someone = child.dep != "ccomp" or any(c.dep in clauses.SUBJECTS and c.i > verb.i for c in below)
            so = child.pos in ("ADJ", "NOUN") or child.tag == "VB"
            finite = any(c.dep == "aux" or c.dep == "mark" for c in below)
            against = any(c.text.lower() == "than" for c in below)
            if someone and so and not finite and not against and child.text.lower() not in _ANYWAY:
                return True
        if verb.lemma.lower() == "turn" and child.dep == "prep" and child.lemma == "into":
            return _object(analysis, verb) is not None
    return False


def _driven(analysis: Analysis, view: ClaimView, verb: Token) -> bool:
    """ "Growth was driven by loans", "loans drive demand", "drove the wolf to the brink", "forced it to close"."""
    who = next((c for c in analysis.children(verb) if c.dep in clauses.SUBJECTS), None)
    by, moved = _by(analysis, verb), _object(analysis, verb)
    if by is not None:
        return who is not None and _changes(who) and not _named(view, by)
    if moved is None or moved.i < verb.i:
        return False
    if _changes(moved) and verb.lemma.lower() in ("drive", "propel"):
        return True
    below = (*analysis.children(verb), *analysis.children(moved))  # parsers hang "to the brink" on either
    joints = (c for c in below if c.dep == "prep" and c.i > moved.i and c.lemma.lower() in _INTO)
    if any(e.lemma.lower() in words("claim_kinds", "brinks") for j in joints for e in clauses.ends(analysis, j)):
        return True
    forced = any(c.dep == "xcomp" and c.tag == "VB" for c in analysis.children(verb))
    return forced and who is not None and not _named(view, who) and who.pos == "NOUN"


def _put_down_to(analysis: Analysis, verb: Token) -> bool:
    """ "Attributed the loss to the strike", "put the loss down to it"; "the loss arose from"."""
    lemma = verb.lemma.lower()
    joints = {c.text.lower() for c in analysis.children(verb) if c.i > verb.i}
    if lemma == "put":
        return {"down", "to"} <= joints
    if lemma == "come" and "from" in joints:
        who = next((c for c in analysis.children(verb) if c.dep in clauses.SUBJECTS), None)
        return who is not None and who.lemma.lower() in words("claim_kinds", "come_about")
    if lemma in _OUT_OF:
        return _OUT_OF[lemma] in joints and (lemma != "come" or "to" in joints)
    if lemma == "explain":
        moved = _object(analysis, verb)
        return moved is not None and _changes(moved)
    return lemma in _OF and _OF[lemma] in joints


def _object(analysis: Analysis, verb: Token) -> Token | None:
    return next((c for c in analysis.children(verb) if c.dep in ("dobj", "nsubjpass")), None)


def _by(analysis: Analysis, verb: Token) -> Token | None:
    by = next((c for c in analysis.children(verb) if c.dep == "agent" or (c.dep == "prep" and c.lemma == "by")), None)
    return next(clauses.ends(analysis, by), None) if by is not None else None


def _changes(noun: Token) -> bool:
    """Whether a noun is of what can be brought about: a rise, a price, a strike."""
    lemma = noun.lemma.lower()
    return any(lemma in words("claim_kinds", n) for n in ("changing", "change_noun", "occurrence", "come_about"))


def _named(view: ClaimView, token: Token) -> bool:
    return any(span.start <= token.start < span.end for span, _ in view.names)
