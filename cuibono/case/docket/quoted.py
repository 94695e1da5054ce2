"""A row of a table of claims in the words in which it was said, which often name what the row's property leaves out.

"share, 24, refining" does not say of what; its quote does: "Norland refined 24 percent of the world's copper in 2023".
"""

import re
from dataclasses import replace

from cuibono.case.docket.words import folded
from cuibono.extract.claim_row_words import ranked
from cuibono.model.docket import Asked

_MORE = re.compile(r"[.!?;] +\S")  # a quote of several sentences says more than its row


def in_its_quote(claim: Asked) -> Asked | None:
    """The claim in the words of its quote; None where there is none, or where it does not name whom the row is of."""
    words = claim.quoted.strip().strip("\"'“”‘’").rstrip(".!")
    if not words or claim.subject is None or _MORE.search(words) or folded(claim.subject.name) not in folded(words):
        return None
    return replace(claim, words=ranked(words) if claim.kind == "rank" else words, quoted="")
