"""What says that somebody holds more of a firm than anybody else."""

import re
from dataclasses import replace

from cuibono.model.docket import Asked

#: "is its largest shareholder, with 40 percent".
_WITH_PART = re.compile(
    r"^(?P<who>.+?) (?P<be>is|was|remains|remained) (?P<largest>.*?),? with (?:a (?:stake|share|holding) of )?"
    r"(?P<part>[^,;]*\d[\d.,]* ?(?:percent|per cent|%))(?: of (?:the|its) (?:shares|capital|stock))?[.]?$",
    re.IGNORECASE,
)
_OF_FIRM = re.compile(r"\b(?:of|in|at) (?P<firm>(?:the )?[A-Z][^,;]*)$")
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


def with_its_part(claim: Asked) -> tuple[Asked, ...]:
    """The claims that "is the largest shareholder of Acme, with 40 percent" makes: of the place, and of the part."""
    found = _WITH_PART.match(claim.words) if claim.kind in ("ownership", "share") and claim.low is not None else None
    if found is None or not LARGEST.search(claim.words) or claim.polarity == "-":
        return ()
    firm = _OF_FIRM.search(found["largest"])
    if firm is None:
        return ()
    holds = "holds" if found["be"].lower() in ("is", "remains") else "held"
    alone = f"{found['who']} {found['be']} {found['largest']}"
    return (
        replace(claim, kind="ownership", words=alone, low=None, high=None, unit="", qualifier=""),
        replace(claim, kind="ownership", words=f"{found['who']} {holds} {found['part']} of {firm['firm']}"),
    )
