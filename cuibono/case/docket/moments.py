"""The day that a claim is of where it only says "still" or "last year": when its source was published, or is dated.

A text whose day nobody gave often says it in its head ("Minutes of the sitting of 23 May 2024"); one such day is taken,
two say nothing. Where no day is known, "still" stays a word that leaves the answer open.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.surroundings import before, own_passage
from cuibono.case.docket.times import days, on_day
from cuibono.case.docket.words import ANY_MONTH
from cuibono.case.docket.years import dated
from cuibono.model import dates
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked
from cuibono.model.stated import Stated
from cuibono.store.session import Session

_HEAD = 400  # signs at the beginning of a text in which it may be dated
_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)? (?:{ANY_MONTH}) (?:19|20)\d\d|(?:{ANY_MONTH}) \d{{1,2}}, (?:19|20)\d\d"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_CHINESE_DAY = r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
_ISSUED = (
    "broadcast|sitting|meeting|session|issue|edition|programme|program|bulletin|hearing|letter|minutes"
    "|conference|interview|question|statement|release|dated|report|posted|published|printed|updated"
)
#: What may follow a day in the line below a headline: who wrote it.
_BYLINE = r"\.? (?:[Bb]y|Text|Words|Written|Answers|Transcript|Reportage|Contact|Data|Photos?)\b"
#: Where the day of a text stands: on a line of its own, behind a comma, or behind what the text is.
_DATED = re.compile(
    rf"(?:^|[,.])[ *_]*{_WEEKDAY}(?P<a>{_DAY}|{_CHINESE_DAY})(?=[ ]*(?:[.*_]*$|[,(\u2013\u2014-])|{_BYLINE})"
    rf"|[\uff0c](?P<c>{_CHINESE_DAY})(?=[ ]*$)"
    rf"|[》报社网刊台讯局厅院会][ \u3000]*(?P<d>{_CHINESE_DAY})(?=[ \u3000]*(?:$|记者|讯|电|第|星期|（))"
    rf"|(?:时间|日期|发布|发稿|刊发|更新)(?:日期|时间)?[：:][ ]*(?P<e>{_CHINESE_DAY})"
    r"|^[^，。：\n\d]{0,16}(?P<f>(?:19|20)\d\d年\d{1,2}月)(?=[ \u3000]*$)"
    rf"|\b(?i:{_ISSUED}) (?:of |on )?(?:the )?{_WEEKDAY}(?P<b>{_DAY})\b",
    re.MULTILINE,
)
_MONTH = re.compile(r"\d{4}-\d\d")
_NOW = "still|today|currently|at present|to this day|nowadays|even now"
_NO_MOMENT = r"(?:only|life|lifes|another|as|since)\b"
_STILL = re.compile(rf"\b(?:{_NOW})\b(?!['\u2019])[ ]?(?!{_NO_MOMENT})", re.IGNORECASE)
_HELD: tuple[ClaimKind, ...] = ("role", "ownership", "tie", "control")
#: What adds nothing to a time that is said: who was "still" head in 2019 was so in 2019.
_BY_THEN = re.compile(rf"\b(?:still|already|(?:at|by) (?:that|the) time)\b[ ]?(?!{_NO_MOMENT})", re.IGNORECASE)
_OWNS = re.compile(r"\b(?:owns?|holds?)\b", re.IGNORECASE)
#: A month or a day of no year, and what is still to come.
_YEARLESS = re.compile(r"XXXX-(?P<month>0[1-9]|1[0-2])(?:-\d\d)?")
_AHEAD = re.compile(r"\b(?:will|shall|would|next|coming|is to|are to|was to|every|each)\b", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def heads(session: Session, sources: Iterable[str]) -> dict[str, str]:
    """The day in the head of each text that has one there, as EDTF."""
    wanted = sorted(set(sources))
    sql = f"""
        SELECT source, left(string_agg(text, chr(10) ORDER BY seq), {_HEAD}) AS head FROM passage
        WHERE list_contains($sources, source) AND text IS NOT NULL AND seq <= 12 GROUP BY source
    """
    rows = session.rows(sql, {"sources": wanted}) if wanted else []
    return {r["source"]: day for r in rows if (day := head_of(r["head"] or ""))}


def head_of(head: str) -> str:
    """The one day, or in Chinese month, that the head of a text gives; empty where there is none, or more than one.

    >>> head_of("Minutes of the sitting of 23 May 2024\\n\\nIn the chair: the Mayor")
    '2024-05-23'
    """
    found = {dates.to_edtf(m["a"] or m["b"] or m["c"] or m["d"] or m["e"] or m["f"]) for m in _DATED.finditer(head)}
    day = next(iter(found)) if len(found) == 1 else None
    return day if day and (on_day(day) or _MONTH.fullmatch(day)) else ""


def day_of(claim: Asked, evidence: Evidence) -> str | None:
    """When a claim was published, as far as it is known."""
    return (claim.stated.published if claim.stated else "") or evidence.said.get(claim.key[0])


def is_of_now(claim: Asked) -> bool:
    """Whether a claim says that something is still so."""
    held = claim.kind in _HELD or (claim.kind == "share" and _OWNS.search(claim.words))
    return bool(held) and not claim.time and bool(_STILL.search(claim.words))


def _without_still(claim: Asked) -> Asked:
    """A claim of its own time without the "still" beside it."""
    if claim.kind not in _HELD or claim.kind == "ownership" or not claim.time or "/" in claim.time:
        return claim
    words = " ".join(_BY_THEN.sub("", claim.words).split())
    return claim if words == " ".join(claim.words.split()) else replace(claim, words=words)


def _in_its_year(claim: Asked, span: tuple[date, date]) -> Asked:
    """A claim of a month or a day without a year as of the last one before its source, where no other year is near."""
    found = _YEARLESS.fullmatch(claim.time or "")
    if found is None or span[0].year != span[1].year or _ANY_YEAR.search(claim.words) or _AHEAD.search(claim.words):
        return claim
    year = span[1].year if int(found["month"]) <= span[1].month else span[1].year - 1
    told = (before(own_passage(claim.around), claim.words) or "") if claim.around else ""
    if {int(y) for y in _ANY_YEAR.findall(told)} - {year}:
        return claim
    return replace(claim, time=(claim.time or "").replace("XXXX", str(year)))


def timed(claim: Asked, evidence: Evidence) -> Asked:
    """A claim with the time that it has by the day of its source: of that day, or of the year before."""
    claim = _without_still(claim)
    day = day_of(claim, evidence)
    span = days(day)
    claim = dated(claim, span)
    if day is None or span is None:
        return claim
    claim = _in_its_year(claim, span)
    claim = replace(claim, stated=replace(claim.stated or Stated(), published=day))
    if claim.time or _ANY_YEAR.search(claim.words):
        return claim
    if is_of_now(claim) and on_day(day):
        return replace(claim, time=day, words=" ".join(_STILL.sub("", claim.words).split()))
    return claim
