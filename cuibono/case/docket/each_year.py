"""What is said of every year of a time: "was the largest maker in every year from 2021 to 2023" is said three times.

Each year is tested by itself: one that is contradicted contradicts the claim, and only all together bear it out.
A rise or a fall of every year is told elsewhere (``yearly``).
"""

import re
from dataclasses import replace

from cuibono.case.docket.words import months
from cuibono.model.docket import Asked

_YEAR = r"(?:19|20)\d\d"
_EACH = re.compile(
    rf",? ?\b(?:in |for )?(?:every|each)(?: single| one)?(?: of the)? years? (?:from|between) (?P<a>{_YEAR}) "
    rf"(?:to|until|through|and) (?P<b>{_YEAR})\b"
    rf"|,? ?\bin both (?P<one>{_YEAR}) and (?P<two>{_YEAR})\b",
    re.IGNORECASE,
)
_BEEN = re.compile(r"\b(?:has|have|had) been\b")
_KINDS = ("rank", "share", "count", "amount")
_MOST = 12  # years that are looked up one by one


def each_year(claim: Asked) -> tuple[Asked, ...]:
    """The claims of the single years; none for another claim."""
    found = _EACH.search(claim.words)
    if found is None or claim.kind not in _KINDS or claim.polarity == "-" or months(claim):
        return ()
    first, last = int(found["a"] or found["one"]), int(found["b"] or found["two"])
    years = range(first, last + 1) if found["a"] else (first, last)
    if first >= last or len(years) > _MOST:
        return ()
    words = _BEEN.sub("was", f"{claim.words[: found.start()]} {{}}{claim.words[found.end() :]}".strip())
    return tuple(replace(claim, words=" ".join(words.format(f"in {y}").split()), time=str(y)) for y in years)
