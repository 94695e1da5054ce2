"""Groups of people as a claim and a table call them, brought to one way: "women" and "woman", "without a party".

Who is not of a group is called by that: "no party", "non-members", "applicants without a party".
"""

import re
from dataclasses import replace
from functools import lru_cache

from cuibono.case.docket.words import stems, tokens
from cuibono.model.bearing import EACH, Bearing
from cuibono.model.docket import Asked

_SINGULAR = {"men": "man", "women": "woman", "people": "person", "persons": "person", "children": "child"}
_MANY = re.compile(rf"\b(?:{'|'.join(_SINGULAR)})\b", re.IGNORECASE)
_NOT_OF = re.compile(r"^(?:no|non|not|without)[ -](?:an? |any )?(?P<what>.+)$", re.IGNORECASE)


def in_one_way(claim: Asked, bearing: Bearing) -> tuple[Asked, Bearing]:
    """A claim and a measure of two sides with those of whom they speak called the same in both."""
    assert bearing.sides is not None
    sides = tuple(map(_called, bearing.sides))
    words = _one(claim.words)
    for side in bearing.sides:
        words = _without(side).sub(lambda m: f"lacking {m['what']}", words) if _NOT_OF.match(side) else words
    said = tuple(_one(w) for w in bearing.words)
    return replace(claim, words=words), replace(bearing, sides=(sides[0], sides[1]), words=said)


def _one(text: str) -> str:
    return _MANY.sub(lambda m: _SINGULAR[m[0].lower()], text)


def _called(side: str) -> str:
    found = _NOT_OF.match(side)
    return _one(f"lacking {found['what']}" if found else side)


@lru_cache(maxsize=512)
def _without(side: str) -> re.Pattern[str]:
    """How those are spoken of who have or are not something: "without a party", "not in any party"."""
    found = _NOT_OF.match(side)
    what = re.escape(found["what"]) if found else "(?!)"
    return re.compile(
        rf"\b(?:without|no|non|not in|not of|outside(?: of)?|(?:who|that) (?:have|has|are|is) (?:no|not in|not))[ -]"
        rf"(?:an? |any |the )?(?P<what>{what})(?:s|es)?\b",
        re.IGNORECASE,
    )


def is_of_stratum(words: str, bearing: Bearing) -> bool:
    """Whether a claim names the stratum that was measured, none where all were measured together, or each."""
    if len(bearing.strata) < 2:
        return True
    said = [s for s in bearing.strata if _names(words, s, bearing.strata)]
    if bearing.within == EACH:
        return said == list(bearing.strata)
    return said == ([bearing.within] if bearing.within else [])


def _names(words: str, stratum: str, strata: tuple[str, ...]) -> bool:
    """Whether a stratum is named by what only it is called: "band B", "small loans"."""
    own = stems(stratum) - frozenset.intersection(*map(stems, strata)) or stems(stratum)
    if all(len(w) == 1 or w.isdigit() for w in own):
        return re.search(rf"\b{re.escape(' '.join(tokens(stratum)[-2:]))}\b", words, re.IGNORECASE) is not None
    return own <= stems(words)
