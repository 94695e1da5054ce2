"""A number that stands beside the one that is claimed: "sold 30 lamps in 2021, up from 20 in 2020".

Whoever says so claims both, so that both are tested: one that is contradicted contradicts the claim, and only both
together bear it out. A number beside it of somebody else, or of no year, leaves it open.
"""

import re
from dataclasses import replace

from cuibono.case.docket.units import unit_of
from cuibono.case.docket.words import QUALIFIERS, listed, months, stems, tokens
from cuibono.case.docket.years import YEAR
from cuibono.model import quantities
from cuibono.model.docket import Asked, Tested
from cuibono.model.numerals import western
from cuibono.model.spelled import ONES

_HOW = r"(?:(?:sharply|slightly|steeply|markedly) )?"
#: What leads from the one number to the other; "up" and "down" are told by the two numbers themselves.
_AGAINST = (
    rf"(?:as )?(?:compared (?:with|to)|in comparison (?:with|to)|{_HOW}(?:up|down) from|{_HOW}(?:rising|falling) from"
    r"|an? (?:increase|rise|decrease|fall|drop|decline) from|after|following|against|versus|vs\.?|from"
    r"|(?:more|less|fewer|higher|lower) than the)"
)
_SHOWN = rf"(?:(?:[$€£¥]\s?)?\d|\b(?:{'|'.join(ONES)})\b)(?:[^,;()]|,(?=\d))*?"
_SO_TOO = r"(?: (?:it|they|we) (?:had )?\w+| (?:reported|recorded|registered|posted|counted))?"
_WHEN = r"(?:(?:in|during|for) )?(?:the (?:year )?)?(?P<year>(?:1[89]|20)\d\d)"
_BEHIND = re.compile(
    rf"[,\u2013\u2014]? ?\(?{_AGAINST} (?P<number>(?:(?:{QUALIFIERS}|some) )?{_SHOWN}){_SO_TOO},? {_WHEN}\)?[.]?$", re.I
)
_BRACKETED = re.compile(rf" \((?:in )?(?P<year>(?:1[89]|20)\d\d): (?P<number>{_SHOWN})\)[.]?$")
_BEFORE = re.compile(rf"^{_AGAINST} (?P<number>{_SHOWN}) {_WHEN}, ", re.IGNORECASE)
_DIGITS = re.compile(rf"(?:(?:{QUALIFIERS}|some)\s+)?(\d+(?:[.,]\d+)*)", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:\b(?:about|some|nearly|almost|over|under|around|roughly|more than|less than|fewer than) )?(?:[$€£¥]\s?)?"
    r"\d[\d.,]*\d?(?: (?:thousand|million|billion))?(?: ?%| [a-z]+)?(?=[ ,.]|$)",
    re.IGNORECASE,
)
_SCALES = (1.0, 1e3, 1e6, 1e9, 1e12)
_ALIKE = 100  # how many times as much the one number may be as the other


def beside(claim: Asked) -> tuple[Asked, Asked] | None:
    """The claim of the one number and that of the other; None where there are no two, or not of the same thing."""
    if (claim.low is None and claim.high is None) or claim.polarity == "-" or claim.kind == "trend":
        return None
    found = _BEHIND.search(claim.words) or _BRACKETED.search(claim.words) or _BEFORE.search(claim.words)
    if not found:
        return None
    words = f"{claim.words[: found.start()]} {claim.words[found.end() :]}".strip()
    if set(tokens(words)) & (listed("up") | listed("down")):
        return None  # what rose from one number to another is a trend
    years = YEAR.findall(words)
    other = quantities.parse(found["number"], ".")
    if len(years) != 1 or years[0] == found["year"] or months(claim) or other is None or not _of_the_same(claim, other):
        return None
    digits = own_number(claim, words)
    if digits is None:
        return None
    told = words[: digits.start()] + found["number"] + words[digits.end() :]
    second = replace(
        claim, words=YEAR.sub(found["year"], told), time=found["year"], low=other.low,
        high=other.high, qualifier=other.qualifier,
    )  # fmt: skip
    return replace(claim, words=words, time=years[0]), second


def _of_the_same(claim: Asked, other: quantities.Quantity) -> bool:
    """Whether the other number is of the same: in its unit or in none of its own, and of a like size.

    "480 million, after 610" leaves the scale of the second unsaid.
    """
    mine, theirs = unit_of(claim.unit)[0], unit_of(other.unit)[0]
    same = not theirs or mine == theirs or (claim.kind == "count" and theirs <= stems(claim.words))
    sizes = sorted(abs(v) for v in (claim.low or claim.high, other.low or other.high) if v)
    return same and len(sizes) == 2 and sizes[1] < _ALIKE * sizes[0]


def own_number(claim: Asked, words: str) -> re.Match[str] | None:
    """Where the number of the claim stands in its words, with what qualifies it."""
    own = {v for v in (claim.low, claim.high) if v is not None}
    found = [
        m for m in _DIGITS.finditer(words)
        if (value := western(m[1], ".")) is not None
        and any(abs(value * s - v) <= 1e-9 * abs(v) for v in own for s in _SCALES)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def with_number(claim: Asked, front: str) -> Asked:
    """A claim that was read as a comparison alone, with the one number that stands before it."""
    found = [m for m in _NUMBER.finditer(front) if not YEAR.match(m[0])]
    said = quantities.parse(found[0][0]) if len(found) == 1 else None
    if said is None:
        return claim
    return replace(claim, low=said.low, high=said.high, unit=said.unit, qualifier=said.qualifier)


def both(one: Tested, other: Tested) -> Tested:
    """What two numbers of one claim come to together."""
    decided = {t.outcome for t in (one, other)}
    measure = "; ".join(dict.fromkeys(t.measure for t in (one, other) if t.measure))
    by, keys = dict.fromkeys((*one.by, *other.by)), dict.fromkeys((*one.keys, *other.keys))
    if "contradicted" in decided:
        against = one if one.outcome == "contradicted" else other
        return Tested("contradicted", against.rule, measure, tuple(by), tuple(keys))
    if decided == {"supported"}:
        return Tested("supported", one.rule, measure, tuple(by), tuple(keys))
    left = one if one.outcome != "supported" else other
    if decided == {"no data"}:
        return left
    return Tested(
        "not identified", f"of its two numbers not both are borne out: {left.rule}", measure, tuple(by), tuple(keys)
    )
