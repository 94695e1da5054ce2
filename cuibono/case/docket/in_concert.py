"""What a claim of accounts acting together says of their number, how close in time they were, and how often.

Each is compared with what was measured: six accounts are a group of six, "within ten seconds" was looked for within ten
seconds, and "some thirty times" is what every two of them did about thirty times. What fits becomes words of the
measure; what does not is something that the measure must have been and was not.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from cuibono.case.docket.words import folded
from cuibono.model.bearing import Bearing
from cuibono.model.docket import Asked, Party

_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TENS = {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100}
_VALUES = {w: n for n, w in enumerate(_SMALL, start=1)} | _TENS | {"a": 1, "the same": 1}
_NUMBER = rf"(?:{'|'.join((*_SMALL, *_TENS))}|\d+)"
_WITHIN = re.compile(rf"\bwithin (?P<many>a|the same|{_NUMBER}) (?P<unit>second|minute)s?\b", re.IGNORECASE)
_OF = r"(?:of )?(?:the )?(?:same |identical |common |shared |very )*"
_THINGS = r"(?:times|links?|posts?|articles|urls|addresses|stories|occasions|videos|texts|messages|hashtags)"
_COUNTED = re.compile(
    rf"\b(?P<near>(?:more than|over|at least|no fewer than|some|about|around|roughly|nearly|almost|exactly) )?"
    rf"(?P<many>{_NUMBER}) {_OF}{_THINGS}\b",
    re.IGNORECASE,
)
_SIZE = re.compile(rf"\b(?P<many>{_NUMBER}) (?:[\w-]+ )?(?:accounts|pages|channels|profiles|outlets)\b", re.IGNORECASE)
#: How many more than those who are named: "together with three other pages".
_AND_OTHERS = re.compile(
    rf"\b(?:together )?with (?P<many>{_NUMBER}) (?:other|more|further) (?:accounts|pages|channels|profiles|outlets)\b",
    re.IGNORECASE,
)
_NEAR = 0.15  # by how much "some thirty" may be off
_LEAST = ("more than", "over", "at least", "no fewer than")
_ROW = re.compile(r"^(?:there (?:is|was|has been) (?:any )?)?coordination\b", re.IGNORECASE)


def window_of(words: str) -> int | None:
    """Within how many seconds of each other it is said to have been; None where no number is given.

    >>> window_of("posted the same links within ten seconds of each other"), window_of("within the same minute")
    (10, 60)
    """
    found = _WITHIN.search(words)
    return _value(found["many"]) * (60 if found["unit"].lower() == "minute" else 1) if found else None


def of_accounts(claim: Asked, bearing: Bearing, window: int | None) -> Bearing:
    """A measure of accounts with the words of a claim's numbers that fit it, and without those that do not."""
    words, needs = [w for w in bearing.words if not _SIZE.fullmatch(w)], list(bearing.needs)
    for found, fits, what in _numbers(claim.words, bearing, window):
        if fits:
            words += found[0].lower().split()
        else:
            needs.append(f"so many {what}")
    return replace(bearing, words=tuple(words), needs=tuple(needs))


def _numbers(text: str, bearing: Bearing, window: int | None) -> Iterator[tuple[re.Match[str], bool, str]]:
    """Each number of a claim, whether it is what was measured, and of what it is."""
    if found := _WITHIN.search(text):
        yield found, window_of(text) == window, "seconds"
        text = _WITHIN.sub(" ", text)
    if found := _COUNTED.search(text):
        yield found, _is_as_often(found, bearing), "times"
        text = _COUNTED.sub(" ", text)
    if found := _AND_OTHERS.search(text):
        size = _value(found["many"]) + len(accounts_in(text, bearing))
        yield found, f"{_word(str(size))} accounts" in bearing.words, "accounts"
        return
    if found := _SIZE.search(text):
        yield found, f"{_word(found['many'])} accounts" in bearing.words, "accounts"


def with_accounts(claim: Asked, bearing: Bearing) -> Asked:
    """A claim with the accounts that it names for those whom it is about, where the reader took none of them."""
    there = {folded(a) for a in bearing.about}
    parties = [p for p in (claim.subject, claim.object) if p and folded(p.name) in there]
    names = named(claim, bearing)
    if not parties and len(names) == 1 and of_one(claim):
        return replace(claim, subject=Party(None, names[0]), object=None)
    if parties or len(names) < 2:
        return claim
    return replace(claim, subject=Party(None, names[0]), object=Party(None, names[1]))


def of_one(claim: Asked) -> bool:
    """Whether it tells of one account that it acts with others, or does not: "acts on its own", in plain words."""
    return claim.words.endswith("together with other accounts")


def is_row(claim: Asked, bearing: Bearing) -> bool:
    """Whether it is a row of a table whose property says all, of two accounts: "coordination" with another one."""
    return claim.kind == "coordination" and bool(_ROW.search(claim.words)) and len(named(claim, bearing)) > 1


def named(claim: Asked, bearing: Bearing) -> tuple[str, ...]:
    """Those of a measure whom a claim names."""
    return accounts_in(f"{claim.subject.name if claim.subject else ''} {claim.words}", bearing)


def accounts_in(text: str, bearing: Bearing) -> tuple[str, ...]:
    """Those of a measure whom a text names."""
    said = folded(text)
    found = (a for a in bearing.about if re.search(rf"(?<![\w@]){re.escape(folded(a))}(?!\w)", said))
    return tuple(dict.fromkeys(found))


def _is_as_often(found: re.Match[str], bearing: Bearing) -> bool:
    """Whether every two of them did so as often as is said."""
    low, high, said = bearing.low, bearing.high, _value(found["many"])
    if low is None or high is None:
        return False
    near = (found["near"] or "").strip().lower()
    if near in _LEAST:
        return low > said or (low == said and near in _LEAST[2:])
    if near and near != "exactly":
        return low >= said * (1 - _NEAR) and high <= said * (1 + _NEAR)
    return low == high == said


def _value(text: str) -> int:
    low = text.lower()
    return _VALUES[low] if low in _VALUES else int(low)


def _word(text: str) -> str:
    """A number as a word where it is a small one."""
    value = _value(text)
    return _SMALL[value - 1] if value <= len(_SMALL) else str(value)
