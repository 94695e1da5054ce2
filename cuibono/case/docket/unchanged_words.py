"""Words that say that something stayed what it was: "did not change", "was the same", "stagnated"."""

import re

from cuibono.case.docket.words import months
from cuibono.case.docket.years import YEAR
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked

_KINDS: tuple[ClaimKind, ...] = ("trend", "amount", "count", "share", "other", "rank")
_STAYED = r"(?:stay(?:s|ed)|remain(?:s|ed)|held|was|were|is|are|has been|have been|kept|stood)"
_STILL = (
    r"(?:flat|unchanged|constant|stable|steady|level|the same|just the same|exactly the same|as high|as large|as low"
    r"|static|stagnant|where it was)"
)
UNCHANGED = re.compile(
    rf"\b{_STAYED} (?:all but |almost |nearly |practically |virtually |roughly |broadly |more or less "
    rf"|completely )?{_STILL}\b"
    r"|\b(?:did not|didn't|has not|have not|hasn't|had not) (?:change|changed|move|moved|budge|budged|alter"
    r"|altered)(?: at all)?\b"
    r"|\b(?:stagnated|flatlined|stood still|plateaued|levelled off|trod water)\b"
    r"|\b(?:neither (?:rose|grew) nor (?:fell|shrank)|showed no change|saw no (?:change|growth))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no longer|never|hardly|not|n't|until|unless|if|anything but|far from)\b", re.IGNORECASE)


def is_unchanged(claim: Asked) -> bool:
    """Whether a claim says that something stayed what it was, in one year or between two.

    >>> is_unchanged(Asked("other", "", "Vex's output was the same in 2021 as in 2020", ("s", 1), "Pia"))
    True
    """
    found = UNCHANGED.search(claim.words)
    if found is None or claim.kind not in _KINDS or (claim.polarity == "-" and "n" not in found[0].lower()):
        return False
    rest = f"{claim.words[: found.start()]} {claim.words[found.end() :]}"
    return not _DENIED.search(rest) and bool(YEAR.search(claim.words)) and not months(claim)
