"""How prose says what a figure is of: who "had 30 people" has that population, and a harvest is what was produced.

A wording is taken for another one only where a table has figures of that, and of nothing else that it might mean.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from cuibono.case.docket.bases import PRODUCTION, SALES, plainly
from cuibono.case.docket.words import QUALIFIERS, bases, listed, stems, tokens
from cuibono.extract.claim_numbers import measures
from cuibono.extract.lexicon import lines
from cuibono.model.docket import Asked

_MINED = re.compile(
    r"\b(?:mined|brought up|dug (?:up|out)|brought in|reaped|harvests?|crops?)\b(?! (?:up|out)\b)", re.I
)
_SALES = re.compile(r"\b(?:(?:net|total) )?sales\b(?! (?:tax|force|staff|office|team)\b)", re.IGNORECASE)
_TOOK_IN = re.compile(rf"\b(?:took|takes|brought|brings|pulled|raked) in (?=(?:(?:{QUALIFIERS}) )?[$€£¥]?\d)", re.I)
#: People whom a place or a firm has, with nothing that says which ones.
_HAD_PEOPLE = re.compile(
    rf"\b(?:had|has|counted|counts|numbered|numbers) (?:(?:{QUALIFIERS}|some) )?\d[\d.,]*"
    r"(?: (?:thousand|million|billion))?(?: (?:people|persons|souls))?"
    r"(?=[.,;]?$| in (?:the year )?(?:1[89]|20)\d\d\b|,)",
    re.IGNORECASE,
)
#: Who counts or makes what is counted of a place, and narrows nothing.
_AGENTS = re.compile(
    r"^(?P<when>(?:in (?:1[89]|20)\d\d,? )?)(?:the )?(?:police|builders|developers|statisticians|authorities)"
    r"(?= (?:have |had )?(?:recorded|registered|counted|logged|reported|finished|completed|built)\b)",
    re.IGNORECASE,
)


def as_recorded(claim: Asked, indicators: Iterable[str]) -> Asked:
    """A claim in the words of what is recorded of its subject.

    >>> as_recorded(Asked("amount", "", "Norland mined 30 tonnes of salt", ("s", 1), "Vex"), ["salt production"]).words
    'Norland produced 30 tonnes of salt'
    """
    there = list(indicators)
    words = _AGENTS.sub(r"\g<when>", claim.words).strip()
    if any(bases(i) == {PRODUCTION} for i in there):
        words = plainly(_MINED.sub("produced", words))
    if any("revenue" in stems(i) for i in there) and not any(SALES in bases(i) for i in there):
        words = _TOOK_IN.sub("had revenue of ", words)
        words = _SALES.sub("revenue", words) if claim.unit in measures() - {"percent"} else words
    return claim if words == claim.words else replace(claim, words=words)


def are_people(claim: Asked) -> bool:
    """Whether a number is of all the people whom somebody has: "had 30 people"."""
    return claim.kind == "count" and claim.unit == "person" and bool(_HAD_PEOPLE.search(claim.words))


def done_with(counted: Iterable[str]) -> frozenset[str]:
    """What one does with those who are counted, so that it says no more than that there are so many: pupils are taught.

    >>> "taught" in done_with(["pupil"])
    True
    """
    return frozenset(verb for noun in counted for verb in _verbs().get(noun, ()))


@cache
def _verbs() -> dict[str, frozenset[str]]:
    """The verbs of each noun that is counted."""
    told = [line.split() for line in lines("docket", "done_with")]
    found = {noun: frozenset(verbs) for noun, *verbs in told}
    return {s: verbs for noun, verbs in found.items() for s in stems(noun)}


def running(claim: Asked, indicator: str) -> frozenset[str]:
    """Verbs of having, of what an indicator only names by the noun that is counted: "ran 30 shops"."""
    plain = claim.kind in ("count", "rank", "trend") and len(tokens(indicator)) == 1
    return listed("running") if plain else frozenset()
