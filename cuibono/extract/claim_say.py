"""Whether somebody is said to have the say over others: "takes orders from", "decides who is hired", "has a veto over".

Told by the verb and what it governs. Who answers a question, or decides once, has no say over anybody.
"""

import re
from collections.abc import Sequence

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_clauses import SUBJECTS
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import words

_WHOM = frozenset({"who", "whom", "what", "which", "whose", "whether", "how"})
#: To what somebody answers without being anybody's man.
_ASKED = frozenset({
    "question", "name", "call", "letter", "description", "criticism", "request", "query", "charge", "need",
})  # fmt: skip
#: Who decides for themselves.
_MANY = frozenset({
    "voter", "reader", "viewer", "user", "customer", "citizen", "people", "referendum", "election", "we", "you", "i",
})  # fmt: skip
#: Idioms of power over a body: "calls the shots at Acme", "is in the hands of the Vexes".
_IDIOM = re.compile(
    r"\b(?:has|have|had|keeps?) (?:the )?(?:last|final|only) (?:word|say) (?:at|in|over|on)\b"
    r"|\bcall(?:s|ed)? the (?:shots|tune)\b|\bpull(?:s|ed)? (?:all )?the strings\b"
    r"|\b(?:is|are|was|lies|remains?) (?:\w+ )?(?:in the (?:hands|grip|pocket) of|under the (?:thumb|command) of) "
    r"(?:the )?[A-Z]"
    r"|\b(?:in|under) (?:his|her|its|their) (?:grip|pocket|thumb)\b"
    r"|\b(?:decides|rules|reigns) (?:at|over) (?:the )?[A-Z]"
)


def has_the_say(analysis: Analysis, view: ClaimView) -> bool:
    """Whether any verb of it says who commands whom; what nobody does is no say."""
    if not view.amounts and _IDIOM.search(" ".join(t.text for t in view.tokens)):
        return True
    return any(_says(analysis, t) for t in view.tokens if t.pos in ("VERB", "AUX") and not _negated(analysis, t))


def _negated(analysis: Analysis, verb: Token) -> bool:
    return any(c.dep == "neg" for c in analysis.children(verb))


def _says(analysis: Analysis, verb: Token) -> bool:
    lemma = verb.lemma.lower()
    if lemma == "answer":
        ends = _ends(analysis, verb, "to")
        return _object(analysis, verb) is None and any(e.lemma.lower() not in _ASKED for e in ends)
    if lemma in words("claim_say", "decide"):
        return _decides_whom(analysis, verb)
    if lemma in words("claim_say", "overrule"):
        return _as_a_rule(analysis, verb)
    if lemma in words("claim_say", "run"):
        return _run_by_body(analysis, verb)
    return (
        _orders(analysis, verb) or _grants(analysis, verb) or _as_told(analysis, verb) or _by_leave(analysis, verb)
        or _may_appoint(analysis, verb)
    )  # fmt: skip


def _as_told(analysis: Analysis, verb: Token) -> bool:
    """ "The ministry does what Orle says"."""
    if verb.lemma.lower() not in ("do", "sign", "print", "write", "decide") or verb.tag not in ("VBZ", "VBP"):
        return False
    below = (c for c in analysis.children(verb) if c.dep in ("ccomp", "dobj") and c.i > verb.i)
    told = (c for c in below if c.lemma.lower() in words("claim_say", "tell"))
    return any(analysis.tokens[verb.i + 1].text.lower() in ("what", "whatever") for _ in told)


def _by_leave(analysis: Analysis, verb: Token) -> bool:
    """ "No trial begins without its consent"."""
    without = _ends(analysis, verb, "without")
    nothing = any(c.text.lower() in ("no", "nothing", "nobody") for c in analysis.children(verb)) or any(
        g.text.lower() == "no" for c in analysis.children(verb) if c.dep in SUBJECTS for g in analysis.children(c)
    )
    nothing = nothing or verb.lemma.lower() in ("forbid", "ban", "bar", "prohibit")
    return nothing and any(e.lemma.lower() in words("claim_say", "leave") for e in without)


def _may_appoint(analysis: Analysis, verb: Token) -> bool:
    """ "The fund may name two directors": what somebody is free to do at any time."""
    able = any(c.tag == "MD" and c.text.lower() in ("may", "can") for c in analysis.children(verb))
    whom = _object(analysis, verb)
    posts = words("claim_kinds", "role") | {"member", "manager", "judge"}
    named = verb.lemma.lower() in words("claim_say", "dismiss")
    return able and named and whom is not None and whom.lemma.lower() in posts


