"""What a word before a number leaves open: "well over 300" is more than just over it, "a third" is about a third.

A part in words is spoken, not measured: nobody who says "a third" means 33.3 and not 34 percent. "Just over" has an end
above, "well over" begins some way off.
"""

import re
from dataclasses import replace

from cuibono.model.docket import Asked

_OVER = r"(?:over|above|more than|in excess of|upwards of)"
_UNDER = r"(?:under|below|less than|fewer than)"
_A_LITTLE = r"(?:just|slightly|a little|a bit|a shade|marginally|only just|little)"
_FAR = r"(?:well|far|substantially|significantly|considerably|much)"
_SAID = {
    "just over": re.compile(rf"\b{_A_LITTLE} {_OVER}(?= )", re.IGNORECASE),
    "well over": re.compile(rf"\b{_FAR} {_OVER}(?= )", re.IGNORECASE),
    "well under": re.compile(rf"\b{_FAR} {_UNDER}(?= )", re.IGNORECASE),
}
_AS_MANY = re.compile(r"\bas (?:many|much) as (?=\d)", re.IGNORECASE)
#: A part of a whole in words; "half" of a firm or of its votes is exactly that, and no matter of rounding.
_PART = re.compile(
    r"\b(?:(?:a|one|two|three|four)[ -](?:third|quarter|fifth|sixth|tenth)s?"
    r"|(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of)(?: every)? "
    r"(?:three|four|five|six|seven|eight|nine|ten))\b",
    re.IGNORECASE,
)


def opened(claim: Asked) -> Asked:
    """A claim with its number as open as its words leave it.

    >>> said = Asked("count", "", "sold well over 300 lamps", ("s", 1), "Vex", low=300.0, qualifier="more than")
    >>> opened(said).qualifier
    'well over'
    """
    words, low, high, qualifier = claim.words, claim.low, claim.high, claim.qualifier
    for hedge, said in _SAID.items():
        if (low if hedge.endswith("over") else high) is not None and low != high and said.search(words):
            return replace(claim, words=said.sub(hedge.split()[1], words), qualifier=hedge)
    if low is None and qualifier == "at most" and _AS_MANY.search(words):
        return replace(claim, words=_AS_MANY.sub("", words), low=high, qualifier="")
    spoken = claim.kind == "share" and claim.unit == "percent" and low == high and not qualifier
    return replace(claim, qualifier="part") if spoken and _PART.search(words) else claim
