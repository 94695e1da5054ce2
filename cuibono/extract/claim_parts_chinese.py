"""The parts of a Chinese claim: its clauses, each with what it shares with the one before.

"石桥电机2023年净利润3亿元，同比增长8%" is two claims; the second is of the same year and the same profit. Another one
(销量42万台) goes on with whom the first is of. What gives a reason or a condition is never cut.
"""

import re
from collections.abc import Iterator
from functools import cache

from cuibono.extract.chinese.script import simplified
from cuibono.extract.claim_heads_chinese import head, is_time, measure, time_behind
from cuibono.extract.claim_subjects_chinese import subject_of
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import words
from cuibono.extract.records import Span

_MOST = 8  # parts of one claim
_MARK = re.compile("[，,；;]")
_EDGES = "，,；; 。"
_OPEN, _CLOSE = "“‘（(《", "”’）)》"
#: A clause that is set off against the time before: it goes on with what was measured.
_AGAINST = re.compile(r"(?:同比|环比|比|较|与|同|跟|和|高于|低于|多于|少于)")
_COMPARES = re.compile(r"(?:与|同|和|跟|较|比|相比)[^，]{0,4}\d{4}年[^，]{0,6}")


def parts(view: ClaimView) -> list[ClaimView]:
    """The parts in order; the whole where there is only one, or where one clause is why or on what the other is so."""
    said = simplified(view.claim.quote)
    if _bound().search(said):
        return [view]
    found = [view.part(spans) for spans in _spans(said, view.claim.span.start)]
    return found[:_MOST] if len(found) > 1 else [view]


def _spans(said: str, start: int) -> Iterator[tuple[Span, ...]]:
    """The stretches of each part, as the text counts them."""
    first: tuple[int, str] | None = None
    for begin, end in _clauses(said):
        clause = said[begin:end]
        own = Span(start + begin, start + end)
        if first is None or subject_of(clause):
            first = (begin, clause)
            yield (own,)
            continue
        at, before = first
        shared = _shared(before, clause)
        yield (*(Span(start + at + a, start + at + b) for a, b in shared if b > a), own)


def _shared(before: str, clause: str) -> list[tuple[int, int]]:
    """What of the clause before goes with one that has no subject: whom it is of, its time, what is measured."""
    found, mine = head(before), head(clause)
    if not found.who:
        return []
    timed = found.end + len(time_behind(before[found.end :]))
    goes_on = _goes_on().match(clause[len(mine.time) :])
    last = (measure(before, timed) if goes_on else 0) or timed
    return [(len(found.time), found.end), (timed, last)] if is_time(mine.time) else [(0, last)]


def _clauses(said: str) -> Iterator[tuple[int, int]]:
    """Where the clauses begin and end; what only tells a time or a place goes with the one behind it."""
    begin = at = depth = 0
    for at, sign in enumerate(said):
        depth += (sign in _OPEN) - (sign in _CLOSE)
        if depth <= 0 and _MARK.match(sign) and _whole(said[begin:at]) and said[at + 1 :].strip(_EDGES):
            yield begin, at
            begin = at + 1
    end = len(said.rstrip(_EDGES))
    if end > begin:
        yield begin, end


def _whole(clause: str) -> bool:
    """Whether a clause says something: a number, what is done, what changed."""
    rest = clause[len(head(clause).time) :]
    return not _COMPARES.fullmatch(rest) and bool(_says().search(rest))


@cache
def _says() -> re.Pattern[str]:
    lists = ("does", "up", "down", "changed", "rank", "role", "tie", "owning", "happened")
    return re.compile(r"\d|" + "|".join(w for name in lists for w in sorted(words("chinese_kinds", name))))


@cache
def _goes_on() -> re.Pattern[str]:
    moved = (w for name in ("up", "down", "changed") for w in words("chinese_kinds", name))
    trend = "|".join(sorted(moved, key=len, reverse=True))
    return re.compile(rf"(?:{_AGAINST.pattern}|(?:有所|略有|大幅|小幅)?(?:{trend})|达|为|是|占比|\\d)")


@cache
def _bound() -> re.Pattern[str]:
    return re.compile("|".join(words("chinese_kinds", "cause") | words("chinese_kinds", "condition")))
