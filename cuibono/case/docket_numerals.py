"""Numbers in words as digits, where they are the number that was read: "two thirds" of 66.7 percent, "2.3 million"."""

import re
from dataclasses import replace

from cuibono.extract.amount_numbers import numbers
from cuibono.model.docket import Asked

_PERCENT = re.compile(r"\s*(?:percent|per cent|%)", re.IGNORECASE)


def in_digits(claim: Asked) -> Asked:
    """A claim whose own number stands in its words in digits; every other number stays as it is."""
    own = [v for v in (claim.low, claim.high) if v is not None]
    if not own or not re.search("[a-z]", claim.words, re.IGNORECASE):
        return claim
    parts, at = [], 0
    for number in numbers(claim.words):
        written = claim.words[number.span.start : number.span.end]
        values = [v for v in (number.low, number.high) if v is not None]
        if any(c.isalpha() for c in written) and all(any(_same(v, o) for o in own) for v in values):
            after = claim.words[number.span.end :]
            unit = " percent" if number.unit == "percent" and not _PERCENT.match(after) else ""
            parts += [claim.words[at : number.span.start], " to ".join(f"{v:.12g}" for v in values), unit]
            at = number.span.end
    return replace(claim, words="".join((*parts, claim.words[at:]))) if parts else claim


def _same(value: float, own: float) -> bool:
    return abs(value - own) <= 1e-6 * abs(own)
