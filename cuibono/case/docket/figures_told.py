"""Figures that are told without their names: "Acme lost 30 million crowns" is of its net loss.

A claim is taken for one of a figure only where the whole of it, down to the last word, is one of the ways in which such
a figure of somebody who has one is told (``lexicon/figures_told.toml``); then it is tested in the words of the record,
as strictly as any other. What tells of two of somebody's figures alike is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from cuibono.case.docket.around_bodies import names_around
from cuibono.case.docket.differences import difference
from cuibono.case.docket.numerals import in_digits
from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.case.docket.sizes import SIZE
from cuibono.case.docket.units import names_of, unit_of, unscaled
from cuibono.case.docket.words import QUALIFIERS, listed
from cuibono.case.docket.years import A_YEAR, YEAR
from cuibono.extract.claim_numbers import measures
from cuibono.extract.claim_words import has_han
from cuibono.extract.lexicon import lines, words
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party

_KINDS: tuple[ClaimKind, ...] = (
    "count", "amount", "share", "trend", "rank", "other", "ownership", "tie", "event date", "behaviour of an app",
)  # fmt: skip
_WHO = "\x01"
_NUMBER_AND_CHANGE = 2  # claims that a number beside what it was before makes
_YEAR = rf"(?:the year )?{A_YEAR}"
_WHEN = (
    re.compile(rf"^(?:in|during|for|over|at the end of|by the end of) {_YEAR},? ", re.IGNORECASE),
    re.compile(rf",? (?:in|during|for|over|at the end of|by the end of) {_YEAR}(?=,? |[.,]?$)", re.IGNORECASE),
    re.compile(r",? (?:that|this|last|the same|the next) year(?=[.,]?$)", re.IGNORECASE),
    re.compile(r"^(?:that|this|last|the same|the next) year,? ", re.IGNORECASE),
)
_TODAY = re.compile(r"\b(?:still|now|already|today|currently) ", re.IGNORECASE)
_PLACE = r"\b(?:the )?(?:town|city|country|state|republic|island|province|region|port|district|village|county) of "
#: Whose sign stands for him with all that goes with a name: "the town of Ulmen's", "the Ledger".
_SIGN = re.compile(rf"(?:{_PLACE}|\bthe )?{_WHO}(?!\w)(?P<s>['’]s?(?!\w))?", re.IGNORECASE)
_NEAR = rf"(?:{QUALIFIERS}|some|only|just|a total of|in all|as many as|no fewer than|no less than)"
_DIGITS = r"\d[\d.,]*(?: (?:thousand|million|billion|trillion))?"
_NUMBER = rf"(?:{_NEAR} )*{_DIGITS}"
_SIGNED = re.compile(r"[$€£¥]\s?(?=\d)")
_NOW = re.compile(r"\b(?:is|are|has|have|employs?|owes?|stands?|runs?|lives?|works?|carr(?:y|ies))\b")


def as_told(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim in the words of the one recorded figure that it tells of; None where it tells of none, or of several."""
    if claim.kind not in _KINDS or (claim.low is None and claim.high is None) or claim.polarity == "-":
        return None
    if claim.status == "hypothetical" or has_han(claim.words) or not (claim.time or _NOW.search(claim.words)):
        return None
    if claim.stated and claim.stated.row:
        return None  # a row of a table names what it is of
    said = in_digits(claim).words
    found = {
        (name, row.indicator): (row, told)
        for name, told in _of_whom(claim, said, evidence)
        for row in evidence.figures[name]
        if _tells(row.indicator, row.unit).fullmatch(told)
    }
    if len(found) != 1:
        return None
    (((_, indicator), (row, bare)),) = found.items()
    counted = _is_counted(row.unit)
    number = re.search(_NUMBER, _SIGNED.sub("", bare), re.IGNORECASE)
    unit = claim.unit if unit_of(claim.unit)[0] == unit_of(row.unit)[0] else unscaled(row.unit)
    verb, when = ("was", f" in {claim.time}") if claim.time else ("is", "")
    told = f"{row.subject.name}'s {indicator} {verb} {number[0] if number else ''} {unit}{when}"
    return replace(
        claim, kind="count" if counted else "amount", subject=Party(None, row.subject.name), object=None, place=None,
        words=" ".join(told.split()), unit=unit,
    )  # fmt: skip


#: More or less of it than in the year before, and by how much: "560 fewer people worked for Acme in 2024 than in 2023".
_MORE = re.compile(rf"\b(?:(?P<by>{SIZE}) )?(?P<more>more|fewer|less)(?= )", re.IGNORECASE)
_THAN = re.compile(rf",? (?:than|compared (?:with|to)|against)(?: it did)? in (?P<then>{A_YEAR})\b", re.IGNORECASE)


