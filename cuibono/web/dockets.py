"""The docket as pages show it: made once for the evidence as it is, with what they look up in it again and again."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from cuibono.case import claim_lists
from cuibono.case.claim_lists import ClaimLine
from cuibono.case.docket import docket as testing
from cuibono.case.evidence_stamp import Stamp, evidence_stamp
from cuibono.case.overview import Overview, overview
from cuibono.model.docket import OUTCOMES, DocketRow
from cuibono.model.source import Source
from cuibono.web.desk import PATIENCE, Desk, NotYet, aside

T = TypeVar("T")
_lasting: WeakKeyDictionary[Desk, dict[str, tuple[Stamp, Any]]] = WeakKeyDictionary()


class Docket:
    """The rows of the docket, and what is counted and looked up in them; each is made when a page first needs it."""

    def __init__(self, rows: Sequence[DocketRow], outlets: Mapping[str, str]) -> None:
        self.rows, self.outlets = rows, outlets

    @cached_property
    def by_id(self) -> Mapping[str, DocketRow]:
        """Each row by its id."""
        return {r.id: r for r in self.rows}

    @cached_property
    def by_number(self) -> Mapping[int, DocketRow]:
        """Each row by its number, by which others are set against it."""
        return {r.number: r for r in self.rows}

    @cached_property
    def words(self) -> Mapping[int, str]:
        """What the claims of each row say and who makes them, to be searched in, by its number."""
        return {r.number: "\n".join(f"{c.says} {c.voice}" for c in r.claims).casefold() for r in self.rows}

    @cached_property
    def tally(self) -> Mapping[str, int]:
        """How many rows have each outcome, in the order of outcomes."""
        counted = Counter(r.outcome or claim_lists.UNTESTED for r in self.rows)
        return {o: counted[o] for o in (*OUTCOMES, claim_lists.UNTESTED) if counted[o]}

    @cached_property
    def stale(self) -> int:
        """How many outcomes are older than the evidence."""
        return sum(r.state != "fresh" for r in self.rows)

    @cached_property
    def lines(self) -> Sequence[ClaimLine]:
        """Every claim, one for each who makes it."""
        return claim_lists.lines(self.rows)

    @cached_property
    def choices(self) -> Mapping[str, list[tuple[str, int]]]:
        """What the filters of claims can be set to."""
        return {n: claim_lists.choices(self.lines, self.outlets, n) for n in claim_lists.FILTERS}

    @cached_property
    def disputes(self) -> Sequence[tuple[DocketRow, ...]]:
        """Rows that are set against each other."""
        return claim_lists.disputes(self.rows)

    @cached_property
    def kept(self) -> dict[object, Any]:
        """What pages keep of their own of it, such as filters of their rows."""
        return {}


def docket(desk: Desk, *, patience: float = PATIENCE) -> Docket:
    """The docket as it is now, or as it was while it is being made anew; raises NotYet when it never was."""
    return desk.soon("docket", lambda: lasting(desk, "docket", lambda: _made(desk)), patience=patience)


def at_hand(desk: Desk) -> Docket | None:
    """The same for pages that show something of it beside other things: nobody waits, it is made meanwhile."""
    try:
        return docket(desk, patience=0.2)
    except NotYet:
        return None


def sources(desk: Desk) -> Mapping[str, Source]:
    """Every source by its id."""
    return lasting(desk, "sources", lambda: {s.id: s for s in desk.case.sources()})


def outlets(desk: Desk) -> Mapping[str, str]:
    """The outlet, author or name of each source."""
    found = sources(desk)
    return lasting(desk, "outlets", lambda: {i: s.outlet or s.author or s.title or s.name for i, s in found.items()})


def lasting(desk: Desk, key: str, make: Callable[[], T]) -> T:
    """What was made since the evidence last changed; what is decided about findings leaves it."""
    stamp = desk.remembered("evidence stamp", lambda: evidence_stamp(desk.case.layout))
    kept = _lasting.setdefault(desk, {})
    found = kept.get(key)
    if found is not None and found[0] == stamp:
        return found[1]  # type: ignore[no-any-return]
    made = desk.remembered(("lasting", key, stamp), make)
    kept[key] = (stamp, made)
    return made


def tables(desk: Desk) -> frozenset[str]:
    """The tables that lenses and tests can read; "statements" among them stands for what registers state."""
    return lasting(desk, "tables", lambda: testing.tables(desk.case.layout))


def at_a_glance(desk: Desk) -> Overview:
    """The evidence in numbers."""
    return lasting(desk, "overview", lambda: overview(desk.case.layout))


def _made(desk: Desk) -> Docket:
    """Made behind the pages, with all else that takes a while after the evidence has changed."""
    found = Docket(aside(desk, testing.docket, desk.case.layout), outlets(desk))
    len(found.lines), len(found.choices), len(found.disputes), len(found.by_number), len(found.words)
    tables(desk), at_a_glance(desk)
    return found
