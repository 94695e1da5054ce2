"""How sure a tie that a machine read is: a small logistic model over what speaks for and against it.

The weights come from invented, annotated texts (``docs/calibration.md`` shows how well they hold). A tie is *read*
only when the lower bound of its precision in calibration is .95 or more **and** nothing in the sentence weakens it:
types that fit, both ends named and surely meant, no denial, no doubt, no condition. All others are *proposed*.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from cuibono.extract.analysis import Analysis
from cuibono.extract.confidence_facts import facts, fits, odd, rule_of
from cuibono.extract.confidence_model import shipped
from cuibono.extract.document import Document
from cuibono.extract.lexicon import words
from cuibono.extract.records import Found, Name, Standing, Tie

#: The lower bound of precision from which a tie stands without a person, and the confidence below which it is no tie.
READ, LEAST = 0.95, 0.5
_SURE_REFERENCE = 0.9
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s\w))| s\b")
_SYMMETRIC = frozenset({"associate_of", "partner_of", "opponent_of", "family"})


def weigh(document: Document, analysis: Analysis, found: Found, ties: tuple[Tie, ...]) -> tuple[Tie, ...]:
    """The ties with confidence and standing; those that are likelier wrong than right are left out."""
    model = shipped()
    names = {n.id: n for n in found.names}
    pairs = {(t.type, t.subject, t.object) for t in ties}
    weighed = []
    for tie, told in zip(ties, facts(ties, found.names, parsed=analysis.parsed), strict=True):
        sure = model.confidence(rule_of(tie), told)
        if sure < LEAST:
            continue
        both_ways = tie.type not in _SYMMETRIC and (tie.type, tie.object, tie.subject) in pairs
        plain = analysis.parsed and not both_ways and undoubted(tie, names)
        standing: Standing = "read" if plain and model.bound(sure) >= READ else "proposed"
        weighed.append(replace(tie, confidence=round(sure, 4), standing=standing))
    return tuple(weighed)


def undoubted(tie: Tie, names: Mapping[str, Name]) -> bool:
    """Whether nothing about the tie itself forbids that it stands without a person, however sure the model is."""
    said = dict(tie.features)
    if tie.polarity != "+" or tie.status != "stated":
        return False
    if any(said.get(doubt) for doubt in ("negated", "modal", "question", "hypothetical", "quotes_between")):
        return False
    if said.get("by_reference") and said.get("reference_confidence", 0.0) < _SURE_REFERENCE:
        return False
    if any(i not in names or names[i].unnamed or odd(names[i].name) for i in (tie.subject, tie.object)):
        return False
    if _of_what_is_its(tie, names[tie.object]):
        return False
    return fits(tie, names) and not _weakening().search(tie.quote.replace("’", "'"))


def _of_what_is_its(tie: Tie, object_: Name) -> bool:
    """Whether the post is with something that belongs to the object: "a minister in Northland's Board of Trade"."""
    if tie.type not in ("role", "member_of", "serves") or not tie.role:
        return False
    start = tie.evidence.start
    told = tie.quote.casefold().find(tie.role.casefold())
    ends = [m.end - start for m in object_.mentions if m.within(tie.evidence) and m.start - start > told]
    if told < 0 or len(ends) < sum(m.within(tie.evidence) for m in object_.mentions):
        return False
    return bool(ends) and all(_POSSESSIVE.match(tie.quote, end) for end in ends)


@cache
def _weakening() -> re.Pattern[str]:
    """Denial, doubt and condition in words, wherever in the sentence."""
    phrases = sorted(words("confidence", "weakening"), key=len, reverse=True)
    whole = "|".join(re.escape(p) for p in phrases)
    return re.compile(rf"(?<![\w'])(?:{whole})(?!\w)|n't\b", re.IGNORECASE)
