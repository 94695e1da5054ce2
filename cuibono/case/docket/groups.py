"""Groups of people as a claim and a table call them, brought to one way: "women" and "woman", "without a party".

Who is not of a group is called by that: "no party", "non-members", "applicants without a party".
"""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from cuibono.case.docket.surroundings import own_passage, sentence_of
from cuibono.case.docket.words import listed, stems, tokens
from cuibono.model.bearing import EACH, Bearing
from cuibono.model.docket import Asked

_BOTH = 2
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


def in_its_stratum(claim: Asked, bearing: Bearing) -> tuple[Asked, Bearing]:
    """A claim of those who have something, or lack it, without these words, where they are the stratum that it is of.

    That they lack it denies nothing of how they fared.
    """
    found = _HAVING.match(bearing.within)
    lacks = found is not None and found["how"].lower() in _LACKING
    told = len(bearing.strata) == _BOTH or (lacks and len(bearing.strata) > _BOTH)
    if found is None or not told or not is_of_stratum(claim.words, bearing):
        return claim, bearing
    words = _having(found["what"], lacking=lacks).sub(" ", claim.words)
    words = re.sub(r"\b(?:without|with no) one\b" if lacks else r"\bwith one\b", " ", words)
    return replace(claim, words=words), replace(bearing, strata=(), within="")


def told_within(claim: Asked, bearing: Bearing) -> Literal["said", "around", "left"]:
    """Whether a claim of a rate is of the stratum that was measured: by its own words, by those around, or not.

    "Of the guild 60 percent were granted it" is of all cases, unless the sentence or the passage names a stratum.
    """
    if len(bearing.strata) < _BOTH:
        return "said" if all(stems(k) <= stems(claim.words) for k in bearing.about[1:]) else "left"
    own = [s for s in bearing.strata if _in_full(claim.words, s, bearing.strata)]
    if own or any(_names(claim.words, s, bearing.strata) for s in bearing.strata):
        return "said" if own == [bearing.within] else "left"
    sentence, passage = sentence_of(claim), own_passage(claim.around)
    near = [s for s in bearing.strata if _in_full(sentence, s, bearing.strata)]
    if bearing.within:
        return "around" if near == [bearing.within] else "left"
    if near or any(_names(sentence, s, bearing.strata) for s in bearing.strata):
        return "left"
    return "around" if any(_in_full(passage, s, bearing.strata) for s in bearing.strata) else "said"


def _in_full(words: str, stratum: str, strata: tuple[str, ...]) -> bool:
    """Whether every word of a stratum stands there: "small spills", and not small firms that spill."""
    found = _HAVING.match(stratum)
    if found is None:
        return stems(stratum) - listed("grammar") <= stems(words) and _names(words, stratum, strata)
    return _having(found["what"], lacking=found["how"].lower() in _LACKING).search(words) is not None


_LACKING = ("without", "no")
_HAVING = re.compile(r"^(?P<how>with|without|no|having|has) (?:an? |the |any )?(?P<what>.+)$", re.IGNORECASE)


@lru_cache(maxsize=256)
def _having(what: str, *, lacking: bool) -> re.Pattern[str]:
    """How it is said that somebody has something, or has it not: "with a licence", "who held no licence"."""
    held = r"(?:ha(?:s|ve|d)|h[eo]ld(?:s|ing)?|carr(?:y|ied|ying)|possess(?:es|ed|ing)?|having)"
    thing = rf"(?:valid |own )?{re.escape(_one(what).removesuffix('s'))}(?:s|ren)?\b"
    if lacking:
        how = (
            rf"(?:without|with no|lack(?:s|ing|ed)?|{held} no|(?:do|does|did) not (?:have|hold)"
            rf"|(?:do|does|did)n['\u2019]t (?:have|hold)"
            r"|had not|not having)"
        )
        return re.compile(rf"\b{how} (?:an? |the |any |such an? )?{thing}", re.IGNORECASE)
    return re.compile(
        rf"(?<!not )\b(?:with|{held})(?! no\b) (?:an? |the |their )?{thing}"
        rf"|\b{thing.removesuffix(chr(92) + 'b')}[ -]holders?\b",
        re.IGNORECASE,
    )


def _names(words: str, stratum: str, strata: tuple[str, ...]) -> bool:
    """Whether a stratum is named by what only it is called: "band B", "small loans"."""
    if (found := _HAVING.match(stratum)) and (len(strata) == _BOTH or found["how"].lower() in _LACKING):
        return _having(found["what"], lacking=found["how"].lower() in _LACKING).search(words) is not None
    own = stems(stratum) - frozenset.intersection(*map(stems, strata)) or stems(stratum)
    if all(len(w) == 1 or w.isdigit() for w in own):
        return re.search(rf"\b{re.escape(' '.join(tokens(stratum)[-2:]))}\b", words, re.IGNORECASE) is not None
    head = stems(tokens(stratum)[-1]) if len(tokens(stratum)) > 1 else frozenset()
    alone = bool(head) and not any(head <= stems(s) for s in strata if s != stratum)
    return own <= stems(words) or (alone and head <= stems(words))