def _decides_whom(analysis: Analysis, verb: Token) -> bool:
    """ "The committee decides who is hired": as a rule, and not what many people choose for themselves."""
    small = any(c.dep == "aux" for c in analysis.children(verb))  # a parser may take "decide" for an infinitive
    if not (verb.tag in ("VBZ", "VBP") or (verb.tag == "VB" and not small)) or _subject(analysis, verb, _MANY):
        return False
    clauses = (c for c in analysis.children(verb) if c.dep in ("ccomp", "pcomp", "dobj") and c.i > verb.i)
    return any(_asks(verb, analysis.subtree(c)) for c in clauses)


def _asks(verb: Token, clause: Sequence[Token]) -> bool:
    """Whether a clause begins with who or what: right behind the verb, or behind where or how it is decided."""
    first = min((t.i for t in clause), default=verb.i)
    return any(t.text.lower() in _WHOM for t in clause if t.i <= verb.i + 2 or t.i == first)


def _as_a_rule(analysis: Analysis, verb: Token) -> bool:
    """ "Could overrule the chief executive"; who overruled a court once did so once."""
    able = any(c.tag == "MD" for c in analysis.children(verb))
    return _object(analysis, verb) is not None and (able or verb.tag in ("VBZ", "VBP"))


def _run_by_body(analysis: Analysis, verb: Token) -> bool:
    """ "Is run by the State Security Office": by a body; a person who runs something has a post there."""
    if verb.tag != "VBN":
        return False
    ends = _ends(analysis, verb, "by")
    return any(e.lemma.lower() in words("claim_say", "body") for e in ends)


def _orders(analysis: Analysis, verb: Token) -> bool:
    """ "Takes its orders from", "asks X for permission", "acts on orders of", "gets its instructions from"."""
    thing = _object(analysis, verb)
    below = {c.lemma.lower() for c in analysis.children(verb)}
    if thing is not None and verb.lemma.lower() in words("claim_say", "take"):
        told = thing.lemma.lower() in words("claim_say", "order")
        return told and ("from" in below or "from" in {c.lemma.lower() for c in analysis.children(thing)})
    if thing is not None and verb.lemma.lower() in words("claim_say", "need"):
        asked = thing if verb.lemma.lower() != "ask" else next(iter(_ends(analysis, verb, "for")), thing)
        return asked.lemma.lower() in words("claim_say", "leave") and verb.tag in ("VBZ", "VBP")
    return any(e.lemma.lower() in words("claim_say", "order") for e in _ends(analysis, verb, "on", "under")) and (
        verb.lemma.lower() in ("act", "work", "be", "operate", "move", "stand")
    )


def _grants(analysis: Analysis, verb: Token) -> bool:
    """ "Has a veto over", "gives the party the last word", "holds the power to dismiss"."""
    if verb.lemma.lower() not in words("claim_say", "have"):
        return False
    for thing in (c for c in analysis.children(verb) if c.dep in ("dobj", "nsubjpass", "conj")):
        for noun in (thing, *(c for c in analysis.children(thing) if c.dep == "conj")):
            if _is_say(analysis, noun):
                return True
    return False


def _is_say(analysis: Analysis, noun: Token) -> bool:
    lemma = noun.lemma.lower()
    if lemma == "veto":
        return True
    near = {c.lemma.lower() for c in analysis.children(noun)}
    if lemma in ("say", "word"):
        return bool(near & {"final", "last", "ultimate"})
    power = lemma in ("right", "power", "authority")
    return power and any(c.dep in ("acl", "relcl") and c.lemma.lower() in words("claim_say", "dismiss")
                         for c in analysis.children(noun))  # fmt: skip


def _subject(analysis: Analysis, verb: Token, among: frozenset[str]) -> list[Token]:
    return [c for c in analysis.children(verb) if c.dep in SUBJECTS and c.lemma.lower() in among]


def _object(analysis: Analysis, verb: Token) -> Token | None:
    return next((c for c in analysis.children(verb) if c.dep == "dobj"), None)


def _ends(analysis: Analysis, verb: Token, *joints: str) -> list[Token]:
    below = [c for c in analysis.children(verb) if c.dep in ("prep", "agent", "dative") and c.lemma.lower() in joints]
    return [e for joint in below for e in analysis.children(joint) if e.dep == "pobj"]
