"""Years that a claim tells by the one before: "that year", "two years earlier", after a sentence about 2024.

That what it then says agrees with a record of that year is no accident; that it does not may be, and decides nothing.
"""

import re
from dataclasses import replace

from cuibono.case.docket.surroundings import before
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


def _last_year(claim: Asked) -> int | None:
    """The year that was named last before a claim."""
    told = before(claim.around, claim.words)
    told = before(claim.around, claim.says) if told is None else told
    years = YEAR.findall(told or "")
    return int(years[-1]) if years else None
