"""Jobs, members and customers that somebody lost or added between two years: that many fewer, or more, are there.

Only what says how many there are less is so read: whom somebody hired, or let go, others may have replaced.
"""

import re
from dataclasses import replace

from cuibono.case.docket.words import QUALIFIERS
from cuibono.extract.lexicon import words
from cuibono.model.docket import Asked

_LOST = r"shed|sheds|lost|loses|cut|axed|slashed|eliminated"
_GAINED = r"gained|gains|added|adds|created"
#: Whom somebody has less of who lost some, whoever came in their place.
_MANY = "|".join(sorted(words("claim_kinds", "lost_people")))
_NET = r"\b(?:a )?net "
_MOVED = re.compile(
    rf"\b(?:(?:has|have|had) )?(?P<verb>{_LOST}|{_GAINED}) "
    rf"(?:(?P<size>(?:(?:{QUALIFIERS}|some|a net|net) )?\d[\d.,]*(?: (?:thousand|million))?) )?(?:net )?"
    rf"(?:jobs|posts|positions|employees|staff|workers|(?P<who>(?:[a-z-]+ )?(?:{_MANY})))\b",
    re.IGNORECASE,
)


def as_workforce(claim: Asked) -> Asked | None:
    """A claim of jobs lost or gained over years as a change of the number of employees; None for another one.

    >>> said = "Acme shed 30 jobs from 2016 to 2021"
    >>> told = as_workforce(Asked("count", "", said, ("s", 1), "Vex", time="2016/2021"))
    >>> told.words if told else ""
    'Acme employees fell by 30 from 2016 to 2021'
    """
    found = [*_MOVED.finditer(claim.words)]
    if (
        claim.kind not in ("count", "trend")
        or claim.polarity == "-"
        or len(found) != 1
        or not re.search(r"/|^\d{4}$", claim.time or "")
    ):
        return None
    (match,) = found
    verb = "fell" if re.fullmatch(_LOST, match["verb"], re.IGNORECASE) else "rose"
    size = f" by {re.sub(_NET, '', match['size'], flags=re.IGNORECASE)}" if match["size"] else ""
    who = f"total {match['who']}" if match["who"] else "employees"
    told = f"{claim.words[: match.start()]}{who} {verb}{size}{claim.words[match.end() :]}"
    return replace(claim, kind="trend", words=told, low=None, high=None, unit="", qualifier="")
