"""By how much a number differs from that of another year: "had 30 lamps in 2021, 5 fewer than in 2016".

That is a number and a fall, and both are tested; "had 5 fewer lamps in 2021 than in 2016" is the fall alone.
"""

import re
from dataclasses import replace

from cuibono.case.docket.beside import own_number
from cuibono.case.docket.words import QUALIFIERS, months
from cuibono.case.docket.years import YEAR
from cuibono.extract.claim_numbers import measures
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked

_YEAR = r"(?:1[89]|20)\d\d"
_SIZE = (
    rf"(?:(?:{QUALIFIERS}|some) )?(?:[$€£¥]\s?)?\d[\d.,]*"
    r"(?: (?:thousand|million|billion|percent|per cent|percentage points?|points?))?(?: ?%)?(?: [a-z]+)?"
)
_HOW = r"(?P<how>more|fewer|less|higher|lower)"
_THAN = rf"than (?:(?:it|they|there) (?:had|was|were|did) )?(?:in|for) (?P<then>{_YEAR})\)?[.]?"
_BEHIND = re.compile(
    rf"^(?P<front>.*\d.*?)(?:,| -| [\u2013\u2014]|(?= \()) \(?(?:or |and so |which (?:is|was) )?(?P<size>{_SIZE}) "
    rf"{_HOW} {_THAN}$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"^(?P<front>.*?)(?P<size>{_SIZE}?) {_HOW} (?P<what>[^,;\d]+?)(?: in (?P<now>{_YEAR}))? {_THAN}$", re.IGNORECASE
)
_IN_YEAR = re.compile(rf",? ?\b(?:in|during|for) {_YEAR}\b,?", re.IGNORECASE)


def difference(claim: Asked) -> tuple[Asked, ...]:
    """The claims that a difference from another year makes: of the number and of the change, or of the change alone."""
    if claim.polarity == "-" or claim.kind not in ("trend", "count", "amount", "share", "rank") or months(claim):
        return ()
    if found := _BEHIND.match(claim.words):
        return _of_both(claim, found)
    if found := _ALONE.match(claim.words):
        now = found["now"] or next(iter(YEAR.findall(found["front"])), "")
        front = f"{_IN_YEAR.sub(' ', found['front'])} {found['what']}"
        return _fell(claim, front, found, now) if now and len(YEAR.findall(claim.words)) == 2 else ()
    return ()


def _of_both(claim: Asked, found: re.Match[str]) -> tuple[Asked, ...]:
    """The number of the one year, and how it differs from the other."""
    front = found["front"].strip()
    years = YEAR.findall(front)
    digits = own_number(claim, front) if len(years) == 1 else None
    if digits is None or claim.low is None:
        return ()
    kind: ClaimKind = "amount" if claim.unit in measures() else "count"
    number = replace(claim, kind=kind, words=front, time=years[0])
    bare = _IN_YEAR.sub(" ", front[: digits.start()] + front[digits.end() :])
    change = _fell(claim, bare, found, years[0])
    return (number, *change) if change else ()


def _fell(claim: Asked, front: str, found: re.Match[str], now: str) -> tuple[Asked, ...]:
    """A difference as a rise or a fall between two years."""
    then = found["then"]
    if int(then) >= int(now):
        return ()
    verb = "rose" if found["how"].lower() in ("more", "higher") else "fell"
    words = " ".join(f"{front} {verb} by {found['size'].strip()} between {then} and {now}".split())
    return (
        replace(
            claim,
            kind="trend",
            words=words,
            time=f"{then}/{now}",
            low=None,
            high=None,
            unit="",
            qualifier="",
            place=None,
        ),
    )
