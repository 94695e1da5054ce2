"""Forecasts are kept with their date, and scored as what they foretold once evidence of that time is there."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from cuibono.case.docket.verdicts import DECIDED
from cuibono.case.docket.words import listed, tokens
from cuibono.case.docket.years import YEAR
from cuibono.model.docket import Asked, Tested

_TOLD = r"predict|forecast|foretell|foretold|foresaw|foresee|project|prophes|promis|expect|warn|wager|bet|swor|swear"
#: Who foretold it, before what was foretold: "three years ago I predicted on this programme that".
_LED = re.compile(rf"^[^.;]*\b(?:{_TOLD})\w*\b[^.;]*?\bthat\s+", re.IGNORECASE)
_LED_WITHOUT_THAT = re.compile(rf"^[^.;]*\b(?:{_TOLD})\w*,? (?!that\b)(?=[^.;]*\b(?:would|will)\b)", re.IGNORECASE)
#: Words that say no more than that something will be so, and verbs that say no more than that it is.
_BOUND = "set|due|going|bound"
_MOVES = "rise|grow|climb|increase|go up|fall|drop|sink|shrink|decline|decrease|go down"
_COMES = re.compile(
    rf"\b(?:(?:will|shall|would)(?!\s+have\s+(?:made|had|\w+(?:ed|en))\b)|(?:is|are|was|were)(?: (?:{_BOUND}))? to)\b"
    r"(?:\s+(?:still|then|by then|soon|eventually|even|already|again)\b)?"
    r"(?:\s+(?:be(?: (?:down|up)(?= to\b))?|become|have|reach|exceed|surpass|stand at|amount to|come to"
    rf"|(?:{_MOVES})(?=\s+(?:to|above|below|over|under)\s+(?:\w+ ){{0,2}}[$€£¥]?\d))\b)?"
    r"|\bby(?=\s+(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
#: The same in Chinese, where it stands before a number or a verb.
_SHALL = re.compile(r"将(?:会|要)?(?=\s)")
Decide = Callable[[Sequence[Asked]], Tested]


def scored(claims: Sequence[Asked], decide: Decide, *, over: bool) -> Tested | None:
    """The outcome of a forecast; None while there is none, and its time is not over.

    What was foretold for a year is compared with that year; what was foretold "by" a year with that year, too: what
    came and went before is no part of it.
    """
    if claims[0].foretold is None:
        return None
    came = decide([_as_stated(c) for c in claims])
    if came.outcome not in DECIDED and not over:
        return None
    return replace(came, rule=f"it was a forecast; {came.rule}")


def _as_stated(claim: Asked) -> Asked:
    """What a forecast says, as if it were said of its time."""
    time = claim.time[3:] if claim.time and claim.time.startswith("../") else claim.time
    words = _SHALL.sub(" ", _COMES.sub(" ", _LED.sub("", claim.words)))
    kind = claim.foretold or claim.kind
    if kind == "trend" and (claim.low, claim.high) != (None, None) and not set(tokens(words)) & _moving():
        kind = "amount"  # what "will rise above 8 percent" will be more than 8 percent
    return replace(claim, kind=kind, status="stated", foretold=None, time=time, words=words)


def _moving() -> frozenset[str]:
    return listed("up") | listed("down")


def dated(claim: Asked) -> Asked:
    """A forecast with the year that it is for, where who foretold it said so in another year: "in 2021 I predicted".

    >>> told = "In 2021 I predicted that Acme would have 40 shops by 2024"
    >>> dated(Asked("forecast", "", told, ("s", 1), "Vex", foretold="count")).time
    '2024'
    """
    lead = _LED.match(claim.words) or _LED_WITHOUT_THAT.match(claim.words)
    if claim.kind != "forecast" or claim.time or lead is None:
        return claim
    years = set(YEAR.findall(claim.words[lead.end() :]))
    said = set(YEAR.findall(lead[0]))
    return replace(claim, time=years.pop()) if len(years) == 1 and len(said) <= 1 else claim
