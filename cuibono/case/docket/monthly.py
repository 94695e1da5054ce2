"""Changes from one month to another, on figures that are recorded by the month: "was longer in July than in May".

Which year's months they are is said, or all recorded ones are of one year; where it is not said, what does not agree
may be of another year, and decides nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from cuibono.case.docket import in_words
from cuibono.case.docket.changes import Change, change_of, in_points
from cuibono.case.docket.figures import ends, recorded, series
from cuibono.case.docket.movements import as_trend
from cuibono.case.docket.of_now import last_told
from cuibono.case.docket.rises import in_rise_words
from cuibono.case.docket.rows import Evidence, Figure
from cuibono.case.docket.trends import change_words, weighed
from cuibono.case.docket.verdicts import DECIDED, agreed, unknown
from cuibono.case.docket.words import ANY_MONTH, listed, tokens
from cuibono.case.docket.years import YEAR
from cuibono.extract.claim_words import MONTHS
from cuibono.measures.claimed import Verdict
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Tested

_KINDS: tuple[ClaimKind, ...] = ("trend", "amount", "count", "other", "rank", "event date")
_MONTH = re.compile(rf"\b(?P<month>{ANY_MONTH})\b(?:,? (?:of )?(?P<year>(?:19|20)\d\d)\b)?")
_BEFORE = re.compile(
    r"\bthe (?:month before|previous month|preceding month)\b|\ba month (?:earlier|before)\b", re.IGNORECASE
)
_AGAIN = re.compile(r"\b(?:again|once more|already|in turn|then|also|even)\b", re.IGNORECASE)
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{ANY_MONTH})\b|\b(?:{ANY_MONTH}) \d{{1,2}}\b")
_EVERY = re.compile(
    rf"\bby (?:the end of )?(?:{ANY_MONTH})\b|"
    r"\b(?:every|each|all|most|since|until|from now|quarter|half|weeks?|days?)\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"(?<=[a-z]) (?:an?|each|the) (?P<what>kilo(?:gram)?|tonne|litre|barrel|piece|bushel|night|head|share)\b"
)
#: Two years that stand for the two months, so that a change is read as one of years.
_FIRST, _LAST = 1901, 1902


def is_monthly(claim: Asked) -> bool:
    """Whether a claim names a month or two, and no day, in which something was more or less."""
    if claim.kind not in _KINDS or claim.polarity == "-" or _DAY.search(claim.words) or _EVERY.search(claim.words):
        return False
    return 1 <= len({m["month"] for m in _MONTH.finditer(claim.words)}) <= 2


def monthly(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Whether something rose or fell from a month to another, and by how much."""
    told = [*_MONTH.finditer(claim.words)]
    named = sorted({MONTHS.index(m["month"]) + 1 for m in told})
    year = next((int(m["year"]) for m in told if m["year"]), None) or _year_of(claim)
    first, last = (named[0] - 1, named[0]) if len(named) == 1 else (named[0], named[1])
    change = _change(claim, last)
    if change is None or first < 1:
        return unknown("no change from one month to another is told", "figures")
    bare = " ".join(_AGAIN.sub(" ", _MONTH.sub(" ", _BEFORE.sub(" ", claim.words))).split())
    bare = YEAR.sub(
        " ", re.sub(r"\b(?:than|as|and|to) in\b|\b(?:in|between|from|during|and|than|to)(?= |$)", " ", bare)
    )
    asked = replace(claim, kind="trend", words=" ".join(bare.split()), time=None, place=None)
    rows = recorded(asked, evidence, own, also=f"{change_words()} {_COMPARED}")
    if isinstance(rows, Tested):
        return rows
    each = {m["what"] for m in _EACH.finditer(claim.words)}
    judged: list[tuple[Figure, Verdict]] = []
    olds: dict[tuple[str, int], Figure] = {}
    for line in series(rows):
        if (pair := _pair(line, first, last, year)) and each <= set(tokens(pair[1].unit)):
            old, new = pair
            told_of = (old.low, old.high), (new.low, new.high)  # in the unit of the record, which the claim names
            before, after = told_of if each else (ends(old), ends(new))
            judged.append((new, weighed(change, before, after, change.unit if each else new.unit)))
            olds[new.key] = old
    if not judged:
        return unknown("not both months are recorded, or of several years", "figures")
    found = agreed(asked, judged, lambda r: f"{in_words.figure(r)}, against {in_words.figure(olds[r.key])}")
    told_year = last_told(claim) == int((judged[0][0].period or "0")[:4])
    if found.outcome == "contradicted" and year is None and not told_year:
        return unknown("of which year the months are is not said", "figures")
    return replace(found, keys=tuple(dict.fromkeys((*found.keys, *(o.key for o in olds.values())))))


#: Words that compare one month with another.
_COMPARED = (
    "higher lower larger smaller greater bigger longer shorter more fewer less many much twice as was were went came"
)


def _year_of(claim: Asked) -> int | None:
    found = re.match(r"(?:19|20)\d\d", claim.time or "") or YEAR.search(claim.words)
    return int(found[0]) if found else None


def _change(claim: Asked, last: int) -> Change | None:
    """What changed between the two months, read as a change between two years."""
    words = _AGAIN.sub(" ", _BEFORE.sub(str(_FIRST), claim.words))
    words = _MONTH.sub(lambda m: str(_LAST if MONTHS.index(m["month"]) + 1 == last else _FIRST), words)
    words = _EACH.sub("", " ".join(words.split()))
    years = set(YEAR.findall(words)) & {str(_FIRST), str(_LAST)}
    both = len(years) == 2
    time = f"{_FIRST}/{_LAST}" if both else str(_LAST)
    kind: ClaimKind = "trend" if _moves(words) else claim.kind
    said = replace(claim, kind=kind, words=words, time=time, place=None)
    said = in_rise_words(said)
    said = as_trend(said) or said
    if said.kind != "trend":
        return None
    change = change_of(in_points(replace(said, low=None, high=None)))
    return change if change and (change.start, change.end) == (_FIRST, _LAST) else None


def _moves(words: str) -> bool:
    return bool(set(tokens(words)) & (listed("up") | listed("down")))


def _pair(line: Sequence[Figure], first: int, last: int, year: int | None) -> tuple[Figure, Figure] | None:
    """The figures of both months, which are recorded once, and of one year."""
    by_month: dict[tuple[int, int], list[Figure]] = {}
    for row in line:
        if found := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", row.period or ""):
            by_month.setdefault((int(found[1]), int(found[2])), []).append(row)
    years = {y for y, m in by_month if m == last} if year is None else {year}
    if len(years) != 1:
        return None
    (of,) = years
    old, new = by_month.get((of, first), []), by_month.get((of, last), [])
    return (old[0], new[0]) if len(old) == len(new) == 1 else None


def decided(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What a change between months comes to, where that is decided."""
    found = monthly(claim, evidence, own) if is_monthly(claim) else None
    return found if found and found.outcome in DECIDED else None
