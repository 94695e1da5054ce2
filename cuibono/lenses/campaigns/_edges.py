"""Which accounts shared the same things at the same times more often than chance, and on which rows that rests."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cuibono.lenses.campaigns._traces import Trace
from cuibono.measures import close_chance
from cuibono.measures.close_pairs import Ints
from cuibono.measures.co_sharing import Plan, co_shared
from cuibono.measures.false_discovery import q_values
from cuibono.measures.pairs_between import Behind, distinct, pairs_between

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs of accounts in one trace: what they shared, what chance gives, p and q, and the events behind.

    ``behind.which`` is the place of a pair in these columns. ``objects`` counts distinct objects, and no more than
    either account has posts: a post that shares five things is one act.
    """

    trace: Trace
    one: Ints
    other: Ints
    objects: Ints
    expected: Floats
    p: Floats
    q: Floats
    behind: Behind

    @property
    def size(self) -> int:
        """How many pairs there are."""
        return int(self.one.size)

    def rows_of(self, chosen: NDArray[np.bool_]) -> Ints:
        """The places of the events behind some of the pairs, each once."""
        hit = chosen[self.behind.which]
        return np.unique(np.concatenate([self.behind.first[hit], self.behind.second[hit]]))


def ties(planned: Sequence[tuple[Trace, Plan]], window: int, least: int, false: float) -> tuple[list[Ties], int]:
    """The pairs of accounts beyond chance, by trace, and how many pairs were tested.

    Many are found first by their number of objects alone; the few that pass are then counted by posts too, which can
    only make them fewer.
    """
    tests = sum(t.accounts * (t.accounts - 1) // 2 for t, _ in planned)
    likeliest = false * min(1.0, sum(plan.made for _, plan in planned) / max(tests, 1))
    drafts = [_draft(trace, plan, window, least, likeliest) for trace, plan in planned]
    p = np.concatenate([d.p for d in drafts]) if drafts else np.zeros(0)
    likely = _split(q_values(p, max(tests, p.size)), drafts)
    counted = [_counted(d, q <= false, window, plan) for d, q, (_, plan) in zip(drafts, likely, planned, strict=True)]
    p = np.concatenate([c.p for c in counted]) if counted else np.zeros(0)
    q = q_values(p, max(tests, p.size))
    found = []
    for tie, part in zip(counted, _split(q, counted), strict=True):
        fits = (part <= false) & (tie.objects >= least)
        found.append(_only(tie, fits, part[fits]))
    return [f for f in found if f.size], tests


def _draft(trace: Trace, plan: Plan, window: int, least: int, likeliest: float) -> Ties:
    """The pairs that can pass. No more can than pairs are made, so none whose best p is above ``likeliest`` does."""

    def worth(one: Ints, other: Ints, most: Ints) -> NDArray[np.bool_]:
        return close_chance.tail(most, _expected(trace, one, other, plan)) <= likeliest

    found = co_shared(trace.events, window, least, plan, worth)
    mean = _expected(trace, found.one, found.other, plan)
    p = close_chance.tail(found.objects, mean)
    none = np.zeros(0, np.int64)
    return Ties(trace, found.one, found.other, found.objects, mean, p, p, Behind(none, none, none))


def _expected(trace: Trace, one: Ints, other: Ints, plan: Plan) -> Floats:
    return close_chance.expected(trace.of_account[one], trace.of_account[other], plan.per_object, trace.total)


def _split(values: Floats, parts: Sequence[Ties]) -> list[Floats]:
    return np.split(values, np.cumsum([p.size for p in parts])[:-1]) if parts else []


def _counted(draft: Ties, kept: NDArray[np.bool_], window: int, plan: Plan) -> Ties:
    """The pairs kept, each with the events behind it and counted by objects and by posts of either account."""
    trace, one, other = draft.trace, draft.one[kept], draft.other[kept]
    behind = pairs_between(trace.events, one, other, window)
    swapped = trace.events.accounts[behind.first] != one[behind.which]
    of_one = trace.posts[np.where(swapped, behind.second, behind.first)]
    of_other = trace.posts[np.where(swapped, behind.first, behind.second)]
    objects = np.minimum.reduce(
        [distinct(behind.which, w, one.size) for w in (trace.events.objects[behind.first], of_one, of_other)]
    )
    mean = _expected(trace, one, other, plan)
    p = close_chance.tail(objects, mean)
    return Ties(trace, one, other, objects, mean, p, p, behind)


def _only(tie: Ties, fits: NDArray[np.bool_], q: Floats) -> Ties:
    place = np.cumsum(fits) - 1
    hit = fits[tie.behind.which]
    behind = Behind(place[tie.behind.which[hit]], tie.behind.first[hit], tie.behind.second[hit])
    return Ties(
        tie.trace, tie.one[fits], tie.other[fits], tie.objects[fits], tie.expected[fits], tie.p[fits],
        q, behind,
    )  # fmt: skip
