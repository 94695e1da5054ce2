"""What claims are tested against: recorded shares, holdings, figures, ties and dates, never mere claims."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from cuibono.case.docket.words import folded
from cuibono.model.docket import Key, Party


@dataclass(frozen=True, slots=True)
class Share:
    """A recorded share of a market."""

    supplier: Party
    market: str
    stage: str
    basis: str
    year: int | None
    low: float | None
    high: float | None
    amount: float | None
    unit: str
    by: str
    key: Key


@dataclass(frozen=True, slots=True)
class Holding:
    """A recorded holding: who, of whom, of capital or of votes, how much, from when to when (EDTF)."""

    owner: Party
    asset: Party
    share_of: str
    low: float | None
    high: float | None
    since: str | None
    until: str | None
    by: str
    key: Key


@dataclass(frozen=True, slots=True)
class Figure:
    """A recorded number: of whom, what was counted or measured, how much, for which time and place."""

    subject: Party
    indicator: str
    low: float | None
    high: float | None
    unit: str
    period: str | None
    place: str
    by: str
    key: Key


@dataclass(frozen=True, slots=True)
class Edge:
    """A recorded tie of two entities: its schema, what it is called, from when to when.

    ``polarity`` is "-" where a record says that there was none; ``mixed`` says that one end is a person and the other
    is not, so that nobody can mistake who is who.
    """

    schema: str
    one: Party
    other: Party
    role: str
    start: str | None
    end: str | None
    by: str
    key: Key
    polarity: str = "+"
    id: str = ""
    mixed: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """A recorded date of an entity."""

    about: Party
    prop: str
    first: date | None
    last: date | None
    value: str
    by: str
    key: Key


@dataclass(frozen=True, slots=True)
class Happening:
    """A recorded event of a calendar: whose, of what kind, in which words, when and where."""

    actor: Party
    when: str
    kind: str
    what: str
    place: str
    by: str
    key: Key


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything recorded of those whom the claims name, by the folded names and ids that stand in it.

    ``called`` are the ids of the recorded entities that bear a name, ``schemata`` and ``genders`` what is recorded of
    an id; ``said`` is when a source was published (EDTF). ``shorts`` are words
    that recorded names are cut short to. ``goods`` are all markets that the case has shares of, each with its stages.
    ``bodies`` are the names of those whom figures are recorded of; ``unique`` are indicators that only one body has,
    with that, ``named`` all whom the claims name.
    ``apps`` are the names of those of which facts are recorded; ``parties`` those of all who are recorded
    in shares, holdings, figures and ties, ``parties_as_told`` as they are written.
    ``bearing`` keeps who bears a name, once that was looked up, and ``indexed`` what else takes a look at all rows.
    """

    shares: Mapping[str, list[Share]] = field(default_factory=dict)
    markets: Mapping[tuple[str, str, str, int | None, str], list[Share]] = field(default_factory=dict)
    holdings: Mapping[str, list[Holding]] = field(default_factory=dict)
    held: Mapping[str, list[Holding]] = field(default_factory=dict)
    figures: Mapping[str, list[Figure]] = field(default_factory=dict)
    edges: Mapping[str, list[Edge]] = field(default_factory=dict)
    dates: Mapping[str, list[Dated]] = field(default_factory=dict)
    events: Mapping[str, list[Happening]] = field(default_factory=dict)
    called: Mapping[str, frozenset[str]] = field(default_factory=dict)
    schemata: Mapping[str, str] = field(default_factory=dict)
    genders: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    shorts: frozenset[str] = frozenset()
    goods: frozenset[tuple[str, str]] = frozenset()
    bodies: frozenset[str] = frozenset()
    unique: Mapping[str, str] = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    apps: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    parties_as_told: Mapping[str, str] = field(default_factory=dict)
    bearing: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    indexed: dict[str, list[Edge]] = field(default_factory=dict, compare=False, repr=False)

    def without(self, sources: frozenset[str]) -> "Evidence":
        """What is left when the rows of some sources are left out."""
        kept: dict[str, Any] = {n: _kept(getattr(self, n), sources) for n in _ROWS} if sources else {}
        return replace(self, **kept, indexed={}) if kept else self


_ROWS = ("shares", "markets", "holdings", "held", "figures", "edges", "dates", "events")


def _kept(rows: Mapping[Any, list[Any]], sources: frozenset[str]) -> dict[Any, list[Any]]:
    return {key: kept for key, of in rows.items() if (kept := [r for r in of if r.key[0] not in sources])}


def keys_of(party: Party | None) -> set[str]:
    """The keys under which a party is looked up."""
    if party is None:
        return set()
    return {k for k in (party.id, folded(party.name) if party.whole else None) if k}
