"""More or less of it than there was before, in whatever words: "was a point lower than the year before", "up 8 percent
on 2020", "half as much again as in 2016". Each is a rise or a fall between two years, and is tested as one.

Only where both years are said, or the one and "the year before". Of a number that stands beside the change
``difference`` tells; that something stayed what it was is for ``unchanged``.
"""

import re
from dataclasses import replace

from cuibono.case.docket.plain_moves import in_plain_verbs
from cuibono.case.docket.sizes import NEAR, SIZE
from cuibono.case.docket.words import QUALIFIERS, months
from cuibono.case.docket.years import A_YEAR as _Y
from cuibono.case.docket.years import YEAR
from cuibono.extract.claim_numbers import measures
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked
from cuibono.model.spelled import ONES

_KINDS: tuple[ClaimKind, ...] = ("trend", "count", "amount", "share", "rank", "other", "event date")
_UP = "more|higher|larger|greater|bigger|longer|stronger|up|above|over"
_DOWN = "fewer|less|lower|smaller|shorter|weaker|down|below|under"
_HOW = rf"(?P<how>{_UP}|{_DOWN})"
_NO = r"(?<!no )(?<!not )(?<!any )(?<!or )(?<!never )(?<!once )"
#: The year before, told from the one that is named.
_BEFORE = re.compile(
    r"\b(?:(?:in |during |for |of )?the (?:previous|prior|preceding) (?:financial |fiscal |business"
    r" )?year(?:['\u2019]s)?"
    r"|(?:in |of )?the year (?:before|earlier|previously)|(?:twelve|12) months (?:earlier|before|previously)"
    r"|an? years? (?:earlier|before|previously)|the year before that)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:(?:in |during )?the (?:following|next) year|(?:in )?the year after|(?:an?|one) year later|12 months"
    r" later)\b",
    re.IGNORECASE,
)
_ON_YEAR = re.compile(r",? ?\b(?:year[- ]on[- ]year|year[- ]over[- ]year|on the year)\b", re.IGNORECASE)
_HAD = r"(?:(?:it|they|there|he|she|we|you|the \w+) (?:had|was|were|did|stood)(?: been)? )?"
_THAN = (
    rf"(?:than|on|over|against|from|compared (?:with|to)|as against)?,? ?(?:(?:that|those|what|the (?:level"
    rf"|figure|number|one|total)"
    rf"|what it was) )?{_HAD}(?:in|of|for|during)? ?(?P<then>{_Y})(?:['\u2019]s (?:level|figure|number|total))?"
)
#: "was a point lower in 2025 than in 2024", "up 8 percent on 2024", "had 85 lamps fewer than in 2024".
_MORE = re.compile(
    rf"(?:\b(?:was|were|is|are|stood|lay|came|had|been) )?{_NO}\b(?:(?P<size>{SIZE}) {_HOW}|(?P<dir>up|down)(?:"
    rf" by)? (?P<by>{SIZE}))"
    rf"(?P<what>(?: [\w'\u2019-]+)*?)(?P<now> (?:in|for|during) {_Y})? (?:{_THAN})(?=[.,;]|$| )",
    re.IGNORECASE,
)
#: "half as much again as in 2024".
_AGAIN = re.compile(
    rf"(?:\b(?:was|were|is|are) )?\b(?P<near>(?:{NEAR} )?)(?P<size>half|an? (?:third|quarter|fifth|tenth)) as "
    rf"(?:much|many|high|large|big|long|great) again(?P<what>(?: [\w-]+)*?)(?P<now> (?:in|for) {_Y})? as "
    rf"{_HAD}(?:(?:that|those|the \w+) )?(?:in|of|for)? ?(?P<then>{_Y})",
    re.IGNORECASE,
)
_FOLDS = {
    "twice": "doubled", "double": "doubled", "three times": "tripled", "triple": "tripled", "treble": "tripled",
    "four times": "quadrupled", "half": "halved", "two times": "doubled",
}  # fmt: skip
#: "was twice what it was in 2024", "three times the 2024 figure".
_FOLDED = re.compile(
    rf"\b(?:was|were|is|are|stood at|came to|had) (?P<near>(?:(?:{QUALIFIERS}) )?)(?P<times>{'|'.join(_FOLDS)})"
    rf" (?:of )?"
    r"(?:(?:as (?:much|many|high|large)(?: as)?|what|that|those|the (?:level|figure|number|amount|total|size|one)s?)"
    rf"(?: (?:it|they|there|you|we|he|she|the \w+) [a-z]+(?: [a-z]+)?)?(?: of)?(?: (?:in|for|of))? (?P<then>{_Y})"
    rf"|the (?P<that>{_Y}) (?:level|figure|number|amount|total))\b",
    re.IGNORECASE,
)
#: A comparison that stands before all the rest.
_FRONT = re.compile(
    rf"^(?:compared (?:with|to)|against|in comparison (?:with|to)) (?:(?:in|the level of) )?(?P<then>{_Y}),?"
    rf" (?P<rest>.+)$",
    re.IGNORECASE,
)
_MORE_OF = re.compile(
    rf"(?:\b(?:was|were|had) )?{_NO}\b(?P<size>{SIZE}) (?P<how>{_UP}|{_DOWN})(?P<what>(?: [\w'\u2019-]+)*)$",
    re.IGNORECASE,
)
_TONS = frozenset(
    {"tonnes", "tonne", "tons", "ton", "litres", "metres", "kilometres", "hectares", "barrels", "hours", "days"}
)
_A_POINT = re.compile(r"\ban? (?=(?:percentage )?point\b)", re.IGNORECASE)
#: What is up on a year, and so since then.
_UP_SINCE = re.compile(
    rf"\b(?:is|are|has been|have been) (?P<dir>up|down)(?: by)? (?P<size>{SIZE}) "
    rf"(?:on|over|since|against|from|compared with) (?=(?P<then>{_Y})\b)",
    re.IGNORECASE,
)
_SO = re.compile(r",? or (?:so|thereabouts)$", re.IGNORECASE)
_ONLY = re.compile(r"^(?:only|just|merely|a mere)(?= )(?! (?:over|under))", re.IGNORECASE)
_IN = re.compile(rf",? ?\b(?:in|during|for) (?:the year )?{_Y}\b,?", re.IGNORECASE)
_COUNTED = re.compile(
    r"^(?P<number>.*?\d[\d.,]*(?: (?:thousand|million|billion))?) "
    r"(?P<thing>(?!percent\b|per\b|points?\b|percentage\b)[a-z]+)$"
)


