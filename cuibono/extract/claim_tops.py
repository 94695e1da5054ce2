"""Whether somebody is said to be first, or second, without a superlative: "is the market leader", "tops the list".

Told by what the predicate says: a market leader that sold lamps is counted, and who leads a ministry holds a post.
"""

import re

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_view import ClaimView

_LINKS = frozenset({"be", "become", "remain", "stay", "rank", "come", "finish", "sit", "stand", "call", "consider"})
_LEADS = frozenset({"lead", "top", "head", "dominate"})
_LISTS = frozenset(
    {"market", "world", "field", "list", "ranking", "table", "league", "chart", "industry", "sector", "pack"}
)
_SUPPLIERS = r"(?:producer|maker|supplier|manufacturer|exporter|importer|seller|vendor|provider|buyer|lender)\b"
_FIRST = re.compile(
    r"\b(?:market|world|global|industry|sector|category) (?:market )?(?:leader|champion)\b"
    r"|\bleader (?:of|in|on) (?:the|its) (?:[\w'’-]+ ){0,3}(?:market|world|industry|sector|field)\b"
    r"|\b(?:no|number|nr) ?\. ?\d\b|\bnumero uno\b|\brunner ?- ?up\b|\bsecond (?:only )?to (?!last)\w+"
    r"|\b(?:come|comes|came|coming|finished|ranks?|ranked) (?:out )?(?:top|last|bottom)\b"
    r"|\bat the (?:very )?(?:top|head|bottom) of (?:the|its) (?:[\w'’-]+ ){0,3}"
    r"(?:market|list|ranking|table|league|chart)s?\b"
    rf"|\b(?:leading|foremost|top|premier|dominant|principal) (?:[\w'’-]+ ){{0,2}}{_SUPPLIERS}"
    rf"|\b(?:bigger|larger|smaller) than any(?: other|one else|body else| of its)\b",
    re.IGNORECASE,
)


def tops(analysis: Analysis | None, view: ClaimView, verb: Token | None) -> bool:
    """Whether what a verb says of its subject is a place among many."""
    if analysis is None or verb is None:
        return False
    lemma = verb.lemma.lower()
    if lemma in _LEADS:
        return any(c.dep == "dobj" and c.lemma.lower() in _LISTS for c in analysis.children(verb)) and not _person(view)
    after = " ".join(t.text for t in view.tokens if t.i >= verb.i)
    return lemma in _LINKS and _FIRST.search(after) is not None


def _person(view: ClaimView) -> bool:
    """Whether somebody stands first: people lead lists of candidates."""
    return bool(view.names) and view.names[0][1].type == "Person"
