"""A review: one proposed pair after the other, each decided, left for later or taken back.

What was decided is kept at once, so that a review can be left at any time and goes on where it ended. A pair that an
earlier decision has settled is not asked for again.
"""

from collections.abc import Mapping, Sequence

from cuibono.case.matching import judge_pair
from cuibono.model.judgement import Judgement
from cuibono.model.proposal import Proposal
from cuibono.model.words import Verdict
from cuibono.store import canonical, database, judgements
from cuibono.store.layout import Layout


def still_open(layout: Layout, proposals: Sequence[Proposal]) -> list[int]:
    """The places of the proposals that nobody has decided, and that no decision has settled since.

    Of several that have become the same question, the first.
    """
    now = _now(layout)
    told = _told(layout, now)
    found = []
    for place, pair in enumerate(proposals):
        ends = frozenset(now.get(side.id, side.id) for side in (pair.left, pair.right))
        if len(ends) > 1 and ends not in told:
            told.add(ends)
            found.append(place)
    return found


class Review:
    """A walk through proposals by one person; ``at`` is the pair in hand, counted from one."""

    def __init__(self, layout: Layout, proposals: Sequence[Proposal], *, by: str) -> None:
        self.layout, self.proposals, self.by = layout, list(proposals), by
        self.decided = 0
        self._at = 0
        self._past: list[tuple[int, int | None]] = []
        self._left: dict[int, frozenset[str]] = {}
        self._settle()

    @property
    def at(self) -> int:
        """The number of the pair in hand."""
        return self._at + 1

    @property
    def pair(self) -> Proposal | None:
        """The pair in hand; None at the end."""
        return self.proposals[self._at] if self._at < len(self.proposals) else None

    def decide(self, verdict: Verdict, *, note: str = "") -> Judgement:
        """Judge the pair in hand, and go on to the next that is open."""
        pair = self.proposals[self._at]
        made = judge_pair(self.layout, pair.left.id, pair.right.id, verdict, by=self.by, note=note)
        self.decided += 1
        self._next(made.seq)
        return made

    def leave(self) -> None:
        """Leave the pair in hand undecided, and go on to the next; a later review asks again."""
        pair = self.proposals[self._at]
        self._left[self._at] = frozenset(_now(self.layout).get(side.id, side.id) for side in (pair.left, pair.right))
        self._next(None)

    def back(self) -> Judgement | None:
        """Return to the pair before, and take back what was decided about it here; None when nothing was."""
        if not self._past:
            return None
        self._at, seq = self._past.pop()
        self._left.pop(self._at, None)
        if seq is None:
            return None
        self.decided -= 1
        with database.writer(self.layout) as engine, engine.transaction():
            return judgements.undo(engine, seq)

    def _next(self, seq: int | None) -> None:
        self._past.append((self._at, seq))
        self._at += 1
        self._settle()

    def _settle(self) -> None:
        """Pass over pairs that are one entity by now, that somebody has decided, or that were left already."""
        now = _now(self.layout)
        told = _told(self.layout, now)
        told |= set(self._left.values())
        while pair := self.pair:
            ends = frozenset(now.get(side.id, side.id) for side in (pair.left, pair.right))
            if len(ends) > 1 and ends not in told:
                return
            self._at += 1


def _told(layout: Layout, now: Mapping[str, str]) -> set[frozenset[str]]:
    """The pairs that somebody has decided, in whatever way, under the ids of today."""
    with database.reader(layout) as engine:
        judged = canonical.judged(engine)
    return {frozenset((now.get(j.left, j.left), now.get(j.right, j.right))) for j in judged}


def _now(layout: Layout) -> dict[str, str]:
    """The canonical id of everybody who is joined to another."""
    with database.reader(layout) as engine:
        return dict(engine.tuples("SELECT entity_id, canonical_id FROM ev.canonical"))
