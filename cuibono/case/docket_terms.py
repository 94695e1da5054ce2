"""From when and until when somebody held a post: "since May 2016" is borne out by a record that begins in that month.

Only a beginning or an end that is recorded within the one that is claimed bears a claim out; another one decides
nothing, for a record may be of a second term.
"""

import re
from dataclasses import dataclass, replace

from cuibono.case.docket_rows import Edge
from cuibono.case.docket_times import days, rough
from cuibono.case.docket_words import ANY_MONTH
from cuibono.model import dates
from cuibono.model.docket import Asked

_WHEN = rf"(?:(?:the )?(?:(?:\d{{1,2}} )?(?-i:{ANY_MONTH}),? |years? )?(?:1[89]|20)\d\d)"
_SINCE = re.compile(rf"\b(?:ever )?since ({_WHEN})\b", re.IGNORECASE)
_UNTIL = re.compile(rf"\b(?:until|till|up to) ({_WHEN})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """When something began and ended, as a claim says it (EDTF); None where it says nothing of that."""

    since: str | None = None
    until: str | None = None

    def fits(self, edge: Edge) -> bool:
        """Whether a record begins and ends within what is claimed; what goes on "since" then has no end."""
        if self.since and (not _within(edge.start, self.since) or (edge.end is not None and not self.until)):
            return False
        return not self.until or _within(edge.end, self.until)


def termed(claim: Asked) -> tuple[Asked, Term | None]:
    """A claim without the words of its term, and the term; None where it names none, or more than one."""
    found = [_SINCE.findall(claim.words), _UNTIL.findall(claim.words)]
    if claim.polarity == "-" or not any(found) or any(len(f) > 1 for f in found):
        return claim, None
    since, until = (dates.to_edtf(re.sub(r"^(?:the )?(?:years? )?", "", f[0])) if f else None for f in found)
    if (found[0] and not since) or (found[1] and not until):
        return claim, None
    words = " ".join(_UNTIL.sub("", _SINCE.sub("", claim.words)).split())
    return replace(claim, words=words, time=None), Term(since, until)


def _within(recorded: str | None, claimed: str) -> bool:
    mine, theirs = days(claimed), days(recorded)
    return bool(mine and theirs and not rough(recorded) and mine[0] <= theirs[0] and theirs[1] <= mine[1])
