"""What says that somebody holds more of a firm than anybody else."""

import re

from cuibono.model.docket import Asked

_MOST = r"(?:largest|biggest|main|principal|top|number one|leading)"
_HOLDER = r"(?:share|stock)?-?(?:holder|owner|investor|proprietor)"
LARGEST = re.compile(
    rf"\b{_MOST} (?:(?:single|individual|known) )?{_HOLDER}\b"
    rf"|\b(?:owns?|holds?|owned|held|has|had) (?:the )?{_MOST} (?:single )?(?:stake|shareholding|holding)\b"
    r"|\b(?:owns?|holds?|owned|held) more (?:shares )?(?:of|in) .{2,60}? than any(?:body|one)? ?(?:else|other \w+)",
    re.IGNORECASE,
)


def is_of_the_largest(claim: Asked) -> bool:
    """Whether a claim says that somebody holds more of a firm than anybody else."""
    return bool(LARGEST.search(claim.words)) and claim.low is None and claim.high is None
