"""How a sentence sets two sides against each other: "more often than", "twice as often as", "no more than", "alike".

Only the form is read here; who the sides are and of what it is is for ``sides``.
"""

import re
from dataclasses import dataclass
from typing import Literal

Way = Literal["more", "less", "alike"]

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOW = (
    r"(?:often|frequently|seldom|rarely|likely|much|many|high|usual(?:ly)?|commonly|regularly|long|common|frequent|rare"
    r"|readily)"
)
_ABOUT = (
    r"(?:(?:about|around|roughly|approximately|some|nearly|almost|close to|more than|over|at least|less than|under) )?"
)
_NUMBER = rf"(?:{'|'.join(_UNITS)}|several|many|\d+(?:[.,]\d+)?)"
_MORE = re.compile(
    r"\b(?P<no>no |not (?:any )?|any )?(?:even )?(?P<way>more (?:rarely|seldom)|more|less|fewer|rarer|higher|lower)\b"
    r"(?P<middle>.*?)\bthan (?P<other>.+)$",
    re.IGNORECASE,
)
_FACTOR = re.compile(
    rf"\b(?P<near>{_ABOUT})(?P<times>twice|thrice|half|{_NUMBER}[ -]times) (?:as|more) (?:{_HOW} )?(?P<middle>.*?)"
    r"\b(?:as|than) (?P<other>.+)$",
    re.IGNORECASE,
)
_ALIKE = re.compile(
    rf"\b(?P<no>not )?(?:(?:just|exactly|about|roughly|almost|nearly|every bit|equally) )?"
    rf"(?:as {_HOW}|the same (?:chances?|odds|share|amount|dose)(?: of)?) (?P<middle>.*?)"
    r"\bas (?P<other>.+)$",
    re.IGNORECASE,
)
#: Both stand on one side of the word: "A and B were refused equally often".
_EQUALLY = re.compile(
    rf"\b(?:(?:about|roughly|almost|nearly|exactly) )?(?:equally {_HOW}"
    r"|the (?:very |exact )?same (?:(?:small|tiny|low|large|big|high|modest) )?(?:number of times|rate|share|proportion"
    r"|dose|amount|quantity|portion|slice|part|mix|diet|chances?|odds|content|things?)(?: of)?"
    r"|the same(?= (?:irrespective|regardless|no matter|whatever|wherever)\b)"
    r"|equal (?:chances?|odds)(?: of)?|at (?:about )?(?:the same|equal) rates?|alike"
    r"|with (?:exactly |about )?the same frequency|no (?:such |real |clear )?(?:difference|gap)s? between"
    r"|in (?:just |exactly )?the same way|no differently|without (?:any )?(?:distinction|difference))\b",
    re.IGNORECASE,
)
#: "More likely to be refused" is more often refused.
_LIKELY = re.compile(r"\b(?:likely )?to (?:be|get|have)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never|no|nor|neither|none)\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comparing:
    """A comparison in words: what stands before and behind it, which way, how many times, and whether it is denied.

    ``behind`` is empty where both sides stand together; ``rest`` are the words that are not of the comparison itself.
    """

    before: str
    behind: str
    way: Way
    denied: bool
    rest: str
    near: str = ""
    times: str = ""


def denied(text: str) -> bool:
    """Whether a sentence denies something."""
    return _DENIED.search(text) is not None


def comparing(text: str) -> Comparing | None:
    """The one comparison of a sentence; None where there is none, or where it is denied twice."""
    found = _read(text)
    if found is None:
        return None
    denials = len(_DENIED.findall(found.rest)) + found.denied
    if denials > 1:
        return None
    return Comparing(
        found.before, found.behind, found.way, bool(denials), _DENIED.sub(" ", found.rest), found.near, found.times
    )


def _read(text: str) -> Comparing | None:
    if at := _FACTOR.search(text):
        way: Way = "less" if at["times"].lower() == "half" else "more"
        return _parts(text, at, way, near=at["near"].strip().lower(), times=at["times"].lower())
    if at := _MORE.search(text):
        less = at["way"].lower() in ("less", "fewer", "rarer", "lower", "more rarely", "more seldom")
        return _parts(text, at, "less" if less else "more", denied=bool(at["no"]))
    if at := _ALIKE.search(text):
        return _parts(text, at, "alike", denied=bool(at["no"]))
    if at := _EQUALLY.search(text):
        rest = f"{text[: at.start()]} {text[at.end() :]}"
        return Comparing(rest, "", "alike", False, rest)
    return None


def _parts(
    text: str, at: re.Match[str], way: Way, *, denied: bool = False, near: str = "", times: str = ""
) -> Comparing:
    before = f"{text[: at.start()]} {at['middle']}"
    rest = _LIKELY.sub(" ", f"{before} {at['other']}")
    return Comparing(before, at["other"], way, denied, rest, near, times)


def fits(comparing: Comparing, ratio: tuple[float, float, float]) -> bool | None:
    """Whether a ratio that was measured is as many times as is said; None where it is not clear.

    >>> fits(Comparing("", "", "more", False, "", "about", "three times"), (2.8, 2.1, 3.7))
    True
    """
    value, low, high = ratio
    said = _factor(comparing.times)
    if said is None:
        return True if value >= 3 else None
    least, most = _band(comparing.near, said)
    if least <= value <= most:
        return True
    apart = high < said / 1.25 or low > said * 1.25
    return False if apart and not (comparing.near in ("more than", "over", "at least") and value > said) else None


def _band(near: str, said: float) -> tuple[float, float]:
    """Between which ends a ratio is what is said."""
    if near in ("more than", "over", "at least"):
        return said * 0.995, said * 1.6
    if near in ("less than", "under", "nearly", "almost", "close to"):
        return said * (0.6 if near in ("less than", "under") else 0.8), said * 1.02
    return (said * 0.8, said * 1.2) if near else (said * 0.87, said * 1.13)


def _factor(times: str) -> float | None:
    """How many times it says; None for "several"."""
    known = {"twice": 2.0, "thrice": 3.0, "half": 0.5}
    if times in known:
        return known[times]
    word = re.split(r"[ -]", times)[0]
    if word in _UNITS:
        return float(_UNITS.index(word) + 1)
    return float(word.replace(",", ".")) if word[0].isdigit() else None
