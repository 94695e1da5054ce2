"""Whether words say that a paper or a station came to speak of somebody more often, or less, than before.

"The Gazette mentioned her twice as often as before", "mentions of the mayor doubled". It is a trend of mentions, whose
word it is aside; how often somebody was mentioned in all is a count.
"""

import re

from cuibono.extract.claim_view import ClaimView
from cuibono.model.claim_kind import ClaimKind

_SPEAKS = (
    r"(?:mention(?:s|ed|ing)?|nam(?:es|ed|ing)|refer(?:s|red|ring)? to"
    r"|(?:spoke|speaks?|speaking|talk(?:s|ed|ing)?) (?:of|about)"
    r"|(?:wr(?:ote|ites?|iting)|written) about|report(?:s|ed|ing)? on|cover(?:s|ed|ing)|quot(?:es|ed|ing))"
)
_OFTEN = (
    r"(?:(?:\w+ )?times (?:as|more) (?:often|frequently|much)|(?:twice|half) as (?:often|frequently|much)"
    r"|(?:more|less) (?:often|frequently)|ever (?:more|less)(?: often)?)"
)
_MORE_OFTEN = re.compile(
    rf"\b{_SPEAKS}\b[^.;]*\b{_OFTEN}\b[^.;]*"
    r"\b(?:before|earlier|previously|since|(?:than|as) in|(?:as|than) it (?:did|had)|in the months|the year)\b",
    re.IGNORECASE,
)
#: From when on it is so, which says that it was otherwise before.
_SINCE_THEN = re.compile(
    rf"\b(?:since|from|after|as of)\b[^;]*\b{_SPEAKS}\b[^.;]*\b{_OFTEN}\b"
    rf"|\b{_SPEAKS}\b[^.;]*\b{_OFTEN}\b[^.;]*\b(?:since|from|after|as of)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:mentions?|references|coverage|(?:articles|reports|items|pieces|stories) (?:on|about|that mention\w*))\b"
    r"[^.;]*\b(?:doubled|tripled|trebled|quadrupled|halved|rose|risen|rises|fell|fallen|leapt|jumped|soared|surged|grew"
    r"|climbed|dropped|plunged|increased|decreased|multiplied|went (?:up|down)|shot up)\b",
    re.IGNORECASE,
)


def of_mentions(view: ClaimView) -> ClaimKind | None:
    """A trend, where it is one of mentions."""
    text = " ".join(t.text for t in view.tokens)
    return "trend" if _MORE_OFTEN.search(text) or _SINCE_THEN.search(text) or _COUNTED.search(text) else None
