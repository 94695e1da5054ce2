"""By how much a number differs from that of another year: "had 30 lamps in 2021, 5 fewer than in 2016".

That is a number and a fall, and both are tested; "had 5 fewer lamps in 2021 than in 2016" is the fall alone.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from cuibono.case.docket.beside import own_number, with_number
from cuibono.case.docket.words import QUALIFIERS, months
from cuibono.case.docket.years import A_YEAR as _YEAR
from cuibono.case.docket.years import YEAR
from cuibono.extract.claim_numbers import measures
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked
from cuibono.model.spelled import ONES

_PARTS = r"(?:an?|one|two|three) (?:third|quarter|fifth|sixth|eighth|tenth)s?|half"
_SIZE = (
    rf"(?:(?:{QUALIFIERS}|some) )?(?:(?:[$€£¥]\s?)?\d[\d.,]*"
    r"(?: (?:thousand|million|billion|percent|per cent|percentage points?|points?))?(?: ?%)?(?: [a-z]+)?"
    rf"|half a (?:percentage )?point|a (?:percentage )?point|(?:{_PARTS})(?= )|(?:{'|'.join(ONES)})(?: [a-z]+)?)"
)
_HOW = r"(?P<how>more|fewer|less|higher|lower)"
_THAN = rf"than (?:(?:it|they|there) (?:had|was|were|did) )?(?:in|for) (?P<then>{_YEAR})\)?[.]?"
_BEHIND = re.compile(
    rf"^(?P<front>.*\d.*?)(?:,| -| [\u2013\u2014]|(?= \()) \(?(?:or |and so |which (?:is|was) )?(?:(?P<size>{_SIZE}) )?"
    rf"{_HOW} {_THAN}$",
    re.IGNORECASE,
)
#: ", up 30 percent on 2019", ", a fall of 200 from 2020".
_MOVED = re.compile(
    rf"^(?P<front>.*\d.*?)(?:,| -| [\u2013\u2014]|(?= \()) \(?(?:or |and so |which (?:is|was) )?"
    r"(?:(?P<how>up|down)(?: by)?|an? (?:\w+ )?"
    r"(?P<noun>increase|rise|gain|growth|decrease|fall|drop|decline|loss) of) "
    rf"(?P<size>{_SIZE})(?: (?:more|fewer|less|higher|lower))? "
    rf"(?:on|over|from|against|compared (?:with|to)|since|than in) (?P<then>{_YEAR})\)?[.]?$",
    re.IGNORECASE,
)
#: That a number was never so high or so low, which takes more than two years to bear out: ", more than ever before".
_RECORD = re.compile(
    r"^(?P<front>.*\d.*?), (?P<tail>(?:more|fewer|less|higher|lower) than ever(?: before)?)[.]?$", re.IGNORECASE
)
_FOLDS = {
    "half": "halved", "twice": "doubled", "double": "doubled", "three times": "tripled", "triple": "tripled",
    "treble": "tripled", "four times": "quadrupled",
}  # fmt: skip
#: How many times what there was then: ", twice as many as in 2016", ", half the 2016 total".
_FOLDED = re.compile(
    rf"^(?P<front>.*\d.*?)(?:,| -| [\u2013\u2014]|(?= \()) \(?(?:or |and so |which (?:is|was) )?"
    rf"(?:(?P<near>about|roughly|more than|fewer than|less than|almost|nearly) )?(?P<times>{'|'.join(_FOLDS)}) "
    rf"(?:(?:as (?:many|much|high|large)(?: as)?|(?:of )?what|that|the (?:number|figure|total|level|amount))"
    rf"(?: (?:it|they|there) (?:had|was|were|did))? (?:of|in|for) (?P<then>{_YEAR})"
    rf"|the (?P<that>{_YEAR}) (?:number|figure|total|level|amount))\)?[.]?$",
    re.IGNORECASE,
)
_FOLDED_ALONE = re.compile(
    rf"^(?P<front>.*?)(?:\b(?P<near>about|roughly|more than|almost|nearly) )?\b(?P<times>{'|'.join(_FOLDS)}) as "
    rf"(?:many|much|high|large) ?(?P<what>[^,;\d]*?)(?: in (?P<now>{_YEAR}))? as (?:(?:it|they) (?:did|had|was|were) )?"
    rf"in (?P<then>{_YEAR})[.]?$",
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
    if found := _BEHIND.match(claim.words) or _MOVED.match(claim.words) or _FOLDED.match(claim.words):
        return _of_both(claim, found)
    if found := _RECORD.match(claim.words):
        return replace(claim, words=found["front"]), replace(claim, kind="other", words=found["tail"])
    if found := _ALONE.match(claim.words) or _FOLDED_ALONE.match(claim.words):
        now = found["now"] or next(iter(YEAR.findall(found["front"])), "")
        front = f"{_IN_YEAR.sub(' ', found['front'])} {found['what']}"
        return _fell(claim, front, found, now) if now and len(YEAR.findall(claim.words)) == 2 else ()
    return ()


def _of_both(claim: Asked, found: re.Match[str]) -> tuple[Asked, ...]:
    """The number of the one year, and how it differs from the other."""
    front = found["front"].strip()
    years = YEAR.findall(front)
    claim = with_number(claim, front) if found.re is _FOLDED else claim
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
    said = found.groupdict()
    then = said["then"] or said.get("that") or ""
    moved = _moved(said, claim.unit if claim.unit in measures() else "")
    if int(then) >= int(now) or not moved:
        return ()
    words = " ".join(f"{front} {moved} between {then} and {now}".split())
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


#: A size without its unit, which is that of the number that it stands beside.
_BARE = re.compile(rf"(?:.* )?(?:\d[\d.,]*|(?:{'|'.join(ONES)}))(?: (?:thousand|million|billion))?", re.IGNORECASE)


def _moved(said: Mapping[str, str | None], unit: str) -> str:
    """How much more or less it is, as what it did; empty for "nearly half", which is less and not more than half."""
    if times := (said.get("times") or "").lower():
        near = (said["near"] or "").lower()
        if near in ("fewer than", "less than"):
            return "more than halved" if times == "half" else ""
        return "" if times == "half" and near in ("nearly", "almost") else f"{near} {_FOLDS[times]}"
    how = (said["how"] or said.get("noun") or "").lower()
    verb = "rose" if how in ("more", "higher", "up", "increase", "rise", "gain", "growth") else "fell"
    size = (said["size"] or "").strip()
    if unit and _BARE.fullmatch(size):
        spelled = size.split()[-1].lower()
        size = f"{size.rpartition(' ')[0]} {ONES[spelled]:g} {unit}s" if spelled in ONES else f"{size} {unit}s"
    return f"{verb} by {size}" if size else verb
