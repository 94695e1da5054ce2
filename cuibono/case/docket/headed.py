"""When something happened that a timeline tells under a date: "2017. Ada Vex becomes chairwoman in May."

The date is that at the head of the claim's own paragraph. Under it the present tense tells of that time, and a month or
a day without a year is of that year.
"""

import re
from dataclasses import replace

from cuibono.case.docket.other_words import tells_of_something
from cuibono.case.docket.surroundings import own_passage
from cuibono.case.docket.words import ANY_MONTH
from cuibono.model import dates
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked

_KINDS: tuple[ClaimKind, ...] = (
    "event date", "role", "tie", "ownership", "control", "share", "amount", "count", "other", "rank", "trend",
)  # fmt: skip
_HEAD = re.compile(
    rf"^[*_# ]*(?P<date>(?:\d{{1,2}} )?(?:(?:{ANY_MONTH}) )?(?:\d{{1,2}}, )?(?:1[89]|20)\d\d)"
    r"[*_ ]*(?:[.:\u2013\u2014]|- )[*_]*\s*(?=\S)"
)
_ANY_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_YEARLESS = re.compile(r"XXXX-(?P<rest>\d\d(?:-\d\d)?)")
#: A time that is told from another one, or what is so at another one.
_OTHER_TIME = re.compile(
    r"\b(?:years?|months?|weeks?|days?|later|earlier|before|after|since|until|by|still|now|today|always|never|ever|ago|"
    r"has|have|had|will|would|shall)\b",
    re.IGNORECASE,
)


#: Verbs of the present in which timelines tell what happened.
_PRESENT = {
    "becomes": "became", "takes": "took", "buys": "bought", "joins": "joined", "leaves": "left", "resigns": "resigned",
    "wins": "won", "loses": "lost", "opens": "opened", "closes": "closed", "shuts": "shut", "sells": "sold",
    "founds": "founded", "elects": "elected", "acquires": "acquired", "appoints": "appointed", "begins": "began",
    "launches": "launched", "fines": "fined", "signs": "signed", "merges": "merged", "moves": "moved",
}  # fmt: skip
_VERB = re.compile(rf"\b(?:{'|'.join(_PRESENT)})\b")
_DAY = re.compile(rf"\b(?:\d{{1,2}} )?(?:{ANY_MONTH})\b")


def in_time_of_head(claim: Asked) -> Asked:
    """A claim of a dated paragraph with its time; any other as it is."""
    if claim.kind not in _KINDS or not claim.around or _ANY_YEAR.search(claim.words):
        return claim
    found = _HEAD.match(own_passage(claim.around))
    when = dates.to_edtf(found["date"]) if found else None
    if found is None or when is None or claim.words.startswith(found["date"]):
        return claim
    told = _VERB.sub(lambda m: _PRESENT[m[0]], claim.words.rstrip(" ."))
    present = told != claim.words.rstrip(" .") and tells_of_something(claim.words)
    kind: ClaimKind = "event date" if claim.kind == "other" and present else claim.kind
    days = [*_DAY.finditer(told)]
    if len(days) == 1:
        words = f"{told[: days[0].end()]} {when[:4]}{told[days[0].end() :]}"
        return replace(claim, kind=kind, time=dates.to_edtf(f"{days[0][0]} {when[:4]}"), words=words)
    if yearless := _YEARLESS.fullmatch(claim.time or ""):
        return replace(claim, kind=kind, time=f"{when[:4]}-{yearless['rest']}", words=told)
    if claim.time or _OTHER_TIME.search(claim.words):
        return claim
    leads = "on" if len(when) > len("2017-05") else "in"
    return replace(claim, kind=kind, time=when, words=f"{told} {leads} {found['date']}")