def in_rise_words(claim: Asked) -> Asked:
    """A claim of more or less than in another year as a rise or a fall between the two; any other claim as it is.

    >>> said = Asked("trend", "", "Vex's yield was 300 tonnes lower in 2021 than the year before", ("s", 1), "Pia")
    >>> in_rise_words(said).words
    "Vex's yield fell by 300 tonnes between 2020 and 2021"
    """
    if claim.polarity == "-" or claim.kind not in _KINDS or months(claim) or (claim.stated and claim.stated.row):
        return claim
    claim = _lost_so_many(in_plain_verbs(claim))
    claim = _with_year_after(claim)
    words = with_year_before(claim.words)
    years = sorted({int(y) for y in YEAR.findall(words)})
    if len(years) == 1 and (found := _UP_SINCE.search(words)):
        did = "rose" if found["dir"].lower() == "up" else "fell"
        told = f"{words[: found.start()]}{did} by {found['size']} since {words[found.end() :]}"
        return replace(
            claim, kind="trend", words=told, time=f"{found['then']}/..", low=None, high=None, unit="", qualifier=""
        )
    if len(years) != 2:
        return claim
    if (found := _FRONT.match(words)) and (of := _MORE_OF.search(_IN.sub("", found["rest"]))):
        front = f"{_IN.sub('', found['rest'])[: of.start()]} {of['what']}"
        return _told(claim, front, of["how"], of["size"], int(found["then"]), years)
    if found := _AGAIN.search(words):
        front = f"{words[: found.start()]} {found['what']} {words[found.end() :]}"
        return _told(claim, front, "more", f"{found['near']}{found['size']}", int(found["then"]), years)
    if found := _FOLDED.search(words):
        return _folded(claim, words, found, years)
    if found := _MORE.search(words):
        how, size = found["how"] or found["dir"], found["size"] or found["by"]
        front = f"{words[: found.start()]} {found['what'] or ''} {words[found.end() :]}"
        return _told(claim, front, how, size, int(found["then"]), years)
    return claim