def as_told_more(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of more or less of what a figure tells than in another year, as a change of that figure; else None."""
    than, more = _THAN.search(claim.words), _MORE.search(claim.words)
    if claim.kind not in _KINDS or claim.polarity == "-" or than is None or more is None or than.start() < more.start():
        return None
    bare = f"{claim.words[: more.start()]}9 {claim.words[more.end() + 1 :]}".replace(than[0], "", 1)
    years = YEAR.findall(bare)
    if len(years) != 1:
        return None
    year, then = years[0], than["then"]
    said = replace(claim, kind="count", words=" ".join(bare.split()), low=9.0, high=9.0, qualifier="", time=year)
    told = as_told(said, evidence)
    if told is None or told.subject is None:
        return None
    name = told.words.partition(" was ")[0]
    by = f" by {more['by']}" if more["by"] else ""
    verb = "rose" if more["more"].lower() == "more" else "fell"
    words = f"{name} {verb}{by} between {then} and {year}"
    return replace(
        claim, kind="trend", subject=told.subject, object=None, place=None, words=words, time=f"{then}/{year}"
    )


def _of_whom(claim: Asked, said: str, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Each of whom a claim may tell a figure, with its words: without time, and with a sign where that one stands."""
    plain = _TODAY.sub("", said.strip(" ."), count=1)
    for form in _WHEN if claim.time else ():
        plain = form.sub("", plain, count=1)
    for name in names_around(said, evidence.bodies):
        written = evidence.figures[name][0].subject.name
        told = _SIGN.sub(_sign, plain.replace(written, _WHO))
        if told.count(_WHO) == 1:
            yield name, told
    subject = claim.subject
    for name in sorted(keys_of(subject) & evidence.bodies) if subject and subject.name not in said else ():
        told = _pointing().sub(lambda m: f"{_WHO}'s " if m["whose"] else f"{_WHO} ", plain, count=1)
        if told.count(_WHO) == 1:
            yield name, told


def _sign(found: re.Match[str]) -> str:
    return f"{_WHO}'s" if found["s"] else _WHO


@cache
def _pointing() -> re.Pattern[str]:
    """Words that stand for whom a claim is about."""
    bodies = "|".join(sorted(listed("bodies")))
    return re.compile(
        rf"\b(?:(?P<whose>its|their|our|the (?:{bodies})['’]s)|it|they|we|the (?:{bodies})) ", re.IGNORECASE
    )


def _is_counted(unit: str) -> bool:
    """Whether a figure is of things that are counted, and in no measure."""
    return unit_of(unit)[0].isdisjoint(measures() | {"percent", "watt", "kwh", "usd"}) and " per " not in unit


@lru_cache(maxsize=4096)
def _tells(indicator: str, unit: str) -> re.Pattern[str]:
    """All ways in which a figure of an indicator in a unit is told."""
    forms = [
        _filled(form, found, unit) for of, says in _families() if (found := of.fullmatch(indicator)) for form in says
    ]
    return re.compile("|".join(f"(?:{form})" for form in forms) if forms else r"(?!)", re.IGNORECASE)


def _filled(form: str, found: re.Match[str], unit: str) -> str:
    """A pattern with what its signs stand for; one of what the indicator does not say fits nothing."""
    what = found.groupdict().get("x")
    given = {
        "{who}": _WHO, "{whose}": f"{_WHO}'s", "{n}": _NUMBER, "{nu}": _measured(unit),
        "{x}": _one_or_more(what) if what else r"(?!)", "{was}": _phrases("was"), "{had}": _phrases("had"),
        "{year}": A_YEAR,
    }  # fmt: skip
    for sign, pattern in given.items():
        form = form.replace(sign, pattern)
    return form


def _one_or_more(what: str) -> str:
    """A noun that an indicator has in the singular or the plural: "tile imports" are of tiles."""
    return re.escape(re.sub(r"(?<=[^s])s$", "", what)) + "(?:e?s)?"


def _measured(unit: str) -> str:
    """A number with its unit: "3 percent", "90 crowns a tonne", "$4 million"."""
    what, _, each = unscaled(unit).partition(" per ")
    names = sorted({*names_of(what, scaled=False).split(), what} - {""}, key=len, reverse=True)
    signs = "".join(n for n in names if n in "$€£¥")
    named = "|".join(re.escape(n) for n in names if not n.isdigit())
    rate = rf" (?:per|an?|each|every) {re.escape(each)}" if each else ""
    signed = rf"|(?:{_NEAR} )*[{signs}]\s?{_DIGITS}{rate}" if signs else ""
    return rf"(?:{_NUMBER} ?(?:{named}){rate}{signed})"


@cache
def _phrases(name: str) -> str:
    return f"(?:{'|'.join(sorted(words('figures_told', name), key=len, reverse=True))})"


@cache
def _families() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """What is recorded, each with all whole claims that tell of it."""
    found: list[tuple[re.Pattern[str], list[str]]] = []
    for line in lines("figures_told", "told"):
        if line.startswith("of "):
            found.append((re.compile(line.removeprefix("of "), re.IGNORECASE), []))
        else:
            found[-1][1].append(line)
    return tuple((of, tuple(says)) for of, says in found)


def as_told_differing(claim: Asked, evidence: Evidence) -> Asked | None:
    """The same where the number stands beside its change: "took in 30 million in 2024, 4 million less than in 2023"."""
    parts = difference(claim)
    if len(parts) < _NUMBER_AND_CHANGE or not claim.words.startswith(parts[0].words):
        return None
    told = as_told(parts[0], evidence)
    return replace(told, words=told.words + claim.words[len(parts[0].words) :]) if told else None
