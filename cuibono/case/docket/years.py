"""The years that a claim names only from another one: "last year" by the day of its text, "a year earlier" by the year
beside it.

Only where one year is meant without doubt: "over the last year" is twelve months, and of "the year before" without a
year in the same sentence nobody knows which one it is.
"""

import re
from dataclasses import replace
from datetime import date

from cuibono.model.docket import Asked
from cuibono.model.spelled import ONES

A_YEAR = r"(?:1[89]|20)\d\d"
YEAR = re.compile(rf"\b{A_YEAR}\b")
_NO_OTHER = r"(?<!the )(?<!since )(?<!until )(?<!before )(?<!to )(?<!of )(?<!over )"
_LAST = re.compile(rf"{_NO_OTHER}\b(?:in |during |for )?last year\b(?!['\u2019-])", re.IGNORECASE)
_COUNTED = {**{w: int(n) for w, n in ONES.items() if 1 <= n <= 10}, "a": 1}
_EARLIER = re.compile(
    r"\b(?:(?:in |during |for )?the (?:previous|prior|preceding) (?:financial |fiscal |business )?year"
    r"|(?:in )?the year (?:before|earlier|previously)|(?P<months>twelve|12) months (?:earlier|before|previously)"
    rf"|(?P<n>{'|'.join(_COUNTED)}) years? (?:earlier|before|previously))\b"
    r"(?=[.,;:)]|$| (?:to|from|and|but)\b)",
    re.IGNORECASE,
)


#: The time between two years that the claim before has named.
_SAME_PERIOD = re.compile(
    r",? ?\b(?:over|in|during|within|at|across) (?:the|that) same (?:period|time|years|timeframe|stretch)\b,?",
    re.IGNORECASE,
)


#: A year before what is of it: "Acme's 2021 revenue".
_WHOSE = re.compile(r"(?<=['\u2019]s )(?P<year>(?:1[89]|20)\d\d) (?=[a-z])")


_LAST_ONES = re.compile(r"(?<!than )(?<!from )(?<!of )\blast year['\u2019]s (?=[a-z])", re.IGNORECASE)


def _of_a_year(claim: Asked, day: tuple[date, date] | None) -> tuple[str, str | None]:
    """The words of a claim with such a year behind them, and its time."""
    if _LAST_ONES.search(claim.words) and not claim.time and not YEAR.search(claim.words) and day and _one_year(day):
        last = str(day[0].year - 1)
        return f"{_LAST_ONES.sub('', claim.words)} in {last}", last
    found = _WHOSE.search(claim.words)
    if not found or claim.time or len(YEAR.findall(claim.words)) != 1:
        return claim.words, claim.time
    return f"{_WHOSE.sub('', claim.words)} in {found['year']}", found["year"]


def _one_year(day: tuple[date, date]) -> bool:
    return day[0].year == day[1].year


def dated(claim: Asked, day: tuple[date, date] | None) -> Asked:
    """A claim with its years in digits; ``day`` are the first and the last day on which it may have been published.

    >>> dated(Asked("count", "", "Acme sold 30 lamps in 2021, after 20 a year earlier", ("s", 1), "Vex"), None).words
    'Acme sold 30 lamps in 2021, after 20 in 2020'
    """
    words, time = _of_a_year(claim, day)
    named = {int(y) for y in YEAR.findall(words)}
    if day and _one_year(day) and len(_LAST.findall(words)) == 1:
        last = day[0].year - 1
        if all(y < last for y in named):
            words, time = _LAST.sub(f"in {last}", words).strip(), claim.time if named else str(last)
            named.add(last)
    if claim.time and "/" in claim.time and not named:
        words = _SAME_PERIOD.sub("", words).strip()
    if len(named) == 1 and len(found := [*_EARLIER.finditer(words)]) == 1:
        (year,), (match,) = named, found
        words = (
            f"{words[: match.start()]}in {year - _COUNTED.get((match['n'] or 'a').lower(), 1)}{words[match.end() :]}"
        )
    return claim if words == claim.words else replace(claim, words=words, time=time)