_COUNT = rf"(?:\d[\d.,]*|{'|'.join(ONES)})(?: (?:thousand|million))?"
#: How many of something somebody had less, or more, by a later year: "lost 140 member farms between 2024 and 2025".
_LOST = re.compile(
    rf"\b(?P<did>lost|shed|gained|added|won) (?P<size>(?:{NEAR} )?{_COUNT}) "
    rf"(?P<what>[a-z][a-z -]{{2,40}}?) (?P<when>(?:between|from) {_Y} (?:and|to) {_Y})\b",
    re.IGNORECASE,
)


def _lost_so_many(claim: Asked) -> Asked:
    """What somebody lost so many of as what fell by so many; people who lose money are no such thing."""
    found = _LOST.search(claim.words) if claim.kind in ("count", "trend") else None
    years = YEAR.findall(found["when"]) if found else []
    if found is None or len(years) != len({*years}) or found["what"].split()[0] in {*measures(), "jobs", "posts"}:
        return claim
    did = "fell" if found["did"].lower() in ("lost", "shed") else "rose"
    words = f"{claim.words[: found.start()]}{found['what']} {did} by {found['size']} {found['when']}"
    return replace(
        claim, kind="trend", words=words + claim.words[found.end() :], time=f"{years[0]}/{years[1]}", low=None,
        high=None, unit="", qualifier="",
    )  # fmt: skip


def _with_year_after(claim: Asked) -> Asked:
    """A claim with the year after the one that it names in digits: "a year later" than 2020 is 2021."""
    years = set(YEAR.findall(claim.words))
    if len(years) != 1 or not _AFTER.search(claim.words):
        return claim
    return replace(claim, words=_AFTER.sub(f"in {int(next(iter(years))) + 1}", claim.words, count=1), time=None)


def with_year_before(words: str) -> str:
    """A claim with the year before the one that it names in digits: "a year earlier" than 2021 is 2020."""
    years = set(YEAR.findall(words))
    if len(years) != 1:
        return words
    last = int(next(iter(years))) - 1
    if _BEFORE.search(words):
        return _BEFORE.sub(f"in {last}", words, count=1)
    return _ON_YEAR.sub(f" than in {last}", words, count=1)


def _told(claim: Asked, front: str, how: str, size: str, then: int, years: list[int]) -> Asked:
    """The rise or the fall; any number beside it is for others to test."""
    front = _IN.sub(" ", front)
    if then != years[0] or re.search(r"(?<![\w-])\d", front):
        return claim
    up = re.fullmatch(_UP, how, re.IGNORECASE) is not None
    size, thing = _size(size.strip())
    return _rise(claim, front, f"{'rose' if up else 'fell'} by {size}", thing, years)


def _size(size: str) -> tuple[str, str]:
    """How much, and the thing that is counted, which is what rose: "85 lamps" of more lamps."""
    if _SO.search(size):
        size = f"about {_SO.sub('', size)}"
    size = _A_POINT.sub("1 ", _ONLY.sub("", size)).strip()
    counted = _COUNTED.match(size)
    if counted is None or counted["thing"] in measures() | _TONS:
        return size, ""
    return counted["number"], counted["thing"]


def _folded(claim: Asked, words: str, found: re.Match[str], years: list[int]) -> Asked:
    """How many times as much it is as what it did."""
    near, times = found["near"].strip().lower(), found["times"].lower()
    front = _IN.sub(" ", f"{words[: found.start()]} {words[found.end() :]}")
    if int(found["then"] or found["that"]) != years[0] or re.search(r"(?<![\w-])\d", front):
        return claim
    if times == "half" and near:
        return claim
    return _rise(claim, front, f"{near} {_FOLDS[times]}", "", years)


def _rise(claim: Asked, front: str, did: str, thing: str, years: list[int]) -> Asked:
    front = front if not thing or re.search(rf"\b{thing}\b", front, re.IGNORECASE) else f"{front} {thing}"
    words = " ".join(f"{front.strip(' ,.')} {did} between {years[0]} and {years[1]}".split())
    words = re.sub(r" (?=,)|^[, ]+", "", words)
    return replace(
        claim, kind="trend", words=words, time=f"{years[0]}/{years[1]}", low=None, high=None, unit="", qualifier="",
        place=None,
    )  # fmt: skip
