"""A claim that an outlet mentioned somebody more often from some time on is put to the change that was measured.

It must name both, and a time that the change lies in or begins within a month of; how many times as often is compared
with the ratio of the rates.
"""

import re
from datetime import date, timedelta

from cuibono.case.docket.compared import Comparing, Way, denied, fits
from cuibono.case.docket.evens import of_even
from cuibono.case.docket.times import days
from cuibono.case.docket.words import ANY_MONTH, listed, narrowing, stems
from cuibono.extract.claim_words import MONTHS
from cuibono.measures.claimed import Verdict
from cuibono.model.bearing import Bearing
from cuibono.model.docket import Asked

_NEAR = r"(?P<near>(?:about|around|roughly|nearly|almost|more than|over|at least|less than) )?"
_TIMES = re.compile(
    rf"\b{_NEAR}(?P<times>twice|thrice|half"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+(?:\.\d+)?) times)"
    r" (?:as|more) (?:often|frequently|much)\b",
    re.IGNORECASE,
)
_GREW = re.compile(rf"\b{_NEAR}(?P<verb>doubled|tripled|trebled|quadrupled|halved)\b", re.IGNORECASE)
_BY_VERB = {"doubled": "twice", "tripled": "thrice", "trebled": "thrice", "quadrupled": "four times", "halved": "half"}
_UP = re.compile(r"\b(?:more (?:often|frequently)|rose|grew|increased|went up)\b", re.IGNORECASE)
_DOWN = re.compile(r"\b(?:less (?:often|frequently)|fell|dropped|declined|went down|decreased)\b", re.IGNORECASE)
_AROUND = (
    "mention", "mentions", "mentioned", "name", "named", "cited", "covered", "began", "begin", "started", "start",
    "also", "since", "from", "on", "as", "than", "before", "after", "half-year", "half", "year", "months", "month",
    "weeks", "week", "per", "each", "every", "time", "times", "often", "frequently", "middle", "beginning", "end",
    "early", "mid", "late", "spring", "paper", "newspaper", "outlet", "station", "same", "previous", "until", "then",
    "earlier", "coverage", "number", "it", "had", "did", "onwards", "onward", "that", "its", "columns", "items",
    "articles", "reports", "stories", "pieces", "spoke", "speak", "spoken", "talked", "wrote", "written", "about",
    "references", "reference", "references", "appeared", "appears", "appear", "name", "counted", "beginning",
    "starting",
    "following", "preceding", "first", "second",
)  # fmt: skip
_SLACK = timedelta(days=31)
#: From when on, beside which another time is only that before: "from July 2024 on than in the first half of the year".
_SINCE = re.compile(
    rf"\b(?:from|since|after|following|starting|beginning|as of|with) (?:about |early |mid-?|late |the (?:end|beginning"
    rf"|start|middle) of )?(?:in )?(?:\d{{1,2}} )?(?P<month>{ANY_MONTH}),? (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
#: How much more it is, said without a number, which only a change of half as much again and more is.
_FAR = ("much", "far", "considerably", "significantly", "markedly", "clearly", "noticeably", "substantially", "sharply",
        "steeply", "drastically")  # fmt: skip
_FAR_FROM = 1.4


def of_mentions(claim: Asked, bearing: Bearing) -> tuple[Verdict | None, str] | None:
    """What a change of attention says to a claim; None where it is not of this name in this outlet."""
    said = stems(claim.words)
    if not all(stems(a) - listed("grammar") <= said for a in bearing.about) or bearing.ratio is None:
        return None
    if claim.polarity == "-" or denied(claim.words):
        return None, "it denies a change, and how large a one is not said"
    comparing = _said(claim.words)
    if comparing is None:
        return None
    far = _FAR if max(bearing.ratio[0], 1 / bearing.ratio[0]) >= _FAR_FROM else ()
    if left := narrowing(comparing.rest, *bearing.about, *bearing.words, " ".join((*_AROUND, *far)), plain="grammar"):
        return None, f"it says more than was measured: {', '.join(left[:3])}"
    if bearing.even:
        return _uneven(claim, comparing, bearing)
    if not _then(_since(claim), str(bearing.time)):
        return None, f"it was measured from {bearing.time} on"
    return _compared(comparing, bearing.ratio)


def _uneven(claim: Asked, said: Comparing, bearing: Bearing) -> tuple[Verdict | None, str]:
    """A claim of a change where none was found: only a large one, within what was seen, is contradicted."""
    mine, seen = days(_since(claim)), days(bearing.time)
    inside = mine is not None and seen is not None and seen[0] + _SLACK <= mine[0] <= seen[1] - _SLACK
    if said.times and inside and of_even(said, bearing.ratio) == "contradicted":
        return "contradicted", ""
    return None, "no change was found, and a small one is not excluded"


def _since(claim: Asked) -> str | None:
    """From when on it is said to be so: in its words, else its time."""
    found = {(m["year"], MONTHS.index(m["month"].capitalize()) + 1) for m in _SINCE.finditer(claim.words)}
    if len(found) != 1:
        return claim.time
    ((year, month),) = found
    return f"{year}-{month:02d}"


def _said(text: str) -> Comparing | None:
    """Which way it went, and how many times as often it was."""
    if at := _TIMES.search(text) or _GREW.search(text):
        found = at.groupdict()
        times = (found.get("times") or _BY_VERB[found["verb"].lower()]).lower()
        way: Way = "less" if times == "half" else "more"
        rest = f"{text[: at.start()]} {text[at.end() :]}"
        near = (found["near"] or "").strip().lower()
        return Comparing(text, "", way, False, rest, near, times)
    up, down = _UP.search(text), _DOWN.search(text)
    if bool(up) == bool(down):
        return None
    return Comparing(text, "", "more" if up else "less", False, (_UP if up else _DOWN).sub(" ", text))


def _then(claimed: str | None, change: str) -> bool:
    """Whether a claim is of the time of the change: the same month, or a time that begins within a month of it."""
    span, day = days(claimed), date.fromisoformat(change)
    return span is not None and abs(span[0] - day) <= _SLACK


def _compared(said: Comparing, ratio: tuple[float, float, float]) -> tuple[Verdict | None, str]:
    more = ratio[0] > 1
    if more != (said.way == "more"):
        return "contradicted", ""
    fit = fits(said, ratio) if said.times else True
    if fit is None:
        return None, "it was not as many times as that, and not clearly otherwise"
    return ("supported" if fit else "contradicted"), ""
