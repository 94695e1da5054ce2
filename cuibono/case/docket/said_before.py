"""Years that a claim tells by the one before: "that year", "two years earlier", after a sentence about 2024.

That what it then says agrees with a record of that year is no accident; that it does not may be, and decides nothing.
"""

import re
from dataclasses import replace

from cuibono.case.docket.standings import in_standing_words
from cuibono.case.docket.surroundings import before
from cuibono.case.docket.unchanged_words import UNCHANGED
from cuibono.case.docket.words import months
from cuibono.case.docket.years import YEAR
from cuibono.model.docket import Asked
from cuibono.model.spelled import ONES

_N = "|".join(ONES)
_SAME = re.compile(r"\b(?:in |during )?(?:the same|that same|that|the) year\b(?! (?:before|earlier|after|later))", re.I)
_AWAY = re.compile(
    rf"\b(?:(?P<n>an?|{_N}|\d) years? (?P<a>earlier|before|later|after)|the (?:year (?P<b>before|after)"
    r"|(?P<c>previous|preceding|following|next) year))\b,?",
    re.IGNORECASE,
)
_BACK = frozenset({"earlier", "before", "previous", "preceding"})


def in_that_year(claim: Asked) -> Asked | None:
    """A claim with the year that it tells by one before it; None where it says none, or none was named before."""
    if claim.time or not claim.around or YEAR.search(claim.words):
        return None
    same, away = _SAME.search(claim.words), _AWAY.search(claim.words)
    base = _last_year(claim)
    if base is None or (same is None) == (away is None):
        return None
    if same is not None:
        year, at = base, same
    else:
        assert away is not None
        n = (away["n"] or "one").lower()
        step = 1 if n in ("a", "an") else int(ONES.get(n) or n)
        word = (away["a"] or away["b"] or away["c"]).lower()
        year, at = base - step if word in _BACK else base + step, away
    words = " ".join(f"{claim.words[: at.start()]} {claim.words[at.end() :]} in {year}".split())
    return replace(claim, words=words, time=str(year))


#: A change "on the year before", whose own year is not said.
_ON_THE_YEAR_BEFORE = re.compile(
    r"\b(?:on|than|from|against|over|compared (?:with|to)) (?:it (?:had|was|did) )?(?:in )?"
    r"(?:the (?:year before|previous year|preceding year)|a year (?:before|earlier))\b",
    re.IGNORECASE,
)


def in_year_after(claim: Asked) -> Asked | None:
    """A claim of a change on the year before with its own year, which is the one named last before it; else None."""
    if claim.kind not in ("trend", "count", "amount") or YEAR.search(claim.words) or claim.polarity == "-":
        return None
    year = _last_year(claim) if claim.around and _ON_THE_YEAR_BEFORE.search(claim.words) else None
    if year is None or claim.time not in (None, "", str(year), str(year - 1)):
        return None
    return replace(claim, words=f"{claim.words.rstrip(' .')} in {year}", time=str(year))


#: What is of no one year that was named: what is so now, was so ever since, or is told of another time.
_OTHER_TIME = re.compile(
    r"\b(?:is|are|has|have|had|now|today|currently|ever|never|always|once|ago|earlier|later|before|previous(?:ly)?|next|since|until"
    r"|last year|this year|former(?:ly)?|every|each|would|will|may|might|could|should|if|years|months?|decades?)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r",? (?:with)?in (?:just |only |the space of )?(?:a|one|a single) year\b|,? over the year\b|,? on the year\b",
    re.IGNORECASE,
)
_NEAR = 400  # signs before a claim within which the year is named that is meant


def in_year_told(claim: Asked) -> Asked | None:
    """A claim of a share, a place or a change in the past with the year that was named last before it; else None.

    Of a change it must say by how much: that something rose agrees with half of all years.
    """
    if claim.time or not claim.around or claim.polarity == "-" or not _is_of_a_year(claim):
        return None
    bare = _WITHIN.sub("", claim.words)
    if YEAR.search(bare) or months(claim) or _OTHER_TIME.search(bare):
        return None
    if claim.kind == "trend" and not _SIZED.search(bare):
        return None
    told = before(claim.around, claim.words) or before(claim.around, claim.says)
    years = YEAR.findall((told or "").rpartition("\n")[2][-_NEAR:])  # in its own paragraph
    if not years:
        return None
    return replace(claim, words=f"{bare.rstrip(' .')} in {years[-1]}", time=years[-1])


def _is_of_a_year(claim: Asked) -> bool:
    """Whether a claim is of a kind that has a year: a share, a place, a change, or that there was none."""
    if claim.kind in ("share", "rank", "trend"):
        return True
    if claim.kind in ("amount", "count"):
        return UNCHANGED.search(claim.words) is not None
    return claim.kind == "other" and in_standing_words(claim) != claim


#: How far something moved: in a number, or in a part.
_SIZED = re.compile(
    rf"\d|\b(?:{_N}) (?:percentage )?points?\b|\b(?:half|thirds?|quarters?|fifths?|tenths?|doubled|tripled|halved)\b",
    re.IGNORECASE,
)


def _last_year(claim: Asked) -> int | None:
    """The year that was named last before a claim."""
    told = before(claim.around, claim.words)
    told = before(claim.around, claim.says) if told is None else told
    years = YEAR.findall(told or "")
    return int(years[-1]) if years else None
