"""Numbers that only look like parts of a firm: what a share price lost, what part of its gas a country buys.

Shares that lose 3 percent are held by nobody more or less; and whoever buys 80 percent of its tin buys no firm.
"""

from dataclasses import replace

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import words
from cuibono.extract.records import Amount

_PAPERS = frozenset({"share", "stock", "bond"})
_MOVES = frozenset({
    "lose", "gain", "add", "shed", "fall", "rise", "drop", "climb", "jump", "close", "end", "open", "slip", "slide",
    "plunge", "soar", "tumble", "advance", "edge", "tick", "rally", "dip", "decline", "surge", "trade", "finish",
    "crash", "sink", "leap", "ease", "rebound", "recover",
})  # fmt: skip
_WHILE = frozenset({"when", "while", "as", "after", "before", "although", "though", "whereas", "because", "since"})


def is_price(analysis: Analysis | None, view: ClaimView, verb: Token | None) -> bool:
    """Whether a percentage is by how much a share price moved: "shares in Acme lost 3 percent"."""
    if analysis is None or verb is None or verb.lemma.lower() not in _MOVES:
        return False
    who = clauses.subject(analysis, view.tokens, verb)
    if who is None:
        return False
    papers = who.lemma.lower() in _PAPERS and (who.tag == "NNS" or who.lemma.lower() == "stock")
    return papers and not any(c.dep == "conj" for c in analysis.children(who))


def of_own_good(analysis: Analysis | None, whole: Token | None) -> bool:
    """Whether a part is one of somebody's own gas, tin or lamps: "80 percent of its tin"; not "of its shares"."""
    if analysis is None or whole is None or whole.tag != "PRP$":
        return False
    good = analysis.tokens[whole.head].lemma.lower()
    firm = any(good in words("claim_kinds", n) for n in ("capital", "part", "own"))
    return analysis.tokens[whole.head].pos == "NOUN" and not firm


def of_main_clause(analysis: Analysis | None, view: ClaimView, verb: Token | None) -> ClaimView:
    """A claim without the numbers of a clause beside it: "when half of it was shut, Acme paid 40 crowns"."""
    if analysis is None or verb is None or len(view.amounts) < 2:
        return view
    beside = [c for c in analysis.children(verb) if c.dep == "advcl" and _opened(analysis, c)]
    main = tuple(a for a in view.amounts if not any(_within(analysis, view, a, c) for c in beside))
    return replace(view, amounts=main) if main else view


def _opened(analysis: Analysis, clause: Token) -> bool:
    return any(c.dep in ("mark", "advmod") and c.text.lower() in _WHILE for c in analysis.children(clause))


def _within(analysis: Analysis, view: ClaimView, amount: Amount, clause: Token) -> bool:
    inside = [t for t in view.tokens if amount.span.start <= t.start < amount.span.end]
    return bool(inside) and all(clauses.below(analysis, t, clause) for t in inside)
