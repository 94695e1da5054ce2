"""How prose says what a figure is of: who "had 30 people" has that population, and a harvest is what was produced.

A wording is taken for another one only where a table has figures of that, and of nothing else that it might mean.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from cuibono.case.docket.bases import PRODUCTION, SALES, plainly
from cuibono.case.docket.words import QUALIFIERS, RATE, bases, listed, stems, tokens
from cuibono.extract.claim_numbers import measures
from cuibono.extract.claim_words import has_han
from cuibono.extract.lexicon import lines
from cuibono.model.docket import Asked
from cuibono.model.numerals import western

_MINED = re.compile(
    r"\b(?:mined|brought up|dug (?:up|out)|brought in|reaped|harvests?|crops?)\b(?! (?:up|out)\b)", re.I
)
_DONE_TO = re.compile(r"(?P<noun>[\u4e00-\u9fff]{2,4})(?P<verb>[\u4e00-\u9fff]{2})量")
_SALES = re.compile(r"\b(?:(?:net|total) )?sales\b(?! (?:tax|force|staff|office|team)\b)", re.IGNORECASE)
_TOOK_IN = re.compile(rf"\b(?:took|takes|brought|brings|pulled|raked) in (?=(?:(?:{QUALIFIERS}) )?[$€£¥]?\d)", re.I)
#: How an indicator says of what it is a part: "spending as a share of GDP".
PART_OF = re.compile(r"\b(?:as )?(?:a |the )?(?:share|percentage|proportion|per cent|percent|%) of\b", re.IGNORECASE)
_CAME_FROM = re.compile(r"\b(?:came|comes?|coming|(?:was|is) (?:generated|produced)) (?:from|by)\b")
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


_EVERY = {"day": "daily", "week": "weekly", "month": "monthly"}
#: How often something is counted: "listeners a week" are weekly ones.
_OFTEN = re.compile(r"(?<=[a-z]) (?:a|per|each|every) (?P<time>day|week|month)\b")
_GAVE = re.compile(r"\b(?:gave|gives|given)\b")
_REAPED = re.compile(r"\b(?:(?:brought|gathered|got|took) in|reaped|gathered)\b(?= [^,;]*\d)")
_DUG = re.compile(r"\b(?:dug (?:up|out)|quarried|took out|dredged)\b")


def as_recorded(claim: Asked, indicators: Iterable[str]) -> Asked:
    """A claim in the words of what is recorded of its subject.

    >>> as_recorded(Asked("amount", "", "Norland mined 30 tonnes of salt", ("s", 1), "Vex"), ["salt production"]).words
    'Norland produced 30 tonnes of salt'
    """
    there = list(indicators)
    if has_han(claim.words):
        return replace(claim, words=_parted(claim, there))
    words = _of_it(_AGENTS.sub(r"\g<when>", claim.words).strip(), claim.subject.name if claim.subject else "")
    if claim.kind in ("count", "amount", "trend"):
        words = _OFTEN.sub(lambda m: f" {_EVERY[m['time'].lower()]}", words)
    if any("donation" in stems(i) for i in there):
        words = _GAVE.sub("donated", words)
    plain = words
    if any("extraction" in stems(i) for i in there):
        words = _DUG.sub("extracted", words)
    if any("harvest" in stems(i) for i in there):
        words = _REAPED.sub("harvested", words)
    if words == plain and any(bases(i) == {PRODUCTION} for i in there):
        words = plainly(_MINED.sub("produced", words))
    if any("revenue" in stems(i) for i in there) and not any(SALES in bases(i) for i in there):
        words = _TOOK_IN.sub("had revenue of ", words)
        words = _SALES.sub("revenue", words) if claim.unit in measures() - {"percent"} else words
    if claim.unit == "percent" and any(PART_OF.search(i) for i in there):
        words = _of_whole(words, claim.subject.name if claim.subject else "")
    return claim if words == claim.words else replace(claim, words=words)


def _of_it(words: str, name: str) -> str:
    """A claim with the subject's name behind an "of", where who makes things there, or a "for", stands before it."""
    if not name or name not in words:
        return words
    makers = "|".join(sorted(listed("makers_of_a_place")))
    words = re.sub(rf"(?i:\b(?:the )?(?:{makers}) (?:of|in)) (?=(?:the )?{re.escape(name)}\b)", "", words)
    return re.sub(rf"\b(?:for|off|across|throughout) (?=(?:the )?{re.escape(name)}\b)", "of ", words)


def _of_whole(words: str, name: str) -> str:
    """A claim of a part of what a place has, where the records are of that part: "30 percent of Norland's power"."""
    whose = rf"\b(?P<part>percent|per cent|%|half|thirds?|quarters?) of (?:the )?{re.escape(name)}['\u2019]s? (?=[a-z])"
    return _CAME_FROM.sub("was", re.sub(whose, r"\g<part> of ", words))


def rates(words: str) -> frozenset[float]:
    """Of how many each something is told: "per 100,000 inhabitants"; what is so told is no number of all.

    >>> rates("had 3 thefts per 1,000 inhabitants")
    frozenset({1000.0})
    """
    return frozenset(v for m in RATE.finditer(words) if (v := western(m["each"])) is not None)


def _parted(claim: Asked, indicators: Iterable[str]) -> str:
    """A Chinese claim with what is recorded set apart from the words around it: 获得财政拨款 is of 财政拨款.

    What one does to a thing is how much of it was done: 处理垃圾 is 垃圾处理量.
    """
    words = claim.words
    names = sorted((p.name for p in (claim.subject, claim.object) if p and p.name), key=len, reverse=True)
    for number, name in enumerate(names):
        words = words.replace(name, f"\x00{number}\x01")  # 汽车 in the name of a firm is no car
    for what in (w for i in indicators for w in i.split() if has_han(w) and len(w) > 1):
        if (done := _DONE_TO.fullmatch(what)) is not None:
            words = re.sub(rf"{done['verb']}了?{done['noun']}(?!量)", what, words)
        words = words.replace(what, f" {what} ")
    for number, name in enumerate(names):
        words = words.replace(f"\x00{number}\x01", name)
    return " ".join(words.split())


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
    counted = claim.kind in ("count", "rank", "trend") and tokens(indicator)
    plain = counted and (len(counted) == 1 or (claim.unit and stems(counted[-1]) == stems(claim.unit)))
    workers = bool(counted) and claim.unit == "person" and not stems(indicator).isdisjoint(listed("of_people"))
    people = frozenset({"employed", "employs", "employ", "employing"}) if workers else frozenset()
    return listed("running") | people if plain else people
