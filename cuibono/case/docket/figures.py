"""Tests of counts, amounts and shares against recorded figures: the same thing, in its unit, at its time."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from cuibono.case.docket import in_words
from cuibono.case.docket.bases import PRODUCTION
from cuibono.case.docket.figure_words import PART_OF, are_people, as_recorded, done_with, rates, running
from cuibono.case.docket.names import doubtful, is_meant
from cuibono.case.docket.rows import Evidence, Figure, keys_of
from cuibono.case.docket.times import days, on_day, relation, year_of
from cuibono.case.docket.units import alike, measured_in, names_of, unit_of
from cuibono.case.docket.verdicts import agreed, is_we, nobody, open_, other_times, unknown
from cuibono.case.docket.wordings import in_short
from cuibono.case.docket.words import bases, folded, listed, narrowing, of_its_own, stems, stray, tokens, voice
from cuibono.extract.claim_numbers import measures
from cuibono.extract.claim_words import has_han
from cuibono.extract.claim_words_chinese import plain_words
from cuibono.extract.word_families import family
from cuibono.measures.claimed import Claimed, Verdict, verdict
from cuibono.model.docket import Asked, Tested

TABLE = "figures"
_SHIPS = re.compile(r"\bships?\b", re.IGNORECASE)
#: Verbs of what is so now.
_IS = re.compile(
    r"\b(?:is|are|has|have|employs?|counts?|numbers?|stands? at|runs?|operates?|owns?|lives?)\b(?! (?:been|had)\b)"
)
#: Orders that wait to be filled, which are others than those that came in.
_ON_BOOKS = re.compile(r"\border books?\b|\bon (?:its|their|the) books\b|\bbacklog\b", re.IGNORECASE)
#: What is counted when it is issued.
_HANDED_OUT = frozenset({"fine", "permit", "licence", "visa", "passport"})
#: What a fleet is of.
_SHIPPED = frozenset({"ship", "barge", "vessel", "boat", "ferry", "bus", "truck", "aircraft", "plane", "train"})
_LASTING = frozenset({"hour", "minute", "day", "week", "month"})
_AROUND = ("grammar", "numbers", "count_words", "amount_words")


def figure(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """A number of something at a time, as a statistic, a report or a register gives it."""
    rows = recorded(claim, evidence, own)
    if isinstance(rows, Tested):
        return rows
    if claim.low is None and claim.high is None:
        return open_("it gives no number to compare", rows)
    if left := stray(claim):
        return open_(f"it gives more numbers than one: {', '.join(left[:3])}", rows)
    fitting = [r for r in rows if in_unit(claim, r)]
    if not fitting:
        there = ", ".join(sorted({r.unit or "no unit" for r in rows}))
        return open_(f"it is in {claim.unit or 'no unit'}, the records in {there}", rows)
    if not claim.time:
        return _of_today(claim, fitting) or open_("it does not say of which time", fitting)
    judged = [(r, found) for r in fitting if (found := _judged(claim, r))]
    if judged:
        return agreed(claim, judged, in_words.figure)
    near = [r for r in fitting if relation(claim.time, r.period) not in ("apart", "unsaid")]
    if near:
        return open_(f"it is of {claim.time}, the records of {', '.join(sorted({str(r.period) for r in near}))}", near)
    return other_times(claim.time, fitting)


def _of_today(claim: Asked, rows: Sequence[Figure]) -> Tested | None:
    """What bears out a number that "is" so many, without a time: the last one that each recorder has."""
    if not _IS.search(claim.words) or claim.polarity == "-":
        return None
    last = [max((r for r in rows if r.by == by), key=lambda r: r.period or "") for by in sorted({r.by for r in rows})]
    judged = [(r, found) for r in last if (found := _judged(replace(claim, time=r.period), r))]
    told = agreed(claim, judged, in_words.figure) if judged and len(judged) == len(last) else None
    return (
        replace(told, rule=f"by the last that is recorded, {told.rule}")
        if told and told.outcome == "supported"
        else None
    )


def recorded(claim: Asked, evidence: Evidence, own: frozenset[str], *, also: str = "") -> list[Figure] | Tested:
    """The figures of just what a claim speaks of, whatever their time; ``also`` are words that narrow nothing in it."""
    subject = claim.subject
    if subject is None or not keys_of(subject):
        return nobody(subject, TABLE)
    mine = list({r.key: r for k in sorted(keys_of(subject)) for r in evidence.figures.get(k, ())}.values())
    mine = [r for r in mine if is_meant(subject, r.subject, evidence) and voice(r.by) not in own]
    if not mine and is_we(claim):
        return open_("it is of \u201cwe\u201d, and who they are is not said")
    if not mine:
        return unknown(f"no figure of {subject.name} is recorded", TABLE)
    if why := doubtful(subject, evidence, [r.subject for r in mine]):
        return open_(why, mine)
    claim = as_recorded(claim, {indicator(r) for r in mine})
    kinds = {_kind(r): r for r in mine}
    spoken_of = {k for k, r in kinds.items() if _speaks_of(claim, r)}
    if not spoken_of:
        return unknown(f"no figure of what it speaks of is recorded of {subject.name}", TABLE)
    left = {k: _left(claim, kinds[k], also) for k in spoken_of}
    if all(left.values()):
        first = next(_kind(r) for r in mine if _kind(r) in spoken_of)
        about = [r for r in mine if _kind(r) in spoken_of]
        return open_(f"it speaks more narrowly than the records: {', '.join(left[first][:3])}", about)
    return [r for r in mine if _kind(r) in spoken_of and not left[_kind(r)]]


def _kind(row: Figure) -> tuple[str, str, str]:
    """What a figure is of, whatever its time."""
    return row.indicator, row.unit, row.place


def _speaks_of(claim: Asked, row: Figure) -> bool:
    """Whether all that a figure is of stands in the claim: the thing, the basis, the place."""
    said = content(f"{claim.words} {claim.unit}")
    thing = indicator(row)
    where = row.place if folded(row.place) != folded(row.subject.name) else ""
    named = claim.place and folded(claim.place) == folded(where)
    return (
        bool(content(thing) or bases(thing))
        and content(thing) - _needless(claim, row) - _averaged(claim) <= said
        and bases(_without_ships(thing, row)) == bases(_without_ships(claim.words, row)) - _made_part(claim, row)
        and rates(claim.words) == rates(row.indicator)
        and bool(not where or named or stems(where) <= stems(claim.words))
    )


def indicator(row: Figure) -> str:
    """What a figure is of, as claims are worded: in English where a table has it in Chinese."""
    return plain_words(row.indicator, ()) if has_han(row.indicator) else in_short(row.indicator)


def _without_ships(words: str, row: Figure) -> str:
    """A claim of a fleet without the ships that are counted in it: to ship something is another thing."""
    counted = "ship" in stems(row.unit) and content(indicator(row))
    return _SHIPS.sub(" ", words) if counted else words


def _averaged(claim: Asked) -> frozenset[str]:
    """What goes without saying of a change: rents that rose did so on average."""
    return content("average mean overall") if claim.kind == "trend" else frozenset()


def _needless(claim: Asked, row: Figure) -> frozenset[str]:
    """What goes without saying: of a percentage that it is a rate or a part ("unemployment of 6 percent")."""
    told = indicator(row)
    if "passenger" in content(told):
        return content(" ".join(listed("carrying")))
    if content("containers handled") <= content(told) and unit_of(claim.unit)[0] == unit_of("TEU")[0]:
        return frozenset({"container"})  # in which they are counted
    if content(told) == content("electricity generation") and PRODUCTION in bases(claim.words):
        return content("generation")
    if content(told) & _HANDED_OUT:
        return content("issued imposed")
    if "birth" in content(told):
        return frozenset({"live"})
    entered = content(" ".join(listed("entered"))) - content("handled")  # a port has more than it handles
    if content(told) & entered and len(content(told)) > 1:
        return entered
    if content(told) == {"inhabitant"} and are_people(claim):
        return content(told)
    if {"tourist", "arrival"} <= content(told):
        return frozenset({"arrival"})
    if unit_of(row.unit)[0] & _LASTING and (claim.kind == "trend" or in_unit(claim, row)):
        return content("time duration length")  # of hours it goes without saying that they are time
    if unit_of(row.unit)[0] != {"percent"} or not (claim.kind == "trend" or in_unit(claim, row)):
        return frozenset()
    rate = {"rate"} if content(told) & listed("rates") else set()
    part = {"share", "percentage", "proportion"} if claim.unit == "percent" and PART_OF.search(told) else set()
    parted = part or (PART_OF.search(told) and "share" in stems(claim.words))
    if parted and "electricity" in content(told) and not stems(claim.words) & {"consumption", "consumed", "used"}:
        part |= content(" ".join(listed("generation")))  # of electricity what is not said to be used was generated
    return frozenset(rate | part)


def _made_part(claim: Asked, row: Figure) -> frozenset[str]:
    """What a part of the electricity says of itself that was made: "wind produced 30 percent of it"."""
    current = content("electricity generation") <= content(indicator(row))
    made = current or content("generation") <= _needless(claim, row)
    return frozenset({PRODUCTION}) if made else frozenset()


@lru_cache(maxsize=65_536)
def content(text: str) -> frozenset[str]:
    """What a wording is of, without grammar and without the basis, which is compared apart."""
    found = (family(alike().get(s, s)) for w in tokens(text) if w not in _aside() for s in stems(w))
    return frozenset(s for s in found if s[0].isalpha())


@cache
def _aside() -> frozenset[str]:
    return frozenset(w for name in (*_AROUND, *_basis_lists()) for w in listed(name))


@cache
def _around() -> str:
    return " ".join(w for name in (*_AROUND[1:], *_basis_lists()) for w in sorted(listed(name)))


def _basis_lists() -> tuple[str, ...]:
    return ("capacity", "production", "export", "import", "shipment", "sales")


def _left(claim: Asked, row: Figure, also: str) -> list[str]:
    """What the claim says beyond a figure."""
    assert claim.subject is not None
    told = indicator(row)
    counted = content(told)
    carried = " ".join(listed("carrying")) if "passenger" in counted else ""
    making = " ".join(listed("making_up")) if claim.unit == "percent" and PART_OF.search(told) else ""
    people = "people persons" if counted & listed("of_people") else ""
    people += " fleet" if stems(row.unit) & _SHIPPED else ""
    people += " rate" if rates(row.indicator) else ""
    units = (names_of(row.unit), names_of(claim.unit))
    known = (claim.subject.name, told, *units, row.place, also, carried, making, people)
    mine = content(" ".join(known))
    words = _gone_from(claim.words, claim.subject.name)
    whole = "annual yearly annually full-year" if year_of(claim.time) or claim.kind == "trend" else ""
    left = narrowing(words, *known, _around(), _stating(claim, row), whole, plain="grammar")
    place = [claim.place] if claim.place and not content(claim.place) <= mine | stems(claim.subject.name) else []
    waiting = [m[0] for m in [_ON_BOOKS.search(claim.words)] if m and not _ON_BOOKS.search(told) and "order" in counted]
    return of_its_own(claim) + place + waiting + [w for w in left if not content(w) <= mine or w in _bound()]


def _gone_from(words: str, name: str) -> str:
    """A claim without all the places of somebody that something got out of: "escaped from Acme's farms"."""
    verbs, places = ("|".join(sorted(listed(n))) for n in ("getting_out", "whole_places"))
    if not _got_out().search(words):
        return words
    whose = re.escape(name)
    before, behind = (
        rf"(?:{whose}['\u2019]s?|its) (?:{places})\b",
        rf"(?:the )?(?:{places}) (?:of|at|run by) (?=(?:the )?{whose})",
    )
    return re.sub(rf"\b({verbs})s? (?:from|out of) (?:{before}|{behind})", rf"\1 {name} ", words)


@cache
def _got_out() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(listed('getting_out')))})s? (?:from|out of)\b")


def _stating(claim: Asked, row: Figure) -> str:
    """Verbs that say of such a figure no more than that it is so: "posted" of revenue, "filed" of applications."""
    money = claim.unit in measures() - {"percent"}
    handed = content(row.indicator) & {s for w in listed("handed_in") for s in stems(w)}
    lists = ("stating", *(("stating_money",) if money else ()), *(("handing_in",) if handed else ()))
    told = indicator(row)
    return " ".join((*(w for name in lists for w in listed(name)), *done_with(stems(told)), *running(claim, told)))


@cache
def _bound() -> frozenset[str]:
    """Words that say something wherever they were not taken in, though they are no content."""
    return (listed("bound") | listed("qualifying")) - listed("count_words") - listed("amount_words")


def in_unit(claim: Asked, row: Figure) -> bool:
    """Whether claim and figure are in one unit; what is counted needs none."""
    mine, theirs = unit_of(claim.unit)[0], unit_of(row.unit)[0]
    if mine == theirs:
        return bool(mine) or claim.kind == "count"
    if mine and mine < theirs and theirs - mine - {"per"} <= stems(claim.words):
        return True  # cubic metres, of which only the metres were read; so many florins a tonne
    if claim.kind != "count" or "percent" in mine | theirs:
        return False
    if not theirs:
        return mine <= content(indicator(row)) | {"person"}
    if not mine and theirs == {"person"} and content(indicator(row)) & listed("of_people"):
        return True  # a row of a table: "employees", 300
    told = content(indicator(row))
    wider = len(theirs) == 1 and theirs.isdisjoint(measures() | told) and unit_of(row.unit)[1] == 1.0
    if wider and mine and mine <= told:
        return True  # escaped salmon, in fish
    return theirs <= content(f"{claim.words} {indicator(row)}")


def ends(row: Figure) -> tuple[float | None, float | None]:
    """The number of a figure, its scale multiplied out."""
    factor = unit_of(row.unit)[1]
    return tuple(None if v is None else v * factor for v in (row.low, row.high))  # type: ignore[return-value]


def _judged(claim: Asked, row: Figure) -> Verdict | None:
    """What a figure says to the claim, where its time allows it to say anything."""
    times = relation(claim.time, row.period)
    low, high = (measured_in(claim.unit, v, row.unit) for v in (row.low, row.high))
    if low is None and high is None:
        return None
    found = verdict(Claimed(claim.low, claim.high, claim.qualifier), low, high)
    if times == "same":
        return found
    counted_so_far = times == "covers" and claim.high is None and _from_the_start(claim.time, row.period)
    if found == "supported" and (counted_so_far or (times == "covers" and on_day(row.period))):
        return found
    return None


def _from_the_start(claimed: str | None, period: str | None) -> bool:
    """Whether a figure counts from the day from which the claim counts on ("since 2011"), over more than a year."""
    mine, theirs = days(claimed), days(period)
    return bool(
        claimed and claimed.endswith("/..") and mine and theirs
        and mine[0] == theirs[0] and (theirs[1] - theirs[0]).days > 366
    )  # fmt: skip


def series(rows: Sequence[Figure]) -> list[list[Figure]]:
    """Figures of one thing by one source in one unit, so that they can be set beside each other over time."""
    found: dict[tuple[str, str, str, str], list[Figure]] = {}
    for row in rows:
        found.setdefault((row.by, folded(row.indicator), row.unit, folded(row.place)), []).append(row)
    return list(found.values())
