"""What happened on one day: "the Elms won the cup on 18 May 2024"."""

import re

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_view import ClaimView

_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


def on_a_day(analysis: Analysis | None, view: ClaimView, verb: Token | None) -> bool:
    """Whether it says what somebody did, or what was done, on one day: "the Elms won the cup on 18 May 2024"."""
    if analysis is None or verb is None or verb.lemma.lower() in ("be", "have") or not verb.tag.startswith("VB"):
        return False
    past = verb.tag in ("VBD", "VBN") and not any(c.tag == "MD" or c.dep == "neg" for c in analysis.children(verb))
    heads = [c for c in analysis.children(verb) if c.i < verb.i and c.dep in clauses.SUBJECTS]
    aside = [(t.start, t.end) for c in heads for t in analysis.subtree(c)]  # "Vex, head since May 2020, said"
    days = [
        e for e in view.events
        if _DAY.fullmatch(e.date) and not any(a < e.date_span.end and e.date_span.start < b for a, b in aside)
    ]  # fmt: skip
    return past and len(days) == 1 and bool(heads)
