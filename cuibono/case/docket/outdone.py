"""How a claim sets two against each other: who has more, and how many times or by how much: "twice as many lamps as".

Only the form is read here; who the two are and what is recorded of them is for ``two_named``.
"""

import re
from dataclasses import dataclass

from cuibono.case.docket.changes import POINTS, Sized
from cuibono.case.docket.words import QUALIFIERS
from cuibono.measures.claimed import Claimed
from cuibono.model import quantities
from cuibono.model.spelled import ONES

_UP = "more|higher|larger|greater|bigger|longer"
_DOWN = "fewer|less|lower|smaller|shorter"
_HOW = r"(?:far |much |slightly |somewhat |considerably |clearly |even |an? |the )*"
#: More of it than somebody else has, and what is above or below that of somebody else.
_THAN = re.compile(rf"\b{_HOW}(?P<how>{_UP}|{_DOWN})\b(?P<what>[^;:]*?),? than (?P<other>[^;:]+)$", re.IGNORECASE)
_ABOVE = re.compile(
    rf"\b(?P<what>was|were|is|stood|lay) {_HOW}(?P<how>above|below|under) (?P<other>[^;:]+)$", re.IGNORECASE
)
#: Who stands before another, or behind, in what is told after it.
_AHEAD = re.compile(
    r"\b(?P<what>was|were|is|stood|lay|ranked|came|finished) (?:well |far |just )?"
    r"(?P<how>ahead of|behind) (?P<other>[^;:]+)$",
    re.IGNORECASE,
)
_VERBS = "exceed(?:s|ed)|surpass(?:es|ed)|outstrip(?:s|ped)|top(?:s|ped)|outnumber(?:s|ed)|eclipse[sd]"
#: Verbs that say that the one has more than what the other has.
_SURPASSED = re.compile(
    rf"\b(?P<how>{_VERBS})(?P<what> )(?P<other>(?:that|those|the (?:number|figure|one)s?) (?:of|in|at|for) [^;:]+)$",
    re.IGNORECASE,
)
_TIMES = {"twice": 200.0, "double": 200.0, "thrice": 300.0, "triple": 300.0, "half": 50.0} | {
    f"{word} times": 100.0 * n for word, n in ONES.items() if n > 1
}  # fmt: skip
_NEAR = rf"(?:(?P<near>{QUALIFIERS}|all but|some|exactly) )?"
_TOTAL = "number|amount|total|level|figure|rate|size|volume"
#: How many times as much the one has: "twice as many lamps as Acme", "more than double that of Acme".
_FOLD = re.compile(
    rf"\b{_NEAR}(?:(?P<times>{'|'.join(_TIMES)})|(?P<digits>\d+(?:\.\d+)?) times)"
    r"(?: as (?:many|much|high|large|big|great|long)\b(?P<what>[^;:]*?) as (?P<other>[^;:]+)"
    rf"|(?: the (?:{_TOTAL}))? (?P<that>(?:that|those|the (?:{_TOTAL}|one)s?) (?:of|in|at|for) [^;:]+)"
    r"| the (?P<thing>[a-z][a-z -]{2,40}?) (?:of|in|at) (?P<owner>[^;:]+))$",
    re.IGNORECASE,
)
#: By how much more, before the "more": "300 more lamps than", "a third higher than".
_BY = re.compile(
    rf"(?:\b(?:{QUALIFIERS}|some) )?(?:(?<![\w.,])(?:[$€£¥]\s?)?\d[\d.,]*(?: (?:thousand|million|billion))?"
    r"(?: ?%| per ?cent| (?:percentage )?points?| [a-z]+)?|\b(?:an?|one|two|three) (?:third|quarter|fifth|tenth)s?) $",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Outdone:
    """What is said of the one, the words of the other, whether the one has more, and by how much where that is said."""

    front: str
    other: str
    more: bool
    ahead: bool = False
    size: Claimed | None = None
    sized: Sized = "fold"
    step: str = ""


def outdone(words: str) -> Outdone | None:
    """The comparison that a claim makes of two; None where it makes none.

    >>> told = outdone("Acme had twice as many shops as Vex")
    >>> (told.front, told.other, told.size) if told else None
    ('Acme had   shops', 'Vex', Claimed(low=200.0, high=200.0, qualifier='part'))
    """
    if found := _FOLD.search(words):
        return _folded(words, found)
    found = _THAN.search(words) or _ABOVE.search(words) or _AHEAD.search(words) or _SURPASSED.search(words)
    if found is None:
        return None
    before, how = words[: found.start()], found["how"].lower()
    more = how in (*_UP.split("|"), "above", "ahead of") or found.re is _SURPASSED
    by = _BY.search(before) if found.re is _THAN else None
    said = quantities.parse(by[0].strip()) if by else None
    if by is None or said is None:
        return Outdone(f"{before} {found['what']}", found["other"], more, found.re is _AHEAD)
    sized: Sized = "percent" if said.unit == "percent" else "points" if said.unit in POINTS else "unit"
    size = Claimed(said.low, said.high, said.qualifier)
    return Outdone(
        f"{before[: by.start()]} {found['what']}", found["other"], more, size=size, sized=sized, step=said.unit
    )


def folded(words: str) -> re.Match[str] | None:
    """Where a claim says how many times as much of it another has; None where it does not."""
    return _FOLD.search(words)


def _folded(words: str, found: re.Match[str]) -> Outdone | None:
    """How many times as much, in percent; what is said without "about" is spoken, and not measured."""
    value = 100 * float(found["digits"]) if found["digits"] else _TIMES[found["times"].lower()]
    near = (found["near"] or "").lower()
    said = quantities.parse(f"{'nearly' if near == 'all but' else near.replace('exactly', '')} {value:.12g}".strip())
    if said is None:
        return None
    size = Claimed(said.low, said.high, said.qualifier or "part")
    front = f"{words[: found.start()]} {found['what'] or found['thing'] or ''}".rstrip()
    return Outdone(front, found["other"] or found["that"] or found["owner"], value > 100, size=size)
