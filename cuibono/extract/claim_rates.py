"""Parts of so many as they are told of cases: "in nine cases out of ten", "one time in five", "half of the time".

Each is read as percent. A part in small numbers is spoken, not measured; "36 of 40" is counted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cuibono.model import quantities
from cuibono.model.spelled import ONES

_SPELLED = {w: float(v) for w, v in ONES.items()} | {
    "fifteen": 15.0,
    "twenty": 20.0,
    "a hundred": 100.0,
    "hundred": 100.0,
}
_N = rf"(?:{'|'.join(sorted(_SPELLED, key=len, reverse=True))}|(?!(?:19|20)\d\d\b)\d{{1,6}})"
_HOW = (
    r"(?:(?:only|just|barely|as many as|as few as|a mere|fully|no fewer than|some) )?"
    r"(?P<near>(?:about|around|roughly|approximately|nearly|almost|close to|more than|over|less than|fewer than|under"
    r"|at least|at most|not even|well over) )?(?:only |just )?"
)
_FRACTION = r"(?:(?:a |one )?half|(?:a |one |two |three |four )(?:third|quarter|fifth|sixth|eighth|tenth)s?)"
CASES = (
    r"(?:cases|case|times|time|applications?|requests?|instances?|occasions?|claims|files|hearings|decisions|attempts?"
    r"|tries|appeals|bids|inspections|theirs|them)"
)
_ITS = r"(?:(?:the|all|their|its|his|her|such|these|those|all the|all their) )?"
_PER = r"(?:out of|in|of)(?: every)?"
#: What a part of a whole is told of, which is named elsewhere: "in nine cases out of ten", "half of the time".
_OF_CASES = (
    rf"{_HOW}(?P<n>{_N}) {_ITS}{CASES} {_PER} (?P<m>{_N})\b",
    rf"{_HOW}(?P<n>{_N}) {_PER} (?P<m>{_N}) (?:of )?{_ITS}{CASES}\b",
    rf"{_HOW}(?P<p>[\d.]+ ?(?:percent|per cent|%)|{_FRACTION})(?: of)? {_ITS}{CASES}\b",
)
#: The same of what stands behind it: "nine out of ten large requests", "36 of 40 donors".
_OF_THINGS = (
    rf"{_HOW}(?P<n>{_N}) (?:out of|in) (?:every )?(?P<m>{_N})\b(?: of(?: the| all| its| their)?)?",
    rf"{_HOW}(?P<n>\d+) of {_ITS}(?P<m>\d+)\b",
    rf"{_HOW}(?P<n>{_N}) of (?:the|all|all the|its|their) (?P<m>{_N})\b",
)
#: With what it is of between: "two owners in five", "four large spills out of five".
_AROUND = (
    rf"{_HOW}(?P<n>{_N}) (?P<of>(?!percent|per |times? |cases? )(?:[a-z][\w-]* ){{1,4}}?)(?:out of|in)(?: every)? "
    rf"(?P<m>{_N})\b(?=$|[,;.]| (?:who|that|which|whose|was|were|is|are|got|get|had|received|came|went|saw|and|but"
    rf"|while|in (?:19|20)\d\d)\b)"
)
_FORMS = (
    *((re.compile(rf"\b(?:in |for |on )?{f}", re.IGNORECASE), True) for f in _OF_CASES),
    (re.compile(rf"\b{_AROUND}", re.IGNORECASE), False),
    *((re.compile(rf"\b{f}", re.IGNORECASE), False) for f in _OF_THINGS),
)
_COMPARED = re.compile(r"^ (?:as|more|less|higher|lower)\b", re.IGNORECASE)
_ROUND = 20  # up to so many a whole is spoken of: "one in ten"
_NEARS = {"well over": "well over", "not even": "less than", "fewer than": "less than", "over": "more than"}


@dataclass(frozen=True, slots=True)
class Rate:
    """A part of a whole in a text: where it stands, in percent, and the words of what it is of that stand within it."""

    start: int
    end: int
    low: float | None
    high: float | None
    qualifier: str
    of_cases: bool
    within: str = ""
    whole: float | None = None


def rates(text: str) -> list[Rate]:
    """Every part that is told so, in their order.

    >>> [(r.low, r.of_cases) for r in rates("were refused in nine cases out of ten, others one time in five")]
    [(90.0, True), (20.0, True)]
    """
    found: list[Rate] = []
    for form, of_cases in _FORMS:
        for at in form.finditer(text):
            if all(at.end() <= r.start or r.end <= at.start() for r in found) and not _COMPARED.match(text[at.end() :]):
                found += _read(at, of_cases=of_cases)
    return sorted(found, key=lambda r: r.start)


def bare_part(text: str, whole: float) -> tuple[int, int, float, str] | None:
    """A number whose whole was told before and that ends a text: "locals in nine" behind "six cases out of ten"."""
    at = re.search(rf"(?:,|\b(?:in|by)) {_HOW}(?P<n>{_N})(?: of them)?$", text, re.IGNORECASE)
    value = _value(at["n"]) if at else None
    if at is None or value is None or not 0 < value <= whole:
        return None
    return at.start(), at.end(), 100 * value / whole, _near(at["near"])


def _read(at: re.Match[str], *, of_cases: bool) -> Iterator[Rate]:
    given = at.groupdict()
    within = (given.get("of") or "").strip()
    near = _near(given["near"])
    if given.get("p"):
        said = quantities.parse(f"{near} {given['p']}".strip(), ".")
        said = said or quantities.parse("half" if "half" in given["p"] else given["p"], ".")
        if said is not None:
            yield Rate(at.start(), at.end(), said.low, said.high, said.qualifier or _spoken(given["p"]), of_cases)
        return
    part, whole = _value(given["n"]), _value(given["m"])
    if part is None or whole is None or not 0 < part < whole:
        return
    share = 100 * part / whole
    said = quantities.parse(f"{near} {share:.6g} percent".strip(), ".")
    if said is not None:
        how = said.qualifier or ("part" if whole <= _ROUND else "")
        low, high = (share if v is not None else None for v in (said.low, said.high))
        yield Rate(at.start(), at.end(), low, high, how, of_cases, within, whole)


def _spoken(part: str) -> str:
    return "" if part[:1].isdigit() else "part"


def _near(text: str | None) -> str:
    low = (text or "").strip().lower()
    return _NEARS.get(low, low)


def _value(text: str) -> float | None:
    low = text.lower()
    return _SPELLED.get(low, float(low) if low.isdigit() else None)
