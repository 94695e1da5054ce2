"""Whether it says how people are dealt with by those who can: "men are searched daily", "guests are turned away".

Told by the verb, in the passive, and by people as its subject; nobody need be named who fares better.
"""

import re

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_clauses import SUBJECTS
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import words

#: What some must do and others need not.
_ON_OTHERS = re.compile(
    r"\b(?:must|ha(?:s|ve) to|(?:is|are) (?:forced|obliged|required) to)\b[^.;]{3,90}"
    r"\b(?:need not|needn['’]t|do(?:es)? not (?:have|need) to|don ?['’]t (?:have|need) to|(?:is|are) exempt)\b",
    re.IGNORECASE,
)
_SOMEBODY = frozenset({"they", "we", "i", "he", "she", "those"})
_MANY = frozenset({"they", "we"})
_AWAY = frozenset({"away", "off", "out", "back", "down"})


def on_others(text: str) -> bool:
    """Whether some must do what others are spared: "they must pay, the rest need not"."""
    return _ON_OTHERS.search(text) is not None


def dealt_with(analysis: Analysis, view: ClaimView) -> bool:
    """Whether people are searched, locked out, turned away or put on a list; what befell one once is none."""
    verbs = [t for t in view.tokens if t.pos == "VERB"]
    return any(f(analysis, view, t) for t in verbs for f in (_done_to, _turned_away, _in_turn))


def _in_turn(analysis: Analysis, view: ClaimView, verb: Token) -> bool:
    """ "They get their seeds last", "farmers who praise the firm are served first"."""
    below = analysis.children(verb)
    turn = any(c.text.lower() in ("first", "last") and c.dep in ("advmod", "npadvmod", "amod") for c in below)
    who = next((c for c in below if c.dep in SUBJECTS), None)
    served = verb.lemma.lower() in ("get", "receive", "serve", "wait", "eat", "come")
    return turn and served and who is not None and _is_somebody(view, who)


def _done_to(analysis: Analysis, view: ClaimView, verb: Token) -> bool:
    whom = next((c for c in analysis.children(verb) if c.dep == "nsubjpass"), None)
    if whom is None or not _is_somebody(view, whom):
        return False
    if whom.tag in ("NNP", "PRP") and whom.text.lower() not in _MANY and any(t.label == "DATE" for t in view.tokens):
        return False  # "Hu Wen was arrested on the ninth" happened once
    lemma = verb.lemma.lower()
    if any(lemma in words("claim_kinds", name) for name in ("treat_done", "treat_does")):
        return True
    return lemma in words("claim_dealt_with", "done")


def _turned_away(analysis: Analysis, view: ClaimView, verb: Token) -> bool:
    """ "The hotels turn away guests from the valley"."""
    below = analysis.children(verb)
    away = any(c.text.lower() in _AWAY for c in below)
    whom = next((c for c in below if c.dep == "dobj"), None)
    return away and whom is not None and verb.lemma.lower() in ("turn", "lock", "send", "shut") and _is_people(whom)


def _is_somebody(view: ClaimView, token: Token) -> bool:
    person = any(s.start <= token.start < s.end and n.type in ("Person", "Group") for s, n in view.names)
    return person or token.text.lower() in _SOMEBODY or _is_people(token)


def _is_people(token: Token) -> bool:
    kinds = words("claim_kinds", "people_kinds") | words("claim_dealt_with", "people")
    return token.tag in ("NNS", "NN") and bool({token.lemma.lower(), token.text.lower()} & kinds)
