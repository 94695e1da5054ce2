"""Numbers in words as digits, where they are the number that was read: "two thirds" of 66.7 percent, "2.3 million"."""

import re
from dataclasses import replace

from cuibono.extract.amount_numbers import numbers
from cuibono.model.docket import Asked

_PERCENT = re.compile(r"\s*(?:percent|per cent|%)", re.IGNORECASE)

_COUNTS = ("a", "one", "two", "three", "four")
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_HALF = re.compile(r"\bhal(?:f|ves)\b", re.IGNORECASE)
_FRACTION = re.compile(rf"\b({'|'.join(_COUNTS)})[ -]({'|'.join(_PARTS)})s?\b(?!\s*(?:percent|%))", re.IGNORECASE)


def in_digits(claim: Asked) -> Asked:
    """A claim whose own number stands in its words in digits; every other number stays as it is."""
    own = [v for v in (claim.low, claim.high) if v is not None]
    if not own or not re.search("[a-z]", claim.words, re.IGNORECASE):
        return claim
    words = _FRACTION.sub(lambda m: _fraction(m, own), claim.words)
    if words != claim.words:
        round_ = not claim.qualifier and claim.low == claim.high and not _HALF.search(claim.words)
        claim = replace(claim, words=words, qualifier="part" if round_ else claim.qualifier)
    parts, at = [], 0
    for number in numbers(claim.words):
        written = claim.words[number.span.start : number.span.end]
        values = [v for v in (number.low, number.high) if v is not None]
        mine = [next((o for o in own if _same(v, o)), None) for v in values]
        if any(c.isalpha() for c in written) and None not in mine:
            after = claim.words[number.span.end :]
            unit = " percent" if number.unit == "percent" and not _PERCENT.match(after) else ""
            parts += [claim.words[at : number.span.start], " to ".join(f"{v:.12g}" for v in mine), unit]
            at = number.span.end
    return replace(claim, words="".join((*parts, claim.words[at:]))) if parts else claim


def _fraction(match: re.Match[str], own: list[float]) -> str:
    """A fraction in words as a percentage where that is the number that was read: "one third"."""
    value = 100 * (_COUNTS.index(match[1].lower()) or 1) / _PARTS[match[2].lower().rstrip("s")]
    mine = next((o for o in own if _same(value, o)), None)
    return match[0] if mine is None else f"{mine:.12g} percent"


def _same(value: float, own: float) -> bool:
    return abs(value - own) <= 1e-6 * abs(own)
