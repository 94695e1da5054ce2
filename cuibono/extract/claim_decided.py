"""Whether it says how often those who ask are granted it, or how often somebody is fined: so many cases out of so many.

Told by a part of cases ("in six cases out of ten", "half of the time", "two owners in five") and by a way of deciding
or of dealing with people; "nine out of ten lamps are made there" decides on nobody.
"""

import re
from collections.abc import Sequence
from functools import cache

from cuibono.extract.analysis import Token
from cuibono.extract.claim_rates import bare_part, rates
from cuibono.extract.lexicon import words

_GONE = re.compile(
    r"\bempty-handed\b|\b(?:got|received|heard|were told|was told|met with) (?:an? )?(?:no|yes|refusal|rejection)\b"
    r"(?! \w+s\b)"
    r"|\b(?:said|says|say) (?:yes|no) to\b|\b(?:got|let|getting|get) (?:away|off) with (?:just |only )?an? warning\b"
    r"|\ba fine (?:followed|was imposed)\b|\b(?:paid|pays?|got|received) (?:an? )fine\b"
    r"|\b(?:came|went|left|walked) (?:away|home|off) (?:with|without) (?:an? |the |one\b|it\b|nothing)"
    r"|\b(?:turn(?:s|ed|ing)?|sent) (?:down|away|back)\b|\b(?:un)?successful\b",
    re.IGNORECASE,
)
_CASES = re.compile(r"\b(?:applications?|requests?|appeals?|petitions?|applicants?|claims|bids)\b", re.IGNORECASE)


def decided_so_often(tokens: Sequence[Token]) -> bool:
    """Whether a part of the cases of some is said to have been decided or dealt with in one way."""
    text = _text(tokens)
    found = rates(text)
    if not found or not (is_decided(text) or _CASES.search(text)):
        return False
    return any(r.of_cases for r in found) or is_decided(text)


def two_so_often(tokens: Sequence[Token]) -> bool:
    """Whether it tells so of two: "refused in six cases out of ten, locals in nine"."""
    text = _text(tokens)
    found = rates(text)
    two = len(found) == 2 or (len(found) == 1 and bare_part(text[found[0].end :], found[0].whole or 0) is not None)
    return two and is_decided(text)


def is_decided(text: str) -> bool:
    """Whether something is granted, refused or done to those who cannot choose it, by whatever words."""
    return bool(_GONE.search(text) or _done().search(text) or _got().search(text) or _does().search(text))


def _text(tokens: Sequence[Token]) -> str:
    return re.sub(r" (?=['\u2019]s?\b)", "", " ".join(t.text for t in tokens)).replace(" - ", "-").replace(" %", "%")


@cache
def _done() -> re.Pattern[str]:
    """ "Were refused", "was fined", "are let in"."""
    done = "|".join(sorted(words("claim_dealt_with", "decided"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:was|were|is|are|be|been|being|got|get|gets)(?: \w+ly| not| never| also| only)? (?:{done})\b",
        re.IGNORECASE,
    )


@cache
def _does() -> re.Pattern[str]:
    """ "The office granted", "approved": where a part of cases stands beside it."""
    does = "|".join(sorted(words("claim_dealt_with", "decides"), key=len, reverse=True))
    return re.compile(rf"\b(?:{does})\b", re.IGNORECASE)


@cache
def _got() -> re.Pattern[str]:
    """ "Got a licence", "received the allowance", "got four out of five large permits"."""
    things = "|".join(sorted(words("docket", "same_things"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:got|gets?|received?|receives|obtain(?:s|ed)?|won|wins?|given|awarded) (?:[\w-]+ ){{0,7}}(?:{things})\b",
        re.IGNORECASE,
    )
