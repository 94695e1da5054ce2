"""Whether a clause is a maxim: "a purge is a payroll by other means", "they fear a camera more than a destroyer".

A thing in general is said to be another thing in general, or no such thing at all: nothing that anybody could count.
"""

import re

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_clauses import SUBJECTS
from cuibono.extract.claim_view import ClaimView

_FEARS = re.compile(
    r"\b(?:fear|dread|hate|love|despise|trust)(?:s|ed)?\b[^.;]{0,60}"
    r"(?:\bmore than\b|\b(?:nothing|nobody|none)\b[^.;]{0,12}\b(?:as|more|but)\b)"
    r"|\b(?:fear|dread|hate|love|despise|trust)(?:s|ed)? (?:nothing|nobody|no one)\b",
    re.IGNORECASE,
)
#: What all are said to believe or want, which nobody can count.
_ALL_BELIEVE = re.compile(
    r"^(?:nobody|no one|no-one|everybody|everyone|anybody|anyone)\b[^.,;]{0,40}?\b"
    r"(?:believes?|trusts?|doubts?|understands?|likes?|loves?|hates?|cares?|wants?|knows?|thinks?|feels?|minds?|misses|miss)\b",
    re.IGNORECASE,
)
_EXCUSE = frozenset({"excuse", "shame", "conscience", "soul", "mercy", "honour", "honor", "spine"})


def of_all_minds(text: str) -> bool:
    """Whether it says what everybody or nobody believes.

    >>> of_all_minds("Nobody in this country can still believe it"), of_all_minds("Nobody was hurt")
    (True, False)
    """
    return _ALL_BELIEVE.search(text) is not None


def maxim(analysis: Analysis, view: ClaimView, verb: Token | None) -> bool:
    """Whether it says of a kind of thing what it is by its nature, without a name or a number."""
    if verb is None or view.amounts or view.events:
        return False
    if _FEARS.search(" ".join(t.text for t in view.tokens)):
        return True
    below = analysis.children(verb)
    who = next((c for c in below if c.dep in SUBJECTS and c.i < verb.i), None)
    if who is None:
        return False
    if verb.lemma == "have":
        return any(c.dep == "dobj" and c.lemma.lower() in _EXCUSE and _det(analysis, c) == "no" for c in below)
    what = next((c for c in below if c.dep == "attr" and c.i > verb.i and c.pos == "NOUN"), None)
    if verb.lemma != "be" or what is None or _named(view, what):
        return False
    if _det(analysis, what) == "no":
        return not any(c.dep == "prep" for c in analysis.children(what))
    denied = any(c.dep == "neg" for c in below)
    return (_in_general(analysis, who) and not _named(view, who)) and (_in_general(analysis, what) or denied)


def _in_general(analysis: Analysis, noun: Token) -> bool:
    """ "A harbour", "people who sleep": one of its kind, or all of them."""
    det = _det(analysis, noun)
    counted = any(c.dep == "nummod" or c.dep == "poss" for c in analysis.children(noun))
    return noun.pos == "NOUN" and not counted and (det in ("a", "an") or (noun.tag == "NNS" and not det))


def _det(analysis: Analysis, noun: Token) -> str:
    return next((c.text.lower() for c in analysis.children(noun) if c.dep in ("det", "predet", "neg")), "")


def _named(view: ClaimView, noun: Token) -> bool:
    return any(span.start <= noun.start < span.end for span, _ in view.names)
