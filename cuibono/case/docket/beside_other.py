"""A number, and how many times that of another it is: "had 30 lamps in 2021, twice as many as Vex Works".

Whoever says so claims the number and the comparison, so that both are tested.
"""

import re
from dataclasses import replace

from cuibono.case.docket.beside import own_number, with_number
from cuibono.case.docket.outdone import folded
from cuibono.case.docket.years import YEAR
from cuibono.extract.claim_numbers import measures
from cuibono.model.docket import Asked
from cuibono.model.spelled import ONES

#: By how much more that is than another has: ", 200 fewer than Vex Works".
_BY_HOW_MUCH = re.compile(
    r"(?<=, )(?:(?:about|some|nearly|almost|over|more than) )?\d[\d.,]*"
    r"(?: (?:thousand|million|billion|percent|per cent))?(?: ?%)?(?: [a-z]+)?"
    r" (?:more|fewer|less|higher|lower) than (?:the |in )?[A-Z][^,;:]*$"
)
#: How many points, which are read as a number: ", two points less than Vex Works".
_SPELLED = re.compile(
    rf"(?<=, )({'|'.join(ONES)})\b(?= (?:percentage )?points? (?:more|less|higher|lower|fewer) than )", re.I
)


def beside_other(claim: Asked) -> tuple[Asked, ...]:
    """The claim of the number and that of the comparison; none where there are not both.

    >>> said = Asked("count", "", "Acme had 30 lamps in 2021, twice as many as Vex", ("s", 1), "Pia", low=30, high=30)
    >>> [c.words for c in beside_other(said)]
    ['Acme had 30 lamps in 2021', 'Acme had lamps in 2021 twice as many as Vex']
    """
    words = _SPELLED.sub(lambda m: f"{ONES[m[1].lower()]:.0f}", claim.words)
    claim = claim if words == claim.words else replace(claim, words=words)
    found = folded(claim.words) or _BY_HOW_MUCH.search(claim.words)
    if found is None or claim.polarity == "-" or claim.kind not in ("rank", "count", "amount", "share", "trend"):
        return ()
    front = claim.words[: found.start()].rstrip(" ,(\u2013\u2014-").removesuffix(" or").removesuffix(" which was")
    claim = claim if claim.low is not None else with_number(claim, front)
    digits = own_number(claim, front) if claim.low is not None else None
    years = YEAR.findall(front)
    if digits is None or len(years) != 1 or YEAR.search(found[0]):
        return ()
    number = replace(claim, kind="amount" if claim.unit in measures() else "count", words=front, time=years[0])
    bare = f"{front[: digits.start()].rstrip()} {front[digits.end() :].lstrip()}"
    against = replace(
        claim, kind="rank", words=f"{bare} {found[0]}", time=years[0], low=None, high=None, unit="", qualifier=""
    )
    place = claim.place if claim.place and claim.place in front else None
    return replace(number, object=None, place=place), replace(against, place=None)
