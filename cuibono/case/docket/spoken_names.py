"""Names as a claim itself gives them, where its reading gave another: "Norland" is a country, and no "Green Norland".

A reader follows the last word of a name back to the longer name. Of whom a table has numbers under just that word, the
word is the name.
"""

import re
from dataclasses import replace

from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.words import folded
from cuibono.model.docket import Asked, Party

_NAME = r"[A-Z][\w'\u2019-]*(?: (?:of |and |the |& )?[A-Z][\w'\u2019-]*)*"
#: Whom another is set against: "twice as many as Norland".
_BESIDE = re.compile(rf"\b(?:than|as|of|in|at|for|behind|to|after) (?:the )?(?P<name>{_NAME})")


def set_beside(claim: Asked) -> frozenset[str]:
    """The names behind "than" and "as" of a claim that sets two against each other, which a reader may not know."""
    if not re.search(r"\b(?:than|as|that of|those of|times|second|behind)\b", claim.words):
        return frozenset()
    return frozenset(folded(re.sub(r"['\u2019]s$", "", m["name"])) for m in _BESIDE.finditer(claim.words))


def last_words(party: Party | None) -> tuple[str, ...]:
    """What a name of several words may be cut short to."""
    words = party.name.split() if party else []
    return (folded(words[-1]),) if len(words) > 1 else ()


def as_spoken(claim: Asked, evidence: Evidence) -> Asked:
    """A claim of a number with the names that stand in it."""
    if claim.kind not in ("share", "amount", "count", "trend", "rank"):
        return claim
    subject, object_ = (_spoken(p, claim, evidence) for p in (claim.subject, claim.object))
    if (subject, object_) == (claim.subject, claim.object):
        return claim
    return replace(claim, subject=subject, object=None if object_ == subject else object_)


def _spoken(party: Party | None, claim: Asked, evidence: Evidence) -> Party | None:
    if party is not None and not party.whole and _is_recorded_whole(party.name, evidence):
        return Party(None, party.name)
    if party is None or party.name in claim.words or not (short := last_words(party)):
        return party
    word, full = party.name.split()[-1], folded(party.name)
    person = any(evidence.schemata.get(i) == "Person" for i in evidence.called.get(full, ()))
    alone = re.search(rf"(?<![\w-])(?<![A-Z]\w )(?<!\w[A-Z] ){re.escape(word)}(?![\w-])(?! [A-Z])", claim.words)
    known = short[0] in evidence.figures or short[0] in evidence.shares
    if not known or person or alone is None:
        return party
    return Party(None, word)


def _is_recorded_whole(name: str, evidence: Evidence) -> bool:
    """Whether numbers are recorded under one word, which a reader took for the family name of somebody."""
    key = folded(name)
    person = any(evidence.schemata.get(i) == "Person" for i in evidence.called.get(key, ()))
    return " " not in name and not person and (key in evidence.figures or key in evidence.shares)
