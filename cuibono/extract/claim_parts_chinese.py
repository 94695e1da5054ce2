"""The parts of a Chinese claim: its clauses, each with what it shares with the one before.

"石桥电机2023年净利润3亿元，同比增长8%" is two claims; the second is of the same year and the same profit. Another one
(销量42万台) goes on with whom the first is of. What gives a reason or a condition is never cut.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cuibono.extract.chinese.script import simplified
from cuibono.extract.claim_heads_chinese import head, is_time, measure, stand_in, time_behind
from cuibono.extract.claim_subjects_chinese import subject_of
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import words
from cuibono.extract.records import Span

Stretch = tuple[int, int]
_NONE: Stretch = (0, 0)
_MOST = 8  # parts of one claim
#: A number and nothing that it is of: 岚峰股份24%, 岚峰股份占24%.
_BARE = re.compile(
    r"(?:则|也|仅|只)?(?:占|为|是|有|达|约|近)*\d[^，]{0,6}$|(?:则|仅)?(?:占|为)[一二三四五六七八九两]成.?$"
)
_MARK = re.compile("[，,；;]")
_EDGES = "，,；; 。"
#: A clause of its own that says why what stands before it is so: …，主要原因是….
_WHY = re.compile(
    r"(?P<mark>[，,；;])(?:其|而|这一)?(?:[增上下降减][长升降加少])?的?(?:主要|根本|直接)?原因(?:是|在于|为)"
)
#: Of what a rank is, behind it: …，按出货量计算.
_BY_WHAT = re.compile(
    r"(?:若|如)?(?:按照|按|以)[\u4e00-\u9fff]{2,8}(?:计算|计|衡量|排名|来看|来算|统计)(?=[，。；,]|$)"
)
_OPEN, _CLOSE = "“‘（(《", "”’）)》"
#: A clause that is set off against the time before: it goes on with what was measured.
_AGAINST = re.compile(r"(?:同比|环比|比|较|与|同|跟|和|高于|低于|多于|少于)")
#: 以32%位居第二: of what is told before, and in the same year.
_WITH_PART = re.compile(r"以\d[\d.]*%[^，]{0,8}?(?:居|列|排)")
_COMPARES = re.compile(r"(?:与|同|和|跟|较|比|相比)[^，]{0,4}\d{4}年[^，]{0,6}")


def parts(view: ClaimView) -> list[ClaimView]:
    """The parts in order; the whole where there is only one, or where one clause is why or on what the other is so."""
    said = simplified(view.claim.quote)
    if why := _WHY.search(said):
        start = view.claim.span.start
        whole = ((0, why.start()), (why.end("mark"), len(said.rstrip(_EDGES))))
        if not _bound().search(said[: why.start()]):
            return [view.part((Span(start + a, start + b),)) for a, b in whole]
    if _bound().search(said):
        return [view]
    found = [view.part(spans) for spans in _spans(said, view.claim.span.start)]
    return found[:_MOST] if len(found) > 1 else [view]


class _Base(NamedTuple):
    """What the clauses behind may share: a time in front, whom it is of, a time behind, and what was measured last."""

    lead: Stretch
    who: Stretch
    behind: Stretch
    measured: Stretch

    @property
    def timed(self) -> bool:
        """Whether it names a year."""
        return self.behind != _NONE or self.lead != _NONE


def _spans(said: str, start: int) -> Iterator[tuple[Span, ...]]:
    """The stretches of each part, as the text counts them."""
    base: _Base | None = None
    before = _NONE
    for begin, end in _clauses(said):
        mine, own = _base(said, begin, end), (begin, end)
        if base is None:
            base, shared = mine, [own]
        elif subject_of(said[begin:end]) or stand_in(said[begin:end]):
            base, shared = _with_another(said, base, mine, own)
        else:
            shared = _going_on(said, base, mine, own, before)
            base = base._replace(measured=mine.measured if mine.measured != _NONE else base.measured)
        before = own
        yield tuple(Span(start + a, start + b) for a, b in shared if b > a)


def _base(said: str, begin: int, end: int) -> _Base:
    clause = said[begin:end]
    found = head(clause)
    lead = len(found.time) if is_time(found.time) else 0
    who = found.end if found.who else lead
    timed = who + len(time_behind(clause[who:])) if found.who else who
    last = measure(clause, timed) or timed
    return _Base(*(_stretch(begin + a, begin + b) for a, b in ((0, lead), (lead, who), (who, timed), (timed, last))))


def _stretch(begin: int, end: int) -> Stretch:
    return (begin, end) if end > begin else _NONE


def _with_another(said: str, base: _Base, mine: _Base, own: Stretch) -> tuple[_Base, list[Stretch]]:
    """A clause of somebody else: of the same year where it names none, of the same measure where it only counts."""
    rest = said[mine.who[1] : own[1]]
    bare = _BARE.match(rest) is not None and base.measured != _NONE
    measured = (mine.measured != _NONE and re.search(r"\d", rest)) or _WITH_PART.match(rest)
    if mine.timed or not (bare or measured):
        mine = mine._replace(measured=base.measured) if bare else mine
        return mine, [own[:1] + mine.who[1:], base.measured, (mine.who[1], own[1])] if bare else [own]
    mine = mine._replace(lead=base.lead, behind=base.behind, measured=base.measured if bare else mine.measured)
    times = [base.lead, base.behind]
    if bare:
        return mine, [*times, (own[0], mine.who[1]), base.measured, (mine.who[1], own[1])]
    return mine, [*times, own]


def _going_on(said: str, base: _Base, mine: _Base, own: Stretch, before: Stretch) -> list[Stretch]:
    """A clause without a subject: whom the one before is of, its time, and what was measured where it goes on."""
    clause = said[own[0] : own[1]]
    if base.timed and not mine.timed and _state().search(clause) and not _says_number().search(clause):
        return [before, own]  # who held a post in a year need not hold it at another time
    times = (_NONE, _NONE) if mine.timed else (base.lead, base.behind)
    goes_on = _goes_on().match(clause[mine.lead[1] - own[0] if mine.lead != _NONE else 0 :])
    return [times[0], base.who, times[1], base.measured if goes_on else _NONE, own]


def _clauses(said: str) -> Iterator[tuple[int, int]]:
    """Where the clauses begin and end; what only tells a time or a place goes with the one behind it."""
    begin = at = depth = 0
    for at, sign in enumerate(said):
        depth += (sign in _OPEN) - (sign in _CLOSE)
        if (
            depth <= 0
            and _MARK.match(sign)
            and _whole(_MARK.split(said[begin:at])[-1])
            and said[at + 1 :].strip(_EDGES)
            and not _BY_WHAT.match(said, at + 1)
        ):
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
    return re.compile(rf"(?:{_AGAINST.pattern}|(?:有所|略有|大幅|小幅)?(?:{trend})|达|为|是|占比|\d)")


@cache
def _state() -> re.Pattern[str]:
    """What holds at a time, or happened at one."""
    return re.compile(
        "|".join(w for name in ("role", "tie", "owning", "control", "happened") for w in words("chinese_kinds", name))
    )


@cache
def _says_number() -> re.Pattern[str]:
    return re.compile(r"\d+(?:\.\d+)?%|[成半]|分之")


@cache
def _bound() -> re.Pattern[str]:
    return re.compile("|".join(words("chinese_kinds", "cause") | words("chinese_kinds", "condition")))
