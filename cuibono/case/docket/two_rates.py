"""The rates of two groups in one sentence: "granted a flat to 70 percent of members and to 40 percent of others".

Whoever says so claims both, so that each is tested as the share of its group; only both together bear it out.
"""

import re
from dataclasses import replace

from cuibono.case.docket.words import QUALIFIERS
from cuibono.model import quantities
from cuibono.model.docket import Asked

_PART = rf"(?:(?:{QUALIFIERS}) )?\d+(?:[.,]\d+)? (?:percent|per cent|%)|(?:(?:{QUALIFIERS}) )?\d+(?:[.,]\d+)?%"
_OF = r"(?: of(?: the| all)?)?"
_TWO = re.compile(
    rf"^(?P<head>.*?)(?P<joint>\b(?:to|for|of|from|in) )?(?P<one>{_PART}){_OF} (?P<a>[^,;\d%]+?),? "
    rf"(?:and|but|against|compared (?:with|to)|versus|while|whereas) (?:only |just )?(?:to |for |of |from |in )?"
    rf"(?P<two>{_PART}){_OF} (?P<b>[^;\d%]+?)(?P<tail>,? in (?:19|20)\d\d)?$",
    re.IGNORECASE,
)
_BARE = ("cases", "all cases", "applications", "requests")


def each_rate(claim: Asked) -> list[Asked]:
    """The claim of the one rate and that of the other; none where there are no two."""
    found = _TWO.search(claim.words) if claim.kind in ("share", "treatment") else None
    if found is None or found["a"].lower() in _BARE or claim.polarity == "-":
        return []
    joint, tail = found["joint"] or "", found["tail"] or ""
    a, b = found["a"].strip(), found["b"].strip()
    left, right = "", ""
    if not joint and not found["head"].strip(", ").count(" ") > 1 and " " in a:
        a, _, did = _split(a)
        right = f" {did}" if did else ""
    made = []
    for number, who in ((found["one"], a), (found["two"], b)):
        said = quantities.parse(number, ".")
        if said is None:
            return []
        words = f"{found['head']}{left}{joint}{number} of {who}{right}{tail}"
        made.append(
            replace(
                claim, kind="share", words=words, low=said.low, high=said.high, qualifier=said.qualifier,
                unit="percent", subject=None, object=None,
            )
        )  # fmt: skip
    return made


_DID = re.compile(r"^(?P<who>.+?) (?P<did>(?:were|was|are|got|had|received|saw|have|get)\b.+)$", re.IGNORECASE)


def _split(text: str) -> tuple[str, str, str]:
    """A group and what was done to it, where the verb stands with the first of two: "70 percent of A were refused"."""
    found = _DID.match(text)
    return (found["who"], "", found["did"]) if found else (text, "", "")
