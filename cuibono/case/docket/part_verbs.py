"""Verbs that say of somebody no more than that a part of a market is theirs: "captured", "boasts", "handled".

What one does with a thing may be anything; who made a good has no part of those who carry it. So verbs of serving are
taken for having only where a table counts what is served (rides, payments, listeners), and never where it counts goods.
"""

import re
from collections.abc import Sequence

from cuibono.case.docket.bases import basis_of
from cuibono.case.docket.rows import Share
from cuibono.case.docket.words import listed, tokens

#: What is counted where somebody is served, and not what was made, weighed or sent.
_GOODS = re.compile(r"\b(?:weight|volume|tonnage|tonnes|quantity|units|deliver\w+|catch|installed|throughput)\b", re.I)
_THROUGH = re.compile(
    r"\b(?:went|goes|go|passed|pass(?:es)?|ran|runs?|flow(?:s|ed)?) (?:through|via|over|with)\b"
    r"|\b(?:was|were|is|are) (?:made|done|settled|paid|booked|ordered) (?:through|via|with|over|on)\b",
    re.IGNORECASE,
)


def having(words: str, rows: Sequence[Share]) -> str:
    """The verbs that narrow nothing in a claim of a part of a market.

    Who took so much of what is done, or of a market, has that part; who took so much of a good may have bought it.
    """
    said = set(tokens(words))
    done = "market" in said or any(w.endswith("ing") and w in said for r in rows for w in tokens(r.stage))
    taking = ("took", "takes", "take", "taken") if done else ()
    return " ".join((*listed("having_a_part"), *taking, *(listed("serving") if _serves(rows) else ())))


def through(words: str, rows: Sequence[Share]) -> str:
    """A claim in which what was settled "through" somebody was theirs, where a table counts what is served.

    >>> through("half of the fares went through Vexpay", [])
    'half of the fares went through Vexpay'
    """
    return _THROUGH.sub("was of", words) if _serves(rows) else words


def _serves(rows: Sequence[Share]) -> bool:
    """Whether what rows count is served to somebody: no basis of goods, of which other things can be done."""
    return bool(rows) and all(r.basis and not basis_of(r.basis) and not _GOODS.search(r.basis) for r in rows)
